"""Where a bare count was printed: under a board's heading, in the press, by accounts, on the platform of all disclosed."""

from __future__ import annotations

import re

from pipelines.numbers import read_number
from pipelines.wording.claims import plain_number
from pipelines.wording.context import Number
from pipelines.wording.counts import hits
from pipelines.wording.cues import DOMAIN, MEDIA, PLATFORM, PROPOSALS

RELATED = re.compile(r"(?:相关|有关|此类|该类)(?:政府|政务|工作)?信息(?:总?数量?|[共总合累]计|共|约)*$")
"""持续公开消费政策，全年公开相关信息43条: of what the clause before spoke of."""


def under_a_board(heading: str) -> bool:
    """Whether the heading names a medium without a row of its own: 1.固定宣传栏信息公开."""
    media = {match.lastgroup for match in MEDIA.finditer(heading)}
    return bool(media) and media <= {"wall", "screen", "print"}


_IN_THE_PRESS = re.compile(
    r"[在通经](?:过)?[^，,。；;\d]{0,16}(?:上|中|等)?(?:公开|发布|公布|刊登|刊发|播出|宣传|公示)$"
    r"|^(?:同时|另外|此外|还)?(?:通过|利用|依托|借助|运用)[^，,。；;\d]{2,36}$"
)
_BY_APP = re.compile(r"^(?:同[时步])?(?:通过|利用|依托|借助|运用)[^，,。；;\d]{0,20}(?:APP|客户端)[”\"]?[^，,。；;\d]{0,12}$")


def by_the_press(number: Number) -> bool:
    """Whether the clause right before says where the bare count was printed: 民政信息在新闻媒体上发布，发布信息54条."""
    if _by_no_row(number.words):
        return True
    lead = number.state.leads[-1] if number.state.leads else ""
    if not (_IN_THE_PRESS.search(lead) or _BY_APP.search(lead)) or MEDIA.search(number.words):
        return False
    named = list(MEDIA.finditer(lead))
    if _BY_APP.search(lead) and len(named) == 1:
        return True
    media = {match.lastgroup for match in named}
    return bool(media) and media <= {"wall", "screen", "print", "press"}


_OTHERWISE = re.compile(
    r"(?:^|[，,、以用在由]|通过|利用|等)其[他它](?:信息公开|公开|各种|各类)?(?:方式|渠道|形式|途径|平台|载体|媒[体介])[^，,。；;\d]{0,4}(?:公开|发布|公布)"
)
_BROADCAST = re.compile(
    r"^(?:(?:[省市县区镇乡我本]|有线|人民)*(?:电视台|广播电台|广播站|电台|新闻发布会)[、和及]?){1,3}(?:全年|共|累计|先后|及时|主动)*(?:播发|播出|播报|播放|刊播|公开|发布)"
)


_HUNG = re.compile(
    r"(?:在|通过|利用)?(?:(?:政务|村务|信息|镇|局|[县市区])*(?:公[开示告]栏|宣传栏|(?:LED|电子|显示)+屏幕?|橱窗)[、和及与]?){2,4}(?:上|共|主动|累计)*(?:公开|发布|公布)"
    r"|在(?:报上|报纸上?|电视[里上]|电台[里上]|广播[里上])(?:刊登|公开|发布|公布)"
)


def _by_no_row(words: str) -> bool:
    """Whether the words themselves say that media without a row printed a count: 报刊、广播等其他形式公开, 县电视台播发."""
    if not (_OTHERWISE.search(words) or _BROADCAST.search(words) or _HUNG.match(words)):
        return False
    return {match.lastgroup for match in MEDIA.finditer(words)} <= {"wall", "screen", "print", "press"}


_DIFFERENT = re.compile(r"(?<!等)不同的?(?:渠道|方式|形式|途径|平台)")


def told_over_media(words: str) -> bool:
    """Whether a count is told as that of the form's row over all media: 通过不同渠道和方式公开, 通过不同方式公开."""
    return "不同" in words and _DIFFERENT.search(words) is not None


def of_one_more_medium(number: Number) -> bool:
    """Whether a count behind that of a medium is another's: 网站发布信息2213条，新闻报道发布信息2717条."""
    phrase, text = number.phrase, number.sentence.text
    if "群" in text and _GROUP.search(text, 0, number.hit.start) and not any(by_several(lead) for lead in number.state.leads):
        return True
    if "除" in text and _BESIDES.search(text, 0, number.hit.start):
        return True
    if number.state.last.startswith("channel.") and _less_than_before(number):
        return True
    return number.state.last.startswith("channel.") and not (phrase.own or phrase.core.startswith(("公开", "信息", "政开")))


