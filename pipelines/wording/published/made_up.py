"""Totals known by what they are made of: 筛选后公开245条, of kinds of 40, 105, 67 and 33; 形成71条, 54 of them disclosed.

As in `proven.py` sums show what a number is, whatever words stand beside it; but kinds are named by any words, so that the
clause must itself say that something was disclosed, and a total that is told plainly elsewhere is believed rather.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipelines.wording.cues import COMPARES, DOMAIN, PLATFORM, SUM
from pipelines.wording.owned import without_own_domains
from pipelines.wording.published.channels import of_other_times
from pipelines.wording.published.places import on_a_platform
from pipelines.wording.published.printed import Printed, row_of

LEAST = 3
"""Fewer kinds may come to a number by chance."""

_FAR, _BETWEEN, _MOST, _LONGEST = 900, 140, 24, 80
_DISCLOSED = re.compile(
    r"(?:公开|公布|发布|上传|上网|挂网|晒出|公示|更新)了?(?:[^，,。；;\d]{2}信息)?(?:的|各[类种项]|政府|政务|工作|有关|相关|信息|数?量|内容|事项|总|首次|突破|破[百千万]|大关|[，,])*"
    r"(?:[合总共累]计?|达|为|有|是|约|数|到|一共|总共)*$"
)
_NOT_DISCLOSED = re.compile(
    r"申请|受理|收到|答复|解读|采用|采纳|报送|上报|留言|来信|咨询|建议|提案|点击|访问|浏览|阅读|粉丝|稿件|转载|任务|计划|目标|力争|撤[回下销]"
    r"|删除|更正|培训|会议|不予公开|以来|历年|部门|各单位|[乡村]镇|[各每]个?(?:乡|镇|村|社区|单位|科室)|学校|医院|依申请|[一二三四五六七八九十\d]大?(?:重点)?领域"
)
_LAST_YEAR = re.compile(r"(?<![较比与同和])去年(?=[^，,。；;\d]{0,10}(?:公开|公布|发布))")
"""As some clerks, who write in spring, call the report's year: so it is where as many kinds come to it."""
_OF_REQUESTS = re.compile(r"申请|答复|复议|提案|建议")
_ASIDE = re.compile(
    r"去年|上年|前年|同比|环比|[较比](?!例)|任务|目标|意见|采纳|征集|反馈|平均|[每月日]均|按月|季度|[上下]半年|20\d\d年[：:]"
)
"""Counts beside a list that are none of its kinds: 2014年：91条, 采纳204条."""


def made_up(counts: Sequence[Printed], year: int | None, names: Sequence[str]) -> dict[int, str]:
    """The codes of the totals that the counts behind or before them make up, by where each number begins."""
    found: dict[int, str] = {}
    for at, one in enumerate(counts):
        if one.value is None or one.value < LEAST or (found and one.start - max(found) < _FAR):
            continue
        left = len(counts) - at > LEAST  # as many counts at least are wanted behind it, or before it
        opens = left and _is_whole(one, year, names) and _comes_to(_behind(counts, at), one.value)
        if not opens and (at < LEAST or not _sums_up(one) or _in_one_sentence(counts, at)):
            continue
        if any(other.value == one.value and other.row for other in counts[:at]):
            continue  # 网站公开80条。…公开的80条信息中，动态70条: the website's
        if opens or _comes_to(_before(counts, at), one.value):
            found[one.start] = "channel.website" if _by_site(one) else "disclosure.total"
    return found | _of_openness(counts, year)


_ONE_COLUMN = re.compile(
    r"(?!\D{0,14}(?:公开|[各等网多全]|相关|所有|平台|公众号|其他))(?:\d{1,2}[.．、]|[（(]?[一二三四五六七八九十][）)、是]{1,2})?[^，,。；;、\d]{2,14}(?<![两三四五六七八九十个大])"
    r"(?:栏目|专栏|板块|频道)[中下上内里]?(?:[共总累]计?|全年|主动)*(?:发布|更新|上传)"
)
"""规划栏目共发布26条: a kind that is divided again."""


def _clause(one: Printed) -> str:
    return re.split(r"[；;。]", one.words)[-1].strip()[-_LONGEST:]


def _is_whole(one: Printed, year: int | None, names: Sequence[str]) -> bool:
    """Whether the words of a count say that so much was disclosed, of no single domain and by no single account."""
    clause = _LAST_YEAR.sub("", _clause(one))
    clause = without_own_domains(clause, names[0]) if names else clause
    if not _DISCLOSED.search(clause) or _NOT_DISCLOSED.search(clause) or DOMAIN.search(clause) or _ONE_COLUMN.match(clause):
        return False
    if one.hit.unit in ("件", "份") and ("信息" not in clause or _OF_REQUESTS.search(one.sentence.text, 0, one.hit.start)):
        return False
    row = row_of(clause.split("，")[-1], names) or (one.row if one.row != "website" else "")
    by_one = row not in ("", "shared") and not (row == "website" and _on_platform(clause))
    before = _LAST_YEAR.sub("", one.sentence.text[: one.hit.start])
    return not (by_one or COMPARES.search(clause) or of_other_times(before, year))


