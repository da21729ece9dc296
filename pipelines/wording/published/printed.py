"""By which media a count was printed, named anywhere in its clause with whatever else stands beside them.

Nothing here asks whether the other words are known: it is for counts of which something else (a sum, a list of nothing but
media) shows that they are the media's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from pipelines.numbers import read_number
from pipelines.wording.claims import plain_number
from pipelines.wording.counts import Hit, hits
from pipelines.wording.sentences import Sentence

OTHER, SHARED = "other", "shared"
"""The row of media without one of their own; several rows at once, or a group of acquaintances, which have none at all."""

UNITS = frozenset(("条", "条次", "篇", "篇次", "件", "则", "份", "-", "#"))
"""Units of items of information."""

_ROWS = (
    (SHARED, re.compile(r"(?:微信|QQ|钉钉|工作|村民|居民|业主|网格)+[工作交流联系]{0,4}群|两微|双微|新媒体")),
    ("gazette", re.compile(r"《?[^，,。；;《》、\d]{0,12}(?:政府公报|(?<![计况告展境结度质])公报|政报)》?")),
    ("wechat", re.compile(r"微信|公众号|公众服务号|订阅号|(?<!小)微宣(?!传)")),
    ("weibo", re.compile(r"微博")),
    (
        OTHER,
        re.compile(
            r"电视|广播(?!电视局)|喇叭|村村[响通]|屏(?!蔽)|(?:[公告宣展揭布][示告传开览]{1,2}|监督|文化)(?:[栏墙窗]|[板牌]|[画走]廊)|(?:信息|便民|[村政党居]务|告示|警务)栏"
            r"|橱窗|展板|板报|上墙|墙报|标语|横幅|条幅|宣传(?:[单册页资]|手册|车|品)|明白[纸卡]|手册|公开信(?!息)|(?:新闻|融|主流)?媒体(?!融合)|报[纸刊社]"
            r"|简报|电台|手机报|短信|新闻发布会|(?:服务|办事|办证|政务|办税|业务)大?厅|(?:图书|档案|展览|文化)[馆站室]|查[阅询][点处室台场]"
            r"|《[^《》]{1,12}(?:报|周刊|周报|晚报|快讯|通讯|新报|专刊|时报|月刊)》|客户端|APP|抖音|快手|头条|视频号|小程序|百家号|直播|公示系统|信用[^，,。；;]{0,6}系统|纸质|书面"
            r"|[及和与、等]其[他它](?:各[种类])?(?:载体|媒[体介]|渠道|方式|平台|途径|形式)|(?:村民|居民|户主|坝坝|院坝|屋场|群众)(?:代表)?[大]?会"
        ),
    ),
    ("website", re.compile(r"网|(?:信息公开|政务公开|政务信息|公开)(?:统一)?(?:平台|专栏|目录|专区)|子站|主页")),
)  # fmt: skip
_SIGNS = {
    SHARED: frozenset("群微媒"), "gazette": frozenset("报"), "wechat": frozenset("微众订"), "weibo": frozenset("博"),
    OTHER: frozenset("视播喇村屏栏墙窗牌廊板橱标横幅宣明手信媒报台短厅馆站室查点刊端P抖快头频序家纸书统其会"),
    "website": frozenset("网平专目站主"),
}  # fmt: skip
"""Characters of which every name of a row's media has one."""
_ANY_SIGN = frozenset().union(*_SIGNS.values())
_WITHOUT = re.compile(r"[“\"‘][^“”\"‘’]{1,24}[”\"’]|网络|网民|网友|网格|因特网民|互联网\s?\+")
_APART = re.compile(r"[，,；;。：:（(）)]|(?<!门户)(?<!网站)(?<!网)(?<!—)——?")
_TAIL = re.compile(r"[，,；;。]")
_REST = re.compile(r"其[余他它]|剩[余下]|余下|剩的|别的")
_IS_A_KIND = re.compile(r"(?:信息)?[均都]?(?:为|是|属于?|系|涉及)")
"""其余30条为行政许可信息: what is left is a kind, and no medium's."""
_MERE = re.compile(r"(?:其中|其[余他它]|剩[余下]|余下|另外|此外|[的另还则有约共为达计是占、和及了])*")
_OPENED = re.compile(r"[（(][^（）()]{0,40}[）)]")
_TAKEN = re.compile(
    r"(?:其中|最终|实际|经审核|已|有|[被获经])*(?:采用|采纳|录用|选用|登出|刊出)(?:发布|公开|刊登|刊发|上网|登载)?(?:了|的|有)*"
)
"""向县政府网报送82条，被采用54条: what the medium printed of it."""
_INSIDE = re.compile(r"(?:共|内|合计|累计)*(?:刊[登发载]|登载|载)(?:了|各类|政府|政务|信息|文件|公文|共|有)*")
"""公报1.5万份，内载文件66篇: what stood in them."""
_SENT = re.compile(r"报送|上报(?!刊)|投送|投稿|提供|推荐|递交")
_READERS = re.compile(
    r"(?:现有|共有|拥有|总)?(?:粉丝|关注(?:人数|用户|者)?|订阅(?:用户|人数)?|用户)[^，,。；;\d]{0,8}[\d.,]{1,9}\s?[万余多]{0,2}[人户个名]?(?:次)?"
    r"|(?:图文|推文|消息|信息)?\s?\d{1,5}\s?[期次]、?"
)
"""微信公众号粉丝4200人，发布图文72期、信息180条: who reads it, and in how many issues it came."""
_ISSUES = re.compile(
    r"(?:全年|共|累计)*(?:合办|开[设办]|出|编)?(?:专[版栏刊])?(?:出[版刊]|编[发印辑]|印[发制刷]|发行|播出|赠阅)?了?(?:每期|共)?[\d.,，]{1,9}万?\s?(?:期|册|份)(?:[、，,](?=.))"
)
"""《政府公报》出版6期，每期2000册，刊载公文58件: how often it came, and in how many copies."""
_SINCE = re.compile(r"以来|累计|历年|至今")
_THIS_YEAR = re.compile(
    r"(?:其中|[，,])*(?:20\d\d年度?|今年|本年度?|当年|全年)(?:度|内|新增|共|发布|推送|公开|更新|发文|推文|信息|了|的|有|为|政府)*"
)
_NO_ITEMS = re.compile(
    r"申请|受理|收到|答复|办理|咨询|留言|来信|信箱|回应|点击|访问|浏览|阅读|粉丝|关注|转发量|投诉|诉求|建议|提案|热线|问政"
)
"""What else is counted by media: requests, letters, readers."""
_SERVICE = re.compile(
    r"(?:农技|农情|气象|天气|预警|防[汛灾火]|灾害|提醒|缴费|祝福|催办|慰问|服务|平安)[^，,。；;、\d]{0,4}短信|短信(?:提醒|预警|通知|回访|服务)"
)
"""发送农技短信2.6万条: a service, and nothing disclosed."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A count of items with the words that tell of it: those before it in its clause, those behind it.

    row   of the media that they name: `website`, …, `other`, `shared`; "" where they name none
    rest  it is what is left of a whole (其余36条)
    value it is None where it is only told roughly; `about`: how much that is (近900条)
    carried: its medium is that of the count before it, or its turn in those named together
    """

    sentence: Sentence
    hit: Hit
    words: str
    behind: str
    row: str
    rest: bool
    value: Decimal | None
    about: Decimal | None = None
    carried: bool = False

    @property
    def start(self) -> int:
        """Where the number stands in the outline's text."""
        return self.sentence.start + self.hit.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.sentence.start + self.hit.end


