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
    ("收到公开申请17件，其中法人和其他组织4件（商业企业3件、科研机构1件），自然人13件。",
     {"enterprise": 3, "research": 1, "natural_person": 13}),
    ("收到公开申请14件，其中网上申请9件、当面申请5件；自然人申请13件、法人申请1件。", {"natural_person": 13}),
    ("新收政府信息公开申请13件，自然人、商业企业、科研机构分别为10件、2件、1件。",
     {"natural_person": 10, "enterprise": 2, "research": 1}),
    ("新收政府信息公开申请2件，分别来自自然人和商业企业各1件。", {"natural_person": 1, "enterprise": 1}),
    ("全年收到政府信息公开申请5件，申请人均为自然人。", {"natural_person": 5}),
    ("全年收到政府信息公开申请5件，均来自自然人，按时答复。", {"natural_person": 5}),
    ("收到依申请公开1件，已按时答复，申请人为企业。", {"enterprise": 1}),
    ("受理信息公开申请7件，这7件依申请公开的申请人都是企业。", {"enterprise": 7}),
    ("受理信息公开申请7件，2件申请人都是企业。", {}),
    ("收到政府信息公开申请8件（自然人申请6件，公司申请1件，律师事务所申请1件）。",
     {"natural_person": 6, "enterprise": 1, "legal_service": 1}),
    ("收到政府信息公开申请8件，其中6件为自然人申请，2件来自企业。", {"natural_person": 6, "enterprise": 2}),
    ("收到政府信息公开申请8件。其中由自然人提出的7件，其他组织1件。", {"natural_person": 7, "other_legal": 1}),
    ("接受公开申请31件，其中自然人申请件28件；接受企业申请3件，均已办结。", {"natural_person": 28, "enterprise": 3}),
    ("新收政府信息公开申请8件，上年结转2件，均为自然人。", {}),
    ("收到政府信息公开申请8件。2021年收到的6件中自然人5件。", {}),
    ("收到政府信息公开申请8件，热线受理自然人来电31件、企业来电6件。", {}),
    ("收到政府信息公开申请8件。发放补贴，其中自然人40件、企业12件。", {}),
    ("收到政府信息公开申请8件，其中涉及企业改制的3件。", {}),
])  # fmt: skip
def test_takes_who_asked(sentence: str, told: dict[str, int]) -> None:
    assert _of("applications.new@", sentence) == {f"applications.new@{who}": str(value) for who, value in told.items()}


@pytest.mark.parametrize(("sentence", "told"), [
    ("新收申请31件；2021年结转公开申请8件，其中来自公民申请6件、企业申请2件。", ("6", "2")),
    ("新收申请31件，上年结转8件，其中公民29件、企业10件。", (None, None)),
])  # fmt: skip
def test_takes_who_asked_the_year_before(sentence: str, told: tuple[str | None, str | None]) -> None:
    rows = _of("applications.carried_in@", sentence)
    assert tuple(rows.get(f"applications.carried_in@{who}") for who in _APPLICANTS[:2]) == told


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
    ("行政许可类共计办结53件，行政处罚共9件。", (53, 9, None)),
    ("本年度处理行政许可事项4406宗、行政处罚案件72宗。", (4406, 72, None)),
    ("做出行政许可6218项、行政处罚307项、行政强制15项。", (6218, 307, 15)),
    ("梳理行政许可62项、行政处罚118项，下放行政强制3项。", (None, None, None)),
    ("处理行政许可申请4406件，办理行政处罚事项72项。", (None, None, None)),
    ("主动公开办理行政许可6218件，行政处罚307件，行政强制15件。", (6218, 307, 15)),
    ("公开办事指南24条，办理行政许可6218项、行政处罚307件。", (6218, 307, None)),
    ("可网上办理行政许可136项。", (None, None, None)),
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
    assert {code: value for code, value in _of("litigation_", sentence).items() if code.endswith("total")} == rows


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
    ("收到政府信息公开申请9件，办结7件，2件在办。", "applications.carried_out", "2"),
    ("收到政府信息公开申请9件，办结9件。县长信箱正在办理2件。", "applications.carried_out", None),
    ("收到政府信息公开申请9件，办结9件。予以公开5件、部分公开3件，其他1件。", "applications.other_remaining", "1"),
    ("收到政府信息公开申请9件，办结9件。当面申请5件、网络申请3件，其他1件。", "applications.other_remaining", None),
])  # fmt: skip
def test_takes_rows_in_whatever_words(sentence: str, code: str, told: str | None) -> None:
    assert _rows(sentence).get(code) == told


