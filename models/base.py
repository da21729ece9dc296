"""The base of every table: naming convention and the column types that both databases share.

Rows are written with Core lists in dependency order (see `pipelines/batch.py`); the few relationships are for readers.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, MetaData, Numeric, SmallInteger, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """The text with each NUL and lone surrogate replaced by U+FFFD: neither database takes them, and places must not shift."""
    if "\x00" not in text:
        try:
            if not text.isascii():
                text.encode()  # what UTF-8 takes has no surrogate: a tenth of the time of looking for one
        except UnicodeEncodeError:
            pass
        else:
            return text
    return _UNSTORABLE.sub("\ufffd", text)


def storable_json(value: Any) -> Any:
    """The same structure with every string storable; tuples become lists, as JSON gives them back."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {storable(str(key)): storable_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [storable_json(item) for item in value]
    return value


class Words(TypeDecorator[str]):
    """Text of any length from anywhere, made storable on its way in."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)


class Structure(TypeDecorator[Any]):
    """A JSON value; JSONB on PostgreSQL. None is SQL's NULL."""

    impl = JSON
    cache_ok = True

    def __init__(self) -> None:
        super().__init__(none_as_null=True)

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        return dialect.type_descriptor(JSONB(none_as_null=True) if dialect.name == "postgresql" else JSON(none_as_null=True))

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return storable_json(value)


class Moment(TypeDecorator[datetime]):
    """An aware moment, in UTC inside and out. SQLite keeps it as UTC text without a zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"expected an aware moment, found {value!r} without a zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


@lru_cache(maxsize=20_000)
def exact(value: int | float | Decimal) -> Decimal:
    """The exact number of a stored one, as a driver gives it, a whole one without places. Kept: reports have the same ones."""
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


class Figure(TypeDecorator[Decimal]):
    """An exact number with at most 15 significant digits, 6 of them after the point (a fen is 0.000001 万元).

    Within these bounds SQLite's integers and doubles give back what was put in; `fits` says whether a number is within.
    """

    impl = Numeric  # without a scale, so that PostgreSQL prints 5 and not 5.000000
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(Numeric(asdecimal=False))
        return dialect.type_descriptor(Numeric())

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        return float(value) if dialect.name == "sqlite" else value.normalize()

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else exact(value)

    @staticmethod
    def fits(value: Decimal) -> bool:
        """True where both databases keep this number exactly."""
        if not value.is_finite():
            return False
        digits, exponent = value.normalize().as_tuple()[1:]
        return isinstance(exponent, int) and exponent >= -6 and len(digits) + max(exponent, 0) <= 15


class Coded(TypeDecorator[str]):
    """One of a fixed list of words, kept as its position: a million reports have sixty million facts.

    A word is never moved or taken out of its list, only added at the end. Views give the word back (`decoded`).
    """

    impl = SmallInteger
    cache_ok = True

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: str | None, dialect: Dialect) -> int | None:
        return None if value is None else self.words.index(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> str | None:
        return None if value is None else self.words[value]


def decoded(column: str, words: tuple[str, ...]) -> str:
    """SQL that gives the word of a `Coded` column: `CASE fact.meaning WHEN 0 THEN 'number' …`."""
    return f"CASE {column} " + " ".join(f"WHEN {place} THEN '{word}'" for place, word in enumerate(words)) + " END"


class Base(DeclarativeBase):
    """The base of every table; constraint names are given here so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads this name off the class
        str: Words,
        datetime: Moment,
        Decimal: Figure,
        dict[str, Any]: Structure,
        list[Any]: Structure,
    }
