"""What the names of a page's elements tell, whether a class or an identifier says it, in the order of the page."""

from __future__ import annotations

from lxml import html

from crawler.pages.marks import marks_of


def _ids(markup: str) -> tuple[list[str], set[str], list[str]]:
    marks = marks_of(html.document_fromstring(f"<html><body>{markup}</body></html>"))
    articles, titles = ([element.get("data-n") for element in found] for found in (marks.articles, marks.titles))
    return articles, {element.get("data-n") for element in marks.asides}, titles


def test_classes_and_identifiers_tell_the_same_and_come_in_the_order_of_the_page() -> None:
    markup = (
        "<div id='Zoom' data-n=1></div><div class='a TRS_Editor' data-n=2></div><p id='title' class='tit' data-n=3></p>"
        "<div id='vsb_content_500' class='box' data-n=4></div><div class='zoom' id='zoom' data-n=5></div>"
    )
    assert _ids(markup) == (["1", "2", "4", "5"], set(), ["3"])


def test_a_name_among_others_tells_and_a_part_of_one_does_not() -> None:
    markup = (
        "<div class='left  Footer' data-n=1></div><div class='footer-2' data-n=2></div>"
        "<div class='MsoNormal' id='nav' data-n=3></div>"
    )
    assert _ids(markup) == ([], {"1", "3"}, [])
