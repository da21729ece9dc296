"""What a sentence names at its head may make all of it another's: another year, all years since 2008, one office of many.

Counts are read by many rules, and few of them look so far back: here what they read is taken away again, up to where the
sentence turns to this year, or to the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipelines.wording.claims import Claim
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import unnumbered

_HEAD = 24
"""Characters at the head of a sentence in which it names a year or an office."""


def _without(sentence: Sentence, claims: list[Claim], turn: re.Match[str] | None, kept: Sequence[str]) -> list[Claim]:
    """The claims without those of a sentence before its turn, or all of it; codes that begin as `kept` does stay."""
    first, last = sentence.start, sentence.start + (turn.start() if turn else len(sentence.text))
    return [claim for claim in claims if not first <= claim.start < last or claim.code.startswith(tuple(kept))]


# --- other years ---

_OTHER_YEAR = re.compile(
    r"(?:\s|在|其中[，,：:]?)*"
    r"(?:(?P<year>20\d\d)年度?(?!\d|[未无](?:发生)?(?:转结|结转)|没有(?:转结|结转))(?:全年|[，,])?|(?:去年|上一?年度?)同期[，,]?"
    r"|(?:去年|上一?年度?|前年|往年)(?:(?:全年)?[，,]|(?=[^，,。；;]{2,}[，,；;、].*?今年))(?!.{0,6}结转)"
    r"|(?:明年|来年|下一?年度?|今后|下一步|下步)(?:[，,]|(?=.{0,4}[将拟计])))"
    r"(?!\s?\d{1,2}月|以来|[底末初]|开始|起|至|到|[-—~]|[^，,。；;]{0,16}(?:以来|[成建设]立|启用|开通|施行|实施))"
)
"""2012年，复议1件. Of 2012年5月起, 2008年成立以来 what began then may stand now."""

_ALL_YEARS = re.compile(
    r"\s*(?:截[至止到]{1,2}[^，,。；;]{0,12}[，,])?(?:自|从)?(?:(?P<year>20\d\d)年[^，,。；;]{0,16}(?:以来|至今|起)|历年(?:来|以来)?|多年来)"
    r"[，,]?[^，,。；;\d]{0,12}累计"
)
_SEVERAL_YEARS = re.compile(
    r"(?:\s|在|整个|自|从|截[至止][^，,。；;]{0,12}[，,])*(?:[“\"]?十[一二三四五][”\"]?五[”\"]?(?:规划)?(?:期间|时期|以来|五年)"
    r"|(?<![第前后近])[两三四五六七八九十](?:个)?年(?:间|来|以来|时间)|近(?:几|些)?年(?:来|以来)[，,]?[^，,。；;\d]{0,14}(?:共|累计|总计|合计)|本届(?:政府|任期))"
    r"[^，,。；;\d]{0,12}"
)
"""十三五期间公开信息1240条, 四年间, 近年来共: of no single year."""
_HEADS_ALL_YEARS = re.compile(r"(?:20\d\d年?[-—~至到]{1,2}20\d\d年)?(?:历年|累计)(?!以前)[^，,。；;\d]{0,12}$")
"""历年情况, a heading: what stands under it is of this year where it says so."""
_SINCE_BEHIND = re.compile(
    r"\s?[（(](?:自|从)?(?:20\d\d年|[^（）()\d]{0,8}施行|条例)[^（）()\d]{0,8}(?:以来|至今|起累计|累计)[）)]"
)
"""56件（2008年以来）: of all years."""
_STOCK = ("staff.", "organisation.")
"""What 自2008年以来累计 leaves alone: people and rooms that are there now."""

_OVER = ("applications.carried_in",)
"""2016年结转申请12件, in the report for 2017: this year's."""

_YEAR_SIGNS = ("年", "下一步", "下步", "今后", "五", "届")
_NOW = "今年|本年|年内|本报告|报告期|目前|现有|现在|现任|现设|现已|至今|截至|截止|年底|年末"


