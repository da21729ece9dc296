"""What is counted part by part: 专职县级3人、乡级6人，共9人; 现场培训4期、线上培训3期; 动员会1次、推进会2次."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.numbers import read_number
from pipelines.wording.around import of_office
from pipelines.wording.claims import Claim, plain_number
from pipelines.wording.counts import Hit, hits
from pipelines.wording.needs import says
from pipelines.wording.office.each import LEAST, NUMBER, sum_of_parts
from pipelines.wording.office.not_held import OF_OTHER_WORK
from pipelines.wording.office.offices import told_of_offices
from pipelines.wording.office.one_lesson import told_of_a_lesson
from pipelines.wording.office.posts import told_of_posts
from pipelines.wording.office.rooms import told_of_rooms
from pipelines.wording.sentences import Sentence

_LEVEL = (
    r"(?:[省市州县区旗镇乡村]级|[县区市旗]直(?:部门|单位|机关)?|[县区市]本级|本级|[局镇乡区县市]?机关|基层(?:单位)?|乡镇?|镇街?|街道|苏木镇?|部门|(?:下属|二级|直属)单位|单位"
    r"|社区|村居|村|科室|股室|站所)"
)
_WAY = r"(?:现场|视频|远程|网络|集中|线上|线下|网上|封闭|实地)"
_KINDS = r"(?:部署|推进|总结|动员|碰头|调度|现场|协调|联席|通报|布置|点评|讲评|座谈|例|专题|工作|领导小组|部署动员|大)"
_MEETS = (
    rf"(?:(?:全[县市区镇乡局]性?的?)?(?:政府信息|信息|政务)公开(?:工作)?{_KINDS}{{0,3}}|{_KINDS}{{1,3}})会议?(?:共?召?开)?了?"
)
_WHEN = r"(?:\d{1,2}月份?|年[初中末底]|[上下]半年)?"
_BODY_MEETS = r"[^，,。；;：:、\d]{1,10}会议?(?:专题|先后|召开|开了|[共开])*"
_DOES = r"(?:举办|组织|开展|召开|开|办|设立?|建|配备?|投入|安排|有|为)?了?"
_ASIDE = r"(?:[（(][^（）()\d]{2,40}[）)])?"
_JOINT = r"(?:[、，,和及与]|以及)\s?"
_SUM = r"[，,、（(]?\s?(?:[全两][县区市镇乡者项])?(?:共计?|合计|总计|一共|计)(?:有|为|达)?\s?"
_BEGINS = r"(?:^|(?<=[，,；;。：:、的了有]))"
_WORK = (
    r"(?:从事|负责|政府信息公开|信息公开|政务公开|公开|工作|全[县区市镇乡局](?:共)?|现|共|设立?"
    r"|已|组织|举办|开展|建[成有立]?了?|开[设辟]|有|配备|业务|专题|集中|的)*"
)
_HELD = r"(?:为|有|是|分别|数|数量|设置|建设|方面|情况|[：:，,])*"
_MOST = 5
_SEVERAL = re.compile(rf"{NUMBER}.{{0,44}}{NUMBER}")


def _one(code: str, sign: str, noun: str, unit: str, parts: str = _LEVEL) -> tuple[str, str, re.Pattern[str]]:
    item = rf"(?:{parts}){_DOES}\s?{NUMBER}\s?(?:{unit})?{_ASIDE}"
    each = rf"(?:{parts}){_DOES}(?:{noun}){_DOES}\s?{NUMBER}\s?(?:{unit})"
    pattern = (
        rf"{_BEGINS}{_WORK}(?:(?:{noun}){_HELD}(?P<items>{item}(?:{_JOINT}{item}){{1,{_MOST}}})"
        rf"|(?P<each>{each}(?:{_JOINT}{each}){{1,{_MOST}}}))(?:{_SUM}(?P<sum>{NUMBER}\s?(?:{unit})?))?(?=[，,；;。）)]|$)"
    )
    return code, sign, re.compile(pattern)


_PLACE = r"[省市州县区旗]?(?:档案馆|图书馆|文化馆|政务(?:服务)?(?:中心|大厅)|行政服务(?:中心|大厅)|便民服务中心|便民中心|文化站)"
_STAFF = r"(?:工作)?(?:人员|信息员|联络员|干部|人数)?"
_FORMS = (
    _one("staff.full_time", "专职", rf"专职{_STAFF}", "[名人位]"),
    _one("staff.part_time", "兼职", rf"兼职{_STAFF}", "[名人位]"),
    _one("staff.total", "人员", r"专、?兼职(?:工作)?人员|从业人员|工作人员", "[名人位]"),
    _one("funding.special", "专项", r"专项(?:工作)?(?:经费|资金)", "万元|元"),
    _one(
        "organisation.reading_points", "查阅", r"(?:政府信息|信息|公开|公共)*查阅(?:点|场所|室|处|中心)",
        "[个处间]", rf"{_LEVEL}|{_PLACE}",
    ),
    _one("organisation.units", "机构", r"(?:专门|工作|公开|信息公开)*机构", "[个家]"),
    _one("training.classes", "训", r"(?:业务|专题|集中)*培训班?|轮训|集训", "[期次场班]|班次|场次", rf"{_LEVEL}|{_WAY}"),
    _one("training.classes", "班", r"开班|办班", "[期次场班]"),
    _one("training.people", "训", r"(?:受训|参训|培训)(?:人员|人次|人数|干部)*", "人次|[名人位]", rf"{_LEVEL}|{_WAY}"),
    ("training.meetings", "会", re.compile(
        rf"(?P<items>{_MEETS}{NUMBER}\s?[次场](?:[、，,和及]{{1,2}}{_WHEN}(?:召开|举行|组织)?{_MEETS}{NUMBER}\s?[次场]){{1,{_MOST}}})(?P<each>)(?P<sum>)"
    )),
    ("training.meetings", "会", re.compile(
        rf"{_BEGINS}[^，,。；;\d]{{0,8}}?(?P<items>{_BODY_MEETS}{NUMBER}\s?[次场](?:[、，,和及]{_BODY_MEETS}{NUMBER}\s?[次场]){{1,{_MOST}}})(?P<each>)(?P<sum>)"
        r"(?=(?:专题|专门|先后|分别|均|都)*(?:研究|审议|讨论|部署|听取)[^，,。；;\d]{0,6}公开)"
    )),
    ("training.meetings", "会", re.compile(
        rf"(?P<items>{NUMBER}\s?[次场]{_KINDS}{{1,3}}会议?(?:[、，,和及]{{1,2}}(?:召开)?{NUMBER}\s?[次场]{_KINDS}{{1,3}}会议?){{1,{_MOST}}})(?P<each>)(?P<sum>)"
    )),
)  # fmt: skip
_NO_SUM = frozenset(("staff.total", "organisation.units"))
"""What is no sum unless it is printed: 工作人员机关5人、村3人."""
_NOT_NOW = re.compile(r"[去上前]年|计划|拟|力争|争取|明年|来年|将|目标")
_NEAR, _CLAUSE = re.compile(r"[；;。]"), re.compile(r"[，,；;。、]")


def told_of_parts(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims of what a sentence counts part by part, in the place of those of each part; a printed sum must be theirs."""
    text = sentence.text
    _sum_up(sentence, claims)
    if sentence.section.domain:
        return []
    signed = [form for form in _FORMS if form[1] in text]
    if not signed or not _SEVERAL.search(text):
        return []
    clear = of_office(sentence.section) or says("政开", text) or any(
        one.code.startswith(("staff.", "training.", "organisation.")) for one in claims[-4:]
    )  # fmt: skip
    found = [_told(sentence, claims, code, match) for code, _, form in signed if clear and (match := form.search(text))]
    return [one for one in found if one is not None]