def _by_site(one: Printed) -> bool:
    """Whether the website alone is told of, and neither all information nor the place of all that is disclosed."""
    words = _clause(one)
    if "是唯一" in words:
        return False  # 县政府网站是唯一的公开平台: all there is
    if _AND_PLATFORM.search(words) or _PUT_TOGETHER.search(words):
        return False
    return one.row == "website" and not (on_a_platform(words.split("，")[-1]) or _ALL_OF_IT.search(words))


_PUT_TOGETHER = re.compile(r"(?:整合|合并|归并|撤并|关停|清理)[^，,]{0,24}(?:网站|专栏|网页)[^，,]{0,4}[，,]")
"""整合三个网站专栏，全年公开487条: what was done to sites, and not where it stands."""
_AND_PLATFORM = re.compile(
    r"网站?(?:[和及与]|以及)[^，,。；;、\d]{0,10}公开(?:统一)?(?:平台|目录|系统|专栏)"
    r"|公开(?:统一)?(?:平台|目录|系统|专栏)(?:[、和及与]|以及)[^，,。；;、\d]{0,8}网站"
)
"""在局网站及信息公开目录系统公开: on the place of all that is disclosed, and there too."""
_ALL_OF_IT = re.compile(r"(?:所有|全部|一切)(?:的)?(?:政府|政务|公开)?信息")


def _on_platform(clause: str) -> bool:
    return PLATFORM.search(clause) is not None or "统一平台" in clause


def _sums_up(one: Printed) -> bool:
    """Whether a count sums up others under a heading of what was disclosed: 总计505条."""
    words = _clause(one).split("，")[-1].strip()
    topics = one.sentence.section.topics
    about = "公开" in topics and "申请" not in topics
    return about and SUM.fullmatch(words) is not None


def _behind(counts: Sequence[Printed], at: int) -> Iterator[Printed]:
    """The counts behind one that may be its kinds."""
    last = counts[at]
    for one in counts[at + 1 : at + _MOST]:
        if one.start - last.end > _BETWEEN or one.start - counts[at].end > _FAR:
            return
        if one.value is None or one.row not in ("", "other"):
            return
        last = one
        if not (_ASIDE.search(one.words) or _ASIDE.match(one.behind.lstrip("的")) or _same(one, counts[at])):
            yield one


def _before(counts: Sequence[Printed], at: int) -> Iterator[Printed]:
    """The counts before one that may be its kinds, the last first."""
    last = counts[at]
    for one in reversed(counts[max(0, at - _MOST) : at]):
        if last.start - one.end > _BETWEEN or one.value is None:
            return
        last = one
        if not _ASIDE.search(one.words):
            yield one


def _in_one_sentence(counts: Sequence[Printed], at: int) -> bool:
    """Whether a sum stands in the sentence of its items, as a list's sum does, which the reader knows."""
    return at > 0 and counts[at - 1].sentence.start == counts[at].sentence.start


def _same(one: Printed, whole: Printed) -> bool:
    """Whether a count only says the whole again: 118条中，…"""
    return one.value == whole.value and one.behind.startswith(("中", "里", "信息中", "信息里", "当中"))


def _comes_to(parts: Iterator[Printed], whole: Decimal) -> bool:
    """Whether the first of several counts, three at least, come to a whole exactly."""
    summed = Decimal(0)
    for many, one in enumerate(parts, 1):
        summed += one.value or Decimal(0)
        if summed >= whole:
            return summed == whole and many >= LEAST
    return False


_BROUGHT_FORTH = re.compile(
    r"(?:产生|形成|生成|制作|获取|梳理|编制|采集|收集|保存|审核|制发|整理)(?:[、和或及]|了|各类|的|政府|政务|制作|获取|保存)*信息"
    r"[^，,。；;\d]{0,6}$"
)
_OPEN = re.compile(r"主动公开(?!范围以外|文件)[^，,。；;\d]{0,8}$")
_CLOSED = re.compile(r"依申请公开|不予公开|不公开|免予公开|不宜公开|内部")


def _of_openness(counts: Sequence[Printed], year: int | None) -> dict[int, str]:
    """What was disclosed of all that the year brought forth: 形成71条，属主动公开的54条，依申请公开的11条，不予公开的6条."""
    for at, whole in enumerate(counts):
        if not _BROUGHT_FORTH.search(whole.words) or of_other_times(whole.sentence.text[: whole.hit.start], year):
            continue
        for size in (3, 2):
            parts = counts[at + 1 : at + 1 + size]
            shut = [one for one in parts if _CLOSED.search(one.words)]
            told = [one for one in parts if _OPEN.search(one.words) and one not in shut]
            told = [one for one in told if not one.row]
            exact = sum((one.value or Decimal(0) for one in parts), Decimal(0)) == whole.value
            if exact and len(told) == 1 and len(told) + len(shut) == size:
                return {told[0].start: "disclosure.total"}
    return {}
