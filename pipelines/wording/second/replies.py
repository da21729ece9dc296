"""What was explained and answered, whatever the order of the words: 对《甲办法》作解读2篇, 就停水传言作了1次公开回应."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipelines.numbers import read_number
from pipelines.wording.claims import Claim
from pipelines.wording.cues import NOT_ONE_BEHIND, SUM
from pipelines.wording.published.shares import is_own_share
from pipelines.wording.second.not_explained import PUT_OUT_TOO, TOLD_TOGETHER, one_of_several
from pipelines.wording.second.pieces import Piece, pieces_of_year
from pipelines.wording.sentences import Section, Sentence
from pipelines.wording.wordings import unnumbered

_EXPLAINED = re.compile(
    r"解读(?:性?(?:文章|文稿|稿子|稿件?|材料|信息|产品|作品|图解|视频|图文|评论|问答|方案))?(?:[共仅只才就有为计了数量约达是：]|总计|合计|一共|累计|全年|发布|推出|刊发|制作|篇数)*$"
    r"|(?:政策(?:图解|一图读懂)|图解政策)(?:[共有计]|全年)*$"
)
_EXPLAINS = re.compile(r"(?:的)?(?:政策)?解读(?![和、与])|作为[^，]{0,4}解读")
_NOT_ALL = re.compile(r"其中|负责人|一把手|领导|专家|含|转[发载](?!、)|上级|国务院|省政府|会议|培训|讲座|宣讲|报送|上报")
_INFORMATION = re.compile(r"公开[^，,。；;\d]{0,8}信息|按[^，]{0,4}类|类别|类信息")
_ANSWERED = re.compile(r"回应|澄清|辟谣|作答")
_TELLS = re.compile(rf"解读|解答[、和及与]|处[理置](?:事件|[、和及与])|答疑|解疑|释疑|图解|{_ANSWERED.pattern}")
_CONCERN = re.compile(r"热点|舆情|关切|传言|谣言|质疑|关注|流言|不实|突发|焦点|网帖|辟谣|风波|传闻|谣传|误读")
_ABOUT = re.compile(r"^(?:先后|共|全年|及时|主动)*(?:对|针对|就|围绕)(?=[^，]{3,})")
_ACCOUNTS = re.compile(r"微[博信]|[两双官]微|公众号")
_BY = re.compile(
    r"(?:通过|借助|借|利用|以|采[用取]|运用|依托)(?P<how>[^，,。；;\d]{2,24}?)"
    r"(?:等(?:形式|方式|渠道|途径)?)?(?:主动|公开|及时|积极)*回应"
)
_SITE = re.compile(r"网站|网上|门户|微|客户端|平台|网络")
_NOT_ANSWERED = re.compile(r"信箱|留言|12345|来信|来电|工单|投诉|信访|申请|转办|诉求|咨询|求助|提问(?!.*热点)|建议")
_ON_ACCOUNTS = re.compile(
    r"(?:其中|并|还|[在用以]|通过|利用|借助)*(?:政务|官方)?(?:微[博信](?:[、和与]?微[博信])?|[两双]微|(?:微信)?公众号)"
    r"(?:平台)?[上里中]?(?:[“\"][^“”\"]{1,12}[”\"])?(?:为网友|对网友|给网友|在线|互动|公开)*"
    r"(?:(?:答疑|解疑|释疑)(?:解惑|释惑)?|(?:解答|答复|处[理置])[、和及与](?:解答|答复|处[理置]|回复)(?:网[友民]|居民|群众)?(?:的)?(?:事件|问题|事项)?)[了共有]?"
)
"""微信上答疑6次."""
_HANDLED = re.compile(r"(?:解答|答复|处[理置])[、和及与]")
"""通过微博、微信解答和处理事件155件."""
_EACH_TOPIC = re.compile(
    r"(?:(?P<many>[两二三四五六七八九十]|\d{1,2})\s?(?:大|个|件|项|类|起|方面)?的?(?:社会|民生|舆情|网络)?)?(?:热点|焦点|话题|舆情|事件|关切)(?:问题|事项|话题)?"
    r"各(?:自)?(?:作出?|进行|主动|公开)*回应了?$"
)
"""三大热点各回应1次."""
_HOTLINE = re.compile(r"热线(?!”)|(?<!\d)12\d{3}(?!\d)")
_ONLY_THIS = re.compile(r"(?:全年|今年|年内|本年度?)*(?:仅此|仅有此?|只此|就这|共有?|一共)")
"""对异味舆情当日回应，全年仅此1次."""
_BY_OTHERS = re.compile(r"(?:通过|以|采取)?[^，,。；;\d]{0,16}(?:其[他它]|别的)(?:形式|方式|渠道|途径)(?:的|有|共)*")
_OF_TWO = re.compile(r"解读")


def replies_of(sentence: Sentence, year: int | None) -> Iterator[Claim]:
    """The claims of explanations and answers that a sentence tells."""
    text, section = sentence.text, sentence.section
    if section.hotline or not (_TELLS.search(text) or _HEADS.fullmatch(_head(section))):
        return
    lead = ""
    parts: list[Piece] = []
    for piece in pieces_of_year(sentence, year):
        if piece.hit is not None:
            parts += [piece] if piece.hit.unit == "篇" else []
            if _sums(piece, parts):
                yield replace(piece.claim("response.policy_interpretations"), summed=True)
                continue
            code = _code(piece, lead if piece.mark in "，：:" else "")
            if code and not NOT_ONE_BEHIND.match(text, piece.end):
                yield piece.claim(code)
        lead = "" if piece.hit is not None else piece.words


def of_each_topic(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims with answers that each of several topics got taken as many times; none where it is not said how many topics."""
    if "各" not in sentence.text or "回应" not in sentence.text:
        return claims
    mine = [one for one in claims if one.code == "response.hot_topics" and one.start >= sentence.start]
    for one in mine:
        each = _EACH_TOPIC.search(sentence.text, 0, one.start - sentence.start)
        many = read_number(f"{each['many'].replace('两', '二')}个").value if each and each["many"] else None
        one.times = int(many) if many else one.times
        if each:
            return [other for other in claims if other not in mine or (other is one and many)]
    return claims


