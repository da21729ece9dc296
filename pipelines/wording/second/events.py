"""Conferences and interviews, and how many of them a leader led, whoever is named first: 局长1次做客“在线访谈”.

新闻发布会、在线访谈各8次，区长参加发布会2次、参加访谈3次; 均由副职参加; 次次由主要领导参加
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from pipelines.wording.claims import Claim
from pipelines.wording.cue import led
from pipelines.wording.cues import NOT_ONE_BEHIND, SUM
from pipelines.wording.lists.parts import value_of
from pipelines.wording.second.pieces import Piece, labelled, pieces_of_year
from pipelines.wording.sentences import Sentence

_EVENT = led(
    "新发记访直在与和同",
    r"(?P<press>(?:新闻)?发布会|记者(?:见面|招待)会|新闻通气会|新闻发布(?=活动|$|[共全]))|(?P<talk>(?<!企业)(?<!入户)(?<!走访)(?<!个别)(?<!干部)(?<!问卷)访谈|(?<=网站)直播间|在线交流|[与和同](?:广大)?网[民友](?:在线|互动)+交流|[与和同](?:广大)?网[民友](?:们|在线|互动|面对面|直接)*(?:聊天?|对话|谈)(?=[了过共]|$))",
)
_CODES = {"press": "response.press_conferences", "talk": "response.online_interviews"}
_COUNTED = frozenset(_CODES.values())
_LEADER = re.compile(
    r"主要(?:负责(?:人|同志)|领导)|一把手|(?<!副)[局厅院校县区市镇乡州旗盟]长(?!们|信箱|热线|助理|办公|会议|期|在线(?!访谈)|接待|质量)"
    r"|(?<!副)(?:支队|大队|总队|分局)长|(?<!副)书记(?!信箱)|(?<!副)主任(?!信箱|会议|办公|科员|委员|医师)"
)
_ATTENDS = re.compile(
    r"出席|参加|参与|到[场会]|主持|做客|上线|主讲|走进|担任|带队|亲自|主?发布(?!会|活动)|上(?=[^级月年])|接受|答(?:记者)?问|主谈|开展|进行|到|去|[与和同](?:广大)?网[民友]"
)
_TITLE = re.compile(r"(?<!副)[局厅院校县区市镇乡州旗盟队]长|书记|主任")
"""Who goes there in person; 主要负责人参加发布会N次 is a row of the form and counts no others."""
_EVERY = re.compile(r"均|都|全部?|每[次场期]|[次场期]{2}|一律")
_THE_ONE = re.compile(r"那一?[次场期]|其中一?[次场期]")
_DENIED = re.compile(r"未|没")
_DEPUTY = re.compile(r"副职|副[局厅县区市镇乡主]|分管(?:领导|负责|副)|班子成员")
_NOT_HELD = re.compile(
    r"收听|收看|观看|报道|宣传(?!部)|培训|筹备|配合(?!.*参加)|协助|网[友民]提问|观摩|(?:电视|媒体)(?!.*网)"
    r"|(?:广播|融媒体|电台)(?!.*[网在]线?)|记者采访|拟|将|人大|政协"
)
_NOT_OWN = re.compile(r"收听|收看|观看|观摩|筹备")
_BY_MANY = re.compile(r"(?:发布会|访谈)[^，,；;。]{0,16}等[^，,；;。]{0,6}(?:形式|方式|渠道|途径|手段)")
"""通过新闻发布会、访谈等形式解读政策42次: of all of them together."""
_GOES_ON = re.compile(r"(?:出席|参加|参与|做客|主持|到)")
_LEADS_ON = re.compile(r"[并还又也]?(?P<verb>出席|参加|参与|做客|主持)")
"""主要负责人参加发布会1次，参加访谈1期: the second is the same leader's."""
_LED_BEHIND = re.compile(
    rf"(?:[都均]?由|是)?[^，,。；;\d副]{{0,6}}(?:{_LEADER.pattern})[^，,。；;\d]{{0,6}}(?:{_ATTENDS.pattern})"
)
_UNITS = frozenset(("次", "场", "期", "回", "个", "-", "场次", "期次"))
_GUESTS = re.compile(r"(?:接受|参与|参加|做客|走进)[^，,。；;\d]{0,8}访谈$")
"""接受在线访谈16人次: who was there is counted for the interviews."""
_ONE_OF = re.compile(r"其中|包括")
_WITH_DEPUTIES = re.compile(r"[和及与、]分管(?:[^，,。；;\d]{0,4})副")
_EACH = re.compile(r"各(?:举[办行]|召开|开展?|办|组织)?了?$")


