"""Frames that a form fills: what is sent to get the list in them."""

import pytest

from crawler.pages.document import parse
from crawler.pages.framed_forms import framed_form
from crawler.pages.static import StaticIndex

URL = "http://www.dongan.example/gov/index.jsp"
FRAME = "<iframe name=DataList src='about:blank'></iframe>"
FIELDS = (
    "<input type=hidden name=orgCode value=A01><input name=key>"
    "<select name=year><option value=0>全部<option value=7 selected>七</select>"
    "<input type=checkbox name=c value=1><input type=submit name=go value=查询>"
)


def index(body: str) -> StaticIndex:
    html = f"<html><body>{body}</body></html>"
    return StaticIndex(parse(html), URL, html)


def test_the_form_that_fills_an_empty_frame_is_sent_with_what_it_holds() -> None:
    (sent,) = index(f"<form target=DataList method=post action='govsearch/list.jsp'>{FIELDS}</form>{FRAME}").next_pages()
    assert (sent.url, sent.method) == ("http://www.dongan.example/gov/govsearch/list.jsp", "POST")
    assert sent.body == b"orgCode=A01&key=&year=7"


def test_a_form_by_get_becomes_an_address() -> None:
    (sent,) = index(f"<form target=DataList action='list.jsp?a=1'>{FIELDS}</form>{FRAME}").next_pages()
    assert (sent.url, sent.method) == ("http://www.dongan.example/gov/list.jsp?a=1&orgCode=A01&key=&year=7", "GET")


@pytest.mark.parametrize(
    "body",
    [
        f"<form method=post action=search.jsp>{FIELDS}</form>{FRAME}",
        f"<form target=DataList method=post action=l.jsp><input type=password name=p></form>{FRAME}",
        f"<form target=DataList method=post action=l.jsp>{FIELDS}</form><iframe name=DataList src=list.html></iframe>",
        f"<form target=DataList method=post action='javascript:go()'>{FIELDS}</form>{FRAME}",
    ],
    ids=["a search box", "a password", "a frame with an address", "a script"],
)
def test_other_forms_are_never_sent(body: str) -> None:
    assert framed_form(index(body).document, index(body).absolute) is None


def test_the_state_of_an_aspnet_page_goes_back_whole_and_one_too_large_is_not_sent() -> None:
    fields = "<input type=hidden name=__VIEWSTATE value='{}'><input name=q value='{}'>"
    form = f"<form target=DataList method=post action=l.aspx>{fields}</form>"
    (sent,) = index(form.format("a" * 9_000, "b" * 9_000) + FRAME).next_pages()
    assert sent.body == b"__VIEWSTATE=" + b"a" * 9_000 + b"&q=" + b"b" * 500
    assert index(form.format("a" * 3_000_000, "") + FRAME).next_pages() == []


def test_a_list_with_rows_of_its_own_sends_no_form() -> None:
    row = "<ul><li><a href=/nb/1.html>东安县2019年政府信息公开工作年度报告</a> 2020-01-20</li></ul>"
    assert index(f"{row}<form target=DataList method=post action=l.jsp>{FIELDS}</form>{FRAME}").next_pages() == []
