"""The fields of one report: what it is called, whose it is, what year and period it covers, when it came out, whom to ask."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipelines.field.contact import read_contact
from pipelines.field.dates import Period, line_period, report_period
from pipelines.field.furniture import furniture_of
from pipelines.field.names import full_name, is_foreign, level_of
from pipelines.field.published import claims, day_of, fetched_on, read_published
from pipelines.field.publisher import read_publisher
from pipelines.field.sections import section_findings
from pipelines.field.seen import Furniture, Title
from pipelines.field.selfnames import level_called
from pipelines.field.titles import FILE_NAME, read_title
from pipelines.field.years import read_year, years_in
from pipelines.folding import fold, squeeze
from pipelines.items import Damage, Finding, Page, Reading, Report
from pipelines.outline import Outline

LONGEST = 120_000
"""Characters of one report that the fields are looked for in; real ones stay under a third of it."""

_DOCUMENT_NUMBER = re.compile(
    r"\(?(?:文号:|发文字号:)?"
    r"([\u4e00-\u9fff]{1,16} ?(?:[\[({<〈《]{1,2}20\d\d年?[\])}>〉》]{0,2}|20\d\d[\])}>〉》]{1,2}) ?第?\d{1,5} ?号)"
    r"\)?(?: ?签发人.{0,12})?"
)
_SOURCE = re.compile(r"(?:信息|文章|稿件|内容)?来 ?源 ?: ?([^\s|:,;]{2,40})")
_INDEX = re.compile(r"(?=(?:\D*\d){3})[\w/.\[\]()-]{4,60}")


@dataclass(frozen=True, slots=True)
class _Source:
    """What the fields are read from: the page, its furniture, and the text of the one report."""

    page: Page
    furniture: Furniture
    text: str


def read_fields(page: Page, outline: Outline, report: Report, seen: Reading | None = None, *, whole_page: bool = True) -> None:
    """Fills the report in, all but its facts; what the text does not say stays None. Findings go to the report.

    With `whole_page` False (one of several reports in a page) the title is looked for in the report's own lines only.
    `seen` is the page's reading, whose furniture and title are used again.
    """
    known = seen.furniture if seen and whole_page else None
    furniture = known or furniture_of(page.view, outline, report.start, report.end)
    source = _Source(page, furniture, outline.text[report.start : min(report.end, report.start + LONGEST)])
    title = seen.title if seen and known else read_title(page, furniture, whole_page=whole_page)
    if title is None and seen is not None and report.start == 0:
        title = seen.title  # the first of several reports stands under the page's own heading
    _read_times(source, report, title)
    _read_publisher(source, report, title)
    _read_rows(source, report)
    report.contact, found = read_contact(source.text)
    report.findings += [*found, *section_findings(outline, report.start, report.end)]


def _read_times(source: _Source, report: Report, title: Title | None) -> None:
    years = years_in(title.text) if title else ()
    hint = years[0] if years else None
    period = report_period(source.text, hint) or _period_above(source, hint)
    dated = list(dict.fromkeys(claims(source.page, source.furniture, source.text)))
    latest = fetched_on(source.page)
    year = read_year(source.page, title, period, source.text, [claim for claim in dated if day_of(claim) <= latest])
    report.report_year = year.year
    report.findings += year.findings
    if period:
        report.period = (period.start, period.end)
        _period_findings(report, period, len(source.text))
    published = read_published(dated, report.report_year, period.end if period else None, latest)
    report.publish_date, report.published_at, report.dates = published.day, published.moment, published.claims
    report.findings += published.findings


def _period_above(source: _Source, hint: int | None) -> Period | None:
    """The period that a line of its own tells between the heading and the article."""
    found = (line_period(line, hint) for line in reversed(source.furniture.before[-_NEAR_TITLE:]) if len(line) <= _LONGEST_LINE)
    return next(filter(None, found), None)


_NEAR_TITLE, _LONGEST_LINE = 6, 40


def _period_findings(report: Report, period: Period, size: int) -> None:
    if period.lost:
        message = f"the statistics period has lost {period.lost} of its 年 and 月; read as {period.start} to {period.end}"
        report.findings.append(Finding("period-lost-characters", "fail", message, period.raw, f"{period.start} to {period.end}"))
        report.damage.append(Damage("dropped-characters", "period", round(period.lost / max(size, 1), 6), period.lost))
    if not period.stated_start:
        report.findings.append(
            Finding(
                "period-start-inferred",
                "uncertain",
                "only the end of the period is printed; it is taken to begin with the year",
                period.raw,
            )
        )
    if (period.end - period.start).days > 400:
        report.findings.append(Finding("period-not-one-year", "fail", "the statistics period is longer than a year", period.raw))


def _read_publisher(source: _Source, report: Report, title: Title | None) -> None:
    publisher = read_publisher(title.text if title else None, source.furniture, source.text)
    if publisher.name is None and source.page.listed is not None and source.page.listed.unit:
        # The page names nobody (我镇): the list that led to it does, beside the title.
        publisher = replace(publisher, name=full_name(source.page.listed.unit), inferred=True)
    report.publisher, report.publisher_as_printed = publisher.name, publisher.printed
    report.publisher_inferred, report.compiled_by = publisher.inferred, publisher.compiled_by
    if title and title.source == FILE_NAME:
        _tell_of_file_name(source, report, title)
    elif title:
        report.title, report.title_as_printed = title.text, title.printed
        if publisher.name and publisher.printed and is_foreign(publisher.printed):
            report.title = title.text.replace(publisher.printed, publisher.name)
    if publisher.name:
        report.level = level_of(publisher.name, source.text, source.page.view.meta.get("siteidcode"))
    else:
        report.level = level_called(source.text)


def _tell_of_file_name(source: _Source, report: Report, title: Title) -> None:
    """A title that only the file's name tells is no printed one, nor is the publisher in it."""
    report.title = title.text
    if report.publisher_as_printed and report.publisher_as_printed not in squeeze(source.text):
        report.publisher_as_printed, report.publisher_inferred = None, True
    message = "the page prints no title; it is taken from the name of the file"
    report.findings.append(Finding("title-inferred", "uncertain", message, title.printed))