_GROUP = re.compile(r"(?:微信|QQ|钉钉|工作|居民|村民|联络|信息员|交流)群[^。；;]{0,24}$")
"""建立微信工作群26个，推送信息3000余条: what was sent to some."""
_ABOVE = re.compile(
    r"(?:国家|中央|上级|省)[^，,、。；;\d]{0,10}(?:网|平台|媒体|公众号)|部(?:官方|官)?网|人民网|新华网|学习强国|[日晚时社][报会]"
)


def by_media_above(number: Number) -> bool:
    """Whether several media are named, with some of authorities above or of the press: 在省厅网站、市局官网等渠道发布31条."""
    words, state = number.words, number.state
    beside = state.last.startswith("channel.") or (state.parent is not None and state.parent.code == "channel.website")
    return beside and "等" in words and _ABOVE.search(words) is not None


_BESIDES = re.compile(r"除[^，,。；;\d]{1,30}外[，,]\s?(?:[^，,。；;\d]{0,6})(?:还|另|也)[^，,。；;\d]{4,60}$")
"""除该网及时公开外，还在市审计局网站等媒体上发布信息47条: what other media printed besides."""


def _less_than_before(number: Number) -> bool:
    """Whether a count is less than that of the one medium before it, so that it cannot be the whole, where none says 全年."""
    text, hit = number.sentence.text, number.hit
    before = next((one for one in reversed(hits(text)) if one.end <= hit.start and one.unit == hit.unit), None)
    if before is None or not (MEDIA.search(number.words) or number.phrase.time is None):
        return False
    mine, other = (read_number(plain_number(text[one.start : one.end])).value for one in (hit, before))
    return mine is not None and other is not None and mine < other


def by_several(lead: str) -> bool:
    """Whether a clause names a medium with a row and others together: 采取门户网、公示栏等途径公开，全年发布信息318条."""
    named = [match for match in MEDIA.finditer(lead) if not lead.startswith("等", match.start() - 1)]
    media = {match.lastgroup for match in named}
    if media == {"web"} and _AND_THE_LIKE.search(lead):
        return True
    several = bool(media & {"web", "own", "gazette"}) and len(media) > 1
    return several and any(mark in lead[named[0].end() : named[-1].start()] for mark in "、和及与")


def of_new_media(lead: str) -> bool:
    """Whether a clause is on new media and nothing else: 加强政务新媒体管理."""
    return "新媒体" in lead and {match.group() for match in MEDIA.finditer(lead)} == {"新媒体"} and "等" not in lead


_AND_THE_LIKE = re.compile(r"(?:网站?|专?栏目?|频道)[”\"》）]?等(?:多[种个]|各[种类])?(?:平台|渠道|媒介|媒体|载体|途径)$")
"""通过县政府网站等平台，公开信息33条: by others, too."""
_IN_COLUMN = re.compile(r"[“\"]([^”\"]{2,16})[”\"](?:栏目|专栏|专题|[板版]块|频道)")


def in_one_column(words: str) -> bool:
    """Whether the only place named is a column of one kind: 在“财政资金”栏目公开信息12条."""
    names = _IN_COLUMN.findall(words) if "”" in words or '"' in words else []
    return len(names) == 1 and "公开" not in names[0]


_KIND_BEHIND = re.compile(
    r"(?:[^，,。；;\d]{1,12}(?:结果|公示|名单|决定书?|数据|解读|案例|许可|处罚|提示|公告|通知|规范性文件|政策文件)|[^，,。；;\d]{0,12}动态)(?:信息)?"
)
_KIND_BEFORE = re.compile(r"的[^，,。；;\d]{0,6}(?:动态|公告|公示|通知|要闻|新闻)(?:信息)?(?:发布|公开|更新)$")


def is_of_a_kind_behind(number: Number) -> bool:
    """Whether what a medium printed is named behind its count, and of one kind: 在政府网站公布了64条执法结果."""
    return _KIND_BEHIND.fullmatch(number.right) is not None


_ROW_OF_A_SITE = re.compile(r"(?:概况类?|动态类?|公开目录)信息更新[量数]$")
"""门户网站政务动态信息更新量3120条: a row of a site's yearly table."""
_AND_GROUPS = re.compile(r"[、和及与][^，,。；;、\d]{0,8}(?<!网)(?<!网站)群(?![众体团])")
"""通过公众号、工作群发布信息720条: of more than the one."""


