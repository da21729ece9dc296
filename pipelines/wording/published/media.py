"""The medium that is a sentence's subject, whatever is told of its readers: “白水发布”微博粉丝1.2万人，发布信息634条."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.claims import Claim, amount_of
from pipelines.wording.context import Number
from pipelines.wording.cues import ACCOUNT, ALL_MEDIA, DOMAIN, KINDS, MEDIA, OBJECTS
from pipelines.wording.evidence import MEDIA_ROWS, STRANGE
from pipelines.wording.owned import own_domains
from pipelines.wording.published.places import by_several
from pipelines.wording.wordings import Figure, spelled

_SEVERAL = re.compile(r"[、等]|以及|[和与及](?=政?[府务]?微)")
_SO_FAR = re.compile(r"累计|截[至止]|至今|以来|目前")
_FOLLOWERS = re.compile(
    r"(?:现有|共有|拥有|吸引|累计|总|的|有)*(?:粉丝|关注(?:用户|人数|者)?|订阅(?:用户)?|用户|阅读|访问|浏览|点击|转发|评论|点赞)"
    r"(?:用户|人数|总量|总数|数量|数|量|约|达到?|突破|超过?|近|新增|为|共|已)*$"
)
"""“白水发布”微博粉丝1.2万人，发布信息634条: who reads it takes nothing from what it printed."""
_MEANS_OF = re.compile(
    r"^[^，,。；;]*等?(?:信息|内容|动态|文件|事项|情况)(?:均|都|全部|及时)?(?=通过[^，,。；;、等]{2,20}(?:主动)?(?:公开|发布|公布)$)"
)
"""对法规政策、工作动态等信息通过政府网站主动公开，全年推送290条: what it printed."""
_COLUMNS = re.compile(
    r"(?:推出|开设|开辟|设立|设置|新增|打造|开通)了?(?:[“\"][^“”\"]{1,24}[”\"][、和及]?)+等?(?:系列|特色|多个|\d{1,2}个)?"
    r"(?:专题|专栏|栏目|板块|版块)+$"
)
"""微信公众号推出“河长说”“水之美”等专栏，发布信息496条: what columns it has."""


_AS_PLATFORM = re.compile(r"(?:作)?为(?:主要|重要|主)?(?:的)?(?:平台|载体|阵地|窗口|抓手|依托|渠道|媒介)$")
"""以微信公众号为平台: what it is used for."""
_KINDS_PRINTED = re.compile(
    r"(?:及时|主动|对外|向社会)*(?:发布|公开|公布)(?:[、和及](?:发布|公开|公布))?[^，,。；;\d]{2,70}等[^，,。；;、等\d]{0,10}(?:信息|内容|动态)$"
)
"""通过政府网站及时发布、公开医疗卫生、疾病预防等信息，全年公开301条: what kinds it printed."""
_NAME = re.compile(r"[“\"‘][^“”\"‘’]{1,20}[”\"’](?=(?:政务|官方)?(?:微信|微博|公众号|门户网站|网站|客户端))")
"""“白水水利”微信公众号: what an account is called tells of no domain."""


_ACCOUNTS_NAMED = re.compile(r"[一-龥]{2,16}(?:、[一-龥]{2,10}){1,4}等(?=(?:政务|官方)?(?:微信|微博|公众号))")
"""延伸至白水公安、白水交警等微信公众平台: accounts of one medium, by their names."""
_OWN_COLUMN = re.compile(r"(?<=[网站台])[上的]?(?:本[镇乡局]|[我镇乡局]|街道)?的?(?:专栏|专区|子站|专页|栏目|板块)[里上中内]?$")
"""县政府网站白水镇专栏里: the publisher's own place in it."""


_ANOTHER_SITE = re.compile(r"(?:[蒙藏维哈朝英外日韩俄]文|维吾尔文|哈萨克文|手机版?|移动版?)(?:版|政府|门户)*网")
"""蒙文网站: one more website, whose count is no website's."""


