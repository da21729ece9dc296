"""Whether a report is what it says it is: the verdict on one capture, with its evidence.

hijacked    somebody's words in the publisher's place, in the topic phrase, in the text, the source line, the title, the head
mirror      a copy on a host that has nothing to do with the place
disguised   text made unreadable by a kit, as decoding found it
injected    hidden blocks or links of the trade in a page that is otherwise the publisher's
genuine     no such sign, and the page's own evidence agrees on the publisher
unknown     no such sign, and not enough evidence

The strongest verdict wins, in this order; the evidence keeps the signs of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.genuineness.hidden import signs_on_page
from pipelines.genuineness.hosts import Standing, copy_signs, elsewhere, is_of_place, standing
from pipelines.genuineness.places import signs_in_places
from pipelines.genuineness.running import is_advertisement, signs_in_text
from pipelines.genuineness.signs import Sign
from pipelines.items import Hijack, Reading, Report
from pipelines.placing.hosts import labels_of, spelling

MOST_SIGNS = 12
ENOUGH = 2
"""Pieces of evidence for the publisher that make a report genuine; a government's host is one of them."""

_ALARMS = ("hijacked", "mirror", "disguised", "injected")


@dataclass(frozen=True, slots=True)
class _Found:
    """The signs by verdict, and where the page stands."""

    signs: dict[str, list[Sign]]
    at: Standing


def verdict(reading: Reading, report: Report, vouched: frozenset[str] = frozenset()) -> Hijack:
    """The verdict on one report of a page, with what it rests on. Needs the report's fields. Never raises for a bad page.

    `vouched` are the hosts that the site's registry row names: somebody looked at them, so they are no strangers.
    """
    found = _look(reading, report, vouched)
    named = next((name for name in _ALARMS if found.signs[name]), None)
    if named is None:
        support = list(_support(reading, report, found.at, vouched))
        doubt = elsewhere(report, found.at.codes)
        sure = report.publisher and len(support) >= ENOUGH and not doubt
        return Hijack("genuine" if sure else "unknown", (*support, *([f"phone: {doubt}"] if doubt else [])))
    signs = [str(sign) for name in _ALARMS for sign in found.signs[name]]
    return Hijack(named, tuple([*dict.fromkeys(signs)][:MOST_SIGNS]) + tuple(_rebuilt(report)))


def _look(reading: Reading, report: Report, vouched: frozenset[str]) -> _Found:
    page, view = reading.page, reading.page.view
    text = reading.outline.text[report.start : report.end]
    at = standing(page.url, report)
    stranger = at.kind == "other" and at.host not in vouched
    hijacked = [Sign("topic", reading.stranger.words)] if reading.stranger else []
    hijacked += signs_in_places(report, view, text)
    hijacked += signs_in_text(text, at.host if stranger else None)
    copied = copy_signs(at, report, view, page.url, text) if stranger else []
    disguised = [Sign("damage", damage.kind) for damage in page.damage] or [Sign("damage", "disguised")] if page.disguised else []
    injected = list(signs_on_page(view.content, page.text, at.host, view.styles)) or list(_above(reading))
    if injected and all(sign.where == "text" for sign in hijacked):
        injected, hijacked = [*injected, *hijacked], []  # the words in the text are those of the links or the hidden block
    return _Found({"hijacked": hijacked, "mirror": copied, "disguised": disguised, "injected": injected}, at)


def _above(reading: Reading) -> Iterator[Sign]:
    """A line of the trade's words above the article."""
    before = reading.furniture.before if reading.furniture else ()
    yield from (Sign("block", line) for line in before[-15:] if is_advertisement(line))


def _rebuilt(report: Report) -> Iterator[str]:
    """How the true publisher was found again, where it was."""
    if report.publisher and report.publisher_inferred:
        yield f"rebuilt: {report.publisher}, by the names that the report uses for itself"


def _support(reading: Reading, report: Report, at: Standing, vouched: frozenset[str]) -> Iterator[str]:
    """What speaks for the publisher, a line each."""
    view = reading.page.view
    if at.kind == "government":
        yield f"host: {at.host}"
    if at.host and at.host in vouched:
        yield f"registry: {at.host}"
    if report.publisher and not report.publisher_inferred and report.title and report.publisher_as_printed:
        yield f"publisher: {report.publisher_as_printed}"
    labels = labels_of(at.host) if at.kind in ("government", "other") else ()
    if labels and any(spelling(labels, code) for code in at.codes):
        yield f"host spells the place: {at.host}"
    site = re.match(r"\d{6}", view.meta.get("siteidcode", ""))
    if site and any(code[:6] == site.group() or code[:4] == site.group()[:4] for code in at.codes):
        yield f"SiteIDCode: {site.group()}"
    if is_of_place(report, at.codes):
        yield f"phone: {report.contact.phone}"
