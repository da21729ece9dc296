"""What requests were about, as parts of all that came: by words that say so, or by kinds that add up to it.

涉及征地批文的有20件, 申请宅基地档案的31件, 4件是有关拆迁的信息; 48件申请中，征地拆迁类31件，工程招标类9件，其他8件.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from pipelines.numbers import read_number
from pipelines.wording.claims import Claim, label_of, plain_number
from pipelines.wording.cues import CONTENTS
from pipelines.wording.lists.parts import LEAST, value_of
from pipelines.wording.requests.keywords import answer_of, route_of
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import spelled

_ALL_ASKED = frozenset(("requests.received", "applications.new"))
_FAR, _FAR_ADDING_UP = 240, 400
"""Characters from the count of requests to what they were about, and to kinds that add up to it."""
_MANY = 40

_SIGNED = re.compile("涉及|申请|关于|有关|要求")
_NUMBER = r"\d{1,5}\s?[件宗起份例]"
_ON = r"(?:(?<!因)(?<!因为)(?<!系)涉及|关于|有关|申请(?:公开|获取|查询|了解)?|要求(?:公开|提供|获取))(?:有关|关于|的[是为有])?"
_TAIL = r"(?:方面|情况|内容|事项|问题)?(?:的?(?:政府)?信息)?的?(?:申请)?(?:[共有为是达]|约)*"
_BEHIND = re.compile(rf"{_ON}(?P<label>[^，,。；;、：:\d（）()]{{2,24}}?){_TAIL}\s?(?P<number>{_NUMBER})")
_BEFORE = re.compile(
    rf"(?P<number>{_NUMBER})(?:申请)?(?:主要)?(?:是|为|系|属)?{_ON}(?P<label>[^，,。；;、：:\d（）()]{{2,24}}?){_TAIL}(?=[，,。；;、]|$)"
)
_WITH = re.compile(
    rf"[与和同](?P<label>[^，,。；;、：:\d（）()]{{2,16}}?)(?:有关|相关)的?[，,]?(?:[共有为达]|占到?)*\s?(?P<number>{_NUMBER})"
)
"""超过一半与征地有关，为18件."""
_NEXT = re.compile(rf"\s?[，,、；;和及]\s?(?P<label>[^，,。；;、：:\d（）()]{{2,16}}?){_TAIL}\s?(?P<number>{_NUMBER})")
NO_SUBJECT = re.compile(
    r"^(?:没有|未|不(?!动产)|无(?!人)|已)|^(?:人|数|量|内容|方式|总|时|表|书|办|答|受|的)|秘密|隐私|安全|商业|不存在|本机关|补正|答复|重复|信访|个人|公民|法人|组织|自然人"
    r"|减免|免费|收费|费用|延期|撤|更正|调解|仲裁|诉|复议|部门(?!预|决算)|当面|网[络上站]|信函|邮|传真|书面|电话|公开$|信息$|工作$|窗口|填|寄|来$"
)
"""Answers, ways and people: what no request is about."""


def subjects_of(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The parts of the requests by what they asked for that a sentence tells; none where they are more than the requests.

    Few words say so (申请…的3件), so that two subjects are wanted, or all of the requests, or a clause that speaks of contents.
    """
    text = sentence.text
    if not _SIGNED.search(text):
        return []
    counted = [one for one in claims if one.code in _ALL_ASKED and one.label is None]
    received = next((one for one in reversed(counted) if not one.weak), counted[-1] if counted else None)
    if received is None or received.zero or sentence.start - received.end > _FAR:
        return []
    whole = value_of(received)
    found = _items(sentence, received)
    here = (claim for claim in claims if claim.start >= sentence.start)
    taken = {claim.start: claim for claim in here if claim.label is not None or not (claim.weak and claim.code == received.code)}
    if any(claim.start in taken and taken[claim.start].label is None for claim in found):
        return []
    values = [value_of(claim) for claim in found]
    summed = sum(value or 0 for value in values)
    if not whole or not found or None in values or summed > whole or len({claim.label for claim in found}) < len(found):
        return []
    by_contents = CONTENTS.search(text, 0, found[0].start - sentence.start) is not None
    if not (by_contents or (len(found) >= LEAST and (summed == whole or _BEHIND.search(text) is not None))):
        return []
    return [claim for claim in found if claim.start not in taken]


