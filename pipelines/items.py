"""What travels through the pipelines: `Page` is evidence and frozen; `Reading`, `Report`, `Fact`, `Finding` are claims.

The spider yields a `Page`. The stage `classify` turns it into a `Reading` (the page, its outline, and the reports that
stand on it: usually one, none for a decoy, several when two reports were merged); later stages fill the reports in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from pipelines.list_page import ListPage

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from pipelines.field.seen import Furniture, Stranger, Title
    from pipelines.layout.styles import Styles
    from pipelines.outline import Outline

Meaning = Literal["number", "zero", "approximate", "blank", "na", "text"]
"""What is printed in a cell or sentence. Only `number`, `zero` and `approximate` have a value."""

Origin = Literal["form", "prose", "attachment"]
Outcome = Literal["pass", "fail", "uncertain", "not_assessable"]
Level = Literal["province", "prefecture", "county", "township", "department"]
Purpose = Literal["index", "report", "attachment"]
FetchOutcome = Literal[
    "ok", "not_modified", "gone", "http_error", "unreachable", "forbidden", "refused", "too_large", "empty", "binary",
    "redirect_loop", "blocked", "busy", "robots_unread", "cut_short", "soft_404", "maintenance", "login", "parked", "wrong_page",
]  # fmt: skip
"""How one request ended: `not_modified` is 304, or the very bytes of last time, `gone` 404 or 410, `forbidden` robots.txt,
`refused` our address guard, `binary` not a page.

`busy` is 429, 503 or a host that asked for a pause; `robots_unread` a robots.txt that did not load; `cut_short` a body that
ends in the middle. The last five are pages served with status 200 in place of the one asked for (`crawler.stand_ins`).
"""


# --- evidence ---


@dataclass(frozen=True, slots=True)
class Vote:
    """One voice in the choice of a codec: who (`bom`, `header`, `meta`, `bytes`, …), what it said, whether followed."""

    source: str
    said: str
    followed: bool


@dataclass(frozen=True, slots=True)
class Damage:
    """Garbling found on a page: its kind, how it was undone, the share of characters touched (0-1), how many are lost."""

    kind: str
    method: str
    share: float
    lost: int


@dataclass(frozen=True, slots=True)
class Encoding:
    """The codec that was used for a page and every vote on it."""

    codec: str
    evidence: tuple[Vote, ...] = ()


@dataclass(frozen=True, slots=True)
class CapturePlace:
    """Where a response stands in the archive: WARC file name, byte offset and length of its record, SHA-1 of the payload.

    `kind` is `revisit` where the record only says that the bytes are those of an earlier one.
    """

    file: str
    offset: int
    length: int
    digest: str
    kind: str = "response"


@dataclass(frozen=True, slots=True)
class AttachmentLink:
    """A file that a page links to, with the anchor's text as printed."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class View:
    """What the page object of a CMS family saw on a page, in the page's own words. It says nothing about reports.

    meta        names of meta tags in lower case -> content (`articletitle`, `pubdate`, `siteidcode`, …)
    rows        index table: label without spaces (`索引号`, `发布日期`, …) -> value as printed
    date_line   the line near the heading that carries the page's date and source, as printed
    content     the element that holds the article; the outline is made from it
    styles      what the styles of the page's elements say; None where nobody looked at them
    """

    family: str
    content: HtmlElement
    title: str | None = None
    heading: str | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    breadcrumb: tuple[str, ...] = ()
    rows: Mapping[str, str] = field(default_factory=dict)
    date_line: str | None = None
    attachments: tuple[AttachmentLink, ...] = ()
    styles: Styles | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """How an index page announced a page: anchor title as printed (may be cut with …), date beside it, the list's URL.

    `column` is the address of the registry's column that the list belongs to, whatever page of it; None outside of columns.
    `unit` is whose report it is by the list's own words (a cell of the row, a heading above it); None where it says nothing.
    """

    title: str
    date: date | None
    index_url: str
    column: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Fetch:
    """One request of a crawl and how it ended, the bad ends too. The spider yields one for every request that ends.

    `fetched_at` is aware and in UTC; `size` counts the body's bytes; `status` is None where no answer came; `reason`
    says in words what went wrong. `encoding` and `damage` are those of the decoded text, None and () without a text.
    `repeats` is the number of the earlier fetch of the same page that the crawl knew of; `listing` what a page of a list said.
    """

    site: str
    crawl: int | None
    url: str
    requested_url: str
    purpose: Purpose
    fetched_at: datetime
    outcome: FetchOutcome
    status: int | None = None
    reason: str | None = None
    content_type: str | None = None
    size: int = 0
    etag: str | None = None
    last_modified: str | None = None
    capture: CapturePlace | None = None
    encoding: Encoding | None = None
    damage: tuple[Damage, ...] = ()
    repeats: int | None = None
    listing: ListPage | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One response that may be a report: evidence, complete when made and never changed.

    `fetched_at` is aware and in UTC. `text` is the whole page as decoded (markup included). `site`, `fetch` and
    `listed` are None for a file read offline.
    """

    url: str
    fetched_at: datetime
    body: bytes
    content_type: str | None
    text: str
    encoding: Encoding
    view: View
    damage: tuple[Damage, ...] = ()
    damaged: bool = False
    disguised: bool = False
    site: str | None = None
    fetch: Fetch | None = None
    listed: Listed | None = None


# --- claims ---


@dataclass(slots=True, unsafe_hash=True)  # a frozen one costs six times as much to make, and a page has hundreds
class Place:
    """Where something is printed: characters `start` to `end` of the outline's text, and the cell if in a table.

    `outline.text[start:end]` is exactly what is printed there. Table, row and column count from 1.
    """

    start: int
    end: int
    table: int | None = None
    row: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        span = f"text {self.start}-{self.end}"
        if self.table is None:
            return span
        return f"table {self.table} row {self.row} column {self.column}, {span}"


@dataclass(slots=True)  # a frozen one costs six times as much to make, and a page has hundreds
class Fact:
    """One figure of a report with its place.

    code        indicator of the codebook, in `edition`; None for a local extra row, whose label is in `category`
    applicant   applicant type (`natural_person` … `total`) in section 三 of the forms of 2019 and 2021, else None
    category    printed label of a breakdown in prose (机构信息7条 -> 机构信息, code of the total it breaks down)
    value       None unless meaning is number, zero or approximate
    raw         exactly what is printed at `place`
    unit        unit of the value as stored (条, 件, 万元, …)
    remark      what is printed beside the number (9（县级） -> 县级), or the printed unit where it was converted
    """

    code: str | None
    edition: str
    value: Decimal | None
    meaning: Meaning
    raw: str
    unit: str | None
    origin: Origin
    place: Place
    applicant: str | None = None
    category: str | None = None
    remark: str | None = None

    def __hash__(self) -> int:  # of what hardly two facts share: all of it would take six times as long
        return hash((self.code, self.applicant, self.raw, self.place.start))


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A fact of another report that a finding rests on. `whose`: the year of that report, or the township that it is of."""

    whose: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one rule on one report. `left` and `right` are the two sides as text; `facts` what they came from.

    `elsewhere` is what they came from in other reports; the facts in `facts` are all of the finding's own.
    """

    rule: str
    outcome: Outcome
    message: str
    left: str | None = None
    right: str | None = None
    facts: tuple[Fact, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()


@dataclass(frozen=True, slots=True)
class Hijack:
    """Whether someone else's words were put in: `genuine`, `hijacked`, `mirror`, `disguised`, `injected` or `unknown`."""

    verdict: str = "unknown"
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the office, as printed; None where the report does not say."""

    phone: str | None = None
    fax: str | None = None
    email: str | None = None
    address: str | None = None
    postcode: str | None = None
    website: str | None = None


@dataclass(frozen=True, slots=True)
class DatedClaim:
    """One date that the page gives for its publication: where it stands (`index-table`, `meta`, …) and as printed."""

    source: str
    value: date
    raw: str


@dataclass(frozen=True, slots=True)
class DivisionRef:
    """An administrative division: code (GB/T 2260, nine digits for a township), name, path from the province down."""

    code: str
    name: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceVote:
    """One piece of evidence for a place: who (`publisher`, `phone`, …), what it said, the codes it allows, whether followed."""

    source: str
    said: str
    codes: tuple[str, ...]
    followed: bool


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a report belongs, with every vote. `division` is None where it stays open; then `candidates` are what it may be."""

    division: DivisionRef | None
    level: Level | None
    votes: tuple[PlaceVote, ...] = ()
    candidates: tuple[DivisionRef, ...] = ()
    reason: str = ""


