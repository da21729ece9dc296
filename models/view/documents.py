"""Views of reports and their versions, of what changed, of quarantine, of pages that are no reports."""

from __future__ import annotations

from models.document import UNTRUSTED
from models.likeness import MOST_DIFFERING, differing
from models.view.shape import DIVISION, PLACE, TO_READ, TRUSTED, View

_SHOWN = f"""
SELECT v.id AS version_id, r.id AS report_id, v.seq AS version, v.current, v.cause, f.site_key AS site, v.url, r.identity,
    r.publisher, v.publisher_as_printed, v.publisher_inferred, v.compiled_by, {PLACE}, r.report_year AS year,
    v.period_start, v.period_end, v.publish_date, v.title, v.title_as_printed, v.form_edition, v.index_number, v.document_number,
    v.issuing_office, v.topic, v.phone, v.fax, v.email, v.address, v.postcode, v.website, v.is_summary, v.hijack_verdict,
    v.codec, v.fact_count, v.first_seen, v.last_seen, r.gone_since, v.text"""

_VERSIONS = f"""{_SHOWN}
FROM report_version v JOIN report r ON r.id = v.report_id JOIN "fetch" f ON f.id = v.fetch_id
    {DIVISION}"""

_VERSION_WORDS = {
    "version": "counts the report's versions from 1",
    "current": "whether this is the version to read",
    "cause": "why there is this version: first, published (the page changed), reread (by other code), elsewhere (another page)",
    "identity": "the report's key: division or site, the publisher's normal form, the year",
    "publisher_as_printed": "the publisher's name as the page prints it",
    "publisher_inferred": "whether the publisher's name is nowhere printed as given in `publisher`",
    "compiled_by": "the office that says it has written the report (办公室)",
    "period_start": "first day of the period reported on, where stated",
    "period_end": "last day of the period reported on, where stated",
    "publish_date": "day of publication that is believed most; NULL where none is stated",
    "title": "title, completed from page and list where the heading was cut",
    "title_as_printed": "title as the page prints it",
    "index_number": "索引号 as printed",
    "document_number": "文号 as printed",
    "issuing_office": "发布机构 as printed",
    "topic": "主题分类 as printed",
    "phone": "telephone of the office as printed",
    "fax": "fax of the office as printed",
    "email": "electronic mail of the office as printed",
    "address": "postal address of the office as printed",
    "postcode": "postcode as printed",
    "website": "website that the report names, as printed",
    "is_summary": "whether it is a summary over many units and not one publisher's own report",
    "codec": "codec that the page's bytes were decoded with",
    "fact_count": "how many figures were read in it",
    "first_seen": "when this version was first fetched (UTC)",
    "last_seen": "when this version was last fetched (UTC)",
    "text": "the report's text after repair; places of facts count its characters",
}

# A page turned when it was first seen in this state, if the same address had a trusted version before.
_TURNED = f"""CASE WHEN EXISTS (SELECT 1 FROM sighting s
        JOIN sighting o ON o.url_hash = s.url_hash AND o.first_seen < s.first_seen
        JOIN report_version p ON p.id = o.version_id WHERE s.version_id = x.version_id AND p.hijack_verdict IN ({TRUSTED}))
    THEN x.first_seen END"""

# CROSS JOIN keeps SQLite to this order: versions in quarantine are few, and it would walk all requests to sort by site.
_HIJACKED = f"""
SELECT x.*, w.hijack_found AS found, w.hijack_evidence AS evidence, {_TURNED} AS turned,
    j.verdict AS judged, j.note AS judged_why, j.reviewer AS judged_by, j.judged_at
FROM ({_SHOWN}
FROM report_version v CROSS JOIN report r CROSS JOIN "fetch" f {DIVISION}
WHERE v.hijack_verdict IN ({UNTRUSTED}) AND r.id = v.report_id AND f.id = v.fetch_id) x
    JOIN report_version w ON w.id = x.version_id
    LEFT JOIN judgement j ON j.report_id = x.report_id AND j.content_hash = w.content_hash"""

