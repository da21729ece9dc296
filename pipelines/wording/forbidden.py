"""What the words around a number forbid it to be, whatever else speaks for it."""

from __future__ import annotations

import re

from pipelines.wording.context import Number
from pipelines.wording.cues import AFTERWARDS, OF_OTHERS, OTHER_FEES, OTHER_TALKS
from pipelines.wording.office.granted import not_granted
from pipelines.wording.office.not_held import not_held
from pipelines.wording.office.staffing import was_then
from pipelines.wording.published.places import with_others
from pipelines.wording.published.shares import is_own_share
from pipelines.wording.requests.keywords import answer_of
from pipelines.wording.requests.mail import both_ways, is_mail, of_exchanges
from pipelines.wording.requests.marked import marked
from pipelines.wording.requests.other_matters import for_several_reasons, of_another_matter, of_guides

REQUEST_ROUTES = frozenset(f"requests.received_{route}" for route in ("in_person", "fax", "online", "letter"))
"""The codes of requests by the way they came."""

REQUESTS = REQUEST_ROUTES | {"requests.received"}
_WAIVED = re.compile(r"自付|自理|到付|垫付|[减免]免|免[收除去交缴]|减收|[收费用]减")
_NOT_YET = re.compile(r"(?:依法|按规定|经批准|需)?(?:延[长期至]|顺延|尚|正在|待|仍|暂|将|未|[^，,。；;]{0,12}不[予再])")
_NEXT_YEAR = re.compile(r"(?:于|在|至|到|转入|结转)(?:下一?年度?|次年|翌年|明年|来年)")
_LATER = re.compile(r"(?:申请)?(?:也|均|都|已)?[于在到至]\s?(?:次年|翌年|第二年|下一?年|明年|20\d\d年[1-4]月)")
_STILL_OPEN = re.compile(r"(?:目前|年底|均|都)*(?:尚|正在|仍|待|未)")
"""经批准延长期限的5件尚在办理."""
_AT_EACH = re.compile(r"各自?(?:设|建|放|摆|配|开|安|辟)[^，,。；;\d]{0,8}$")
_ONE_BEFORE = re.compile(r"\d\s?[个处间]\s?[、和及与]$")
_NEXT_ONE = re.compile(r"\s?[、和及与]\s?\d")
"""大厅、文化站分别设查阅点1个、2个: the first is not all."""
_AND_BODIES, _JOINED = re.compile(r"\s?[^，,。；;\d]{1,10}?(?:均|都|全部|各)[^，,。；;\d]{0,6}查[阅询]"), ("、", "和", "及", "与")
"""局机关及6个派出所均设立查阅点: there are more than six."""
_DEPUTY = re.compile(r"(?:^|[，,、；;中的])[^长任，,、]{0,6}(?<!长、)副(?:[县市区州旗镇乡局]长|主任)(?!.*(?:主要|一把手))")
"""副县长以上领导出席5场: not who leads the government."""
_ONLY_SEEN = re.compile(r"^(?!.*(?:回应|处置|处理|答复|回复|澄清|化解)).*(?:收集|搜集|采集|监测|上报|报送|研判|排查|采访|专访)")
"""收集舆情信息134条: nobody says that they were answered."""
_NOT_MORE = re.compile(
    r"^(?:共|全年|累计|年内)*转[发载]|图文|图解|图表|动漫|动画|[音视]频|^(?:新闻|媒体|召开|举办|举行|[、和及])*(?:通气|吹风)会"
)
_EXPLAINED_OR_TOLD = ("response.policy_interpretations", "response.press_conferences")
_PICTURED = re.compile(
    r"(?:图解|图文|图表|视频|动漫|动画|音频)[^，,。；;\d]{0,6}\d{1,4}\s?[篇个条期件次][、，,和及与]\s?(?:[^。；;]{1,14}\d{1,4}\s?[篇个条期件次][、，,和及与]\s?)?文字"
)
"""图解18个、视频解读5个、文字解读33篇: one kind of them.

转发上级解读26篇; 解读文稿9篇，图文解读3篇: no other count of what was explained."""