_ONE_OF_KINDS = re.compile(r"、[^，,。；;\d]{2,40}等(?:多个?|各个?|重点|领域|方面|类|内容|的|政府|政务){1,5}信息$")
"""公开机构职能、热点回应等领域信息361条: one of the kinds that are counted together."""


def _sums(piece: Piece, parts: list[Piece]) -> bool:
    """Whether a number is the sum of the explanations of several kinds told before it: 图解22篇、文字41篇，合计63篇."""
    several = parts[:-1] if parts and parts[-1] is piece and SUM.fullmatch(piece.words) else []
    told = len(several) > 1 and "解读" in piece.sentence.text[: several[0].end]
    return told and sum(part.value or 0 for part in several) == piece.value


def _code(piece: Piece, lead: str) -> str:
    unit = piece.hit.unit if piece.hit else ""
    if _is_list(piece) and (row := _ROWS.fullmatch(piece.words)):
        return f"response.{row.lastgroup}" if (unit == "篇") == (row.lastgroup == "policy_interpretations") else ""
    if headed := _headed(piece, unit):
        return headed
    if unit == "篇" and "解读" in piece.words and _COLUMN.search(piece.words) and not piece.sentence.section.domain:
        return "response.policy_interpretations"
    documents = unit == "件" and piece.words.endswith(PUT_OUT_TOO)
    if unit in ("篇", "期", "个", "件", "则", "部") and not documents and _explained(piece, unit, lead):
        return "response.policy_interpretations"
    text = piece.sentence.text[: piece.start]
    among = unit == "条" and ("其中" in text or _INFORMATION.search(text))
    several = unit == "条" and piece.words.endswith("信息") and (text.count("条") > 1 or _ONE_OF_KINDS.search(piece.words))
    among = among or bool(several)
    if unit not in _TIMES or among or (unit == "项" and piece.behind):
        return ""  # 主动公开、依申请公开、回应关切三项工作
    words = _COLUMNS.sub("", piece.words) + piece.behind if "栏" in piece.words else piece.words + piece.behind
    if (way := _WAY.fullmatch(piece.behind)) and _AMONG.fullmatch(piece.words) and _answers_told(piece) and unit != "条":
        return "response.weibo_wechat" if _ACCOUNTS.search(way["how"]) else "" if _SITE.search(way["how"]) else "response.other"
    events = unit in ("件", "起") and _HANDLED.search(piece.words)
    if (events or unit in ("次", "回")) and _ON_ACCOUNTS.fullmatch(piece.words) and not _NOT_ANSWERED.search(text):
        return "response.weibo_wechat"
    if _ONLY_THIS.fullmatch(piece.words) and _ANSWERED.search(lead) and piece.mark == "，":
        return "response.hot_topics" if _CONCERN.search(text) and not _NOT_ANSWERED.search(text) else ""
    if SUM.fullmatch(piece.words) and piece.mark == "，" and _ACCOUNTS.search(lead) and _ANSWERED.search(lead):
        return "response.weibo_wechat"  # 通过微博微信作出回应，共计76次
    if piece.mark == "，" and _ON_THEM.match(lead) and _ANSWERS_THEM.fullmatch(piece.words):
        return "response.weibo_wechat"
    if _BY_OTHERS.fullmatch(piece.words) and unit != "条" and _answers_told(piece):
        return "response.other"
    if piece.mark in "：:" and _BY_OTHERS.fullmatch(unnumbered(lead)) and piece.words.startswith("回应") and unit != "条":
        return "response.other"
    if piece.mark in "：:" and not piece.words and (head := _ANSWERS.fullmatch(lead)):
        if head["accounts"]:
            return "response.weibo_wechat"
        concerns = head["concern"] or _CONCERN.search(piece.sentence.text)
        return "response.hot_topics" if concerns and unit != "条" and not _NOT_ANSWERED.search(piece.sentence.text) else ""
    if not _ANSWERED.search(words) or _OF_TWO.search(words) or _HOTLINE.search(words):
        return ""
    return _answered(piece, words, lead)


