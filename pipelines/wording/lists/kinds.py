"""The kinds of what was disclosed, known by their sum: 环境质量365条（…）；项目审批219条，包括受理97条；其余100条为工作动态.

Only a sentence whose parts all name a kind and whose first counts add up exactly to the total before it is such a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipelines.wording.claims import Claim, amount_of, label_of
from pipelines.wording.counts import Hit, hits
from pipelines.wording.cues import DOMAIN, REST, REST_IS, SUM
from pipelines.wording.lists.label_words import PUT_UNDER
from pipelines.wording.sentences import Sentence

_LEAST = 3
_FURTHEST = 260
_PART = re.compile(r"[；;。]")
_STOP = re.compile(r"[，,；;。]")
_BRACKET = re.compile(r"[（(][^（）()]{0,60}[）)]")
_UNITS = frozenset("条件篇")


def divided(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The kinds that a sentence of parts divides the total before it (or its own last number) into.

    None where they do not make up all of it; where the sentence says how many kinds there are, as many are wanted and no total.
    """
    text = sentence.text
    last = _last_total(sentence, claims)
    if text.count("；") + text.count(";") < _LEAST - 1:
        mine = last is not None and (last.start >= sentence.start or _RANKED.search(text)) and len(hits(text)) >= _LEAST
        whole = _undivided(last, sentence, claims) if mine else None
        return _one_by_one(sentence, whole) if whole is not None else []
    whole = _undivided(last, sentence, claims)
    if whole is not None:
        items = _items(sentence, _parts(text, max(0, whole.end - sentence.start)), whole)
        return items if _make_up(items, whole.raw) else []
    if any(one.start >= sentence.start for one in claims if one.code == "disclosure.total") or not _OPEN.search(text):
        return []
    return _summed(sentence) or _as_many_as_said(sentence)


def _one_by_one(sentence: Sentence, whole: Claim) -> list[Claim]:
    """The kinds behind a total in its own sentence, count by count: 公开150条，扶贫就占了90条，其余为招标30条、任免30条."""
    return _in_units(sentence, whole, frozenset((whole.unit,))) or _in_units(sentence, whole, _UNITS)


def _in_units(sentence: Sentence, whole: Claim, units: frozenset[str]) -> list[Claim]:
    """The same, where the parts are counted in any of the units: 公开57条，涉及概况42条，法规7件，业务8件."""
    begin, parts, text = max(0, whole.end - sentence.start), [], sentence.text
    for hit in hits(text):
        if hit.start >= begin and hit.unit in units:
            if _EARLIER.search(text, begin, hit.start):  # 与2009年的198条相比增长33.8%，内容上…
                begin = text.find("，", hit.end) + 1 or hit.end
                continue
            parts.append((begin, hit.end))
            begin = hit.end
    closed = next((number for number, part in enumerate(parts) if number and "；" in text[slice(*part)]), len(parts))
    for count in dict.fromkeys((len(parts), closed)):  # …、其它19条；形式上网站占154条
        items = _items(sentence, parts[:count], whole, units) if count >= _LEAST else []
        if _make_up(items, whole.raw):
            return items
    return []


_EARLIER = re.compile(r"[与和同比较](?:20\d\d年度?|上一?年度?|去年|前年)(?:同期)?的?\s?$")
_RANKED = re.compile(r"最多|其次|居首|次之|再次|占")
_OPEN = re.compile(r"公开的?(?:政府|政务)?(?:信息|内容|事项)")
_ASKED = re.compile(r"申请|答复|许可|处罚案")
_SAID = re.compile(
    r"[分共有为]{1,3}[成]?(?P<many>[两三四五六七八九]|\d{1,2})个?(?:大?类别?|个?方面|部分)[^，,。；;：:\d]{0,4}[：:，,]"
)
_NUMERALS = "〇一二三四五六七八九"


def _summed(sentence: Sentence) -> list[Claim]:
    """The kinds and their sum, which a sentence gives last: 以民生类居多，118条；其次是财务类，40条；…，三类加起来170条."""
    text = sentence.text
    found = hits(text)
    last = found[-1] if len(found) > _LEAST else None
    words = re.split(r"[，,；;：:]", text[: last.start])[-1].strip() if last is not None else ""
    if last is None or not words or not SUM.fullmatch(words) or _ASKED.search(text):
        return []
    whole = _part(sentence, last, None, None)
    whole.weak = True
    items = _items(sentence, _parts(text[: last.start - len(words)], 0), whole)
    return [whole, *items] if _make_up(items, whole.raw) else []


def _as_many_as_said(sentence: Sentence) -> list[Claim]:
    """The kinds of a sentence that says first how many they are: 公开信息分三类：一类是机构概况，5条；二类…"""
    said = _SAID.search(sentence.text)
    if said is None or _ASKED.search(sentence.text):
        return []
    many = int(said["many"]) if said["many"].isdigit() else _NUMERALS.find(said["many"].replace("两", "二"))
    first = next((hit for hit in hits(sentence.text) if hit.start >= said.end()), None)
    items = _items(sentence, _parts(sentence.text, said.end()), _part(sentence, first, None, None)) if first else []
    for item in items:
        item.parent = None
    return items if len(items) == many and len({item.label for item in items}) == many else []


def _make_up(items: Sequence[Claim], whole: str) -> bool:
    """Whether parts are a whole, each with a name of its own."""
    exact = sum((amount_of(item.raw) for item in items), Decimal(0)) == amount_of(whole)
    return exact and len(items) >= _LEAST and len({item.label for item in items}) == len(items)


