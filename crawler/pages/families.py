"""The families by name, and how a page is recognised as one's: by its address, else by marks in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.pages.aspnet import AspnetIndex, AspnetReport
from crawler.pages.base import IndexPage, ReportPage
from crawler.pages.gkmlpt import GkmlptIndex, GkmlptReport
from crawler.pages.hanweb import HanwebIndex, HanwebReport
from crawler.pages.jpaas import GATEWAY, JpaasIndex, JpaasReport
from crawler.pages.listing import ListingIndex, ListingReport
from crawler.pages.nfcms import NfcmsIndex, NfcmsReport
from crawler.pages.service_calls import call_in
from crawler.pages.static import StaticIndex, StaticReport, UcapReport, VsbReport
from crawler.pages.trs import TrsIndex, TrsReport

AUTO = "auto"
"""The family of a row whose pages are recognised one by one."""

STATIC = "static"
FAMILIES: dict[str, tuple[type[IndexPage], type[ReportPage]]] = {
    "aspnet": (AspnetIndex, AspnetReport),
    "generic": (StaticIndex, StaticReport),
    "gkmlpt": (GkmlptIndex, GkmlptReport),
    "hanweb": (HanwebIndex, HanwebReport),
    "jpaas": (JpaasIndex, JpaasReport),
    "listing": (ListingIndex, ListingReport),
    "nfcms": (NfcmsIndex, NfcmsReport),
    STATIC: (StaticIndex, StaticReport),
    "trs": (TrsIndex, TrsReport),
    "ucap": (StaticIndex, UcapReport),
    "vsb": (StaticIndex, VsbReport),
}


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing about a page that speaks for a family, in words."""

    family: str
    evidence: str


_BY_ADDRESS = (
    ("gkmlpt", re.compile(r"/gkmlpt/(?:index|content|api)\b")),
    ("jpaas", re.compile(r"/jpaas-publish-server/")),
    ("listing", re.compile(r"/igs/front/search/?[\w/-]{0,40}\.(?:jhtml|html)|/search/publish/data/list\.html|/was5/web/search")),
    ("hanweb", re.compile(r"/art/\d{4}/\d{1,2}/\d{1,2}/art_\w+\.html?|/col/col\d+/|/module/(?:(?:web/)?jpage|xxgk)/")),
    ("trs", re.compile(r"/\d{6}/t\d{8}_\d+\.s?html?")),
    ("nfcms", re.compile(r"/content/m?post_\d+\.html")),
    ("ucap", re.compile(r"/[0-9a-f]{32}(?:\.s?html|/index\.s?html)|/c\d{3,8}/\d{6}/c\d{2}_\d+\.s?html")),
    ("vsb", re.compile(r"/info/\d{3,6}/\d{3,8}\.html?$")),
    ("aspnet", re.compile(r"\.aspx$", re.IGNORECASE)),
)
_ANSWER = re.compile(r"\ufeff?\s{0,20}(?:[\w$.]{1,60}\(\s{0,9})?[\[{]\s{0,9}[\"{]")
_BY_MARK = (
    ("hanweb", ("<datastore>", "/jpage/dataproxy.jsp", "/module/web/jpage/", "xxgkAnnualReport.jsp")),
    ("gkmlpt", ("/gkmlpt/api/", "window._CONFIG")),
    ("nfcms", ("NFCMS_SITE_ID", "NFCMS_POST_ID")),
    ("trs", ("createPageHTML", "TRS_Editor", "TRS_UEDITOR", "trs_editor_view", "trs_paper_default")),
    ("vsb", ("vsb_content", "_vsb_", "/system/_content/")),
    ("ucap", ("UCAP-CONTENT", "ucapcontent")),
    ("listing", ("/igs/front/search", "/search/publish/data/list")),
    ("aspnet", ("__VIEWSTATE",)),
)


def recognise(url: str, text: str) -> tuple[str, str]:
    """The family of a page and the evidence in words; `static` when nothing speaks for another."""
    signal = next(signals(url, text), None)
    return (signal.family, signal.evidence) if signal else (STATIC, "no family's address or mark: dated links and 下一页")


def signals(url: str, text: str) -> Iterator[Signal]:
    """All that speaks for a family, the strongest first: the gateway's call, the address, marks in the page, a JSON answer."""
    if GATEWAY in text and "querydata" in text.lower():
        # Its lists and articles have Hanweb's addresses, so its call goes before any address.
        yield Signal("jpaas", f"mark in the page: {GATEWAY}")
    path = url.split("?")[0]
    for family, pattern in _BY_ADDRESS:
        if found := pattern.search(path):
            yield Signal(family, f"address: {found[0]}")
    for family, marks in _BY_MARK:
        yield from (Signal(family, f"mark in the page: {mark}") for mark in marks if mark in text)
    if _ANSWER.match(text):
        yield Signal("listing", "a JSON answer")
    call = call_in(text, str)
    if call is not None:
        yield Signal("listing", f"a script that asks for a list a page at a time: {call.url[:120]}")


def classes_of(family: str, url: str, text: str) -> tuple[type[IndexPage], type[ReportPage]]:
    """The two page classes of a family; of an `auto` row those of the family the page is recognised as."""
    return FAMILIES[recognise(url, text)[0] if family == AUTO else family]