def row_of(words: str, names: Sequence[str]) -> str:
    """The row of the media that words name, `shared` where they are of several rows, "" where they name none.

    >>> row_of("“柳坪发布”政务微博全年发博", ()), row_of("村屯广播站和宣传栏", ()), row_of("网站和微信", ())
    ('weibo', 'other', 'shared')
    """
    return "" if _ANY_SIGN.isdisjoint(words) else _row_of(words, tuple(names))


@lru_cache(maxsize=2048)
def _row_of(words: str, names: tuple[str, ...]) -> str:
    """The row that words name, kept for those asked about last: several readers ask for that of one clause."""
    if "两微" in words or "双微" in words:
        return SHARED  # also where it is quoted
    if "新媒体" in words and ("微" in words or "公众号" in words):
        words = words.replace("新媒体", "")  # 政务新媒体“活力石桥”微信公众号
    for name in names:
        words = words.replace(name, "")
    plain = _WITHOUT.sub("", words) if "网" in words or "”" in words or '"' in words or "’" in words else words
    rows = []
    for row, pattern in _ROWS:
        if _SIGNS[row].isdisjoint(plain):
            continue
        plain, count = pattern.subn("、", plain)
        rows += [row] if count else []
    if not rows and plain != words and (named := _QUOTED_NAME.search(words)):
        return row_of(named.group(1), ())  # “乐宁政府网”占八成五
    if rows == [SHARED, OTHER] and _ALSO_OTHERS.search(words):
        return OTHER  # 微信群、宣传栏等渠道: none has a row
    return rows[0] if len(rows) == 1 else SHARED if rows else ""


