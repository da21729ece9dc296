"""The prose of the seed reports against their gold, the places of facts, editions, and pages made to stall."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest

from crawler.decode import read_text
from models.codebook import Edition, indicators_of
from pipelines.items import Fact
from pipelines.outline import outline_of_text
from pipelines.prose import prose_facts
from pipelines.wording.names import publisher_names

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD: list[dict[str, Any]] = json.loads((SHARED / "gold" / "seeds.json").read_text(encoding="utf-8")) if SHARED.exists() else []


def _read(text: str, year: int | None = 2017) -> list[Fact]:
    return prose_facts(outline_of_text(text), year)


def _said(text: str, year: int | None = 2017) -> dict[str | None, Decimal | None]:
    return {fact.code: fact.value for fact in _read(text, year) if fact.category is None}


@pytest.mark.skipif(not GOLD, reason="the seed documents are not beside this checkout")
@pytest.mark.parametrize("gold", GOLD, ids=[gold["seed"][:3] for gold in GOLD])
def test_reads_a_seed_as_its_gold_does(gold: dict[str, Any]) -> None:
    text = read_text((SHARED / "seeds" / gold["seed"]).read_bytes(), "text/plain; charset=utf-8").text
    facts = _read(text, gold["report_year"])
    prose = [fact for fact in gold["facts"] if fact["origin"] == "prose"]
    allowed = {(fact["code"], Decimal(fact["value"])) for fact in prose}
    asked = {(fact["code"], Decimal(fact["value"])) for fact in prose if not fact.get("optional")}
    found = {(fact.code, fact.value) for fact in facts if fact.category is None}
    assert asked <= found <= allowed
    assert {fact.category: fact.value for fact in facts if fact.category} == gold.get("categories", {})


@pytest.mark.skipif(not GOLD, reason="the seed documents are not beside this checkout")
def test_keeps_both_lists_where_one_leaves_an_item_out() -> None:
    text = read_text((SHARED / "seeds" / GOLD[0]["seed"]).read_bytes(), "text/plain; charset=utf-8").text
    sums: list[Decimal] = []
    seen: set[str] = set()
    for fact in _read(text):
        if fact.category and fact.value is not None:
            if fact.category in seen or not sums:
                seen, sums = set(), [*sums, Decimal(0)]
            seen.add(fact.category)
            sums[-1] += fact.value
    assert sums == [169, 170]


def test_a_zero_keeps_the_words_that_state_it() -> None:
    (fact,) = _read("2017年，我镇未收到政府信息公开申请。")
    assert (fact.raw, str(fact.meaning), fact.value) == ("未收到政府信息公开申请", "zero", Decimal(0))


def test_a_number_keeps_its_unit_and_remark_as_printed() -> None:
    (fact,) = _read("政府信息公开专项经费35000元。")
    assert (fact.raw, fact.value, fact.unit, fact.remark) == ("35000元", Decimal("3.5"), "万元", "元")


def test_states_one_fact_for_one_figure_said_twice() -> None:
    facts = _read("一、概述\n全年主动公开政府信息96条。\n二、主动公开情况\n2017年我镇共主动公开政府信息96条。")
    assert [(fact.code, fact.value) for fact in facts] == [("disclosure.total", Decimal(96))]


def test_keeps_two_values_of_one_figure() -> None:
    facts = _read("一、概述\n全年主动公开政府信息96条。\n二、主动公开情况\n2017年我镇共主动公开政府信息98条。")
    assert [fact.value for fact in facts] == [96, 98]


def test_a_bare_count_gives_way_to_a_stated_total() -> None:
    facts = _read("一、概述\n全年主动公开政府信息96条。\n二、日常工作\n我镇共公开信息40条。")
    assert [fact.value for fact in facts] == [96]


def test_two_bare_counts_settle_nothing() -> None:
    assert _read("一、概述\n我镇全年公开信息96条。\n二、日常工作\n我镇共公开信息40条。") == []


@pytest.mark.parametrize(("year", "edition", "code"), [
    (2017, "2014", "normative_documents.issued"),
    (2020, "2019", "normative_documents.made"),
    (2023, "2021", "normative_documents.issued"),
])  # fmt: skip
def test_takes_the_row_of_the_form_beside_it(year: int, edition: str, code: str) -> None:
    (fact,) = prose_facts(outline_of_text(f"{year}年，我县制发规范性文件7件。"), year, forms=[0])
    assert (fact.edition, fact.code, fact.value) == (edition, code, Decimal(7))


def test_rows_by_applicant_are_totals_beside_a_form() -> None:
    (fact,) = prose_facts(outline_of_text("本年新收政府信息公开申请8件。"), 2022, forms=[0])
    assert (fact.code, fact.edition, fact.applicant) == ("applications.new", "2021", "total")


def test_prose_alone_keeps_the_codes_by_which_its_series_go_on() -> None:
    facts = _read("本年新收政府信息公开申请8件，其中予以公开5件、部分公开3件。我镇制发规范性文件2件。", 2020)
    assert [fact.code for fact in facts] == [
        "requests.received", "replies.granted", "replies.partially_granted", "normative_documents.issued",
    ]  # fmt: skip


def test_prose_alone_keeps_rows_that_only_later_forms_have() -> None:
    (fact,) = _read("结转下年度的政府信息公开申请3件。", 2022)
    assert (fact.code, fact.edition, fact.applicant) == ("applications.carried_out", "2021", "total")


def test_every_fact_is_an_indicator_of_its_edition() -> None:
    table = Path(__file__).with_name("test_prose_sentences.txt").read_text(encoding="utf-8")
    for year in (None, 2012, 2017, 2020, 2022):
        for fact in _read(table.replace("=>", "。"), year):
            assert fact.code in indicators_of(cast("Edition", fact.edition))


def test_reads_only_between_the_given_places() -> None:
    text = "甲镇2017年政府信息公开年报\n全年主动公开政府信息96条。\n乙镇2017年政府信息公开年报\n全年主动公开政府信息31条。"
    outline = outline_of_text(text)
    (fact,) = prose_facts(outline, 2017, outline.text.index("乙镇"))
    assert fact.value == 31


def test_another_years_count_is_not_this_years() -> None:
    assert _said("2016年主动公开政府信息80条。", 2017) == {}
    assert _said("2016年主动公开政府信息80条。", 2016) == {"disclosure.total": 80}


def test_a_departments_count_is_its_own_reports_total() -> None:
    sentence = "2017年，县教育局主动公开政府信息75条。"
    assert _said(sentence) == {}
    assert _said("青山县教育局2017年政府信息公开工作年度报告\n" + sentence) == {"disclosure.total": 75}


def test_a_known_publisher_makes_its_name_the_reports_own() -> None:
    outline = outline_of_text("2017年，县教育局主动公开政府信息75条。")
    assert prose_facts(outline, 2017) == []
    (fact,) = prose_facts(outline, 2017, publisher="青山县教育局")
    assert fact.value == 75


def test_names_of_the_publisher_come_from_its_title() -> None:
    names = publisher_names("青山县白水镇人民政府2017年政府信息公开工作年度报告\n")
    assert {"青山县白水镇人民政府", "白水镇", "白水"} <= set(names)


def test_a_joint_bureau_may_be_called_without_its_and() -> None:
    assert "卫生健康体育局" in publisher_names("青山县卫生健康和体育局2017年政府信息公开工作年度报告\n")
    assert "平区教育局" not in publisher_names("和平区教育局2017年政府信息公开工作年度报告\n")


@pytest.mark.parametrize("text", [
    "主动公开政府信息" * 130_000,
    "其中公开信息1条，" * 120_000,
    "，未未未未" * 200_000,
    "公开信息" + "9" * 400 + "条。",
    "各乡镇、各部门、" * 60_000 + "主动公开政府信息5条",
    "（" * 200_000 + "公开信息3条",
    "一、" * 200_000,
    ("未" * 600 + "申请。") * 300,
    "公开信息1条。" * 150_000,
    "\n".join(["主动公开政府信息9条，其中：机构类2条，动态类7条。"] * 20_000),
    "未发生行政复议、" * 120_000,
    "我镇全年共收到共收到共收到。" * 60_000,
    "一是2016年比去年由县政府办公室公开信息1条。" * 40_000,
    "20" * 200_000 + "年",
    "自2008年" + "、" * 500_000,
    "“" * 100_000 + "微信公开3条。",
    ("未收到" + "某" * 79 + "。") * 3000,
    ("未收到" + "网上、甲式、" * 30 + "申请。") * 1000,
    ("无" + "微信网站" * 40 + "复议。") * 1000,
    "全县" + "甲级乙级" * 30_000 + "等其他形式公开信息5条。",
    ("收到某人信息公开信息" * 30 + "申请2件。") * 300,
    "1,000," * 100_000 + "条",
    "\x00\ufffd\u200b。" * 100_000,
    "",
])  # fmt: skip
def test_stays_calm_on_text_made_to_stall(text: str) -> None:
    assert all(fact.value is not None and fact.value < 10**12 for fact in _read(text))


def test_a_number_of_four_hundred_digits_is_no_figure() -> None:
    assert _read("全年主动公开政府信息" + "7" * 400 + "条。") == []
