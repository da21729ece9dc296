"""What each medium printed, told clause by clause: before its count, behind it, in the clause before, or in one breath.

The reader's wordings know 网站公开N条; here a clause is read as a whole (81条上了县政府网站, 剩下的由广播、公开栏等承担): it must
name media of one row and nothing that is not known, so that what villages hung or newspapers wrote of is never taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipelines.wording.claims import Claim, amount_of
from pipelines.wording.counts import Hit, hits
from pipelines.wording.cues import OBJECTS, SUM
from pipelines.wording.published.printed import row_of
from pipelines.wording.sentences import Section, Sentence
from pipelines.wording.wordings import unnumbered

_UNITS = frozenset(("条", "条次", "篇", "件"))
_ROWS = (
    ("gazette", re.compile(r"《?[^，,。；;《》、\d]{0,12}(?:政府公报|(?<![计况告展境结])公报|政报)》?")),
    (
        "wechat",
        re.compile(
            r"(?:政务)?新媒体(?=微信|公众号)|(?:政务|官方|政府)?微信(?:公众)?(?:服务)?(?:平台|订阅号|公众号|账号|帐号|号)?|公众号"
            r"|(?:[一-龥]{2})?(?<!小)微(?:宣(?!传)|讯|门户)"
        ),
    ),
    ("weibo", re.compile(r"(?:政务|官方|政府|新浪|腾讯)*微博(?:客|平台|账号|帐号|号)?")),
    (
        "other",
        re.compile(
            r"(?:有线|广播)?电视台?(?:字幕|节目)?|(?:村村)?广播(?:站|电台|电视台?)?|大?喇叭|(?:LED)?(?:电子|显示|触摸|滚动)*屏幕?"
            r"|(?:公[开示告]|宣传|告示|公布|[政村党居]务|信息|便民)+栏|橱窗|(?:(?:[村居党政]务)?(?:监督|文化)|公示|宣传|展|公开|黑|公告)[板牌墙]报?|板报"
            r"|明白[纸卡]|(?:便民|宣传|服务)?手册|致[一-龥]{1,4}公开信|(?:新闻|融)?媒体(?:中心)?|报[纸刊]|简报|电台|手机报|短信|墙上|上墙|上栏|《[^《》]{1,10}(?<![公政通简汇月年快])报》"
            r"|新闻发布会|(?:(?:行政|便民|政务|公共)?服务|办事|办证|政务)大厅"
            r"|其[他它余](?:各种|各类|多种)?(?:方式|形式|渠道|途径|平台|载体)"
        ),
    ),
    (
        "website",
        re.compile(
            r"(?:门户|政府|政务|官方|公众|信息|公开)*(?:网站|网上|外网|上网|(?<=[息众务府开户])网(?![络格民友]))(?:群|平台)?|(?:政府信息|政务|信息)公开平台"
        ),
    ),
)  # fmt: skip
_QUOTED = re.compile(r"[“\"‘][^“”\"‘’]{1,20}[”\"’]|[（(][^（）()\d]{1,24}[）)]")
_IDLE = re.compile(
    r"其中|通过|利用|依托|借助|经由|经过|发[在到于至]|归在|记在|归于|见于|名下|一共|总共|合计|共计|另外|此外|余下|剩下|剩余|其[余他它]"
    r"|全部|新区|全年|今年|本年度?|当年|年内|累计(?!公开)|人民政府|政府|门户|官方|政务|新浪|腾讯|本级|两级|街道|居委会|社区|支队|分局|乡镇|镇村|乡村"
    r"|频道|专栏|专区|专页|栏目|板块|子站|主动|及时|先后|公开|发布|公布|刊[登发载播出]|登[载出]|播[出发报放]|张贴|公示|推送|更新|上传|承担|新闻(?=发布)"
    r"|绝?大部分|大头|绝?大?多数|占去|发博|各类|各种|有关|相关|信息|文件|公告|通告|通知|内容|消息|图文|推文|博文|文章|编[印辑发]|出刊|出版|印发|赠阅"
    r"|贴?出来|采[用取]|可以|能够|查[到阅询看]到?|[看查瞧找]得[到见着]|看到|滚动|循环|为[主辅]|居[首末中次]|次之|最[多少大小高低]|占比|其次|再次|以及|方式|形式|渠道|途径|平台|载体|媒介|同时|另行|[一二三四五][是、]|[\d,.]{1,8}\s?[期册]|\d{1,3}\s?个(?=(?:行政|自然)?村|社区|居委)|行政村|一年下来|每[期册]|[一二三四五六七八九]成半?"
    r"|[县区市镇乡局委街州旗村我本里内中的了着各又则还另均都约达为有共计是占经由在从于以用到至上登贴挂写播见进发出载能可放、和及与并且等每—《》（）()\s]"
)
_CLAUSE = re.compile(r"[，,；;。：:＋+＝=]|(?<=[一-龥])——?")
_BARE = re.compile(
    r"(?:其中|另外?|此外|还|余下|剩下|剩余|其[余他]|[的则有约共为达计是占、和及了]|刊[登发载]|登载|发布|公开|推送|载|文件|信息|仅|去|[一二三四五六七八九]成半?)*"
)
_GOES_ON = re.compile(
    r"(?:[则有约共为达计是占了及登发]|刊[登发载]|登载|张贴|播[发出报]|发布|公开|推送|载|文件|信息|仅|去|[一二三四五六七八九]成半?)*"
)
"""政府公报出刊6期，刊登81条: the clause before is the subject."""
_HANGS = re.compile(
    r"的?(?:信息|消息)?(?:则|都|均|是|又|可以|能够?|可|全部|全都|悉数|已)*(?:[以用]|采[用取]|上了?|挂|贴|张贴|写|登|发|发布|公布|公示|刊登|刊发|播|播出|放|晒|见于|公开|由|经|通过|进|在|利用|依托)"
)
_OTHER_YEAR = re.compile(
    r"(?<![较比])(?P<other>去年|上一?年度?|前年|明年|下一?年|历年|往年|以来|力争|计划|争取|目标)|(?P<this>今年|本年度?|当年|年内|全年)|(?P<year>20\d\d)年"
)
_UP_TO = re.compile(r"[自从][^，,。；;]{0,20}以来[，,]\s?截[至止]到?[^，,。；;]{0,16}[，,][^，,。；;]*$")
"""自《条例》施行以来，截至2012年12月31日，…: of all the years up to that day."""
_COMPARED = re.compile(r"[（(][^（）()]{0,30}[）)]|(?:约?[为是]|相当于|[较比同与]|超过)(?:20\d\d年|去年|上一?年)")
_NOT_HERE = re.compile(
    r"[各每]个?(?:村|社区|部门|单位|乡镇|镇|乡|街道|科室|站所|学校)[^，,的]{0,2}(?:通过|在|利用|依托|主动|共|公开信息|发布)"
    r"|留言|来信|采用|采纳|报送|上报(?![刊纸])|点击|访问|浏览|粉丝数|转载|热线|投稿|采编|咨询|回复|栏目\d|申请\d|收到"
)
_DISCLOSES = re.compile(r"公开|发布|公布|信息|渠道|方式")


@dataclass(frozen=True, slots=True)
class Item:
    """A count in its sentence with the row of the medium that printed it: `website`, `other`, …"""

    hit: Hit
    row: str


def of_media(sentence: Sentence, claims: Sequence[Claim], year: int | None, names: Sequence[str]) -> list[Claim]:
    """The claims of what media printed that a sentence makes and that `claims` do not have yet; all weak.

    One medium alone is taken only beside a total of what was disclosed or beside another medium's count. Where the reader
    took such a count for a kind of information, or weakly for anything else, this is what stands.
    """
    text, section = sentence.text, sentence.section
    if section.domain or section.hotline or ("申请" in section.topics and "公开" not in section.topics):
        return []
    headed = row_of_heading(section, names)
    if not (headed or _SIGNED.search(text) or _SUMS.search(text, 0, 12)):
        return []
    items = _items(sentence, year, names)
    here = [claim for claim in claims if claim.start >= sentence.start]
    if not _clear(sentence, items, claims):
        items = []
    if headed and not items and "公开" in section.topics:
        items = _of_heading(sentence, headed, year)
    sure = {claim.start for claim in here if claim.label is None and not claim.weak}
    rows = {claim.code for claim in here if claim.label is None}
    fresh = [one for one in items if sentence.start + one.hit.start not in sure]
    fresh = [one for one in fresh if one.row == "other" or f"channel.{one.row}" not in rows]
    found = [_claim(sentence, f"channel.{one.row}", one.hit) for one in fresh]
    media = [*(claim for claim in here if claim.code in _CODES and claim.label is None), *found]
    if not media:
        near = [claim for claim in claims if claim.start > sentence.start - _NEAR]
        media = [claim for claim in near if claim.code in _CODES and claim.label is None]
    others = [one for one in found if one.code == "channel.other"]
    if len(others) > 1 and _are_the_whole(media, claims):
        for one in others:
            one.weak = False  # 网站203条，显示屏31条，社区报12条: of 246 in all
    return [*found, *_summed(sentence, media)]


def _are_the_whole(media: Sequence[Claim], claims: Sequence[Claim]) -> bool:
    """Whether the counts of media add up to what was disclosed, as it was stated before them."""
    first = min(claim.start for claim in media)
    totals = [one for one in claims if one.code == "disclosure.total" and one.label is None and one.end <= first]
    whole = totals[-1] if totals else None
    counted = {claim.start: claim for claim in media}.values()
    return whole is not None and sum(amount_of(claim.raw) for claim in counted) == amount_of(whole.raw)


_ALL = re.compile(r"(?:信息)?[，,（(]\s?(?:且|并)?(?:均|全部|都|一律|悉数|皆)(?P<where>[^，,。；;（）()\d]{4,40})")


def of_all_there(sentence: Sentence, claims: Sequence[Claim], names: Sequence[str]) -> list[Claim]:
    """The claim of the one medium that all that was disclosed is said to stand in: 主动公开119条，全部登载于县政府网站."""
    text = sentence.text
    if not ("均" in text or "全" in text or "都" in text or "律" in text or "皆" in text or "悉" in text):
        return []
    here = [claim for claim in claims if claim.start >= sentence.start]
    whole = next((claim for claim in here if claim.code == "disclosure.total" and claim.label is None), None)
    at = text.find(whole.raw) if whole is not None else -1
    told = _ALL.match(text, at + len(whole.raw)) if whole is not None and at >= 0 else None
    row = _row_of(told["where"], names) if told else None
    if whole is None or row in (None, "other") or any(claim.code == f"channel.{row}" for claim in here):
        return []
    return [Claim(f"channel.{row}", whole.start, whole.end, whole.unit, whole.raw, weak=True)]


_CODES = frozenset(f"channel.{row}" for row in ("website", "wechat", "weibo", "gazette", "other"))
_WHOSE = re.compile(r"^(?:全年|今年|当年|本年度?|年内|[全我本][县区市州镇乡街局委](?:道)?)+")
_OF_CHANNELS = re.compile(
    r"(?:以?上?各|多|[两三四五六七八几]个?|上述|所有|全部)(?:种|类|个)?(?:公开)?(?:渠道|平台|媒体|载体|方式|途径)(?:的)?(?:数量|信息)?"
    r"(?:合计|共计|总计|一共|累加|相加|累计|加起来|合起来|[共加合])?(?:共|为|是|有|达|就是)*|以上"
)


def _summed(sentence: Sentence, media: Sequence[Claim]) -> list[Claim]:
    """What the media of a sentence come to together, where they are said to be added up and do add up.

    各渠道累加10301条 is the sum over the channels (one item counts in each), 总量340条 what was disclosed.
    """
    if len({claim.code for claim in media}) < 2:
        return []
    text = sentence.text
    last = max(0, max(claim.end for claim in media) - sentence.start)
    behind = [hit for hit in hits(text) if hit.start >= last and hit.unit in _UNITS]
    if not behind:
        return []
    whole = sum(amount_of(claim.raw) for claim in {claim.start: claim for claim in media}.values())
    for hit in behind:
        words = _CLAUSE.split(text[last : hit.start])[-1].strip()
        if words and amount_of(text[hit.start : hit.end]) == whole:
            twice = hit.unit == "条次" and _NOT_TWICE.search(text, hit.end, hit.end + 30)  # 共524条次，剔除重复，…494条
            if twice or _OF_CHANNELS.fullmatch(words):
                return [_claim(sentence, "channel.total", hit)]
            return [_claim(sentence, "disclosure.total", hit)] if SUM.fullmatch(_WHOSE.sub("", words)) else []
    return []


_NOT_TWICE = re.compile(r"(?:剔除|去除|扣除|除去|去掉)[^，,。；;]{0,6}重复|去重")
_SUMS = re.compile(r"[计总共加和量]")
_SIGNED = re.compile("网|微|报|栏|屏|墙|公众号|广播|电视")
_NAMED = re.compile("网|微|报|栏|屏|播|视|墙|喇|橱|板|牌|纸|卡|册|媒|台|厅|公众号|公开信|短信|发布会|其他|其它|其余")
_SIGNS = frozenset("网微众报栏屏播视墙喇橱板牌纸卡册信媒台会厅其")
"""Each name of a medium has one of them."""
_OF_ROW = {
    "gazette": frozenset("报"), "wechat": frozenset("微众"), "weibo": frozenset("博"), "website": frozenset("网平"),
    "other": _SIGNS,
}  # fmt: skip


def _claim(sentence: Sentence, code: str, hit: Hit) -> Claim:
    raw = sentence.text[hit.start : hit.end]
    return Claim(code, sentence.start + hit.start, sentence.start + hit.end, hit.unit, raw, weak=True)


def _clear(sentence: Sentence, items: Sequence[Item], claims: Sequence[Claim]) -> bool:
    """Whether the sentence is about what was disclosed: beside its total, under its heading, or by three media."""
    rows = {one.row for one in items}
    if not rows or len(rows) >= 3:
        return bool(rows)
    near = [claim for claim in claims if claim.label is None and claim.start > sentence.start - _NEAR]
    near = [claim for claim in near if claim.code == "disclosure.total" or claim.code in _CODES]
    mine = {sentence.start + one.hit.start for one in items}
    whole = max((amount_of(claim.raw) for claim in near if claim.code == "disclosure.total"), default=None)
    fits = whole is None or all(amount_of(sentence.text[one.hit.start : one.hit.end]) <= whole for one in items)
    if any(claim.start not in mine for claim in near) and fits:
        return True
    about = "公开" in sentence.section.topics or _DISCLOSES.search(sentence.text) is not None
    return len(rows) == 2 and about


_NEAR = 200


def _items(sentence: Sentence, year: int | None, names: Sequence[str]) -> list[Item]:
    text = sentence.text
    found = [hit for hit in hits(text) if hit.unit in _UNITS]
    items: list[Item] = []
    pressed = _BY_MEDIA_THEMSELVES.search(text) if "其中" in text and ("媒体" in text or "解读" in text) else None
    for index, hit in enumerate(found):
        begin = found[index - 1].end if index else 0
        if pressed and hit.start > pressed.end():
            break
        end = found[index + 1].start if index + 1 < len(found) else len(text)
        row = _row_at(text, hit, begin, end, names)
        if row == "other" and "栏" in text[begin : hit.start] and _COLUMN_OF_SITE.search(text, 0, hit.start):
            continue
        if row is not None and not of_other_times(text[: hit.start], year):
            items.append(Item(hit, row))
    return items or _in_one_breath(text, found, year, names)


_COLUMN_OF_SITE = re.compile(
    r"网站?[^，,。；;\d]{0,16}\d{1,6}\s?[条篇件][，,（(]\s?其中[^。；;]{0,160}?[开示告]栏[^。；;，,、微屏墙报\d]{0,12}$"
)
"""网站发布信息612条，其中，通知公告栏130条，政务公开栏71条: columns of the website, and nothing that hangs on a wall."""
_ABOUT_IT = re.compile(r"(?:的)?(?:政府|政务)?(?:信息)?(?:公开|发布)?(?:情况|方面|渠道|平台)?[：:。 ]*$")
_LONG_HEADING = 16


def row_of_heading(section: Section, names: Sequence[str]) -> str | None:
    """The row of the one medium that a sentence's nearest heading names, and nothing else: （二）政务微博."""
    heading = section.innermost
    if heading == section.headings[0] or len(heading) > _LONG_HEADING or not _SIGNED.search(heading):
        return None
    row = _row_of(_ABOUT_IT.sub("", heading), names)
    return row if row != "other" else None


