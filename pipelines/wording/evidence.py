"""Which figure the evidence around a number speaks for, where no wording of the table fits it word for word.

Nouns of its clause (on either side of it, in any order), the subject carried over from the clause before, the heading it
stands under, its unit and its topic are summed up; words of another matter or another body weigh against it. What does
not reach `ENOUGH`, or does not lead by `MARGIN`, is no figure.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pipelines.wording.admissible import JOINED, POINTS, REASONS, admissible
from pipelines.wording.clued import clued
from pipelines.wording.context import Number
from pipelines.wording.cues import (
    DOMAINS,
    HANDLES,
    NARROWED,
    NOT_GIVEN,
    ROOMS,
    WANTED,
)
from pipelines.wording.lists.listed import SIBLING
from pipelines.wording.needs import Memory, says
from pipelines.wording.sentences import TOPICS
from pipelines.wording.wordings import Clue, clues, spelled

ENOUGH, MARGIN = 4.5, 1.0

_NOUN, _CARRIED, _TOPIC = 4.0, 3.0, 2.0
_PLAIN = 1
_STRANGE, _NARROWED, _BEHIND, _ASIDE, _FEW = 4.0, 2.5, 1.5, 2.0, 3

_EACH_BODY = re.compile(
    r"各(?:级|个|乡镇街道|乡镇|镇街|乡|镇|街道|部门|单位|局办|委办局|局|科室|股室|处室|站所|村|社区|[、和及（）()])+"
)
"""全区各局办兼职信息员: bodies that are the publisher's own, all of them."""
_OWN_BODY = re.compile(r"^(?:[县区市州旗镇乡街局](?:里|级|直|内)?|机关|单位|本级|政府)$")
STRANGE = re.compile(
    r"[该这此]类|监测发现|研判|领域|国家|代理|自行|各自|手册|许可|审批|(?<!^)登记|补助|仲裁|调解|执照|援助|执行|贷款|热线|电话|来电|信访"
    r"|信箱|留言|阅读|点击|访问|浏览|粉丝|关注[者人]|下载|视频"
    r"|栏目|专栏|简报|专报|上级|选派|查处|检查|巡查|督查|督办|消防|教师|家长|育龄|计划生育|防汛|司法|普法|法治|法制宣传|安全"
    r"|技能|就业|创业|农民|种植|养殖"
    r"|志愿|健康|疫|禁毒|反诈|网格|辅警|保洁|护林|学校|中学|小学|幼儿园|医院|公司|企业(?!提)|银行|集团|所属|下属|辖区|上报"
    r"|报送|采用|采纳|录用|投稿|约稿"
    r"|短信|农信通|字幕|LED|贫困|工程|项目|合同|罚款|处罚|案卷|图书|档案(?!馆)|党[建员课风]|纪检|人大|政协|婚姻|户籍|公证|劳动"
    r"|土地|房屋|车辆|窗口业务|办证|减免|中心|%|％"
    rf"|{DOMAINS}"
)
"""Words that show a number to be another matter's."""
_BODY = re.compile(r"[局委馆村站所厅队乡镇院校]|社区|中心|部门|单位|大厅|街道|办公室")
_SPAN = re.compile(
    r"月|季度|半年|[近这过]去?[两二三四五六七八九十几]年|逾期|超期|超时|超[过出][^，,；;。\d]{0,8}[期时]"
    r"|未|每|撤回|补正后"
)
"""A part of a year, several years, or something that was not done."""
_PEOPLE_AND = re.compile(r"\d\s?[余多]?[名人位][^，,。；;\d]{1,14}[、和及与]$")
"""5名专职民警、26名兼职民警: 专职民警 is said of the five."""
_WORK = re.compile(r"^[共已]?[收交付]$|信息员|联络员|工作|公开|信息")
_BY_HEADING_ALONE, _CASES = frozenset(("费用", "会训", "队伍")), frozenset(("复议", "诉讼"))
_IN_CHARGE = re.compile(
    r"(?:[^，,。；;\d]{2,16}的(?=同志|干部|工作人员|人员))?(?:负责同志|负责人|同志|干部|工作人员|人员|专人|人)?[具体专门]{0,4}(?:负责(?!同志|人)|从事|承担|承办|经办|办理|抓|管|做)[^，,；;。兼专]{0,10}"
    r"(?:政务公开|信息公开|(?<!申请)公开工作|[此这该]项(?:工作|业务)|[此这]块(?:工作|业务)|这[件个摊]?事)"
    r"|[，,（(：:]\s?(?:其中)?[：:]?(?:[专兼]职\s?\d|\d{1,3}\s?(?:[名人位]|个)[^，,。；;\d]{0,4}[专兼]职)"
)
_ALSO = re.compile(r"(?:同志|干部|工作人员|人员|人)?兼[任管做]?[^，,；;。]{0,8}(?:公开|信息员)")
_DOES_IT = re.compile(
    r"(?:管|抓|做|干|负责|从事|承担|承办|经办|分管)着?(?:这项|这块|此项|该项|政府信息公开|信息公开|政务公开)(?:工作|事务|业务|事)?的(?![^，,。；;]{0,6}领导)"
)
"""管这项工作的是老周和小吴两个人: who does the work."""
_STAFF = re.compile(r"信息员|联络员|信息公开|政务公开")
_QUIET = frozenset(("收到", "新收", "发生", "办理", "引起", "均", "公开", "信息", "政开", "制发", "无法提供"))
"""Words that leave open what is counted: 全年登记4件, 发生2起."""
_QUIET_HEADING = re.compile(
    r"(?:公开|申请|受理|收件|收到|信息|总体|基本|工作|总)?的?(?:数量?|总量|规模|情况|概况|概述|收件|总数|条数|件数|受理"
    r"|办理){0,3}"
)
_TOPIC_FIRST = re.compile(r"(?:方面|情况|上|[：:])$")
_DIFFERENCE = re.compile(
    r"[增减多少家]|同意|批准|批复|获批|制定|制发|修改|废止|失效|有效|超出|审[查核批]|保密|删|撤|其[中他它余]|剩余|另|前年|往年|翻"
)