def of_a_kind_before(words: str) -> bool:
    """Whether what a medium printed is of one kind, named before the verb (政府网站的部门动态信息发布52篇), or shared."""
    if "群" in words and _AND_GROUPS.search(words):
        return True
    if "更新" in words and _ROW_OF_A_SITE.search(words):
        return True
    return words.endswith(("发布", "公开", "更新")) and _KIND_BEFORE.search(words) is not None


_HEADED = re.compile(r"(?:^|[，,。；;.．、）)\s])[^，,。；;：:、.（）()\d\s]{2,12}(?:类(?:信息)?|[股科室站所队村]|社区)[：:]$")


def of_a_class(number: Number) -> bool:
    """Whether a bare count stands behind the class or the body that it is of."""
    return behind_a_class(number.sentence.text[: number.hit.start].removesuffix(number.words))


def behind_a_class(before: str) -> bool:
    """Whether the words of a count stand behind the class or the body that it is of: 机构概况类：新增主动公开3条."""
    return before.endswith(("：", ":")) and _HEADED.search(before) is not None


_ACCOUNTS = re.compile(r"新媒体|客户端|APP|视频号|快手|抖音|美篇|头条|[百易]家?号|小程序")


_ACCOUNT_PUSHES = re.compile(
    r"[”\"](?:全年|共|累计|已)*推[送发出]|[“\"][^“”\"]{1,16}发布[”\"](?:全年|共|累计|已|主动|及时)*(?:发布|公开|更新)"
)
"""“龙泉发布”推送93条, “龙泉发布”发布信息93条: an account by its name."""


_VILLAGE_PLATFORM = re.compile(
    r"(?:[三四五]务|[村居党](?:[、和及]?[村居党财])?务|阳光(?:村居?|农)务|村级)(?:公开)?[”\"]?(?:综合|信息|管理|网络|线上|数字|阳光)*平台(?!等|、|和|及)"
)
"""“三务公开”平台公开信息166条: what villages show there, in no row of its own."""


ACCOUNT_NAME = re.compile(r"[“\"][^“”\"]{1,20}[”\"](?=(?:政务|官方)*(?:微信|微博|公众号))")
"""“柳坪网信”微博: what an account is called is no website."""
_BOTH = re.compile(r"[“\"]?[两双]微[”\"]?(?:平台)?(?!一)")


def by_accounts_alone(words: str) -> bool:
    """Whether the only media named are accounts and apps (新媒体, 客户端, APP), which have no row of their own."""
    words = _BOTH.sub("两微", words) if "两微" in words or "双微" in words else words
    words = ACCOUNT_NAME.sub("", words) if "”" in words else words
    media = {match.lastgroup for match in MEDIA.finditer(words)}
    if (_ACCOUNT_PUSHES.search(words) or "两微" in words) and not media:
        return True
    if "务" in words and "平台" in words and _VILLAGE_PLATFORM.search(words):
        return True
    return media == {"own"} and (_ACCOUNTS.search(words) is not None or ("微博" in words and "微信" in words))


_EVERY_PLATFORM = re.compile(r"(?:各[类种大个]?|多[种个类]|不同)(?:政府|政务|信息)*(?:公开|发布)?平台")
"""通过各类公开平台公开政府信息: all there are."""


def on_the_platform(number: Number) -> bool:
    """Whether the place named is that of all that is disclosed (政府信息公开专栏), and no website besides."""
    disclosed = "主动公开" in number.phrase.core or any("主动公开" in lead for lead in number.state.told[-1:])
    disclosed = disclosed or "目录系统" in number.words or "目录平台" in number.words
    if "网" in number.words:
        return False
    return (disclosed and PLATFORM.search(number.words) is not None) or _EVERY_PLATFORM.search(number.words) is not None


def in_the_column(number: Number) -> bool:
    """Whether a count is of the column for disclosure, without the website's name, behind that of all that was disclosed."""
    return number.state.last == "disclosure.total" and "公开专栏" in number.words and "网" not in number.words


_ONCE_EACH = re.compile(
    r"(?:政府)?(?:信息)?[，,；;（(]\s?(?:其中)?(?:扣除|去除|剔除|除去|去掉|减去|排除)(?:各?渠道|平台|其中|多[渠平][道台])?(?:间|的)?重复[^，,。；;\d]{0,20}\d"
    r"|(?:政府)?(?:信息)?[，,；;（(]\s?去重(?:复)?[^，,。；;\d]{0,16}\d"
)