TOLD_TOGETHER = re.compile(
    r"(?:文件|法规|公告|动态|标准|信息|要闻|新闻|政策)(?:[与和及、]|以及)(?:其|相关)?(?:政策)?(?:文件)?解读(?!.{0,30}各$)"
)
"""政策及政策解读2条: both of them together."""
_HELD_IN = re.compile(r"[（(，,]含[^（）()。；;]{0,30}$")
"""新闻通稿21篇（含视频3个、图文解读2篇）: what those counted hold."""
_BY_WHOM_EXPLAINED = re.compile(r"(?:负责人|负责同志|一把手|领导|专家|媒体)[^，,]{0,4}解读$|报送|上报|起草")
"""全年解读126篇，…部门负责人解读39篇: some of them."""
_TEACHES_THEM = re.compile(r"(?:培训|轮训|集训)了?(?:全[县市区镇乡局])?[专兼]、?兼?职")
_TAUGHT = re.compile(r"[^，,。；;\d]{0,6}(?:接受|参加)了?[^，,。；;\d]{0,8}(?:培训|轮训|学习)")
"""信息公开工作人员共280人接受了培训."""
_WANTED = ("需", "拟", "拟设", "待建", "应设", "需建")
_IN_STOCK = ("存量", "库存", "现存", "存有", "现有信息")
_AS_JUDGE = re.compile(r"作为(?:行政)?复议机[关构]|履行(?:行政)?复议职[责能]")
_LOOKED_AT = re.compile(r"(?:审[核查]|备案)[^，,。；;\d]{0,14}规范性文件\s?\d")
"""审核规范性文件6件，各部门印发4件: what passed through its hands."""
_KIND_OF_WORK = re.compile(r"(?<![第二三四五六七八九十])[双三五六]公开(?:类)?(?:信息)?$")
_BY_THAT = ("由此", "因此", "从而", "为此")
_REQUESTED = ("requests.", "applications.carried", "replies.total", "disclosure.total")
_SOME_OF = ("申请中有", "申请中，有", "申请里有")
_DONE_WITH = ("已", "答复", "办结", "回复", "按", "均", "得到", "予以", "收到")
_WHOLES = ("requests.received", "requests.completed", "replies.total")
_MONEY = ("funding.special", "fees.collected")


_AND_MORE = re.compile(r"(?:、[^，,。；;]{0,8}规范性文件|规范性文件、[^，,。；;]{2,30})等(?:方面|各类|相关|有关)*的?信息[共计]*$")


