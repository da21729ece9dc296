"""What was disclosed in all, or by one medium, told at large: by several media, by its kinds, by the clause before.

These rules count items (条, 件, 篇) and stand beside the wordings of the table; each is tried only on words that it may know.
"""

from __future__ import annotations

import re

from pipelines.wording.context import Number
from pipelines.wording.cues import (
    ALL_MEDIA,
    DISCLOSED,
    DISCLOSES,
    DOMAIN,
    MEDIA,
    MEDIA_LIST,
    NAMED,
    OBJECTS,
    OTHER_MEDIA,
    ROUTES_BEFORE,
)
from pipelines.wording.owned import own_domains, without_own_domains
from pipelines.wording.published.media import (
    account_before,
    medium_before,
    of_all_kinds,
    of_one_medium,
    of_single_domains,
    of_two_kinds,
    told_of_media,
)
from pipelines.wording.published.places import ACCOUNT_NAME, by_media_above
from pipelines.wording.wordings import Figure

_SURE: frozenset[str] = frozenset()
_SHARED = frozenset(("weak",))
_JUDGED = frozenset(("weak", "judged"))
_UNITS = frozenset("条件篇-")
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
_CARED_FOR = re.compile(
    r"(?<=公开|发布|公布|公示)[与和]?(?:人民|广大|社会)?(?:群众|公众|百姓|居民|村民|各界)(?:普遍|广泛|高度|十分|密切|最|所)*(?:关注|关心|关切)的(?=(?:政府|政务)?信息)"
)
"""公开与群众广泛关注的政府信息: as all of it is."""
_OWN_ROW = re.compile(r"微信|微博|公众号")
_AT_LARGE = re.compile(r"(?<=[、和及])网络(?=等媒体)|^(?:通过)?媒体网站(?=[、和及][^，,。；;]{2,12}其[他它]媒体)")
"""报刊、电视、网络等媒体: no website of the publisher's."""
_SITE_AND_PLATFORM = re.compile(
    r"网站?(?:[、和及与]|以及)[^，,。；;、\d]{0,12}(?:信息|政务)公开(?:统一)?(?:平台|目录|系统|专栏)(?:系统)?上?(?:、[^，,。；;、\d]{0,12}平台)?[^，,。；;\d]{0,4}公开"
    r"|(?:信息|政务)公开(?:统一)?(?:平台|目录|系统|专栏)(?:[、和及与]|以及)[^，,。；;、\d]{0,8}网站?上?(?:等)?[^，,。；;\d]{0,4}公开"
)
"""在局网站及县政府信息公开平台公开: on the place of all that is disclosed, and there too."""
_SITE_NEXT = re.compile(r"[，,；;、]\s?[^，,。；;\d]{0,16}网站[^，,。；;\d]{0,12}\d")
"""公报、微博等公开信息800条，网站公开信息900条: each has its own, and the first is no whole."""
_BESIDES = re.compile(r"\s*(?:同时|另外|此外)[，,]")
"""同时，通过报纸、公众号等方式公开2300条: besides what the website printed."""
_FIRST = re.compile(r"[，,；;]?\s?[一二三四五六]是")
_ONLINE = frozenset(("web", "own", "gazette"))
_ACCOUNTS_ALONE = {"own"}
"""通过微信、微博等平台发布信息409条: of two rows, and not the whole."""


