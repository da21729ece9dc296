"""Rows of the forms of 2019 and 2021 that a report tells in words: who asked, what was decided, how suits began."""

from __future__ import annotations

import pytest

from pipelines.outline import outline_of_text
from pipelines.prose import prose_facts

_APPLICANTS = ("natural_person", "enterprise", "research", "welfare", "legal_service", "other_legal")
_TITLE = "青山县人民政府2022年政府信息公开工作年度报告"


def _rows(sentence: str, year: int = 2022, form: bool = True) -> dict[str, str]:
    outline = outline_of_text(f"{_TITLE}\n一、总体情况\n{sentence}")
    facts = prose_facts(outline, year, forms=[0] if form else [])
    return {
        f"{fact.code}@{fact.applicant}" if fact.applicant in _APPLICANTS else str(fact.code): str(fact.value)
        for fact in facts if fact.category is None
    }  # fmt: skip


def _of(family: str, sentence: str) -> dict[str, str]:
    return {code: value for code, value in _rows(sentence).items() if code.startswith(family)}


@pytest.mark.parametrize(("sentence", "told"), [
    ("全年新收政府信息公开申请27件，其中自然人22件、商业企业4件、法律服务机构1件。",
     {"natural_person": 22, "enterprise": 4, "legal_service": 1}),
    ("本年新收申请9件，加上上年结转2件，共计11件；其中自然人7件，企业2件。", {"natural_person": 7, "enterprise": 2}),
    ("全年受理政府信息公开申请6件，来自自然人4件、社会公益组织2件。", {"natural_person": 4, "welfare": 2}),
    ("新收政府信息公开申请40件，其中自然人33件、法人或其他组织7件。", {"natural_person": 33}),
    ("新收政府信息公开申请13件，自然人、商业企业、科研机构分别为10件、2件、1件。",
     {"natural_person": 10, "enterprise": 2, "research": 1}),
    ("新收政府信息公开申请2件，分别来自自然人和商业企业各1件。", {"natural_person": 1, "enterprise": 1}),
    ("全年收到政府信息公开申请5件，申请人均为自然人。", {"natural_person": 5}),
    ("全年收到政府信息公开申请5件，均来自自然人，按时答复。", {"natural_person": 5}),
    ("收到依申请公开1件，已按时答复，申请人为企业。", {"enterprise": 1}),
    ("收到政府信息公开申请8件（自然人申请6件，公司申请1件，律师事务所申请1件）。",
     {"natural_person": 6, "enterprise": 1, "legal_service": 1}),
    ("收到政府信息公开申请8件，其中6件为自然人申请，2件来自企业。", {"natural_person": 6, "enterprise": 2}),
    ("收到政府信息公开申请8件。其中由自然人提出的7件，其他组织1件。", {"natural_person": 7, "other_legal": 1}),
    ("新收政府信息公开申请8件，上年结转2件，均为自然人。", {}),
    ("收到政府信息公开申请8件。2021年收到的6件中自然人5件。", {}),
    ("收到政府信息公开申请8件，热线受理自然人来电31件、企业来电6件。", {}),
    ("收到政府信息公开申请8件。发放补贴，其中自然人40件、企业12件。", {}),
    ("收到政府信息公开申请8件，其中涉及企业改制的3件。", {}),
])  # fmt: skip
def test_takes_who_asked(sentence: str, told: dict[str, int]) -> None:
    assert _of("applications.new@", sentence) == {f"applications.new@{who}": str(value) for who, value in told.items()}


def test_prose_alone_has_no_row_for_who_asked() -> None:
    assert set(_rows("全年新收申请5件，其中自然人4件、商业企业1件。", form=False)) == {"requests.received"}


def test_a_form_of_2014_has_no_row_for_who_asked() -> None:
    assert set(_rows("全年新收申请5件，其中自然人4件、商业企业1件。", 2016)) == {"requests.received"}


_DECISIONS = ("licences.decisions", "penalties.decisions", "coercion.decisions")