def not_said_of(code: str, number: Number) -> bool:
    """Whether the words around a number forbid a code: 余1件延长至明年答复, 大厅、文化站各设一处, a meeting's 参会人员64人."""
    if code == "complaints.total" and number.words.endswith("信访举报"):
        return "公开" not in number.sentence.text
    if code in _MONEY:
        return not_granted(number) if code == _MONEY[0] else OTHER_FEES.search(number.sentence.text) is not None
    if code.startswith("training."):
        return not_held(code, number)
    if code.startswith(_REQUESTED) and of_another_matter(code, number.words, number.sentence.text, number.hit.end):
        return True
    if code.startswith(("staff.", "organisation.")) and was_then(number):
        return True
    if code.startswith("staff.") and _TEACHES_THEM.search(number.words):
        return True  # 培训专职人员6人
    if code == "staff.total" and ("招" in number.words or _TAUGHT.match(number.sentence.text, number.hit.end)):
        return True  # 新招录6名工作人员
    if code == "disclosure.normative_documents" and "等" in number.words and _AND_MORE.search(number.words):
        return True  # 公开规章、规范性文件等信息61条: one of the kinds that are counted together
    if code == "normative_documents.issued" and number.words[:1] == "各" and _LOOKED_AT.search(number.sentence.text):
        return True
    if code == "review.total" and "作为" in number.words and _AS_JUDGE.search(number.words):
        return True  # 县政府作为复议机关办理信息公开行政复议21件
    if code.endswith("_led") and _DEPUTY.search(number.words):
        return True
    if code.startswith("response.online") and OTHER_TALKS.search(number.words + number.right):
        return True
    if code == "response.hot_topics" and _ONLY_SEEN.search(number.words + number.right):
        return True
    if code == _EXPLAINED_OR_TOLD[0] and "文字" in number.words and _PICTURED.search(number.sentence.text, 0, number.hit.start):
        return True
    if code == _EXPLAINED_OR_TOLD[0] and (_BY_WHOM_EXPLAINED.search(number.words) or is_own_share(number.words, number.sentence)):
        return True
    held = code == _EXPLAINED_OR_TOLD[0] and _HELD_IN.search(number.sentence.text, 0, number.hit.start)
    if held or (code == _EXPLAINED_OR_TOLD[0] and TOLD_TOGETHER.search(number.words)):
        return True
    if code in _EXPLAINED_OR_TOLD and _NOT_MORE.search(number.words):
        return "转" in number.words or number.state.last.startswith(code)
    if code == "organisation.reading_points":
        text, start, end = number.sentence.text, number.hit.start, number.hit.end
        severally = "分别" in text[:start] and (_NEXT_ONE.match(text, end) or _ONE_BEFORE.search(text, max(0, start - 8), start))
        joined = _AND_BODIES.match(text, end) and text[:start].rstrip("所下属设").endswith(_JOINED)
        return bool(severally or joined) or number.words.endswith(_WANTED) or _AT_EACH.search(number.words) is not None
    some = code in _WHOLES and number.words.endswith(_SOME_OF) and not number.right.startswith(_DONE_WITH)
    if some or (code in REQUESTS and _no_request(code, number)):
        return True  # 已办结的申请中有2件收取了费用
    if marked(code, number):
        return True
    apart = code.startswith("channel.") and with_others(number.words)
    if apart or of_more_than(code, number) or (code.startswith("replies.refused") and _kept_back(number)):
        return True
    if code.startswith(("channel.", "disclosure.")) and any(word in number.words for word in _IN_STOCK):
        return True  # 网站存量信息5620条: of earlier years too
    if code == "disclosure.total" and (number.words.startswith(_BY_THAT) or _KIND_OF_WORK.search(number.words)):
        return True  # 行政权力全部上网，由此产生公开信息177条
    if code.startswith(("requests.", "replies.")) and of_exchanges(number):
        return True
    if code in REQUESTS or code == "disclosure.total":
        return is_mail(number) or both_ways(number.words)
    if code.startswith(("replies.", "applications.denied_enf")) and _no_answer(code, number):
        return True
    if code == "requests.completed_extended":
        return _is_still_open(number)
    if code not in ("replies.total", "requests.completed"):
        return False
    if number.words and number.words[0] in "余剩另其还尚" and _LATER.match(number.sentence.text, number.hit.end):
        return True  # 余下1件于2016年1月9日办结
    return _NEXT_YEAR.search(number.words) is not None or _NOT_YET.match(number.right) is not None


def _is_still_open(number: Number) -> bool:
    """Whether a request whose term was prolonged was not closed in the year: 尚有1件延长答复期限, 1件延长至次年1月."""
    if _STILL_OPEN.match(number.right) or _OPEN_BEFORE.fullmatch(number.words):
        return True
    return _INTO_NEXT_YEAR.search(number.words + number.sentence.text[number.hit.end : number.hit.end + _NEAR]) is not None


_NEAR = 30
_OPEN_BEFORE = re.compile(r"(?:目前|年底|截至年底|另|[、，])*(?:尚|仍)(?:有|余|剩)?")
_INTO_NEXT_YEAR = re.compile(
    r"^[^，,。；;\d]{0,12}(?:延长|延期|顺延|延)[^，,。；;\d]{0,10}[至到](?:20\d\d年|次年|下一?年|明年|来年|第二年|翌年)"
)


