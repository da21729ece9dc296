"""The numbers of a sentence that may be figures, each with its unit."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from pipelines.wording.unlike import counts_nothing, without_units

MAX_HITS = 80
"""Numbers looked at in one sentence."""

CHINESE_NUMERAL = "零〇两一二三四五六七八九十百千万"
_BANKERS = "壹贰叁肆伍陆柒捌玖拾佰仟"
"""Numerals of receipts: 人民币贰拾捌元整."""
UNIT = (
    "人次|条次(?!之)|件次(?!之)|篇次(?!之)|场次|亿元|万元|千元|条|件|次|篇|个人(?=[兼专从负管抓做，,；;、。（(]|$)|个|项|份|起|宗|例|人|名|位|场|期"
    r"|处(?![理于置罚])|间|家|班|元|(?<=[\d０-９])则|回(?![应复访答收执馈落升迁乡来头归顾避事])"
)
_NO_NUMERAL = (
    rf"(?<![第统唯同专单某这那每逐卅廿{CHINESE_NUMERAL}])(?<!第 )(?<!另(?=一[^件宗起份例]))"
    r"(?<![数几好](?=[十百千万]{1,2}[^一二三四五六七八九零〇]))(?<!上(?=[百千万]))"
)
"""第二, 统一, 数十, 另一个: what a numeral is not behind."""
ABOUT = (
    r"大[约概致]有?|(?<![节公预条合契签集规民])约[为有]?|将近有?|近|超过了?|超(?=\s?\d)|逾|接近了?|差不多有?|(?<!现)突破了?(?!性)"
)
"""What before a number says that it is not exact."""
_HIT = re.compile(
    rf"(?=[大约将近超逾接突差\d０-９{CHINESE_NUMERAL}{_BANKERS}])(?:{ABOUT})?\s?"
    r"(?:(?<![\d０-９A-Za-z.\-/第〔\[［《])(?:[\d０-９]{1,3}(?:[,，][\d０-９]{3})+|\d{1,3}(?: \d{3})+(?!\d)"
    r"|[\d０-９]{1,12})(?:[.．][\d０-９]{1,4})?(?![\d０-９%％‰.．])"
    rf"|(?!(?<=在)一起|万元[）)]){_NO_NUMERAL}[{CHINESE_NUMERAL}]{{1,9}}|[{_BANKERS}零]{{1,12}}(?=\s?万?元)|[{_BANKERS}零]{{2,12}}(?=\s?[条件份篇]))"
    rf"\s?[余多来几]?[万亿千百]?[余多]?\s?(?P<unit>{UNIT})(?:[（(](?:次|件|篇|条)[）)])?(?![款例目线途渠]|(?<=条)[腿龙路街心河沟]|(?<=个)月|[\d一二两三四五六七八九]角|规(?!范性)|大类|类[别，、：:]|(?<=个)(?:大|重点|主要)?(?:领域|方面|环节|部分(?!公开)|章节)|工作日|"
    rf"(?<![件条份宗])(?:[县区市旗]?直|政府|职能|工作|组成|行政|信息|政务|公开|责任|成员|乡|苏木)*(?:部门|单位|乡镇|苏木|镇|街道(?!干部|工作人员)|机关(?!干部|工作人员|人员)))(?:左右|上下|[余多](?=[，,。；;、）)]|$))?"
)
_BARE = re.compile(
    r"[为数量计是：:额用到至](?:(?<=[为数量计是：:额用])|(?<=[降减][到至为]))\s?(\d{1,3}(?:,\d{3})+(?!\d)|[\d０-９]{1,9}|零|〇|(?<=元[）)][：:])\d{1,6}\.\d{1,4})(?![,，]\d{3}(?!\d))(?=\s?(?:[，,。；;）)]|$|[（(](?:[条件篇次][）)]|[^\d（）()，,：:]{1,6}\d))|(?<![：:为是]\d)、)"
)
_IN_TURN = re.compile(
    r"(?:分别|各自)[为是有计：:]{1,2}\s?(?P<numbers>\d{1,6}(?:,\d{3})?(?:[、，和及与]\s?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,6})(?![\d.%％年月日])){1,9})"
    r"(?=\s?(?:[，,。；;）)]|$)|(?P<unit>[条件篇]))"
)
"""分别为410、298、57: several numbers without a unit, of the subjects before them."""
_EACH = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,6}")
_ASKED = re.compile(
    r"(?:申请(?:公开)?|[予分意]公开|复议|诉讼|投诉|举报)(?:案件|事项|件)?\s?(\d{1,6})(?=\s?(?:[，,。；;）)]|[一二三四五六七八]是|[（(](?=[维驳撤纠胜申当原])|$))"
)
"""共受理政府信息公开申请0, 部分公开74，占5%: neither unit nor 为."""
_LAST = re.compile(
    r"[开布送](?:政[府务])?信息\s?(\d{1,6}(?:余$)?)(?=[，,；;](?!\d{3}(?!\d))|$|[（(](?:其中|包括)|[共合总]计\s?\d{1,7}(?:[，,；;]|$))"
)
"""公开政务信息193: the unit was left out at the end of a clause."""
_PLAIN = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d{1,6})"
_RUN = re.compile(
    rf"(?:(?:\d{{1,2}}[.．、])?[^\d，,;；、。（）()：:％%\s]{{2,20}}\s?{_PLAIN}(?:[;；，,、。）)]|（(?=[均都因属涉单维驳撤纠胜国商个])|$)\s?){{2,}}"
)
_ROWS = re.compile(rf"(?:[^\d，,;；、。（）()：:％%]{{2,14}}[，：:]\s?{_PLAIN}\s?(?:[;；]|$)\s?){{3,}}")
"""政府公报，0；政府网站，5120；政务微博，310: a row a label."""
_LINE = re.compile(
    r"\s*[^\d，,;；、。（）()：:\s]{0,10}(?:网站?|微博|微信|公众号|公报|其[他它])[^\d，,;；、。（）()：:\s]{0,6}"
    rf" ({_PLAIN})\s*"
)
"""政府网站 5,120: a line of one medium and its count."""
_WITHOUT_UNIT = re.compile(r"\d[;；，,、）)]")
_RUN_ITEM = re.compile(rf"(?<=[^\d.．])(?<!\d[,，])({_PLAIN})(?=[;；，,、。)）（]|$)")
"""（网络4、信函2）, 1.概况5;2.规章100;: a run of labels with numbers that have no unit."""


_LACKS = frozenset("差缺")
_SUM_OF_MONEY = re.compile(
    rf"(?:经费|资金|专款|拨款|投入)[^，,。；;：:\d]{{0,8}}?((?:\d{{1,4}}(?:\.\d{{1,4}})?|[{CHINESE_NUMERAL[2:-1]}]{{1,5}})\s?万)(?=[，,。；;）)]|$)"
)
"""专项经费列了20万: of what, everyone knows."""


_NUMBERED, _NUMBERING = re.compile(r"\s*\d{1,2}[.．](?=\d{1,6}\s?(?:人次|[件条次份篇期场名宗起人]))"), 6
"""1.129件申请: a numbering, and no broken number; only what is measured is counted in parts."""


class Hit(NamedTuple):
    """A number in a sentence with its unit: characters `start` to `end`; unit `-` where none is printed."""

    start: int
    end: int
    unit: str


def _unit_of(match: re.Match[str]) -> str:
    """The unit that a number is counted in: 58人次（件） are 件, 312件（条） 条."""
    if match["unit"] == "件" and match.group().endswith(("（条）", "(条)")):
        return "条"
    return "件" if match["unit"] == "人次" and match.group().endswith(("（件）", "(件)")) else match["unit"]


@lru_cache(maxsize=512)
def hits(text: str) -> tuple[Hit, ...]:
    """The numbers of a sentence that may be figures, in order; 第20条, 28.7%, years and dates are not among them.

    They are kept for the texts read last: many readers ask for those of one sentence, and some before all the others.
    """
    found = [Hit(*match.span(), _unit_of(match)) for match in islice(_HIT.finditer(text), MAX_HITS)]
    if found and ("." in text[:_NUMBERING] or "．" in text[:_NUMBERING]) and (number := _NUMBERED.match(text)):
        found[0] = found[0]._replace(start=max(found[0].start, number.end()))
    if "项" in text or "等" in text or "个数" in text:
        found = [hit for hit in found if not counts_nothing(text, hit.start, hit.end)]
    if "差" in text or "缺" in text:
        found = [hit for hit in found if text[hit.start - 1 : hit.start] not in _LACKS]  # 差一个专职的: what there is not
    bare = [Hit(match.start(1), match.end(1), "-") for match in islice(_BARE.finditer(text), MAX_HITS)]
    if _WITHOUT_UNIT.search(text):
        patterns = (_RUN, _ROWS) if text.count("；") + text.count(";") > 1 else (_RUN,)  # of three rows two have it
        spans = [run.span() for runs in patterns for run in islice(runs.finditer(text), MAX_HITS)]
        runs = [Hit(item.start(1), item.end(1), "#") for span in spans for item in _RUN_ITEM.finditer(text, *span)]
        starts = {hit.start for hit in runs} - {hit.start for hit in found}
        bare = [hit for hit in bare if hit.start not in starts] + [hit for hit in runs[:MAX_HITS] if hit.start in starts]
    turns = islice(_IN_TURN.finditer(text), MAX_HITS) if "分别" in text or "各自" in text else ()
    several = [one.span() for turn in turns for one in _EACH.finditer(text, *turn.span("numbers"))]
    last = [match.span(1) for match in islice(_LAST.finditer(text), MAX_HITS)] if "信息" in text else []
    asked = [match.span(1) for match in islice(_ASKED.finditer(text), MAX_HITS)]
    money = [match.span(1) for match in islice(_SUM_OF_MONEY.finditer(text), MAX_HITS)] if "万" in text else []
    line = _LINE.fullmatch(text) if not found and " " in text else None
    alone = [line.span(1)] if line else []
    lost = without_units(text)
    bare = [hit for hit in bare if hit[:2] not in lost] if lost else bare
    for spans, unit in ((lost, "条"), (asked, "-"), (last, "-"), (several, "-"), (alone, "#"), (money, "万元")):
        if spans:
            starts = {hit.start for hit in (*bare, *(found if spans is several else ()))}
            bare += [Hit(start, end, unit) for start, end in spans if start not in starts]
    return tuple(sorted(found + bare, key=lambda hit: hit.start) if bare else found)
