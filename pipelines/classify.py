"""Whether a page is an annual report on open government information: by its title and by its body, with the reason in words."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from typing import Any

from pipelines.field.furniture import furniture_of
from pipelines.field.seen import Furniture, Title
from pipelines.field.titles import own_heading, page_names, read_title, trim
from pipelines.field.years import years_in
from pipelines.folding import fold
from pipelines.genuineness.topic import restored_outline, restored_view, stranger_in
from pipelines.items import Page, Reading, Report
from pipelines.kind.bodies import LISTED, Body, read_body
from pipelines.kind.own_names import named_else
from pipelines.kind.parts import MEASURED, Part, is_summary, names_many_units, parts_of, untitled_part, whole_parts
from pipelines.kind.reporters import institution_in
from pipelines.kind.spans import other_span
from pipelines.kind.title_kinds import (
    MAY_CARRY,
    MENDS,
    NAMES_NONE,
    TELLS_OF_REPORTS,
    is_bare,
    is_column_name,
    is_model,
    names_all_work,
    names_matter,
    names_other_subject,
    title_verdict,
)  # fmt: skip
from pipelines.outline import Outline, outline_of

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Is it an annual report, why, the parts it consists of (one for an ordinary page), is it a summary over many units."""

    is_annual_report: bool
    why: str
    parts: tuple[Part, ...] = ()
    is_summary: bool = False
    title: Title | None = None
    furniture: Furniture | None = None


_COLUMN = re.compile(r"xxgk\w{0,5}nb|zfgk\w{0,3}nb|gknb|ndbg|annual-?report|nianbao", re.IGNORECASE)
_COLUMN_NAMES = ("公开年报", "公开年度报告", "公开工作年度报告", "公开工作年报")


def in_column(page: Page, furniture: Furniture) -> bool:
    """True where address or path name the column of annual reports: /zfxxgknb/, 首页 > 政府信息公开年报."""
    crumbs = "".join(furniture.breadcrumb)
    return any(name in crumbs for name in _COLUMN_NAMES) or _COLUMN.search(page.url) is not None


def decide(title: Title | None, text: str, *, has_files: bool = False, in_column: bool = False) -> tuple[bool, str]:
    """Report or not, and why: the title decides unless the body contradicts it; without a clear title the body must be clear.

    In a column of annual reports less of a body is needed. What reads like a report is still none where it says that it
    covers something else than a year, or that the one who reports is no administration.
    """
    named = title.text if title else ""
    accepted, why = _judged(named, text, has_files, in_column)
    if accepted and (doubt := institution_in(named, text) or other_span(text)):
        return False, doubt
    return accepted, why


def _judged(named: str, text: str, has_files: bool, in_column: bool) -> tuple[bool, str]:
    """The verdict by the kind of document alone."""
    said, reason = title_verdict(named)
    body = read_body(fold(text)[:MEASURED])
    if in_column and not body.announced and reason not in {TELLS_OF_REPORTS, NAMES_NONE}:
        body = replace(body, announced=True)
    if said == "decoy" and not (is_column_name(named) and body.is_report and body.calls_itself):
        return False, f"{reason} (title)"
    # A column's name does not outweigh what the body is.
    sure = said == "report" and body.tells_of_a_year and (not is_bare(named) or len(body.topics) >= 3)
    if doubt := body.ruled_out or (None if sure else body.against):
        return False, f"{doubt} (body)"
    if said != "report" and body.to_somebody:
        return False, "it speaks to one who asks or is asked (body)"
    if names_all_work(named) and not (body.founded or body.form or body.on_whole_year or body.is_of_openness):
        return False, "a report on all of an office's work (title)"
    if (names_other_subject(named) and not body.form) or (names_matter(named) and not body.of_government):
        return False, "a report on another subject (title)"
    if body.is_report:
        signs = ["body: " + ", ".join(body.topics), "form" if body.form else "", reason if said == "report" else ""]
        return True, "; ".join(sign for sign in signs if sign)
    if said != "report":
        return False, "neither title nor body shows a report on openness"
    if body.empty and not has_files:
        return False, "an empty column"
    if is_bare(named) and not has_files and not body.is_of_openness:
        return False, "a column's name, and the body shows no report on openness"
    if body.is_thin or has_files:
        return True, f"{reason}; hardly any text on the page, the report may be attached"
    return _title_borne_out(body, reason)