def _no_request(code: str, number: Number) -> bool:
    """Whether what is counted are guides, answers handed out, last year's requests, or applications of every kind."""
    words, text = number.words, number.sentence.text
    if of_guides(words):
        return True
    if code != "requests.received":
        return _no_way(number)
    if are_others(number) or (words[:1] == "涉" and number.unit in "个项" and number.state.last in _CAME):
        return True  # 新收申请7件，涉及19个申请事项
    of_cases = words.endswith("申请") and number.right.startswith(("行政复议", "行政诉讼"))  # 因信息公开申请0件行政复议
    if of_cases or (_OF_ALL_KINDS.search(words) and _OURS_AMONG.search(text, number.hit.end)):
        return True  # 各类申请1520件，其中政府信息公开申请2件
    if _ANSWERED_SO.search(words) and answer_of(words.rstrip("的有共为")):
        return True  # 准予查阅的有30件
    return with_carried(number) or _some_of_them(words, text, number.hit.start)


_CAME = frozenset(("applications.new", "requests.received"))
_ARE_OTHERS = re.compile(
    r"\s?[，,（(]\s?(?:均|都|全部?|全都|皆|基本)(?:为|是|系|属于?)(?![^，,。；;]{0,12}(?:公开|申请))[^，,。；;\d]{0,8}"
    r"(?:热线|工单|12345|1\d{4}|信访|投诉|举报|咨询|留言|建议|求助|诉求|上访|来访)"
)


def are_others(number: Number) -> bool:
    """Whether what came is said to be of the hotline or of petitioners: 收件5件，均为热线工单."""
    return "申请" not in number.words and _ARE_OTHERS.match(number.sentence.text, number.hit.end) is not None


_WRITTEN = re.compile(
    r"(?:书面|口头|电话|纸质|线下)(?:形式|方式)?的?(?:公开)?(?:申请)?[^，,。；;\d]{0,4}[1-9]\d{0,4}\s?[件份宗]"
    r"(?![^，,。；;]{0,2}[，,（(]?其中)"
)


def came_in_two_ways(number: Number) -> bool:
    """Whether requests of no certain way are counted beside those of a way, so that neither is all: 书面申请4件，当面2件."""
    text, start, end = number.sentence.text, number.hit.start, number.hit.end
    if not any(word in text for word in ("书面", "口头", "电话", "纸质", "线下")):
        return False
    return any(found.end() <= start or found.start() >= end for found in _WRITTEN.finditer(text))


def _no_way(number: Number) -> bool:
    """Whether a number is of no way that requests came by: what was asked for, how answers went out, last year's."""
    words, text = number.words, number.sentence.text
    if _ASKED_FOR.match(number.right) or _AT_ONCE_DONE.match(number.right):
        return True  # 一件申请公开当面签订的协议
    if "年" in text and _LAST_YEARS_WAYS.search(text[max(0, number.hit.start - 60) : number.hit.start]):
        return "今年" not in words and "本年" not in words
    return "申请" not in words and _HANDED_OUT.search(words) is not None




_WAIVED_BEHIND = re.compile(r"(?:的)?[^，,。；;\d]{0,6}(?:全免|免收|免除|予以减免|退还)")
"""32元复印费全免."""


def waived(number: Number) -> bool:
    """Whether money is what nobody had to pay: 减免困难群众费用3人次、58元."""
    said = number.words if len(number.words) > 1 else "".join(number.state.leads[-1:]) + number.words
    return _WAIVED.search(said) is not None or _WAIVED_BEHIND.match(number.sentence.text, number.hit.end) is not None


# --- whose requests, answers and documents they are ---

