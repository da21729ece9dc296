from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from crawler.evidence import Problem, page_of
from crawler.pages.document import parse
from crawler.pages.static import StaticIndex
from crawler.stand_ins import ListsServed, own_text, stand_in_of_list
from demo.web import DemoWeb

LABELLED = Path(__file__).parents[1] / "labelled" / "pages"
RECORDED = Path(__file__).parents[1] / "pages"
NOW = datetime(2024, 3, 1, tzinfo=UTC)
MENU = "".join(f'<a href="/{at}/">栏目{at}</a> ' for at in range(40))
FOOT = "<p>主办：青岚县人民政府办公室 网站标识码 9900010001 备案序号 某某备00000001号</p>"
FORM = '<form>用户名 <input name=u> 密码 <input type="Password" name=p><button>登录</button></form>'


def _outcome(title: str, body: str, url: str = "http://www.qinglan.example/zwgk/2020.html") -> str:
    text = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    page = page_of(text.encode(), url, "text/html; charset=utf-8", fetched_at=NOW)
    return page.outcome if isinstance(page, Problem) else "ok"


@pytest.mark.parametrize(
    ("outcome", "title", "body"),
    [
        ("soft_404", "404", "<h1>404</h1><p>三秒后回到首页</p>"),
        ("soft_404", "青岚县人民政府", f"{MENU}<div><h2>抱歉，您要访问的页面不存在或已删除</h2></div>{FOOT}"),
        ("soft_404", "提示信息", "<p>没有找到您要的文章，请从首页重新查找。</p>"),
        ("soft_404", "Error 404--Not Found", "<h2>Error 404--Not Found</h2><p>The server has not found anything.</p>"),
        ("soft_404", "出错了", f"{MENU}<p>你浏览的内容已被删除</p>{FOOT}"),
        ("maintenance", "系统提示", "<p>网站正在升级维护，请稍后访问。</p>"),
        ("maintenance", "网站维护公告", f"{MENU}<h1>公告</h1><p>因机房停电，本网站自今晚起暂停服务，明早恢复。</p>"),
        ("maintenance", "Site under maintenance", "<p>We are back soon.</p>"),
        ("login", "统一身份认证", f"<h1>统一身份认证平台</h1>{FORM}"),
        ("login", "青岚县政务服务", FORM),
        ("parked", "qinglan.example", "<h1>该域名正在出售</h1><a href=/buy>联系我们</a>"),
        ("parked", "Welcome to nginx!", "<h1>Welcome to nginx!</h1><p>If you see this page, the server is installed.</p>"),
        ("parked", "没有找到站点", "<h1>没有找到站点</h1><p>您的请求在服务器中没有找到对应的站点。</p>"),
        ("parked", "提示", "<p>该网站未备案，暂时无法访问。</p>"),
    ],
)
def test_a_page_served_in_place_of_an_article_is_named(outcome: str, title: str, body: str) -> None:
    assert _outcome(title, body) == outcome


ABOUT = "主动公开政府信息12条。依申请公开方面，收到申请0件。"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("青岚县2020年政府信息公开年报", f"<h1>2020年年报</h1><p>{ABOUT}年内网站进行了升级改版，升级期间暂停服务两天。</p>"),
        ("青岚县2020年政府信息公开年报", f"<p>{ABOUT}收到申请的信息不存在的2件，申请人要查看的文件不存在的1件。</p>"),
        ("青岚县2020年政府信息公开年报", f"{FORM}<p>{ABOUT}</p>"),
        ("关于政府网站登录方式的通知", f"<p>{'自下月起各单位登录后台须使用新的地址。' * 40}</p>"),
        ("青岚县2020年政府信息公开年报", "<p>年报全文见附件。</p><a href=a.doc>附件：青岚县2020年年报</a>"),
        ("青岚县2020年政府信息公开年报", "<img src=1.jpg><img src=2.jpg>"),
        ("404号文件", f"<h1>青政发〔2019〕404号</h1><p>{'各乡镇要认真落实。' * 10}</p>"),
    ],
)
def test_a_page_that_only_mentions_such_things_is_honest(title: str, body: str) -> None:
    assert _outcome(title, body) == "ok"


