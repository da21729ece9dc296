"""A sign that somebody put words in: where it stands and what it says."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 80
"""Characters of the words that a sign keeps."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign. `where` is the place on the page (publisher, title, topic, text, source, …), `words` what stands there."""

    where: str
    words: str

    def __str__(self) -> str:
        return f"{self.where}: {' '.join(self.words.split())[:LONGEST]}"