def _items(sentence: Sentence, received: Claim) -> list[Claim]:
    """The counts of a sentence behind that of the requests which say what was asked for, in order."""
    text = sentence.text
    begin = max(0, received.end - sentence.start)
    pattern = _BEHIND if _BEHIND.search(text, begin) else _BEFORE
    pattern = _WITH if "关" in text and _WITH.search(text, begin) else pattern
    found: list[Claim] = []
    for match in islice(pattern.finditer(text, begin), _MANY):
        item: re.Match[str] | None = match
        while item is not None and len(found) < _MANY:
            words = item["label"]
            label = label_of(words, "件") or (words if words.endswith("处理") and label_of(words[:-2], "件") else None)
            if label is None or NO_SUBJECT.search(label):
                break
            start, end = (sentence.start + at for at in item.span("number"))
            if not found or start > found[-1].start:
                found.append(Claim(received.code, start, end, item["number"][-1], item["number"], parent=received, label=label))
            item = _NEXT.match(text, item.end()) if pattern is _BEHIND else None
    return found


# --- kinds that add up ---

_OPENS = re.compile(
    r"(?:^|[，,；;。：:（(]\s?)"
    r"(?:(?:上述|以上|这|在这|全部|所有)?\s?\d{1,5}\s?[件份宗条]\s?(?:政府信息公开|信息公开|公开)?申请(?:事项|件)?(?:当中|之中|[中里]|按[^，,。；;\d]{2,8})"
    r"|(?:问|申请|咨询|查询|要求|索取)得?(?:最多|较多|比较多)的(?:内容|事项)?(?=[是为])|内容上|其中(?=\s?\d{1,5}\s?[件份宗](?:想?[问要查]|索[取要]|询问|咨询))|(?:其中|申请)?的?内容(?:分别|主要)?(?=涉及|有关|关于)|所?涉及?(?:的)?内容|(?:申请[人者]?)?所(?:需|求|要|申请|索取)的?(?:公开的?)?(?:信息|内容|事项|材料|资料)(?:为|是|有|分别)*|就(?:申请)?内容而言|(?:从|按)?申请的?(?:信息|公开)?的?(?:内容|事项|类别)(?:来?看|[上中里]|分|划分|涉及)?|[从按](?:内容|事项|诉求|用途|领域)(?:来?看|上看|划?分))[，,：:]?"
)
_ITEM = re.compile(r"\s?(?P<label>[^，,、。；;：:\d（）()]{2,24}?)\s?(?P<number>\d{1,5}\s?[件份宗条])(?P<end>[，,、；;）)]|$)")
_ABOUT = re.compile(
    r"^(?:其中|以及|和|其次|再次|最后|还有|另外)?[是为]?(?:涉及|有关|关于|属于?|申请|内容)*|(?:的|方面的?|事项的?|问题的?)$"
)
_NO_KIND = frozenset(
    ("当面", "传真", "信函", "网络申请", "网站", "按时办结", "延期办结", "结案", "同意公开", "部分公开", "不同意公开")
) | {
    "信息不存在", "非本机关", "已主动公开", "补正", "其他途径", "答复", "收到", "复议", "诉讼", "人们",
    "国家秘密", "商业秘密", "个人隐私",
}  # fmt: skip
"""Words of ways, answers and askers, which divide requests in other respects."""
_COUNT_FIRST = re.compile(
    r"\s?(?:(?:此外|另外|同时|其次|再次)[，,]\s?)?(?:有|另有?|其余|其他)?(?P<number>(?:\d{1,5}|一)\s?[件份宗条])(?:申请)?(?:的内容)?(?:分别)?"
    r"(?:(?:[是为系]|涉及)(?:询问|咨询|关于|有关|涉及|申请(?:公开|获取)?|要求(?:公开|提供))?"
    r"|(?:想)?(?:询问|咨询|查询|问|要求?|索取|索要|打听|想看|查)的?[是了]?)"
    r"(?P<label>[^，,、。；;：:\d（）()]{2,24}?)(?:使用|方面|情况|事项|问题)?的?(?:信息)?(?P<end>[，,、；;]|$)"
)
"""4件为医疗机构执业登记，3件为医疗事故鉴定; 有4份是询问民办学校审批材料的."""
_REST = re.compile(r"\s?(?:其余|其他)")
_BY_SIDES = re.compile(r"(?:^|[，,；;。])\s?其中[：:]?(?=[^，,、。；;：:\d（）()]{2,20}(?:方面|类|领域)\s?\d)")
"""其中草场承包方面6件，危房补助方面3件."""


