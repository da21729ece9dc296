"""Whether a host name is spelt like a place: `xingguo.gov.cn` by the pinyin of 兴国县, `kmjn` by initials (昆明, 晋宁)."""

from __future__ import annotations

import re
from functools import lru_cache

from models.divisions import Division, gazetteer

_NOT_NAMES = frozenset(
    {"www", "gov", "cn", "com", "net", "org", "xxgk", "zwgk", "zfxxgk", "xxgkml", "gk", "zf", "zfxx", "zwfw", "wap", "web"}
)
_HOST = re.compile(r"https?://(?:[^/?#@]{0,200}@)?([0-9A-Za-z.-]{1,200})", re.IGNORECASE)
_IP = re.compile(r"[0-9.]+")
_KINDS = ("", "xian", "x", "qu", "q", "shi", "s", "qi", "zhou", "z", "zf", "gov", "xq")


def host_of(url: str) -> str | None:
    """The host of an address, None where it has none or is a bare IP address.

    >>> host_of("http://WWW.xingguo.gov.cn:8080/a"), host_of("http://10.0.0.1/a"), host_of("nonsense")
    ('www.xingguo.gov.cn', None, None)
    """
    match = _HOST.match(url)
    host = match[1].lower() if match else ""
    return host if "." in host and not _IP.fullmatch(host) else None


@lru_cache(maxsize=1024)
def labels_of(host: str) -> tuple[str, ...]:
    """The parts of a host that may spell a place, at most four."""
    parts = re.split(r"[.-]", host[:200])
    return tuple([part for part in parts if 2 <= len(part) <= 30 and part.isalpha() and part not in _NOT_NAMES][:4])


@lru_cache(maxsize=1 << 16)
def spelling(labels: tuple[str, ...], code: str) -> int:
    """How surely a label spells the county or prefecture of a code: 2 by its syllables, 1 by initials with those above, 0 not.

    >>> spelling(("xingguo",), "360732"), spelling(("kmjn",), "530115"), spelling(("xingguo",), "430421")
    (2, 1, 0)
    """
    known = gazetteer()
    chain = [one for one in (known.of_code(code[:6]), known.of_code(code[:4] + "00"), known.of_code(code[:2] + "0000")) if one]
    names = [one for one in dict.fromkeys(chain) if one.pinyin]
    if not names or names[0].depth == 1:
        return 0
    if any(_spelt(label, names[0]) for label in labels):
        return 2
    return int(any(_initials(label, names) for label in labels))


def _syllables(division: Division) -> list[list[str]]:
    return [part.replace("lv", "lu").replace("nv", "nu").split("|") for part in division.pinyin.split(" ")]


def _spelt(label: str, division: Division) -> bool:
    ends = {0}
    bare = label.replace("lv", "lu").replace("nv", "nu")
    for readings in _syllables(division):
        ends = {at + len(one) for at in ends for one in readings if bare.startswith(one, at)}
    return any(bare[at:] in _KINDS for at in ends)


def _initials(label: str, names: list[Division]) -> bool:
    """The county's initials after those of its prefecture or province: `kmjn`, `hbnz`, `hrbdl`."""
    if not 3 <= len(label) <= 8:
        return False
    for above in names[1:]:
        ends = {0}
        for readings in _syllables(above) + _syllables(names[0]):
            ends = {at + 1 for at in ends for one in readings if label[at : at + 1] == one[0]}
        if any(label[at:] in _KINDS for at in ends):
            return True
    return False
