"""Views of who published and when; their SQL stands in `models/coverage_cells.py`."""

from __future__ import annotations

from models.coverage_cells import COVERAGE, PUNCTUALITY
from models.view.shape import View

_DATES = {
    "publish_date": "day of publication; NULL where none is known",
    "date_basis": "what that day rests on, see models/punctuality.py",
    "due": "day by which the report was to be published",
    "local_rule": "whether the due date is a province's own",
    "due_basis": "article that sets the due date",
    "days_late": "days after the due date; 0 in time; NULL where it cannot be told",
    "first_seen": "when the report was first fetched (UTC)",
}

VIEWS = (
    View("coverage", "Who published and who did not: a row an expected publisher and year since 2008.", COVERAGE, {
        **_DATES,
        "state": "on_time, late, date_doubtful, without_date, attachment_only, gone, hijacked, blocked, never_seen, not_yet_due",
        "url": "address of the report; NULL where there is none",
        "report_id": "the report; NULL where none was seen",
        "last_seen": "when the report was last fetched (UTC)",
        "site": "key of the site on which the publisher is looked for",
        "last_checked": "end of the last crawl of that site (UTC); NULL: nobody ever looked",
        "last_outcome": "how that crawl ended",
    }),
    View("punctuality", "Every report to be trusted with its day of publication, what that rests on, and its due date.",
         PUNCTUALITY, {
        **_DATES,
        "punctuality": "on_time, late, date_doubtful or without_date",
        "standing": "what is there of the report: published, attachment_only or gone",
    }),
)  # fmt: skip
