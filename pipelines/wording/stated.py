"""Which figure the words before a number, or right behind it, state."""

from __future__ import annotations

import re

from pipelines.numbers import read_number
from pipelines.wording.claims import plain_number
from pipelines.wording.context import Number
from pipelines.wording.cues import (
    ALL_MEDIA,
    ASKS,
    AUDIENCE,
    CASES_ABOUT_IT,
    DISCLOSED,
    DISCLOSES,
    DOMAIN,
    KINDS,
    MEDIA,
    MEDIA_LIST,
    NAMED,
    OBJECTS,
    OTHER_MEDIA,
    PARTICIPANTS,
    ROUTES_BEFORE,
    SUM,
    UNKNOWN_BEFORE,
    VERBS_ONLY,
)
from pipelines.wording.needs import REQUEST_ROUTES
from pipelines.wording.owned import object_of
from pipelines.wording.proposed import of_proposals, of_results
from pipelines.wording.sentences import hits
from pipelines.wording.tolerance import UNREAD, loosened, of_medium
from pipelines.wording.wordings import Figure, figure_of, open_figure_of, phrase_of

_SURE: frozenset[str] = frozenset()
_SHARED = frozenset(("weak",))
_OFFLINE = frozenset(("wall", "screen", "print", "press", "own"))
_NO_ROW = frozenset(("wall", "screen", "print", "press"))
_BARE_MEDIUM = re.compile(
    r"(?:其中|、)?[^，,、。；;\d]{0,8}(?:[公宣告][示告传开]栏|[屏橱]窗?|报[纸刊]|电视|广播|媒体)"
    r"(?:等|(?:以?及|和|与|、)其[他它](?:方式|渠道|途径|形式|载体|媒体)?)?[上里]?[共有为]*"
)
_BY = re.compile(r"通过|利用|运用|借助|依托|[在以]")
_ONE_MORE = re.compile(
    r"\s?[，,；;、]\s?(?!其中|[共合总加累一较比]|[^，,。；;\d]{0,10}(?:网|微|公报|其[他它]))[^，,。；;\d]{2,14}\s?\d{1,6}\s?[条篇]"
)
"""公开栏15条；查阅室6条: what has no row is counted apart, and the first is not all of it."""
_OWN_ROW = re.compile(r"微信|微博|公众号")
_AT_LARGE = re.compile(r"(?<=[、和及])网络(?=等媒体)|^(?:通过)?媒体网站(?=[、和及][^，,。；;]{2,12}其[他它]媒体)")
"""报刊、电视、网络等媒体: no website of the publisher's."""
_ONLINE = frozenset(("web", "own", "gazette"))
_ACCOUNTS_ALONE = {"own"}
"""通过微信、微博等平台发布信息409条: of two rows, and not the whole."""
_TRAINING = frozenset(("政开",))
_NOT_LOOSELY = frozenset(("list", "alone", "plain"))
_NOT_BEFORE_OBJECT = frozenset(("list", "weak", "alone", "plain"))
_SEPARATED = frozenset("、和及与或并")
_REVIEWS = re.compile(r"法制[办局机]|司法局|复议(?:机关|机构|局|委|办)")
"""The office of the same government that hears its cases."""
_SUMMED = frozenset((("fees.collected", "元"), ("organisation.reading_points", "个"), ("organisation.reading_points", "处")))
_POSTS = {"专职": "staff.full_time", "兼职": "staff.part_time"}
_ANSWERS = frozenset(("不同意公开", "同意公开", "部分公开", "信息不存在", "非本机关", "补正"))
_EACH = re.compile(r"[均都皆各]")
_ARISES = re.compile(r"^(?:发生|收到|办理|引起)")
"""发生依申请和不予公开信息0条: the verb of the first is that of all."""


def by_heading(number: Number) -> bool:
    """Whether nothing but the heading before it can say what a number counts."""
    text, start = number.sentence.text, number.hit.start
    behind = text[number.hit.end : number.hit.end + 1]
    if text[max(0, start - 1) : start] in ("和", "及", "与"):
        return False  # 98条、63条和41条: the last of several
    return not behind.strip("，,；;。、）) ") and not number.state.last and bool(number.sentence.section.innermost)


def _sums_up_others(number: Number) -> bool:
    """Whether a number sums up those before it, which were of something unknown: 隐患排查36条，整改34条，共计70条."""
    return bool(number.words) and SUM.fullmatch(number.words) is not None and bool(hits(number.sentence.text[: number.hit.start]))