_QUOTED_NAME = re.compile(r"[“\"‘][^“”\"‘’]{0,14}?(政府网|网站|信息网|政务网|公报|政报|微博|微信)[”\"’]")
_ALSO_OTHERS = re.compile(
    r"群[^，,。；;]{0,14}(?:栏|屏|喇叭|广播|墙)[^，,。；;]{0,4}等|(?:栏|屏|喇叭|广播|墙)[^，,。；;]{0,14}群[^，,。；;]{0,4}等"
)


def printed(sentence: Sentence, names: Sequence[str]) -> list[Printed]:
    """The counts of items of a sentence in order, each with the media that its words name."""
    text = sentence.text
    found: list[Printed] = []
    begin = 0
    counted = [hit for hit in hits(text) if hit.unit in UNITS]
    for index, hit in enumerate(counted):
        words = text[begin : hit.start]
        words = _ISSUES.sub("", words) if "册" in words or "份" in words or "期" in words else words
        words = _READERS.sub("", words) if "粉丝" in words or "期" in words or "关注" in words or "用户" in words else words
        last = index + 1 == len(counted)
        behind, begin = _behind(text, hit.end, len(text) if last else counted[index + 1].start, last or not is_mere(words))
        found.append(_carried(found, _count(sentence, hit, words, behind, names)))
    return _in_turn(found, names) if "分别" in text or "依次" in text or "顺次" in text else found


def is_mere(words: str) -> bool:
    """Whether the last clause before a number names nothing: 其余, 其中有."""
    return _MERE.fullmatch(_APART.split(words)[-1].strip()) is not None


def _behind(text: str, at: int, end: int, whole: bool) -> tuple[str, int]:
    """What is said behind a number, up to a comma, and where the words of the next one begin.

    `whole`: all up to the next number; else a mark between items ends it too: 20条发在网站上、公众号推文73条.
    """
    tail = _TAIL.search(text, at, end)
    if tail:
        return text[at : tail.start()], tail.end()
    joint = -1 if whole else text.rfind("、", at, end)
    return (text[at:end], at) if joint <= at else (text[at:joint], joint + 1)


def _carried(before: list[Printed], one: Printed) -> Printed:
    """The count with the medium of the one before it, where it tells what that came to: 报送82条，被采用54条."""
    if not before or one.row:
        return one
    if _TAKEN.fullmatch(_APART.split(one.words)[-1].strip()) and _SENT.search(before[-1].words):
        return replace(one, row=before.pop().row)
    inside = before[-1].hit.unit == "份" and before[-1].row == "gazette" and _INSIDE.fullmatch(one.words.strip(" ，,；;"))
    if inside:
        return replace(one, row=before.pop().row, carried=True)
    if _SINCE.search(before[-1].words) and _THIS_YEAR.fullmatch(one.words.strip(" ，,；;")):
        one = replace(one, row=before[-1].row, carried=True)  # 微博累计发布2300条，今年发布310条
        before[-1] = replace(before[-1], row="")
    return one