def told_once_each(number: Number) -> bool:
    """Whether a sum over media is counted again behind it with nothing twice: 公开21560条次，扣除重复后12480条."""
    text = number.sentence.text
    return "重" in text and _ONCE_EACH.match(text, number.hit.end) is not None


_EACH_REGION = re.compile(r"各[县区市旗](?:[（(][^（）()]{1,8}[）)]|[、市县区旗])*(?:共|累计|全年|主动)*(?:公开|发布)")


def of_each_region(words: str) -> bool:
    """Whether a count is of the regions under the publisher, without its own offices: 各县（市、区）公开信息14092条."""
    return _EACH_REGION.match(words) is not None


_GONE_UP = re.compile(r"上网|网上")
_OWN_COLUMN = re.compile(r"公开(?:专栏|栏目|目录|系统)")
_THE_ONE_PLATFORM = re.compile(r"统一的?(?:政府|政务|信息)*公开平台")
"""全县统一的公开平台: whatever a county discloses stands there."""


_PLATFORM_OF = re.compile(
    r"(?:人民政府|政府|办事处)?的?[“\"]?(?:政府信息|政务信息|信息|政务)公开(?:信息)?(?:平台|系统)(?!等|、|和|及)"
)


def on_own_platform(words: str, names: tuple[str, ...]) -> bool:
    """Whether the place named is the publisher's own for all that it discloses: 白水镇政府信息公开平台 in a report of 白水镇."""
    ends = (at + len(name) for name in names if (at := words.find(name)) >= 0) if "公开" in words and "网" not in words else ()
    return any(_PLATFORM_OF.match(words, end) for end in ends)


def on_a_platform(words: str) -> bool:
    """Whether the place named is one of all that is disclosed, whoever keeps it, and no website is named besides."""
    own = _OWN_COLUMN.search(words) is not None and "平台" not in words
    return (own or _THE_ONE_PLATFORM.search(words) is not None) and "网" not in _GONE_UP.sub("", words)


_HOW_MANY = re.compile(r"公开[^，,。；;]{0,8}多少")


def answers_how_many(number: Number) -> bool:
    """Whether the question before asks for all that was disclosed, and the website alone answers it: 公开了多少？上网167条."""
    asked = _HOW_MANY.search(number.state.section.headings[3]) if number.state.section.headings[3] else None
    return asked is not None and {match.lastgroup for match in MEDIA.finditer(number.sentence.text)} <= {"web"}


_WITH_A_ROW = re.compile(r"(?:微信|微博|公众号|网站)(?:平台)?(?:[、和及与]|以及|等)其[他它]")


def with_others(words: str) -> bool:
    """Whether one medium is told of together with others, and not each in turn: 通过微信及其他方式公开92条 are of two rows."""
    return "其" in words and "分别" not in words and _WITH_A_ROW.search(words) is not None


_OUT_ALREADY = re.compile(r"(?:其中|有)*(?:均|都)?已经?")


def of_cases_online(number: Number) -> str | None:
    """What cases on a website are: answers to requests (其中3件已在网站公开), proposals (""); None where they are information."""
    if "信息" in number.words:
        return None
    before = number.sentence.text[: number.hit.start]
    if "申请" in number.state.section.topics and "公开" not in number.state.section.topics:
        return "replies.already_public" if _OUT_ALREADY.match(number.right or number.words) else ""
    return "" if PROPOSALS.search(before) else None


_OF_ONE_SIDE = re.compile(r"(?:更新|新增)政务动态信息$|(?:决策|执行|管理|服务|结果)公开信息(?:[共总合累]计|共|约)*$")
_OF_ONE_TOPIC = re.compile(
    r"(?:围绕|聚焦|针对|落实)[^，,。；;\d]{3,16}信息公开(?:公开|发布|更新)信息|(?:受理|办理|收到)[^，,。；;\d]{0,40}依申请公开"
)
"""围绕公共企事业单位信息公开发布信息; 办理公民通过平台、邮寄等途径依申请公开信息."""
_SITES_OF_REGIONS = re.compile(r"各[县市区旗](?:[（(][^（）()]{1,8}[）)]|[、市县区旗])*(?:人民)?(?:政府)?(?:门户)?网站")
"""各县（市）区政府网站公开信息800条: of the regions under the publisher."""
_CENTRED_NEXT = re.compile(r"\s?[，,；;]\s?(?:围绕|聚焦|针对)[^，,。；;\d]{2,30}\d")
_NARROWED = re.compile(r"(?:公开|发布|更新|推送)了?(?!政府|政务|各|工作|有关|相关|的|信息)[^，,。；;、\d]{2,8}信息$")
_KIND_NEXT = re.compile(
    r"\s?[，,、]\s?(?!其中|通过|在)[^，,。；;、\d网微公开发布更新推送累计]{2,8}(?<!政府)(?<!政务)信息\s?\d{1,6}\s?条"
)


