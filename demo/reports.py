"""The reports of the demo web: each written from its publisher's figures, with the truth that a careful reader finds in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Literal

from demo.article import contact_of, html_of, write_2014, write_later, write_prose
from demo.cells import EDITORS, Editor, printed
from demo.decoys import of_publisher
from demo.entry import Entry
from demo.figures import YearFigures, series
from demo.form2014 import GROUPS
from demo.places import PLANS, Publisher, SitePlan
from demo.prose import Block, Writer
from demo.truth import Key, Printed, Stated, Truth

HIJACKED = ("霜渡县人民政府", 2016)
DROPPED = ("墨汀县人民政府", 2018)
"""The report whose statistics period has lost its 年, as text in spans of several styles does."""
HIJACKER = "www. ylbet66demo.com"
"""What stands in the hijacked report in place of the publisher: a domain of our invention."""
LATE = {("鹤隐县人民政府", 2019): date(2020, 5, 22), ("棠屿县人民政府", 2021): date(2022, 4, 2)}
"""Reports that were published after their day, 31 March."""
INDEXED = ("trs", "hanweb", "generic", "gkmlpt")
"""Families whose pages carry an index-number table."""
DISGUISED = ("银簟县芦砚镇人民政府", 2017)

Amount = int | Decimal
_HANDS: tuple[Literal["plain", "wide", "comma", "chinese"], ...] = ("plain",) * 3 + (
    "wide",
    "comma",
    "comma",
    "chinese",
)  # as often
Changes = Mapping[tuple[str, int], Mapping[Key, Amount]]
"""Figures revised since the start: publisher and year -> indicator -> value."""


@dataclass(frozen=True, slots=True)
class Break:
    """An intended contradiction: the rule it breaks, what is added to which figures of the form, and of the words."""

    rule: str
    form: tuple[tuple[Key, int], ...] = ()
    told: tuple[tuple[str, int], ...] = ()


def _both(row: str, by: int) -> tuple[tuple[Key, int], ...]:
    return ((f"applications.{row}", "natural_person"), by), ((f"applications.{row}", "total"), by)


CONTRADICTIONS: dict[tuple[str, int], Break] = {
    ("青岚县人民政府", 2016): Break("any-prose", told=(("disclosure.total", 90),)),
    ("墨汀县人民政府", 2015): Break("f14-completed", form=((("requests.completed_on_time", None), 1),)),
    ("鹤隐县人民政府", 2017): Break(
        "f14-channel-website", form=((("channel.website", None), 1900),), told=(("channel.website", 1900),)),
    ("霜渡县人民政府", 2017): Break("f14-review", form=((("review.other", None), 1),)),
    ("沧屏县人民政府", 2020): Break(
        "next-year", form=(*_both("carried_in", 2), *_both("processed", 2), *_both("granted", 2))),
    ("柳笛镇人民政府", 2021): Break("f21-results", form=_both("granted", 1)),
    ("棠屿县人民政府", 2022): Break(
        "f21-applicants", form=((("applications.denied_process_information", "total"), 1),
                                (("applications.granted", "total"), -1))),
}  # fmt: skip
"""Reports that contradict themselves or the year before on purpose; every other one satisfies every identity."""

_TITLES = (
    "{short}{year}年政府信息公开工作年度报告", "{name}{year}年度政府信息公开工作年度报告", "{short}{year}年政府信息公开年度报告",
    "{year}年{short}政府信息公开工作年度报告", "{name}{year}年政府信息公开工作报告",
)  # fmt: skip


def _title(p: Publisher, year: int, rng: Random) -> str:
    text = "{year}年政府信息公开工作年度报告" if p.bare_titles else rng.choice(_TITLES)
    return text.format(short=p.short, name=p.name, year=year)


def _cell(key: Key, value: Amount, style: str, who: Publisher, year: int, rng: Random) -> Printed:
    code, amount = key[0], Decimal(value)
    if code.startswith("rules.") and who.level == "township":
        return Printed(None, "na", "/")
    if code.endswith("items_change") and value > 0 and year == 2019:
        return Printed.number(value, f"+{value}")
    if code == "training.meetings" and year == 2018 and who.level == "county":
        return Printed(amount, "number" if value else "zero", f"{value}（县级）", "县级")
    if code == "funding.special" and year == 2016:
        return Printed.number(value, f"{value}万元")
    if code == "funding.special" and year == 2018 and value:
        return Printed(amount, "number", f"{int(amount * 10000)}元", "元")
    if code in ("complaints.total", "organisation.units") and who.level == "township":
        return Printed(None, "blank", "") if code == "complaints.total" else Printed(None, "na", "—")
    return printed(value, rng, style=style)


def _facts_of_form(form: Mapping[Key, Printed], figures: YearFigures) -> list[Stated]:
    if figures.edition is None:
        return []
    edition = figures.edition
    facts = [Stated(code, edition, cell.value, cell.meaning, cell.raw, "form", who) for (code, who), cell in form.items()]
    return [replace(fact, optional=True) if fact.code in GROUPS else fact for fact in facts]


def _hijack(title: str, blocks: list[Block], who: Publisher) -> tuple[str, list[Block]]:
    """The title and blocks with the publisher's name replaced; what the office says of its address stays."""

    def swap(text: str) -> str:
        return (
            text.replace(who.name, HIJACKER)
            .replace(f"{who.short}政府", f"{HIJACKER}政府")
            .replace(f"{who.short}2", f"{HIJACKER}2")
        )

    changed = [block if block.kind == "table" else Block(block.kind, swap(block.text)) for block in blocks]
    return swap(title), changed


