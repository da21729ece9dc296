"""What a text leaves in the index, told from a slow reading of it character by character."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from models.search_words import LOOK_ALWAYS, MOST_GRAMS, folded, grams

SIGNS = st.text(st.sampled_from("公开府年报A4ａＢ９，。 \n\x00-_é　z0\ufffd\U00020000😀"), max_size=14)
LEFT_OUT = ",，。 \n\x00-_　"


def slowly(*texts: str | None) -> set[str]:
    found: set[str] = set()
    for text in texts:
        run = ""
        for sign in [*folded((text or "").replace("\x00", "\ufffd")), " "]:
            if sign in LEFT_OUT:
                found |= {run[-1]} if run else set()
                run = ""
            else:
                found |= {run[-1] + sign} if run else set()
                run += sign
    return found


@given(title=st.none() | SIGNS, words=SIGNS)
def test_each_two_neighbours_and_each_last_one_are_entries_once(title: str | None, words: str) -> None:
    found = grams(title, words)
    assert len(set(found)) == len(found)
    assert set(found) == slowly(title, words)


def test_the_same_text_gives_its_entries_in_the_same_order() -> None:
    assert grams("某县年报", "公开A4") == grams("某县年报", "公开A4")


def test_a_text_that_is_too_varied_is_looked_at_always() -> None:
    signs = random.Random(1).choices([chr(0x4E00 + number) for number in range(20_000)], k=MOST_GRAMS + 5000)
    assert len(grams(None, "".join(signs[: MOST_GRAMS - 5000]))) > 90_000
    assert grams(None, "".join(signs)) == [LOOK_ALWAYS]
