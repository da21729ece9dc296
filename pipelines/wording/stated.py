"""Which figure the words before a number, or right behind it, state."""

from __future__ import annotations

import re

from pipelines.numbers import read_number
from pipelines.wording.claims import plain_number
from pipelines.wording.context import Number
from pipelines.wording.counts import hits
from pipelines.wording.cues import (
    ACCOUNT,
    ASKS,
    AUDIENCE,
    BARE_WORDS,
    CASES_ABOUT_IT,
    DISCLOSES,
    DOMAIN,
    KNOWN,
    MEDIA,
    OBJECTS,
    PARTICIPANTS,
    PLATFORM,
    ROUTES_BEFORE,
    SUM,
    UNKNOWN_BEFORE,
    VERBS_ONLY,
)
from pipelines.wording.office.staffing import is_one_of_several_days
from pipelines.wording.owned import object_of
from pipelines.wording.published.media import of_single_domains
from pipelines.wording.published.places import by_several
from pipelines.wording.requests.keywords import route_of
from pipelines.wording.requests.not_asked import REQUEST_ROUTES, with_carried
from pipelines.wording.tolerance import UNREAD, loosened, of_medium
from pipelines.wording.wordings import Figure, figure_of, open_figure_of, phrase_of

_ITS_NOUN = ("政府信息", "政务公开", "信息公开", "查阅", "公共查阅", "公开查阅")
"""档案馆、图书馆3处政府信息公开查阅场所接待471人次: the noun stands behind, before what another number counts."""
_SURE: frozenset[str] = frozenset()
_SHARED = frozenset(("weak",))
_TRAINING = frozenset(("政开",))
_NOT_LOOSELY = frozenset(("list", "alone", "plain"))
_NOT_BEFORE_OBJECT = frozenset(("list", "weak", "alone", "plain"))
_SEPARATED = frozenset("、和及与或并")
_REVIEWS = re.compile(r"法制[办局机]|司法局|复议(?:机关|机构|局|委|办)")
"""The office of the same government that hears its cases."""
_SUMMED = frozenset((("fees.collected", "元"), ("organisation.reading_points", "个"), ("organisation.reading_points", "处")))
_POSTS = {"专职": "staff.full_time", "兼职": "staff.part_time"}
_ANSWERS = frozenset(("不同意公开", "同意公开", "部分公开", "信息不存在", "非本机关", "补正"))
_RESULTS = frozenset(("维持", "纠错", "其他结果"))
_WAY = "(?:当面|网站|网络申请|信函|传真|书面|别种|微信|级[交转]办)"
_WAYS = rf"(?:{_WAY}(?:或者|以及|[、和及或]){{1,2}}){{1,8}}{_WAY}"
_WAYS_FIRST = re.compile(
    rf"(?:人们)?{_WAYS}(?:收到|提交|引起)(?:信息|政开)?依?申请"
    rf"|(?:办理|收到)(?:人们)?{_WAYS}(?:提交|引起)?(?:信息|政开)?依?申请"
)
"""通过互联网、信函等渠道受理依申请公开18件, 群众以来信和网络方式提交申请9件: by all the ways together."""
_COMES_IN = re.compile("收到|提交|引起|办理")
_EACH = re.compile(r"[均都皆]|各(?![种类项界级方])")
_ARISES = re.compile(r"^(?:发生|收到|办理|引起)")
"""发生依申请和不予公开信息0条: the verb of the first is that of all."""


COMES = {
    "requests.received": "收到", "review.total": "发生", "litigation.total": "发生", "complaints.total": "收到",
    "training.classes": "举行", "training.meetings": "举行", "response.press_conferences": "举行",
}  # fmt: skip
"""What is said of those of this year where the clause before counted those of many: 近五年被诉23件，本年发生2件."""
_HOLDS = ("举办", "召开", "举行", "开展", "组织", "开办")
"""县政府办公室两次举办培训班: how often stands before the verb."""