def _of_heading(sentence: Sentence, row: str, year: int | None) -> list[Item]:
    """What the medium of the heading printed, where its sentence names none: 出刊12期，刊载文件96件."""
    text = sentence.text
    if row_of(text, ()) not in ("", row):
        return []  # 一是印发政府公报2期。二是通过网站公开…
    for hit in hits(text):
        words = _CLAUSE.split(text[: hit.start])[-1].strip()
        if hit.unit in _UNITS and not _NOT_HERE.search(words) and not _IDLE.sub("", _QUOTED.sub("", words)):
            return [] if of_other_times(text[: hit.start], year) else [Item(hit, row)]
    return []


_BY_MEDIA_THEMSELVES = re.compile(
    r"媒体[^，,。；;\d网微]{0,16}\d{1,5}\s?[余多]?[条篇次][，,（(]\s?其中|解读[^，,。；;\d]{0,12}\d{1,5}\s?[余多]?[篇件条个][，,（(]\s?其中"
)
"""各级媒体刊登新闻144条，其中《山城晚报》2条: each paper has its share of what the media wrote."""
_BREATH = re.compile(
    r"(?:上|中|里|内)?[，,]?(?:[两三四五]个(?:平台|阵地|渠道|载体)上?[，,])?(?:分别|各自)(?:[为是有]|公开|发布|推送|承担|刊登|刊发|登载|占|了|政府|信息)*$"
)
_JOINT = re.compile(r"\s?[、，,和及与]{1,2}\s?")


