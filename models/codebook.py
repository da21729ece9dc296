"""The codebook: indicators, identities and concordance of the report forms, read from `models/data`.

Source of the rows: 国办发〔2014〕32号 (form 2014), 国办公开办函〔2019〕60号 (form 2019), 国办公开办函〔2021〕30号 (form 2021).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Edition = Literal["2014", "2019", "2021"]

APPLICANTS: dict[str, str] = {
    "natural_person": "自然人",
    "enterprise": "商业企业",
    "research": "科研机构",
    "welfare": "社会公益组织",
    "legal_service": "法律服务机构",
    "other_legal": "其他",
    "total": "总计",
}
"""Applicant types of the forms of 2019 and 2021, in the order of their columns, with their printed header."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure that a form asks for.

    `unit` is 条, 件, 次, 篇, 个, 人, 人次, 万元 or 项; `parent` is the code of the total it is a part of.
    """

    code: str
    edition: Edition
    section: str
    label: str
    unit: str
    parent: str | None
    aliases: tuple[str, ...]
    note: str

    @property
    def by_applicant(self) -> bool:
        """True for the rows of 三、收到和处理政府信息公开申请情况, which have one value per applicant type."""
        return self.edition != "2014" and self.code.startswith("applications.")


@dataclass(frozen=True, slots=True)
class Identity:
    """A piece of arithmetic that a form must (`hard`) or should (`soft`) satisfy."""

    rule: str
    editions: tuple[str, ...]
    strength: Literal["hard", "soft"]
    left: str
    operator: Literal["=", "<=", ">="]
    right: str
    meaning: str

    @property
    def phrase(self) -> str:
        """What must hold, in words and codes: `a + b must be = c`; a soft rule's says should."""
        return f"{self.left} {'must' if self.strength == 'hard' else 'should'} be {self.operator} {self.right}"


@dataclass(frozen=True, slots=True)
class Concordance:
    """How one series is read off one form edition, and how comparable that is with the other editions."""

    series: str
    edition: Edition
    expression: str
    comparability: str


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("models").joinpath("data", name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


@cache
def indicators() -> tuple[Indicator, ...]:
    """All indicators of all editions, in the order in which the forms print them."""
    return tuple(
        Indicator(
            code=row["code"],
            edition=row["edition"],  # type: ignore[arg-type]
            section=row["section"],
            label=row["label_zh"],
            unit=row["unit"],
            parent=row["parent"] or None,
            aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
            note=row["note"],
        )
        for row in _rows("indicators.csv")
    )


@cache
def indicators_of(edition: Edition) -> dict[str, Indicator]:
    """The indicators of one edition by code, in printed order."""
    return {indicator.code: indicator for indicator in indicators() if indicator.edition == edition}


@cache
def identities() -> tuple[Identity, ...]:
    """All identities; an edition column of `2019+2021` becomes two editions, `any` stays `any`."""
    return tuple(
        Identity(
            rule=row["rule"],
            editions=tuple(row["edition"].split("+")),
            strength=row["strength"],  # type: ignore[arg-type]
            left=row["left"],
            operator=row["operator"],  # type: ignore[arg-type]
            right=row["right"],
            meaning=row["meaning"],
        )
        for row in _rows("identities.csv")
    )


@cache
def other_rules() -> dict[str, str]:
    """What holds where a rule passes that is no identity: rules on fields, on texts, on places. By name."""
    return {row["rule"]: row["meaning"] for row in _rows("other_rules.csv")}


@cache
def other_rules_in_chinese() -> dict[str, str]:
    """The same in Chinese, as a writer of reports is told it."""
    return {row["rule"]: row["zh"] for row in _rows("other_rules.csv")}


@cache
def concordance() -> tuple[Concordance, ...]:
    """All rows of the concordance, several editions a series."""
    return tuple(
        Concordance(row["series"], row["edition"], row["expression"], row["comparability"])  # type: ignore[arg-type]
        for row in _rows("concordance.csv")
    )
