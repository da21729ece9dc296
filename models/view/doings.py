"""Views of what the crawler did and of what the rules found: captures, the health of sites, findings."""

from __future__ import annotations

from models import packing
from models.view.shape import DIVISION, PLACE, TO_READ, View
from models.wordings import MESSAGE

_CAPTURES = """
SELECT f.id AS fetch_id, f.crawl_id, f.site_key AS site, f.url, f.requested_url, f.purpose, f.fetched_at, f.outcome, f.status,
    f.reason, f.content_type, f.size, f.digest, f.warc_file, f.warc_offset, f.warc_length, f.codec, f.declared_codec,
    f.against_declaration, f.encoding_evidence, f.damage
FROM "fetch" f"""

_CAPTURE_WORDS = {
    "fetch_id": "the request",
    "crawl_id": "the crawl it was part of; NULL for a file read by hand",
    "url": "address that answered, after redirects",
    "requested_url": "address that was asked for",
    "purpose": "index, report or attachment",
    "fetched_at": "when (UTC)",
    "outcome": "ok, not_modified, gone, http_error, unreachable, forbidden, refused, too_large, empty, binary, redirect_loop, "
    "blocked",
    "status": "HTTP status; NULL where no answer came",
    "reason": "in words, what went wrong",
    "content_type": "Content-Type as sent",
    "size": "bytes of the body",
    "digest": "SHA-1 of the payload as in the archive",
    "warc_file": "archive file that has the bytes",
    "warc_offset": "byte offset of the record in that file",
    "warc_length": "bytes of the record",
    "codec": "codec that the bytes were decoded with",
    "declared_codec": "codec that the header declared, else the page's meta tag",
    "against_declaration": "whether a declaration was overruled",
    "encoding_evidence": "every vote on the codec: source, said, followed (JSON list)",
    "damage": "garbling found: kind, method, share, lost (JSON list)",
}

_OF_SITE = "(SELECT {what} FROM crawl w WHERE w.site_key = s.key AND {which} ORDER BY w.started_at DESC, w.id DESC LIMIT 1)"
_WORKED = "w.outcome IN ('ok', 'nothing_new')"


def _last(what: str, which: str = "w.outcome <> 'running'") -> str:
    return _OF_SITE.format(what=f"w.{what}", which=which)


_HEALTH = f"""
SELECT h.site, h.name, h.division_code, h.family, h.last_outcome, h.last_reason, h.last_started, h.last_ended, h.last_worked,
    CASE WHEN h.last_outcome IN ('broken', 'blocked', 'incomplete') THEN (SELECT MIN(w.started_at) FROM crawl w
        WHERE w.site_key = h.site AND w.outcome IN ('broken', 'blocked', 'incomplete')
        AND (h.last_worked_started IS NULL OR w.started_at > h.last_worked_started)) END AS troubled_since,
    (SELECT COUNT(*) FROM crawl w WHERE w.site_key = h.site AND w.outcome IN ('broken', 'blocked', 'incomplete')
        AND (h.last_worked_started IS NULL OR w.started_at > h.last_worked_started)) AS troubled_crawls,
    (SELECT COUNT(*) FROM crawl w WHERE w.site_key = h.site AND w.outcome <> 'running') AS crawls,
    (SELECT COUNT(*) FROM crawl w WHERE w.site_key = h.site AND w.outcome = 'running') AS running,
    (SELECT COUNT(*) FROM report r WHERE r.site_key = h.site) AS reports,
    (SELECT COUNT(*) FROM report r WHERE r.site_key = h.site AND r.gone_since IS NOT NULL) AS reports_gone,
    (SELECT COUNT(*) FROM report r WHERE r.site_key = h.site AND NOT EXISTS (SELECT 1 FROM report_version v
        WHERE v.report_id = r.id AND {TO_READ})) AS reports_hijacked,
    (SELECT MIN(r.report_year) FROM report r WHERE r.site_key = h.site) AS oldest_year,
    (SELECT MAX(r.report_year) FROM report r WHERE r.site_key = h.site) AS newest_year,
    (SELECT MAX(r.last_seen) FROM report r WHERE r.site_key = h.site) AS last_report_seen
FROM (SELECT s.key AS site, s.name, s.division AS division_code, s.family, {_last("outcome")} AS last_outcome,
    {_last("reason")} AS last_reason, {_last("started_at")} AS last_started, {_last("ended_at")} AS last_ended,
    {_last("ended_at", _WORKED)} AS last_worked, {_last("started_at", _WORKED)} AS last_worked_started FROM site s) h"""

OUTCOME_WORDS = (
    "pass and fail: the rule holds or does not, with both sides known as far as that takes; uncertain: a figure of the rule is "
    "missing, blank, no number or approximate, and what is known does not decide it; not_assessable: the report states no figure "
    "of the rule at all"
)

_FINDINGS = f"""
SELECT n.id AS finding_id, n.version_id, r.id AS report_id, r.publisher, {PLACE}, r.report_year AS year, n.rule, n.outcome,
    n.left_side, n.right_side, {MESSAGE} AS message, n.fingerprint, w.verdict AS review, w.note AS review_note, v.url, n.facts,
    n.elsewhere
FROM finding n JOIN report_version v ON v.id = n.version_id JOIN report r ON r.id = v.report_id
    {DIVISION}
    LEFT JOIN wording o ON o.id = n.wording_id
    LEFT JOIN review w ON w.report_id = r.id AND w.rule = n.rule AND w.fingerprint = n.fingerprint
WHERE v.current"""

