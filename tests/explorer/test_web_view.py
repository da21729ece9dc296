"""The web pages on the demo data: every page answers in both languages, every figure shows its source."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import datasette
import datasette_dashboards
import pytest

from explorer.dashboards import dashboards
from explorer.labels import LABELS
from explorer.questions import questions
from models.views import DESCRIBED

Look = Callable[..., Any]
_LOADED = re.compile(r"<(?:script|img|iframe|link)\b[^>]*?(?:src|href)=[\"']?(?P<what>[^\"'\s>]*)")


def _asked(number: int) -> str:
    item = questions()[number]
    return f"/nianbao/{item.name}?{urlencode(item.parameters)}"


def test_the_home_page_leads_to_every_question_view_and_chart_in_both_languages(look: Look) -> None:
    home = look("/").text
    for item in questions():
        assert f"/nianbao/{item.name}" in home
        assert item.zh in home
    assert all(f'href="/nianbao/{name}"' in home for name in DESCRIBED)
    assert "历年走势 Trend" in home
    assert "/-/search" in home


@pytest.mark.parametrize("number", range(len(questions())), ids=lambda number: questions()[number].name)
def test_every_question_answers_as_a_canned_query(look: Look, number: int) -> None:
    found = look(_asked(number).replace("?", ".json?_shape=objects&", 1))
    assert found.status_code == 200, found.text


@pytest.mark.parametrize("name", sorted(DESCRIBED))
def test_every_view_is_described_in_both_languages_and_can_be_read(look: Look, name: str) -> None:
    shown = look(f"/nianbao/{name}?_size=2")
    assert shown.status_code == 200
    assert "column-descriptions" in shown.text
    about = re.search(r'metadata-description">(.*?)</div>', shown.text, re.DOTALL)
    assert about is not None
    assert re.search("[一-鿿]", about[1])
    assert "lang='en'" in about[1]


def test_pages_load_nothing_from_elsewhere_and_forbid_it(look: Look) -> None:
    pages = ["/", "/nianbao", "/nianbao/facts", "/-/dashboards/trend?place=x", "/-/dashboards/coverage?level=county", _asked(0),
             "/-/figure/1/1", "/-/capture/1", "/-/search?q=公开", "/-/dashboards/trend/line?place=x"]  # fmt: skip
    for path in pages:
        shown = look(path)
        assert shown.status_code == 200, path
        foreign = [what for what in _LOADED.findall(shown.text) if "//" in what and not what.startswith("http://localhost/")]
        assert foreign == [], path
        assert shown.headers["content-security-policy"].startswith("default-src 'none'"), path


def test_each_figure_leads_to_its_place_its_source_and_its_capture(look: Look) -> None:
    shown = look("/nianbao/facts?division=青岚县&year=2019&code=applications.new&applicant=total&origin=form").text
    (figure,) = set(re.findall(r'href="(/-/figure/\d+/\d+)"', shown))
    (capture,) = set(re.findall(r'href="(/-/capture/version/\d+)"', shown))
    assert re.search(r'<a href="http://127\.0\.0\.\d+:\d+/[^"]+" rel="noopener noreferrer nofollow"', shown)
    evidence = look(figure).text
    assert ">８５</mark>" in evidence
    assert "青岚县人民政府" in evidence
    page = look(look(capture).headers["location"])
    assert page.status_code == 200
    assert 'sandbox=""' in page.text


def test_an_archived_page_is_text_or_has_no_origin_no_script_and_no_loads(look: Look) -> None:
    source, page, sent = (look(f"/-/capture/1.{form}") for form in ("txt", "html", "bin"))
    assert source.headers["content-type"].startswith("text/plain")
    assert page.headers["content-type"].startswith("text/html")
    assert sent.headers["content-type"] == "application/octet-stream"
    assert sent.headers["content-disposition"].startswith("attachment")
    for shown in (source, page, sent):
        assert shown.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
        assert shown.headers["x-content-type-options"] == "nosniff"
    assert source.text == page.text


def test_search_finds_words_of_two_characters_and_marks_them(look: Look) -> None:
    shown = look("/-/search?q=热线&place=青岚").text
    assert "<mark>热线</mark>" in shown
    assert "青岚县" in shown
    assert "墨汀县" not in shown
    assert "存档 capture" in shown


@pytest.mark.parametrize(("asked", "told"), [
    ("q=" + "长" * 3000, "这样搜不了"), ('q="公开', "这样搜不了"), ("q=公开&year=x", "0 份年报"),
    ("q=没有这样的词组", "0 份年报"), ("", "搜索"),
])  # fmt: skip
def test_a_search_that_cannot_be_made_is_told_in_words(look: Look, asked: str, told: str) -> None:
    shown = look(f"/-/search?{asked}")
    assert shown.status_code == 200
    assert told in shown.text


@pytest.mark.parametrize("board", ["trend", "coverage"])
def test_every_chart_has_its_data_with_and_without_filters(look: Look, board: str) -> None:
    made = dashboards({"series", "reports", "coverage", "findings"}, "青岚县", 2020)[board]
    place = {"trend": "青岚县", "coverage": "岚江省"}[board]
    filters = {"place": place, "series": "applications_received", "level": "county", "year": "2020"}
    for chart in made["charts"].values():
        for kept in (False, True):
            sql = re.sub(r"\[\[(.*?)\]\]", r"\1" if kept else "", chart["query"])
            found = look("/nianbao.json?" + urlencode({"sql": sql, "_shape": "objects", **filters})).json()
            assert found["error"] is None, (chart["title"], found["error"])
            assert found["rows"], chart["title"]


@pytest.mark.parametrize(("asked", "told"), [
    ("/nianbao/nope", "没有这张表 Table not found"), ("/nianbao?sql=delete+from+facts", "只能查询"),
    ("/-/figure/99999/1", "出错 Error 404"),
])  # fmt: skip
def test_a_page_that_cannot_be_shown_says_why_in_both_languages_and_leads_home(look: Look, asked: str, told: str) -> None:
    shown = look(asked).text
    assert told in shown
    assert "/assets/nianbao.css" in shown
    assert '<a href="/">首页 home</a>' in shown


def test_the_page_of_coverage_shows_which_year_its_charts_are_of(look: Look) -> None:
    chosen = look("/-/dashboards/coverage?year=2020").text
    assert re.search(r'<option value="2020" selected>', chosen)
    assert len(re.findall(r'<option value="\d+" selected>', chosen)) == 1


def test_the_trend_chart_draws_the_series(look: Look) -> None:
    shown = look("/-/dashboards/trend")
    assert shown.status_code == 302
    assert "series=applications_received" in shown.headers["location"]
    board = look(shown.headers["location"]).text
    assert "vega-lite" in board
    assert "查看 Apply" in board


def test_every_label_stands_in_the_templates_of_this_datasette() -> None:
    folders = [Path(module.__file__ or "").parent / "templates" for module in (datasette, datasette_dashboards)]
    for name, labels in LABELS.items():
        (source,) = [(folder / name).read_text(encoding="utf-8") for folder in folders if (folder / name).exists()]
        assert [english for english, _ in labels if english not in source] == [], name


@pytest.mark.parametrize("path", ["/-/figure/999999/1", "/-/figure/1/99999", "/-/capture/999999", "/-/capture/version/999999",
                                  "/-/capture/1.exe", "/-/figure/99999999999999999999/1", "/nianbao/no-such-view"])  # fmt: skip
def test_what_is_not_there_is_not_found(look: Look, path: str) -> None:
    assert look(path).status_code == 404
