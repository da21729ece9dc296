"""The places where a page names an office or a source: title, heading, index table, breadcrumb, source line, page head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.folding import fold, squeeze
from pipelines.genuineness.offices import is_foreign_name, is_no_office
from pipelines.genuineness.signs import Sign
from pipelines.genuineness.words import compact, hits, is_own_talk, plain
from pipelines.items import Report, View

_ISSUERS = (
    "发布机构", "发布单位", "发布机关", "发文机关", "发文机构", "发文单位", "公开机构", "公开单位", "公开主体", "责任部门",
)  # fmt: skip
_SOURCES = ("信息来源", "来源")
_SEPARATOR = re.compile(r"[|_»]|\s-{1,3}\s|-{1,3}(?![\d])")
_TOPIC = re.compile(r"政府信息(?:主动)?公开|政务信息公开|政[府务]公开|信息公开|资讯公开")
_KIND = re.compile(r"(?:工作)?(?:年度)?(?:工作)?(?:报告|年报|总结)")
_OFFICE_WORDS = re.compile("(?:人民政府)?(?:党政)?(?:各?办公室|门户网站|编制|公布)")
_YEAR = re.compile(r"20\d\d ?年?度?|[二2][〇零○ОOo0][〇零○ОOo0一二三四五六七八九]{2}年?度?")
_DOMAIN = re.compile(r"(?:https?://)?[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,5}(?::\d+)?")
_MEASURED = 20_000
_HEAD = 600
"""Characters of a head's description that are looked at."""


def signs_in_places(report: Report, view: View, text: str) -> Iterator[Sign]:
    """Every sign in a place of a name; `text` is the report's, whose beginning a description may repeat."""
    opening = squeeze(text[:_HEAD])
    yield from _publishers(report)
    yield from _no_office(report, text)
    yield from _titles(report, view)
    yield from _issuers(report, view)
    yield from _sources(report, view)
    yield from _head(view, opening)


def _publishers(report: Report) -> Iterator[Sign]:
    if report.publisher_as_printed and is_foreign_name(report.publisher_as_printed):
        yield Sign("publisher", report.publisher_as_printed)
    elif report.compiled_by and is_foreign_name(report.compiled_by):
        yield Sign("publisher", report.compiled_by)


def _no_office(report: Report, text: str) -> Iterator[Sign]:
    """Words of no known kind in the title's name place that stand where only an office can: 由…办公室编制, …门户网站."""
    title = report.title_as_printed or report.title or ""
    topic = _TOPIC.search(fold(title))
    name = squeeze(_YEAR.sub("", fold(title[: topic.start()]))).strip("《》“”\"':：-—") if topic else ""
    if not 4 <= len(name) <= 40 or name not in text:
        return
    if _is_told_as_office(name, text[:_MEASURED]) and is_no_office(name):
        yield Sign("publisher", f"{name}, which is no office")


def _is_told_as_office(name: str, text: str) -> bool:
    at = text.find(name, 1)
    while at > 0:
        if text[at - 1] in "由与和在" and _OFFICE_WORDS.match(text, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False


def _titles(report: Report, view: View) -> Iterator[Sign]:
    printed = dict.fromkeys(filter(None, (report.title_as_printed, report.title, view.heading, view.title)))
    for title in printed:
        if words := foreign_in_title(title):
            yield Sign("title", words)


def foreign_in_title(title: str) -> str | None:
    """What in a title or heading is somebody else's: in the name's place, in the topic's, or in a piece of its own."""
    text = title[:300]
    bare = compact(text)
    for hit in hits(bare, "brand", "trade"):
        if not is_own_talk(bare, hit.start, hit.end) and not _belongs_to_office(text):
            return hit.word.word
    named = next((piece for piece in _SEPARATOR.split(fold(text)) if _KIND.search(piece)), None)
    end = named and (_TOPIC.search(named) or _KIND.search(named))
    if named and end:
        before = _YEAR.sub("", named[: end.start()])
        # A title of underscores is a name of underscores: the pieces before the one with the topic belong to the name.
        name = "".join(fold(text).partition(named)[:1]) + before if "_" in text else before
        if name.strip() and is_foreign_name(name):
            return name.strip()
    return None


def _belongs_to_office(title: str) -> bool:
    """True where the word is part of an office's own name: 六盘水市福利彩票发行中心2016年…."""
    topic = _TOPIC.search(title)
    if topic is None:
        return False
    name = squeeze(_YEAR.sub("", fold(title[: topic.start()])))
    return bool(name) and not is_foreign_name(name)


def _issuers(report: Report, view: View) -> Iterator[Sign]:
    offices = [view.rows[label] for label in _ISSUERS if label in view.rows]
    offices += [name for name in (report.issuing_office, view.meta.get("sitename")) if name]
    for office in dict.fromkeys(offices):
        if not _DOMAIN.fullmatch(fold(office.strip()).lower()) and is_foreign_name(office):
            yield Sign("office", office)
    for crumb in view.breadcrumb[:12]:
        bare = compact(crumb[:100])
        found = hits(bare, "brand") or (hits(bare, "trade") and hits(bare, "lure"))
        if found and not is_own_talk(bare, 0, len(bare)):
            yield Sign("breadcrumb", crumb)


def _sources(report: Report, view: View) -> Iterator[Sign]:
    said = [report.source_media, view.meta.get("contentsource"), *(view.rows.get(label) for label in _SOURCES)]
    for source in dict.fromkeys(filter(None, said)):
        bare = compact(_DOMAIN.sub("", plain(source[:200])))
        if hits(bare, "brand", "trade") and not is_own_talk(bare, 0, len(bare)):
            yield Sign("source", source)
            return


def _head(view: View, opening: str) -> Iterator[Sign]:
    """Words in the page's head alone: its keywords and its description."""
    for name in ("keywords", "description"):
        said = plain((view.meta.get(name) or "")[:_HEAD])
        if not said or squeeze(said)[:40] in opening:
            continue
        found = [hit for hit in hits(said, "brand", "trade") if not is_own_talk(said, hit.start, hit.end)]
        if found:
            yield Sign("head", ", ".join(dict.fromkeys(hit.word.word for hit in found)))
