"""Named questions on figures over years and places, read from what is kept ready: the country answers as fast as a county."""

from __future__ import annotations

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from models.answers import Answer, answers

TREND = "SELECT * FROM series WHERE series = :series AND division_code = :division AND level = :level ORDER BY publisher, year"

RANKING = (
    "SELECT publisher, division_code, division, place, level, value, edition, comparability, report_id, url FROM series"
    " WHERE series = :series AND year = :year AND division_code >= :first AND division_code < :last AND level = :level"
    " AND value IS NOT NULL ORDER BY value DESC, division_code, report_id LIMIT :most"
)

LATEST = "SELECT * FROM reports WHERE publisher = :publisher AND year = :year ORDER BY place, report_id"

TOTALS = (
    "SELECT level, applicant, SUM(reports) AS reports, SUM(value) AS value FROM sums WHERE code = :code AND edition = :edition"
    " AND year = :year GROUP BY level, applicant ORDER BY level, applicant"
)

TOTALS_OF_PROVINCE = TOTALS.replace(" GROUP BY", " AND province_code = :province GROUP BY")


def trend(connection: Connection | Session, series: str, division: str, level: str = "county") -> list[Answer]:
    """One series of a division's publishers of a level, year by year. Where `edition` changes, read `comparability`."""
    return answers(connection, TREND, {"series": series, "division": division, "level": level})


def ranking(
    connection: Connection | Session, series: str, year: int, province: str, level: str = "county", most: int = 100
) -> list[Answer]:
    """The publishers of a province (its first two digits, or a longer beginning of codes) by a series' value, highest first."""
    values = {"series": series, "year": year, "first": province, "last": after(province), "level": level, "most": most}
    return answers(connection, RANKING, values)


def latest(connection: Connection | Session, publisher: str, year: int) -> list[Answer]:
    """The version to read of a publisher's report for a year: several where publishers share the name, told by `place`."""
    return answers(connection, LATEST, {"publisher": publisher, "year": year})


def totals(connection: Connection | Session, code: str, edition: str, year: int, province: str | None = None) -> list[Answer]:
    """The sum of an indicator over the country, or a province (its code), by level and applicant type.

    `reports` says how many have a value. Levels are not added up: a county's own figures often hold those of its townships.
    """
    values: Answer = {"code": code, "edition": edition, "year": year}
    if province is None:
        return answers(connection, TOTALS, values)
    return answers(connection, TOTALS_OF_PROVINCE, values | {"province": province})


def after(beginning: str) -> str:
    """The least text after all that begin so; codes are digits.

    >>> after("62")
    '63'
    """
    return beginning[:-1] + chr(ord(beginning[-1]) + 1) if beginning else "~"