def core_of(number: Number, year: int | None, names: tuple[str, ...]) -> str:
    """The core of the words before a number, or that of its heading where they say nothing."""
    core = number.phrase.core.replace("均", "") if number.zero and "、" not in number.phrase.core else number.phrase.core
    told = bool(number.words and number.state.leads) and not set("计共总") & set(number.words)  # 网站承担了绝大部分，达6845条
    if not core.replace("均", "") and not told and by_heading(number) and not _sums_up_others(number):
        core = phrase_of(ASKS.sub("", number.sentence.section.innermost), year, names).core + core
    return "收到申请" if ROUTES_BEFORE.fullmatch(core) else core


def summed(number: Number) -> Figure | None:
    """What 共计N件 sums up: the routes, the outcomes or the kinds of information counted before it."""
    state = number.state
    if state.last == "training.classes" and number.of_people and PARTICIPANTS.match(number.phrase.core):
        return Figure("training.people", _SURE)
    text = number.sentence.text if number.unit in "件起宗例" and "其中" in number.sentence.text else ""
    reviewed = not state.foreign or _REVIEWS.search(text, 0, number.hit.start)
    cases = CASES_ABOUT_IT.search(text, 0, number.hit.start) if reviewed and text else None
    if cases:
        return Figure("review.total" if cases.group(1) == "复议" else "litigation.total", _SURE)
    if proposals := of_proposals(number):
        return proposals
    if not SUM.fullmatch(number.words):
        return None
    if state.last in REQUEST_ROUTES or (state.last == "requests.received" and number.unit in "件份宗"):
        return Figure("requests.received", _SURE)
    if (state.last, number.unit) in _SUMMED:
        return Figure(state.last, _SURE)
    if number.unit in "条件篇" and _is_sum(number):
        return Figure("disclosure.total", _SURE)
    if not (state.last or state.foreign) and number.unit in "条件篇" and any(DISCLOSES.search(lead) for lead in state.leads):
        return Figure("disclosure.total", _SURE)
    return Figure("*.total", _SURE) if state.family and state.last.startswith(f"{state.family}.") else None


_OPEN_THINGS = re.compile(r"公开[的了](?:东西|内容|事项|资料|材料|政府信息|政务信息|信息|有这|主要)")


def _is_sum(number: Number) -> bool:
    """Whether a number is the sum of all those of its unit that its sentence has before it: 网站46条，公开栏59条，共105条."""
    state, text = number.state, number.sentence.text
    if state.topic in ("申请", "review", "litigation") or state.foreign or not (state.last or state.leads):
        return False
    mine = [hit for hit in hits(text[: number.hit.start]) if hit.unit == number.hit.unit]
    before = [read_number(plain_number(text[hit.start : hit.end])).value for hit in mine]
    whole = read_number(plain_number(text[number.hit.start : number.hit.end])).value
    adds_up = len(before) > 1 and None not in before and sum(value for value in before if value is not None) == whole
    if adds_up and _OPEN_THINGS.search(text, 0, number.hit.start) and "申请" not in text[: number.hit.start]:
        return True
    by_media = any(MEDIA.search(lead) and DISCLOSES.search(lead) for lead in state.leads)
    return adds_up and (state.last.startswith("channel.") or by_media)


def of_all_media(number: Number) -> Figure | None:
    """The total of what was disclosed by several media together: 通过网站、公示栏等形式公开信息53条."""
    words = number.words
    if "信息" not in words or number.unit not in "条件篇-" or number.state.breakdown or "分别" in words:
        return None
    words = _AT_LARGE.sub("媒体", words) if "网" in words else words
    if not DISCLOSED.search(words):
        return None
    named = list(MEDIA.finditer(words))
    media = {match.lastgroup for match in named}
    accounts = {match.lastgroup for match in named if words[match.start() - 1] != "等"} == _ACCOUNTS_ALONE  # 微信、微博等平台
    joined = len(media) > 1 and OBJECTS.search(words, named[0].end(), named[-1].start()) is not None
    if media == {"web"} and len(named) > 1 and "等" not in words and OBJECTS.search(words, named[0].end(), named[-1].start()):
        return Figure("channel.website", _SHARED)  # 局网站、市价格信息网和信息公开平台: several sites
    several = joined or (media and ALL_MEDIA.search(words) is not None)
    return Figure("disclosure.total", _SHARED) if several and media & _ONLINE and not accounts else None


