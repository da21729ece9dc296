"""Counts that prove one another: 网站40条 and 公开栏36条 are all of the 76 disclosed, whatever words stand beside them.

Read before the sentences are: where the counts of media right behind one another come to a number that is said to have been
disclosed, they are what those media printed and it is the whole. No wording is asked for, so the words may be any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice

from pipelines.wording.claims import Claim
from pipelines.wording.counts import hits
from pipelines.wording.published.channels import of_other_times
from pipelines.wording.published.made_up import made_up
from pipelines.wording.published.media_lists import media_lists
from pipelines.wording.published.printed import OTHER, SHARED, Printed, printed, row_of
from pipelines.wording.sentences import Sentence

MAX_COUNTS = 400
"""Counts of items looked at in one report."""

_BEHIND_IT = 14
_OWN = ("website", "wechat", "weibo", "gazette")
_SOME, _ROUGHLY = 50, 20
"""A rough number of that size at least, and how close the sum must come to it: to a twentieth."""
_LONGEST, _BEFORE, _BEHIND, _FAR, _BETWEEN = 10, 16, 3, 900, 160
_DISCLOSED = re.compile(r"公开|公布|发布|上网|公示|推送|信息[^，,。；;]{0,8}$")
_NOT_DISCLOSED = re.compile(
    r"申请|受理|收到|答复|解读|采用|采纳|报送|上报(?!刊)|留言|来信|咨询|建议|提案|点击|访问|浏览|阅读|粉丝|稿件|转载|任务|计划|目标"
    r"|力争|撤[回下销]|删除|更正|发布单|审批单|登记表|处罚决定|许可决定|培训|会议|不予公开|部分公开|无法公开|累计至今|以来"
)
_NAMED_BEHIND = re.compile(
    r"[，,：:\s—]{1,3}(?:这?是|为|即)?(?:20\d\d年度?)?[^，,。；;\d]{0,12}公开[^，,。；;\d]{0,8}(?:总数|总量|总条数|数量|数)"
)
"""9640条，全区主动公开政府信息总数: the number stands first."""
_SUMS = re.compile(r"[合总共]计|总[数量共]|一共|加起来|相加|之和|合起来|加在一起|累加|[合总共]有?$")
_TWICE = re.compile(r"(?<!不)重复|去重|同一(?:条)?信息|只计|[一1]次计|计[一1][次条]|多处发布")
_EACH_WAY = re.compile(r"(?:各|多|不同|[两三四五六]种)[^，,。；;]{0,3}(?:渠道|平台|媒体|载体)|条次")

_FORM_ROW = re.compile(r"不同渠道和方式(?:主动)?(?:公开|发布)")
"""通过不同渠道和方式公开政府信息: the form's row, beside the whole."""


@dataclass(frozen=True, slots=True)
class Proofs:
    """What is known of numbers before their sentences are read, by where each begins.

    sure    what sums prove; `likely`: what they make likely, which gives way to plain words elsewhere
    spare   what a list of media shows, for numbers that no wording knows
    """

    sure: dict[int, str] = field(default_factory=dict)
    likely: dict[int, str] = field(default_factory=dict)
    spare: dict[int, str] = field(default_factory=dict)


def proofs_of(sentences: Sequence[Sentence], year: int | None, names: Sequence[str]) -> Proofs:
    """What the sums of a report prove of its numbers."""
    counts = list(islice(_counts(sentences, names), MAX_COUNTS))
    sure = _of_media(counts, year)
    if "disclosure.total" not in sure.values():
        sure |= _of_media(_without_kinds(counts), year)
    likely = {} if "disclosure.total" in sure.values() else made_up(counts, year, names)
    likely = {start: code for start, code in likely.items() if start not in sure}
    spare = media_lists(counts, year, names)
    return Proofs(sure, likely, {start: code for start, code in spare.items() if start not in sure and start not in likely})


def spared(sentence: Sentence, claims: list[Claim], spare: Mapping[int, str]) -> list[Claim]:
    """The claims with those of the media in lists that no wording knew; what was taken for a kind gives way to them."""
    text, start = sentence.text, sentence.start
    found = [hit for hit in hits(text) if start + hit.start in spare] if spare else []
    if not found:
        return claims
    taken = {claim.start for claim in claims if claim.label is None and claim.start >= start}
    found = [hit for hit in found if start + hit.start not in taken]
    if not found:
        return claims
    places = {start + hit.start for hit in found}
    kept = [claim for claim in claims if claim.start not in places]
    return [
        *kept,
        *(
            Claim(spare[start + hit.start], start + hit.start, start + hit.end, hit.unit, text[hit.start : hit.end], weak=True)
            for hit in found
        ),
    ]