def _told(sentence: Sentence, claims: list[Claim], code: str, match: re.Match[str]) -> Claim | None:
    """The claim of one such count; takes those of its parts out of the claims."""
    if _NOT_NOW.search(_NEAR.split(sentence.text[: match.start()])[-1] + match.group()):
        return None
    if code == "training.meetings" and OF_OTHER_WORK.search(_CLAUSE.split(sentence.text[: match.start()])[-1] + match.group()):
        return None  # 信访工作会议3次、政府信息公开工作会议2次
    start, end = match.span("items") if match["items"] else match.span("each")
    raw = sentence.text[start:end]
    whole = sum_of_parts(raw)
    if match["sum"]:
        number, total = (read_number(text).value for text in (match["sum"], re.sub(r"[^\d.]+$", "", whole)))
        if number != total and number != read_number(whole).value:
            return None
        start, end, raw = *match.span("sum"), match["sum"]
    elif not whole or code in _NO_SUM:
        return None
    first, last = sentence.start + match.start(), sentence.start + match.end()
    for one in [one for one in claims if one.code == code and first <= one.start < last]:
        claims.remove(one)
    unit = re.sub(r"^[\d.,，一二两三四五六七八九十百\s]+", "", match["sum"] or whole)
    return Claim(code, sentence.start + start, sentence.start + end, unit or "-", raw, weak=True, judged=True)


