"""The figures of a publisher's reports, year after year: seeded by names, and in agreement with every identity of the codebook.

What one year carries over, the next takes in; documents in force follow from those issued and repealed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from demo.places import Publisher
from demo.truth import Edition, Key

APPLICANTS = ("natural_person", "enterprise", "research", "welfare", "legal_service", "other_legal")
RESULTS_2019 = (
    "granted", "partially_granted", "denied_state_secret", "denied_law_forbidden", "denied_security_stability",
    "denied_third_party", "denied_internal_affairs", "denied_process_information", "denied_enforcement_files",
    "denied_administrative_query", "unavailable_not_held", "unavailable_needs_creation", "unavailable_still_unclear",
    "not_processed_petition", "not_processed_repeated", "not_processed_published_material", "not_processed_excessive",
    "not_processed_reconfirmation", "other",
)  # fmt: skip
RESULTS_2021 = (*RESULTS_2019[:-1], "other_not_amended", "other_fee_unpaid", "other_remaining")
OUTCOMES = ("upheld", "corrected", "other", "pending")
_LIKELY = {"granted": 12, "partially_granted": 3, "unavailable_not_held": 6, "denied_third_party": 1, "not_processed_petition": 2}
CHANNELS = ("gazette", "website", "weibo", "wechat", "other")
Amount = int | Decimal

COPIED = {("苇泊县云簌镇人民政府", 2020): 2019}
"""Publisher and year -> the year before, whose figures a careless office handed in again."""


@dataclass(slots=True)
class YearFigures:
    """The figures of one report: `told` in codes of 2014 for the prose, `form` for the form of `edition` (empty without)."""

    year: int
    edition: Edition | None
    told: dict[str, Amount]
    form: dict[Key, Amount]


def split(rng: Random, total: int, weights: Sequence[int]) -> list[int]:
    """Parts that add up to `total`, each in proportion to its weight more or less."""
    parts = [0] * len(weights)
    for place in rng.choices(range(len(weights)), weights=weights, k=total):
        parts[place] += 1
    return parts


def _parts(rng: Random, into: dict[str, Amount], total: str, names: Sequence[str], weights: Sequence[int]) -> None:
    into.update(zip(names, split(rng, int(into[total]), weights), strict=True))


def _disclosure(rng: Random, size: int, f: dict[str, Amount]) -> None:
    total = int(size * rng.uniform(0.8, 1.2)) + 9
    f["disclosure.total"] = total
    f["normative_documents.issued"] = rng.randint(2, 6 + size // 200)
    f["disclosure.normative_documents"] = min(int(f["normative_documents.issued"]), total)
    shares = {"gazette": 0.02, "website": 0.85, "weibo": 0.12, "wechat": 0.3, "other": 0.15}
    for name in CHANNELS:
        f[f"channel.{name}"] = min(total, int(total * shares[name] * rng.uniform(0.7, 1.15)))
    if sum(int(f[f"channel.{name}"]) for name in CHANNELS) < total:
        f["channel.website"] = total


def _response(rng: Random, size: int, f: dict[str, Amount]) -> None:
    f["response.hot_topics"] = rng.randint(0, size // 400)
    f["response.press_conferences"] = rng.randint(0, 1 + size // 900)
    f["response.press_conferences_led"] = rng.randint(0, int(f["response.press_conferences"]))
    f["response.online_interviews"] = rng.randint(0, 2 + size // 900)
    f["response.online_interviews_led"] = rng.randint(0, int(f["response.online_interviews"]))
    f["response.policy_interpretations"] = rng.randint(1, 3 + size // 60)
    f["response.weibo_wechat"] = rng.randint(0, size // 40)
    f["response.other"] = rng.randint(0, size // 150)


def _requests(rng: Random, size: int, f: dict[str, Amount]) -> None:
    f["requests.received"] = rng.randint(0, 2 + size // 180) if size > 1000 else rng.choice((0, 0, 1, 2))
    _parts(
        rng,
        f,
        "requests.received",
        [f"requests.received_{way}" for way in ("in_person", "fax", "online", "letter")],
        (3, 1, 8, 4),
    )
    f["requests.completed"] = f["requests.received"]
    _parts(rng, f, "requests.completed", ("requests.completed_on_time", "requests.completed_extended"), (9, 1))
    f["replies.total"] = f["requests.completed"]
    kinds = ("already_public", "granted", "partially_granted", "refused", "not_this_agency", "nonexistent",
             "amendment_requested", "other_channel")  # fmt: skip
    _parts(rng, f, "replies.total", [f"replies.{kind}" for kind in kinds], (5, 9, 2, 2, 4, 3, 1, 1))
    grounds = ("state_secret", "trade_secret", "privacy", "security", "not_government_information", "other_legal")
    _parts(rng, f, "replies.refused", [f"replies.refused_{ground}" for ground in grounds], (1, 2, 3, 1, 4, 2))


def _remedies(rng: Random, size: int, f: dict[str, Amount]) -> None:
    for kind in ("review", "litigation"):
        f[f"{kind}.total"] = rng.choice((0, 0, 1, 2, 4)) if size > 1000 else 0
        _parts(rng, f, f"{kind}.total", [f"{kind}.{result}" for result in ("upheld", "corrected", "other")], (5, 2, 2))
    f["complaints.total"] = rng.choice((0, 0, 0, 1)) if size > 1000 else 0
    f["fees.collected"] = 0


def _organisation(rng: Random, size: int, f: dict[str, Amount]) -> None:
    county = size > 1000
    f["organisation.units"] = rng.randint(1, 40) if county else 1
    f["organisation.reading_points"] = rng.randint(3, 30) if county else rng.randint(1, 3)
    f["staff.total"] = rng.randint(30, 160) if county else rng.randint(2, 5)
    _parts(rng, f, "staff.total", ("staff.full_time", "staff.part_time"), (2, 7))
    f["funding.special"] = Decimal(rng.randint(0, 240)) / 10 if county else 0
    f["training.meetings"] = rng.randint(2, 12) if county else rng.randint(1, 3)
    f["training.classes"] = rng.randint(2, 9) if county else 1
    f["training.people"] = rng.randint(120, 900) if county else rng.randint(8, 40)


def told_in(rng: Random, size: int) -> dict[str, Amount]:
    """The figures of a year in the codes of 2014."""
    figures: dict[str, Amount] = {}
    for part in (_disclosure, _response, _requests, _remedies, _organisation):
        part(rng, size, figures)
    return figures


def _applications(rng: Random, size: int, edition: Edition, carried: dict[str, int], form: dict[Key, Amount]) -> dict[str, int]:
    """Fills section three in, applicant by applicant, and gives what is carried out to the next year."""
    results = RESULTS_2019 if edition == "2019" else RESULTS_2021
    chances = (1.0, 0.4, 0.05, 0.1, 0.2, 0.1)
    scale = 4 + size // 90 if size > 1000 else 3
    out: dict[str, int] = {}
    rows = ("new", "carried_in", *results, "processed", "carried_out")
    for applicant, chance in zip(APPLICANTS, chances, strict=True):
        new, old = rng.randint(0, int(scale * chance)), carried.get(applicant, 0)
        out[applicant] = min(new, rng.choice((0, 0, 0, 1, 2))) if chance > 0.3 else 0
        processed = new + old - out[applicant]
        shared = split(rng, processed, [_LIKELY.get(name, 1) for name in results])
        for row, value in zip(rows, (new, old, *shared, processed, out[applicant]), strict=True):
            form[f"applications.{row}", applicant] = value
    for row in rows:
        form[f"applications.{row}", "total"] = sum(int(form[f"applications.{row}", one]) for one in APPLICANTS)
    return out


def _disputes(rng: Random, size: int, form: dict[Key, Amount]) -> None:
    for kind in ("review", "litigation_direct", "litigation_after_review"):
        total = rng.choice((0, 0, 1, 3)) if size > 1000 else 0
        for outcome, value in zip(OUTCOMES, split(rng, total, (5, 2, 2, 1)), strict=True):
            form[f"{kind}.{outcome}", None] = value
        form[f"{kind}.total", None] = total


@dataclass(slots=True)
class _Stock:
    """What a publisher hands from one year to the next."""

    carried: dict[str, int]
    items: dict[str, int]
    documents: int


def _matters_2019(rng: Random, size: int, stock: _Stock, form: dict[Key, Amount]) -> None:
    made = rng.randint(1, 5 + size // 400)
    stock.documents += made
    form.update({("rules.made", None): 0, ("rules.published", None): 0, ("rules.public_total", None): 0})
    form["normative_documents.made", None] = made
    form["normative_documents.published", None] = made
    form["normative_documents.public_total", None] = stock.documents
    for kind in ("licences", "other_services", "penalties", "coercion", "admin_fees"):
        change = rng.randint(-min(6, stock.items[kind]), 12)
        form[f"{kind}.items_last_year", None] = stock.items[kind]
        form[f"{kind}.items_change", None] = change
        stock.items[kind] += change
        if kind != "admin_fees":
            form[f"{kind}.decisions", None] = rng.randint(0, size * 2)
    form["procurement.projects", None] = rng.randint(0, 60)
    form["procurement.amount", None] = Decimal(rng.randint(100, 900_000)) / 100


def _matters_2021(rng: Random, size: int, stock: _Stock, form: dict[Key, Amount]) -> None:
    issued, repealed = rng.randint(0, 6), rng.randint(0, min(3, stock.documents))
    stock.documents += issued - repealed
    form.update({("rules.issued", None): 0, ("rules.repealed", None): 0, ("rules.in_force", None): 0})
    form["normative_documents.issued", None] = issued
    form["normative_documents.repealed", None] = repealed
    form["normative_documents.in_force", None] = stock.documents
    for kind in ("licences", "penalties", "coercion"):
        form[f"{kind}.decisions", None] = rng.randint(0, size * 3)
    form["admin_fees.amount", None] = Decimal(rng.randint(0, 3_000_000)) / 100


def _form(rng: Random, size: int, edition: Edition | None, told: dict[str, Amount], stock: _Stock) -> dict[Key, Amount]:
    if edition is None:
        return {}
    if edition == "2014":
        return {(code, None): value for code, value in told.items()}
    form: dict[Key, Amount] = {}
    (_matters_2019 if edition == "2019" else _matters_2021)(rng, size, stock, form)
    stock.carried = _applications(rng, size, edition, stock.carried, form)
    _disputes(rng, size, form)
    return form


def series(publisher: Publisher, last: int) -> dict[int, YearFigures]:
    """The figures of every year from the publisher's first to `last`. The same names give the same figures, always."""
    start = Random(f"stock/{publisher.name}")
    kinds = ("licences", "other_services", "penalties", "coercion", "admin_fees")
    stock = _Stock({}, {kind: start.randint(3, 40 + publisher.size // 20) for kind in kinds}, start.randint(8, 60))
    years: dict[int, YearFigures] = {}
    for year in range(publisher.years[0], last + 1):
        seed = COPIED.get((publisher.name, year), year)
        rng, edition = Random(f"figures/{publisher.name}/{seed}"), publisher.edition(year)
        told = told_in(rng, publisher.size)
        years[year] = YearFigures(year, edition, told, _form(rng, publisher.size, edition, told, stock))
    return years