def medium_before(number: Number, names: tuple[str, ...]) -> str | None:
    """The medium that the clauses before say is the subject: 县政府公报出刊6期，刊登政府信息143条; None if not one alone."""
    return medium_of_leads(number.state.leads[number.state.led :], names)


def medium_of_leads(told: Sequence[str], names: tuple[str, ...]) -> str | None:
    """The one medium that clauses name; None where they name none, or several, or tell of all the years up to a day."""
    if any(_SO_FAR.search(_FOLLOWERS.sub("", lead)) for lead in told):
        return None  # 截至目前，网站累计访问量达12万人次，发布信息3.2万条
    if any(_ANOTHER_SITE.search(lead) for lead in told):
        return None
    leads = [_FOLLOWERS.sub("", _MEANS_OF.sub("", lead)) for lead in told if ACCOUNT.search(lead)]
    leads = [_KINDS_PRINTED.sub("", _AS_PLATFORM.sub("", lead)) for lead in leads]
    leads = [_ACCOUNTS_NAMED.sub("", lead) if "等" in lead else lead for lead in leads]
    leads = [_OWN_COLUMN.sub("", _NAME.sub("", _COLUMNS.sub("", _without(lead, names)))) for lead in leads]
    if not leads or any(STRANGE.search(lead) or _SEVERAL.search(lead) for lead in leads):
        return None
    if len({match.lastgroup for lead in leads for match in MEDIA.finditer(lead)}) > 1:
        return None  # 依托区政府网站和宣传橱窗
    media = {word for lead in leads for word, _ in spelled(lead, names) if word in MEDIA_ROWS}
    return f"channel.{MEDIA_ROWS[media.pop()]}" if len(media) == 1 else None


_APART = re.compile("[，,；;。]")


_PLACE = re.compile(
    r"(?:其中|另外|同时|全年|[：:]|[一二三四五六]是)*(?:在|通过|利用|依托|借助)[^，,。；;、\d]{2,30}(?:网站?|网上|平台|公众号|微博|微信|公报)(?:平台)?[上中里]?"
    r"(?:这一?(?:核心|主要|重要)?(?:渠道|平台|阵地)|(?:进行|开展)(?:网络)?(?:政府|政务)?(?:信息)?(?:公开|发布))?"
)


def place_of(number: Number, names: tuple[str, ...]) -> str | None:
    """The medium that the clause right before a bare count names, and nothing else: 其中，通过镇政府网站，公开信息54条."""
    before = number.sentence.text[: number.hit.start].removesuffix(number.words).rstrip("，, ")
    lead = _APART.split(before)[-1]
    return medium_of_leads([lead], names) if lead in number.state.leads[-1:] and _PLACE.fullmatch(lead) else None


_ACCOUNT_ALONE = re.compile(
    r"(?:[我本全][局县市区镇乡]|街道|的|政务|政府|官方|新浪){0,3}(?:微信公众号|公众号|微信|微博)(?:平台)?\s?(?:[“\"][^“”\"]{1,16}[”\"])?"
)
"""我局微信公众号“柳坪水务”，全年公开信息总计138条: whose count it is."""


def by_one_medium(number: Number, names: tuple[str, ...], claims: Sequence[Claim]) -> str | None:
    """The medium of a count that says 主动公开 or 推送, where the clause before names it and it is not the whole.

    在省政务平台，街道主动公开信息300条, of as much or more in all; 微信公众号每周推送3次，全年推送信息468条
    """
    if (account := account_before(number, names)) is not None:
        return account
    place = place_of(number, names)
    whole = (one for one in claims if place and one.code == "disclosure.total" and one.label is None)
    mine = amount_of(number.sentence.text[number.hit.start : number.hit.end])
    return place if any(amount_of(one.raw) >= mine for one in whole) else None


def account_before(number: Number, names: tuple[str, ...]) -> str | None:
    """The account that the clause before names alone, or of whose pushes a count is: 微信公众号每周推送3次，全年推送信息468条."""
    before = number.sentence.text[: number.hit.start].removesuffix(number.words)
    lead = _APART.split(before.rstrip("，, "))[-1]
    lead = lead if "推" in number.words or _ACCOUNT_ALONE.fullmatch(lead) else ""
    if not lead or _SEVERAL.search(lead) or _SO_FAR.search(lead) or STRANGE.search(_FOLLOWERS.sub("", lead)):
        return None
    media = {word for word, _ in spelled(lead, names) if word in MEDIA_ROWS}
    return f"channel.{MEDIA_ROWS[media.pop()]}" if len(media) == 1 else None