_COLUMN = re.compile(
    r"政策(?:文件)?解读[”\"]?(?:专?栏目?|专题|板块|频道)[上内中]?(?:共|累计|全年)*(?:发布|刊[发登载]|推出|登载|上传)了?(?:各类|解读|政策)*(?:稿件?|文章|材料)?$"
)
"""“政策解读”栏目发布稿件83篇."""
_COLUMNS = re.compile(r"[“\"‘][^“”\"‘’]{1,16}[”\"’](?:的?专?栏目?)")
"""通过“热点回应”栏目答复26条: what a column is called answers nothing."""
_ON_THEM = re.compile(r"(?:借助|通过|利用|运用|依托|以)(?:政务|官方)?微[博信][、和与]?(?:政务|官方)?微[博信]")
_ANSWERS_THEM = re.compile(r"(?:[共已]|累计|主动|及时|先后)*回应(?:公众|群众|社会|网民)?(?:关注的?|关切的?|热点)?事件")
"""借助微博、微信两个平台，回应事件22件."""
_HEADS = re.compile(
    r"(?:(?P<interp>(?:政策|文件)?解读)|(?P<wbwx>(?:政务)?微[博信](?:[、和与]?微[博信])?|[两双]微)|(?P<hot>舆情|热点)(?:回应)?)(?:回应|情况)*"
)
_HEADED = re.compile(
    r"(?:全[年县市区局镇乡]|[我本][局县市区镇乡]|各部门|各单位|今年|本年度?|累计|先后|[共总合]计|撰写|编写|制作|发布|刊发|推出|原创|自行|回应|答复|网[友民]|关切|共|有|了)*"
)


def _head(section: Section) -> str:
    """The innermost heading without the marks behind it."""
    return section.innermost.strip("：:。 ")


def _headed(piece: Piece, unit: str) -> str:
    """The row that a heading alone names, where the words say nothing else: 各部门撰写38篇 under 解读."""
    head = _HEADS.fullmatch(_head(piece.sentence.section))
    if head is None or not _HEADED.fullmatch(piece.words) or piece.behind or piece.sentence.text[: piece.start].strip():
        return ""
    if head["interp"]:
        return "response.policy_interpretations" if unit == "篇" else ""
    if unit not in _TIMES:
        return ""
    return "response.weibo_wechat" if head["wbwx"] else "response.hot_topics"


