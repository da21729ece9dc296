"""The year's own count behind one of many years, or of what was due: 累计公开1203条，其中2016年134条; 应公开9条，实际公开9条."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipelines.numbers import read_number
from pipelines.wording.claims import Claim, amount_of, plain_number
from pipelines.wording.counts import hits
from pipelines.wording.published.places import on_a_platform
from pipelines.wording.published.printed import OTHER, SHARED, row_of
from pipelines.wording.sentences import Sentence

_YEAR_SIGNS = ("以来", "年来", "年间", "累计", "截", "应", "历年", "新增", "重复", "往年", "现有", "审核", "收录")
_UNITS = frozenset(("条", "条次", "篇", "件"))
_CLAUSE = re.compile(r"[，,；;。：:（(）)]")
_SINCE = re.compile(r"以来|累计|历年|至今|[两三四五六七八九十]年[来间]")
_STOCK = re.compile(
    r"(?:到|截[至止])[^，,。；;]{0,10}(?:收录|入库)|已经?(?:累计)?(?:公开|发布|公布|更新|录入|上传|登载)|现有|共有|共收录"
    r"|总量|存量"
)
"""信息公开网已发布3.1万条，今年新增4120条: what there is, and what of it is new."""
_BY_ALL_WAYS = re.compile(r"等(?:多种|各种|各类)?(?:渠道|方式|形式|途径|载体|媒体|平台)")
_OF_A_YEAR = re.compile(r"(?:其中[，,：:]?)?(?:20\d\d年|今年|本年)")
"""截至目前，网站共发布2140条，2016年发布430条."""
_NEW_OF_THEM = re.compile(r"其中[，,：:]?(?:20\d\d年度?|今年|本年度?)新增")
"""专栏公开信息340条，其中2016年新增95条: the first are of all years."""
_OUT = re.compile(r"收录|公开|发布|公布|推送|上网|更新|录入|上传|登载")
_OTHER_MATTERS = re.compile(r"申请|留言|来信|咨询|解读|建议|提案|采用|报送|点击|阅读|访问|投诉|举报|复议|诉讼|部门|学校|乡镇")
_THIS_YEAR = re.compile(
    r"(?:其中|仅|[，,、\s])*(?:20(?P<year>\d\d)年度?|今年|本年度?|当年|全年|年内)(?:度|以来|一年|内|共|新增?|收录|录入|上传|登载|主动|我[县区市镇乡局]|本[县区市镇乡局]|街道|公开|发布|推送|更新|各类"
    r"|政府|政务|信息|了|的|为|有|达|计|数|量)*"
)
_DUE = re.compile(r"(?:应(?:当|该)?(?:予以?)?(?:主动)?公开|应公开尽公开)[^，,。；;\d]{0,10}$")
_REPEATS = re.compile(r"(?:剔除|去除|扣除|除去|减去)[^，,。；;\d]{0,8}(?:重复|多处|往年|历年|以前年度|存量)[^，,。；;\d]{0,8}$")
_NET = re.compile(r"(?:后|净|实际?|最终|共|全年|本年度?|今年|当年)*(?:(?:主动)?公开|新增)(?:了|政府|政务|信息|的|为|有)*")
_AIMED = re.compile(r"(?:提出|确定|定下|下达|计划|目标|承诺)[^，,。；;\d]{0,14}公开[^，,。；;\d]{0,10}$")
_AIM = re.compile(r"的?(?:任务|目标|计划|指标)[^，,。；;]{0,6}[，,]\s?")
_PROMISE = re.compile(r"(?:信息)?(?:的(?:任务|目标|计划|指标)[^，,。；;]{0,6})?[，,]\s?")
"""去年底承诺公开500条，实际公开523条."""
_REACHED = re.compile(
    r"(?:(?:到|至|截[至止])?(?:年底|年末|12月底|12月31日)[，,]?)?(?:实际|最终)(?:完成)?(?:主动)?公开(?:了|政府|政务|各类|信息|的|为|有|共)*"
)
"""年初提出公开1万条的目标，到12月底实际主动公开信息12047条."""
_EXACTLY = re.compile(r"[，,（(；;]?\s?(?:(?:准确|具体|确切|精确|实际)的?(?:数字|条数|数量|数|为|是)+|(?:实际)?达到了?|实为)\s?")
"""约1.1万条，准确数字为11237条."""
"""剔除重复发布的45条，净公开165条."""
_PUT_IN = re.compile(r"(?:录入|上传|采编|编辑|整理|上报)了?(?:各类|政府|政务|信息)*\s?$")
_CHECKED = re.compile(
    r"(?:其中|经)?(?:审核|审定|筛选|把关)(?:后|通过|并|同意)*(?:主动)?(?:公开|发布|公布|上网)(?:了|政府|政务|各类|信息|的|为|有|共)*"
)
"""录入128条，审核发布121条: not all that was put in came out."""
_HELD = re.compile(r"网站?[^，,。；;\d]{0,8}(?:现有|现存|共有|存有)(?:各类|政府|政务)*信息")
_DONE = re.compile(r"(?:并|均|都)?(?:实际|已经?|实|全部)?(?:主动)?公开(?:了|政府|政务|信息|的|为|有)*")


def of_the_year(sentence: Sentence, claims: list[Claim], year: int | None, names: Sequence[str]) -> list[Claim]:
    """The claims with the year's count of what a sentence counts over many years, or as due; those give way to it."""
    section, text = sentence.section, sentence.text
    claims = _without_stock(sentence, _aimed_at(sentence, _exactly(sentence, claims)))
    if not any(sign in text for sign in _YEAR_SIGNS) or section.domain or section.hotline or section.plan:
        return claims
    for hit, behind in pairwise([one for one in hits(text) if one.unit in _UNITS]):
        before, words = _CLAUSE.split(text[: hit.start])[-1], text[hit.end : behind.start].strip(" ，,；;（(")
        code = _code(before, text[: hit.start], words, year, names)
        start = sentence.start + behind.start
        less = amount_of(text[behind.start : behind.end]) < amount_of(text[hit.start : hit.end])
        if not less and _OF_A_YEAR.match(words):
            continue
        if code is None or any(one.start == start and one.code == code for one in claims):
            continue
        gone = (sentence.start + hit.start, start)
        kept = [one for one in claims if one.start not in gone]
        if _REPEATS.search(before):  # what the media come to with repeats is no whole
            kept = [one for one in kept if one.start < sentence.start or one.code != code or one.label is not None]
        if any(one.code == code and one.label is None and not one.weak for one in kept):
            continue
        raw = text[behind.start : behind.end]
        return [*kept, Claim(code, start, sentence.start + behind.end, behind.unit, raw, weak=True)]
    return claims


