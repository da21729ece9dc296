"""What the operator is told after a night: the sites that came to need a look and those that recovered, each once. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from crawler.night.rhythm import CHINA
from models.told import SiteState

STALE = timedelta(days=45)
"""A site that no crawl has read well for so long is told of, whatever its last outcome: 31 days is the longest back-off."""

REMEDIES = {
    "blocked": (
        "open it in a browser; if it shows a challenge, write to the site's keeper (we never work around one)",
        "用浏览器打开看看；如果出现验证页，请联系网站管理方（本程序从不绕过验证）",
    ),
    "broken": (
        "see `nianbao schedule why KEY` and log/crawl.log in the data folder;"
        " if the site moved, `nianbao sites probe` its home page",
        "查看 `nianbao schedule why KEY` 和数据目录里的 log/crawl.log；如果网站已搬家，用 `nianbao sites probe` 探查首页",
    ),
    "incomplete": (
        "`nianbao crawl KEY` tries it again now; the reason says what is missing",
        "`nianbao crawl KEY` 可立即重试；缺了什么见原因",
    ),
    "stale": (
        "`nianbao schedule why KEY` says why it was not crawled",
        "`nianbao schedule why KEY` 说明为什么一直没有抓取",
    ),
}
"""What a person can do about each problem, in English and Chinese."""

_CHINESE = {"blocked": "被拦截", "broken": "无法抓取", "incomplete": "抓取不全", "stale": "久未更新"}


@dataclass(frozen=True, slots=True)
class Problem:
    """A site that needs a look, and why."""

    state: SiteState
    kind: str


@dataclass(frozen=True, slots=True)
class Digest:
    """What there is to tell: `new` problems, sites that `recovered`, and how many older problems are `still` there."""

    new: tuple[Problem, ...]
    recovered: tuple[SiteState, ...]
    still: int

    def __bool__(self) -> bool:
        """Whether there is anything to tell: what was told before is no news."""
        return bool(self.new or self.recovered)


def on_first_try(state: SiteState) -> bool:
    """Whether a site's last crawl alone was incomplete or cut off: neither a problem yet nor well."""
    return state.in_a_row < 2 and (state.outcome == "incomplete" or state.cut_off)


def problem_of(state: SiteState, now: datetime) -> str | None:
    """What is wrong with a site, None where nothing is. One crawl that was incomplete or cut off is tried again first."""
    if state.outcome in REMEDIES and not on_first_try(state):
        return state.outcome
    return "stale" if state.last_good is not None and now - state.last_good > STALE else None


def digest_of(states: Iterable[SiteState], told: Mapping[str, str], now: datetime) -> Digest:
    """What is new since `told` (the problem of each site that was told of already), sites in order of key."""
    found = sorted(states, key=lambda state: state.site)
    problems = {state.site: kind for state in found if (kind := problem_of(state, now)) is not None}
    news = {site: kind for site, kind in problems.items() if kind != told.get(site)}
    new = tuple(Problem(each, news[each.site]) for each in found if each.site in news)
    well = tuple(each for each in found if each.site in told and each.site not in problems and each.outcome != "incomplete")
    return Digest(new, well, len(problems) - len(new))


def title_of(digest: Digest) -> str:
    """The digest in a line."""
    new, recovered = len(digest.new), len(digest.recovered)
    return f"nianbao: {new} new problem(s), {recovered} recovered / 新问题 {new}，已恢复 {recovered}"


def body_of(digest: Digest, most: int = 40) -> str:
    """The digest in plain text, a problem a paragraph; of more than `most` problems the others are counted."""
    parts = [_paragraph(problem) for problem in digest.new[:most]]
    more = len(digest.new) - most
    if more > 0:
        parts.append(f"… and {more} more: `nianbao status` / 其余 {more} 个见 `nianbao status`")
    if digest.recovered:
        keys = ", ".join(each.site for each in digest.recovered[:most])
        parts.append(f"recovered / 已恢复: {keys}" + (" …" if len(digest.recovered) > most else ""))
    if digest.still:
        parts.append(f"still as told before / 此前已通知、仍未解决: {digest.still}")
    return "\n\n".join(parts)


def _paragraph(problem: Problem) -> str:
    state = problem.state
    english, chinese = REMEDIES[problem.kind]
    since = f" since {state.since.astimezone(CHINA):%Y-%m-%d}" if state.since else ""
    head = f"{state.site} {state.name or ''}".rstrip()
    reason = (state.reason or "-")[:300]
    return f"{head}: {problem.kind} {_CHINESE[problem.kind]}{since}\n  {reason}\n  → {english}\n  → {chinese}"