def _in_one_breath(text: str, found: Sequence[Hit], year: int | None, names: Sequence[str]) -> list[Item]:
    """The counts that follow one another behind as many media: 在网站、公众号两个平台上，分别公开信息130条、210条."""
    told = _BREATH.search(text[: found[0].start]) if found and ("分别" in text or "各自" in text) else None
    if told is None:
        return []
    run = [found[0]]
    for hit in found[1:]:
        if _JOINT.fullmatch(text[run[-1].end : hit.start]) is None:
            break
        run.append(hit)
    clause = text[: told.start()].rpartition("；")[2]
    media = [_row_of(part, names) for part in OBJECTS.split(_ALL_OF.sub("", clause)) if part.strip()]
    if len(media) != len(run) or None in media or len(set(media)) < len(media) or of_other_times(text[: run[0].start], year):
        return []
    return [Item(hit, row) for hit, row in zip(run, media, strict=True) if row is not None]


_ALL_OF = re.compile(r"[两三四五]个(?:平台|阵地|渠道|载体|账号|媒介)$|等$")


@lru_cache(maxsize=1024)
def of_other_times(before: str, year: int | None) -> bool:
    """Whether the time told last before a number is not the report's year; kept, as several readers ask it of one number."""
    if "以来" in before and _UP_TO.search(before):
        return True
    last = next(reversed([*_OTHER_YEAR.finditer(_COMPARED.sub("", before))]), None)
    if last is None or last["this"]:
        return False
    return last["other"] is not None or (year is not None and last["year"] != str(year))


