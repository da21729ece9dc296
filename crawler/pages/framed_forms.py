"""Lists that stand in a frame which a form fills: the frame has no address of its own, a script posts the form into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from urllib.parse import urlencode, urlsplit

from lxml.html import HtmlElement

from crawler.pages.paging import PageRequest

_EMPTY = frozenset({"", "about:blank", "#", "javascript:void(0)", "javascript:;"})
_MOST_FORMS, _MOST_FIELDS, _LONGEST = 20, 60, 500
_LARGEST_STATE = 2 * 1024 * 1024


def framed_form(document: HtmlElement, absolute: Callable[[str], str | None]) -> PageRequest | None:
    """The request that fills an empty frame of a page, with what its form holds as it came; None where no form does so.

    A form that asks for a password is never sent, nor one that is too large. What is hidden in it goes back whole: the state
    of an ASP.NET page is of some kilobytes, and nothing when it is cut.
    """
    frames = {
        name
        for frame in islice(document.iter("iframe", "frame"), _MOST_FORMS)
        if frame.get("src", "").strip().lower() in _EMPTY
        for name in (frame.get("name"), frame.get("id"))
        if name
    }
    for form in islice(document.iter("form"), _MOST_FORMS) if frames else ():
        if form.get("target") in frames and not any(field.get("type") == "password" for field in form.iter("input")):
            return _sent(form, absolute)
    return None


def _sent(form: HtmlElement, absolute: Callable[[str], str | None]) -> PageRequest | None:
    url = absolute(form.get("action", ""))
    fields = urlencode(list(islice(_fields(form), _MOST_FIELDS)))
    if url is None or len(fields) > _LARGEST_STATE:
        return None
    if form.get("method", "get").lower() == "post":
        return PageRequest(url, "POST", fields.encode("ascii"))
    return PageRequest(f"{url}{'&' if urlsplit(url).query else '?'}{fields}")


def _fields(form: HtmlElement) -> Iterator[tuple[str, str]]:
    for field in form.iter("input", "select", "textarea"):
        name, kind = field.get("name"), field.get("type", "text").lower()
        if not name or kind in ("submit", "button", "image", "reset", "file") or _is_unchecked(field, kind):
            continue
        value = _chosen(field) if field.tag == "select" else field.get("value", field.text or "")
        yield name, value if kind == "hidden" else value[:_LONGEST]


def _is_unchecked(field: HtmlElement, kind: str) -> bool:
    return kind in ("checkbox", "radio") and "checked" not in field.attrib


def _chosen(field: HtmlElement) -> str:
    options = list(islice(field.iter("option"), _MOST_FIELDS))
    chosen = [option for option in options if "selected" in option.attrib] or options[:1]
    return chosen[0].get("value", (chosen[0].text or "").strip()) if chosen else ""
