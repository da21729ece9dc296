"""The families by name, and how a page is recognised as one's: by its address, else by marks in its text."""

from __future__ import annotations

import re

from crawler.pages.base import IndexPage, ReportPage
from crawler.pages.gkmlpt import GkmlptIndex, GkmlptReport
from crawler.pages.hanweb import HanwebIndex, HanwebReport
from crawler.pages.jpaas import JpaasIndex, JpaasReport
from crawler.pages.nfcms import NfcmsIndex, NfcmsReport
from crawler.pages.static import StaticIndex, StaticReport, UcapReport, VsbReport
from crawler.pages.trs import TrsIndex, TrsReport

AUTO = "auto"
"""The family of a row whose pages are recognised one by one."""

STATIC = "static"
FAMILIES: dict[str, tuple[type[IndexPage], type[ReportPage]]] = {
    "generic": (StaticIndex, StaticReport),
    "gkmlpt": (GkmlptIndex, GkmlptReport),
    "hanweb": (HanwebIndex, HanwebReport),
    "jpaas": (JpaasIndex, JpaasReport),
    "nfcms": (NfcmsIndex, NfcmsReport),
    STATIC: (StaticIndex, StaticReport),
    "trs": (TrsIndex, TrsReport),
    "ucap": (StaticIndex, UcapReport),
    "vsb": (StaticIndex, VsbReport),
}

_BY_ADDRESS = (
    ("gkmlpt", re.compile(r"/gkmlpt/(?:index|content|api)\b")),
    ("jpaas", re.compile(r"/jpaas-publish-server/")),
    ("hanweb", re.compile(r"/art/\d{4}/\d{1,2}/\d{1,2}/art_\w+\.html?|/col/col\d+/|/module/(?:(?:web/)?jpage|xxgk)/")),
    ("trs", re.compile(r"/\d{6}/t\d{8}_\d+\.s?html?")),
    ("nfcms", re.compile(r"/content/m?post_\d+\.html")),
    ("ucap", re.compile(r"/[0-9a-f]{32}(?:\.s?html|/index\.s?html)|/c\d{3,8}/\d{6}/c\d{2}_\d+\.s?html")),
    ("vsb", re.compile(r"/info/\d{3,6}/\d{3,8}\.html?$")),
)
_BY_MARK = (
    ("jpaas", ("/jpaas-publish-server/front/page/build/unit",)),
    ("hanweb", ("<datastore>", "/jpage/dataproxy.jsp", "/module/web/jpage/", "xxgkAnnualReport.jsp")),
    ("gkmlpt", ("/gkmlpt/api/", "window._CONFIG")),
    ("nfcms", ("NFCMS_SITE_ID", "NFCMS_POST_ID")),
    ("trs", ("createPageHTML", "TRS_Editor", "TRS_UEDITOR", "trs_editor_view", "trs_paper_default")),
    ("vsb", ("vsb_content", "_vsb_", "/system/_content/")),
    ("ucap", ("UCAP-CONTENT", "ucapcontent")),
)


def recognise(url: str, text: str) -> tuple[str, str]:
    """The family of a page and the evidence in words; `static` when nothing speaks for another."""
    path = url.split("?")[0]
    for family, pattern in _BY_ADDRESS:
        found = pattern.search(path)
        if found:
            return family, f"address: {found[0]}"
    for family, marks in _BY_MARK:
        for mark in marks:
            if mark in text:
                return family, f"mark in the page: {mark}"
    return STATIC, "no family's address or mark: dated links and 下一页"


def classes_of(family: str, url: str, text: str) -> tuple[type[IndexPage], type[ReportPage]]:
    """The two page classes of a family; of an `auto` row those of the family the page is recognised as."""
    return FAMILIES[recognise(url, text)[0] if family == AUTO else family]
