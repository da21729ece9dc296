import pytest

from crawler.pages.base import IndexPage
from crawler.pages.document import parse
from crawler.pages.listing import day_of, json_of
from crawler.pages.paging import MOST_PAGES
from crawler.pages.service_calls import call_in

HOME = "http://x.gov.cn/nb/index.html"


def _next(html: str, url: str = HOME) -> list[str]:
    return [request.url.partition("x.gov.cn")[2] for request in IndexPage(parse(html), url, html).next_pages()]


@pytest.mark.parametrize(
    ("html", "following"),
    [
        ('<a href="list_2.html">下一页</a><a href="list_9.html">尾页</a>', ["/nb/list_2.html"]),
        ("<a href=\"#\" onclick=\"location.href='list_2.html'\">下一页</a>", ["/nb/list_2.html"]),
        ('<a class="next page" href="?page=2"><i></i></a>', ["/nb/index.html?page=2"]),
        ('<p class="pages"><a href="index.html">1</a><a href="b2.html">2</a><a href="b3">3</a></p>', ["/nb/b2.html", "/nb/b3"]),
        ("<script>go=function(i){location='index_'+i+'.html'}</script>共 3 页", ["/nb/index_2.html", "/nb/index_3.html"]),
        ("<script>show=function(i){hide('tab_'+i)}</script><p>一页</p>", []),
        ("<span>下一页</span> 共1页", []),
        ('<a href="javascript:void(0)">下一页</a>', []),
    ],
)  # fmt: skip
def test_the_pages_that_follow(html: str, following: list[str]) -> None:
    assert _next(html) == following


def test_a_page_number_that_no_list_of_reports_has_is_not_followed() -> None:
    assert _next('<a href="?page=99999">下一页</a>') == []
    assert _next('<a href="?page=37">下一页</a>') == ["/nb/index.html?page=37"]


def test_a_count_without_end_is_cut() -> None:
    assert len(_next("<p>共99999页</p>", "http://x.gov.cn/nb?page=1")) == MOST_PAGES
    assert len(_next("<script>location='a.asp?page='+n</script>共99999页")) <= MOST_PAGES


def test_a_last_page_has_none_after_it() -> None:
    assert _next("<p>第4页/共4页</p>", "http://x.gov.cn/nb?page=4") == []
    assert _next("<script>location='a_'+n+'.html'</script>共3页", "http://x.gov.cn/nb/a_3.html") == []


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "[" * 50_000, '{"a": ' * 9000, "call(", "<html>{}</html>", "\x00{"])
def test_broken_answers_of_a_service_are_none(text: str) -> None:
    assert json_of(text) is None


def test_an_answer_may_be_wrapped_in_a_call() -> None:
    assert json_of('back({"a": [1]});') == {"a": [1]}


def test_the_day_of_a_record_comes_in_words_seconds_or_milliseconds() -> None:
    days = [day_of(value) for value in ("2021-01-20 08:00", 1611100800, "1611100800000", "soon", 7, 10**12 * 999)]
    assert [day and day.isoformat() for day in days] == ["2021-01-20", "2021-01-20", "2021-01-20", None, None, None]


@pytest.mark.parametrize(
    ("script", "asked"),
    [
        ("$.getJSON('/a/list.do', {page: 1, kind: 'nb'}, f)", "GET /a/list.do?page=1&kind=nb"),
        ("$.get('/a/list.do?cat=3&pageNo=1', f)", "GET /a/list.do?cat=3&pageNo=1"),
        ("$.post('/a/list', {pageIndex: cur, size: 15}, f); var cur = 1;", "POST /a/list pageIndex=1&size=15"),
        ("fetch('/l', {method: 'POST', body: JSON.stringify({pageNum: n, of: 'nb'})})", 'POST /l {"pageNum": 1, "of": "nb"}'),
        ("$.get('/visits', {id: 7}, f)", None),
        ("$.ajax({url: '//other.example/list', data: {page: 1}})", "GET //other.example/list?page=1"),
    ],
)  # fmt: skip
def test_the_call_that_a_script_makes(script: str, asked: str | None) -> None:
    call = call_in(f"<script>{script}</script>", lambda reference: reference)
    assert (f"{call.method} {call.url} {call.body.decode()}".strip() if call else None) == asked