_PERSONS = re.compile(r"公民|自然人|个人")
_BODIES = re.compile(
    r"^\s?\d{1,5}\s?[件份宗](?:[，,（(]\s?约?占[^，,。；;）)]{1,12}[）)]?)?[，,、；;和及]\s?(?:企业)?(?:法人|其他组织|社会组织|科研机构)[^，,。；;\d]{0,12}\s?[1-9]"
)
_OTHER_WAY = re.compile(r"(?:当面|现场|网[上络]|在线|传真|电子邮件|口头(?!询问|咨询|答|解))[^，,。；;\d]{0,14}\s?\d")
_ASKER = (
    r"(?:公民|个人|自然人|法人|商业企业|企业|公司|社会公众|单位|其他组织|社会组织|组织|村民|居民|市民|群众|律师事务所|律师|媒体|职工|学生)"
)
BY_WHOM = re.compile(
    rf"(?:其中|来自于?|由|有|、)*{_ASKER}(?:[、和或及与]?{_ASKER}){{0,3}}(?:提出|提交)?的?(?:信息公开)?申请(?:有|为)?"
)
_BY_ONE_OF_THEM = re.compile(
    r"(?:同一|同1|个别|某|有的|单个|一些|部分)\s?[名位个]?(?:申请人|当事人|公民|村民|居民|企业)[^，,。；;\d]{0,14}$"
    r"|[（(][一二两三1-9]\s?[名位个](?:申请人|当事人|公民|村民|居民|企业)[^，,。；;\d]{0,14}$"
)
_ALL_ASKED = re.compile(r"申请[^，,。；;\d]{0,6}\d")


_NONE_CARRIED = re.compile(r"[无没未]有?[^，,。；;]{0,6}结转|结转[^，,。；;]{0,4}(?:0|零)|结转下")
_IN_ALL = re.compile(r"(?:合计|共计|总计|一共|总共|共有?|计|合并)(?:为|有|是|需|应|须)*(?:办理|处理|办件)?")


def with_carried(number: Number) -> bool:
    """Whether a sum is of new requests and of those carried over: 新收58件加上3件上年结转，共61件."""
    text = number.sentence.text[max(0, number.hit.start - 60) : number.hit.start]
    return "结转" in text and _IN_ALL.fullmatch(number.words) is not None and _NONE_CARRIED.search(text) is None


def _some_of_them(words: str, text: str, at: int) -> bool:
    """Whether a count of requests is of one way or one kind of applicant: 书面申请4件、当面申请2件, 申请12件，公民申请9件."""
    if _PERSONS.search(words) and _BODIES.search(text[at:]):
        return True  # 公民申请120件，法人申请16件: neither is all
    if _BY_ONE_OF_THEM.search(text, 0, at):
        return True  # 1名申请人年内申请超过10件
    if "书面" in words and _OTHER_WAY.search(text) and not (_divided(text, at) or _AMONG_THEM.match(text, at)):
        return True
    return BY_WHOM.fullmatch(words) is not None and _ALL_ASKED.search(text, 0, at) is not None


_AMONG_THEM = re.compile(r"\s?\d{1,5}\s?[件份宗][，,（(]\s?其中")
"""书面申请6件，其中当面申请2件."""
_DIVIDED = re.compile(
    r"\s?(?P<whole>\d{1,5})\s?[件份宗] {0,60}(?:[：:]|[，,](?![^。；;]{0,60}电话))(?P<parts>[^。；;]{4,120})"
)
"""收到书面申请12件，电话申请5件，传真申请7件 goes on with what was not written."""
_WAY = r"(?:当面|窗口|现场|网[上络]|信函|邮寄|传真)[^，,。；;、\d]{0,6}"
_WAYS_EACH = re.compile(rf"{_WAY}[与和、及]{_WAY}各\s?(?P<each>\d{{1,5}})")
"""当面递交与邮寄递交各4件."""
_PART = re.compile(r"(?<!\d)(\d{1,5})\s?[件份宗]")


def _divided(text: str, at: int) -> bool:
    """Whether the counts behind a number add up to it at once: 书面申请21件：窗口14件，来信6件，传真1件，…."""
    whole, each = _PART.search(text, at), _WAYS_EACH.search(text, at) if "各" in text else None
    if whole and each and int(whole[1]) == 2 * int(each["each"]):
        return True
    told = _DIVIDED.match(text, at) if "其中" not in text[:at] else None
    if told is None:
        return False
    left = int(told["whole"])
    for part in _PART.finditer(told["parts"]):
        left -= int(part[1])
        if left <= 0:
            return not left
    return False


