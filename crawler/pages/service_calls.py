"""The call that a list page's script makes to a list service, read out of the script's text; nothing is run."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

from crawler.pages.paging import PAGE_NAMES, PageRequest

_MARKS = ("$.ajax", "$.post", "$.get", "jQuery.ajax", "axios", "fetch(", "/igs/front/search", "/search/publish/data/list")
_CALL = re.compile(r"(?:(?:\$|jQuery)\.(ajax|post|getJSON|get)|axios(?:\.(post|get))?|\b(fetch))\s{0,3}\(")
_ADDRESS = re.compile(r"['\"`]((?:https?:/)?/{0,2}[\w./~%-]{2,200}(?:\?[^'\"`<>\s]{0,600})?)['\"`]")
_DATA = re.compile(r"(?:\bdata|\bbody|\bparams|,)\s{0,3}:?\s{0,3}(?:JSON\.stringify\(\s{0,3})?\{([^{}]{3,1500})\}")
_PAIR = re.compile(r"['\"]?([\w.\[\]]{1,40})['\"]?\s{0,3}:\s{0,3}(?:['\"]([^'\"]{0,200})['\"]|([\w.$]{1,60}))")
_POST = re.compile(r"\b(?:type|method)['\"]?\s{0,3}:\s{0,3}['\"]post['\"]", re.IGNORECASE)
_JSON_BODY = re.compile(r"JSON\.stringify|application/json")
_WINDOW, _MOST_CALLS = 2500, 20


def call_in(text: str, absolute: Callable[[str], str | None]) -> PageRequest | None:
    """The first call that asks for a numbered page of a list, as a request for its first page; None when there is none."""
    return next(calls_in(text, absolute), None)


def calls_in(text: str, absolute: Callable[[str], str | None]) -> Iterator[PageRequest]:
    """Every call of a page's scripts that carries a page number, in order, at most some."""
    if not any(mark in text for mark in _MARKS):
        return
    for number, call in enumerate(_CALL.finditer(text)):
        if number >= _MOST_CALLS:
            return
        after = _CALL.search(text, call.end())
        window = text[call.end() : min(call.end() + _WINDOW, after.start() if after else len(text))]
        request = _request(text, window, (call[1] or call[2] or call[3]) == "post", absolute)
        if request is not None:
            yield request


def _request(text: str, window: str, posts: bool, absolute: Callable[[str], str | None]) -> PageRequest | None:
    address = next((found for found in _ADDRESS.finditer(window) if "/" in found[1]), None)
    url = absolute(address[1]) if address else None
    if url is None or address is None:
        return None
    data = _DATA.search(window, address.end()) or _DATA.search(window)
    fields = {name: _value(text, quoted, bare) for name, quoted, bare in _PAIR.findall(data[1])} if data else {}
    query = dict(parse_qsl(urlsplit(url).query))
    number = next((name for name in (*fields, *query) if name.lower() in PAGE_NAMES), None)
    if number is None:
        return None
    if number in fields:
        fields[number] = fields[number] if fields[number] in ("0", "1") else "1"
    if not (posts or _POST.search(window)):
        return PageRequest(url + ("&" if "?" in url else "?") + urlencode(fields) if fields else url)
    as_json = _JSON_BODY.search(window) is not None
    body = json.dumps(_typed(fields), ensure_ascii=False) if as_json else urlencode(fields)
    return PageRequest(url, "POST", body.encode("utf-8"))


def _value(text: str, quoted: str, bare: str) -> str:
    """What a field is set to: the literal, or what the script sets that name to somewhere; "" for what only a browser knows."""
    if not bare or bare.isdecimal():
        return quoted or bare
    if bare in ("true", "false"):
        return bare
    said = re.search(rf"\b{re.escape(bare)}\s{{0,3}}=\s{{0,3}}(?:['\"]([^'\"<>]{{0,120}})['\"]|(\d{{1,12}})\b)", text)
    return (said[1] or said[2] or "") if said else ""


def _typed(fields: dict[str, str]) -> dict[str, str | int]:
    """The fields with short numbers as numbers, as a script would send them in JSON."""
    return {name: int(value) if value.isdecimal() and len(value) < 6 else value for name, value in fields.items()}
