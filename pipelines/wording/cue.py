"""How a cue is looked for: only where the characters that every match of it has are there at all."""

from __future__ import annotations

import re


class Cue:
    """A pattern that is tried only on texts with one of the characters that every match of it has: most have none."""

    __slots__ = ("_any", "_pattern")

    def __init__(self, chars: str, pattern: str) -> None:
        self._any, self._pattern = re.compile(f"[{chars}]"), re.compile(pattern)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match, if there is one."""
        return self._pattern.search(text) if self._any.search(text) else None


def led(firsts: str, pattern: str) -> re.Pattern[str]:
    """The pattern behind a look at the next character, which is one of `firsts` where a match begins.

    Without it each of the alternatives is tried at each character of a text, unless all of them begin with plain characters.
    """
    return re.compile(f"(?=[{firsts}])(?:{pattern})")