def one_of_kinds(words: str, text: str, at: int) -> bool:
    """Whether a count is of the first of several kinds, its publisher's own: a 水利局's 公开水利信息210条，防汛信息30条."""
    return words.endswith("信息") and _NARROWED.search(words) is not None and _KIND_NEXT.match(text, at) is not None


_AND_INFORMATION = re.compile(r"\s?[，,、]\s?(?:其[他它])?(?:政府|政务)?信息\d")
"""主动公开文件22件，信息130条: documents, and information besides."""
_CENTRED = re.compile(r"(?:围绕|聚焦|针对)[^，,。；;\d]{4,30}(?:公开|发布|更新)")


def of_what_was_told(number: Number) -> bool:
    """Whether a count is of what the clause before spoke of, of one side, or of all the years of the website just counted.

    持续公开消费政策，全年公开相关信息43条; 决策公开信息3条; 网站更新信息320条，累计公开9.2万条
    """
    words, leads, last = number.words, number.state.leads, number.state.last
    if "分别" in words and leads and leads[-1] == words:
        return True  # 两个公众号分别推送信息1200条、340条
    after = number.hit.end
    if "各" in words and _SITES_OF_REGIONS.match(words):
        return True
    if one_of_kinds(words, number.sentence.text, after):
        return True
    if _CENTRED.match(words.lstrip("，,；; ")) and _CENTRED_NEXT.match(number.sentence.text, after):
        return True  # 围绕六稳公开信息320条，围绕防控公开信息210条
    if words.endswith("文件") and _AND_INFORMATION.match(number.sentence.text, number.hit.end):
        return True
    if last == "channel.website" and "累计" in words and "全年" not in words and not _less_than_before(number):
        return True
    if "关信息" in words or "类信息" in words:
        return RELATED.search(words) is not None and bool(leads) and not by_several(leads[-1])
    return _OF_ONE_SIDE.search(words) is not None or _OF_ONE_TOPIC.search(words) is not None or (
        last == "channel.website" and _CENTRED.match(words.lstrip("，,；; ")) is not None
    )


_MANY = 3
_COLUMNS = re.compile(r"等[^，,、]{0,10}(?:栏目?|平台|目录|系统|[板版]块|频道)")
"""做好行政执法、财政预决算、权责清单等专题栏目维护: of the whole website."""
_FOCUS = re.compile(r"围绕|聚焦|紧扣|突出|立足|(?:坚持|秉持|践行)[^，,。；;]{2,14}(?:导向|为[民本先要]|理念|宗旨|原则)")


def _at_large(lead: str) -> bool:
    """Whether a clause names many things, or what all the work was centred on, so that it speaks of no single domain."""
    columns = "等" in lead and lead.count("、") >= _MANY - 1 and _COLUMNS.search(lead) is not None
    return columns or lead.count("、") >= _MANY or _FOCUS.search(lead) is not None


_NAME_OF_MEDIUM = re.compile(r"(?:通过|依托|利用|借助|在)[^，,。；;、\d]{2,30}?(?:网站?|公众号|微博|微信|平台)(?=[上这中里进]|$)")
"""通过青山旅游度假区管委会网站: what a medium is called tells of no domain."""


def of_domain(number: Number, own: frozenset[str]) -> bool:
    """Whether the clauses before speak of one domain (several, behind a website's count), and nothing opens the whole again."""
    anchored = number.phrase.own or number.phrase.time is not None
    told = (lead for lead in number.state.told if number.state.last == "channel.website" or not _at_large(lead))
    all_of_it = "政府信息" in number.words or "政务信息" in number.words  # 推进重点领域公开，累计公开政府信息983条
    harmless = own | {"重点领域"} if all_of_it else own
    said = (domain for lead in told for domain in DOMAIN.findall(_NAME_OF_MEDIUM.sub("", lead)))
    return not anchored and any(domain not in harmless for domain in said)
