"""Counts that prove one another by their sums, media named in any words, the year's own count among those of several years."""

from __future__ import annotations

from pipelines.outline import outline_of_text
from pipelines.prose import prose_facts
from pipelines.wording.in_years import of_one_year
from pipelines.wording.published.printed import OTHER, SHARED, row_of


def _read(*lines: str, year: int = 2016) -> set[tuple[str, int]]:
    text = "\n".join((f"柳叶湾镇{year}年政府信息公开工作年度报告", "一、主动公开情况", *lines))
    facts = prose_facts(outline_of_text(text), year, publisher="柳叶湾镇人民政府")
    return {(str(fact.code), int(fact.value)) for fact in facts if fact.value is not None and fact.category is None}


def test_shares_of_media_that_come_to_the_whole_are_read_whatever_words_stand_beside_them() -> None:
    found = _read("全年晒出政府信息96条。载体三样：管理平台网页登了61条；场部牌坊告示栏贴了27条；再有林区广播播了8条。")
    assert found == {("disclosure.total", 96), ("channel.website", 61), ("channel.other", 27), ("channel.other", 8)}


def test_the_sum_of_the_media_is_the_total_where_nothing_else_is() -> None:
    found = _read("县网站挂出58条，村口公示牌贴出19条，两头加起来77条。")
    assert found == {("disclosure.total", 77), ("channel.website", 58), ("channel.other", 19)}


def test_a_sum_with_repeats_is_no_total() -> None:
    found = _read("网站公开120条；微信公众号公开60条；公开栏公开30条。三项相加210条，剔除重复发布的45条，净公开165条。")
    assert {value for code, value in found if code == "disclosure.total"} == {165}


def test_media_of_another_year_or_of_letters_prove_nothing() -> None:
    assert _read("2015年公开信息100条，其中网站60条，公开栏40条。") == set()
    assert not any(code.startswith("channel") for code, _ in _read("收到群众留言46条，其中网站信箱26条、公众号后台20条。"))


def test_what_may_be_disclosed_of_all_that_came_about_is_the_total() -> None:
    assert _read("全年形成政府信息71条，属主动公开的54条，依申请公开的11条，不予公开的6条。") == {("disclosure.total", 54)}


def test_the_row_of_media_is_found_among_any_words() -> None:
    assert row_of("“柳叶湾发布”政务微博全年发博", ()) == "weibo"
    assert row_of("村屯广播站和宣传栏", ()) == OTHER
    assert row_of("网站和微信", ()) == SHARED
    assert row_of("公开信息", ()) == ""


def test_of_counts_told_for_several_years_only_the_reports_own_stays() -> None:
    text = "2014年、2015年、2016年分别公开信息402条、517条和688条"
    kept = of_one_year(text, 2016)
    assert len(kept) == len(text)
    assert [count for count in ("402条", "517条", "688条") if count in kept] == ["688条"]
    assert of_one_year("2014年公开402条", 2014) == "2014年公开402条"