_TOLD = re.compile(
    r"(?:公开|公布|发布|公示)了?的?(?:各[类种项])?(?:政府|政务)?信息[^，,。；;\d]{0,20}?(?:总共|共计|合计|一共|总计|拢共|共有|总数[是为]|有)$"
)
_NOT_TOLD = re.compile(
    r"[未没不无]|审[查核]|采用|采纳|转载|转发|上报|报送|点击|阅读|访问|撤[回下销]|删除|更正|举报|制度|累计|历年"
)
"""What is said of some of the information disclosed."""


_BY_ALL = re.compile(
    r"(?:个|大|类)?(?:平台|渠道|网站|媒介|载体|账号|途径)?(?:去重|去除重复|剔除重复|扣除重复)?(?:信息)?后?(?:[共总合]计|一共|总共|累计)(?:主动)?(?:公开|发布)(?:了|政府|政务)*(?:信息)?"
)
"""三个平台去重后共计公开526条: by all the media that the clause before names."""


def of_the_told(number: Number) -> Figure | None:
    """The total of what was disclosed, as one tells it: 往外公开的政府信息我们都记在台账上，总共132条."""
    state, words = number.state, number.words
    if number.unit not in "条件篇" or state.breakdown or state.last:
        return None
    lead = state.leads[-1] if state.leads else ""
    if _BY_ALL.fullmatch(words) and len({match.lastgroup for match in MEDIA.finditer(lead)} & _ONLINE) > 1:
        return Figure("disclosure.total", _SHARED)
    if not _TOLD.search(words):
        return None
    plain = not (_NOT_TOLD.search(words) or MEDIA.search(words) or DOMAIN.search(words) or ROUTES_BEFORE.search(words))
    return Figure("disclosure.total", _SHARED) if plain and "申请" not in words else None


_MADE = re.compile(
    r"(?:产生|形成|生成|制作|获取|梳理|编制|采集|制作和获取|制作或获取|审核|制发)(?:了|各类|的|政府|政务)*信息[^，,。；;\d]{0,4}[\d,，]{1,9}\s?[条件][，,；;]\s?(?:其中)?"
    r"(?:已|依法|主动|向社会|对外|实际|全部|按规定)*公开(?:了|的|政府|政务|公文类?|文件类|信息|有|共)*$"
)


def of_the_made(number: Number) -> Figure | None:
    """What was disclosed of all that the year brought forth: 产生政府信息331条，公开298条."""
    if number.unit not in "条件" or "公开" not in number.words[-14:] or "不" in number.words:
        return None
    return Figure("disclosure.total", _SHARED) if _MADE.search(number.sentence.text[: number.hit.start]) else None


_ONE_KIND = re.compile(
    r"双公示|等[^，,、等]{0,6}(?:信用|执法|处罚|许可|招投标|采购|预警|招聘|监测|抽检)(?:类|方面)?信息[共总合累]?计?$"
)
"""公开红黑名单、信用承诺等重点信用信息13762条: all of them are of one kind."""
_OF_ONE_MATTER = re.compile(
    r"(?:招考|招聘|招录|考试|选调|采购|招标|征收|拆迁|许可|处罚|审批|建设|项目|活动|事故|灾害)[^，,、的]{0,4}的[^，,、]{1,8}、"
)
"""发布公务员招考的职位、名额等事项19条: what is told of one matter, and not all that was disclosed."""


def of_all_kinds(number: Number) -> Figure | None:
    """The total of what was disclosed, where its kinds are named before it: 公开规划计划、人事任免等方面信息共92条."""
    if number.unit not in "条件篇" or _SEPARATED.isdisjoint(number.words):
        return None
    topics = number.state.section.topics
    named = "政府信息" in number.words or "政务信息" in number.words or "各类信息" in number.words
    under = "主动公开" in number.words or ("公开" in topics and "申请" not in topics)
    under = under or (named and number.phrase.time == "this" and not number.phrase.until)  # 全年公开民政救助、计生服务等政府信息
    if not under or number.unit not in "条件篇" or number.state.breakdown or not KINDS.search(number.words):
        return None
    by_account = number.phrase.core.startswith(("微信", "微博", "公报"))
    if by_account or _OF_ONE_MATTER.search(number.words) or _ONE_KIND.search(number.words):
        return None
    return Figure("disclosure.total", _SHARED)