_SIDE_FIRST = re.compile(r"(?=[^，,、。；;：:\d（）()]{2,20}(?:方面|类|领域)的?(?:有)?\s?\d)")
"""征收补偿方面17件，社区选举方面2件，其他4件: a sentence of nothing else."""
_BY_ASKS = re.compile(
    r"\s?[：:，,]\s?(?:其中[：:，,]?)?(?=(?:想要?|要(?![求点件])|问(?!题)|查(?![无不处办]))[^，,、。；;：:\d（）()补更]{2,24}\d)"
)
"""收到申请7份：要看扶贫账的4份，要看公墓材料的3份."""


_IN_TURN = re.compile(
    r"\s?[：:，,]\s?(?:(?:申请)?的?(?:内容|事项|分类|类别)(?:情况|上)?(?:主要|大多|多|分别|依次|具体)?(?:是|为|有|涉及)[：:]?(?=[^，,、。；;：:（）()\d]{2,20}\s?\d)"
    r"|(?:其中)?主要(?:是|为|有)[：:](?=[^，,、。；;：:（）()\d]{2,20}\s?\d)"
    r"|(?:内容|事项)?(?:分别|依次|具体)(?:涉及|是|为|有)*(?=[^，,、。；;：:（）()\d]{2,20}(?:信息|材料|方面|类|资料|情况|问题|事项)的?\s?\d))"
)
"""收到申请3件，分别为土地确权信息1件、财政预算信息1件、拆迁补偿信息1件."""