def without_other_years(sentence: Sentence, claims: list[Claim], year: int | None) -> list[Claim]:
    """The claims without those of a sentence that begins with other years, up to where it turns to this one or to now."""
    text = sentence.text
    if "以来" in text or "至今" in text:
        claims = [one for one in claims if one.start < sentence.start or not _SINCE_BEHIND.match(text, one.end - sentence.start)]
    if year is not None and _HEADS_ALL_YEARS.match(sentence.section.innermost):
        return _without(sentence, claims, _now(year).search(text), _STOCK)
    if year is None or not any(sign in text[:_HEAD] for sign in _YEAR_SIGNS):
        return claims
    bare = unnumbered(text)
    since = (_ALL_YEARS.match(bare) if "累计" in bare else None) or _SEVERAL_YEARS.match(bare)
    opens = since or _OTHER_YEAR.match(bare)
    if opens is None or opens.groupdict().get("year") == str(year):
        return claims
    return _without(sentence, claims, _now(year).search(text, len(text) - len(bare) + opens.end()), _STOCK if since else _OVER)


@lru_cache(maxsize=64)
def _now(year: int) -> re.Pattern[str]:
    return re.compile(rf"{year}年|{_NOW}")


# --- one office of many ---

_STEMS = (
    "教育|教体|公安|民政|人社|人力资源和?社会保障|国土资?源?|自然资源和?规?划?|规划|住建|住房和城乡建设|城管|城市管理|交通|交通运输|水利|水务"
    "|农业|农业农村|林业|卫生|卫健|卫生健康|卫计|环保|环境保护|生态环境|审计|统计|商务|文化|文旅|文化和旅游|文广新?|体育|旅游|工商|质监"
    "|市场监管|市场监督管理|药监|食药监|安监|应急管?理?|税务|国税|地税|粮食|物价|气象|房管|房产|扶贫|畜牧|农机|科技|工信|经信|发改|司法"
)
"""Departments whose counts are their own: those that keep the rooms, pay or handle the cases for all are left out."""

_OFFICE = (
    rf"(?:[县市区旗]?(?P<stem>{_STEMS})(?:局|委员会|委|部门(?:一家)?)"
    r"|(?P<town>(?![各全本我所辖该其部基有相多少个下两三四五六七八九十几数])(?!.{0,3}[年全我本])[一-龥]{2,3}(?:(?<!乡)镇|(?<!城)乡|街道)))"
)
_ONE_OFFICE = re.compile(
    rf"(?:\s|其中[，,：:]?)*{_OFFICE}"
    r"(?=全年|今年|本年|20\d\d年|年内|共|累计|主动|公开|发布|受理|收到|接到|发生|被|因|未|无|没有|配备|有|举办|召开|开展|收取|办结|答复)"
)
_OFFICE_SIGNS = ("局", "委", "部门", "镇", "乡", "街道")
_GOVERNMENTS = ("县", "市", "区", "旗", "政府")
_TOWNSHIPS = ("镇", "乡", "街道")
_FOR_ALL = ("organisation.", "funding.")
_OF_ALL = re.compile(r"全[县市区旗]|[我本][县市区旗]|各级|各部门|各单位|[县市区旗]政府|合计|总计|[县市区旗]级")


@lru_cache(maxsize=1024)
def _headed(heading: str) -> re.Match[str] | None:
    """What a heading says that names one office and nothing else."""
    return re.fullmatch(_OFFICE, heading) if heading.endswith(_OFFICE_SIGNS) else None


def without_one_office(sentence: Sentence, claims: list[Claim], names: tuple[str, ...]) -> list[Claim]:
    """The claims without those of a sentence that begins with one department or township of the government that reports.

    县公安局发生行政诉讼1件 is that bureau's case and no sum. Nothing is taken from an office's own report (`names` are the
    publisher's), nor behind words for the whole (全县).
    """
    text = sentence.text
    if not any(name.endswith(_GOVERNMENTS) for name in names):
        return claims
    bare = unnumbered(text) if any(sign in text[:_HEAD] for sign in _OFFICE_SIGNS) else ""
    opens = _ONE_OFFICE.match(bare)
    begin = len(text) - len(bare) + opens.end() if opens else 0
    opens = opens or next(filter(None, map(_headed, sentence.section.headings)), None)
    if opens is None:
        return claims
    own = (opens["stem"][:2],) if opens["stem"] else _TOWNSHIPS
    if any(word in name for name in names for word in own):
        return claims
    return _without(sentence, claims, _OF_ALL.search(text, begin), _FOR_ALL)
