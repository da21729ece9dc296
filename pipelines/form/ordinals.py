"""Serial numbers as they are printed beside the rows of a form, and what they count."""

from __future__ import annotations

from functools import cache

MOST_SERIAL = 300
"""No form has as many rows, not as a list of its cells either; a larger number is no serial number that is looked for."""

_WIDE = {ord(digit): chr(ord(digit) + 0xFEE0) for digit in "0123456789"}


@cache
def ordinals() -> dict[str, int]:
    """How a serial number is printed, to what it counts: 3, 03, 3., 3、, （3）, ③, 三, （三）, 三、."""
    found: dict[str, int] = {}
    for number in range(1, MOST_SERIAL + 1):
        tens, ones = divmod(number, 10)
        said = [str(number), f"{number:02d}"]
        if number < 100:
            digits = "一二三四五六七八九"
            said.append(("" if tens < 2 else digits[tens - 1]) + ("十" if tens else "") + (digits[ones - 1] if ones else ""))
        for text in said:
            for form in (text, f"{text}.", f"{text}、", f"({text})", f"{text})", f"（{text}）", f"{text}）", f"{text}．"):
                found[form] = number
            found[text.translate(_WIDE)] = number
    for start in ("①", "⑴", "⒈"):
        found |= {chr(ord(start) + number): number + 1 for number in range(20)}
    return found