@dataclass(slots=True)
class _Told:
    """What a sentence has told so far: the events counted last, by code, and the claims found.

    wrong       where numbers stand that count no events of the publisher's, or not all of them
    headed      what the heading alone names: 五场 under 发布会
    led_before  the number before was of events that a leader led
    guests      who was there was counted before: 访谈安排嘉宾12人次，播出12期
    opened      what the clause before named alone (网站访谈，局长去了1次)
    parts       the counts of each kind of events, which a sum behind them may be of
    """

    last: str = ""
    counts: dict[str, Claim] = field(default_factory=dict)
    found: list[Claim] = field(default_factory=list)
    wrong: set[int] = field(default_factory=set)
    led_before: bool = False
    headed: str = ""
    opened: str = ""
    guests: bool = False
    parts: dict[str, list[Claim]] = field(default_factory=dict)


def events_of(sentence: Sentence, claims: Sequence[Claim], year: int | None) -> tuple[list[Claim], set[int]]:
    """The claims of conferences and interviews that a sentence tells, and where numbers stand that are none or some of them."""
    text = sentence.text
    if sentence.section.hotline:
        return [], set()
    tells, headed = _EVENT.search(text) is not None, _of_heading(sentence.section.innermost)
    far = sentence.start - _FAR
    near = [claim for claim in claims if claim.start > far and claim.code in _COUNTED]
    if not (tells or headed or (near and _LEADER.search(text))):
        return [], set()
    told = _Told()
    before = [claim for claim in near if claim.start < sentence.start]
    told.last = headed or (before[-1].code if before and not tells else "")
    told.counts = {claim.code: claim for claim in near}
    told.headed = headed
    for piece in labelled(pieces_of_year(sentence, year)):
        if _NOT_OWN.search(piece.words) or _BY_MANY.search(piece.words):
            told.wrong.add(piece.at)
        if piece.at in told.wrong or _NOT_HELD.search(piece.words):
            continue
        if piece.hit is None:
            _unnumbered(piece, told)
        elif piece.hit.unit in _UNITS or (piece.hit.unit == "人次" and _GUESTS.search(piece.words)):
            _numbered(piece, told)
        elif named := _EVENT.search(piece.words):
            told.last = _CODES[str(named.lastgroup)]  # 访谈邀请负责人18人次做客，共18期
            told.guests = True
    return told.found, told.wrong


_FAR = 60


def _numbered(piece: Piece, told: _Told) -> None:
    words, behind = piece.words, piece.behind
    if piece.printed[:1] == "一" and NOT_ONE_BEHIND.match(piece.sentence.text, piece.end):
        _not_once(piece, told)
        return
    if _OF_SOME.search(words):
        told.wrong.add(piece.at)
        return
    if _ours_among(piece, told):
        return
    named = [_CODES[str(match.lastgroup)] for match in _EVENT.finditer(words)]
    after = _EVENT.search(behind)
    event = named[-1] if named else _CODES[str(after.lastgroup)] if after else ""
    alone = event in told.counts and _EVENT.fullmatch(words or behind)
    follows = piece.mark == "、" or (piece.mark == "，" and not words)
    same = follows and bool(_GOES_ON.match(words or behind) or alone)
    again = _LEADS_ON.match(words) if piece.mark == "，" and told.led_before else None
    same = same or (again is not None and again["verb"] in piece.sentence.text[: piece.start].rstrip("，").split("，")[-1])
    goes_on = told.led_before and event and same
    told.led_before = bool(_leads(piece) or goes_on or (event in told.counts and _LEADERS_TALK.fullmatch(words) and not behind))
    if not told.led_before and _LEADER.search(words) and _WITH_DEPUTIES.search(words) and "主要" not in words:
        told.wrong.add(piece.at)  # what a wording took for the leader's alone
    led = {one.start for one in told.found if one.code == f"{event}_led"}
    if event and not told.led_before and led and _REST.search(words):
        told.wrong |= {piece.at, *led}  # 县长在线访谈2期；部门在线访谈14期: neither is all of them
        told.found = [one for one in told.found if one.code != event]
        return
    if told.led_before:
        _led(piece, event, told, bool(goes_on))
    elif len(set(named)) > 1 and _EACH.search(words):
        for code in dict.fromkeys(named):
            _count(piece, code, told)
    elif event and not _EACH.search(words) and not (_ONE_OF.search(words) and event in told.counts):
        _count(piece, event, told)
    elif told.headed and told.headed not in told.counts and _BARE.fullmatch(words) and not piece.behind:
        _count(piece, told.headed, told)
    elif not event and told.last and (SUM.fullmatch(words) or (told.guests and _AIRED.fullmatch(words))):
        _sum(piece, told.last, told)
    else:
        if event and _EACH.search(words):
            told.wrong.add(piece.at)
        told.last = event or told.last