_ANSWER_ROWS = (
    ("收到政府信息公开申请19件，予以公开9件，属于行政查询事项3件，本机关不掌握7件。", {"denied_administrative_query": 3}),
    ("收到政府信息公开申请19件，9件予以公开，3件属于行政查询事项，7件本机关不掌握。", {"denied_administrative_query": 3}),
    ("收到申请9件，予以公开6件，不予公开3件（执法案卷1件、行政查询1件、国家秘密1件）。",
     {"denied_administrative_query": 1, "denied_enforcement_files": 1, "denied_state_secret": 1}),
    ("收到申请9件，予以公开7件，因没有现成信息需要另行制作无法提供2件。", {"unavailable_needs_creation": 2}),
    ("收到申请9件，予以公开7件，没有现成信息2件。", {"unavailable_needs_creation": 2}),
    ("收到申请9件，予以公开7件，没有现成信息、需另行制作2件。", {"unavailable_needs_creation": 2}),
    ("收到申请9件，予以公开7件，危及“三安全一稳定”不予公开2件。", {"denied_security_stability": 2}),
    ("收到申请9件，予以公开7件，要求提供公开出版物2件。", {"not_processed_published_material": 2}),
    ("收到申请9件，予以公开7件，要求行政机关确认或重新出具已获取信息2件。", {"not_processed_reconfirmation": 2}),
    ("收到申请9件，予以公开6件，不予处理3件（信访举报投诉2件，重复申请1件）。",
     {"not_processed_petition": 2, "not_processed_repeated": 1}),
    ("收到申请9件，予以公开7件，逾期未缴费1件，逾期不补正1件。", {"other_fee_unpaid": 1, "other_not_amended": 1}),
    ("收到申请9件，予以公开3件，不予公开2件（均属过程性信息），不予处理4件（反复大量申请）。",
     {"denied_process_information": 2, "not_processed_excessive": 4}),
    ("收到申请9件，无法提供5件，均因没有现成信息，不予处理4件，建议走投诉途径。", {"unavailable_needs_creation": 5}),
    ("收到申请9件，无法提供5件，均因本机关不掌握、信息不存在。", {}),
    ("收到申请9件，予以公开9件。评查行政执法案卷12件，办理不动产登记查询事项4件。", {}),
    ("收到申请9件，予以公开9件。热线受理重复投诉7件，信访举报3件。", {}),
    ("收到申请9件，予以公开9件。2021年属于行政查询事项3件。", {}),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "told"), _ANSWER_ROWS)
def test_takes_the_rows_of_answers(sentence: str, told: dict[str, int]) -> None:
    rows = {row.removeprefix("applications."): int(value) for row, value in _of("applications.", sentence).items()}
    others = ("new", "granted", "unavailable_not_held")
    assert {row: value for row, value in rows.items() if row not in others} == told


@pytest.mark.parametrize("sentence", [
    "收到申请9件，予以公开6件，不予处理3件（信访举报投诉2件，重复申请1件）。",
    "收到申请9件，予以公开7件，没有现成信息2件。",
    "收到申请9件，予以公开7件，要求行政机关确认或重新出具已获取信息2件。",
])  # fmt: skip
def test_a_row_of_the_form_is_no_other_figure(sentence: str) -> None:
    assert not {"complaints.total", "replies.nonexistent"} & set(_rows(sentence))
    outline = outline_of_text(f"{_TITLE}\n一、总体情况\n{sentence}")
    assert not [fact for fact in prose_facts(outline, 2022, forms=[0]) if fact.category]


