"""Pages served in place of those that were asked for: hosts that do it always, and ways to spoil a demo site for a night."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from demo.entry import Resource
from demo.fault_pages import Fault, always, good_report, html, links
from demo.server import Answer

_GOOD, _BAD = "/2016.html", "/2015.html"
_LIST = html("政府信息公开年报", links({_BAD: 2015, _GOOD: 2016}) + "<p>共2条，每页20条，欢迎订阅本栏目更新。</p>")


def not_found() -> Resource:
    """A page of status 200 that says in words that there is none."""
    return html("页面不存在", "<h2>抱歉，您访问的页面不存在！</h2><p>3秒后返回首页</p>")


def maintenance() -> Resource:
    """A notice that the site is being worked on."""
    return html("网站维护公告", "<h1>系统维护通知</h1><p>本网站正在进行升级维护，暂停服务，给您带来不便，敬请谅解。</p>")


def login() -> Resource:
    """A form that asks for a name and a password."""
    fields = '用户名<input name="u"/>密码<input type="password" name="p"/>'
    form = f'<form action="/login" method="post">{fields}<button>登录</button></form>'
    return html("用户登录", f"<h1>统一身份认证平台</h1>{form}")


def parked() -> Resource:
    """What a seller of names shows under one that ran out."""
    return html("域名出售", '<h1>该域名正在出售</h1><p>如需购买请联系经纪人 <a href="/buy">This domain is for sale</a></p>')


def shield() -> Resource:
    """A script challenge with status 200 and a cookie."""
    script = "var a='demo';document.cookie='demo_check='+a;location.reload();"
    return Resource(f"<html><head><script>{script}</script></head><body></body></html>".encode(),
                    headers=(("Set-Cookie", "C3VK=d3m0; path=/"),))  # fmt: skip


def cut(resource: Resource) -> Resource:
    """The first half of a page, with a Content-Length that agrees with it."""
    return replace(resource, body=resource.body[: len(resource.body) // 2])


def _beside_a_good_report(bad: Callable[[], Resource]) -> Answer:
    """A list of two: one address gives a report in order, the other `bad`."""

    def answer(path: str, query: Mapping[str, str]) -> Resource:
        pages = {"/index.html": lambda: _LIST, _GOOD: lambda: good_report(2016), _BAD: bad}
        return pages[path]() if path in pages else html("404", "", 404)

    return answer


IMPOSTORS: dict[str, Fault] = {
    "soft-404": Fault("a page that says in words that it does not exist, with status 200", _beside_a_good_report(not_found)),
    "login": Fault("a login form in place of an article", _beside_a_good_report(login)),
    "maintenance": Fault("a notice of maintenance in place of an article", _beside_a_good_report(maintenance)),
    "list-again": Fault("the list itself in place of an article", _beside_a_good_report(lambda: _LIST)),
    "half": Fault("half an article, its Content-Length agreeing", _beside_a_good_report(lambda: cut(good_report(2015)))),
    "parked": Fault("a name that is for sale", always(parked)),
    "shield": Fault("a script challenge with status 200", always(shield)),
}
"""Fault hosts by name; each one's start page is `/index.html`."""

SPOILS: dict[str, Callable[[Resource], Resource]] = {
    "soft-404": lambda page: not_found(),
    "login": lambda page: login(),
    "maintenance": lambda page: maintenance(),
    "parked": lambda page: parked(),
    "shield": lambda page: shield(),
    "half": cut,
    "no-rows": lambda page: html("政府信息公开年报", "<h2>政府信息公开年报</h2><p>暂无数据</p>"),
}
"""What may come in place of a page on a bad night, from the page that stands there."""