def told_at_large(number: Number, names: tuple[str, ...]) -> Figure | None:
    """The figure of a count of items that several media, its kinds or the clause before tell of; None for any other number."""
    if number.unit not in _UNITS or number.state.foreign:
        return told_of_media(number, names) if number.unit == "份" and not number.state.foreign else None
    if "依申请公开" in number.words and number.unit == "件":
        return None  # 办理公民通过平台、邮寄等途径依申请公开信息12件
    kinds = of_all_kinds(number, names) if not _BOARD_FIRST.match(number.words) else None
    if kinds is not None and not number.phrase.own and (medium := medium_before(number, names)):
        return Figure(medium, _JUDGED)  # 在县政府网站上，全年发布工作动态、人事信息等各类信息
    kinds = None if kinds is not None and of_two_kinds(number.words) else kinds
    figure = of_all_media(number, names) or of_the_divided(number) or kinds
    for rule in (of_media_above, of_the_named, of_other_media, of_one_medium):
        figure = figure or rule(number)
    figure = figure or of_offline_media(number, names) or of_the_told(number) or of_the_made(number)
    if figure is not None and figure.code == "disclosure.total" and (account := account_before(number, names)):
        return Figure(account, _SHARED)
    return figure or told_of_media(number, names)


_ASKED = re.compile(r"(?:受理|收到|接到|接收|办理)[^，,。；;\d]{0,6}申请公开")
"""通过网上、信函等渠道受理依申请公开政府信息18件: what was asked for."""


_OTHERS = re.compile(
    r"\d\s?[家所][^，,。；;\d]{0,16}(?:医院|机构|学校|企业|公司|银行)(?:通过|利用|依托|借助|采取|主动)[^，,。；;]*$"
)


def _by_others(number: Number) -> bool:
    """Whether bodies that are counted before are told to have published it: 12家卫生机构通过展板、公众号等渠道公开信息."""
    text = number.sentence.text
    return ("家" in text or "所" in text) and _OTHERS.search(text, 0, number.hit.start) is not None


def of_all_media(number: Number, names: tuple[str, ...] = ()) -> Figure | None:
    """The total of what was disclosed by several media together: 通过网站、公示栏等形式公开信息53条."""
    words = number.words
    if "信息" not in words or number.unit not in "条件篇-" or number.state.breakdown or "分别" in words or "申请" in words:
        return None
    words = _AT_LARGE.sub("媒体", words) if "网" in words else words
    words = without_own_domains(words, names[0]) if names else words
    words = ACCOUNT_NAME.sub("", words) if "”" in words else words
    if not DISCLOSED.search(words) or ("请公开" in words and _ASKED.search(words)) or _by_others(number):
        return None
    named = list(MEDIA.finditer(words))
    media = {match.lastgroup for match in named}
    accounts = {match.lastgroup for match in named if words[match.start() - 1] != "等"} == _ACCOUNTS_ALONE  # 微信、微博等平台
    joined = len(media) > 1 and OBJECTS.search(words, named[0].end(), named[-1].start()) is not None
    if media == {"web"} and len(named) > 1 and OBJECTS.search(words, named[0].end(), named[-1].start()):
        whole = _SITE_AND_PLATFORM.search(words) is not None
        if "等" in words and not whole:
            return Figure("disclosure.total", _SHARED) if ALL_MEDIA.search(words) else None
        return Figure("disclosure.total" if whole else "channel.website", _SHARED)  # 局网站、市价格信息网: several sites
    if "web" not in media and (_SITE_NEXT.match(number.sentence.text, number.hit.end) or _BESIDES.match(number.sentence.text)):
        return None
    if number.state.last == "disclosure.total" and number.phrase.core.startswith("网站") and _FIRST.match(words):
        return Figure("channel.website", _SHARED)  # 公开信息611条，一是利用县网站等平台公开45条
    several = joined or (media and ALL_MEDIA.search(words) is not None)
    return Figure("disclosure.total", _SHARED) if several and media & _ONLINE and not accounts else None


_TOLD = re.compile(
    r"(?:公开|公布|发布|公示|[挂晒发登](?:出来|出去|上网))了?的?(?:各[类种项])?(?:政府|政务)?信息[^，,。；;\d]{0,20}?(?:总共|共计|合计|一共|总计|拢共|共有|总数[是为]|有)$"
)
_NOT_TOLD = re.compile(
    r"[未没不无]|审[查核]|采用|采纳|转载|转发|上报|报送|点击|阅读|访问|撤[回下销]|删除|更正|举报|制度|累计|历年"
)
"""What is said of some of the information disclosed."""