def _without(text: str, names: tuple[str, ...]) -> str:
    """The text without the publisher's names, which may speak of a domain (建立县民政局微信公众号)."""
    for name in names:
        text = text.replace(name, "")
    return text


_PRESS = re.compile(r"(?:新闻|传统|主流|平面|大众)媒体|[日晚早]报")
_SAYS = re.compile(r"(?:公开|发布|公布)(?![栏屏板墙])")


def all_used(words: str) -> bool:
    """Whether media are named with 等, so that they may be all that was used; newspapers, by name or all of them, are not."""
    media = _SAYS.split(words, maxsplit=1)[0]
    return ALL_MEDIA.search(media) is not None and "》" not in words and not _PRESS.search(words)


_SHARED, _JUDGED = frozenset(("weak",)), frozenset(("weak", "judged"))
_PUSHES = re.compile(
    r"(?:其中|并|共)*[“\"‘][^“”\"‘’]{1,20}[”\"’](?:全年|今年|累计|共|已)*(?:推文|推送|推出|推发|发文|发稿|更新|发布|编发)了?(?:各类)?(?:信息|文章|图文|消息|推文)?[共约]?"
)
"""靠的是微信，“柳坪微报”推文45条: the account of the medium that the clause before names."""
_GAZETTE_HAS = re.compile(
    r"(?:公报|政报)[》”\"]?[^，,。；;\d]{0,12}\d{1,3}\s?期(?:[，,][^，,。；;\d]{0,6}\d{1,6}\s?[份册])?[^。；;\d规]{0,12}"
    r"(?:刊登|(?<=，)登了?|刊发|登载|收录|刊载|刊出|载|公开|发布)了?的?(?:各类|各种|有关|重要|政策|本级|[县区市州省]|政府|行政|[、和及])*(?:文件|公文|文稿|稿件|信息|文章|内容)*[共约]*$"
)
"""《青坪县人民政府公报》出刊6期，刊登文件74件."""
_GAZETTE_PRINTS = re.compile(
    r"(?:公报|政报)[》”\"]?(?:全年|共|累计)*(?:公开|刊登|刊发|登载|刊载|收录|发布)了?[^，,。；;\d]{2,40}文件(?:共计?)?$"
)
"""通过政府公报公开州政府重要政策文件和部门规范性文件104件."""
_IN_COLUMNS = re.compile(
    r"(?:分别|主要|并)*(?:[在于通]过?)?(?:[“\"‘][^“”\"‘’]{2,16}[”\"’][、，和及与]?){2,10}等?(?:\d{1,2}个)?(?:特色|专题)?(?:栏目|专栏|[板版]块|频道)[上中内里]?"
    r"(?:主动|全年|今年|累计|共|先后|及时)*(?:公开|发布|公布|更新|上传|刊登|登载|推送)了?(?:各类|有关|政府|政务|工作)*(?:信息|消息|文章)?[共约]?"
)
"""利用县局网站，在“要闻动态”“办事指南”等栏目发布信息: the whole of it."""
_ANOTHER_KIND = re.compile(r"\s?[、和及][^，,。；;\d]{2,12}\d")
_PLACED = re.compile(
    r"(?:则|都|均|是|又)*(?:(?:贴|张贴|公示|公布|发布|刊登|刊发|播出|写|登|放|挂|晒|公开)[在于到](?P<at>[^，,。；;\d]{2,16}?)(?:[上里中内]|公开|发布|张贴|公示|公布)*"
    r"|(?:通过|利用|依托|在)(?P<by>[^，,。；;\d]{2,16}?)(?:等(?:方式|形式|渠道|途径|平台)?)?[上里中内]?(?:公开|发布|张贴|公示|公布|播出|刊登))的?"
)
_PRINTED_IN_ALL = re.compile(
    r"^(?:(?:公开|发布|推送|更新)?的?(?:信息|内容)(?:主要)?(?:包括|包含|涵盖|涉及)[^，,。；;\d]{2,60}?等?(?:各?类|方面)?(?:信息|内容)?)?(?:[共合总]计|一?共|总共)$"
)
"""（通过微信公众号发布图文信息，）公开的信息包括工作动态、政策法规等共27篇, （通过公众号公开了…等信息，）共计36条."""
_IN_ISSUES = re.compile(
    r"(?:^|[，,；;。：:])(?P<board>[^，,；;。：:\d]{2,24}?)(?:[\d,]{1,6}|[一二两三四五六七八九十]{1,3})\s?(?:期|次|版|块|面|幅)[，,]\s?[^，,；;。\d]{0,16}$"
)
_IN_PUSHES = re.compile(
    r"(?:^|[；;。])(?P<what>[^；;。、]{2,40}?)(?:[，,][^，,；;。、\d]{0,8})?[推编发][送出发布]?[^，,；;。、\d]{0,8}\d{1,4}\s?期[、，,]?\s?[共计合]{0,2}\s?$"
)
"""微信推送365期、1460条: in so many issues."""
_OF_OTHERS = re.compile(r"[“\"]([^“”\"]{2,16}[馆院校团])[”\"]")
"""“柳坪县图书馆”微信公众号: another body's account."""
_ISSUED = re.compile(r"[期次版块面幅][，,]")
_PRINTS = re.compile(
    r"(?:全年|一?共|累计|总共)*(?:公开|发布|公布|公示|刊播|播发|播报|播出|刊登|刊载|登载|张贴)(?:了|各类|政府|政务|各种|[合总共累]计|信息|共)*"
)
"""公开栏更换40期，公开信息312条: in those issues."""
_BY_BOARDS = re.compile(r"(?:同时|另外|此外)?(?:通过|利用|借助|依托|采取)[^，,。；;\d]{2,36}等(?:形式|方式|渠道|途径|载体)")
"""通过显示屏及宣传栏等形式，累计公开180条."""
_ONE_ACCOUNT = re.compile(r"(?:公众号|微博|微信|订阅号)(?:账号|帐号|平台)?\d{1,2}个[，,]\s?[^，,。；;\d]{0,16}$")
_POSTS = ("文章", "推文", "图文", "信息报道")
_POSTED = re.compile(
    r"(?:全年|今年|本年度?|年内|一?共|累计)*(?:推文|发文|推送|发布)(?:图文|文章|报道|信息|推文|消息|政务|各类|政府|共|了)*"
)
"""仅有微信公众号1个，全年推文34篇."""
_BOARDS = frozenset(("wall", "screen", "press"))
_BARE = re.compile(r"[，,、；;和及 ]*(?:其[余他它]|剩下|余下|剩余|另外|另有|另|还有|有|则有|的|约)*")