_FINDING_FACTS = f"""
SELECT l.finding_id, l.rule, l.outcome, l.own, r.id AS report_id, l.version_id, l.number, r.publisher, {PLACE},
    r.report_year AS year, i.code, {packing.APPLICANT} AS applicant, {packing.CATEGORY} AS category, f.value,
    {packing.RAW} AS raw, v.url
FROM (SELECT n.id AS finding_id, n.rule, n.outcome, true AS own, n.version_id, CAST(x.value AS INTEGER) AS number
        FROM finding n, json_each(n.facts) x WHERE n.outcome IN ('fail', 'uncertain')
    UNION ALL SELECT n.id, n.rule, n.outcome, false, CAST(y.value ->> 0 AS INTEGER), CAST(y.value ->> 1 AS INTEGER)
        FROM finding n, json_each(n.elsewhere) y WHERE n.outcome IN ('fail', 'uncertain')) l
    JOIN finding n ON n.id = l.finding_id JOIN report_version m ON m.id = n.version_id AND m.current
    JOIN fact f ON f.version_id = l.version_id AND f.number = l.number
    JOIN report_version v ON v.id = l.version_id JOIN report r ON r.id = v.report_id
    LEFT JOIN indicator i ON i.id = f.indicator_id {DIVISION}"""

VIEWS = (
    View("findings", "What the rules found on the version to read of each report: also what held, and what could not be told.",
         _FINDINGS, {
             "finding_id": "number of the finding, for `nianbao findings review`; a later reading gives new numbers",
             "rule": "name of the rule, see identities in the data dictionary",
             "outcome": OUTCOME_WORDS,
             "left_side": "left side of the rule as read: the sum and its parts",
             "right_side": "right side of the rule as read",
             "message": "in words, what was expected and found",
             "fingerprint": "the same wherever rule, figures, and whose they are, are the same; a person's verdict hangs on it",
             "review": "a person's verdict: confirmed, dismissed or unclear; NULL where nobody looked",
             "review_note": "the person's note",
             "facts": "`number` of each of the version's facts that it rests on (JSON list)",
             "elsewhere": "the facts of other reports that it rests on, each as [version_id, number] (JSON list); "
             "NULL for a rule on one report; the view finding_facts has them as rows",
         }),
    View("finding_facts", "The figures that each finding rests on which failed or is uncertain, a row each: the report's own, "
         "and those of the other year's report or of the townships.",
         _FINDING_FACTS, {
             "finding_id": "number of the finding, as in the view findings",
             "rule": "name of the rule",
             "outcome": "fail or uncertain",
             "own": "whether the figure is of the report that the finding is on; false: of the report named in this row",
             "report_id": "the report that the figure is of; so are version, publisher, place and year",
             "number": "number of the figure in its version, as in the view facts",
             "category": "printed label of a breakdown in prose, or of a row that no edition of the form has",
             "value": "the number; NULL where a cell is blank or holds no number",
             "raw": "exactly what is printed",
         }, {
             "json_each(n.facts) x": "jsonb_array_elements(n.facts) AS x(value)",
             "json_each(n.elsewhere) y": "jsonb_array_elements(n.elsewhere) AS y(value)",
         }),
    View("captures", "Every request of every crawl: how it ended, where its bytes are kept, how they were decoded.", _CAPTURES,
         _CAPTURE_WORDS),
    View("captures_against_declaration", "The captures whose header or meta tag named another codec than the bytes are in.",
         f"{_CAPTURES} WHERE f.against_declaration", _CAPTURE_WORDS),
    View("sites_health", "A row a site: how its last crawl ended, how long it has been in trouble, what is there of it.",
         _HEALTH, {
        "name": "name of the publisher or site as the registry has it",
        "division_code": "code of the division that the site belongs to, as the registry has it",
        "family": "CMS family whose page classes read the site",
        "last_outcome": "how the last ended crawl ended: ok, nothing_new, incomplete, broken, blocked; NULL: never crawled",
        "last_reason": "in words, why it ended so",
        "last_started": "when the last ended crawl began (UTC)",
        "last_ended": "when it ended (UTC)",
        "last_worked": "when a crawl last ended as ok or nothing_new (UTC); NULL: never",
        "troubled_since": "start of the first broken, blocked or incomplete crawl since then (UTC); NULL: the last one worked",
        "troubled_crawls": "how many crawls since then were broken, blocked or incomplete",
        "crawls": "how many crawls have ended",
        "running": "1 while a crawl of the site runs, else 0",
        "reports": "how many reports were first seen on the site",
        "reports_gone": "how many of them have been taken away",
        "reports_hijacked": "how many of them have no version to be trusted",
        "oldest_year": "first year that a report is on",
        "newest_year": "last year that a report is on",
        "last_report_seen": "when a report of the site was last fetched (UTC)",
    }),
)  # fmt: skip
