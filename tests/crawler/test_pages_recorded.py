"""Every recorded page of tests/pages through its family: body as sent, response.toml, expected.json written by a person."""

import json
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from crawler.decode import read_text
from crawler.evidence import document_of, page_of
from crawler.pages.base import IndexPage, PageRequest
from crawler.pages.families import classes_of, recognise
from crawler.probing.recording import UNFILLED
from pipelines.items import Page

CASES = sorted((Path(__file__).parents[1] / "pages").glob("*/*/response.toml"))
MOMENT = datetime(2024, 5, 6, tzinfo=UTC)


def _cases(kind: str) -> list[Any]:
    read = ((file.parent, tomllib.loads(file.read_text(encoding="utf-8"))) for file in CASES)
    return [pytest.param(case, sent, id=f"{case.parent.name}-{case.name}") for case, sent in read if sent.get("kind") == kind]


def _expected(case: Path) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    assert UNFILLED not in expected, f"{case}/expected.json is a skeleton: look at the page and fill it in"
    return expected


def _index(case: Path, sent: dict[str, Any]) -> IndexPage:
    text = read_text((case / sent["body"]).read_bytes(), sent["content_type"]).text
    index_class, _ = classes_of(sent["family"], sent["url"], text)
    index = index_class(document_of(text, sent["content_type"]), sent["url"], text, MOMENT.date())
    index.asked = PageRequest(sent["url"], sent.get("asked_method", "GET"), sent.get("asked_body", "").encode("utf-8"))
    return index


def _asked(request: PageRequest) -> str:
    return f"{request.method} {request.url}"


@pytest.mark.parametrize(("case", "sent"), _cases("index"))
def test_a_list_gives_its_entries_and_the_pages_that_follow(case: Path, sent: dict[str, Any]) -> None:
    expected, index = _expected(case), _index(case, sent)
    entries = [[entry.url, entry.title, entry.date and entry.date.isoformat()] for entry in index.entries()]
    assert entries == expected["entries"]
    assert [_asked(request) for request in index.next_pages()] == expected["next"]
    assert index.is_annual_column is expected["is_annual_column"]
    assert index.shortfall() == expected.get("shortfall")


@pytest.mark.parametrize(("case", "sent"), _cases("index"))
def test_a_list_names_its_family_columns_frames_and_forms(case: Path, sent: dict[str, Any]) -> None:
    expected, index = _expected(case), _index(case, sent)
    assert recognise(sent["url"], index.text)[0] == expected["recognised"]
    assert [column.url for column in index.columns()] == expected.get("columns", [])
    assert index.frames() == expected.get("frames", [])


@pytest.mark.parametrize(("case", "sent"), _cases("index"))
def test_a_list_asks_for_its_second_page_with_the_form_its_script_sends(case: Path, sent: dict[str, Any]) -> None:
    expected, following = _expected(case), _index(case, sent).next_pages()
    if "form" in expected or "posted" in expected:
        assert dict(parse_qsl(following[0].body.decode("ascii"))) == expected.get("form", expected.get("posted"))
    if "posted_json" in expected:
        assert json.loads(following[0].body) == expected["posted_json"]
    if "form" in expected:
        assert following[0].fallback is not None
        assert following[0].fallback.method == "GET"
    if "first_fallback" in expected:
        assert following[0].fallback is not None
        assert _asked(following[0].fallback) == expected["first_fallback"]


@pytest.mark.parametrize(("case", "sent"), _cases("report"))
def test_an_article_page_shows_what_a_reader_sees(case: Path, sent: dict[str, Any]) -> None:
    expected = _expected(case)
    page = page_of((case / sent["body"]).read_bytes(), sent["url"], sent["content_type"], sent["family"], fetched_at=MOMENT)
    assert isinstance(page, Page)
    view = page.view
    assert view.family == expected["recognised"]
    assert view.title == expected["title"]
    assert view.heading == expected["heading"]
    assert {name: view.meta[name] for name in expected["meta"]} == expected["meta"]
    assert list(view.breadcrumb) == expected["breadcrumb"]
    assert dict(view.rows) == expected["rows"]
    assert view.date_line == expected["date_line"]
    assert [[link.url, link.label] for link in view.attachments] == expected["attachments"]
    text = "".join(view.content.itertext())
    assert [words for words in expected["content_has"] if words not in text] == []
    assert [words for words in expected["content_lacks"] if words in text] == []
