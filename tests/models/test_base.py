"""Column types: what goes in comes out, on both engines."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, insert, literal, select
from sqlalchemy.exc import StatementError

from models.base import Figure, storable, storable_json
from models.site import Site


def test_moments_come_back_aware_and_in_utc(database: Engine) -> None:
    beijing = datetime(2024, 3, 1, 8, 30, 0, 123456, tzinfo=timezone(timedelta(hours=8)))
    with database.begin() as connection:
        connection.execute(insert(Site), {"key": "a", "updated_at": beijing})
        stored = connection.scalar(select(Site.updated_at))
    assert stored == beijing
    assert stored is not None
    assert stored.tzinfo is UTC or stored.utcoffset() == timedelta(0)


def test_a_moment_without_a_zone_is_refused(database: Engine) -> None:
    with database.begin() as connection, pytest.raises(StatementError, match="without a zone"):
        connection.execute(insert(Site), {"key": "a", "updated_at": datetime(2024, 3, 1)})  # noqa: DTZ001 - that is the point


def test_json_keeps_chinese_and_null_is_null(database: Engine) -> None:
    with database.begin() as connection:
        rows = [
            {"key": "a", "start_urls": ["http://a.example/年报"], "schedule": None},
            {"key": "b", "start_urls": ("坏\x00",), "schedule": None},
        ]
        connection.execute(insert(Site), rows)
        assert list(connection.scalars(select(Site.start_urls).order_by(Site.key))) == [["http://a.example/年报"], ["坏\ufffd"]]
        assert connection.scalar(select(Site.key).where(Site.schedule.is_(None)).order_by(Site.key)) == "a"


@pytest.mark.parametrize("number", ["0", "5", "-3", "18529", "1.5", "0.000001", "999999999999999", "-123456789.123456"])
def test_figures_are_exact(database: Engine, number: str) -> None:
    with database.connect() as connection:
        stored = connection.scalar(select(literal(Decimal(number), Figure())))
    assert stored == Decimal(number)
    assert "E" not in str(stored) or abs(Decimal(number)) < Decimal("0.00001")
    assert Figure.fits(Decimal(number))


@pytest.mark.parametrize("number", ["9" * 16, "1e15", "0.0000001", "NaN", "Infinity", "1" * 400, "123456789012.123456"])
def test_a_number_that_no_column_keeps_exactly_does_not_fit(number: str) -> None:
    assert not Figure.fits(Decimal(number))


@given(st.decimals(min_value=-(10**15) + 1, max_value=10**15 - 1, places=6, allow_nan=False))
def test_what_fits_survives_being_a_double(number: Decimal) -> None:
    if Figure.fits(number):
        assert math.isclose(float(number), number, rel_tol=1e-15)
        assert Decimal(repr(float(number))) == number


@given(st.text(alphabet=st.characters(codec=None), max_size=50))
def test_storable_text_can_be_encoded_and_keeps_its_length(text: str) -> None:
    safe = storable(text)
    assert len(safe) == len(text)
    assert "\x00" not in safe
    safe.encode()
    assert storable_json({"a": [text]}) == {"a": [safe]}
