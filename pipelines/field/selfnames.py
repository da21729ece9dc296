"""What a report calls itself and its place in its own sentences: 我镇, 市移民局, the name it uses most."""

from __future__ import annotations

import re
from collections import Counter

from pipelines.field.names import is_name
from pipelines.folding import fold
from pipelines.items import Level

SELF = re.compile(
    r"[我本](省|市|县|区|旗|州|盟|乡|镇|街道|街(?![区头])|办事处|局|委|厅|院|中心|站|所|队|处|馆|苏木|办(?![公理法事案]))(?![级地次直长域]|内设)"
)
_QUOTED = re.compile("《[^》]{0,80}》")
"""What somebody else's document is called: 《…关于做好我市…年度报告的通知》 is no word of the report's own."""
_LEVELS: dict[str, Level | None] = {
    "省": "province", "州": "prefecture", "盟": "prefecture", "市": None, "县": "county", "区": "county", "旗": "county",
    "乡": "township", "镇": "township", "街道": "township", "街": "township", "苏木": "township", "办事处": None,
}  # fmt: skip
_UPPER = frozenset("省市县区旗州盟乡镇街") | {"街道", "苏木"}
_STEM_STOP = frozenset("的在由和与向全我本各该为及对是了到从经按据个每进入过等省市县区镇乡级，。、《》“”()0123456789年月日")


def self_nouns(text: str) -> Counter[str]:
    """How often the report calls its publisher 我镇, 我局, 本县 …, by the noun."""
    return Counter(SELF.findall(_QUOTED.sub("", fold(text[:60000]))))


def level_called(text: str) -> Level | None:
    """The level that a report gives itself (我县, 本镇) where it always gives the same; None for 我市, which may be two.

    Where it never says 我 or 本, its own officers tell: 副局长为副组长 is a department's.
    """
    nouns = self_nouns(text)
    if not nouns:
        return "department" if _OF_A_BUREAU.search(text[:20000]) and not _OF_A_PLACE.search(text[:20000]) else None
    levels = {_LEVELS.get(noun, "department") for noun in nouns}
    if levels == {"county"} and set(nouns) == {"区"} and _ZONE.search(text):
        return None  # 我区 of a development or administration zone, which may be anything
    return levels.pop() if len(levels) == 1 else None


_OF_A_BUREAU = re.compile(r"(?<![局县市区])副?局长|(?<![县市区各])局(?:党组|党委|机关|领导|属|办公室|务会|班子)|委党组|厅党组")
_OF_A_PLACE = re.compile(r"(?:[县市区镇乡]|街道)(?:党委书记|委书记|长任|长为|长担任)|[镇乡县区]长|各乡镇|村委会")
_ZONE = re.compile("开发区|管理区|高新区|保税区|园区")
_ZONES = ("开发", "管理", "工业", "产业", "示范", "保税", "度假", "景", "园", "辖", "社")
"""What stands before 区 where no division is meant; a zone's name is not put together from pieces."""
_VERBS = (
    "公布", "发布", "公开", "公示", "报送", "编制", "印发", "根据", "按照", "依据", "结合", "现将", "推进", "推动", "联系",
    "通过", "其中",
)  # fmt: skip
"""现向社会公布市环保局…, 其中县网站86条: what is done or counted, and no place's name."""
_NO_STEMS = (*_ZONES, *_VERBS)


def _stem(noun: str, text: str) -> str | None:
    """The name of a division that the text itself uses most: 沈荡 for 镇. None where no name comes twice.

    Chinese has no spaces, so every stretch of one to four signs before the noun is a candidate; the one whose sign run
    comes most often in the whole text wins, and of those that come equally often the longest.
    """
    best, best_key = None, (1, len(text))
    for match in sorted(set(re.findall(rf"([\u4e00-\u9fff]{{1,5}}){noun}", text))):  # sorted: two that tie give the same each run
        if match.endswith(_NO_STEMS):
            continue
        for size in range(2, len(match) + 1):
            stem = match[-size:]
            if _STEM_STOP & set(stem):
                break
            key = (text.count(stem), size)
            if key > best_key:
                best, best_key = stem, key
    return best


def placed(name: str, text: str) -> str:
    """A department named by its seat's kind alone, with the seat's name put before it: 县教育局 -> 柳河县教育局."""
    if not re.match(r"[省市县区旗州盟](?!政府|人民|委|直|级)[^省市县区旗州盟乡镇]{2,}$", name):
        return name
    stem = _stem(name[0], text)
    return stem + name if stem else name


_SUBJECT = re.compile(
    r"(?:^|[。\n;,《(:、\"“])(?:由|经|在)?([省市县区旗州盟])([\u4e00-\u9fff]{2,16}?)(局|委员会|委|厅|办公室|中心|院|站)(?=[^\u4e00-\u9fff]|[^关印等和与])"
)
_CITING = re.compile(r"^(?:人民政府|政府|政务公开|府办|委|委办|政协|人大)")


def _department(noun: str, text: str) -> str | None:
    """The department that the text names as itself: ends in the noun it uses for itself, longest form of those used."""
    folded = fold(text)
    names: Counter[str] = Counter()
    for match in _SUBJECT.finditer(folded):
        seat, core, tail = match.groups()
        if tail != noun and not (noun == "委" and tail == "委员会"):
            continue
        if not _CITING.match(core) and "关于" not in core and "、" not in core:
            names[seat + core + tail] += 1
    if not names:
        return None
    name = max(names, key=lambda found: (len(found), names[found]))
    stem = _stem(name[0], text)
    return stem + name if stem else None


def rebuild(text: str, nouns: Counter[str], kinds: int = 2) -> str | None:
    """The publisher's name put together from the names that the report uses for itself; None where they do not tell.

    `kinds` tells how many of the kinds it calls itself (我局, 我县) are tried, the most frequent first.
    """
    for noun, _ in nouns.most_common(kinds):
        if noun in _UPPER:
            stem = _stem(noun, text)
            name = stem + noun if stem else None
        else:
            name = _department(noun, text)
        if name and is_name(name):
            return name
    return None