_RUN = re.compile(r"\s?[、，,和及与]{1,2}\s?")
_TURN = re.compile(
    r"(?:上|中|里|内)?(?:等)?(?:[两三四五六](?:者|位一体|个(?:平台|阵地|渠道|载体|途径)上?))?[，,]?(?:(?:公开|发布)?的?(?:信息)?(?:数字?|条数|数量|信息))?(?:主动|各)?"
    r"(?:分别|依次|顺次)(?:[为是有]|公开|发布|推送|信息|了|政府)*$"
)
_EACH = re.compile(r"以及|[、和及与]")


def _media_of(words: str, names: Sequence[str]) -> list[str]:
    """The rows of the media that words name, in order, also where nothing stands between them (微博微信)."""
    rows = [row_of(part, names) for part in _EACH.split(words) if part.strip()]
    if rows == [SHARED]:
        rows = [row_of(one.group(), ()) for one in re.finditer("网站|微博|微信|公报", words)]
    return rows


def _in_turn(counts: list[Printed], names: Sequence[str]) -> list[Printed]:
    """The counts with the media that are named together before the first of them, each for one: 微博、微信分别为655条、310条."""
    for at, one in enumerate(counts):
        told = _TURN.search(one.words)
        if told is None:
            continue
        media = _media_of(_APART.split(one.words[: told.start()])[-1], names)
        run = counts[at : at + len(media)]
        text = one.sentence.text
        joined = all(_RUN.fullmatch(text[first.hit.end : second.hit.start]) for first, second in pairwise(run))
        if 1 < len(media) == len(run) and joined and all(row not in ("", SHARED) for row in media):
            counts[at : at + len(media)] = [replace(one, row=row, carried=True) for one, row in zip(run, media, strict=True)]
    return counts


_JOINTS = frozenset("、和及与")


_THERE_IS_NONE = re.compile(r"\s?(?:我[县区市镇乡局])?(?:没有?|未|尚未|暂未|无)(?:设立?|开[通设办]|建立?|创办|出版)")
"""没有设立公报；其他形式公开5条: what there is not printed nothing."""


def _row_told(clauses: Sequence[str], behind: str, names: Sequence[str]) -> str:
    """The row of the medium that the clauses before a count name, the last one first, or what stands behind it."""
    mere = not clauses or _MERE.fullmatch(clauses[0].strip()) is not None
    for words in (behind, *clauses) if mere else (*clauses, behind):
        if (row := row_of(words, names)) and not _THERE_IS_NONE.match(words):
            return row
    return ""


def _count(sentence: Sentence, hit: Hit, words: str, behind: str, names: Sequence[str]) -> Printed:
    unbracketed = _OPENED.sub("", words) if "（" in words or "(" in words else words
    clauses = [clause for clause in reversed(_APART.split(unbracketed)) if clause.strip()]
    behind = "" if behind[:1] in _JOINTS else behind
    other_matter = _NO_ITEMS.search(words) is not None or _NO_ITEMS.search(behind) is not None
    other_matter = other_matter or ("短信" in words and _SERVICE.search(words) is not None)
    row = "" if other_matter else _row_told(clauses, behind, names)
    if row == SHARED and unbracketed != words:  # 政务新媒体（微信公众号）: the one that is meant
        inside = {row_of(one.group(), names) for one in _OPENED.finditer(words)} - {""}
        row = inside.pop() if len(inside) == 1 else row
    rest = bool(clauses) and _REST.search(clauses[0]) is not None and (row != "" or _IS_A_KIND.match(behind) is None)
    row = row or (OTHER if rest and not (other_matter or _NO_ITEMS.search(words + behind)) else "")
    number = read_number(plain_number(sentence.text[hit.start : hit.end]))
    exact = number.meaning in ("number", "zero")
    return Printed(
        sentence, hit, words, behind, row, rest, number.value if exact else None, None if exact else number.value
    )
