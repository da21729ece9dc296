"""Addresses that show the same page: session ids and tracking parameters, http and https, www, mobile and print twins."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = frozenset({
    "spm", "from", "isappinstalled", "wxshare", "gclid", "fbclid", "scene", "clicktime", "enterid", "sharedfrom", "share_token",
})  # fmt: skip
_SESSION = frozenset({"jsessionid", "phpsessid", "aspsessionid", "sessionid", "cfid", "cftoken"})
_DISPLAY = frozenset({"print", "isprint", "printable", "printpage", "mobile", "ismobile", "wap", "device"})
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid)=[^/?#;]*", re.IGNORECASE)
_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
_MOBILE_HOST = re.compile(r"^(?:m|wap|mobile|3g)\.(?=[^/]*\.)", re.IGNORECASE)
_MOBILE_POST = re.compile(r"/mpost_(?=\d)")
_PRINT_FILE = re.compile(r"[_-]print(?=\.\w{2,5}$)", re.IGNORECASE)


def is_noise(name: str) -> bool:
    """Whether a parameter of this name says nothing of the page: who asked, in which session, by which link."""
    lowered = name.lower()
    return lowered in _TRACKING or lowered in _SESSION or lowered.startswith("utm_")


def without_session(path: str) -> str:
    """A path without the session id that some servers write into it."""
    return _PATH_SESSION.sub("", path)


def address(url: str) -> str:
    """The address without what does not tell pages apart: scheme, `www.`, fragment, session id, tracking, a trailing slash.

    >>> address("https://www.x.gov.cn/a/;jsessionid=1F?spm=3&id=7#top")
    'x.gov.cn/a/?id=7'
    """
    return _address(url, frozenset())


def page_address(url: str) -> str:
    """The address of the page of which this may be the mobile or print twin."""
    plain = _MOBILE_POST.sub("/post_", _MOBILE_HOST.sub("", _address(url, _DISPLAY)))
    return _PRINT_FILE.sub("", plain.partition("?")[0]) + (f"?{query}" if (query := plain.partition("?")[2]) else "")


def _address(url: str, besides: frozenset[str]) -> str:
    plain = _SCHEME.sub("", url.partition("#")[0])
    if "?" in plain or ";" in plain:
        plain = _without_noise(plain, besides)
    return plain.removesuffix("/")


def _without_noise(plain: str, besides: frozenset[str]) -> str:
    try:
        parts = urlsplit(f"//{plain}")
        pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=200)
    except ValueError:
        return plain
    kept = [(name, value) for name, value in pairs if not is_noise(name) and name.lower() not in besides]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept, errors="surrogateescape")
    return urlunsplit(("", parts.netloc, without_session(parts.path), query, "")).removeprefix("//")