def judged(number: Number, names: tuple[str, ...], memory: Memory) -> str | None:
    """The code that the evidence around a number speaks for by far the most, None where none does."""
    if number.unit not in clues() or number.state.foreign:
        return None
    if number.words.endswith("除") and "申请" not in number.state.section.topics:
        return None  # 制发规范性文件22件，除1件涉密外均公开
    if "年" in number.right and _GOES_OVER.match(number.right):
        return None  # 2件结转下年答复
    words, printed = _words_around(number, names)
    found = _scores(words, number, memory, _NOUN) if words else {}
    if not found and not number.state.breakdown and _says_nothing(printed, words):
        found = _carried(number, names, memory)
        kinds = "：" in number.sentence.text and _KINDS_AHEAD.search(number.sentence.text, 0, number.hit.start)
        kinds = kinds or _ONE_MORE_KIND.search(number.sentence.text, 0, number.hit.start)
        if kinds or _names_a_kind(words) or (words and words[-1][0] == "~" and number.words.lstrip().startswith("、")):
            found.pop("disclosure.total", None)  # 政策法规8条: a kind of what the clause before speaks of
        if number.words.lstrip().startswith("、"):
            found.pop("requests.received", None)  # 集中在城市规划9件、物业管理5件: one more of what was asked for
    if not found and number.of_people:
        found = _staff(number)
    if "公开" in number.right and _NOT_OUT.match(number.right):
        found = {code: score for code, score in found.items() if not code.startswith(_OUT)}
    if not found:
        return None
    against = _against(printed, words)
    first_of_kinds = len(words) > 1 and words[-1][0] == "~" and SIBLING.match(number.sentence.text, number.hit.end)
    if first_of_kinds:
        found = {code: score for code, score in found.items() if not code.startswith("channel.")}
    fit = {code: score for code, score in found.items() if admissible(code, number, printed) and _whole_medium(code, words)}
    best = sorted(((score - against, code) for code, score in fit.items()), reverse=True)[:2]
    if not best or best[0][0] < ENOUGH:
        return None
    if len(best) > 1 and best[0][0] - best[1][0] < MARGIN:
        reasons = all(code.startswith(REASONS) for _, code in best) and any(word == "不同意公开" for word, _ in words)
        named = [code for _, code in best if code.startswith("replies.")]  # 因涉及第三方商业秘密不予公开1件
        return named[0] if reasons and len(named) == 1 else None
    return best[0][1]


