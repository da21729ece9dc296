"""What a denying clause makes zero by its nouns, whatever the order of its words, where no wording of the table fits it."""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.wording.cues import ROUTES
from pipelines.wording.evidence import STRANGE, Words, is_another_body, left_unread
from pipelines.wording.needs import says
from pipelines.wording.sentences import Section
from pipelines.wording.wordings import clues, spelled

_NOT_DENIED = re.compile(
    r"纠[错正]|败诉|撤销|[计列纳]入|超[过期]|影响|造成|规范|及时|完善|到位|健全|公布|达到|减少|增加|变化|新的"
)
"""What is denied is not that there was one: 未计入申请数, 没有超期."""


@lru_cache(maxsize=512)
def _heads() -> dict[str, str]:
    """The code that each noun of a denial makes zero."""
    return {next(iter(noun)): clue.code for clue in clues().get("", ()) for noun in clue.nouns}


_ROUTES = {"当面": "in_person", "传真": "fax", "网络申请": "online", "网站": "online", "信函": "letter"}
_MODIFIES = re.compile(r"(?:申请|依申请|答复)(?=/(?:复议|诉讼|投诉|费用))|(?:复议|诉讼|投诉)(?=/申请)")
_LISTED = re.compile(r"^(?![^、]*[因就对服])[^、]{0,12}(?:依?申请公开|公开申请)(?:政府信息|信息|情况|事项|数量?)?、")
"""依申请公开、收费、复议均未发生: requests are the first of those denied, and say nothing of the second."""
_HARMLESS = re.compile(r"[取没未不零无人来曾过发生个一到向被的被以就对因为者任何各类此任]+")


def deny(words: str, section: Section, sentence: str, names: tuple[str, ...]) -> list[str]:
    """The codes that a denying clause makes zero, whatever the order of its words; none where another matter is meant."""
    if re.search(r"[\d０-９]", words):
        return []
    said = spelled(words, names)
    left = [text for word, text in said if word == "~" and not _HARMLESS.fullmatch(text)]
    if _NOT_DENIED.search(words) or STRANGE.search(left_unread(said)) or any(is_another_body(text) for text in left):
        return []
    if sum(map(len, left)) > 14:
        return []
    chain = "/".join(word for word, _ in said if word not in ("~", ""))
    chain = chain if _LISTED.match(words) else _MODIFIES.sub("", chain)
    codes = list(dict.fromkeys(_heads()[word] for word in chain.split("/") if word in _heads()))
    if codes in ([], ["requests.received"]) and ("申请" in words or ("收到" in words and "申请" in section.topics)):
        codes = _of_routes(said, words, sentence) or codes
    if codes == ["fees.collected"] and not left:
        return codes
    topics = section.topics & {"申请", "复议", "诉讼", "投诉", "费用"}
    by_ways = len(set(ROUTES.findall(sentence))) > 1
    by_ways = by_ways or (codes == ["requests.received"] and "书面" in words)
    return codes if topics or by_ways or says("政开", sentence) or says("申请", sentence) else []


_CAME = re.compile(r"前来|来到")
_IN_PERSON = re.compile(r"当面|现场|窗口|上门|到场|亲自|书面")
"""没有公民前来申请信息公开: nobody asked."""
_SOME_CAME = re.compile(
    r"(?:申请|当面|现场|信函|邮寄|传真|网[上络站]|邮件)[^，,。；;\d]{0,10}[1-9]\d{0,4}\s?[件份宗起例条项人](?![^，,。；;]{0,4}[未没无])"
)


def _of_routes(said: Words, words: str, sentence: str) -> list[str]:
    """The one way of asking that a denial speaks of (以传真形式提出的申请), all of them where it names several."""
    routes = {_ROUTES[word] for word, _ in said if word in _ROUTES}
    if routes == {"in_person"} and _CAME.search(words) and not _IN_PERSON.search(words):
        return ["requests.received"]
    if len(routes) == 1 and "书面" not in words and "填" not in words:
        return [f"requests.received_{route}" for route in routes]
    if len(routes) > 1 and "等" not in words and "其" not in words and "任何" not in words and _SOME_CAME.search(sentence):
        return sorted(f"requests.received_{route}" for route in routes)  # 当面申请4件，无传真及网上申请
    return ["requests.received"] if routes else []
