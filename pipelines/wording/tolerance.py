"""What may stand unread in a phrase: words of no indicator that neither narrow what is counted nor say whose it is.

`pipelines/wordings.py` writes a phrase a second time with a mark for each run of unknown words; what the marks allow is
decided here. Chinese puts the head last: unknown words before a verb or a 的 tell how, where and by whom, and may be
passed over; directly before the noun that is counted they narrow it (财政信息), and behind it they are another noun.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.wording.cues import DOMAINS

UNREAD, MEDIUM, OTHER = "~", "^", "×"
"""Marks of unknown words: harmless ones, ones behind a preposition of means (通过…), ones that make it another subject's."""

_PREPOSITIONS = frozenset(("通过", "利用", "借助", "依托", "依靠", "经由", "运用", "使用", "以", "在", "于", "从", "用"))
_TO = frozenset(("向", "对", "被"))
_SEPARATORS = re.compile(r"(以及|或者|[、和及与或并暨])")
_ORGAN = re.compile(
    r"[局委馆村站所厅队乡镇]|社区|中心|部门|单位|窗口|学校|公司|企业|医院|法院|银行|大厅|街道|办公室"
)
_HARMFUL = re.compile(
    r"[\d%％‰率不未没非超逾转待应提拟将每赴派比占增减超率栏屏报省]|[该这此]类|领域|国家|中国|其[他余它]|代理|代表|许可|审批"
    r"|登记|补助|仲裁|调解|执照|援助|执行|贷款|案件|党|热线|来电|信访|留言|阅读|点击|访问|浏览|粉丝|"
    r"下载|栏目|内网|短信|视频|头条|客户端|APP|稿|简讯|通知|公告|答复|人大|政协|上级|选派|参加|参与|同意|剩余|查处|检查|巡查|"
    rf"{DOMAINS}"
)
_OF_A_KIND = re.compile(r"[^各]类(?:政府|政务)?信息公开$")
"""政策法规类信息公开13条: one kind of it."""
_TWICE = re.compile(r"(.{2,6}?)、?\1+")
_BARE_SUBJECT = re.compile(rf"[{UNREAD}{MEDIUM}]+公开信息")
_MEDIUM_NAME = re.compile(rf"[{UNREAD}{MEDIUM}]+(?=网站|微信|微博|公报)")
_BEFORE_NOUN = re.compile(
    rf"[{UNREAD}{MEDIUM}](?=信息|文章|规范性文件|费用|经费|专项经费|工作人员|人大建议|政协提案|结果|查阅点|专门机构|其他|其它"
    rf"|热点|参加|参训)"
    rf"|(?<!政开)[{UNREAD}{MEDIUM}](?=会议|培训)"
)
_BARE_CASE = re.compile(rf"(?<!政开)(?<!引起)[{UNREAD}{MEDIUM}](?=复议|诉讼|投诉)")
_RAISED = re.compile(r"公开|申请行政?复议|提起|提出|引[起发]")
_BARE_REQUEST = re.compile(rf"[{UNREAD}{MEDIUM}](?=申请|依申请)")
_ASKS = re.compile(rf"(?:收到|新收)(?:人们|引起|政开|信息|公开信息|[{UNREAD}{MEDIUM}])*(?:申请|依申请)")
"""收到某人关于某事的公开申请: whatever it was about."""
_ASKED = re.compile("收到|办理|人们|新收")


@lru_cache(maxsize=4096)
def marked(unknown: str, before: str) -> str:
    """The mark of unknown words that stand behind the known word `before`; separators between them stay."""
    found = []
    for part in _SEPARATORS.split(unknown):
        word = part.strip("，,；;：:。 　“”\"（）()")
        if not part or not word:
            continue
        if _SEPARATORS.fullmatch(part):
            found.append("、")
        elif before not in _TO and (_HARMFUL.search(word) or (before != "在" and _ORGAN.search(word))):
            found.append(OTHER)
        else:
            found.append(MEDIUM if before in _PREPOSITIONS else UNREAD)
    return "".join(found)


