"""Somebody's words in the running text of a report: a brand for 人民政府, a gambling domain for the portal's address.

A report may speak of casinos, lotteries and loans in its own words. What counts is a word where only an office, a portal
or a channel can stand, a brand that no raid or warning explains, and a Latin brand in an office's place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipelines.genuineness.offices import foreign_letters
from pipelines.genuineness.signs import Sign
from pipelines.genuineness.words import Hit, compact, hits, is_own_talk, plain

MEASURED = 120_000
"""Characters of a report that are searched."""

_SLOT_AFTER = re.compile(
    r"(?:官网|网址|登录|下载|注册|入口|平台|游戏|大厅|app){0,3}(?:[\u4e00-\u9fff]{0,4}?(?:各?办公[室厅](?!用)|门户网|官方网站|公众信息网|政务网|人民政府|工作领导小组|常务会议)|网站(?:公开|发布|设)|公开\d|发布\d|信息公开)"
    r"|(?:省|市(?!场|值|级|民|面|区)|县(?!级)|区|镇|乡)[\u4e00-\u9fff]{0,8}?(?:局|委员会|人民政府|政府办|办公[室厅])"
)
_LATIN = re.compile(r"[a-z][a-z0-9.\-]{2,24}")
_BEFORE = re.compile(r"(?:^|[省市县区旗州盟乡镇府由在从过到录和、，,。:(\n])(?:[\u4e00-\u9fff]{1,4})?$")
_OFFICE_AFTER = re.compile(
    r"各?办公[室厅]|门户网|网站(?:公开|设|发布|首页)|人民政府|[省市县区镇乡](?:人民)?政府|信息公开|政务公开|常务会议"
)
_PORTAL = re.compile(
    r"(?:门户网站?|政府网站?|信息网|政务网|网站|网址|网上)[^\n。；;]{0,12}?[（(:：\s](?:https?://)?((?:[A-Za-z0-9-]{1,40}\.){1,4}[A-Za-z]{2,6})"
)
_LABELS = re.compile(
    r"(?:bocai|casino|dubo|caipiao|qipai|bjl|xpj|shiboc|lottery\d|poker|vwin|yabo|leyu|bet\d|\d{2,}bet|hg\d{3,}|js\d{4,}|pk10|ssc\d|k8|w88|ag\d{2,}|sex|porn|av\d{2,})"
)
_BAD_ENDINGS = (".vip", ".bet", ".win", ".xxx", ".casino", ".poker", ".sex", ".porn")


def signs_in_text(text: str, host: str | None) -> Iterator[Sign]:
    """Every sign in a report's running text; `host` is the page's own host where it is no government's."""
    measured = plain(text[:MEASURED])
    found = hits(measured, "brand", "trade")
    for hit in found:
        if not is_own_talk(measured, hit.start, hit.end) and _counts(measured, hit, found):
            yield Sign("text", _line(measured, hit.start, hit.end))
            break
    yield from _latin(measured, host)


def _counts(text: str, hit: Hit, found: list[Hit]) -> bool:
    """A brand always; the word of a trade where an office or channel belongs, or in an advertisement's line."""
    if hit.word.strength == "brand" or _SLOT_AFTER.match(text, hit.end):
        return True
    start, end = text.rfind("\n", 0, hit.start) + 1, text.find("\n", hit.end)
    line = text[start : end if end >= 0 else len(text)]
    words = {other.word.word for other in found if start <= other.start < start + len(line)}
    return len(words) >= 2 and len(line) < 400 and bool(hits(compact(line[:400]), "lure"))


@lru_cache(maxsize=4096)  # the lines above an article are those of the site's other pages too
def is_advertisement(line: str) -> bool:
    """True for a line of nothing but the trade's words: two of them and an advertisement's, or three."""
    bare = plain(line[:400])
    found = [hit for hit in hits(bare, "brand", "trade") if not is_own_talk(bare, hit.start, hit.end)]
    words = {hit.word.word for hit in found}
    return (
        len(words) >= 3
        or (len(words) >= 2 and bool(hits(bare, "lure")))
        or (len(words) == 1 and found[0].word.strength == "brand")
    )


def _line(text: str, start: int, end: int) -> str:
    return text[max(text.rfind("\n", 0, start) + 1, start - 12) : end + 12].split("\n")[0]


def _latin(text: str, host: str | None) -> Iterator[Sign]:
    """Latin brands in an office's place, and portal addresses that belong to the trade."""
    for match in _LATIN.finditer(text):
        start = max(0, match.start() - 6)
        if not _OFFICE_AFTER.match(text, match.end()) or not (before := _BEFORE.search(text[start : match.start()])):
            continue
        if foreign_letters(match.group()):
            yield Sign("text", _line(text, start + before.start(), match.end()))
            break
    for match in _PORTAL.finditer(text):
        domain = match[1].lower()
        if is_trade_domain(domain):
            yield Sign("portal", domain)
            break
    label = _own_label(host)
    if label and (named := re.search(rf"{re.escape(label)}(?:省|市|县|区|镇|乡|街道|人民政府|政府)", text)):
        yield Sign("name", f"{named.group()}, the page's own host")


def _own_label(host: str | None) -> str | None:
    """The label of a foreign host that may stand for a place's name: puraview of www.puraview.com."""
    labels = [label for label in (host or "").split(".")[:-1] if label not in ("www", "m", "wap", "com", "net", "org")]
    return labels[-1] if labels and len(labels[-1]) >= 4 else None


def is_trade_domain(domain: str) -> bool:
    """True for a host that is named as gambling sites are: hg0088.com, bocai-188.net, 57365.com."""
    if domain.endswith(".gov.cn"):
        return False
    labels = [label for label in domain.split(".")[:-1] if label not in ("www", "m", "wap", "com", "net", "org", "gov")]
    named = labels[-1] if labels else ""
    if not named:
        return False
    digits = sum(sign.isdigit() for sign in named)
    # 12306.cn and 12348.net are public hotlines, 0577yj.com is a local site named by its telephone area.
    known = (named[:2] == "12" and digits == len(named) == 5) or (named[0] == "0" and digits <= 4)
    numeric = digits >= 3 and 2 * digits > len(named) and not known
    return domain.endswith(_BAD_ENDINGS) or numeric or bool(_LABELS.search(named))
