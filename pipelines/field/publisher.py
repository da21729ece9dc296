"""Who publishes a report and who compiled it: from the title, the report's own statements, and the names it uses for itself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from pipelines.field.fullest import fullest, long_name
from pipelines.field.names import full_name, is_foreign, is_name, is_office, level_of
from pipelines.field.seen import Furniture
from pipelines.field.selfnames import placed, rebuild, self_nouns
from pipelines.field.statements import compiler, stated_publisher
from pipelines.field.titles import TOPIC
from pipelines.folding import fold, squeeze

_YEARS = re.compile(
    r"(?:2\d{4}(?=年)|20\d(?=年)|20\d\d|2[0Oo][\dlIOo]{2}(?=年)|\d\d(?=年)"
    r"|[二2][〇零○ОOo0][〇零○ОOo0一二三四五六七八九]{2})(?: ?年?度?(?:-|至|~|到) ?20\d\d)? ?(?:学年|年[底终末]?)?度?"
)

_TOPIC_OFFICE = re.compile(r"(?:工作)?(?:领导小组)?(?:办公[室厅]|中心|局|处|科)")


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher: its full name, what stands at its place, who compiled the report; `inferred` if printed nowhere."""

    name: str | None
    printed: str | None
    inferred: bool = False
    compiled_by: str | None = None


def name_in_title(title: str) -> str | None:
    """What stands in the publisher's place in a title, as printed; None where it names nobody.

    >>> name_in_title("永宁县人民政府信息公开工作年度报告"), name_in_title("2018年建新镇政府信息公开年报")
    ('永宁县人民政府', '建新镇')
    """
    folded = fold(title)
    # 安徽省政务公开办公室2017年政府信息公开年报: the first topic belongs to the office's name.
    topics = (found for found in TOPIC.finditer(folded) if not _TOPIC_OFFICE.match(folded, found.end()))
    topic = next(topics, None) or _LAWFUL.search(folded)
    if topic is None:
        return None
    head = _KIND_BEFORE.sub("", title[: topic.start()])
    if head.endswith("人民") and topic.group().startswith("政府"):
        head += "政府"
    issued = _ISSUED.search(head)  # 永宁县人民政府办公室关于印发《永宁县2017年…》的通知: the report's own name is inside
    name = (_bare(head[issued.end() :]) or _bare(head[: issued.start()])) if issued else _bare(head)
    if name:
        return name
    tail = title[topic.end() :]
    inside = re.search(r"[(（]([^()（）]{3,30})[)）]\s*$", tail) or re.search(r"(?:-|—|－|——)\s*([^-—－]{3,30})$", tail)
    return inside[1] if inside and is_name(inside[1]) and full_name(inside[1]) and not re.search(r"\d", inside[1]) else None


_LAWFUL = re.compile(r"法定(?:主动)?公开")
"""What bureaus of taxes call their openness: 法定公开工作年报."""
_KIND_BEFORE = re.compile(r"(?:工作)?(?:报告|总结|年报)[（(]$")
"""大河镇2015年终总结（政务公开工作）."""
_ISSUED = re.compile(r"[关關][于於](?:公布|发布|印发|转发|公开|报送|上报|呈报|呈送)")
_AROUND_A_NAME = re.compile(r"^(?:[关關][于於])?(?:公布|发布|印发)?|(?:的|年度|本级|主动|开展|推进|做好|全面|[关關][于於])+$")


_SERIAL = re.compile(
    r"(?:附件? ?\d{0,3} ?[:.、]|第\d{1,3}号(?= )|\[\d{1,3}\]|\([一二三四五六七八九十\d]{1,3}\)、?|[一二三四五六七八九十]{1,3}、"
    r"|(?:No ?\.? ?)?\d{1,3} ?[.、-](?!\d)|\d{1,2}(?= )|0\d(?=[\u4e00-\u9fff])) ?"
)
"""The number that a list gave a report: 05、, (五). A unit's own (110指挥中心) has no sign behind it."""


def _bare(head: str) -> str | None:
    """A title's opening without number, year, 关于, 的, brackets and quotation marks; None where nothing is left that names."""
    head = head.lstrip()
    head = head[serial.end() :] if (serial := _SERIAL.match(fold(head))) else head
    years = list(_YEARS.finditer(fold(head)))
    if years and (office := _before_year(head[: years[0].start()], head[years[-1].end() :])):
        return office
    for match in reversed(years):
        head = head[: match.start()] + head[match.end() :]
    head = _EMPTY.sub("", head)
    head = _AROUND_A_NAME.sub("", head.strip(" 《\"“”'|-—_"))
    head = re.sub(r"^(?:年度?|\(?(?:年报|年度报告)\)?)", "", head).strip(" 《》\"“”'|-—_、:：")
    head = _TWICE.sub("", _without_topic(head))
    bare = squeeze(head)
    return head if is_name(bare) or (bare and is_foreign(bare)) else None


