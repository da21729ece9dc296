"""What the words around a number forbid it to be, whatever else speaks for it.

The rules of one family stand in a file of its own: requests/not_asked.py, requests/not_answered.py, second/not_explained.py,
office/not_held.py, office/granted.py; here are those of the others, and in which order they are asked.
"""

from __future__ import annotations

import re

from pipelines.wording.context import Number
from pipelines.wording.cues import OTHER_FEES
from pipelines.wording.office.granted import not_granted
from pipelines.wording.office.not_held import not_held
from pipelines.wording.office.staffing import was_then
from pipelines.wording.published.documents import BY_TWO_NAMES
from pipelines.wording.published.places import with_others
from pipelines.wording.requests.mail import both_ways, is_mail, of_exchanges
from pipelines.wording.requests.marked import marked
from pipelines.wording.requests.not_answered import no_answer
from pipelines.wording.requests.not_asked import REQUESTS, no_request
from pipelines.wording.requests.other_matters import of_another_matter
from pipelines.wording.second.not_explained import not_explained

_REQUESTED = ("requests.", "applications.carried", "replies.total", "replies.other_channel", "disclosure.total")
_ANSWERED = ("requests.", "replies.", "applications.denied_enf")
_SOME_OF = ("申请中有", "申请中，有", "申请里有", "申请中的", "申请里的")
_DONE_WITH = ("已", "答复", "办结", "回复", "按", "均", "得到", "予以", "收到")
_WHOLES = ("requests.received", "requests.completed", "replies.total")
_MONEY = ("funding.special", "fees.collected")


def not_said_of(code: str, number: Number) -> bool:
    """Whether the words around a number forbid a code: 余1件延长至明年答复, 大厅、文化站各设一处, a meeting's 参会人员64人."""
    words, text = number.words, number.sentence.text
    if code == "complaints.total" and words.endswith(("渠道", "方式", "窗口")):
        return True  # 咨询投诉渠道2条, a kind of what a site shows
    if code == "complaints.total" and words.endswith("信访举报"):
        return "公开" not in text
    if code in _MONEY:
        return not_granted(number) if code == _MONEY[0] else OTHER_FEES.search(text) is not None
    if code.startswith("training."):
        return not_held(code, number)
    if code.startswith(("staff.", "organisation.")):
        return was_then(number) or _no_office(code, number)
    if code.startswith("response.") or code.endswith("_led"):
        return not_explained(code, number)
    if code.startswith(_REQUESTED) and of_another_matter(code, words, text, number.hit.end):
        return True
    if _no_document(code, number) or marked(code, number) or of_all_made(code, number):
        return True
    done = code != "requests.received" and number.right.startswith(_DONE_WITH)
    if code in _WHOLES and words.endswith(_SOME_OF) and not done:
        return True  # 已办结的申请中有2件收取了费用
    if code.startswith(("requests.", "replies.")) and of_exchanges(number):
        return True
    if (code in REQUESTS or code == "disclosure.total") and (is_mail(number) or both_ways(words)):
        return True
    if code in REQUESTS:
        return no_request(code, number)
    return code.startswith(_ANSWERED) and no_answer(code, number)


# --- offices and those who work in them ---

_TEACHES_THEM = re.compile(r"(?:培训|轮训|集训)了?(?:全[县市区镇乡局])?[专兼]、?兼?职")
_TAUGHT = re.compile(r"[^，,。；;\d]{0,6}(?:接受|参加)了?[^，,。；;\d]{0,8}(?:培训|轮训|学习)")
"""信息公开工作人员共280人接受了培训."""
_WANTED = ("需", "拟", "拟设", "待建", "应设", "需建")
_AT_EACH = re.compile(r"各自?(?:设|建|放|摆|配|开|安|辟)[^，,。；;\d]{0,8}$")
_ONE_BEFORE = re.compile(r"\d\s?[个处间]\s?[、和及与]$")
_NEXT_ONE = re.compile(r"\s?[、和及与]\s?\d")
"""大厅、文化站分别设查阅点1个、2个: the first is not all."""
_AND_BODIES, _JOINED = re.compile(r"\s?[^，,。；;\d]{1,10}?(?:均|都|全部|各)[^，,。；;\d]{0,6}查[阅询]"), ("、", "和", "及", "与")
"""局机关及6个派出所均设立查阅点: there are more than six."""


def _no_office(code: str, number: Number) -> bool:
    """Whether those counted are taught or newly come (培训专职人员6人, 新招录6名工作人员), or rooms are not all there are."""
    if code == "organisation.reading_points":
        return _not_all_rooms(number)
    if not code.startswith("staff."):
        return False
    if _TEACHES_THEM.search(number.words):
        return True
    return code == "staff.total" and ("招" in number.words or _TAUGHT.match(number.sentence.text, number.hit.end) is not None)


def _not_all_rooms(number: Number) -> bool:
    """Whether rooms are those of each of several bodies, of one of two, or only wanted: 大厅、文化站各设一处."""
    text, start, end = number.sentence.text, number.hit.start, number.hit.end
    severally = "分别" in text[:start] and (_NEXT_ONE.match(text, end) or _ONE_BEFORE.search(text, max(0, start - 8), start))
    joined = _AND_BODIES.match(text, end) and text[:start].rstrip("所下属设").endswith(_JOINED)
    return bool(severally or joined) or number.words.endswith(_WANTED) or _AT_EACH.search(number.words) is not None


