from datetime import UTC, datetime

import pytest

from crawler.evidence import Problem, page_of
from pipelines.items import Fetch, Listed, Page

MOMENT = datetime(2024, 1, 2, tzinfo=UTC)
HTML = (
    "<html><head><title>白雁区2020年度报告</title></head>"
    "<body><div id='zoom'><p>本年度主动公开政府信息二百条，没有收到申请。</p></div></body></html>"
)


def _page(body: bytes, content_type: str | None = "text/html", url: str = "http://x.gov.cn/1.html") -> Page:
    page = page_of(body, url, content_type, fetched_at=MOMENT)
    assert isinstance(page, Page)
    return page


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_one_path_gives_the_page_whatever_its_codec(codec: str) -> None:
    page = _page(HTML.encode(codec))
    assert page.view.title == "白雁区2020年度报告"
    assert "".join(page.view.content.itertext()).startswith("本年度主动公开")
    assert page.encoding.codec == codec


def test_the_fetch_of_a_page_gets_its_encoding_and_the_page_keeps_where_it_was_listed() -> None:
    fetch = Fetch("s", 3, "http://x.gov.cn/1.html", "http://x.gov.cn/1.html", "report", MOMENT, "ok")
    listed = Listed("白雁区2020年度…", None, "http://x.gov.cn/")
    page = page_of(HTML.encode(), fetch.url, "text/html", fetched_at=MOMENT, site="s", fetch=fetch, listed=listed)
    assert isinstance(page, Page)
    assert page.fetch is not None
    assert page.fetch.encoding == page.encoding
    assert page.listed is listed
    assert (page.site, page.fetch.crawl) == ("s", 3)


@pytest.mark.parametrize(
    ("body", "outcome"),
    [(b"", "empty"), (b" \n ", "empty"), (b"%PDF-1.7 \x00", "binary"), (b"PK\x03\x04" + b"\0" * 40, "binary")],
)
def test_what_is_no_page_is_a_problem_in_words(body: bytes, outcome: str) -> None:
    problem = page_of(body, "http://x/", "text/html", fetched_at=MOMENT)
    assert isinstance(problem, Problem)
    assert problem.outcome == outcome
    assert problem.reason


def test_plain_text_has_a_paragraph_a_line() -> None:
    page = _page("第一行：本乡概况\r\n\r\n第二行：a < b 的条数\n".encode(), "text/plain; charset=utf-8")
    assert [p.text for p in page.view.content.iter("p")] == ["第一行：本乡概况", "第二行：a < b 的条数"]


def test_markup_sent_as_plain_text_is_read_as_markup() -> None:
    assert _page(HTML.encode(), "text/plain").view.title == "白雁区2020年度报告"


def test_the_article_is_found_without_any_known_container() -> None:
    nav = "".join(f"<li><a href='/{n}'>栏目{n}链接文字</a></li>" for n in range(40))
    table = "<table>" + "".join(f"<tr><td>指标{n}</td><td>{n}</td></tr>" for n in range(30)) + "</table>"
    article = f"<div class='r'><p>总述段落在前。</p>{table}<p>落款在后。</p></div>"
    body = f"<div><ul>{nav}</ul></div><div class='w'><div class='l'>关注我们</div>{article}</div>"
    page = _page(f"<html><body>{body}<div>版权所有</div></body></html>".encode())
    assert page.view.content.get("class") == "r"


def test_a_known_container_that_is_empty_does_not_hide_the_article() -> None:
    text = "正文其实写在另一个没有名字的区块里，" * 20
    body = f"<div id='zoom'> </div><div><div class='x'><p>{text}</p><p>{text}</p></div></div>"
    page = _page(f"<html><body>{body}</body></html>".encode())
    assert text in "".join(page.view.content.itertext())


def test_a_hostile_page_is_read_in_bounds() -> None:
    deep = "<div>" * 3000 + "年报" + "<td>" * 3000
    wide = "<span>索引号：</span>" * 5000 + "<a href='a.pdf'>附件</a>" * 5000
    page = _page(f"<html><body>{deep}{wide}</body></html>".encode())
    assert len(page.view.attachments) <= 100