@pytest.mark.parametrize(("sentence", "told"), [
    ("全年作出行政许可决定1482件、行政处罚27件、行政强制16件，全部上网公示。", (1482, 27, 16)),
    ("作出行政许可533件、行政处罚决定91件，均在“双公示”栏目公开。", (533, 91, None)),
    ("2022年，全县共办理行政许可5120件，实施行政处罚342宗。", (5120, 342, None)),
    ("作出行政许可、行政处罚、行政强制决定分别为18件、9件、0件。", (18, 9, 0)),
    ("依法作出行政处罚18件，罚没款2.6万元；行政强制2件。行政许可41件，都在规定时限内公示。", (41, 18, 2)),
    ("公示行政许可信息482条、行政处罚信息27条。", (None, None, None)),
    ("主动公开政府信息510条，其中行政许可482件、行政处罚27件。", (None, None, None)),
    ("县公安局作出行政许可决定1204件、行政处罚决定880件。", (None, None, None)),
    ("2021年作出行政许可决定1482件、行政处罚27件。", (None, None, None)),
    ("受理行政许可申请230件。", (None, None, None)),
    ("现有行政许可事项62项、行政处罚事项118项。", (None, None, None)),
    ("归集上传行政许可33件、行政处罚4件。", (None, None, None)),
])  # fmt: skip
def test_takes_what_was_decided(sentence: str, told: tuple[int | None, ...]) -> None:
    rows = {code: str(value) for code, value in zip(_DECISIONS, told, strict=True) if value is not None}
    found = _rows(sentence)
    assert {code: value for code, value in found.items() if code.startswith(("lic", "pen", "coer"))} == rows


def test_prose_alone_has_no_row_for_decisions() -> None:
    assert _rows("全年作出行政许可决定482件、行政处罚27件。", form=False) == {}


@pytest.mark.parametrize(("sentence", "told"), [
    ("因政府信息公开发生行政诉讼5件，其中未经复议直接起诉4件，复议后起诉1件。", (4, 1)),
    ("政府信息公开行政诉讼7件，未经行政复议直接提起诉讼的6件，经复议后又起诉的1件。", (6, 1)),
    ("政府信息公开行政诉讼7件，其中直接起诉和复议后起诉分别为5件和2件。", (5, 2)),
    ("因政府信息公开引发行政诉讼1起，系复议后起诉，结果维持。", (None, 1)),
    ("去年行政诉讼3件，其中直接起诉2件，复议后起诉1件。", (None, None)),
])  # fmt: skip
def test_tells_suits_apart_by_how_they_began(sentence: str, told: tuple[int | None, ...]) -> None:
    names = ("litigation_direct.total", "litigation_after_review.total")
    rows = {code: str(value) for code, value in zip(names, told, strict=True) if value is not None}
    assert _of("litigation_", sentence) == rows


@pytest.mark.parametrize(("sentence", "told"), [
    ("全年收取行政事业性收费326.5万元。", "326.5"),
    ("本年行政事业性收费金额为12万元。", "12"),
    ("取消行政事业性收费3项，为企业减负40万元。", None),
    ("减免行政事业性收费18万元。", None),
])  # fmt: skip
def test_takes_what_was_charged_by_law(sentence: str, told: str | None) -> None:
    assert _rows(sentence).get("admin_fees.amount") == told


@pytest.mark.parametrize(("sentence", "code", "told"), [
    ("发布县政府及县政府办公室规范性文件11件，废止4件，截至年底现行有效97件。", "normative_documents.issued", "11"),
    ("发布县政府及县政府办公室规范性文件11件，废止4件，截至年底现行有效97件。", "normative_documents.repealed", "4"),
    ("发布县政府及县政府办公室规范性文件11件，废止4件，截至年底现行有效97件。", "normative_documents.in_force", "97"),
    ("制发行政规范性文件6件，截至2022年12月31日现行有效51件。", "normative_documents.in_force", "51"),
    ("公开9件新制定的行政规范性文件。", "normative_documents.issued", "9"),
    ("已办结的申请中，予以公开6件、不掌握相关信息4件。", "applications.unavailable_not_held", "4"),
    ("收到申请9件，答复9件。从结果看，予以公开的8件，申请人逾期不补正的有1件。", "applications.other_not_amended", "1"),
    ("收到申请9件，予以公开8件，申请人逾期未按收费通知要求缴纳费用、不再处理1件。", "applications.other_fee_unpaid", "1"),
    ("收到政府信息公开申请9件，上年结转2件。截至12月31日，办结8件，正在办理3件。", "applications.carried_out", "3"),
    ("收到政府信息公开申请9件，上年结转2件。截至年底办结8件，尚有3件正在办理。", "applications.carried_out", "3"),
    ("收到政府信息公开申请9件，办结9件。县长信箱正在办理2件。", "applications.carried_out", None),
    ("收到政府信息公开申请9件，办结9件。予以公开5件、部分公开3件，其他1件。", "applications.other_remaining", "1"),
    ("收到政府信息公开申请9件，办结9件。当面申请5件、网络申请3件，其他1件。", "applications.other_remaining", None),
])  # fmt: skip
def test_takes_rows_in_whatever_words(sentence: str, code: str, told: str | None) -> None:
    assert _rows(sentence).get(code) == told