def told_of_media(number: Number, names: tuple[str, ...]) -> Figure | None:
    """What one medium printed, told in other words than 通过X公开: by its account's name, issue by issue, or where it hangs."""
    state, words = number.state, number.words
    if state.foreign or number.unit not in "条篇件份":
        return None
    if number.unit in "条篇" and words[-1:] in "文送出发稿新布息章约共" and "”" in words and _PUSHES.fullmatch(words):
        medium = medium_before(number, names)
        return Figure(medium, _SHARED) if medium else None
    if number.unit in "条篇" and "”" in words and _IN_COLUMNS.fullmatch(words):
        medium = medium_before(number, names)
        return Figure(medium, _SHARED) if medium else None
    if number.unit in "条篇" and state.leads and not state.last and _PRINTED_IN_ALL.search(words):
        medium = medium_before(number, names) if "回复" not in state.leads[-1] else None
        return Figure(medium, _SHARED) if medium else None
    text, start = number.sentence.text, number.hit.start
    if number.unit in "条篇" and "个，" in text[:start] and _POSTED.fullmatch(words) and _ONE_ACCOUNT.search(text, 0, start):
        medium = medium_before(number, names)
        return Figure(medium, _SHARED) if medium else None
    if number.unit in "条篇" and words.endswith(_POSTS) and _POSTED.fullmatch(words) and not state.items:
        medium = medium_before(number, names)
        return Figure(medium, _SHARED) if medium and state.subject else None
    if "期" in text[:start] and _GAZETTE_HAS.search(text, max(0, start - 60), start):
        return None if _ANOTHER_KIND.match(text, number.hit.end) else Figure("channel.gazette", _SHARED)
    if number.unit in "条篇" and "期" in text[:start] and (pushed := _IN_PUSHES.search(text, 0, start)):
        others = any(one not in names for one in _OF_OTHERS.findall(pushed["what"]))
        accounts = [row for word, row in MEDIA_ROWS.items() if not others and word in dict(spelled(pushed["what"], names))]
        return Figure(f"channel.{accounts[0]}", _SHARED) if len(accounts) == 1 else None
    if "报" in words and number.unit in "件份" and _GAZETTE_PRINTS.search(words):
        return Figure("channel.gazette", _SHARED) if not _ANOTHER_KIND.match(text, number.hit.end) else None
    issued = _IN_ISSUES.search(text, 0, start) if number.unit in "条件篇" and _ISSUED.search(text, 0, start) else None
    lead = state.leads[-1] if state.leads else ""
    if "等" in lead and number.unit in "条篇" and _PRINTS.fullmatch(words) and _BY_BOARDS.fullmatch(lead):
        media = {match.lastgroup for match in MEDIA.finditer(lead)}
        return Figure("channel.other", _SHARED) if media and media <= _BOARDS else None
    if issued and _PRINTS.fullmatch(words):
        media = {match.lastgroup for match in MEDIA.finditer(issued["board"])}
        return Figure("channel.other", _SHARED) if media and media <= _BOARDS else None
    return _hung(number) if state.last.startswith("channel.") and number.unit in "条篇" and _BARE.fullmatch(words) else None