_BY_ALL = re.compile(
    r"(?:个|大|类)?(?:平台|渠道|网站|媒介|载体|账号|途径)?(?:去重|去除重复|剔除重复|扣除重复)?(?:信息)?后?(?:[共总合]计|一共|总共|累计|共)(?:主动)?(?:公开|发布)(?:了|政府|政务)*(?:信息)?"
)
"""三个平台去重后共计公开526条: by all the media that the clause before names."""


_ONCE = re.compile(
    r"(?:其中)?(?:扣除|去除|剔除|除去|去掉|减去|排除|去)(?:各?渠道|平台|其中|多[渠平][道台])?(?:间|的)?重(?:复)?(?:发布|公开|信息|部分|内容|的)*(?:之?后)?[，,]?(?:实际|实)?(?:主动)?(?:公开)?(?:政府)?(?:信息)?(?:共计?|合计|计|有|为|达|是)*"
)
"""扣除重复后12480条, behind the sum over all media."""


def of_the_told(number: Number) -> Figure | None:
    """The total of what was disclosed, as one tells it: 往外公开的政府信息我们都记在台账上，总共132条."""
    state, words = number.state, number.words
    if number.unit not in "条件篇" or state.breakdown or state.last not in ("", "channel.total"):
        return None
    if "重" in words and _ONCE.fullmatch(words):
        return Figure("disclosure.total", _SURE) if state.last else None
    if state.last:
        return None
    if _BY_ALL.fullmatch(words):
        media = {match.lastgroup for match in MEDIA.finditer(state.leads[-1] if state.leads else "")}
        if len(media) > 1 and media & _ONLINE:
            return Figure("disclosure.total", _SHARED)
    if not _TOLD.search(words):
        return None
    plain = not (_NOT_TOLD.search(words) or MEDIA.search(words) or DOMAIN.search(words) or ROUTES_BEFORE.search(words))
    return Figure("disclosure.total", _SHARED) if plain and "申请" not in words else None


_MADE = re.compile(
    r"(?:产生|形成|生成|制作|获取|梳理|编制|采集|制作和获取|制作或获取|审核|制发|整理|汇总|报送|提交)(?:了|出|各类|的|政府|政务)*信息[^，,。；;\d]{0,4}[\d,，]{1,9}\s?[条件][，,；;]\s?"
    r"(?:其中|(?:经|(?=审[核查批]后))(?:保密|法制|合法性|领导|严格|逐级|层层|集中|[一二三]级)*(?:审查|审核|审批|筛选|研判|把关)(?:之?后)?)?"
    r"(?:已|依法|主动|向社会|对外|实际|全部|按规定)*公开(?:了|的|政府|政务|公文类?|文件类|信息|有|共)*$"
)


def of_the_made(number: Number) -> Figure | None:
    """What was disclosed of all that the year brought forth: 产生政府信息331条，公开298条."""
    if number.unit not in "条件" or "公开" not in number.words[-14:] or "不" in number.words:
        return None
    return Figure("disclosure.total", _SHARED) if _MADE.search(number.sentence.text[: number.hit.start]) else None


_SEVERAL_KINDS = re.compile(
    r"(?:网站?|网上|平台)上?(?:共计?|累计|主动|全年|总共|集中|统一)*(?:公开|发布|公布|更新|上传)了?"
    r"[^，,。；;\d、]{2,16}(?:[、和及与][^，,。；;\d、]{2,16}){1,5}信息(?:共计?|合计|总计|达|为)?$"
)
_IN_CLASSES = re.compile(
    r"(?:全年|今年|本年度?|20\d\d年度?|共|累计|主动|[我本][局委镇乡县市区])*(?:公开|发布|公布)了?[\d一二三四五六七八九十]{1,3}个?大?类(?:文件|信息|内容)[共合总]?计?"
)
_IN_KINDS = re.compile(r"(?:信息)?[，,（(]\s?其中[：:，,]?(?:[^。；;\d]{2,24}\d{1,6}\s?条[^。；;\d]{0,2}){2}")