_GOES_OVER = re.compile(
    r"(?:申请)?(?:已|将|均|需|按规定|依法)*(?:结转|转结|转接|转办|顺延|延续|延|转)[至到入]?(?:下一?年|次年|翌年|20\d\d年)"
)
_KINDS_AHEAD = re.compile(
    r"(?:类别|种类|分类|类型|内容|方面|构成)(?:及|和|与)?(?:数量|条数)?(?:如下|有|是|为)?：[^。；;]*\d[^。；;]*$"
)
"""信息类别及数量：组织机构3、业务工作120: the second of them is no whole either."""
_ONE_MORE_KIND = re.compile(r"\d\s?[条篇份件][，,、；;]\s?[^，,、；;：:\d公开布共总累息网全]{2,12}$")
"""公开概况2篇，年度报告1篇: no whole."""
_NOT_OUT = re.compile(r"(?:因|由于|涉及|属)[^，,；;。\d]{2,20}(?:未|没有?|不予|不宜|不)(?:能|予|便)?公开")
_OUT = ("disclosure.", "channel.", "proposals.")
"""2件因涉及个人信息未公开: what was not disclosed."""


def _names_a_kind(words: Words) -> bool:
    """Whether unread words right before a number, or ones that end in 类, may name a kind of what the clause before speaks of."""
    unread = [text.strip(POINTS) for word, text in words if word == "~"]
    if sum(map(len, unread)) > _FEW or (unread and words[-1][1].endswith(("公示", "数据"))):
        return True  # 中标公示, 政务数据
    if any(unread) and words[-1][1].endswith("的"):
        return True  # 会计管理的15条
    return bool(unread) and ((words[-1][0] == "~" and len(unread[-1]) > 1) or any(text.endswith("类") for text in unread))


def _staff(number: Number) -> dict[str, float]:
    """The scores of people of whom only what follows says that they do this work: 3名同志承担政务公开工作."""
    if _ALSO.match(text := number.sentence.text, at := number.hit.end):
        return {"staff.part_time": ENOUGH + 1}
    if _DOES_IT.search(number.words) and not number.state.breakdown:
        return {"staff.total": ENOUGH + _STRANGE + _BEHIND + 1}  # whatever they are called
    code = "full_time" if "专门" in text[at : at + 8] and "兼任" in text[at:] else "total"  # 1名专门负责，各村1人兼任
    return {f"staff.{code}": ENOUGH + 1} if _IN_CHARGE.match(text, at) else {}


Words = tuple[tuple[str, str], ...]


def _words_around(number: Number, names: tuple[str, ...]) -> tuple[Words, str]:
    """The words of a number's clause: those before it, with those behind it where the former name nothing."""
    right = number.right
    near = number.sentence.text[max(0, number.hit.start - 24) : number.hit.start] if number.of_people and right else ""
    before = () if _PEOPLE_AND.search(near) else spelled(_EACH_BODY.sub("", number.words), names)
    if not right:
        return before, number.words
    after = spelled(_EACH_BODY.sub("", right), names)
    divided = number.words.endswith("中")  # 六宗申请中五宗予以公开
    if not divided and any(word not in _QUIET and word not in ("~", "") for word, _ in before):
        return before, number.words
    number.object_follows = True
    return (after, right) if divided else (before + after, number.words + right)