def _hung(number: Number) -> Figure | None:
    """What hangs where the words behind say, after another medium's count: 剩下16条贴在政务公开栏."""
    placed = _PLACED.fullmatch(number.right) if number.right else None
    where = (placed["at"] or placed["by"]) if placed else ""
    media = {match.lastgroup for match in MEDIA.finditer(where)}
    if media and media <= _BOARDS:
        return Figure("channel.other", _SHARED)
    rows = {word for word, _ in spelled(where) if word in MEDIA_ROWS} if len(media) == 1 else set()
    return Figure(f"channel.{MEDIA_ROWS[rows.pop()]}", _SHARED) if len(rows) == 1 else None


# --- a count behind the kinds of what was printed ---

_JOINTS = frozenset("、和及与或并")
_ONE_KIND = re.compile(
    r"双公示|等[^，,、等]{0,6}(?:信用|执法|处罚|许可|招投标|采购|预警|招聘|监测|抽检)(?:类|方面)?信息[共总合累]?计?$"
)
"""公开红黑名单、信用承诺等重点信用信息13762条: all of them are of one kind."""
_OF_ONE_MATTER = re.compile(
    r"(?:招考|招聘|招录|考试|选调|采购|招标|征收|拆迁|许可|处罚|审批|建设|项目|活动|事故|灾害)[^，,、的]{0,4}的[^，,、]{1,8}、"
)
"""发布公务员招考的职位、名额等事项19条: what is told of one matter, and not all that was disclosed."""