def contents_of(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The kinds of requests that a sentence counts, as parts of all received, where they add up to it; none otherwise."""
    text = sentence.text
    if "其次" in text and (ranked := _ranked(sentence, claims)):
        return ranked
    opens = _OPENS.search(text) if "申请" in text or "内容" in text else None
    opens = opens or (_BY_SIDES.search(text) if "其中" in text else None)
    received = next((one for one in reversed(claims) if one.code in _ALL_ASKED and one.label is None), None)
    if opens is None and received is not None and received.end > sentence.start and not received.zero:
        opens = _BY_ASKS.match(text, received.end - sentence.start) or _IN_TURN.match(text, received.end - sentence.start)
    opens = opens or _SIDE_FIRST.match(text)
    if not (opens or _COUNT_FIRST.match(text)):
        return []
    if received is None or sentence.start - received.end > _FAR_ADDING_UP:
        return []
    parts = {one.start for one in claims if one.parent is received}
    at = opens.end() if opens is not None else 0
    items = _adding_up(sentence, at, received)
    values = [read_number(plain_number(item.raw)).value for item in items]
    whole = read_number(plain_number(received.raw)).value
    adds_up = whole is not None and sum(value for value in values if value is not None) == whole
    if len(items) < LEAST or not adds_up or len({item.label for item in items}) < len(items):
        return []
    return [item for item in items if item.start not in parts] if parts <= {item.start for item in items} else []


_FIRST_RANK = re.compile(
    r"(?:^|[，,；;。：:])\s?(?:近|将近|超过?|过)?(?:半数?|一半|大半|最多|大多数?|多数|首先|排第一|排在?首位|居首|第一位?)的?(?:就)?[是为](?P<label>[^，,。；;：:、\d（）()]{2,16})"
    rf"[，,]\s?(?:共?有|计|达|共)?\s?(?P<number>{_NUMBER})"
)
_NEXT_RANK = re.compile(
    rf"\s?[，,、；;]\s?(?:其次|再次|然后|接着|最后|第[二三四]位?)的?(?:就)?[是为]?(?P<label>[^，,。；;：:、\d（）()]{{2,16}})[，,]\s?(?:共?有|计|达|共)?\s?(?P<number>{_NUMBER})"
)
"""近半数是征地，30件；其次是扶贫资金，11件."""


def _ranked(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """What most requests asked for and what came next, where both are named before their counts."""
    received = next((one for one in reversed(claims) if one.code in _ALL_ASKED and one.label is None), None)
    match = _FIRST_RANK.search(sentence.text)
    if match is None or received is None or not 0 <= sentence.start - received.end <= _FAR:
        return []
    found: list[Claim] = []
    while match is not None:
        label = label_of(match["label"], "件")
        if label is None or NO_SUBJECT.search(label) or is_no_kind(label) or route_of(label) or answer_of(label):
            return []
        start, end = (sentence.start + at for at in match.span("number"))
        found.append(Claim("requests.received", start, end, match["number"][-1], match["number"], parent=received, label=label))
        match = _NEXT_RANK.match(sentence.text, match.end())
    summed = sum(value_of(one) or 0 for one in found)
    return found if len(found) >= LEAST and summed <= (value_of(received) or 0) else []


def _adding_up(sentence: Sentence, at: int, received: Claim) -> list[Claim]:
    """The kinds that follow one another from a place on; none where one of them is no kind."""
    items: list[Claim] = []
    while match := _ITEM.match(sentence.text, at) or _COUNT_FIRST.match(sentence.text, at):
        label = label_of(_ABOUT.sub("", match["label"]), "条")
        if label is None or is_no_kind(match["label"]):
            return []
        start, end = (sentence.start + place for place in match.span("number"))
        if _REST.match(sentence.text, at) and label.endswith("等"):
            label = "其余"  # 其余33件为选址意见等
        items.append(Claim("requests.received", start, end, match["number"][-1], match["number"], parent=received, label=label))
        at = match.end()
    return items


def is_no_kind(words: str) -> bool:
    """Whether words divide requests in another respect than what they asked for; 企业改制 names no asker."""
    said = {word for word, _ in spelled(words)}
    return bool(said & _NO_KIND - {"人们"}) or ("人们" in said and "~" not in said)


_FEW = 3

# --- labels ---

_LABEL_HEAD = re.compile(
    r"^(?:申请)?的?(?:内容|事项|分类|类别)(?:情况|上)?(?:主要|大多|多|分别|依次|具体)?(?:是|为)(?=..)"
    r"|^(?:申请)?的?(?:内容|事项|信息|诉求|焦点|热点|问题)?(?:主要|大多|大都|多|较为|比较|相对)?(?:集中|聚焦|围绕|反映|涉及)(?:的?(?:是|为|有)|在|于|到)?(?=..)"
    r"|^(?:其次|再次|最后|最多)的?[是为](?=..)"
)
"""申请事项集中于棚户区改造."""
_VERBS = frozenset("问要查求看想")
_LED_BY_VERB = re.compile(
    r"^(?:要|求)?(?:(?:查|要|想)?看(?![守护病板点台法])|[查问](?:询|阅|明|清)?(?![处办封扣获题责卷])|[要求](?![求点闻素职助救])|想要?)(?=..)"
)
"""要看, 查, 问: but 看守所 and 问题 begin with no verb."""
_THIS_KIND = re.compile(r"(?:仅|光|单)?[这此该](?:一|几)?(?:项|类|方面|块|个方面)(?:申请)?(?:就|便|共|即|已)?[有占达]?")
_NAMED_BEFORE = re.compile(
    r"(?:集中|聚焦|围绕)(?:在|于|到)?(?P<kind>[^，,。；;：:、\d（）()]{2,20}?)(?:方面|领域|问题|上)?[，,]\s?$"
    r"|最多的?[是为](?P<most>[^，,。；;：:、\d（）()]{2,20}?)(?:方面|问题)?[，,]\s?$"
)


def labels_put_right(read: Sequence[Sentence], claims: Sequence[Claim]) -> None:
    """Frees the labels of what requests were about of the words that only lead to them: 问征地补偿的9件, 这一项就有28件."""
    mine = [one for one in claims if one.code == "requests.received" and one.label]
    for sentence in read if mine else ():
        end = sentence.start + len(sentence.text)
        here = [one for one in mine if sentence.start <= one.start < end]
        if here:
            _put_right(sentence, here)


def _put_right(sentence: Sentence, claims: Sequence[Claim]) -> None:
    shared = {(one.label or "")[0] for one in claims}
    by_verb = len(claims) > 1 and len(shared) == 1 and shared <= _VERBS and all(len(one.label or "") >= _FEW for one in claims)
    for one in claims:
        label = one.label or ""
        if _THIS_KIND.fullmatch(label):
            begin = sentence.text.rfind(label, 0, one.start - sentence.start)
            named = _NAMED_BEFORE.search(sentence.text, 0, begin) if begin > 0 else None
            one.label = (named["kind"] or named["most"]) if named else label
        else:
            one.label = _LED_BY_VERB.sub("", label) if by_verb else _LABEL_HEAD.sub("", label)
