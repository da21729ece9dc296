"""What was seen of a page once and is used by one stage after the other: its title, and the furniture round its report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipelines.folding import squeeze


@dataclass(frozen=True, slots=True)
class Title:
    """A title: trimmed, as printed, and where it was found (`heading`, `index-table`, `meta`, `page`, `text`, `title-tag`, …)."""

    text: str
    printed: str
    source: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """The page's own words round the report; `lines` are the first lines of the text, `before` the last ones above it.

    `foot` is the signature that stands right behind the article: the unit's name and the day.
    """

    rows: Mapping[str, str]
    lines: tuple[str, ...]
    date_lines: tuple[str, ...]
    breadcrumb: tuple[str, ...]
    before: tuple[str, ...] = ()
    site_names: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()

    def row(self, *labels: str) -> str | None:
        """The value of the first of these labels that has one; dashes and 无 count as none."""
        for label in labels:
            value = (self.rows.get(label) or "").strip(" \t:：|")
            if value and squeeze(value) not in {"无", "暂无", "无文号", "无号", "-", "--", "—", "——", "/", "空", "null", "None"}:
                return value
        return None


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody's words in the place of 政府信息公开: `words` without spaces, `breaks` where a line ends after each."""

    words: str
    breaks: bool

    @property
    def pattern(self) -> re.Pattern[str]:
        """Finds the words however they are spaced."""
        return re.compile(r"\s{0,2}".join(map(re.escape, self.words)))
