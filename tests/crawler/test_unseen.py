"""What a page's own style sheet hides is left out; what anything on the page may bring back is read."""

from __future__ import annotations

import pytest

from crawler.pages.base import ReportPage
from crawler.pages.document import parse
from pipelines.outline import outline_of

SHOWN = "<p>全年主动公开政府信息41条，其中通过政府网站公开30条，通过公开栏公开11条，受理依申请公开2件。</p>"


def text(body: str, head: str = "") -> str:
    markup = f"<html><head><title>年报</title>{head}</head><body><div class='article'>{body}</div></body></html>"
    view = ReportPage(parse(markup), "http://www.yanzhou.example/1.html", markup).view()
    return outline_of(view.content, view.styles).text


@pytest.mark.parametrize(
    "style",
    [
        ".gone{display:none}",
        "p.gone , .else { color:red; DISPLAY : none !important }",
        "<!-- .gone{visibility:hidden} -->",
        "#x9{display:none}",
        "@media print{.article{color:black}} .gone{display:none}",
    ],
)
def test_a_class_or_identifier_that_a_style_sheet_hides_is_left_out(style: str) -> None:
    assert "99" not in text(f"{SHOWN}<p class='a gone' id='x9'>公开99条</p>", f"<style>{style}</style>")


@pytest.mark.parametrize(
    ("style", "script"),
    [
        ("@media print{.gone{display:none}}", ""),
        ("@media print{p{color:red} .gone{display:none}}", ""),
        ("/* .gone{display:none} */", ""),
        (".tabs .gone{display:none}", ""),
        (".gone:before{display:none}", ""),
        (".gone{border-width:0;}", ""),
        (".gone{display:none} .gone.on{display:block}", ""),
        (".gone{display:none}", "$('.gone').show()"),
    ],
)
def test_what_may_be_shown_after_all_is_read(style: str, script: str) -> None:
    head = f"<style>{style}</style><script>{script}</script>"
    assert "公开99条" in text(f"{SHOWN}<p class='gone'>公开99条</p>", head)


def test_a_rule_that_would_hide_most_of_the_page_is_not_believed() -> None:
    assert "公开政府信息41条" in text(f"<div class='gone'>{SHOWN}</div><p>目录</p>", "<style>.gone{display:none}</style>")


@pytest.mark.parametrize("stalling", ["@" + "{" * 100_000, "@media x{" * 20_000, "/*a" * 60_000, "@{a{b" * 40_000])
def test_a_style_sheet_made_to_stall_is_read_in_bounds(stalling: str) -> None:
    stalling = f".a{{display:none}}{stalling}"
    assert "41条" in text(SHOWN, f"<style>{stalling}</style>")