def _of_media(counts: Sequence[Printed], year: int | None) -> dict[int, str]:
    found: dict[int, str] = {}
    at = 0
    while at < len(counts):
        run = _run(counts, at)
        if len(run) > 1:
            found |= _of_run(counts, at, len(run), year, found)
        at += max(1, len(run))
    return found


def _counts(sentences: Iterable[Sentence], names: Sequence[str]) -> Iterator[Printed]:
    for sentence in sentences:
        section = sentence.section
        asked = "申请" in section.topics and "公开" not in section.topics
        if not (section.plan or section.hotline or section.domain or asked):
            yield from (one for one in printed(sentence, names) if not _is_aside(one))


_ASIDE = re.compile(r"[，,（(]?\s?(?:而|[较比])?(?:去年|上一?年度?|前年)(?:同期)?(?:[为是有的]|则为|只有|仅)?")


_DIFFERS = re.compile(r"(?:净|共|整整)?(?:[多少]|增[加长]?|减少?|上升|下降)(?:[了出走发公开布放]*)")
"""比去年的51条多13条."""


def _is_aside(one: Printed) -> bool:
    """Whether a count only says another once more (8950条之外，…), or what it was the year before: 公报60条，去年55条."""
    if _DIFFERS.fullmatch(one.words.strip()):
        return True
    if one.behind and one.behind[0] not in "多少增减":
        return one.behind.startswith(("之外", "以外"))
    return "年" in one.words and _ASIDE.fullmatch(one.words.strip()) is not None


def _without_kinds(counts: Sequence[Printed]) -> list[Printed]:
    """The counts without those of kinds that divide what a medium printed: 网站公开792条，其中动态438条，通知166条."""
    found: list[Printed] = []
    inside = False
    for one in counts:
        opens = not one.row and "其中" in one.words and bool(found) and found[-1].row not in ("", SHARED)
        inside = not one.row and (opens or (inside and not _DISCLOSED.search(one.words)))
        found += [] if inside else [one]
    return found


def _run(counts: Sequence[Printed], at: int) -> list[Printed]:
    """The counts of media that follow one another from one on, with no other count between them."""
    run: list[Printed] = []
    for one in counts[at : at + _LONGEST]:
        far = run and one.start - run[-1].end > _BETWEEN
        summed_up = len(run) > 1 and one.value == sum(other.value or 0 for other in run) and _SUMS.search(one.words.strip())
        if not one.row or one.value is None or far or summed_up:
            break  # 网站219条，公开栏105条，网、栏合计324条
        run.append(one)
    return run


def _of_run(counts: Sequence[Printed], at: int, length: int, year: int | None, known: dict[int, str]) -> dict[int, str]:
    """What the longest part of a run proves that comes to a whole before or behind it, and what the rest behind it does.

    网站322条，新媒体553条，其中微信371条，微博182条: the first two are all of 875, the others of the 553.
    """
    for size in range(length, 1, -1):
        for begin in range(at, at + length - size + 1):
            window = counts[begin : begin + size]
            whole = _whole(counts, begin, begin + size, year) if _is_division(window, year) else None
            if whole is not None:
                proven, rest = _codes(window, whole, counts, known, year), begin + size
                inner = _of_run(counts, rest, at + length - rest, year, known | proven)
                return {start: code for start, code in inner.items() if code not in proven.values()} | proven
    return {}


def _is_division(window: Sequence[Printed], year: int | None) -> bool:
    """Whether counts are of different media, one of them with a row of its own, and of this year."""
    rows = [one.row for one in window if one.row not in (OTHER, SHARED)]
    several = len({one.row for one in window}) > 1
    return bool(rows) and several and not any(_of_another_year(one, year) for one in window)


_OF_ALL_YEARS = re.compile(r"(?:历年|以来|累计)[^，,。；;]{0,20}")
"""本年公开375条，历年累计2628条，其中…: what comes to the year's count is the year's."""


def _of_another_year(one: Printed, year: int | None) -> bool:
    return of_other_times(_OF_ALL_YEARS.sub("", one.sentence.text[: one.hit.start]), year)