_KEPT_FILES = re.compile(r"[^，,。；;\d申请]{0,14}(?:文件|公文|材料|档案)[^，,。；;\d申请]{0,6}(?:不予|不|免予)公开")


def _kept_back(number: Number) -> bool:
    """Whether what was not disclosed are documents that nobody asked for: 另有116条维稳方面文件不予公开."""
    told = _KEPT_FILES.match(number.sentence.text, number.hit.end) if number.unit in "条份篇" else None
    return told is not None and "申请" not in number.words


_ANSWERED_SO = re.compile(
    r"^(?!.*(?:申请|收到|受理|接到)).*(?:公开|提供|查阅|不存在|查无)|^(?!.*(?:收到|受理|接到|接收|提出|提交)).*(?:没有所|退回|补充|补正|更改)"
)
_OF_ALL_KINDS = re.compile(r"各[类种项]申请")
_OURS_AMONG = re.compile(r"(?:信息公开|依申请公开|公开)申请[^，,。；;\d]{0,4}\d")
_HANDED_OUT = re.compile(r"送达|领取|交付|发放|答复书|告知书|[答回]复(?!不)|接待|咨询")
"""答复书邮寄送达5件: how the answers went out; 窗口接待咨询40件: no requests."""
_LAST_YEARS_WAYS = re.compile(
    r"(?:^|[，,；;。])(?:去年|上年度?|前年)的?(?:网[上络]|当面|信函|传真|邮寄|现场|窗口)[^，,。；;今本]{0,12}\d\s?[件份宗][，,、][^，,；;。]{0,12}$"
)
"""去年网上申请12件，信函申请9件: the second is last year's too."""
_AT_ONCE_DONE = re.compile(r"(?:已|均|都)*(?:当场|现场|当面)(?:就|予以|给予|便)?(?:给|公开|答复|回复|提供|答应|办)")
"""1件当场给复印了: answered, and not how it came."""
_ASKED_FOR = re.compile(r"(?:申请人)?(?:申请人?|要求|请求|想要?)(?:公开|获取|提供|了解|查)")


_BEING_AMENDED = re.compile(r"(?:目前|尚|仍|正)?(?:处于|处在|在)(?:等待)?补正")
"""1件在补正期: not answered yet."""
_AT_ONCE = re.compile(r"其中[^，,]{0,4}(?:当[日天场]|即时|现场|提前)")


_OUT_OR_BAD = re.compile(
    r"告知[^，,。；;\d]{0,14}(?:途径|渠道)|不再|不予答|不作|未作?答|免于答"
    r"|送达|领取|寄送|答复[^，,。；;]{0,4}不(?:够|规范|及时|到位)|超期|逾期"
)
_NOT_THE_ANSWERS = re.compile(r"[^，,。；;]{0,4}答复[^，,。；;]{0,8}不(?:服|满|认可)|[于在]20\d\d年")
"""对其中1件答复不服; 2件于次年1月答复, when the year was over."""


_AS_CASES_END = re.compile(
    r"(?:被|予以|判决?|依法|原告|申请人|复议)*(?:维持|撤销|纠[正错]|驳回|责令|确认|败诉|胜诉|撤诉|终止|变更)"
)
"""结果是一件维持, 其中3件维持原回复: how cases ended."""
_ANSWER_ANEW = re.compile(
    r"[^，,。；;、\d]{0,8}?(?:(?:责令|判令?|判决|要求|责成)[^，,。；;\d]{0,12}|重新|限期)(?:作出|做出|予以|给予)?[答回]复"
)
"""复议一件维持、一件责令重新答复: how a case ended."""


_COUNTED_BEHIND = re.compile(r"[^（）()]{0,60}[）)]\s?\d")
"""不予公开（国家秘密2件、商业秘密2件）4件: the count of the reason that the bracket opens with."""


