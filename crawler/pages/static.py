"""Families whose lists are plain HTML: dated anchors and a 下一页. The generic one carries every site nobody has seen.

ucap   addresses with 32 hex digits or `c01_N.shtml`; the breadcrumb names the town when the title does not (会昌, 道里)
vsb    博达: `/info/C/N.htm`; list pages count down (`list/41.htm` is page 2), so only the 下页 link is followed
"""

from __future__ import annotations

from crawler.pages.base import IndexPage, ReportPage


class StaticIndex(IndexPage):
    """A list of dated anchors with a 下一页."""


class StaticReport(ReportPage):
    """An article of no known family."""


class UcapReport(ReportPage):
    """An article of the 32-hex family."""

    family = "ucap"


class VsbReport(ReportPage):
    """A VSB article; one article may stand in several numbered `vsb_content` blocks."""

    family = "vsb"