def held_behind(number: Number) -> str:
    """The verb behind how often something was held, which tells whose doing it was; "" where none stands there."""
    return number.right[:2] if number.unit == "次" and number.right.startswith(_HOLDS) else ""


_SUMS = frozenset("计共总")
_A_POINT = re.compile(r"(?:^|[：:])\s?[（(]?\d{1,2}[、.．）)](?!\d)[^，,。；;\d]{2,}$")
"""1、法规文件，共24条: the point is what is counted."""


def may_be_known(number: Number) -> bool:
    """Whether a number has a word of a figure beside it, or stands where it needs none."""
    state, words = number.state, number.words
    if KNOWN.search(words, max(0, len(words) - 30)) or KNOWN.search(number.right):
        return True
    bare = BARE_WORDS.fullmatch(words) and not (words and state.leads) and by_heading(number)
    if bare or state.queue or (state.breakdown and state.parent is not None) or (state.since is not None and "年" in words):
        return True
    board = state.last.startswith("channel.") and words.rstrip("上里").endswith(("栏", "屏", "橱窗", "广播"))
    people = state.last == "training.classes" and number.of_people
    summed = (state.last or state.leads) and SUM.fullmatch(words)
    return bool(board or people or summed) or number.sentence.text.startswith(_ITS_NOUN, number.hit.end)


def by_heading(number: Number) -> bool:
    """Whether nothing but the heading before it can say what a number counts."""
    text, start = number.sentence.text, number.hit.start
    told = number.words and number.unit in "条篇" and number.state.leads and not hits(text[:start])
    if told and any(ACCOUNT.search(lead) and not by_several(lead) for lead in number.state.leads):
        return False  # 通过公众号公开了工作动态、通知公告等信息，共计36条
    behind = text[number.hit.end : number.hit.end + 1]
    if text[max(0, start - 1) : start] in ("和", "及", "与") or "半年" in text[:start]:
        return False  # 98条、63条和41条: the last of several
    return not behind.strip("，,；;。、）) ") and not number.state.last and bool(number.sentence.section.innermost)


_HANDED = re.compile(r"移送|移交|报送|赠阅|发放|寄送|送交|递交|印制")
"""向档案馆移送政府信息纸质文本，共18份: what was handed over."""


def _sums_up_others(number: Number) -> bool:
    """Whether a number sums up those before it, which were of something unknown: 隐患排查36条，整改34条，共计70条."""
    return bool(number.words) and SUM.fullmatch(number.words) is not None and bool(hits(number.sentence.text[: number.hit.start]))


def core_of(number: Number, year: int | None, names: tuple[str, ...]) -> str:
    """The core of the words before a number, or that of its heading where they say nothing."""
    core = number.phrase.core
    if "均" in core and "、" not in core and number.zero:
        core = core.replace("均", "")
    leads = number.state.leads  # 网站承担了绝大部分，达6845条; 防汛信息占了三成，计71条
    told = bool(number.words and leads) and (_SUMS.isdisjoint(number.words) or "占" in leads[-1] or _A_POINT.search(leads[-1]))
    told = told or bool(leads and _HANDED.search(leads[-1]))
    if not (told or core.replace("均", "")) and by_heading(number) and not _sums_up_others(number):
        core = phrase_of(ASKS.sub("", number.sentence.section.innermost), year, names).core + core
    several = core.endswith("申请") and _COMES_IN.search(core) and (ROUTES_BEFORE.fullmatch(core) or _WAYS_FIRST.fullmatch(core))
    return "收到申请" if several else core