def _whole_medium(code: str, words: Words) -> bool:
    """Whether a count of a medium is of all it printed: no other medium shares it, no kind of information is named."""
    if not code.startswith(("channel.", "disclosure.")):
        return True
    media = {word for word, _ in words if word in MEDIA_ROWS or word == "微博微信"}
    said = [(word, text) for word, text in words if word]
    kind = len(said) > 1 and said[-1][0] == "~" and len(said[-1][1].strip(POINTS)) > 2
    if code == "channel.website" and words[-1][1].endswith("文件") and any("名义" in text for _, text in words):
        return False  # 网站公开以县政府名义印发的文件
    if code == "channel.gazette" and _KINDS_BEFORE.search("".join(text for _, text in words)):
        return False
    return len(media) <= 1 and not kind and not ((media or "网站公开" in dict(words)) and _SHARED.search(left_unread(words)))


_KINDS_BEFORE = re.compile(r"^[^网微报，,]{2,80}、[^网微，,]{0,10}(?:公报|政报)")
"""政策文件、政策解读、政府公报信息81条: one kind of several."""


MEDIA_ROWS = {"网站": "website", "微博": "weibo", "微信": "wechat", "公报": "gazette"}
"""The media that have a row of their own, by their word."""
_SHARED = re.compile(r"[栏屏墙]|(?<![公政])报(?!告)|橱窗|媒体|[、和及与](?:政府|门户)?(?:网|微)")


def _scores(words: Words, number: Number, memory: Memory, weight: float, clear: bool = False) -> dict[str, float]:
    """How much the nouns of a clause and its topic speak for each code; the clue with the most nouns is the clearest.

    The head stands last: 对答复不服申请复议4件 are of 复议, and 答复 is said aside.

    `clear`: the words are themselves the topic, as in 申请方面，全年登记4件.
    """
    said = frozenset(word for word, _ in words)
    head = next((word for word, _ in reversed(words) if word not in _QUIET and word not in ("~", "")), None)
    found: dict[str, float] = {}
    for clue, nouns in clued(number.unit, said):
        if clear or _topic_is_clear(clue, number, memory, words):
            aside = head is not None and not any(head in noun for noun in clue.nouns)
            score = weight + _TOPIC + (nouns - 1) * MARGIN - (_ASIDE if aside else 0)
            found[clue.code] = max(found.get(clue.code, 0), score)
    return found


def _topic_is_clear(clue: Clue, number: Number, memory: Memory, words: Words) -> bool:
    section, state = number.state.section, number.state
    family = clue.code.partition(".")[0]
    if family == "staff" and sum(len(text) for word, text in words if word == "~") <= _PLAIN:
        return True  # 兼职2名, where 兼职护林员 would leave more unread
    if family == "training" and _STAFF.search(number.sentence.text):
        return True
    if section.hotline and family in ("disclosure", "channel", "requests", "complaints", "replies"):
        return False
    if section.domain and family in ("disclosure", "channel"):
        return False
    if family in state.unlike:
        return False
    for need in clue.topics:
        if need == "self" or need in section.topics or need == state.topic:
            return True
        if need in TOPICS and need not in _BY_HEADING_ALONE and says(need, number.sentence.text):
            return True
        if (need == "公开" and memory.carried == "公开") or (need == "申请" and memory.requests):
            return True
        if need == "案" and state.family is not None:
            return True
        if need in _CASES and memory.said and not HANDLES.search(number.sentence.text):
            return True
    return False


def is_quiet(words: str, names: tuple[str, ...]) -> bool:
    """Whether the words before a number name nothing that could be counted: 共办理8件."""
    return all(word in _QUIET or word == "" for word, _ in spelled(words, names))


def _says_nothing(printed: str, words: Words) -> bool:
    """Whether a clause leaves open what it counts: 总数6件, 全年登记4件, 达到8455条."""
    quiet = all(word in _QUIET or word in ("~", "") for word, _ in words)
    return quiet and not _DIFFERENCE.search(printed) and sum(len(text) for word, text in words if word == "~") <= 8