_SUMS_UP = re.compile(r"[，,、（(；;](?:[我全两][县区市镇乡者项])?(?:共计?|合计|总计|累计|一共|计)(?:有|达|为)?$")
_SUMMED = ("training.", "staff.full_time", "staff.part_time")


def _sum_up(sentence: Sentence, claims: list[Claim]) -> None:
    """Moves a claim from one of several parts to their printed sum: 市里开会1次，各部门57次，全市合计58次."""
    mine = [one for one in claims if one.start >= sentence.start and one.code.startswith(_SUMMED) and not one.zero]
    counted = hits(sentence.text) if mine else []
    for index, hit in enumerate(counted):
        if index < LEAST or not _SUMS_UP.search(sentence.text, max(0, hit.start - 8), hit.start):
            continue
        parts = [other for other in counted[max(0, index - _MOST) : index] if other.unit[:1] == hit.unit[:1]]
        begins = next((at for at in range(len(parts) - 1) if _adds_up(sentence.text, parts[at:], hit)), None)
        if begins is None:
            continue
        starts = {sentence.start + part.start for part in parts[begins:]}
        these = [one for one in claims if one.start in starts and one.label is None]
        if len({one.code for one in these}) != 1 or not these[0].code.startswith(_SUMMED):
            continue
        code = these[0].code
        for one in [one for one in claims if one in these or (one.code == code and one.start == sentence.start + hit.start)]:
            claims.remove(one)
        raw = sentence.text[hit.start : hit.end]
        claims.append(Claim(code, sentence.start + hit.start, sentence.start + hit.end, hit.unit, raw, weak=True, judged=True))


def _adds_up(text: str, parts: Sequence[Hit], whole: Hit) -> bool:
    values = [read_number(plain_number(text[part.start : part.end])).value for part in (*parts, whole)]
    return None not in values and sum(value for value in values[:-1] if value) == values[-1]


_MET_AND_TAUGHT = re.compile(
    r"(?:会议?|例会|推进会|专题会|部署会)[、和与及]?(?:业务|专题|集中|专项)*培训(?:班|会)?各(?:组织|举办|召开|开展)?了?(?P<number>\d{1,3}\s?[次期场])"
)
"""专题会议、培训各2次."""
_OF_ONE_POST = re.compile(
    r"(?P<number>\d{1,4}\s?[名位个])(?:从事)?(?:政府信息公开|信息公开|政务公开)?工作人员(?:[均都]|全部|全)(?:为|是|系)?(?:专职|兼职)"
    r"|(?:^|[，,；;。：:部])(?:政府信息公开|信息公开|政务公开)?工作人员(?P<behind>\d{1,4}\s?[名位人])(?:[均都]|全部|全)(?:为|是|系)(?:专职|兼职)"
)
"""4名工作人员全部为兼职: all there are."""
_SEVERAL_CODES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_MET_AND_TAUGHT, ("training.meetings", "training.classes")), (_OF_ONE_POST, ("staff.total",)),
)


def told_of_several(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims of one number that counts two things, or all who hold the one post that it is said of."""
    found: list[Claim] = []
    for pattern, codes in _SEVERAL_CODES if "各" in sentence.text or "工作人员" in sentence.text else ():
        told = pattern.search(sentence.text)
        if told is None or sentence.section.domain or _NOT_NOW.search(_NEAR.split(sentence.text[: told.end()])[-1]):
            continue
        group = "number" if told["number"] else "behind"
        start, end = (sentence.start + place for place in told.span(group))
        new = [code for code in codes if not any(one.code == code for one in claims)]
        found += [Claim(code, start, end, told[group][-1], told[group], weak=True, judged=True) for code in new]
    return found


TOLD_OF_OFFICE = (told_of_posts, told_of_offices, told_of_parts, told_of_rooms, told_of_a_lesson, told_of_several)
"""What is told of those who do the work by a sentence as a whole, in the order in which it is asked for."""