def summed(number: Number) -> Figure | None:
    """What 共计N件 sums up: the routes, the outcomes or the kinds of information counted before it."""
    state = number.state
    if state.last == "training.classes" and number.of_people and PARTICIPANTS.match(number.phrase.core):
        return None if is_one_of_several_days(number) else Figure("training.people", _SURE)
    text = number.sentence.text if number.unit in "件起宗例" and "其中" in number.sentence.text else ""
    reviewed = not state.foreign or _REVIEWS.search(text, 0, number.hit.start)
    cases = CASES_ABOUT_IT.search(text, 0, number.hit.start) if reviewed and text else None
    if cases:
        return Figure("review.total" if cases.group(1) == "复议" else "litigation.total", _SURE)
    if not SUM.fullmatch(number.words):
        return None
    if with_carried(number):
        return None
    if state.last == "requests.received" and state.leads and (way := route_of(state.leads[-1])):
        return Figure(way, _SURE)  # 半数以上为网上申请，共6件
    asked = state.last == "requests.received" and number.unit in "件份宗"
    if state.last in REQUEST_ROUTES or (asked and not _OTHER_MATTERS.search(number.sentence.text, 0, number.hit.start)):
        return Figure("requests.received", _SURE)
    if (state.last, number.unit) in _SUMMED:
        return Figure(state.last, _SURE)
    if number.unit in "条件篇" and _is_sum(number):
        return Figure("disclosure.total", _SURE)
    point = state.leads and _A_POINT.search(state.leads[-1])
    asked = bool(state.leads) and _ASKED.search(state.leads[-1]) is not None
    if asked and not (state.last or state.foreign) and number.unit in "件份宗":
        return Figure("requests.received", _SURE)  # 申请公开政府信息的有8人，共8件次
    opened = not (state.last or state.foreign or asked or point) and number.unit in "条件篇"
    if opened and (any(DISCLOSES.search(lead) for lead in state.leads) or _kinds_told(number)):
        return Figure("disclosure.total", _SURE)
    return Figure("*.total", _SURE) if state.family and state.last.startswith(f"{state.family}.") else None


_OF_KINDS = re.compile(r"公开了?[^，,。；;\d]{2,60}、[^，,。；;\d]{1,60}等(?:方面|各?类|的)*(?:信息|内容)$")


def _kinds_told(number: Number) -> bool:
    """Whether the clause before names kinds of all sorts: 公开了机构概况、人事信息、通知公告等信息，共计36条."""
    lead = number.state.leads[-1] if number.state.leads else ""
    told = _OF_KINDS.search(lead)
    anywhere = not MEDIA.search(lead) or by_several(lead) or (PLATFORM.search(lead) and "网" not in lead)
    return told is not None and bool(anywhere) and not of_single_domains(told.group().partition("公开")[2])


_ASKED = re.compile(r"(?<!依)(?:申请|要求)(?:公开|获取)(?:政府|政务)?信息的[^，,。；;\d]{0,6}")
_OTHER_MATTERS = re.compile(r"(?:信访|投诉|举报|咨询|来信|来电|留言|工单|许可)[^，,。；;\d]{0,6}\d")
"""收到公开申请9件，办理信访31件，共计40件: of more than requests."""
_OPEN_THINGS = re.compile(r"公开[的了](?:东西|内容|事项|资料|材料|政府信息|政务信息|信息|有这|主要)")


def _is_sum(number: Number) -> bool:
    """Whether a number is the sum of all those of its unit that its sentence has before it: 网站46条，公开栏59条，共105条."""
    state, text = number.state, number.sentence.text
    if state.topic in ("申请", "review", "litigation") or state.foreign or not (state.last or state.leads):
        return False
    mine = [hit for hit in hits(text[: number.hit.start]) if hit.unit == number.hit.unit]
    before = [read_number(plain_number(text[hit.start : hit.end])).value for hit in mine]
    whole = read_number(plain_number(text[number.hit.start : number.hit.end])).value
    known = [value for value in before if value is not None]
    adds_up = len(before) == len(known) > 1 and whole in (sum(known), sum(known[-2:]))
    if adds_up and _OPEN_THINGS.search(text, 0, number.hit.start) and "申请" not in text[: number.hit.start]:
        return True
    by_media = any(MEDIA.search(lead) and DISCLOSES.search(lead) for lead in state.leads)
    return adds_up and (state.last.startswith("channel.") or by_media)