_ANSWERS = re.compile(
    r"(?P<accounts>(?:通过|政务)*(?:微[博信](?:[、和与]?微[博信])?|[两双]微))(?:平台)?回应|(?:主动|及时)?回应(?P<concern>(?:社会|公众|群众)?(?:热点|关切|舆情))?(?:情况)?"
)
_AMONG = re.compile(r"(?:其中|另|有)*")
_WAY = re.compile(
    r"(?:是)?(?:用|以|通过|借助|采用|采取|利用)(?P<how>[^，,。；;\d]{2,16}?)(?:的?(?:形式|方式|渠道|途径))?(?:作出|进行|回应|答复|的)*"
)
"""其中3次用微信，1次以答记者问的形式."""
_TIMES = ("次", "件", "起", "个", "项", "回", "条", "场次", "件次", "宗")
_ROWS = re.compile(r"(?P<policy_interpretations>稿件)|(?P<weibo_wechat>(?:政务)?微[博信](?:[、和])?微[博信]|[两双]微)")
"""回应解读：热点回应2次，稿件3篇，微博微信9件: the rows of the form by their heads alone."""


def _answers_told(piece: Piece) -> bool:
    """Whether what stands before a number in its sentence tells of answers, and of no requests."""
    text = piece.sentence.text[: piece.start]
    return _ANSWERED.search(text) is not None and "申请" not in text


def _is_list(piece: Piece) -> bool:
    """Whether a number stands in a list of what was answered and explained."""
    said = _OF_BOTH.search(piece.sentence.text, 0, piece.start) or _OF_BOTH.search(piece.sentence.section.innermost)
    return said is not None


_OF_BOTH = re.compile(r"回应[与和、及]?解读|解读[与和、及]?回应|热点回应")


def _answered(piece: Piece, words: str, lead: str) -> str:
    by = _BY.search(words)
    if _MANY_WAYS.search(words):
        return "response.hot_topics" if _CONCERN.search(words) and not _NOT_ANSWERED.search(words) else ""
    if _ACCOUNTS.search(words) or (piece.mark in "：:" and _ACCOUNTS.search(lead)):
        return "response.weibo_wechat"
    if by and not _SITE.search(by["how"]):
        held = by["how"].endswith(("发布会", "通气会", "吹风会", "访谈"))
        return "" if held or _NOT_ANSWERED.search(words) else "response.other"
    told = f"{lead}，{words}"
    if _NOT_ANSWERED.search(told) and not _CONCERN.search(words):
        return ""
    about = _ABOUT.search(piece.words) or (_ABOUT.search(lead) and piece.mark == "，")
    return "response.hot_topics" if _CONCERN.search(told) or about else ""


_MANY_WAYS = re.compile(
    r"(?:会|访谈|网站|电视|报纸?|热线|媒体)[^，]{0,30}[、和及][^，]{0,20}等[^，、]{0,4}(?:形式|方式|渠道|途径|平台|手段)"
    r"|(?:通过|以|采[用取])(?:各种?|多种?|各类|不同)(?:渠道|方式|形式|途径)"
)
"""通过发布会、访谈、微博等多种形式回应热点39次: by all of them together."""
def _is_one_of_several(piece: Piece) -> bool:
    text, at = piece.sentence.text, piece.start + len(piece.words)
    return one_of_several(piece.words, text[:at], text[piece.end :])


_ITEMS = re.compile(r"(?:全年|共|发布|刊[发登载]|撰写|推出|制作|发表|编写|了)*(?:解读)?(?:稿件?|文章|文稿|材料|文字稿)?")


def _explained(piece: Piece, unit: str, lead: str) -> bool:
    words = piece.words
    headed = lead.endswith("解读" if piece.mark in "：:" else ("解读方面", "解读工作"))
    if unit == "篇" and headed and _ITEMS.fullmatch(words):
        return not piece.sentence.section.domain  # 政策解读：发布稿件41篇
    if piece.sentence.section.domain or _NOT_ALL.search(words) or TOLD_TOGETHER.search(words):
        return False
    if is_own_share(words, piece.sentence) or _is_one_of_several(piece):
        return False
    if unit != "期" and _INFORMATION.search(piece.sentence.text, 0, piece.start):
        return False  # kinds of what was disclosed, but none of them comes in issues
    if _EXPLAINED.search(words):
        return unit == "篇" or "解读" in words or "图" in words
    return unit == "篇" and _EXPLAINS.match(piece.behind) is not None