_KINDS_OF_ALL = re.compile(
    r"(?:公开|发布|公布|推送|刊发|更新)了?[^，,。；;\d]{2,50}、[^，,。；;\d]{1,50}等(?:各类|各种|有关|相关|方面|的)*(?:政府|政务|工作)?(?:信息|内容|消息|文章)?"
    r"(?:[共合总累]计|共)*$"
)
_OF_ONE_MEDIUM = {"网站": "channel.website", "微信": "channel.wechat", "微博": "channel.weibo", "公报": "channel.gazette"}


def _of_single_domains(kinds: str) -> bool:
    """Whether kinds named before a count are of single domains; of many, two that are none (党建, 时政) make it the whole."""
    named = kinds.partition("等")[0].split("、")
    plain = sum(DOMAIN.search(kind) is None for kind in named)
    return plain < len(named) and (len(named) < _MANY_KINDS or plain < 2)


_MANY_KINDS = 4


def of_one_medium(number: Number) -> Figure | None:
    """What one medium printed in the year, by its kinds: 全年通过微信公众号发布政策解读、工作动态等共计158条."""
    words, state = number.words, number.state
    if "等" not in words or number.unit not in "条篇":
        return None
    if not (number.phrase.time == "this" or state.time == "this" or state.last.startswith("channel.")):
        return None
    if state.breakdown and not state.last.startswith("channel."):
        return None
    named = [word for word in _OF_ONE_MEDIUM if word in number.phrase.core]
    kinds = _KINDS_OF_ALL.search(words)
    if len(named) != 1 or kinds is None or _of_single_domains(kinds.group()) or len(list(MEDIA.finditer(words))) > 2:
        return None
    return Figure(_OF_ONE_MEDIUM[named[0]], _SHARED)


def of_the_named(number: Number) -> Figure | None:
    """The total of what the clause before said was disclosed, summed up behind its kinds: 公开了信息，包括…等内容共计108条."""
    state = number.state
    if number.unit not in "条件篇":
        return None
    said = "共计" in number.words or "合计" in number.words or "总计" in number.words
    if not said or state.last or (state.breakdown and state.parent is not None):
        return None
    named = NAMED.fullmatch(number.words) and any(DISCLOSES.search(lead) for lead in state.leads[-2:])
    return Figure("disclosure.total", _SHARED) if named and "申请" not in number.words else None


def of_other_media(number: Number) -> Figure | None:
    """What media without a row of their own have of a total that is being divided by media: 其中公示栏公开信息46条."""
    state, words = number.state, number.words
    if number.unit not in "条件篇":
        return None
    divided = state.breakdown and state.parent is not None and state.parent.code == "disclosure.total"
    bare = state.last.startswith("channel.") and _BARE_MEDIUM.fullmatch(words.lstrip("、和及 "))
    listed = bare and MEDIA_LIST.search(state.section.innermost) is not None
    if not (divided or listed) or not (bare or OTHER_MEDIA.search(words)):
        return None
    media = {match.lastgroup for match in MEDIA.finditer(_AT_LARGE.sub("媒体", words))}
    return Figure("channel.other", _SHARED) if media and media <= _OFFLINE and not _OWN_ROW.search(words) else None


def of_offline_media(number: Number) -> Figure | None:
    """What notice boards, newspapers and the like printed: 通过报刊、电台等其他媒体公开信息313条, 通过公示栏等形式发布信息8条."""
    state, words = number.state, number.words
    if (state.breakdown and state.parent is not None) or number.unit not in "条篇" or "分别" in words:
        return None
    named = OTHER_MEDIA.search(words) or (words.endswith(("其他", "其它")) and _BARE_MEDIUM.fullmatch(words))
    bare = _BARE_MEDIUM.fullmatch(words.lstrip("、和及 ")) and not _ONE_MORE.match(number.sentence.text, number.hit.end)
    before = state.leads[-1].lstrip("、和及 ") if state.leads else ""
    bare = bool(named) or (bare and not _BARE_MEDIUM.fullmatch(before))
    after_others = state.last.startswith("channel.") and bare  # 微信公开141条、宣传栏及其他42条, 网站39条，公开栏上61条
    if not after_others and not (DISCLOSED.search(words) and _BY.search(words)):
        return None
    media = {match.lastgroup for match in MEDIA.finditer(_AT_LARGE.sub("媒体", words))}
    if media == {"print"} and not ALL_MEDIA.search(words):
        return None  # 通过《城南快讯》报纸发布信息: one paper of its own
    theirs = media and media <= _NO_ROW and not _OWN_ROW.search(words) and not DOMAIN.search(words)
    return Figure("channel.other", _SHARED) if theirs else None