def _whole(counts: Sequence[Printed], begin: int, end: int, year: int | None) -> Printed | None:
    """The number that the counts from `begin` to `end` come to, where it is said to have been disclosed."""
    window = counts[begin:end]
    summed = sum((one.value or Decimal(0) for one in window), Decimal(0))
    units = {one.hit.unit[0] for one in window} | {"条", "-", "#"}
    before = [one for one in counts[max(0, begin - _BEFORE) : begin] if window[0].start - one.start < _FAR]
    if not summed:
        return None  # 网站0条，微博0条，微信0条
    if sum(bool(one.value) for one in window) < 2:
        before = [one for one in before if not one.row]  # 发布会9条，媒体9条，公报0条: each its own
    for one in before:
        if one.hit.unit[0] in units and _is_about(one, summed) and _is_whole(one, year, of_many=len(window) >= _MANY):
            return one
    for one in counts[end : end + _BEHIND]:
        if one.value != summed or one.start - window[-1].end >= _BETWEEN:
            continue
        said = _SUMS.search(one.words.strip()) or _DISCLOSED.search(one.words)
        if said and _is_whole(one, year):
            return one
    return None


def _is_about(one: Printed, summed: Decimal) -> bool:
    """Whether a count is a sum, or tells it roughly (近900条, 100余条), which has to be of some size."""
    rough = one.about is not None and one.about >= _SOME and abs(summed - one.about) * _ROUGHLY <= one.about
    return rough or one.value == summed


_MANY = 3
_NET = re.compile(r"(?:剔除|去除|扣除|除去|减去)[^，,。；;\d]{0,6}重复[^，,。；;\d]{0,6}后?(?:为|是|实为|有|共)+$")
"""共公开246条，剔除重复后为239条."""
"""去年 is how some clerks, who write in spring, call the report's year: so it is where the counts of three media come to it."""


_OF_SEVERAL = re.compile(r"[、和及与][^、和及与]{1,10}(?:合计|共计|总计|一共|加起来|相加)(?:为|是|有|公开|发布|信息)*$")
"""网、栏合计324条: of more than the one."""


def _is_whole(one: Printed, year: int | None, of_many: bool = False) -> bool:
    clause = one.words[-60:]
    last = re.split("[，,；;：:]", clause)[-1]
    if row_of(last, ()) in _OWN and not _OF_SEVERAL.search(last):
        return False  # 网站51条；微博39条；其余12条
    named = not one.words.strip() and _NAMED_BEHIND.match(one.sentence.text, one.hit.end)
    said = named or _DISCLOSED.search(clause) or _DISCLOSED.search(one.behind[:_BEHIND_IT]) or _SUMS.search(clause.strip())
    said = said or _NET.search(clause)
    if of_many and one.value is not None and "去年" in clause:
        return bool(said) and not _NOT_DISCLOSED.search(clause + one.behind)
    return bool(said) and not (_NOT_DISCLOSED.search(clause + one.behind) or _of_another_year(one, year))


def _codes(
    window: Sequence[Printed], whole: Printed, counts: Sequence[Printed], known: dict[int, str], year: int | None
) -> dict[int, str]:
    rows = [one.row for one in window]
    found = {
        one.start: f"channel.{one.row}"
        for one in window
        if one.row != SHARED and (one.row == OTHER or rows.count(one.row) == 1)
    }
    before = counts[: counts.index(window[0])]
    apart = any(not one.row and one.value != whole.value and _is_whole(one, year) for one in before)
    of_times = whole.hit.unit.endswith("次")
    apart = apart and (of_times or _SUMS.search(whole.words.strip()) is not None)
    rows_again = (one for one in before if one is not whole and one.value == whole.value and _FORM_ROW.search(one.words))
    found |= dict.fromkeys((one.start for one in rows_again), "channel.total")
    each = of_times or (apart and _EACH_WAY.search(whole.words) is not None)  # else all there is: 在各类载体上发布9876条
    twice = any(_TWICE.search(text) for text in _around(window, whole))
    added_up = twice and whole.start > window[-1].start  # 三项相加210条，剔除重复的45条，净公开165条
    if not each or apart or twice:
        found[whole.start] = "channel.total" if each or added_up else "disclosure.total"
    return {start: code for start, code in found.items() if start not in known}


def _around(window: Sequence[Printed], whole: Printed) -> list[str]:
    return list(dict.fromkeys(one.sentence.text for one in (whole, *window)))
