"""What each of several named places or days had: as many as are named, none where one is left open."""

from __future__ import annotations

import pytest

from pipelines.wording.claims import plain_number
from pipelines.wording.office.each import each_named


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("在便民大厅和文化站各设立了一处", 2, "places"),
        ("大厅、档案室、文化站各设查阅点1个", 3, "places"),
        ("5月和11月各举办一次", 2, "days"),
        ("上半年、下半年各组织培训2期", 4, "days"),
    ],
)
def test_counts_each_place_or_day_that_is_named(text: str, value: int, kind: str) -> None:
    each = each_named(text)
    assert each is not None
    assert (each.value, each.kind) == (value, kind)


@pytest.mark.parametrize(
    "text",
    [
        "大厅、文化站等各设1个", "社区、村各设1个", "各村各设1个", "文化站设1个",
        "大厅、大厅各设1个", "局长、副局长各1个", "3月和大厅各设1个",
    ],
)
def test_leaves_open_what_is_not_named(text: str) -> None:
    assert each_named(text) is None


def test_a_raw_text_of_several_places_reads_as_their_sum() -> None:
    assert plain_number("便民大厅和文化站各设立了一处") == "2处"
    assert plain_number("各36件") == "各36件"