def stated(number: Number, core: str, year: int | None, names: tuple[str, ...]) -> Figure | None:
    """The figure that a number states, None if its words are not understood; notes where the object follows it."""
    unit = number.unit
    right = object_of(number.right, names[0]) if names and number.right.endswith("信息") else number.right
    after = phrase_of(right, year, names) if right else None
    if after is not None and after.core in _ANSWERS and core in ("申请", "依申请"):
        return figure_of(after.core, unit)  # 信息公开申请3件不同意公开
    if after is not None and after.core and (VERBS_ONLY.fullmatch(core) or (after.core == "信息" and core.endswith("公开"))):
        figure = figure_of(core + after.core, unit) or _first_of_several(core, number, year, names)
        number.object_follows = figure is not None
        if figure is not None and figure.code == "replies.already_public" and number.state.last == "normative_documents.issued":
            return Figure("disclosure.normative_documents", _SURE)  # 制发规范性文件23件，19件已主动公开
        if figure is not None:
            return figure
    placed = unit in "个处家间" and _ROOMS_BEHIND.match(number.sentence.text, number.hit.end) and _PLACES.fullmatch(number.words)
    if placed or (after is not None and after.core == "查阅点" and unit in "个处家间" and _HAS_ROOM.match(core)):
        number.object_follows, number.state.foreign = True, False  # 开辟了服务大厅和社区中心2个公共查阅点: where they are
        return Figure("organisation.reading_points", _SURE)
    figure = of_results(_of_the_list(figure_of(core, unit), core, number), number)
    if figure is not None and figure.code == "replies.already_public" and number.state.last == "normative_documents.issued":
        return Figure("disclosure.normative_documents", _SURE)  # 制发规范性文件23件，已主动公开19件
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


_HAS_ROOM = re.compile(r"配备|举行|[^，,、；;\d]{0,8}(?:大厅|服务中心|办公楼|[一二三四]楼|文化站)[内里中]?(?:配备|举行)")
"""便民大厅设1个查阅点: 设 of any room of the publisher's own."""
_ROOMS_BEHIND = re.compile(r"\s?(?:政府|政务|信息|公开|公共)*查阅(?:点|场所|室|中心|窗口)")
_PLACES = re.compile(
    r"(?:[在于以]|全[省市县区镇乡]|我[市县区镇乡局])?[^，,。；;\d]{2,20}(?:[、和及与][^，,。；;\d]{2,20}){1,4}?(?:等|[共总合]计?)*"
)
"""档案馆、图书馆、服务大厅3处查阅场所: the places themselves, before how many they are."""


_INFORMATION = re.compile(r"信息(?:总?[数量]|数量|条数|条目)?[共为是有]?$")


def _already_out(number: Number) -> bool:
    """Whether 已主动公开政府信息662条 tells what was disclosed, and not how requests were answered."""
    state = number.state
    return _INFORMATION.search(number.words) is not None and state.topic != "申请" and "申请" not in state.section.topics


def _of_the_list(figure: Figure | None, core: str, number: Number) -> Figure | None:
    """The figure, or what its words mean among the parts of what was disclosed: 网站251件 of 274件."""
    state = number.state
    divided = state.topic == "公开" and state.parent is not None
    if figure is not None and figure.code == "channel.website" and number.unit in "件宗份-" and state.topic == "申请":
        if state.last.startswith("replies."):
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
    if _SEPARATED.isdisjoint(core):
        return []
    named = [part for part in OBJECTS.split(core.replace("均", "")) if part]
    subjects = [part for part in named if part not in ("申诉", "旁事")]
    plain = (figure_of(part, number.unit) or figure_of(_ARISES.sub("", part), number.unit) for part in subjects)
    known = [figure for figure in plain if figure is not None]
    if not (len(named) >= 2 and 1 <= len(subjects) == len(known) <= 5) or number.state.foreign:
        return []
    if "分别" in number.words or number.zero or "均" in core or _EACH.search(number.words[-8:]):
        return known
    return []