def _carried(number: Number, names: tuple[str, ...], memory: Memory) -> dict[str, float]:
    """The scores by the subject that the clause before set, or by the heading where nothing was counted under it yet."""
    state = number.state
    if state.subject:
        subject = WANTED.sub(r"\1", state.subject) if "公开" in state.subject else state.subject
        subject = _RISEN.sub("", subject) if "%" in subject or "％" in subject else subject
        words = spelled(_EACH_BODY.sub("", subject), names)
        rooms = any(word == "查阅点" for word, _ in words)
        if (STRANGE.search(subject) and not rooms) or len(subject) > 60:
            return {}
        alone = sum(word not in ("", "~") for word, _ in words) == 1 and _TOPIC_FIRST.search(state.subject) is not None
        alone = alone or {word for word, _ in words} == {"政开", "投诉"}
        return _scores(words, number, memory, _CARRIED, alone)
    if state.counted or number.right.strip():
        return {}
    for heading in reversed(state.section.headings):
        if not heading:
            continue
        words = spelled(heading, names)
        if len(heading) <= 20 and not STRANGE.search(heading):
            found = _scores(words, number, memory, _CARRIED)
            if found:
                return {code: score for code, score in found.items() if code in _BY_HEADING}
        if not _QUIET_HEADING.fullmatch(heading):
            return {}
    return {}


_RISEN = re.compile(
    r"(?:[较比与同]|相?较于)[^，,]{0,10}?(?:增[长加]|上升|提高|提升|下降|减少|降低)了?(?:约|近)?\s?[\d.]{1,6}\s?[%％](?:左右|以上)?$"
)
"""网站公开政府信息较上年增长30%，达到910条: what rose."""
_BY_HEADING = frozenset(
    f"{family}.{row}" for family, row in (("disclosure", "total"), ("requests", "received"), ("review", "total"),
                                          ("litigation", "total"), ("complaints", "total"), ("fees", "collected"))
)  # fmt: skip


def _against(printed: str, words: Words) -> float:
    """What speaks against any figure: words of another matter or body, and unread words that narrow the noun."""
    weight = 0.0
    audience = next((word for word, _ in words if word), "") in ("举行", "培训", "参加")  # 开展社区政务公开培训
    bodies = not audience and any(is_another_body(text) for word, text in words if word == "~")
    if _SPAN.search(NOT_GIVEN.sub("", printed) if "未" in printed else printed) or STRANGE.search(left_unread(words)) or bodies:
        rooms = any(word == "查阅点" for word, _ in words) and (JOINED.search(printed) or ROOMS.search(printed))
        weight += 0 if rooms else _STRANGE  # 档案馆、图书馆等设查阅点 are all of them, 县图书馆设2处 its own
    for (word, text), (following, _) in pairwise(one for one in words if one[1] not in _RELATED):
        unread = text.strip(POINTS) if word == "~" and following in NARROWED else ""
        if unread and not _WORK.search(unread) and not _OWN_BODY.fullmatch(unread):
            weight += _NARROWED
    said = [(word, text.strip(POINTS)) for word, text in words if word]
    last = said[-1][1] if len(said) > 1 and said[-1][0] == "~" else ""
    if len(last) > 1 and printed.endswith(last) and last[0] not in "与和向":
        weight += _BEHIND  # 政策解读手册1.2万份: the last noun is the head
    return weight + min(1.0, 0.1 * sum(len(text) for word, text in words if word == "~"))


def left_unread(words: Words) -> str:
    """What is printed besides the known words, with a mark in the place of each."""
    return "".join(text if word in ("~", "") else "·" for word, text in words)


_RELATED = ("相关", "有关")
_OFFICIALS = re.compile(r"负责人|领导|负责同志|局长|干部")


def is_another_body(text: str) -> bool:
    if not _BODY.search(text) or _OFFICIALS.search(text):
        return False
    return not _OWN_BODY.fullmatch(text) and text[0] not in "到向在从由"