def _honest() -> list[tuple[str, bytes, str | None]]:
    files = [*sorted(LABELLED.glob("*.html")), *sorted(RECORDED.glob("*/*/body.*"))]
    found: list[tuple[str, bytes, str | None]] = [(str(file), file.read_bytes(), None) for file in files]
    with DemoWeb() as web:
        for key in web.sites:
            content = web.content(key)
            for path in [*content.truth(), *content.decoys()]:
                page = content.answer(path, {})
                found.append((key + path, page.body, page.content_type))
    return found


def test_no_honest_page_is_taken_for_one() -> None:
    pages = _honest()
    assert len(pages) > 200
    read = {name: page_of(body, "http://www.x.example/a.html", declared, fetched_at=NOW) for name, body, declared in pages}
    assert {name: page.reason for name, page in read.items() if isinstance(page, Problem)} == {}


def _index(title: str, body: str) -> StaticIndex:
    text = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return StaticIndex(parse(text), "http://www.qinglan.example/nb/index.html", text, NOW.date())


def test_a_list_with_rows_is_one_and_an_empty_list_is_no_stand_in() -> None:
    rows = '<ul><li><a href="/2020.html">青岚县2020年年报</a> 2021-01-20</li></ul>'
    assert ListsServed().instead_of_list(_index("系统维护通知", rows)) is None
    assert ListsServed().instead_of_list(_index("政府信息公开年报", "<p>暂无内容</p>")) is None
    assert ListsServed().instead_of_list(_index("青岚县人民政府", f"{MENU}{FORM}{FOOT}")) is None


def test_what_stands_in_place_of_a_list_is_named() -> None:
    found = stand_in_of_list(parse("<html><body><h1>系统正在维护</h1></body></html>"), "提示")
    assert found is not None
    assert found.outcome == "maintenance"


def test_the_list_served_again_in_place_of_an_article_is_known_whatever_its_counter_says() -> None:
    rows = '<ul><li><a href="/2020.html">青岚县2020年年报</a> 2021-01-20</li></ul>'
    served = ListsServed()
    assert served.instead_of_list(_index("年报专栏", f"{rows}<p>您是第1024位访客</p>")) is None
    again: Any = SimpleNamespace(title="年报专栏", content=_index("年报专栏", f"{rows}<p>您是第2048位访客</p>").document)
    found = served.instead_of_page(again)
    assert found is not None
    assert found.outcome == "wrong_page"
    article: Any = SimpleNamespace(title="年报专栏", content=_index("年报专栏", f"{rows}<p>本机关全年公开12条。</p>").document)
    assert served.instead_of_page(article) is None


def _portal(own: str) -> Any:
    page = page_of(f"<html><head><title>青岚县人民政府</title></head><body>{MENU}{own}{FOOT}</body></html>".encode(),
                   "http://www.qinglan.example/zwgk/2020.html", "text/html; charset=utf-8", fetched_at=NOW)  # fmt: skip
    return page.view  # type: ignore[union-attr]  # no problem: the page has words of its own


def test_the_home_page_in_place_of_a_report_is_known_though_no_list_was_like_it() -> None:
    title = "青岚县2020年政府信息公开工作年度报告"
    found = ListsServed().instead_of_page(_portal("<p>今日天气晴</p>"), title)
    assert found is not None
    assert (found.outcome, "青岚县人民政府" in found.reason) == ("wrong_page", True)


@pytest.mark.parametrize(
    ("own", "announced"),
    [
        ("<p>青岚县2020年政府信息公开工作年度报告</p><img src=1.png>", "青岚县2020年政府信息公开工作年度报告"),
        ("<p><a href=1.pdf>报告全文</a></p>", "青岚县2020年政府信息公开工作年度报告"),
        ("<p>今日天气晴</p>", "青岚县政府信息公开指南"),
        ("<p>今日天气晴</p>", None),
    ],
    ids=["a picture", "a file", "no report was announced", "not announced"],
)
def test_a_bare_page_that_may_hold_the_report_is_no_home_page(own: str, announced: str | None) -> None:
    assert ListsServed().instead_of_page(_portal(own), announced) is None


def test_own_text_leaves_out_links_scripts_and_controls() -> None:
    html = "<html><body>一<a>二<b>三</b></a>四<script>五</script><select><option>六</option></select><p>七</p></body></html>"
    assert own_text(parse(html)).split() == ["一", "四", "七"]