_MANY = re.compile(
    r"(?:及|和|与|、)?(?:所属|所辖|下属|全部|直属?|属|级)?各(?:乡|镇|街道|部门|单位|县|区|市)[各县市区街道乡镇部门单位及和与、()场]{0,20}$"
)
"""清溪县各乡镇: those whose reports are put together; the one who does it stands before."""
_SUBJECT = re.compile(r"(?:环境|环保|预决算|预算|决算|党务|企业|信用|价格|重点领域)+$")
"""What is made public, at the end of an office's name that a title runs into its topic: 环境保护局2016年环境信息公开."""


_TWICE = re.compile(r"([\u4e00-\u9fff]{1,9}?(?:[省市县区旗州盟乡镇局委厅院站]|街道|办公室|中心))(?=\1)")
"""东岭县2016年东岭县水利局: the seat or the office that stood before the year too."""


_EMPTY = re.compile(r"[(（〔\[]\s*[)）〕\]]")
"""What is left of (2017年)."""


def _before_year(above: str, behind: str) -> str | None:
    """The department that stands before a title's year, where what stands behind the year is its subject and no office."""
    name = _AROUND_A_NAME.sub("", above.strip(' 《"“'))
    subject = _AROUND_A_NAME.sub("", behind.strip())
    if not subject or not is_name(squeeze(name)) or is_office(subject) or level_of(name) != "department":
        return None
    return name if is_office(name) and is_name(squeeze(subject)) else None


def _without_topic(head: str) -> str:
    """An office's name without the word of the topic or the many offices that a title puts behind it."""
    for pattern in (_MANY, _SUBJECT):
        shorter = pattern.sub("", head)
        if shorter != head and is_office(shorter) and is_name(squeeze(shorter)):
            return shorter
    return head


def read_publisher(title: str | None, furniture: Furniture, text: str) -> Publisher:
    """The publisher of the report whose text is given; a name nobody prints is marked inferred, no name is None."""
    nouns = self_nouns(text)
    compiled = compiler(text)
    printed = name_in_title(title) if title else None
    if printed and is_foreign(printed):
        rebuilt = rebuild(text, nouns)
        return Publisher(full_name(rebuilt) if rebuilt else None, printed, bool(rebuilt), compiled)
    # What ends like no office (a stray word of the title) speaks only where the report itself names nobody.
    sure = printed if printed and is_office(printed) else None
    if sure and (placed_office := _with_its_place(sure, furniture, text, nouns)):
        sure = placed_office
    name = sure or stated_publisher(furniture, text, nouns) or printed or rebuild(text, nouns, kinds=1)
    if name is None:
        return Publisher(None, None, compiled_by=compiled)
    known = "\n".join((text, *furniture.site_names))
    full = fullest(full_name(placed(long_name(squeeze(name), known) or squeeze(name), text)), text)
    around = [
        title or "",
        *furniture.rows.values(),
        *furniture.breadcrumb,
        *furniture.lines,
        *furniture.before,
        *furniture.site_names,
    ]
    bare = squeeze(name)
    printed_there, full_there = _stands_in(bare, text, around), _stands_in(full, text, around)
    return Publisher(full, bare if printed_there else None, not full_there, compiled)


_PLACELESS = re.compile(r"[省市县区旗州盟乡镇](?:人民)?(?:政府|府)(?:办公[室厅]|办)?")


def _with_its_place(short: str, furniture: Furniture, text: str, nouns: Counter[str]) -> str | None:
    """The office that the page states elsewhere for one that its title calls by no place: 区府办, 县政府办公室."""
    if not _PLACELESS.fullmatch(squeeze(short)):
        return None
    stated = stated_publisher(furniture, text, nouns)
    whole = full_name(stated) if stated else ""
    return stated if whole != full_name(short) and whole.endswith(full_name(short)) else None


def _stands_in(name: str, text: str, around: list[str]) -> bool:
    """Whether a name is printed somewhere, however it is spaced. Nearly always it stands in the text just so."""
    return name in text or name in squeeze("".join([text, *around]))