@dataclass(frozen=True, slots=True)
class _Draft:
    title: str
    blocks: list[Block]
    facts: list[Stated]
    editor: Editor


def _broken(
    figures: YearFigures, breach: Break | None, changed: Mapping[Key, Amount]
) -> tuple[dict[str, Amount], dict[Key, Amount]]:
    told, form = dict(figures.told), dict(figures.form)
    for key, by in breach.form if breach else ():
        form[key] += by
    for code, by in breach.told if breach else ():
        told[code] += by
    for key, value in changed.items():
        if key in form:
            form[key] = value
        if figures.edition in (None, "2014") and key[0] in told:
            told[key[0]] = value
    return told, form


def _draft(site: SitePlan, who: Publisher, figures: YearFigures, changed: Mapping[Key, Amount], published: date) -> _Draft:
    name, year = who.name, figures.year
    rng, draw = Random(f"prose/{name}/{year}"), Random(f"draw/{name}/{year}")
    told, amounts = _broken(figures, CONTRADICTIONS.get((name, year)), changed)
    style = draw.choice(_HANDS)
    form = {key: _cell(key, value, style, who, year, draw) for key, value in amounts.items()}
    if figures.edition == "2014":
        dash = draw.choice(("", "——", ""))
        form |= {(code, None): Printed(None, "na" if dash else "blank", dash) for code in GROUPS}
    w, editor = Writer(who, year, rng, told, style), draw.choice(EDITORS)
    title = _title(who, year, rng)
    if draw.random() < 0.7:
        w.add("title", title)
    if figures.edition is None:
        write_prose(w, site)
    elif figures.edition == "2014":
        write_2014(w, site, form, editor, draw)
    else:
        write_later(w, site, figures, form, editor, draw)
    w.add("signature", name)
    w.add("signature", f"{published.year}年{published.month}月{published.day}日")
    return _Draft(title, w.blocks, [*_facts_of_form(form, figures), *w.facts], editor)


def _published(who: Publisher, year: int) -> date:
    if (who.name, year) in LATE:
        return LATE[who.name, year]
    rng = Random(f"date/{who.name}/{year}")
    last = 1 if year >= 2020 else 3  # since 2020 reports are due by the end of January
    return date(year + 1, rng.randint(1, last), rng.randint(8, 28))


def _serial(site: SitePlan, who: Publisher) -> int:
    return 41000 + PLANS.index(site) * 3000 + site.publishers.index(who) * 600


def report(site: SitePlan, who: Publisher, figures: YearFigures, changed: Mapping[Key, Amount]) -> Entry:
    """One report as its site lists it; the truth's path is empty until a CMS family gives the article its address."""
    name, year, published = who.name, figures.year, _published(who, figures.year)
    draft = _draft(site, who, figures, changed, published)
    hijacked, disguised = (name, year) == HIJACKED, (name, year) == DISGUISED
    title, blocks = _hijack(draft.title, draft.blocks, who) if hijacked else (draft.title, draft.blocks)
    if (name, year) == DROPPED:
        blocks = [Block(b.kind, b.text.replace(f"{year}年1月1日", f"{year}1月1日")) for b in blocks]
    serial = _serial(site, who) + (year - 2000) * 7
    index = f"{who.code:0<9}/{published.year}-{serial:05d}"
    breach = CONTRADICTIONS.get((name, year))
    truth = Truth(
        site=site.key, path="", title=draft.title, title_as_printed=title, publisher=name,
        publisher_as_printed=HIJACKER if hijacked else name, level=who.level, division_code=who.code, path_names=who.path,
        year=year, period=(date(year, 1, 1), date(year, 12, 31)), publish_date=published, edition=figures.edition,
        index_number=index if site.family in INDEXED else None, hijacked=hijacked, disguised=disguised,
        facts=tuple(draft.facts), broken=frozenset([breach.rule] if breach else []), contact=contact_of(who, site),
    )  # fmt: skip
    html = html_of(blocks, draft.editor, Random(f"html/{name}/{year}"))
    return Entry(title, published, html, serial, who, HIJACKER if hijacked else f"{name}办公室", index, truth)


def entries(site: SitePlan, last: Mapping[str, int], changes: Changes) -> list[Entry]:
    """All that a site lists, newest first: the reports up to each publisher's `last` year, and the decoys."""
    found: list[Entry] = []
    for who in site.publishers:
        for year, figures in series(who, last[who.name]).items():
            found.append(report(site, who, figures, changes.get((who.name, year), {})))
        found += of_publisher(site, who, _serial(site, who) + 300)
    return sorted(found, key=lambda entry: (entry.published, entry.serial), reverse=True)