def stated(number: Number, core: str, year: int | None, names: tuple[str, ...]) -> Figure | None:
    """The figure that a number states, None if its words are not understood; notes where the object follows it."""
    unit = number.unit
    right = object_of(number.right, names[0]) if names and number.right.endswith("信息") else number.right
    after = phrase_of(right, year, names) if right else None
    if core.endswith("举行") and held_behind(number):
        core = core.removesuffix("举行")
    if after is not None and after.core in _ANSWERS and core in ("申请", "依申请"):
        return figure_of(after.core, unit)  # 信息公开申请3件不同意公开
    if after is not None and after.core in _RESULTS and core.endswith("结果") and core != "其他结果":
        number.object_follows = True
        return figure_of(after.core, unit)  # 复议3件，结果是2件维持、1件纠错
    came = _FROM_WHOM.fullmatch(core) and number.state.last == "" and "其中" not in number.words
    verbs = "收到" if came else core
    if after is not None and after.core and (VERBS_ONLY.fullmatch(verbs) or (after.core == "信息" and core.endswith("公开"))):
        figure = figure_of(verbs + after.core, unit) or _first_of_several(core, number, year, names)
        number.object_follows = figure is not None
        if figure is not None and figure.code == "replies.already_public" and number.state.last == "normative_documents.issued":
            return Figure("disclosure.normative_documents", _SURE)  # 制发规范性文件23件，19件已主动公开
        if figure is not None:
            return figure
    placed = unit in "个处家间" and _ROOMS_BEHIND.match(number.sentence.text, number.hit.end) and _PLACES.fullmatch(number.words)
    both = unit in "个处" and _HAS_ROOM.match(core) and _ROOM_TOO.match(number.sentence.text, number.hit.end)
    if placed or both or (after is not None and after.core == "查阅点" and unit in "个处家间" and _HAS_ROOM.match(core)):
        number.object_follows, number.state.foreign = True, False  # 开辟了服务大厅和社区中心2个公共查阅点: where they are
        return Figure("organisation.reading_points", _SURE)
    figure = _of_the_list(figure_of(core, unit), core, number)
    if figure is not None and figure.code == "replies.already_public" and unit == "条" and _already_out(number):
        return Figure("disclosure.total", _SHARED)
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


_FROM_WHOM = re.compile(r"(?:收到|新收)(?:人们[、和或及]?){1,4}")
"""受理村民提交的3件信息公开申请."""
_HAS_ROOM = re.compile(r"配备|举行|[^，,、；;\d]{0,8}(?:大厅|服务中心|办公楼|[一二三四]楼|文化站)[内里中]?(?:配备|举行)")
"""便民大厅设1个查阅点: 设 of any room of the publisher's own."""
_ROOMS_BEHIND = re.compile(r"\s?(?:政府|政务|信息|公开|公共)*查阅(?:点|场所|室|中心|窗口)")
_ROOM_TOO = re.compile(
    r"\s?(?:专门的?)?(?:政府|政务|信息|公开|依|申请|[、和及与]){1,8}受理(?:点|窗口|处)?[、和及与](?:政府|政务|信息|公开|公共)*查阅(?:点|场所|室|窗口|处)"
)
"""设立1个依申请公开受理点和查阅点: one room for both."""
_PLACES = re.compile(
    r"(?:[在于以]|全[省市县区镇乡]|我[市县区镇乡局])?[^，,。；;\d]{2,20}(?:[、和及与][^，,。；;\d]{2,20}){1,4}?(?:等|[共总合]计?)*"
)
"""档案馆、图书馆、服务大厅3处查阅场所: the places themselves, before how many they are."""