def of_the_divided(number: Number) -> Figure | None:
    """A website's count of kinds that are then told one by one: 网站发布基础信息及重点领域信息714条，其中A类341条、B类296条."""
    state, words = number.state, number.words
    if number.unit != "条" or state.section.domain or state.breakdown:
        return None
    if "类" in words and _IN_CLASSES.fullmatch(words) and _IN_KINDS.match(number.sentence.text, number.hit.end):
        return Figure("disclosure.total", _JUDGED)  # 发布17类文件共1463条，其中A类307条、B类296条
    if not _SEVERAL_KINDS.search(words):
        return None
    web = {match.lastgroup for match in MEDIA.finditer(words)} == {"web"} and not DOMAIN.search(words.replace("重点领域", ""))
    return Figure("channel.website", _JUDGED) if web and _IN_KINDS.match(number.sentence.text, number.hit.end) else None


_KINDS_SAID = re.compile(
    r"(?:主动)?公开的?(?:政府|政务)?(?:信息|内容)(?:主要)?(?:包括|涵盖|涉及|包含|有)(?P<these>[^，,。；;\d]{2,60}、[^，,。；;\d]{2,80})"
    r"等(?:多个|各个|各)?(?:领域|方面|类别|类)?的?(?:政府|政务)?(?:信息|内容)(?:[共总合累]计|共)?"
    r"|[对将就](?P<those>[^，,。；;\d]{2,60}、[^，,。；;\d]{2,60})等(?:多个|各)?(?:领域|方面|类)?的?(?:政府|政务)?(?:信息|内容|事项)"
    r"(?:进行了?|予以|均|全部|依法|及时|向社会)*(?:主动)?公开(?:[共总合累]计|共)?"
)
"""主动公开的政府信息主要包括机构职能、人事任免等方面信息60条, 对机构职能、人事任免等信息主动公开60条."""


def _of_kinds_said(words: str) -> bool:
    """Whether words tell of what was disclosed by its kinds, which are not of single domains."""
    told = _KINDS_SAID.search(words) if "公开" in words and "等" in words and "申请" not in words else None
    return told is not None and told.end() == len(words) and not of_single_domains(told["these"] or told["those"])


def of_the_named(number: Number) -> Figure | None:
    """The total of what the clause before said was disclosed, summed up behind its kinds: 公开了信息，包括…等内容共计108条."""
    state = number.state
    if number.unit not in "条件篇":
        return None
    if (state.parent is None or not state.breakdown) and not state.last and _of_kinds_said(number.words):
        return Figure("disclosure.total", _JUDGED)
    said = "共计" in number.words or "合计" in number.words or "总计" in number.words
    if not said or state.last or (state.breakdown and state.parent is not None):
        return None
    named = NAMED.fullmatch(number.words) and any(DISCLOSES.search(lead) for lead in state.leads[-2:])
    return Figure("disclosure.total", _SHARED) if named and "申请" not in number.words else None


def of_media_above(number: Number) -> Figure | None:
    """What media of authorities above and the press printed, behind the kinds of a website: …；在省厅网站、日报等渠道公开31条."""
    told = number.unit in "条篇" and "信息" in number.words and DISCLOSED.search(number.words)
    divided = number.state.breakdown and number.state.parent is not None and number.state.parent.code == "channel.website"
    return Figure("channel.other", _SHARED) if told and divided and by_media_above(number) else None