_OPENED = re.compile(r"[（(][^（）()]{0,40}(?:开通|上线)[^（）()]{0,6}[）)]")
"""官方微博（@某某发布，7月开通）发布345条."""
_REST = re.compile(r"其[余他]|剩余|剩下|余下|另外?")
_BY_OTHER_WAYS = re.compile(
    r"(?:则|均|分别)?(?:由|以|通过|借助|利用|用|经)[^，,；;。\d]{2,40}"
    r"等(?:多种|其他|各种)?(?:形式|方式|渠道|途径|载体)(?:进行|对外)?(?:公开|公布|发布)?"
)
"""其余130条通过大喇叭、坝坝会等方式公开: whatever the ways are called."""
RULES_BEHIND = re.compile(r"\s?(?:(?:行政)?规范性文件|[^，,。；;\d]{0,6}动态(?:信息)?(?=[，,。；;]|$))")
"""网站“政策”栏目公开《…办法》等2件规范性文件: what documents, and not all that the website printed."""
_MERE = 16
"""Longer words are no bare verb, and are not tried as one."""


def _row_at(text: str, hit: Hit, begin: int, end: int, names: Sequence[str]) -> str | None:
    """The row of the medium that printed what a number counts: named right before it, right behind it, or the clause before."""
    if _SIGNS.isdisjoint(text[begin:end]):
        return None
    if RULES_BEHIND.match(text, hit.end):
        return None
    before = text[begin : hit.start]
    clauses = _CLAUSE.split(_OPENED.sub("", before) if "开通" in before or "上线" in before else before)
    words = clauses[-1].strip(" 、—（(）)的")
    if len(words) <= _MERE and _BARE.fullmatch(words):
        behind = _CLAUSE.split(text[hit.end : end])[0].strip(" 、")
        if _HANGS.match(behind):
            rest = _REST.search(words) and _BY_OTHER_WAYS.fullmatch(behind)
            return _row_of(behind, names) or ("other" if rest else None)
        return _row_of(unnumbered(clauses[-2]), names) if len(clauses) > 1 and _GOES_ON.fullmatch(words) else None
    return _row_of(words, names)