# --- money ---

_WAIVED = re.compile(r"自付|自理|到付|垫付|[减免]免|免[收除去交缴]|减收|[收费用]减")
_WAIVED_BEHIND = re.compile(r"(?:的)?[^，,。；;\d]{0,6}(?:全免|免收|免除|予以减免|退还)")
"""32元复印费全免."""


def waived(number: Number) -> bool:
    """Whether money is what nobody had to pay: 减免困难群众费用3人次、58元."""
    said = number.words if len(number.words) > 1 else "".join(number.state.leads[-1:]) + number.words
    return _WAIVED.search(said) is not None or _WAIVED_BEHIND.match(number.sentence.text, number.hit.end) is not None


# --- documents, cases and items of information ---

_AND_MORE = re.compile(r"(?:、[^，,。；;]{0,8}规范性文件|规范性文件、[^，,。；;]{2,30})等(?:方面|各类|相关|有关)*的?信息[共计]*$")
_LOOKED_AT = re.compile(r"(?:审[核查]|备案)[^，,。；;\d]{0,14}规范性文件\s?\d")
"""审核规范性文件6件，各部门印发4件: what passed through its hands."""
_AS_JUDGE = re.compile(r"作为(?:行政)?复议机[关构]|履行(?:行政)?复议职[责能]")
_IN_STOCK = ("存量", "库存", "现存", "存有", "现有信息")
_KIND_OF_WORK = re.compile(r"(?<![第二三四五六七八九十])[双三五六]公开(?:类)?(?:信息)?$")
_WORK_NEWS = frozenset(("工作信息", "政务信息", "动态信息", "工作动态信息", "政务动态信息"))
_AFTER_A_KIND = re.compile(r"[一-龥]{2,12}(?<![站栏体微博众号报台网])\s?\d{1,6}\s?[条件篇份][；;，,、]\s?$")
"""机构信息4条；工作信息51条；合计55条: one kind among others."""
_BY_THAT = ("由此", "因此", "从而", "为此")


def _no_document(code: str, number: Number) -> bool:
    """Whether documents, cases or items are counted with others, by others, or over more than the year."""
    words = number.words
    if code == "disclosure.normative_documents" and "等" in words and _AND_MORE.search(words):
        return True  # 公开规章、规范性文件等信息61条: kinds counted together
    if code == "normative_documents.issued":
        looked_at = words[:1] == "各" and _LOOKED_AT.search(number.sentence.text) is not None
        return looked_at or ("名义" in words and BY_TWO_NAMES.search(number.sentence.text) is not None)
    if code == "review.total":
        return "作为" in words and _AS_JUDGE.search(words) is not None  # 县政府作为复议机关办理信息公开行政复议21件
    if code.startswith("channel.") and with_others(words):
        return True
    if code.startswith(("channel.", "disclosure.")) and any(word in words for word in _IN_STOCK):
        return True  # 网站存量信息5620条: of earlier years too
    if code != "disclosure.total":
        return False
    if words in _WORK_NEWS and _AFTER_A_KIND.search(number.sentence.text, 0, number.hit.start - len(words)):
        return True
    return words.startswith(_BY_THAT) or _KIND_OF_WORK.search(words) is not None  # 行政权力全部上网，由此产生公开信息177条


_BY_FEW = re.compile(
    r"(?:双微|两微)[^，,。；;\d]{0,16}(?:发布|公开|推送)[^，,。；;\d]{0,8}$"
    r"|(?:央媒|央报|(?:中央|国家|省|市)级?(?:以上)?(?:主流)?媒体)[^，,。；;、\d]{0,8}(?:发布|公开|刊登|刊发)[^，,。；;\d]{0,8}$"
)
_BY_MORE = re.compile(r"网站|公报|公[开示告]栏|[等、][^，,。；;\d]{0,6}(?:渠道|方式|形式|途径)")
"""“青溪发布”双微平台发布信息420条, 在央媒发布信息3条: some media, and not what was disclosed in all."""


def by_few_media(words: str) -> bool:
    """Whether words tell what two accounts or the press printed, which is not all that was disclosed."""
    signed = "微" in words or "媒" in words or "央报" in words
    return signed and _BY_FEW.search(words) is not None and _BY_MORE.search(words) is None


_OF_MADE = frozenset(("disclosure.total", "requests.received"))
_MADE = re.compile(
    r"(?:制作|获取|产生|形成|生成)(?:[、和或及与并]|了|的|各类|制作|获取|保存|政府|政务)*(?:政府|政务)?信息(?:总?[数量]|总数|共|计|有|为|达)*"
)
_ALL_OUT = re.compile(r"[，,]\s?(?:均|都|全部|全都|悉数)(?:已|依法|及时)*(?:主动|对外|向社会)*公开")


def of_all_made(code: str, number: Number) -> bool:
    """Whether a count is of all that was made and not of what was disclosed or asked for: 制作、获取的政府信息64条."""
    made = _MADE.search(number.words) if code in _OF_MADE and "信息" in number.words else None
    if made is None or made.end() != len(number.words):
        return False
    return _ALL_OUT.match(number.sentence.text, number.hit.end) is None