_CHANGES = f"""
SELECT c.version_id, c.number, c.previous_id, r.id AS report_id, r.publisher, {PLACE}, r.report_year AS year, v.seq AS version,
    v.cause, v.first_seen AS seen, c.kind, c.field, c.code, c.edition, c.applicant, c.category, c.origin,
    c.old_value, c.new_value, c.old_raw, c.new_raw, v.url
FROM change c CROSS JOIN report_version v CROSS JOIN report r {DIVISION}
WHERE v.id = c.version_id AND r.id = v.report_id"""
# CROSS JOIN keeps SQLite to this order: changes are few, reports are many.

_DIFFERING = differing("v.likeness", "w.likeness")
_ALIKE = f"""
SELECT r.id AS report_id, r.publisher, {PLACE}, r.report_year AS year, (300 - 10 * {_DIFFERING}) / 3 AS percent,
    o.id AS other_report_id, o.publisher AS other_publisher, o.division_code AS other_division_code, v.url, w.url AS other_url
FROM report r JOIN report_version v ON v.report_id = r.id AND {TO_READ} AND v.likeness IS NOT NULL
    JOIN report o ON o.report_year = r.report_year AND o.division_code >= SUBSTR(r.division_code, 1, 6)
        AND o.division_code < SUBSTR(r.division_code, 1, 6) || 'z' AND o.identity > r.identity
    JOIN report_version w ON w.report_id = o.id AND w.current AND w.hijack_verdict IN ({TRUSTED}) AND w.likeness IS NOT NULL
    {DIVISION}
WHERE {_DIFFERING} <= {MOST_DIFFERING}"""

_NOT_REPORTS = """
SELECT p.fetch_id, f.site_key AS site, f.url, p.title, p.listed_title, p.listed_date, p.why, f.fetched_at
FROM page p JOIN "fetch" f ON f.id = p.fetch_id WHERE NOT p.is_annual_report"""

VIEWS = (
    View("versions", "Every version of every report, hijacked ones and those that others replaced among them.", _VERSIONS,
         _VERSION_WORDS),
    View("reports", "The version to read of each report whose words are its publisher's: one row a publisher and year.",
         f"{_VERSIONS}\nWHERE {TO_READ}", _VERSION_WORDS),
    View("changes", "What differs between a version and the one before it at the same address: figures cell by cell, and fields.",
         _CHANGES, {
             "number": "counts the changes of a version from 1",
             "previous_id": "version_id of the version before",
             "version": "the later version's number in its report",
             "cause": "why there is a later version: published (the page changed) or reread (by other code)",
             "seen": "when the later version was first fetched (UTC)",
             "kind": "added, removed or changed",
             "field": "name of the field that differs (columns of `versions`); NULL where a figure differs",
             "category": "printed label of the breakdown or local row",
             "origin": "where the figure stands: form, prose or attachment",
             "old_value": "value before",
             "new_value": "value after",
             "old_raw": "as printed before; the field's old content",
             "new_raw": "as printed after; the field's new content",
         }),
    View("hijacked", "Quarantine: versions that are neither genuine nor unknown, with the evidence and what a person said.",
         _HIJACKED, {
             **_VERSION_WORDS,
             "found": "the program's own verdict where a person judged otherwise",
             "evidence": "the signs that the verdict rests on (JSON list)",
             "turned": "when the page was first seen so, where the same address had a trusted version before; else NULL",
             "judged": "a person's verdict on this text; NULL where nobody judged",
             "judged_why": "the person's note",
             "judged_by": "who judged",
             "judged_at": "when (UTC)",
         }),
    View("alike", "Pairs of reports of one county and year whose sentences are mostly the same, other names and figures apart.",
         _ALIKE, {
             "percent": "estimated share of wording in common (100: all); an estimate from sixty bits, give or take ten",
             "other_report_id": "the other report",
             "other_publisher": "its publisher",
             "other_division_code": "code of its publisher's division",
             "other_url": "address of its page",
         }),
    View("not_reports", "Pages that were fetched as candidates and are no annual reports, with the reason.", _NOT_REPORTS, {
        "fetch_id": "the request that brought the page",
        "title": "title of the page",
        "listed_title": "title in the list that led to the page, which may be cut",
        "listed_date": "date in that list",
        "why": "in words, what the verdict rests on",
        "fetched_at": "when it was fetched (UTC)",
    }),
)  # fmt: skip