def _last_total(sentence: Sentence, claims: Sequence[Claim]) -> Claim | None:
    """The total that was stated last before a sentence or in it."""
    far = sentence.start - _FURTHEST
    totals = (one for one in reversed(claims) if one.code == "disclosure.total" and one.label is None)
    return next((one for one in totals if one.start > far), None)


def _undivided(total: Claim | None, sentence: Sentence, claims: Sequence[Claim]) -> Claim | None:
    """The total if nothing divides it yet; none where its parts are all read."""
    if total is None:
        return None
    parts = [one for one in claims if one.parent is total]
    if any(one.start < sentence.start for one in parts):
        return None
    return total if sum((amount_of(one.raw) for one in parts), Decimal(0)) != amount_of(total.raw) else None


def _parts(text: str, at: int) -> list[tuple[int, int]]:
    ends = [match.start() for match in _PART.finditer(text, at)] + [len(text)]
    begins = [at, *(end + 1 for end in ends[:-1])]
    return [(begin, end) for begin, end in zip(begins, ends, strict=True) if text[begin:end].strip(" ，,")]


def _items(
    sentence: Sentence, parts: Sequence[tuple[int, int]], whole: Claim, units: frozenset[str] | None = None
) -> list[Claim]:
    """The kinds of the parts, one of each; none where one names no kind."""
    items = [_item(sentence, begin, end, whole, units or frozenset((whole.unit,))) for begin, end in parts]
    return [item for item in items if item is not None] if None not in items else []


RANK = re.compile(
    r"^(?:[从按以]?(?:信息)?(?:类别|内容|种类|分类)(?:上|来?看|方面)?[，,：:])?(?:公开得?(?=最|比?较)|数量(?=最|居))?(?:(?:主动)?公开的?(?:政府|政务)?(?:信息|内容|事项)(?:中|里|上)?[，,：:]?)?"
    r"(?:其中[：:]?|(?:内容|类别|种类|题材|数量)(?:上|方面)以|(?:居[首次多前]位?|次之|领先|打头|最多)[，,](?:以下|其后|后面|接下来|随后|其次)?(?:依次|分别|顺次)?[为是有]?"
    r"|(?:以下|其后|后面|接下来)?(?:依次|顺次)(?:[为是有])|(?:其余|其他|另外|剩下|余下)的?(?:分别)?(?:为|是)|以(?=.*(?:居|为|最|占))"
    r"|(?:其次|再次|接着|然后|最后|最[多少]的?|排[名在][^，,是]{1,6}的?|第?[一二三四五六七八九]类?)(?:是|为|有)|(?:其次|再次|最后)(?=..))?"
    r"|(?:居[多首次末]|最[多少]|[又再更]?次之|为主|就?占[^，,]{0,8})[，,]?[有计为达共]{0,4}$|[，,](?:(?:主动|共)*公开了?)?(?:合计|总计|一共)?[有计为达共]{0,4}$"
)


_COMES_FIRST = re.compile(r"(?:信息)?(?:居[首多前]|为[最主]|最多|领先|打头)")
"""以移民后扶72条居首."""


def _item(sentence: Sentence, begin: int, end: int, whole: Claim, units: frozenset[str]) -> Claim | None:
    """The kind whose count stands first in a part; None where it names none."""
    text = sentence.text
    hit = next((one for one in hits(text[begin:end]) if one.unit in units), None)
    if hit is None or hit.unit[0] not in _UNITS:
        return None
    said = _BRACKET.sub("", text[begin : begin + hit.start]).strip(" 、：:").lstrip(" ，,")
    said = said.removeprefix("以") if _COMES_FIRST.match(text, begin + hit.end) else said
    words = RANK.sub("", said).strip(" ，,、：:")
    words = re.split("[：:]|[，,]\\s?(?=其中)", words)[-1]  # …信息交给群众看：预算决算
    behind = _STOP.split(text[begin + hit.end :])[0].strip()
    rest = (REST_IS.fullmatch(behind) if REST.fullmatch(words) else None) or PUT_UNDER.fullmatch(behind)
    label = label_of(rest["label"] if rest else words, "条")
    return _part(sentence, Hit(begin + hit.start, begin + hit.end, hit.unit), whole, label) if label else None


def _part(sentence: Sentence, hit: Hit, whole: Claim | None, label: str | None) -> Claim:
    start, end = sentence.start + hit.start, sentence.start + hit.end
    raw = sentence.text[hit.start : hit.end]
    return Claim("disclosure.total", start, end, hit.unit, raw, listed=True, parent=whole, label=label)


_OF_DOMAIN = re.compile(
    r"(?:^|[，,；;。])\s?(?P<label>[^，,。；;：:\d（）()]{2,14}?(?:领域)?)(?:方面|(?<=领域))[，,：:]?\s?(?:主动|累计|共|全年)*(?:公开|发布|公布)[^，,。；;\d]{0,24}?"
    r"(?=[\d０-９][\d０-９,，]{0,9}\s?条)"
)


def of_domains(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The kinds that clauses of single domains count: 财政资金方面，公开信息236条；扶贫方面，公开信息408条; two at least."""
    text = sentence.text
    found = list(_OF_DOMAIN.finditer(text)) if text.count("方面") + text.count("领域") > 1 else []
    if len(found) < 2 or not any(DOMAIN.search(one["label"]) for one in found) or "申请" in text:
        return []
    counted = {hit.start: hit for hit in hits(text)}
    labelled = {claim.start for claim in claims if claim.label is not None}
    items = [(counted.get(one.end()), label_of(one["label"], "条")) for one in found]
    kinds = [_part(sentence, hit, None, label) for hit, label in items if hit is not None and label]
    return [kind for kind in kinds if kind.start not in labelled]