def of_other_media(number: Number) -> Figure | None:
    """What media without a row of their own have of a total that is being divided by media: 其中公示栏公开信息46条."""
    state, words = number.state, _CARED_FOR.sub("", number.words)
    if number.unit not in "条件篇":
        return None
    divided = state.breakdown and state.parent is not None and state.parent.code == "disclosure.total"
    beside = state.last.startswith("channel.")
    if not (divided or beside):
        return None
    bare = beside and _BARE_MEDIUM.fullmatch(words.lstrip("、和及 "))
    listed = bare and MEDIA_LIST.search(state.section.innermost) is not None
    if not (divided or listed) or not (bare or OTHER_MEDIA.search(words)):
        return None
    media = {match.lastgroup for match in MEDIA.finditer(_AT_LARGE.sub("媒体", words))}
    return Figure("channel.other", _SHARED) if media and media <= _OFFLINE and not _OWN_ROW.search(words) else None


_GIVEN = re.compile(
    r"(?P<by>等(?:新闻|主流)?媒体)(?:提供|(?:播发|刊发|刊登|发布)由[^，,。；;\d]{2,20}提供)的?政府(?:新闻|工作)?信息$"
)
_PAPERS = re.compile(r"《[^《》]{1,12}》[、和及]?")
"""通过日报、电视台等媒体播发由本局提供的政府新闻信息: what the press printed."""
_BOARD_FIRST = re.compile(
    r"(?:其中|[、和及 ])*(?:[镇乡县区局街]村?|街道|社区|政府|机关|两级|三级|村[、和及居]|政务)*"
    r"(?:[公宣告][示告开传]栏|橱窗|电子(?:显示)?屏)"
    r"(?:[上里中]|共|累计|主动|及时|全年)*(?:公开|公布|发布|公示|张贴)了?(?:(?:涉及|有关)?[^，,。；;\d]{2,60}等)?(?:各[类种]|方面|政府|政务|的)*信息[共总合累计]*$"
)
"""镇村两级公示栏共公开信息260条, 公示栏公开项目、财务、补贴等信息64条: a board as the subject."""


def of_offline_media(number: Number, names: tuple[str, ...]) -> Figure | None:
    """What notice boards, newspapers and the like printed: 通过报刊、电台等其他媒体公开信息313条, 通过公示栏等形式发布信息8条."""
    state, words = number.state, number.words
    if (state.breakdown and state.parent is not None) or number.unit not in "条篇" or "分别" in words:
        return None
    beside = state.last.startswith("channel.")
    hung = _BOARD_FIRST.match(words) is not None
    printed = DISCLOSED.search(words)
    if "媒体" in words and "提供" in words and (given := _GIVEN.search(words)):
        printed, words = given, _PAPERS.sub("", words[: given.end("by")])
    if not (beside or hung) and not (_BY.search(words) and printed):
        return None
    named = OTHER_MEDIA.search(words) or (words.endswith(("其他", "其它")) and _BARE_MEDIUM.fullmatch(words))
    bare = _BARE_MEDIUM.fullmatch(words.lstrip("、和及 ")) and not _ONE_MORE.match(number.sentence.text, number.hit.end)
    before = state.leads[-1].lstrip("、和及 ") if state.leads else ""
    bare = bool(named) or (bare and not _BARE_MEDIUM.fullmatch(before))
    after_others = (beside and bare) or hung  # 微信公开141条、宣传栏及其他42条, 网站39条，公开栏上61条
    if not after_others and not (printed and _BY.search(words)):
        return None
    media = {match.lastgroup for match in MEDIA.finditer(_AT_LARGE.sub("媒体", words))}
    if media == {"print"} and not ALL_MEDIA.search(words):
        return None  # 通过《城南快讯》报纸发布信息: one paper of its own
    own = own_domains(names[0]) if names else ()
    domain = not set(DOMAIN.findall(words)) <= set(own) and not (hung and words.count("、") > 1 and "等" in words)
    theirs = media and media <= _NO_ROW and not (_OWN_ROW.search(words) or domain)
    return Figure("channel.other", _SHARED) if theirs else None