def _exactly(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims with the exact count in the place of the rough one before it: 首次超过400条，达到418条."""
    text = sentence.text
    counted = hits(text)
    for rough, exact in pairwise([one for one in counted if one.unit in _UNITS]) if len(counted) > 1 else ():
        start = sentence.start + rough.start
        told = next((one for one in claims if one.start == start and one.label is None), None)
        if told is None or not told.code.startswith(("disclosure.", "channel.")):
            continue
        about = read_number(plain_number(told.raw))
        value = read_number(plain_number(text[exact.start : exact.end])).value
        near = about.value and value and abs(value - about.value) * _CLOSE <= about.value
        words = text[rough.end : exact.start]
        if near and (about.meaning == "approximate" or "确" in words) and _EXACTLY.fullmatch(words):
            at = sentence.start + exact.start
            kept = [one for one in claims if one is not told and (one.start != at or one.code != told.code)]
            raw = text[exact.start : exact.end]
            return [*kept, Claim(told.code, at, sentence.start + exact.end, exact.unit, raw, weak=told.weak)]
    return claims


_REQUESTS = re.compile(r"(?:受理|收到|接到|接收)[^，,。；;\d]{0,12}申请(?:公开)?(?:共|总数|数量?|为|计)*$")
_BY_NOW = re.compile(r"截[至止到]|[自从到至]20\d\d年|以来|累计|历年")
_OF_THEM_NOW = re.compile(
    r"(?:其中[，,：:]?)?(?:20(?P<year>\d\d)年度?|今年|本年度?|当年)(?:全年)?(?:共|新)*(?:受理|收到|接到|新收|收)?(?:了|政府信息|信息|公开|的|申请|为)*"
)
"""截至2016年底，共受理申请52件，2016年受理19件: the first are of all years."""


def requests_of_the_year(sentence: Sentence, claims: list[Claim], year: int | None) -> list[Claim]:
    """The claims with the year's own requests in the place of all those there were by then."""
    text = sentence.text
    if "申请" not in text or sentence.section.hotline or not _BY_NOW.search(text):
        return claims
    for hit, behind in pairwise(hits(text)):
        told = _OF_THEM_NOW.fullmatch(text[hit.end : behind.start].strip(" ，,；;（("))
        if told is None or hit.unit != behind.unit or (told["year"] and (year is None or int(told["year"]) != year % 100)):
            continue
        before = _CLAUSE.split(text[: hit.start])[-1]
        raw, start = text[behind.start : behind.end], sentence.start + behind.start
        if not _REQUESTS.search(before) or not amount_of(raw) < amount_of(text[hit.start : hit.end]):
            continue
        if not _BY_NOW.search(text, 0, hit.start):
            continue
        kept = [one for one in claims if one.start not in (sentence.start + hit.start, start)]
        return [*kept, Claim("requests.received", start, sentence.start + behind.end, behind.unit, raw, weak=True)]
    return claims


_ALL_THERE_IS = re.compile(
    r"(?:累计|截[至止][^，,。；;]{0,12}?)(?:[^，,。；;\d]{0,6}网站?)[^，,。；;\d]{0,4}信息(?:总量|总数|总条数|存量)(?:为|达到?|共|有|已)*$"
    r"|网站?上?累计[^，,。；;\d]{0,4}信息(?:总量|总数|总条数|存量)(?:为|达到?|共|有|已)*$"
)
"""全年上传信息285条，累计网站信息总量604条: what there is, of all years."""


def _without_stock(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims without what there is by now, of all years: held against an earlier day, or told behind the year's own count."""
    text = sentence.text
    if ("底" in text or "末" in text or "初" in text or "12月" in text) and _THAN_THEN.search(text):
        claims = [one for one in claims if one.start < sentence.start or not _of_all_years(one, sentence)]
    if not ("累计" in text or "截" in text) or "信息" not in text:
        return claims
    for hit in [one for one in hits(text) if one.unit in _UNITS][1:]:
        start, said = sentence.start + hit.start, _CLAUSE.split(text[: hit.start])[-1]
        here = next((one for one in claims if one.start == start and one.code in _WHOLES and one.label is None), None)
        if here is None or not _ALL_THERE_IS.search(said):
            continue
        before = (amount_of(one.raw) for one in claims if one.code in _WHOLES and sentence.start <= one.start < start)
        claims = [one for one in claims if one is not here] if any(0 < one < amount_of(here.raw) for one in before) else claims
    return claims


_THAN_THEN = re.compile(r"(?:余|多)?[，,（(]?\s?[比较](?:(?:20\d\d年|[上去]年|前年|上一?年度?)(?:年?[底末]|12月)|(?:今年)?年?初)")
"""网站信息达4120条，比上年底的3260条增加860条: what there is by then, of all years."""
_PUT_OUT = ("disclosure.", "channel.")


def _of_all_years(claim: Claim, sentence: Sentence) -> bool:
    return claim.code.startswith(_PUT_OUT) and _THAN_THEN.match(sentence.text, claim.end - sentence.start) is not None


_WHOLES = ("disclosure.total", "channel.website")
_CLOSE = 8
"""A rough count is not further from the exact one than an eighth."""


def _aimed_at(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims with what was disclosed in all, told behind what had been aimed at."""
    text = sentence.text
    if not ("目标" in text or "任务" in text or "计划" in text or "指标" in text or "承诺" in text) or sentence.section.plan:
        return claims
    for aim, done in pairwise([one for one in hits(text) if one.unit in _UNITS]):
        between = (_PROMISE if "承诺" in text[: aim.start] else _AIM).match(text, aim.end)
        if between is None or not _AIMED.search(text[: aim.start]) or not _REACHED.fullmatch(text, between.end(), done.start):
            continue
        claims = [one for one in claims if one.start != sentence.start + aim.start or one.code != "disclosure.total"]
        if any(one.code == "disclosure.total" and one.label is None and one.start >= sentence.start for one in claims):
            continue
        start, end = sentence.start + done.start, sentence.start + done.end
        return [*claims, Claim("disclosure.total", start, end, done.unit, text[done.start : done.end], weak=True)]
    return claims


def _code(before: str, printed: str, words: str, year: int | None, names: Sequence[str]) -> str | None:
    """The code of the second of two counts by the words before each; None where it is none of the kind."""
    if _REPEATS.search(before):
        return "disclosure.total" if _NET.fullmatch(words) else None
    if _PUT_IN.search(before) and _CHECKED.fullmatch(words):
        return "disclosure.total"
    if _OTHER_MATTERS.search(before) or not (_OUT.search(before) or _HELD.search(before)):
        return None
    if _DUE.search(before):
        return "disclosure.total" if _DONE.fullmatch(words) else None
    stock = _SINCE.search(printed) or _NEW_OF_THEM.match(words) or ("截" in printed and _OF_A_YEAR.match(words))
    stock = stock or (("新" in words or "收录" in words) and _STOCK.search(before))
    told = _THIS_YEAR.fullmatch(words) if stock else None
    if told is None or (told["year"] and (year is None or int(told["year"]) != year % 100)):
        return None
    row = "" if on_a_platform(before) or _BY_ALL_WAYS.search(before) else row_of(before, names)
    return None if row in (OTHER, SHARED) else f"channel.{row}" if row else "disclosure.total"