@dataclass(slots=True)
class Report:
    """What one report says, as far as it was read. `start`/`end`: its part of the outline's text.

    `publisher_inferred` is True where the publisher's name is nowhere printed as given here (我镇 + breadcrumb, a name
    rebuilt on a hijacked page). `form_edition` is read off the form that stands on the page; None for prose.
    `dates` holds every publication date found, the winner first. `damage` is what reading the fields showed to be lost
    (年 and 月 of the period), besides the damage of the whole page. The stage `version` gives `identity` (the same for
    every capture of one publisher's report for one year) and the hashes of the text and of the figures.
    """

    start: int
    end: int
    title: str | None = None
    title_as_printed: str | None = None
    publisher: str | None = None
    publisher_as_printed: str | None = None
    publisher_inferred: bool = False
    compiled_by: str | None = None
    level: Level | None = None
    division: DivisionRef | None = None
    placement: Placement | None = None
    report_year: int | None = None
    period: tuple[date, date] | None = None
    publish_date: date | None = None
    published_at: datetime | None = None
    dates: tuple[DatedClaim, ...] = ()
    form_edition: str | None = None
    index_number: str | None = None
    document_number: str | None = None
    issuing_office: str | None = None
    topic: str | None = None
    source_media: str | None = None
    contact: Contact = field(default_factory=Contact)
    is_summary: bool = False
    hijacked: Hijack = field(default_factory=Hijack)
    damage: list[Damage] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    identity: str | None = None
    content_hash: str | None = None
    facts_hash: str | None = None


@dataclass(slots=True)
class Reading:
    """A page and what is claimed of it. `why` says in words what the verdict `is_annual_report` rests on.

    `title` and `furniture` are those of the whole page as `classify` saw them, for later stages to use again.
    `stranger` is what stood in the place of 政府信息公开 where somebody put it there: outline and `restored`, the view to
    read the fields from, then have the phrase again.
    """

    page: Page
    outline: Outline
    is_annual_report: bool
    why: str
    reports: list[Report] = field(default_factory=list)
    body_hash: str | None = None
    title: Title | None = None
    furniture: Furniture | None = None
    stranger: Stranger | None = None
    restored: View | None = None
