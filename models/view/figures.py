"""Views of figures: each with its place, applications by applicant type, series over the editions, sums over a place."""

from __future__ import annotations

from models import packing
from models.base import decoded
from models.codebook_tables import APPLICANTS
from models.summary_tables import EDITIONS
from models.view.shape import DIVISION, PLACE, TO_READ, View

ALL_FACTS = f"""
SELECT f.version_id, f.number, r.id AS report_id, r.publisher, {PLACE}, r.report_year AS year, v.form_edition,
    i.code, {packing.EDITION} AS edition, i.label, {packing.APPLICANT} AS applicant, {packing.CATEGORY} AS category,
    f.value, {packing.MEANING} AS meaning, {packing.RAW} AS raw, {packing.UNIT} AS unit, {packing.REMARK} AS remark,
    {packing.ORIGIN} AS origin, f.place_start, {packing.PLACE_END} AS place_end, {packing.PLACE_TABLE} AS place_table,
    {packing.PLACE_ROW} AS place_row, {packing.PLACE_COLUMN} AS place_column, v.url, {packing.COUNTS} AS counts
FROM fact f JOIN report_version v ON v.id = f.version_id JOIN report r ON r.id = v.report_id
    LEFT JOIN indicator i ON i.id = f.indicator_id {DIVISION}"""
"""The facts of every version, also of hijacked ones and of those that others replaced."""

_FACT_WORDS = {
    "number": "counts a version's figures from 1, in the order of the page",
    "category": "printed label of a breakdown in prose (of the code's total) or of a row that no edition of the form has",
    "value": "the number; NULL unless meaning is number, zero or approximate",
    "meaning": "what is printed: number, zero (0, 零, none), approximate (约), blank, na (/ or ——), text",
    "raw": "exactly what is printed at the place",
    "remark": "what is printed beside the number (县级), or the printed unit where the value was converted",
    "origin": "form, prose or attachment",
    "place_start": "where it is printed: characters of the version's `text` before it",
    "place_end": "characters of the version's `text` up to its end",
    "place_table": "number of the table on the page, from 1; NULL in prose",
    "place_row": "row of the table, from 1",
    "place_column": "column of the table, from 1",
    "counts": "whether this value is the one of its cell: the form's word goes before an attachment's and that before the "
    "prose's, the first where it is said twice alike, none where the best says two values; add up these only",
}

_IN_FORM = packing.ORIGINS.index("prose")

_APPLICATIONS = f"""
SELECT f.version_id, r.id AS report_id, r.publisher, {PLACE}, r.report_year AS year, i.edition, i.code, i.section, i.label,
    CASE WHEN i.code = 'applications.new' THEN 'received' WHEN i.code = 'applications.carried_in' THEN 'carried_in'
        WHEN i.code = 'applications.carried_out' THEN 'carried_out' WHEN i.code = 'applications.processed' THEN 'processed'
        WHEN i.code LIKE 'applications.denied%' THEN 'denied' WHEN i.code LIKE 'applications.unavailable%' THEN 'unavailable'
        WHEN i.code LIKE 'applications.not_processed%' THEN 'not_processed' WHEN i.code LIKE 'applications.other%' THEN 'other'
        ELSE SUBSTR(i.code, 14) END AS result,
    {packing.APPLICANT} AS applicant, f.value, {packing.RAW} AS raw, v.url
FROM report r JOIN report_version v ON v.report_id = r.id AND {TO_READ} JOIN fact f ON f.version_id = v.id
    JOIN indicator i ON i.id = f.indicator_id {DIVISION}
WHERE (f.said & 15) > 0 AND (f.said >> 8) <> {_IN_FORM} AND {packing.COUNTS} AND i.code LIKE 'applications.%'"""

_SERIES = f"""
SELECT n.series, r.id AS report_id, t.version_id, r.publisher, {PLACE}, r.report_year AS year, c.edition,
    p.value, p.found, c.terms, c.expression, c.comparability, r.url
FROM report r JOIN tally t ON t.report_id = r.id JOIN series_point p ON p.report_id = r.id
    JOIN series_name n ON n.id = p.series_id
    JOIN concordance c ON c.series = n.series AND c.edition = {decoded("p.edition", EDITIONS)} {DIVISION}"""

_SUMS = f"""
SELECT i.code, i.edition, i.label, i.unit, {decoded("(s.applicant - 1)", APPLICANTS)} AS applicant, s.report_year AS year,
    NULLIF(s.area, '') || '0000' AS province_code, d.name AS province, NULLIF(s.level, '') AS level, s.reports, s.value
FROM figure_sum s JOIN indicator i ON i.id = s.indicator_id LEFT JOIN division d ON d.code = s.area || '0000'"""

VIEWS = (
    View("facts", "Every figure of the version to read of each report, with its place on the page: everything, long.",
         f"{ALL_FACTS}\nWHERE {TO_READ}", _FACT_WORDS),
    View("applications", "Section 三 of the forms of 2019 and 2021: a row a report, applicant type and line with a value.",
         _APPLICATIONS, {
             "section": "section of the form",
             "result": "kind of row: received, carried_in, granted, partially_granted, denied, unavailable, not_processed, "
             "other, processed (total of the results), carried_out; `code` says which row of the kind",
             "applicant": "natural_person, enterprise, research, welfare, legal_service, other_legal, or total of these",
             "value": "number of applications (件); NULL is left out, 0 is a stated 0",
             "raw": "exactly what is printed in the cell",
         }),
    View("series", "Figures that can be followed over the editions of the form: a row a series, report and year.", _SERIES, {
        "series": "name of the series (applications_received, lawsuits …), see the data dictionary",
        "edition": "edition that the series is read off in this report; where it differs between years, read `comparability`",
        "value": "the figure; NULL where a figure of the sum is missing (`found` of `terms`)",
        "found": "how many figures of the sum the report has",
        "terms": "how many figures the sum has",
        "expression": "what is added up, in codes of the edition",
        "comparability": "full, or how far the figure of this edition may be compared with the others",
    }),
    View("sums", "Sums of every indicator over the reports of a year, by province and level: kept ready, read at once.",
         _SUMS, {
             "province_code": "code of the province; NULL for reports of no known place",
             "province": "name of the province",
             "level": "level of the publishers; a county's own figures often hold those of its townships: do not add levels up",
             "reports": "how many reports have a value",
             "value": "sum of their values, one value a report (`counts` in facts)",
         }),
)  # fmt: skip
