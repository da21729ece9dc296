"""Files of questions: what is missing or wrong in one is told with its name."""

import pytest

from explorer.questions import BadQuestion, parse

GOOD = "-- topic: trend\n-- zh: 有吗？\n-- en: Any?\n-- :year = 2020\n-- :code = '0101'\nSELECT 1 -- zh: no head\n;\n"


def test_a_file_is_read_head_and_query_apart() -> None:
    item = parse("07-any.sql", GOOD)
    assert (item.number, item.name, item.zh, item.en) == (7, "any", "有吗？", "Any?")
    assert item.parameters == {"year": 2020, "code": "0101"}
    assert item.sql.startswith("SELECT 1 -- zh: no head")


@pytest.mark.parametrize("text", [GOOD.replace("zh: 有", "cn: 有"), GOOD.replace("trend", "weather"), "SELECT 1", ""])
def test_a_file_without_its_head_is_named(text: str) -> None:
    with pytest.raises(BadQuestion, match=r"questions/07-any\.sql: expected"):
        parse("07-any.sql", text)


def test_a_file_without_a_number_is_named() -> None:
    with pytest.raises(BadQuestion, match=r"NN-name\.sql"):
        parse("any.sql", GOOD)