def _read_rows(source: _Source, report: Report) -> None:
    row = source.furniture.row
    number = row("索引号", "索引编号", "信息索引号", "信息索引", "索取号", "号")
    shaped = number and _INDEX.fullmatch(fold(number)) and not re.search("[年月日]", number)
    report.index_number = number if shaped else None
    report.document_number = row("文号", "发文字号", "公文文号", "文件编号", "备注/文号") or _number_line(source.furniture)
    report.issuing_office = row(
        "发布机构", "发布单位", "发布机关", "发文机关", "发文机构", "发文单位", "公开机构", "公开单位", "公开主体", "责任部门"
    )
    report.topic = row("主题分类", "信息分类", "组配分类", "分类", "体裁分类")
    report.source_media = _source_media(source)


_NEAR = 4
"""Lines above an article among which its number stands beside its heading."""


def _number_line(furniture: Furniture) -> str | None:
    """A document number on a line of its own at the head of the text, or right before it."""
    for line in (*furniture.before[-_NEAR:], *furniture.lines[:15]):
        if len(line) <= 40 and (match := _DOCUMENT_NUMBER.fullmatch(fold(line))):
            return line[match.start(1) : match.end(1)]
    return None


def _source_media(source: _Source) -> str | None:
    """Where the page says that the text comes from, as printed: lines round the heading, ContentSource, index table."""
    furniture, dated = source.furniture, source.page.view.date_line
    short = [line for line in (*furniture.before[-12:], *furniture.lines[:12]) if len(line) <= 60]
    for line in [*([dated] if dated else []), *furniture.date_lines, *short]:
        if "来" in line and (match := _SOURCE.search(fold(line))):
            return line[match.start(1) : match.end(1)]
    meta = (source.page.view.meta.get("contentsource") or "").strip()
    return furniture.row("信息来源", "来源") or meta or None