def _title_borne_out(body: Body, reason: str) -> tuple[bool, str]:
    """Whether the body is that of its sure title: of openness throughout, or with figures of what such reports count."""
    if body.is_of_openness:
        return True, f"{reason}; body: of openness throughout"
    if (body.openness or body.topics) and (body.past or body.calls_itself or body.announced or len(body.topics) >= 2):
        return True, f"{reason}; body: {', '.join(body.topics) or 'figures'}"
    if body.matters >= 3 or (body.matters >= 2 and body.past):
        return True, f"{reason}; body: what such reports count"
    return False, "the body is not that of its title"


def classify(page: Page, outline: Outline) -> Verdict:
    """The verdict on a page: report or not, why, and the parts where several reports stand in one page."""
    furniture = furniture_of(page.view, outline, 0, len(outline.text))
    title = read_title(page, furniture)
    named = named_else(furniture, page.view, outline.text, title) or title or _other_heading(page, furniture)
    accepted, why = decide(named, outline.text, has_files=bool(page.view.attachments), in_column=in_column(page, furniture))
    if why.startswith(LISTED) and named and _is_attached(page, named):
        accepted, why = True, "its title; no text but a list of others beside its files, the report may be attached"
    if accepted and (model := next(filter(is_model, (page.view.heading, page.view.title)), None)):
        accepted, why = False, f"a model for reports: {trim(model)[:60]} (heading)"
    if not accepted and (brought := _brought_along(page, furniture, outline)):
        return Verdict(True, "a notice that brings its report along", brought, False, title, furniture)
    if not accepted:
        return Verdict(False, why, title=title, furniture=furniture)
    printed = title.text if title else None
    parts = parts_of(outline, printed)
    # Of several reports in a page each is its own unit's, whatever the page is called.
    summary = len(parts) == 1 and (is_summary(printed, outline.text) or names_many_units(outline))
    return Verdict(True, why, parts, summary, title, furniture)


def _is_attached(page: Page, title: Title) -> bool:
    """Whether a page with a report's own title has files, and none of a report on another year, as a list of reports has."""
    years = {year for file in page.view.attachments for year in years_in(trim(file.label))}
    sure = title_verdict(title.text)[0] == "report" and not is_bare(title.text) and title.source != "text"
    return sure and bool(page.view.attachments) and years <= set(years_in(title.text))


_HEADS = 5
"""Lines at the head of a text among which a notice's own heading stands, behind its number and a line of the office's."""


def _brought_along(page: Page, furniture: Furniture, outline: Outline) -> tuple[Part, ...]:
    """The reports that stand whole under the notice that issues them (关于印发…年度报告的通知); () for any other page."""
    heads = (page.view.heading, *page_names(furniture, page.view), *furniture.lines[:_HEADS])
    named = next((head for head in heads if head and title_verdict(trim(head))[1] in {MAY_CARRY, MENDS}), None)
    if named is None:
        return ()
    first = next((part for part in whole_parts(outline) if part.start > 0 and years_in(part.title or "")), None)
    if first is not None:
        return parts_of(outline, first.title, first.start)
    untitled = untitled_part(outline) if years_in(named) else None
    return (untitled,) if untitled else ()


def _other_heading(page: Page, furniture: Furniture) -> Title | None:
    """The heading of a page that is no report's (关于报送年度报告的通知), where the title tag shows that it is one."""
    at = own_heading(furniture, page.view)
    return Title(trim(furniture.before[at]), furniture.before[at], "page") if at is not None else None


def reading_of(page: Page) -> Reading:
    """The page as a Reading: its outline, the verdict, and an empty Report for each part. Never raises for a bad page.

    Where somebody put other words for 政府信息公开, the page is judged with the phrase put back: it is still a report.
    """
    try:
        outline = outline_of(page.view.content, page.view.styles)
        stranger = stranger_in(outline.text, (page.view.heading, page.view.title))
        shown = page
        if stranger is not None:
            outline, shown = restored_outline(page.view, stranger), replace(page, view=restored_view(page.view, stranger))
        verdict = classify(shown, outline)
        why = f"{verdict.why}; the page is over its budget and was cut" if outline.cut else verdict.why
    except Exception as error:
        _log.exception("classification failed: %s", page.url)
        return Reading(page, Outline("", (), ()), False, f"the page could not be read: {type(error).__name__}")
    reports = [Report(part.start, part.end, is_summary=verdict.is_summary) for part in verdict.parts]
    return Reading(
        page, outline, verdict.is_annual_report, why, reports, title=verdict.title, furniture=verdict.furniture,
        stranger=stranger, restored=shown.view if stranger is not None else None,
    )  # fmt: skip


class ClassifyPipeline:
    """Scrapy stage. Needs a Page; turns it into a Reading with its verdict and empty reports; drops nothing."""

    def process_item(self, item: Any) -> Any:
        """The Reading of a Page; anything else as it came."""
        return reading_of(item) if isinstance(item, Page) else item
