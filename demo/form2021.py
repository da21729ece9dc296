"""The three tables of the forms of 2019 and 2021 (国办公开办函〔2019〕60号, 〔2021〕30号) as HTML, spans as officially drawn."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from demo.cells import Editor, Slot, table
from demo.figures import APPLICANTS, OUTCOMES
from demo.truth import Edition, Key, Printed

Form = Mapping[Key, Printed]
# item of article 20: header cells after 信息内容, then rows of (label, code stem, ending of each column's code)
_Item = tuple[str, tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]]

_ITEMS_2019: tuple[_Item, ...] = (
    ("第二十条第（一）项", ("本年新制作数量", "本年新公开数量", "对外公开总数量"), (
        ("规章", ("rules.made", "rules.published", "rules.public_total")),
        ("规范性文件", ("normative_documents.made", "normative_documents.published", "normative_documents.public_total")))),
    ("第二十条第（五）项", ("上一年项目数量", "本年增/减", "处理决定数量"), (
        ("行政许可", ("licences.items_last_year", "licences.items_change", "licences.decisions")),
        ("其他对外管理服务事项",
         ("other_services.items_last_year", "other_services.items_change", "other_services.decisions")))),
    ("第二十条第（六）项", ("上一年项目数量", "本年增/减", "处理决定数量"), (
        ("行政处罚", ("penalties.items_last_year", "penalties.items_change", "penalties.decisions")),
        ("行政强制", ("coercion.items_last_year", "coercion.items_change", "coercion.decisions")))),
    ("第二十条第（八）项", ("上一年项目数量", "本年增/减"), (
        ("行政事业性收费", ("admin_fees.items_last_year", "admin_fees.items_change")),)),
    ("第二十条第（九）项", ("采购项目数量", "采购总金额"), (
        ("政府集中采购", ("procurement.projects", "procurement.amount")),)),
)  # fmt: skip
_ITEMS_2021: tuple[_Item, ...] = (
    ("第二十条第（一）项", ("本年制发件数", "本年废止件数", "现行有效件数"), (
        ("规章", ("rules.issued", "rules.repealed", "rules.in_force")),
        ("行政规范性文件", ("normative_documents.issued", "normative_documents.repealed", "normative_documents.in_force")))),
    ("第二十条第（五）项", ("本年处理决定数量",), (("行政许可", ("licences.decisions",)),)),
    ("第二十条第（六）项", ("本年处理决定数量",), (
        ("行政处罚", ("penalties.decisions",)), ("行政强制", ("coercion.decisions",)))),
    ("第二十条第（八）项", ("本年收费金额（单位：万元）",), (("行政事业性收费", ("admin_fees.amount",)),)),
)  # fmt: skip

_DENIED = (
    ("denied_state_secret", "1.属于国家秘密"), ("denied_law_forbidden", "2.其他法律行政法规禁止公开"),
    ("denied_security_stability", "3.危及“三安全一稳定”"), ("denied_third_party", "4.保护第三方合法权益"),
    ("denied_internal_affairs", "5.属于三类内部事务信息"), ("denied_process_information", "6.属于四类过程性信息"),
    ("denied_enforcement_files", "7.属于行政执法案卷"), ("denied_administrative_query", "8.属于行政查询事项"),
)  # fmt: skip
_UNAVAILABLE = (
    ("unavailable_not_held", "1.本机关不掌握相关政府信息"), ("unavailable_needs_creation", "2.没有现成信息需要另行制作"),
    ("unavailable_still_unclear", "3.补正后申请内容仍不明确"),
)  # fmt: skip
_NOT_PROCESSED = (
    ("not_processed_petition", "1.信访举报投诉类申请"), ("not_processed_repeated", "2.重复申请"),
    ("not_processed_published_material", "3.要求提供公开出版物"), ("not_processed_excessive", "4.无正当理由大量反复申请"),
    ("not_processed_reconfirmation", "5.要求行政机关确认或重新出具已获取信息"),
)  # fmt: skip
_OTHER_2021 = (
    ("other_not_amended", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    ("other_fee_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    ("other_remaining", "3.其他"),
)  # fmt: skip
_Group = tuple[str, tuple[tuple[str, str], ...]]


def _widths(columns: int, total: int) -> list[int]:
    """How `columns` cells share `total` columns of the grid, the last takes what is left."""
    return [total // columns] * (columns - 1) + [total - total // columns * (columns - 1)]


def _item_rows(item: _Item, form: Form, columns: int) -> list[list[Slot]]:
    name, headers, rows = item
    widths = _widths(len(headers) + 1, columns)
    out = [[Slot(name, colspan=columns, head=True)]]
    out.append([Slot(text, colspan=w, head=True) for text, w in zip(("信息内容", *headers), widths, strict=True)])
    for label, codes in rows:
        texts = (label, *(form[code, None].raw for code in codes))
        out.append([Slot(text, colspan=w) for text, w in zip(texts, widths, strict=True)])
    return out


def matters(form: Form, edition: Edition, editor: Editor, rng: Random) -> str:
    """Section two: the items of article 20, stacked in one table of four columns or each in a table of its own."""
    items = _ITEMS_2019 if edition == "2019" else _ITEMS_2021
    if rng.random() < 0.7:
        return table([row for item in items for row in _item_rows(item, form, 4)], editor, rng)
    tables = [table(_item_rows(item, form, len(item[1]) + 1), editor, rng) for item in items]
    return "\n<p>&nbsp;</p>\n".join(tables)


def _numbers(form: Form, row: str) -> list[Slot]:
    return [Slot(form[f"applications.{row}", applicant].raw) for applicant in (*APPLICANTS, "total")]


def _head() -> list[list[Slot]]:
    note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    kinds = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
    return [
        [Slot(note, rowspan=3, colspan=3, head=True), Slot("申请人情况", colspan=7, head=True)],
        [Slot("自然人", rowspan=2, head=True), Slot("法人或其他组织", colspan=5, head=True), Slot("总计", rowspan=2, head=True)],
        [Slot(kind, head=True) for kind in kinds],
    ]


def _results(edition: Edition) -> list[_Group]:
    other: _Group = ("（六）其他处理", (("other", ""),) if edition == "2019" else _OTHER_2021)
    partial = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
    return [
        ("（一）予以公开", (("granted", ""),)), (partial, (("partially_granted", ""),)), ("（三）不予公开", _DENIED),
        ("（四）无法提供", _UNAVAILABLE), ("（五）不予处理", _NOT_PROCESSED), other, ("（七）总计", (("processed", ""),)),
    ]  # fmt: skip


def _group_rows(group: _Group, form: Form) -> list[list[Slot]]:
    label, rows = group
    if len(rows) == 1:
        return [[Slot(label, colspan=2), *_numbers(form, rows[0][0])]]
    out = [[Slot(text), *_numbers(form, row)] for row, text in rows]
    out[0].insert(0, Slot(label, rowspan=len(rows)))
    return out


def applications(form: Form, edition: Edition, editor: Editor, rng: Random) -> str:
    """Section three: applications by applicant, seven number columns, row labels of one to three columns."""
    rows = _head()
    rows.append([Slot("一、本年新收政府信息公开申请数量", colspan=3), *_numbers(form, "new")])
    rows.append([Slot("二、上年结转政府信息公开申请数量", colspan=3), *_numbers(form, "carried_in")])
    results = [row for group in _results(edition) for row in _group_rows(group, form)]
    results[0].insert(0, Slot("三、本年度办理结果", rowspan=len(results)))
    rows += results
    rows.append([Slot("四、结转下年度继续办理", colspan=3), *_numbers(form, "carried_out")])
    return table(rows, editor, rng)


def disputes(form: Form, editor: Editor, rng: Random) -> str:
    """Section four: three header rows and one row of fifteen numbers."""
    labels = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    top = [Slot("行政复议", colspan=5, head=True), Slot("行政诉讼", colspan=10, head=True)]
    middle = [Slot(text, rowspan=2, head=True) for text in labels]
    middle += [Slot("未经复议直接起诉", colspan=5, head=True), Slot("复议后起诉", colspan=5, head=True)]
    kinds = ("review", "litigation_direct", "litigation_after_review")
    values = [Slot(form[f"{kind}.{outcome}", None].raw) for kind in kinds for outcome in (*OUTCOMES, "total")]
    return table([top, middle, [Slot(text, head=True) for text in labels * 2], values], editor, rng)