_PROPOSALS = re.compile(
    r"(?:公开|发布|公布)了?[^、，,]{0,6}(?:建议|议案|提案)[^、，,]{0,12}、[^、，,]{0,8}(?:建议|议案|提案)[^、，,]*$"
)
"""公开人大建议、政协提案办理结果信息98条: of proposals alone."""
_FOUR_KINDS = re.compile(
    r"(?:公开|发布|公布)了?(?:[^，,。；;、\d]{2,24}、){3,8}[^，,。；;、\d]{2,24}(?:公告|动态|公示|通知|信息)(?:[共合总]计|共)$"
)
"""发布工作信息、出让公告、矿权公告、登记公告共240条: four kinds at least."""
_BY_MEDIA = re.compile(r"[，,（(]\s?其中[，,：:]?(?:通过|在|利用)?[^，,。；;\d]{0,14}(?:网|微信|公众号)[^，,。；;\d]{0,8}\d")
"""主动公开文件、公告、通知、动态94条，其中通过政府网站公开8条: of all four."""
_OF_ALL = ("政府信息", "政务信息", "各类信息", "系列信息")


_SUMMED = ("共计", "合计", "总计")
_KINDS_SUMMED = re.compile(r"(?:公开|发布|公布)了?[^，,。；;\d]{2,60}、[^，,。；;\d]{2,40}(?:[共合总]计|等共)$")
"""（通过网站、公告栏等形式，）公开机构职能、政策法规共计36条."""
_BEHIND_ETC = re.compile(r"等([^等、]{0,20})$")


def _of_one_domain(words: str, names: tuple[str, ...]) -> bool:
    """Whether what stands behind 等 names a single domain: 发布专项规划、国土空间规划等规划计划信息15条."""
    behind = _BEHIND_ETC.search(words)
    if behind and behind.group(1).endswith("民生领域信息"):
        return True
    named = DOMAIN.findall(behind.group(1)) if behind else []
    return bool(named) and not {"重点领域", "民生", *(own_domains(names[0]) if names else ())}.issuperset(named)


_COLUMN = re.compile(r"(?<!公开)栏目中?(?:主动|共|累计)*(?:公开|发布|更新)")
"""在街道动态、自身建设栏目发布工作动态等信息84条: a share."""
_VERB = re.compile(r"(?:公开|发布|公布)了?")


def _behind_the_verb(words: str) -> str:
    """The kinds that words name behind their verb."""
    return _VERB.split(words, maxsplit=1)[-1]


def _of_domains(kinds: str, names: tuple[str, ...]) -> bool:
    """Whether each of the kinds is of a domain that is not the publisher's: 惠农补贴、低保救助等; without 等, all but one."""
    own = set(own_domains(names[0])) if names else set()
    plain = [not set(DOMAIN.findall(kind)) - own for kind in OBJECTS.split(kinds.partition("等")[0]) if kind]
    return not any(plain) or ("等" not in kinds and sum(plain) < 2 < len(plain))


def of_all_kinds(number: Number, names: tuple[str, ...]) -> Figure | None:
    """The total of what was disclosed, where its kinds are named before it: 公开规划计划、人事任免等方面信息共92条."""
    if number.unit not in "条件篇" or _JOINTS.isdisjoint(number.words):
        return None
    many = "、" in number.words and (
        _FOUR_KINDS.search(number.words)
        or ("主动公开" in number.words and _BY_MEDIA.match(number.sentence.text, number.hit.end)
            and _FOUR_KINDS.search(f"{number.words}共"))
    )  # fmt: skip
    topics = number.state.section.topics
    named = any(noun in number.words for noun in _OF_ALL)
    under = "主动公开" in number.words or ("公开" in topics and "申请" not in topics)
    this = number.phrase.time == "this" or (number.phrase.time is None and number.state.time == "this")
    this = this and not (number.phrase.until or number.state.until)
    site = number.phrase.core.startswith("网站公开") and number.phrase.time is None and not number.state.until
    lead = number.state.leads[-1] if number.state.leads else ""
    site = site and (named or "、" in number.words)
    under = under or site or (named and (this or ("公开" in lead and by_several(lead))))  # 全年公开民政救助、计生服务等政府信息
    summed = (number.words.endswith(_SUMMED) and by_several(lead)) or number.words.endswith("等共")
    kinds = KINDS.search(number.words) or (_KINDS_SUMMED.search(number.words) if summed else None)
    divided = number.state.breakdown and (number.state.parent is not None or "涵盖" in number.words or "包括" in number.words)
    renewed = kinds and kinds.group().startswith("更新") and not number.phrase.core.startswith("网站公开")
    if not under or divided or renewed or not (many or kinds):
        return None
    by_account = number.phrase.core.startswith(("微信", "微博", "公报"))
    if by_account or _OF_ONE_MATTER.search(number.words) or _ONE_KIND.search(number.words) or _PROPOSALS.search(number.words):
        return None
    single = kinds and not (named or site) and _of_domains(_behind_the_verb(kinds.group()), names)
    if single or _of_one_domain(number.words, names) or ("栏目" in number.words and _COLUMN.search(number.words)):
        return None
    if number.phrase.core.startswith("网站") and {match.lastgroup for match in MEDIA.finditer(number.words)} == {"web"}:
        return Figure("channel.website", _SHARED)  # 依托政府网站发布动态、公告等3,305条
    return Figure("disclosure.total", _SHARED if named else _JUDGED)


