"""The wide views: one row a report, one column a row of its form. Made from the codebook, so a new indicator is a new column."""

from __future__ import annotations

from models import packing
from models.codebook import Indicator, indicators_of
from models.summary_tables import EDITIONS
from models.view.shape import DIVISION, PLACE, TO_READ, View

_ABOUT = {
    "2014": "The form of 2014 (reports for 2014 to 2018), wide: a row a report, a column an indicator.",
    "2019": "The form of 2019 (reports for 2019 and 2020), wide; of section 三 the totals (applicant types: `applications`).",
    "2021": "The form of 2021 (reports for 2021 and after), wide; of section 三 the totals (applicant types: `applications`).",
}
_FRONT = f"v.id AS version_id, r.id AS report_id, r.publisher, {PLACE}, r.report_year AS year, v.publish_date, v.url"
_KEYS = "v.id, r.id, r.publisher, r.division_code, d.code, d.name, d.path, r.level, r.report_year, v.publish_date, v.url"


def column(code: str) -> str:
    """The column of an indicator in a wide view.

    >>> column("applications.new")
    'applications_new'
    """
    return code.replace(".", "_")


def _cell(indicator: Indicator) -> str:
    applicant = " AND (f.said & 15) = 7" if indicator.by_applicant else ""
    return f"MAX(CASE WHEN i.code = '{indicator.code}'{applicant} THEN f.value END) AS {column(indicator.code)}"


def _query(edition: str) -> str:
    cells = ",\n    ".join(_cell(indicator) for indicator in indicators_of(edition).values())
    prose = packing.ORIGINS.index("prose")
    return f"""
SELECT {_FRONT},
    {cells}
FROM report r JOIN report_version v ON v.report_id = r.id AND {TO_READ} AND v.form_edition = '{edition}' {DIVISION}
    LEFT JOIN fact f ON f.version_id = v.id AND {packing.COUNTS} AND (f.said >> 8) <> {prose}
    LEFT JOIN indicator i ON i.id = f.indicator_id AND i.edition = '{edition}'
GROUP BY {_KEYS}"""


def _view(edition: str) -> View:
    words = {
        column(item.code): f"{item.code}: {item.section}, {item.label} ({item.unit}{', total' if item.by_applicant else ''})"
        for item in indicators_of(edition).values()
    }
    words["publish_date"] = "day of publication that is believed most"
    return View(f"form_{edition}", _ABOUT[edition], _query(edition), words)


VIEWS = tuple(_view(edition) for edition in EDITIONS)
FIGURES = tuple(dict.fromkeys(column(code) for edition in EDITIONS for code in indicators_of(edition)))
"""Every column of the wide views that holds a figure."""