_LEADERS_TALK = re.compile(rf"(?:其中)?(?:{_LEADER.pattern})(?:在线|网上|网络)?访谈")
"""在线访谈8期，局长访谈3期: which of them a leader gave."""
_OURS_AMONG = re.compile(
    r"(?:其中)?(?:由|有)?[我本](?P<body>[局委办院镇乡]|街道|单位|中心)(?P<who>[^，,；;。\d]{0,10}?)(?:参加|出席|参与)(?:了|的有?|的为)?(?:新闻)?(?:发布会)?"
)
"""全市举行发布会16场，我局派员参加4场."""
_OWN_BODY = re.compile(r"[我本](?:[局委办院镇乡]|街道|单位|中心)")
_OF_SOME = re.compile(r"[长职任记]们的?$")
"""连同副局长们的7回: of several, led by none above them."""


def _ours_among(piece: Piece, told: _Told) -> bool:
    """Claims the conferences of others that the publisher went to, instead of all that they held."""
    code = "response.press_conferences"
    if told.last != code or not (ours := _OURS_AMONG.fullmatch(piece.words)) or _LEADER.search(ours["who"]):
        return False
    whole, start = told.counts.get(code), piece.sentence.start
    if whole is not None and (whole.start < start or _OWN_BODY.search(piece.sentence.text, 0, whole.start - start)):
        return False
    if whole is not None:
        told.wrong.add(whole.start)
        told.found = [one for one in told.found if one.code != code]
    told.counts[code] = piece.claim(code)
    told.found.append(told.counts[code])
    return True


def _not_once(piece: Piece, told: _Told) -> None:
    """Takes in that a leader was there not once: 主要领导一次也没有出席."""
    told.wrong.add(piece.at)
    named = _EVENT.search(piece.words)
    code = _CODES[str(named.lastgroup)] if named else told.last
    if code and _LEADER.search(piece.words) and _ATTENDS.search(piece.sentence.text, piece.end, piece.end + _NEAR_BEHIND):
        told.found.append(piece.nothing(f"{code}_led"))


_NEAR_BEHIND = 10
_REST = re.compile(r"^(?:各|由|其[他它]|有关|相关|县直|区直|市直)*(?:部门|单位|副职|分管)")
_BARE = re.compile(
    r"(?:全[年县市区局镇乡]|[我本][局县市区镇乡]|[^，,。；;、\d]{0,6}(?:政府)?网站|今年|本年度?|先后|累计|[共总合]计?|举[办行]|召开|开展|组织|实际|完成|参加|办|开|做|上|有|了)*"
)
_HEADING = re.compile(r"(?:举行|召开|参加)?(?:(?:新闻)?(?P<press>发布会)|(?:在线|网上|网站|网络)*(?P<talk>访谈))(?:情况)?")


@lru_cache(maxsize=512)
def _of_heading(heading: str) -> str:
    """The code of the events that a heading names alone; "" where it names another thing."""
    named = _HEADING.fullmatch(heading.strip("：:。 "))
    return _CODES[str(named.lastgroup)] if named else ""


def _count(piece: Piece, code: str, told: _Told) -> None:
    last = max(_EVENT.finditer(piece.words), key=lambda match: match.start(), default=None)
    if last is not None and _MORE.search(piece.words, last.end()):
        return  # 举办新闻发布会、印发手册合计36次
    if _DENIED.search(piece.words) or (piece.behind and not _EVENT.search(piece.words) and _OTHER_HEAD.search(piece.behind)):
        return
    claim = piece.claim(code)
    led = {one.start for one in told.found if one.code == f"{code}_led"}
    told.found = [one for one in told.found if one.code != code or one.start not in led]  # 县长访谈3次，全年访谈28次
    told.found.append(claim)
    told.last, told.counts[code] = code, claim
    told.parts.setdefault(code, []).append(claim)