@pytest.mark.parametrize(("sentence", "told"), [
    ("收到政府信息公开申请19件，已办结19件，未发生结转。", "0"),
    ("收到政府信息公开申请12件，均按期办结，无结转。", "0"),
    ("收到政府信息公开申请12件，全部按时办结，没有结转件。", "0"),
    ("收到政府信息公开申请12件，办结12件，无跨年办理件。", "0"),
    ("收到政府信息公开申请12件，办结12件，结转0件。", "0"),
    ("新收政府信息公开申请63件，上年结转4件。全年作出答复65件，结转2件。", "2"),
    ("新收政府信息公开申请63件，上年结转4件，办结65件，余2件结转。", "2"),
    ("新收政府信息公开申请63件，上年结转4件，结转4件均已办结。", None),
    ("新收政府信息公开申请63件，无结转，全部办结。", None),
    ("收到政府信息公开申请12件，办结12件。项目资金无结转。", None),
    ("收到政府信息公开申请26件，办结23件，3件申请依照程序将顺延至2023年答复。", "3"),
    ("收到政府信息公开申请26件，除2件跨年办理外，都已答复。", "2"),
    ("收到政府信息公开申请26件，4件未满答复期限转至2023年。", "4"),
    ("收到政府信息公开申请26件，结转次年依法办理的申请为4件。", "4"),
    ("收到政府信息公开申请26件，转下一年处理0件。", "0"),
    ("收到政府信息公开申请26件，无次年结转，下一年度结转5件。", "5"),
    ("收到政府信息公开申请26件，2件转由信访渠道处理，3件转至县自然资源局答复。", None),
])  # fmt: skip
def test_takes_what_goes_over_into_the_next_year(sentence: str, told: str | None) -> None:
    assert _rows(sentence).get("applications.carried_out") == told


@pytest.mark.parametrize(("sentence", "told"), [
    ("上年度未办结而转入今年的为零。", "0"),
    ("上年未办结转入本年的申请0件。", "0"),
    ("上年度未办结、结转至本年的3件。", "3"),
    ("续办上年申请2件。", "2"),
    ("上一年度继续办理的公开申请4件。", "4"),
    ("2021年我县结转政府信息公开申请7件。", "7"),
    ("上年结转件无。", "0"),
    ("2021年我县受理政府信息公开申请7件。", None),
    ("2021年公开答复申请7件，办结去年申请5件。", None),
    ("2020年结转政府信息公开申请7件。", None),
])  # fmt: skip
def test_takes_what_came_over_from_the_year_before(sentence: str, told: str | None) -> None:
    assert _rows(f"新收政府信息公开申请6件，均已办结。{sentence}").get("applications.carried_in") == told


@pytest.mark.parametrize(("sentence", "told"), [
    ("信息公开行政复议总计13件，结果维持13件。未经复议直接起诉5件，复议后起诉2件。", (5, 2)),
    ("信息公开行政复议13件；未经复议直接起诉5件；复议后起诉0件。", (5, 0)),
    ("信息公开行政复议13件。未经复议直接起诉的5件，其中结果维持4件，尚未审结1件。", (5, None)),
    ("办理征地案件13件。未经复议直接起诉5件，复议后起诉2件。", (None, None)),
    ("行政复议13件。2021年未经复议直接起诉5件，复议后起诉2件。", (None, None)),
])  # fmt: skip
def test_suits_are_told_by_how_they_began_alone(sentence: str, told: tuple[int | None, ...]) -> None:
    names = ("litigation_direct.total", "litigation_after_review.total")
    rows = {code: str(value) for code, value in zip(names, told, strict=True) if value is not None}
    assert {code: value for code, value in _of("litigation_", sentence).items() if code.endswith("total")} == rows


@pytest.mark.parametrize(("sentence", "told"), [
    ("政府集中采购项目338个，采购总金额3215.6万元。", ("338", "3215.6")),
    ("全年实施政府集中采购项目42项，采购金额1820万元。", ("42", "1820")),
    ("政府集中采购42项，总金额1820万元。", ("42", "1820")),
    ("公开政府集中采购信息42条。", (None, None)),
    ("公开政府采购项目42个，金额1820万元。", (None, None)),
    ("2019年政府集中采购项目42个。", (None, None)),
])  # fmt: skip
def test_takes_what_was_bought_together(sentence: str, told: tuple[str | None, str | None]) -> None:
    rows = _rows(sentence, 2020)
    assert (rows.get("procurement.projects"), rows.get("procurement.amount")) == told


@pytest.mark.parametrize(("sentence", "told"), [
    ("教师资格认定办理行政许可决定1142件。", "1142"),
    ("作出行政处罚决定318件，城市道路挖掘等行政许可决定541件。", "541"),
    ("作出行政许可决定541件，其中城市道路挖掘行政许可决定230件。", "541"),
    ("城市道路挖掘行政许可决定230件，户外广告设置行政许可决定311件。", None),
    ("县教育局教师资格认定办理行政许可决定1142件。", None),
])  # fmt: skip
def test_takes_decisions_on_the_matters_that_an_office_has(sentence: str, told: str | None) -> None:
    assert _rows(sentence).get("licences.decisions") == told