@lru_cache(maxsize=2048)
def loosened(loose: str, listed: bool, words: str) -> str | None:
    """The marked phrase with its harmless words passed over; None where they may make the number another thing's.

    `listed`: the phrase is an item of a list, where any unknown word tells one item from the next; `words`: as printed.
    """
    if OTHER in loose or not loose or loose[-1] in (UNREAD, MEDIUM, "、"):
        return None
    if _OF_A_KIND.search(words):
        return None
    loose = _MEDIUM_NAME.sub("", loose)
    if not listed and _ASKS.fullmatch(loose) and _SAID.search(words):
        return "收到申请"
    if MEDIUM in loose and "公开" in loose:
        return None
    unread = UNREAD in loose or MEDIUM in loose
    if unread and (listed or _BARE_SUBJECT.match(loose) or _BEFORE_NOUN.search(loose)):
        return None
    if _BARE_CASE.search(loose) and not _RAISED.search(words):
        return None
    bare = _BARE_REQUEST.search(loose)
    if bare and not (_SAID.search(words) and _ASKED.search(loose, 0, bare.start())):
        return None
    return _TWICE.sub(r"\1", loose.replace(UNREAD, "").replace(MEDIUM, "").lstrip("、"))


def of_medium(loose: str) -> str | None:
    """The marked phrase without the name of a medium (青山区政府网 is a 网站); None where anything else is unknown."""
    plain = _MEDIUM_NAME.sub("", loose)
    return None if plain == loose or OTHER in plain or UNREAD in plain or MEDIUM in plain else plain


# --- zeros ---

_HEADS = {
    "申请": "requests.received", "依申请": "requests.received", "复议": "review.total", "诉讼": "litigation.total",
    "投诉": "complaints.total", "费用": "fees.collected", "申诉": "", "旁事": "",
}  # fmt: skip
_ROUTE = rf"当面|网站|网络申请|信函|传真|[{UNREAD}{MEDIUM}]"
_AMONG_ROUTES = re.compile(rf"(?:(?:{_ROUTE}|微信)、?)*(?:别种|任何|各种)")
_ROUTES = re.compile(rf"(?:(?:{_ROUTE})、)+(?:{_ROUTE})(?=引起|申请|依申请)")
"""书面、传真等形式的申请: all of them."""
_ALL_WAYS = re.compile(r"书面|等|其[他它]|任何|[各多]种|当面|现场")
_OF_ROUTE = {
    "传真": "requests.received_fax", "信函": "requests.received_letter",
    "网络申请": "requests.received_online", "网站": "requests.received_online",
}  # fmt: skip
"""没有以信函、传真方式提出的申请: none of these, while others may have come."""
_CIRCUMSTANCE = re.compile(
    rf"人们|政开|引起|收到|发生|办理|主动公开|公开信息|公开|信息|收取|结果|均|举行|有关|回应|配备|投入|微信|[{UNREAD}{MEDIUM}]"
)
_MODIFIERS = re.compile(r"(?:依申请|申请|答复)、?(?=复议|诉讼|投诉|费用)|(?:复议|诉讼|投诉|费用)(?=申请)")
_FEES_ITEMS = re.compile(r"(?:信函|当面|传真)(?=费用|、|$)")
_BY_FAULT = re.compile(r"因[^，,。；;]{0,12}(?:错误|失误|失实|差错|错敏|不实|泄[密露])[^，,。；;]{0,6}(?:引[发起]|导致|造成)")
"""未发生因信息错误引发的投诉: none of one cause."""
_SAID = re.compile(r"公开|信息|政务|检索|邮寄|复制")


def loose_zeros(loose: str, words: str, topics: frozenset[str]) -> list[str]:
    """The codes of the objects of a denial among harmless unknown words; none where one object is unknown.

    `words` is what was printed: it (or a heading's topic) must say that it is about disclosure.
    """
    if OTHER in loose or not loose or loose[-1] in (UNREAD, MEDIUM) or len(loose) > 80:
        return []
    if "因" in words and _BY_FAULT.search(words):
        return []
    several = _ROUTES.search(loose)
    if several and not _ALL_WAYS.search(words):
        return [code for word, code in _OF_ROUTE.items() if word in several.group()]
    plain = _ROUTES.sub("", _AMONG_ROUTES.sub("", loose))
    if "费用" in plain:
        plain = _FEES_ITEMS.sub("", plain)
    unread = UNREAD in plain or MEDIUM in plain
    said = _SAID.search(words) is not None
    items = [item for item in _MODIFIERS.sub("", _CIRCUMSTANCE.sub("", plain)).split("、") if item]
    if not items or len(items) > 8 or any(item not in _HEADS for item in items):
        return []
    if unread and not said and not topics & {"申请", "复议", "诉讼", "投诉", "费用"}:
        return []
    return [code for code in dict.fromkeys(_HEADS[item] for item in items) if code]
