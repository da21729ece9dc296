"""What a careful reader finds in a demo report, in the generator's own figures; tests compare the database with it.

The codes are those of the codebook. Nothing here comes from the code under test.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Meaning = Literal["number", "zero", "approximate", "blank", "na", "text"]
Edition = Literal["2014", "2019", "2021"]
Key = tuple[str, str | None]
"""An indicator's code and the applicant type, None where the form does not ask by applicant."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One number as a form prints it: `value` is None for blank and na, `raw` is exactly what stands in the cell."""

    value: Decimal | None
    meaning: Meaning
    raw: str
    remark: str | None = None

    @classmethod
    def number(cls, value: int | Decimal, raw: str | None = None) -> Printed:
        """A number or a zero; `raw` where it is not printed in plain digits."""
        amount = Decimal(value)
        return cls(amount, "number" if amount else "zero", str(value) if raw is None else raw)


@dataclass(frozen=True, slots=True)
class Stated:
    """One fact of a report. `optional`: a program may store it or not; if it stores it, with this value.

    Compare facts of prose by code and value: where several editions know the code, each edition is a right reading.

    `category` is the printed label where `code` is the total that a sentence breaks down (机构职能类12条).
    """

    code: str
    edition: Edition
    value: Decimal | None
    meaning: Meaning
    raw: str
    origin: Literal["form", "prose"]
    applicant: str | None = None
    category: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the office, as the report prints it; None where it does not say."""

    phone: str | None = None
    fax: str | None = None
    email: str | None = None
    address: str | None = None
    postcode: str | None = None
    website: str | None = None


@dataclass(frozen=True, slots=True)
class Truth:
    """One report as a careful reader sees it. `broken` names the rules of identities.csv that it breaks on purpose.

    `publisher_as_printed` differs from `publisher` only on the hijacked page. `path` and `site` say where it stands;
    `path_names` are the division's names from the province down.
    """

    site: str
    path: str
    title: str
    title_as_printed: str
    publisher: str
    publisher_as_printed: str
    level: Literal["county", "township"]
    division_code: str
    path_names: tuple[str, ...]
    year: int
    period: tuple[date, date]
    publish_date: date
    edition: Edition | None
    index_number: str | None
    hijacked: bool
    disguised: bool
    facts: tuple[Stated, ...]
    broken: frozenset[str] = frozenset()
    contact: Contact = field(default_factory=Contact)

    def value(self, code: str, applicant: str | None = None, origin: str = "form") -> Decimal | None:
        """The value of one fact, None if it is not stated or has none."""
        for fact in self.facts:
            if (fact.code, fact.applicant, fact.origin) == (code, applicant, origin) and fact.category is None:
                return fact.value
        return None