@pytest.mark.parametrize(("sentence", "year", "code", "told"), [
    ("制发行政规范性文件8件，废止5件，现行有效61件，均已集中公开。", 2022, "disclosure.normative_documents", None),
    ("制发行政规范性文件8件，均已集中公开。", 2022, "disclosure.normative_documents", "8"),
    ("新制作规章1件，新制作规范性文件9件。", 2020, "rules.made", "1"),
    ("印发行政规范性文件7份、失效3份、存续有效62份。", 2022, "normative_documents.in_force", "62"),
    ("有效期内的规范性文件总数为62件，宣布失效文件数量也为0条。", 2022, "normative_documents.in_force", "62"),
    ("有效期内的规范性文件总数为62件，宣布失效文件数量也为0条。", 2022, "normative_documents.repealed", "0"),
    ("公开以县人民政府名义新制定的规范性文件5件，以及文件清理目录。", 2022, "normative_documents.issued", "5"),
    ("通过县政府网站、公报等平台公开政府规章2件，规范性文件31件。", 2020, "rules.published", "2"),
    ("通过县政府网站、公报等平台公开政府规章2件，规范性文件31件。", 2020, "normative_documents.published", "31"),
    ("公开现行规范性文件82个。", 2020, "normative_documents.public_total", "82"),
    ("公开规章制度5件，规范性文件31件。", 2020, "rules.published", None),
    ("政府规章本年制发3件，废止1件。", 2022, "rules.issued", "3"),
    ("规章制度制发3件。", 2022, "rules.issued", None),
    ("对外公开行政规范性文件总数82件。", 2022, "disclosure.normative_documents", None),
    ("公布行政规范性文件6篇。", 2022, "disclosure.normative_documents", "6"),
    ("公布政府文件71件，其中行政规范性文件13件。", 2022, "disclosure.normative_documents", "13"),
    ("网站发布动态420条、公文71件、规范性文件13件。", 2022, "disclosure.normative_documents", "13"),
    ("网站发布动态420条、规范性文件解读13件。", 2022, "disclosure.normative_documents", None),
    ("起草文件71件，其中规范性文件13件。", 2022, "disclosure.normative_documents", None),
    ("无行政规范性文件新增及调整事项。", 2022, "normative_documents.issued", "0"),
    ("全镇没有出台政策文本、行政规范性文件。", 2022, "normative_documents.issued", "0"),
    ("没有失效的规范性文件。", 2022, "normative_documents.repealed", "0"),
    ("无规范性文件审查情况。", 2022, "normative_documents.issued", None),
    ("对现行有效的42件规范性文件进行清理，失效4件。", 2022, "normative_documents.repealed", None),
    ("新制作行政规范性文件9件，新公开9件，对外公开总数量61件。", 2020, "normative_documents.public_total", "61"),
])  # fmt: skip
def test_takes_the_rows_of_rules(sentence: str, year: int, code: str, told: str | None) -> None:
    assert _rows(sentence, year).get(code) == told


@pytest.mark.parametrize(("sentence", "told"), [
    ("因政府信息公开行政诉讼6件：未经复议直接起诉4件，其中维持3件、尚未审结1件；复议后起诉2件，均维持。",
     {"direct.total": 4, "direct.upheld": 3, "direct.pending": 1, "after_review.total": 2, "after_review.upheld": 2}),
    ("政府信息公开行政诉讼3件，其中直接起诉2件（维持1件、尚未审结1件），复议后起诉1件（维持）。",
     {"direct.total": 2, "direct.upheld": 1, "direct.pending": 1, "after_review.total": 1, "after_review.upheld": 1}),
    ("政府信息公开行政诉讼1件，为复议后起诉，尚未审结。", {"after_review.total": 1, "after_review.pending": 1}),
    ("政府信息公开行政诉讼2件，均为直接起诉，驳回原告诉讼请求1件，撤诉1件。",
     {"direct.total": 2, "direct.upheld": 1, "direct.other": 1}),
    ("政府信息公开行政诉讼4件，其中直接起诉1件、复议后起诉3件，结果均为维持。",
     {"direct.total": 1, "direct.upheld": 1, "after_review.total": 3, "after_review.upheld": 3}),
    ("政府信息公开行政诉讼2件，直接起诉3件，维持3件。", {}),
    ("政府信息公开行政诉讼2件，直接起诉2件；行政复议4件，维持4件。", {"direct.total": 2}),
])  # fmt: skip
def test_tells_what_became_of_suits_by_how_they_began(sentence: str, told: dict[str, int]) -> None:
    found = {code: value for code, value in _of("litigation", sentence).items() if code.startswith("litigation_")}
    assert found == {f"litigation_{row}": str(value) for row, value in told.items()}


