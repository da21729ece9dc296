"""Views of reports and their versions, of what changed, of quarantine, of pages that are no reports."""

from __future__ import annotations

from models.view.shape import DIVISION, PLACE, TO_READ, TRUSTED, View

_VERSIONS = f"""
SELECT v.id AS version_id, r.id AS report_id, v.seq AS version, v.current, v.cause, f.site_key AS site, v.url, r.identity,
    r.publisher, v.publisher_as_printed, v.publisher_inferred, v.compiled_by, {PLACE}, r.report_year AS year,
    v.period_start, v.period_end, v.publish_date, v.title, v.title_as_printed, v.form_edition, v.index_number, v.document_number,
    v.issuing_office, v.topic, v.phone, v.fax, v.email, v.address, v.postcode, v.website, v.is_summary, v.hijack_verdict,
    v.codec, v.fact_count, v.first_seen, v.last_seen, r.gone_since, v.text
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

_HIJACKED = f"""
SELECT x.*, w.hijack_found AS found, w.hijack_evidence AS evidence, {_TURNED} AS turned,
    j.verdict AS judged, j.note AS judged_why, j.reviewer AS judged_by, j.judged_at
FROM ({_VERSIONS}
WHERE v.hijack_verdict NOT IN ({TRUSTED})) x JOIN report_version w ON w.id = x.version_id
    LEFT JOIN judgement j ON j.report_id = x.report_id AND j.content_hash = w.content_hash"""

_CHANGES = f"""
SELECT c.version_id, c.number, c.previous_id, r.id AS report_id, r.publisher, {PLACE}, r.report_year AS year, v.seq AS version,
    v.cause, v.first_seen AS seen, c.kind, c.field, c.code, c.edition, c.applicant, c.category, c.origin,
    c.old_value, c.new_value, c.old_raw, c.new_raw, v.url
FROM change c JOIN report_version v ON v.id = c.version_id JOIN report r ON r.id = v.report_id
    {DIVISION}"""

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
    View("not_reports", "Pages that were fetched as candidates and are no annual reports, with the reason.", _NOT_REPORTS, {
        "fetch_id": "the request that brought the page",
        "title": "title of the page",
        "listed_title": "title in the list that led to the page, which may be cut",
        "listed_date": "date in that list",
        "why": "in words, what the verdict rests on",
        "fetched_at": "when it was fetched (UTC)",
    }),
)  # fmt: skip
