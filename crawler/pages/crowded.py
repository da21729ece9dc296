"""Tags with thousands of attributes: libxml2 compares each with all before it, so that one tag of 500 KB takes half a minute."""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_ATTRIBUTES = 1000
"""Attributes of one tag that a parse stands; real pages have some twenty."""

LOOKED_AT = 100_000
"""Characters from which a page is looked through; a shorter one cannot hold enough attributes to matter."""

_TAG = re.compile(r"""<[a-zA-Z](?:[^>=]+|=\s*"[^"]*"|=\s*'[^']*'|=)*""")
"""A start tag without its `>`, as libxml2 reads it: quotes open behind `=` only. It matches wherever it begins: linear."""

_NAME = re.compile(r"<[a-zA-Z][^\s/>=]*")
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*)""")
_SCRIPT, _SCRIPT_END, _NEAR = "<script", "</script", 1_000_000


def without_crowds(text: str) -> str:
    """The markup with the attributes of crowded tags left out; what they hold is not shown anywhere. Any other page as it is."""
    if len(text) <= LOOKED_AT:
        return text
    kept: list[str] = []
    at = 0
    for start, end in _crowded(text):
        kept += [text[at:start], _NAME.findall(text[start:end])[0]]
        at = end
    return "".join([*kept, text[at:]]) if kept else text


def _crowded(text: str) -> Iterator[tuple[int, int]]:
    """Where tags with too many attributes begin and end."""
    for found in _TAG.finditer(text):
        start, end = found.span()
        if end - start < 2 * MOST_ATTRIBUTES:
            continue
        names = _VALUE.sub(" ", text[start:end]).replace("/", " ").split()
        if len(names) > MOST_ATTRIBUTES and not _in_script(text, start, end):
            yield start, end


def _in_script(text: str, start: int, end: int) -> bool:
    """Whether what looks like a tag is a comparison in a script, and runs to the script's end: if(a<b) …</script."""
    if _SCRIPT_END not in text[start:end].lower():
        return False
    before = text[max(0, start - _NEAR) : start].lower()
    return before.rfind(_SCRIPT) > before.rfind(_SCRIPT_END)