def medium_of(words: str, names: Sequence[str]) -> str | None:
    """The code of the one medium that words name with nothing unknown beside them; None else."""
    row = _row_of(words, names) if _SIGNED.search(words) else None
    return f"channel.{row}" if row not in (None, "other") else None


def _row_of(words: str, names: Sequence[str]) -> str | None:
    """The one row whose media a clause names, with nothing unknown beside them; None else."""
    return None if len(words) > 60 or _SIGNS.isdisjoint(words) else _one_row(words, tuple(names))


_NET_BY_NAME = re.compile(r"(?<=”)网(?![站络上友民格])")
"""“白桦林业”网: a website by its name."""
_ACCOUNT_BY_NAME = re.compile(r"[“\"‘][^“”\"‘’，,]{0,8}微讯[”\"’]")
"""“白桦微讯”: an account by its name."""


_PRESS_AND_ACCOUNT = re.compile(
    r"(?:(?:报[纸刊社]|电视台?|广播(?:电台)?|电台|杂志)[、和及]){2,4}(?:政务|官方)?(?:微信|微博)(?:公众号)?(?=等(?:新闻|主流|各类)?媒[体介])"
)
"""报刊、电视、政务微信等媒体: what the press wrote, in whatever form."""


@lru_cache(maxsize=1024)
def _one_row(words: str, names: tuple[str, ...]) -> str | None:
    """The one row, kept for the clauses read last: headings and clauses come again."""
    if _NOT_HERE.search(words.removeprefix("采用")):
        return None
    for name in names:
        words = words.replace(name, "")
    words = _NET_BY_NAME.sub("网站", words) if "”网" in words else words
    words = _ACCOUNT_BY_NAME.sub("微信", words) if "微讯" in words else words
    plain = _QUOTED.sub("", _PRESS_AND_ACCOUNT.sub("报纸", words) if "等" in words and "微" in words else words)
    if not _NAMED.search(plain):
        return None
    rows = []
    for row, pattern in _ROWS:
        plain, count = pattern.subn("、", plain) if not _OF_ROW[row].isdisjoint(plain) else (plain, 0)
        rows += [row] if count else []
    if _IDLE.sub("", plain):
        return None
    if rows == ["other", "website"] and OBJECTS.search(words) is None:
        return None
    return rows[0] if len(rows) == 1 else None