def _no_answer(code: str, number: Number) -> bool:
    """Whether answers are of another matter, or not the last ones: 信访答复48件, 一件退回补正，补正后公开."""
    if code == "replies.total":
        if number.words.startswith("其中") and _AT_ONCE.match(number.words):
            return True  # 按期答复28件，其中当日答复6件
        if _NOT_THE_ANSWERS.match(number.right) or _OUT_OR_BAD.search(number.words) or _FINDINGS.search(number.words):
            return True
        ended = ("结" in number.words or "复" not in number.words) and _AS_CASES_END.match(number.right)
        if ended or _ANSWER_ANEW.search(number.words) or _ANSWER_ANEW.match(number.right):
            return True
        return OF_OTHERS.search(number.words) is not None and "申请" not in number.words
    if code == "applications.denied_enforcement_files":
        return re.search("评查|抽查|归档|立卷|装订|整理", number.words) is not None
    if code == "replies.not_this_agency":  # 属于行政查询事项，告知到登记中心查询1件
        return "行政查询" in number.sentence.text[max(0, number.hit.start - 30) : number.hit.start]
    if code == "replies.refused" and ("（" in number.words or "(" in number.words):
        return _COUNTED_BEHIND.match(number.sentence.text, number.hit.end) is not None
    if code == "replies.refused" and (number.words.startswith("因") or number.right.startswith("因")):
        return for_several_reasons(number.sentence.text)
    after = "补正" in number.right and AFTERWARDS.search(number.sentence.text, number.hit.end)
    return code == "replies.amendment_requested" and bool(after or _BEING_AMENDED.match(number.right))


_FINDINGS = re.compile(r"复议[答回]复|反馈(?:了|的|整改|检查|监测|存在)*(?:问题|意见|建议|线索|整改|错误|隐患)(?![^，]*答复)")
"""接受日常监测4次，反馈问题9条: what was found wanting."""
_MADE = re.compile(
    r"(?:制作|获取|产生|形成|生成)(?:[、和或及与并]|了|的|各类|制作|获取|保存|政府|政务)*(?:政府|政务)?信息(?:总?[数量]|总数|共|计|有|为|达)*"
)
_ALL_OUT = re.compile(r"[，,]\s?(?:均|都|全部|全都|悉数)(?:已|依法|及时)*(?:主动|对外|向社会)*公开")
_WITH_ANOTHER_KIND = re.compile(
    r"(?:法规|文件|公文|通知|公告|动态|标准)(?:[与和及、]|以及)(?:政策)?解读(?:信息|类信息)?(?:有|为|共)*"
)


_AMONG_OTHERS = re.compile(
    r"(?:、[^，,。；;、\d]{0,6}解读|解读[^，,。；;、\d]{0,4}、)[^，,。；;\d]{0,30}等[^，,。；;、\d]{0,8}(?:信息|消息|内容|图文|文章|推文)"
)
"""发布政策解读、业务办理等图文消息: one kind of several."""
PUT_OUT_TOO = ("公开并解读", "公开和解读", "公开、解读", "发布并解读")
"""规范性文件1件，公开并解读1件: the document is counted, and not what explains it."""
_OF_MADE = frozenset(("disclosure.total", "requests.received"))


def of_more_than(code: str, number: Number) -> bool:
    """Whether a count is of more than what a code counts: 制作、获取的政府信息64条, 政策法规与政策解读37条."""
    if code == "response.policy_interpretations":
        documents = number.unit in "件份" and number.words.endswith(PUT_OUT_TOO)
        several = "等" in number.words and _AMONG_OTHERS.search(number.words) is not None
        return documents or several or _WITH_ANOTHER_KIND.search(number.words) is not None
    made = _MADE.search(number.words) if code in _OF_MADE and "信息" in number.words else None
    if made is None or made.end() != len(number.words):
        return False
    return _ALL_OUT.match(number.sentence.text, number.hit.end) is None
