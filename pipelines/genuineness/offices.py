"""Whether what stands in a name's place can be an office at all, by its letters and by the list of foreign words."""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.folding import fold
from pipelines.genuineness.words import compact, hits
from pipelines.placing.printed import read_name

LONGEST = 200
"""Characters of a name that are looked at."""

_DOMAIN = re.compile(
    r"(?<![a-z0-9])[a-z0-9-]{2,}\s?\.\s?(?:com|net|cn|cc|vip|app|org|xyz|top|info|co|me|tv|bet|io|club|site|online|live|win|pw|la|hk|tw)\b"
    r"|https?:|www\s?\."
)
_GOVERNMENT_DOMAIN = re.compile(r"[a-z0-9.-]{2,60}\.gov\.cn")
_LATIN = re.compile(r"[a-z][a-z0-9'-]*")
_ENGLISH = frozenset({
    "county", "government", "annual", "report", "people's", "peoples", "city", "district", "town", "township", "province",
    "office", "the", "of", "on", "and", "for", "information", "disclosure", "open", "bureau", "department", "committee", "state",
    "administration", "china", "republic", "work",
})  # fmt: skip
_KNOWN_LATIN = frozenset({"cbd", "app", "tcl", "ktv", "ppp", "vip", "bbs", "led", "it", "oa", "wap", "wifi"})
_TAIL = re.compile(
    r"(?:[省市县区旗州盟乡镇]|街道|苏木|政府|局|委|委员会|办|办公[室厅]|办事处|厅|中心|院|站|公署|公司|联合会|[队所处会馆校学社部])(?:\([^()]*\))?$"
)
_ANY_TAIL = re.compile(
    _TAIL.pattern
    + r"|(?:社区|村|组|署|台|厂|场|园|中|行|团|库|联|集团|银行|机关|单位|部门|工会|学会|协会|商会|学院|大队|支队|小组|专班|热线)$"
)
_NUMBER = re.compile(r"\d{5,}")
_HOTLINE = re.compile(r"(?<!\d)12\d{3}(?=[^\da-z]{0,12}(?:热线|平台|电话|举报))")
"""The numbers of the state's own hotlines: 12345政务服务便民热线."""
_MACAU = re.compile(r"澳门(?:新(?!区)|百|皇冠|太阳|银河|金沙|永利|威尼)")


def foreign_letters(name: str) -> str | None:
    """What in a name is no Chinese office's writing: a domain, a Latin brand, a long number. None for none.

    Government domains, English words and known abbreviations (CBD) are left out; `name` may be of any writing.
    """
    folded = _GOVERNMENT_DOMAIN.sub("", fold(name[:LONGEST]).lower())
    if match := _DOMAIN.search(folded):
        return match.group()
    for match in _LATIN.finditer(folded):
        word = match.group()
        mixed = any(sign.isdigit() for sign in word) and len(word) > 2
        if word not in _ENGLISH and word not in _KNOWN_LATIN and (len(word) >= 4 or mixed or _beside_digits(folded, match)):
            return word
    number = _NUMBER.search(_HOTLINE.sub("", folded))
    if number:
        return number.group()
    other = [sign for sign in name[:LONGEST] if "\u0370" <= sign <= "\u05ff"]
    return "".join(other) if len(other) >= 2 else None  # Greek and Cyrillic letters that look like Latin ones


def _beside_digits(text: str, match: re.Match[str]) -> bool:
    return len(match.group()) >= 2 and text[match.end() : match.end() + 1].isdigit()


@lru_cache(maxsize=2048)
def is_foreign_name(name: str) -> bool:
    """True where what stands in the office's place cannot be one: a domain, a Latin brand, gambling, adult, loan words.

    The list says in which phrases such a word is an office's own: 六盘水市福利彩票发行中心, 太阳城镇.
    """
    if foreign_letters(name):
        return True
    bare = compact(name[:LONGEST])
    if hits(bare, "brand", "trade") or _MACAU.search(bare):
        return True
    return not _TAIL.search(bare) and bool(hits(bare, "lure"))


def is_no_office(name: str) -> bool:
    """True for Chinese words that end like no office and name no place: 山茶花开六号. Titles may have such words."""
    bare = compact(name[:LONGEST])
    return len(bare) >= 4 and not _ANY_TAIL.search(bare) and read_name(bare) is None
