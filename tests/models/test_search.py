"""Search finds every word that a plain scan finds and nothing else, on both engines, whatever is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, text

from models import search
from models.base import storable
from models.database import downgrade, upgrade
from models.search_sql import PLAIN_SQL, give_functions
from models.search_words import QueryProblem, folded
from pipelines.keeping.judging import judge
from pipelines.store import Store
from tests.conftest import FIRST_NIGHT, Pages
from tests.models.many_reports import Said, fill

CHARACTERS = "政府信息公开年报水不予，。A4aＡ４ -%'\"\x00\ud800\ufffd\u0301é𠮷𪚥\ue000\n　"
WORDS = st.text(alphabet=CHARACTERS, min_size=1, max_size=6)
TEXTS = st.text(alphabet=CHARACTERS, max_size=40)


@pytest.fixture
def connection(database: Engine, pages: Pages) -> Iterator[Connection]:
    """A database with one report, in a transaction that is rolled back."""
    store = Store(database)
    store.add(pages.reading([], text="只有这一份"))
    store.close()
    with database.connect() as connection, connection.begin() as transaction:
        yield connection
        transaction.rollback()


def numbers(connection: Connection, words: str, **more: object) -> set[int]:
    return {hit.version_id for hit in search.find(connection, words, limit=1000, **more).hits}  # type: ignore[arg-type]


def scanned(connection: Connection, word: str) -> set[int]:
    """What a plain scan finds: the word, folded, in the title or in the text."""
    word = folded(storable(word))
    rows = connection.execute(text("SELECT id, title, text FROM report_version WHERE current"))
    return {row.id for row in rows if word in folded(row.title or "") or word in folded(row.text)}


@given(st.lists(st.tuples(st.none() | TEXTS, TEXTS), min_size=1, max_size=5), st.lists(WORDS, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
def test_finds_what_a_scan_finds(connection: Connection, said: list[tuple[str | None, str]], words: list[str]) -> None:
    nested = connection.begin_nested()
    fill(connection, [(title, body, {}) for title, body in said])
    asked = [*words, *(body[at : at + size] for _, body in said for at, size in ((0, 2), (3, 1), (5, 6)) if body)]
    for word in asked:
        try:
            found = numbers(connection, '"' + word.replace('"', "") + '"')
        except QueryProblem:
            continue
        assert found == scanned(connection, word.replace('"', ""))
    nested.rollback()


SAID: list[Said] = [
    ("永宁县年报", "收到行政复议申请三件，提起诉讼一件。", {"report_year": 2018}),
    ("清水县年报", "收到行政复议申请五件，没有诉讼。", {"report_year": 2019, "level": "township", "publisher": "白沙镇人民政府"}),
    (None, "全文见附件ＡＢＣ-2019。", {"report_year": 2019}),
    ("被改的年报", "行政复议", {"hijack_verdict": "hijacked"}),
]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("行政复议", {0, 1}),
        ("行政复议 永宁", {0}),
        ("永宁 OR 附件", {0, 2}),
        ("永宁|附件", {0, 2}),
        ("行政复议 -永宁", {1}),
        ("年报 NOT 诉讼一件", {1}),
        ("年报 AND (三件 OR 五件) -白沙", {0, 1}),
        ("“复议申请五”", {1}),
        ("abc-２０１９", {2}),
        ("议", {0, 1}),
        ("件", {0, 1, 2}),
        ("没有这样的词", set()),
        ("(行政复议 (NOT 永宁))", {1}),
    ],
)
def test_answers_the_language_of_queries(connection: Connection, words: str, places: set[int]) -> None:
    made = fill(connection, [(title, body, dict(more)) for title, body, more in SAID])
    assert numbers(connection, words) == {made[place] for place in places}


def test_keeps_to_place_year_and_level_and_shows_what_was_kept_out_only_when_asked(connection: Connection) -> None:
    made = fill(connection, [(title, body, dict(more)) for title, body, more in SAID])
    assert numbers(connection, "行政复议", year=2018) == {made[0]}
    assert numbers(connection, "行政复议", level="township") == {made[1]}
    assert numbers(connection, "行政复议", place="白沙镇") == {made[1]}
    assert numbers(connection, "行政复议", place="甘肃") == {made[0], made[1]}
    assert numbers(connection, "行政复议", quarantined=True) == {made[3]}


def test_the_title_counts_most_and_the_hit_is_marked(connection: Connection) -> None:
    fill(connection, [("清水县", "前面的话，" * 20 + "诉讼" + "，后面的话" * 20, {}), ("诉讼专报", "没有别的", {})])
    first, second = search.find(connection, "诉讼").hits
    assert (first.title, first.hits) == ("诉讼专报", 1)
    assert "，【诉讼】，" in second.snippet
    assert len(second.snippet) < 60


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("", "expected a word, found the end"),
        ("   ", "expected a word"),
        ("-公开", "at least one word that must occur"),
        ("公开 OR -年报", "at least one word that must occur"),
        ('"公开', "expected a closing"),
        ("(公开", "closing bracket"),
        ("公开)", "without an opening one"),
        ("，。%", "a character, digit or letter"),
        ("公" * 10_000, "at most 1000 characters, found 10000"),
        ("公 " * 60, "at most 50 words"),
        ("(" * 200 + "公开", "deep"),
        ("公开 AND", "expected a word, found the end"),
        ("OR", "expected a word, found OR"),
    ],
)
def test_says_what_is_wrong_with_a_query(connection: Connection, words: str, what: str) -> None:
    with pytest.raises(QueryProblem, match=what):
        search.find(connection, words)


@pytest.mark.parametrize(
    "words",
    [
        "grams:公开", "公开*", "x'; DROP TABLE search; --x", "NEAR(公开 年报)", "^公开", "公开:*&!", "\\'公开", "公" * 900,
        "公开 \x00年报\ud800",
    ],
)
def test_takes_hostile_words_as_words(connection: Connection, words: str) -> None:
    assert search.find(connection, words).total == 0


def test_a_text_of_a_megabyte_is_found_however_varied(connection: Connection) -> None:
    varied = "".join(chr(0x4E00 + (number * 7919) % 20000) + chr(0x3400 + number % 6500) for number in range(250_000))
    made = fill(connection, [("巨" * 1_000_000, "正文", {}), ("杂", varied, {})])
    assert numbers(connection, "巨巨巨") == {made[0]}
    assert numbers(connection, varied[200_000:200_006]) == {made[1]}


def test_a_word_that_is_everywhere_gives_the_best_of_the_latest_years(connection: Connection) -> None:
    said: Iterator[Said] = ((None, f"公开第{number:05}号", {"report_year": 2000 + number % 20}) for number in range(2200))
    fill(connection, said)
    found = search.find(connection, "公开", limit=5)
    assert (found.total, found.more, {hit.year for hit in found.hits}) == (search.POOL, True, {2019})


def test_the_store_keeps_the_index_and_an_upgrade_makes_it_again(database: Engine, pages: Pages) -> None:
    store = Store(database)
    store.add(pages.reading([], text="初次公布的文字"))
    store.flush()
    store.add(pages.reading([], text="后来改过的文字"))
    store.close()
    with database.connect() as connection:
        assert numbers(connection, "初次公布") == set()
        (changed,) = numbers(connection, "后来改过")
    downgrade(database.url, "0006")
    upgrade(database.url)
    with database.connect() as connection:
        assert numbers(connection, "后来改过") == {changed}
    judge(database, changed, "hijacked", None, None, FIRST_NIGHT)
    with database.connect() as connection:
        assert numbers(connection, "后来改过") == set()
        assert numbers(connection, "初次公布")


@pytest.mark.parametrize("word", ["议", "复议", "行政复议", "𠮷", "没有这样"])
def test_the_documented_query_finds_the_same(connection: Connection, word: str) -> None:
    fill(connection, [*((title, body, dict(more)) for title, body, more in SAID), (None, "土口𠮷", {})])
    found = connection.execute(text(PLAIN_SQL[connection.dialect.name]), {"words": word}).all()
    assert len(found) == search.find(connection, word).total
    assert all(word in (row.snippet + (row.title or "")) for row in found)


def test_sqlite_can_be_given_the_whole_language(sqlite_database: Engine, pages: Pages) -> None:
    store = Store(sqlite_database)
    store.add(pages.reading([], text="收到行政复议申请三件。"))
    store.close()
    query = (
        "SELECT search_snippet(:words, r.text) FROM search s JOIN reports r ON r.version_id = s.rowid"
        " WHERE s.search MATCH search_match(:words) AND search_holds(:words, r.title, r.text)"
        " ORDER BY search_rank(:words, r.title, r.text) DESC"
    )
    with sqlite_database.connect() as connection:
        give_functions(connection.connection.driver_connection)
        assert connection.scalars(text(query), {"words": "(三件 OR 四件) -诉讼"}).all() == ["收到行政复议申请【三件】。"]
