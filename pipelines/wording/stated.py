"""Which figure the words before a number, or right behind it, state."""

from __future__ import annotations

import re

from pipelines.wording.context import Number
from pipelines.wording.cues import (
    AUDIENCE,
    CASES_ABOUT_IT,
    DISCLOSES,
    DOMAIN,
    OBJECTS,
    PARTICIPANTS,
    ROUTES_BEFORE,
    SUM,
    UNKNOWN_BEFORE,
    VERBS_ONLY,
)
from pipelines.wording.needs import REQUEST_ROUTES
from pipelines.wording.tolerance import UNREAD, loosened, of_medium
from pipelines.wording.wordings import Figure, figure_of, open_figure_of, phrase_of

_SURE: frozenset[str] = frozenset()
_TRAINING = frozenset(("政开",))
_NOT_LOOSELY = frozenset(("list", "alone", "plain"))
_NOT_BEFORE_OBJECT = frozenset(("list", "weak", "alone", "plain"))
_SEPARATED = frozenset("、和及与或并")
_REVIEWS = re.compile(r"法制[办局机]|司法局|复议(?:机关|机构|局|委|办)")
"""The office of the same government that hears its cases."""
_SUMMED = frozenset((("fees.collected", "元"), ("organisation.reading_points", "个"), ("organisation.reading_points", "处")))
_POSTS = {"专职": "staff.full_time", "兼职": "staff.part_time"}
_EACH = re.compile(r"[均都皆各]")


def by_heading(number: Number) -> bool:
    """Whether nothing but the heading before it can say what a number counts."""
    behind = number.sentence.text[number.hit.end : number.hit.end + 1]
    return not behind.strip("，,；;。、）) ") and not number.state.last and bool(number.sentence.section.innermost)


def core_of(number: Number, year: int | None, names: tuple[str, ...]) -> str:
    """The core of the words before a number, or that of its heading where they say nothing."""
    core = number.phrase.core
    if not core.replace("均", "") and by_heading(number):
        core = phrase_of(number.sentence.section.innermost, year, names).core + core
    return "收到申请" if ROUTES_BEFORE.fullmatch(core) else core


def summed(number: Number) -> Figure | None:
    """What 共计N件 sums up: the routes, the outcomes or the kinds of information counted before it."""
    state = number.state
    if PARTICIPANTS.match(number.phrase.core) and number.of_people and state.last == "training.classes":
        return Figure("training.people", _SURE)
    reviewed = not state.foreign or _REVIEWS.search(number.sentence.text, 0, number.hit.start)
    cases = CASES_ABOUT_IT.search(number.sentence.text, 0, number.hit.start) if reviewed else None
    if cases and number.unit in "件起宗例":
        return Figure("review.total" if cases.group(1) == "复议" else "litigation.total", _SURE)
    if not SUM.fullmatch(number.words):
        return None
    if state.last in REQUEST_ROUTES:
        return Figure("requests.received", _SURE)
    if (state.last, number.unit) in _SUMMED:
        return Figure(state.last, _SURE)
    if not state.last and number.unit in "条件篇" and any(DISCLOSES.search(lead) for lead in state.leads):
        return Figure("disclosure.total", _SURE)
    return Figure("*.total", _SURE) if state.family and state.last.startswith(f"{state.family}.") else None


def stated(number: Number, core: str, year: int | None, names: tuple[str, ...]) -> Figure | None:
    """The figure that a number states, None if its words are not understood; notes where the object follows it."""
    unit = number.unit
    after = phrase_of(number.right, year, names) if number.right else None
    if after is not None and after.core and VERBS_ONLY.fullmatch(core):
        figure = figure_of(core + after.core, unit)
        number.object_follows = figure is not None
        if figure is not None:
            return figure
    figure = figure_of(core, unit)
    if figure is not None and figure.code == "staff.total" and after is not None and after.core in _POSTS:
        return Figure(_POSTS[after.core], _SURE)  # 工作人员1人专职负责
    if figure is not None and not (after is not None and after.core and figure.needs & _NOT_BEFORE_OBJECT):
        return figure
    opened = open_figure_of(core, unit)
    if opened and not DOMAIN.search(opened[1]):
        held = opened[0].code.startswith("training.") and AUDIENCE.fullmatch(opened[1])
        if held or not UNKNOWN_BEFORE.search(opened[1]):
            return opened[0]
    return _loosely(number, after.loose if after is not None else "")


def _loosely(number: Number, after: str) -> Figure | None:
    """What a number states where words stand unread among those before it, or among those behind it."""
    state, unit = number.state, number.unit
    listed = state.breakdown or bool(state.queue)
    loose = loosened(number.phrase.loose, listed, number.words)
    behind = loosened(after, listed, number.right)
    if behind and VERBS_ONLY.fullmatch(loose or number.phrase.loose.replace(UNREAD, "")):
        figure = figure_of((loose or "") + behind, unit) or figure_of(behind, unit)
        number.object_follows = figure is not None
        if figure is not None:
            return figure
    medium = of_medium(number.phrase.loose)
    if medium:
        return figure_of(medium, unit)
    figure = figure_of(loose, unit) if loose else None
    if figure is None or figure.needs & _NOT_LOOSELY:
        return None
    return Figure(figure.code, _TRAINING) if figure.code.startswith("training.") else figure


def each_of(number: Number, core: str) -> list[Figure]:
    """The figures of several subjects that share a number: 复议、诉讼均为0, 专职、兼职各1名, 分别为2件、3件; or none."""
    if _SEPARATED.isdisjoint(core):
        return []
    subjects = [part for part in OBJECTS.split(core.replace("均", "")) if part and part not in ("申诉", "旁事")]
    known = [figure for figure in (figure_of(part, number.unit) for part in subjects) if figure is not None]
    if not 2 <= len(subjects) == len(known) <= 5 or number.state.foreign:
        return []
    if "分别" in number.words or number.zero or "均" in core or _EACH.search(number.words[-8:]):
        return known
    return []
