"""What the rules found, in Chinese: for whoever writes a report and does not know our codes."""

from __future__ import annotations

from typing import Any

from crawler.cli.chinese import in_chinese


def _fact(code: str, applicant: str | None, value: int | None, where: str, **more: str) -> dict[str, Any]:
    return {"code": code, "applicant": applicant, "value": value, "where": where, "origin": "form", "raw": str(value)} | more


def _finding(rule: str, outcome: str, left: str, right: str, message: str, *facts: int) -> dict[str, Any]:
    return {"rule": rule, "outcome": outcome, "left": left, "right": right, "message": message, "facts": list(facts)}


def _record(*findings: dict[str, Any], facts: tuple[dict[str, Any], ...] = (), edition: str = "2021") -> dict[str, Any]:
    return {"form_edition": edition, "facts": list(facts), "findings": list(findings)}


def test_a_sum_that_does_not_add_up_is_told_by_the_forms_own_labels_with_its_cells() -> None:
    facts = (
        _fact("applications.new", "total", 5, "table 2 row 4 column 10, text 700-701"),
        _fact("applications.carried_in", "total", 0, "table 2 row 5 column 10, text 720-721"),
        _fact("applications.processed", "total", 4, "table 2 row 29 column 10, text 1700-1701"),
        _fact("applications.carried_out", "total", 0, "table 2 row 30 column 10, text 1720-1721"),
    )
    message = "applications.new + applications.carried_in must be = … : found 5 and 4 in total"
    record = _record(_finding("f21-balance", "fail", "5 (of 5, 0)", "4 (of 4, 0)", message, 1, 2, 3, 4), facts=facts)
    assert in_chinese(record) == [
        "不符（f21-balance）：“一、本年新收政府信息公开申请数量”＋“二、上年结转政府信息公开申请数量”应等于"
        "“(七)总计”＋“四、结转下年度继续办理”；“总计”列，左边为 5，右边为 4；"
        "见第2张表第4行第10列（5）、第2张表第29行第10列（4）"
    ]


def test_a_row_that_does_not_add_up_over_the_applicants_names_the_row() -> None:
    message = "natural_person + … must be = total: found 4 and 5 in applications.new"
    (said,) = in_chinese(_record(_finding("f21-applicants", "fail", "4 (of 3, 1, 0, 0, 0, 0)", "5", message)))
    assert said == (
        "不符（f21-applicants）：“自然人”＋“商业企业”＋“科研机构”＋“社会公益组织”＋“法律服务机构”＋“其他”应等于“总计”；"
        "“一、本年新收政府信息公开申请数量”行，左边为 4，右边为 5"
    )


def test_a_text_that_contradicts_the_form_is_told_with_both_numbers() -> None:
    facts = (
        _fact("requests.received", None, 6, "text 216-218", origin="prose", raw="6件"),
        _fact("applications.new", "total", 4, "table 2 row 4 column 10, text 700-701"),
    )
    (said,) = in_chinese(_record(_finding("any-prose", "fail", "6", "4", "the text states …", 1, 2), facts=facts))
    assert said == (
        "不符（any-prose）：正文（6件）与表格“一、本年新收政府信息公开申请数量”应一致；"
        "正文为 6，表格为 4；见第2张表第4行第10列（4）"
    )


def test_a_row_missing_in_every_column_is_told_once() -> None:
    said = "…: found 0 and 0; missing or blank: applications.not_processed_repeated in "
    both = [_finding("f21-results", "uncertain", "0 (of …)", "0", said + column) for column in ("research", "total")]
    (one,) = in_chinese(_record(*both))
    assert one.startswith("无法核对（f21-results）：“(一)予以公开”＋“(二)部分公开”＋“(三)不予公开”各项＋“(四)无法提供”各项")
    assert one.endswith("“科研机构”列、“总计”列，缺少或空白：“(五)不予处理 / 2.重复申请”")


def test_a_rule_on_two_years_names_the_years() -> None:
    message = "applications.carried_out of year N should be = …: found 2 and 4 (N is 2019, N+1 is 2020) in natural_person"
    (said,) = in_chinese(_record(_finding("next-year", "fail", "2", "4", message), edition="2019"))
    assert said == (
        "不符（next-year）：2019 年的“四、结转下年度继续办理”应等于 2020 年的“二、上年结转政府信息公开申请数量”；"
        "“自然人”列，左边为 2，右边为 4"
    )


def test_a_rule_on_the_year_before_names_that_year_first() -> None:
    message = "rules.in_force of year N-1 + … be = …: found 9 and 8 (N-1 is 2021, N is 2022)"
    (said,) = in_chinese(_record(_finding("f21-rules", "fail", "9 (of 7, 3, 1)", "8", message)))
    assert said == (
        "不符（f21-rules）：2021 年的“规章 / 现行有效件数”＋ 2022 年的“规章 / 本年制发件数”－ 2022 年的“规章 / 本年废止件数”"
        "应等于 2022 年的“规章 / 现行有效件数”；左边为 9，右边为 8"
    )


def test_a_rule_that_is_no_sum_is_told_with_what_was_found() -> None:
    record = _record(_finding("section-numbering", "fail", "一、总体情况", "五、存在的主要问题", "section 5 follows section 1"))
    assert in_chinese(record) == ["不符（section-numbering）：各部分的编号应依次相连；发现：一、总体情况；五、存在的主要问题"]


def test_a_rule_without_sides_is_told_by_what_should_be() -> None:
    record = _record(_finding("form-missing", "fail", "", "", "a report for 2018 without the national form on its page"))
    assert in_chinese(record) == ["不符（form-missing）：2014 年起的年报应在页面上附有统计表格"]


def test_what_a_person_dismissed_is_not_told_again() -> None:
    found = _finding("f21-review", "fail", "2", "1", "…")
    assert in_chinese(_record(found | {"review": "dismissed"})) == []
    assert len(in_chinese(_record(found | {"review": "confirmed"}))) == 1


def test_what_passes_is_not_told() -> None:
    assert in_chinese(_record(_finding("f21-review", "pass", "1", "1", "…"))) == []
