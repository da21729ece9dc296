"""What a view is made of: its SQL, what it is for, and what each column says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.document import TRUST

TRUSTED = ", ".join(f"'{verdict}'" for verdict, trust in TRUST.items() if trust == max(TRUST.values()))
"""The hijack verdicts of versions to be read, as SQL."""

TO_READ = f"v.current AND v.hijack_verdict IN ({TRUSTED})"
"""SQL that holds for the version to read of a report whose words are its publisher's."""

PLACE = "r.division_code, d.name AS division, d.path AS place, r.level"
DIVISION = "LEFT JOIN division d ON d.code = r.division_code"

COMMON = {
    "report_id": "the report: one publisher and one year, whatever its addresses and versions",
    "version_id": "the version: what the report said at one time",
    "publisher": "who publishes, by its name as brought into one form (清水县人民政府)",
    "division_code": "code of the publisher's division, GB/T 2260; nine digits for a township; NULL where it is not known",
    "division": "name of the division (清水县)",
    "place": "the division's path from the province down, parted by / (甘肃省/天水市/清水县)",
    "level": "level of the publisher: province, prefecture, county, township, department",
    "year": "the year that is reported on, not that of publication",
    "url": "address of the page",
    "site": "key of the site in the registry",
    "form_edition": "form on the page: 2014, 2019, 2021; NULL where the report is prose without a form",
    "code": "indicator's code in the codebook; NULL for a row that no edition of the form has",
    "edition": "edition of the form that the code is of: 2014 also for prose",
    "label": "the indicator as the form prints it",
    "applicant": "applicant type of section 三 of the forms of 2019 and 2021 (natural_person … total); NULL elsewhere",
    "unit": "unit of the value (件, 条, 万元, 人次 …)",
    "hijack_verdict": "whose words these are: genuine, unknown (no sign against it), disguised, injected, mirror, hijacked",
    "gone_since": "since when the address answers that there is no such page; NULL while it is there",
}
"""Words for columns that several views have."""


@dataclass(frozen=True, slots=True)
class View:
    """A view for readers. `words` are those of its columns that differ from `COMMON` or are its alone.

    `on_postgresql`: pieces of the SQL that PostgreSQL words otherwise than SQLite, and how.
    """

    name: str
    about: str
    query: str
    words: Mapping[str, str]
    on_postgresql: Mapping[str, str] = field(default_factory=dict)

    def query_on(self, dialect: str) -> str:
        """The view's SQL as an engine wants it: `sqlite` or `postgresql`."""
        query = self.query
        for ours, theirs in self.on_postgresql.items() if dialect == "postgresql" else ():
            query = query.replace(ours, theirs)
        return query

    def column(self, name: str) -> str | None:
        """What a column says; None where nobody has described it."""
        return self.words.get(name) or COMMON.get(name)