_INFORMATION = re.compile(r"信息(?:总?[数量]|数量|条数|条目)?[共为是有]?$")


def _already_out(number: Number) -> bool:
    """Whether 已主动公开政府信息662条 tells what was disclosed, and not how requests were answered."""
    state = number.state
    return _INFORMATION.search(number.words) is not None and state.topic != "申请" and "申请" not in state.section.topics


_OUTCOMES = ("replies.", "applications.granted", "applications.partially", "applications.unavailable", "applications.denied")


def _of_the_list(figure: Figure | None, core: str, number: Number) -> Figure | None:
    """The figure, or what its words mean among the parts of what was disclosed: 网站251件 of 274件."""
    state = number.state
    divided = state.topic == "公开" and state.parent is not None
    if figure is not None and figure.code == "channel.website" and number.unit in "件宗份-" and state.topic == "申请":
        if state.last.startswith(_OUTCOMES):
            return Figure("replies.already_public", _SURE)  # 公开4，部分公开1，已上网公开2
        return Figure("requests.received_online", figure.needs - {"list"}) if core == "网站" else figure  # 当面6，网络7
    if figure is not None and figure.code == "requests.received_online" and core in ("网站", "网站公开") and divided:
        return Figure("channel.website", frozenset(("list",)))
    return figure


def _first_of_several(core: str, number: Number, year: int | None, names: tuple[str, ...]) -> Figure | None:
    """The figure of the first of several objects: 设立了1个政府信息查阅点和依申请公开受理点."""
    first = OBJECTS.split(number.right, maxsplit=1)[0]
    return figure_of(core + phrase_of(first, year, names).core, number.unit) if 2 < len(first) < len(number.right) else None


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
    if number.zero and "等" in number.words and (ways := _other_ways(number.words)):
        return ways
    if _SEPARATED.isdisjoint(core):
        return []
    named = [part for part in OBJECTS.split(core.replace("均", "")) if part]
    subjects = [part for part in named if part not in ("申诉", "旁事")]
    asked = number.unit in "件份宗起例" and "申请" in number.state.section.topics
    plain = [figure_of(part, number.unit) or figure_of(_ARISES.sub("", part), number.unit) for part in subjects]
    plain = [figure or _way_of(part) for figure, part in zip(plain, subjects, strict=True)] if asked else plain
    known = [figure for figure in plain if figure is not None]
    if not (len(named) >= 2 and 1 <= len(subjects) == len(known) <= 5) or number.state.foreign:
        return []
    if "分别" in number.words or number.zero or "均" in core or _EACH.search(number.words[-8:]):
        return _of_one_topic(known)
    return []


_OTHER_WAYS = re.compile(
    r"(?:其中|另外|以|通过|采用)*(?P<ways>[^，,。；;\d]{2,30}?)等其[他它](?:方式|形式|渠道|途径)[^，,。；;\d]{0,6}申请(?:的|共|为)*"
)


def _other_ways(words: str) -> list[Figure]:
    """The figures of the ways that none came by: 以传真、电子邮件等其他形式提交的申请0件."""
    told = _OTHER_WAYS.fullmatch(words)
    ways = [_way_of(part) for part in OBJECTS.split(told["ways"]) if part.strip()] if told else []
    return [way for way in ways if way is not None] if None not in ways else []


def _way_of(part: str) -> Figure | None:
    """The figure of requests that came by the way that a phrase names in words of its own: 邮寄递交."""
    code = route_of(part)
    return Figure(code, frozenset(("申请",))) if code else None


def _of_one_topic(known: list[Figure]) -> list[Figure]:
    """The figures with requests that came online for the website, where another is a way of asking: 网络和传真均为零."""
    if all(not figure.code.startswith("requests.received_") for figure in known):
        return known
    online = Figure("requests.received_online", frozenset(("申请",)))
    return [online if figure.code == "channel.website" else figure for figure in known]