def _sum(piece: Piece, code: str, told: _Told) -> None:
    """Claims what several counts of one kind come to: 市政府发布会6次，部门发布会14次，共20次."""
    parts = told.parts.get(code, [])
    if len(parts) > 1 and sum(value_of(one) or 0 for one in parts) == piece.value:
        told.wrong |= {one.start for one in parts}
        told.found = [one for one in told.found if one.code != code]
    _count(piece, code, told)


_AIRED = re.compile(r"(?:共|累计)?(?:播出|开展|举办|制作|推出|更新|上线)了?")
_MORE = re.compile(r"[、和及与](?!.{0,4}(?:发布会|通气会|吹风会|访谈))[^，,；;。]{2,}")
_OTHER_HEAD = re.compile(r"(?:发布会|访谈)(?:的|信息|稿|报道|视频|预告)")


def _leads(piece: Piece) -> bool:
    """Whether a clause with a number is of what a leader led: 县长等主要负责同志到场2场, 其中局长1次, 局长1次做客…."""
    if _ONE_OF.search(piece.words) and _LED_BEHIND.match(piece.behind):
        return True  # 其中2场由局长主持
    leader = max(_LEADER.finditer(piece.words), key=lambda match: match.start(), default=None)
    if leader is None or _DENIED.search(piece.words):
        return False
    rest = piece.words[leader.end() :]
    if _WITH_DEPUTIES.match(rest) and "主要" not in piece.words:
        return False  # 区长及分管副区长做客访谈4次: not each of them together
    if _EACH.search(piece.words) and "、" in piece.words[: leader.end() + 4]:
        return False  # 局长、副局长参与访谈各一次
    its_own = piece.hit is not None and piece.hit.unit != "期" and not _ARRANGED.search(piece.words, 0, leader.start())
    if its_own and _INTERVIEW.fullmatch(rest) and not piece.behind:
        return True  # 县长在线访谈1次
    return _ATTENDS.search(rest) is not None or _ATTENDS.match(piece.behind) is not None or rest.strip("有的共为") == ""


_ARRANGED = re.compile("组织|举办|开展|安排|推出|开设|[“《]")
"""组织县长在线访谈4期: what a series is called."""
_INTERVIEW = re.compile(r"(?:在线|网上|网络)访谈")


def _led(piece: Piece, event: str, told: _Told, again: bool = False) -> None:
    code = event or told.last
    if not code:
        return
    whole = told.counts.get(code)
    told.found.append(piece.claim(f"{code}_led"))
    told.last = code
    in_person = _TITLE.search(piece.words) is not None and not _ONE_OF.search(piece.words)
    opened = told.opened == code and piece.mark == "，" and _ATTENDS.search(piece.words) is not None
    if (event or opened) and whole is None and not again and piece.value and in_person:
        told.found.append(piece.claim(code))
        told.counts[code] = told.found[-1]


def _unnumbered(piece: Piece, told: _Told) -> None:
    """Takes in a clause without a number: who led the events counted before it (均由局长到场, 次次由主要领导参加)."""
    named = _EVENT.search(piece.words)
    code = _CODES[str(named.lastgroup)] if named else told.last
    whole = told.counts.get(code)
    leader = _LEADER.search(piece.words)
    if named and leader and _DENIED.search(piece.words, 0, leader.start()) and leader.end() < named.start():
        told.found.append(piece.nothing(f"{code}_led"))  # 没有安排主要负责人参加新闻发布会
        return
    if whole is None or (named and code not in told.counts):
        told.last = code
        told.opened = code if named and named.end() == len(piece.words) else ""
        return
    total = value_of(whole)
    every = _EVERY.search(piece.words)
    attends = _ATTENDS.search(piece.words, leader.end() if leader else 0)
    if leader is None:
        if every and _DEPUTY.search(piece.words) and attends and total:
            told.found.append(piece.nothing(f"{code}_led"))
    elif attends is None or not total:
        return
    elif _DENIED.search(piece.words, leader.end(), attends.start()):
        told.found.append(piece.nothing(f"{code}_led"))
    elif every or total == 1:
        again = Claim(f"{code}_led", whole.start, whole.end, whole.unit, whole.raw, weak=True, judged=True)
        told.found.append(again)
    elif one := _THE_ONE.search(piece.words):
        at = piece.sentence.start + piece.start
        raw = f"一{one.group()[-1]}"
        told.found.append(Claim(f"{code}_led", at, at + len(piece.words), raw[-1], raw, weak=True, judged=True))