def test_what_is_of_a_part_of_the_suits_is_not_of_all() -> None:
    sentence = "政府信息公开行政诉讼6件：未经复议直接起诉4件，维持3件、尚未审结1件；复议后起诉2件，均维持。"
    assert "litigation.upheld" not in _rows(sentence, form=False)
    assert _rows("政府信息公开行政诉讼2件，直接起诉2件，维持2件。")["litigation.upheld"] == "2"


@pytest.mark.parametrize(("sentence", "year", "code", "told"), [
    ("收到申请9件，公开6件，不予公开（属于过程性信息）1件，无法提供2件。", 2022, "applications.denied_process_information", "1"),
    ("收到申请9件，予以公开6件（均为过程性信息）。", 2022, "applications.denied_process_information", None),
    ("收到申请9件，予以公开6件、不予处理2件、其他处理1件。", 2020, "applications.other", "1"),
    ("收到申请9件，予以公开6件、不予处理2件、其他处理1件。", 2022, "applications.other_remaining", None),
    ("收到申请9件，其中个人申请8件，企业申请1件。", 2022, "applications.new@natural_person", "8"),
    ("其他对外管理服务事项处理决定213件。", 2020, "other_services.decisions", "213"),
    ("办理行政许可事项2843件。", 2022, "licences.decisions", "2843"),
    ("承接行政许可事项43项。", 2022, "licences.decisions", None),
    ("公布行政许可事项43件。", 2022, "licences.decisions", None),
    ("未作出行政强制措施，作出行政处罚25起。", 2022, "coercion.decisions", "0"),
    ("县城管局未作出行政强制措施。", 2022, "coercion.decisions", None),
    ("市本级制发地方政府规章2件，废止1件。", 2022, "rules.issued", "2"),
])  # fmt: skip
def test_takes_rows_in_other_words(sentence: str, year: int, code: str, told: str | None) -> None:
    assert _rows(sentence, year).get(code) == told


@pytest.mark.parametrize(("sentence", "code", "told"), [
    ("收到申请1,026件，自然人1,022件，法人或其他组织4件（商业企业3件、其他1件）。", "applications.new@enterprise", "3"),
    ("收到申请1,026件，自然人1,022件，法人或其他组织4件（商业企业3件、其他1件）。", "applications.new@natural_person", "1022"),
    ("本年度行政许可1,325件、行政处罚56件。", "penalties.decisions", "56"),
    ("全年作出1386件行政许可决定。", "licences.decisions", "1386"),
    ("未收取行政事业性收费。", "admin_fees.amount", "0"),
    ("未收取违规的行政事业性收费。", "admin_fees.amount", None),
    ("县政府及县政府办公室共制发行政规范性文件7件；废止行政规范性文件11件。", "normative_documents.issued", "7"),
    ("现行有效行政规范性文件9件，无废止文件。", "normative_documents.repealed", "0"),
    ("收到申请9件，予以公开6件，不予处理3件，为信访举报投诉类申请和重复申请。", "applications.not_processed_petition", None),
    ("收到申请9件，按期答复8件，剩余1件结转2023年答复。", "replies.total", None),
    ("收到申请9件，按期答复8件，剩余1件结转2023年答复。", "applications.carried_out", "1"),
])  # fmt: skip
def test_takes_rows_as_clerks_tell_them(sentence: str, code: str, told: str | None) -> None:
    assert _rows(sentence).get(code) == told


@pytest.mark.parametrize(("sentence", "code", "told"), [
    ("收到书面申请2件，其一申请公开水库资料，同意公开；其二申请公开补偿明细，告知不属于本机关公开范围。", "replies.granted", "1"),
    ("收到书面申请2件，其一申请公开水库资料，同意公开；其二申请公开明细，不属于本机关公开范围。", "replies.not_this_agency", "1"),
    ("热点回应：围绕危化品整治，约请媒体采访14次。", "response.hot_topics", None),
    ("热点回应：围绕危化品整治，接受媒体采访回应14次。", "response.hot_topics", "14"),
])  # fmt: skip
def test_single_requests_and_answers_beside_a_form_of_2014(sentence: str, code: str, told: str | None) -> None:
    assert _rows(sentence, 2016).get(code) == told
