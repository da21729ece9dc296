"""Other words for the columns of the forms, and words that are none of them."""

from __future__ import annotations

import pytest

from pipelines.form.rows import names_of


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("其他", ("other_legal",)), ("其他组织", ("other_legal",)), ("其 他 法 人", ("other_legal",)),
        ("法人或其他组织", ("legal",)), ("公益组织", ("welfare",)), ("法律服务组织", ("legal_service",)),
        ("合计", ("total",)), ("其他行政机关", ()),
    ],
)  # fmt: skip
def test_applicant_types_in_other_words(header: str, names: tuple[str, ...]) -> None:
    assert tuple(names_of(header, "applicant")) == names