_ARTICLES = ("消息", "图文", "文章", "推文")


def of_two_kinds(words: str) -> bool:
    """Whether no more than two kinds are named, and not all of it (公开文件及解读信息76条), or an account's articles."""
    if words.endswith(_ARTICLES):
        return True
    said = "政府信息" in words or "政务信息" in words or "各类" in words
    return not said and "、" not in words and "等" not in words


_KINDS_OF_ALL = re.compile(
    r"(?:公开|发布|公布|推送|刊发|更新)了?[^，,。；;\d]{2,50}、[^，,。；;\d]{1,50}(?:等|(?<=[态闻件告项])(?=各类信息))(?:各类|各种|有关|相关|方面|累计|的)*(?:政府|政务|工作)?(?:信息|内容|消息|文章)?"
    r"(?:[共合总累]计|共)*$"
)
_OF_ONE_MEDIUM = {"网站": "channel.website", "微信": "channel.wechat", "微博": "channel.weibo", "公报": "channel.gazette"}


def of_single_domains(kinds: str) -> bool:
    """Whether kinds named before a count are of single domains; of many, two that are none (党建, 时政) make it the whole."""
    named = kinds.partition("等")[0].split("、")
    plain = sum(DOMAIN.search(kind) is None for kind in named)
    return plain < len(named) and (len(named) < _MANY_KINDS or plain < 2)


_MANY_KINDS = 4


_NEXT_MEDIUM = re.compile(
    r"[，,；;、]\s?(?:通过|在)?[^，,。；;、\d]{0,16}(?:微信|微博|公众号|网站)[^。；;\d]{0,40}\d{1,6}\s?[余多]?[条篇]"
)
"""其中通过网站公开招标公告、预决算等48条，微信公众号发布…35条: what each medium printed."""
_BY_IT = re.compile(r"[，,；;、]?\s?(?:其中)?[，,：:]?(?:通过|利用|依托|在|借助)")


def of_one_medium(number: Number) -> Figure | None:
    """What one medium printed in the year, by its kinds: 全年通过微信公众号发布政策解读、工作动态等共计158条."""
    words, state = number.words, number.state
    if not ("等" in words or words.endswith("各类信息")) or number.unit not in "条篇":
        return None
    topics = state.section.topics
    under = number.phrase.time is None and state.time is None and "公开" in topics and "申请" not in topics
    if not (under or number.phrase.time == "this" or state.time == "this" or state.last.startswith("channel.")):
        return None
    whole = state.last == "disclosure.total" or (state.parent is not None and state.parent.code == "disclosure.total")
    if state.breakdown and not (state.last.startswith("channel.") or (whole and _BY_IT.match(words))):
        return None
    named = [word for word in _OF_ONE_MEDIUM if word in number.phrase.core]
    kinds = _KINDS_OF_ALL.search(words)
    if len(named) != 1 or kinds is None or len(list(MEDIA.finditer(words))) > 2:
        return None
    by_media = state.breakdown and whole and _NEXT_MEDIUM.match(number.sentence.text, number.hit.end)
    if of_single_domains(kinds.group()) and not (by_media or (state.breakdown and state.last.startswith("channel."))):
        return None
    return Figure(_OF_ONE_MEDIUM[named[0]], _SHARED)
