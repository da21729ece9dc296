"""`nianbao sites probe` and `sites record`: what an unknown portal has, and pages of a known one saved for tests."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape

from crawler.cli.opening import open_config, open_sites, site_named
from crawler.cli.screens import complain, out
from crawler.config import Config
from crawler.probing.row import Proposal, propose
from crawler.probing.search import Bounds, Search
from crawler.probing.verdict import ColumnSeen, year_of
from crawler.probing.whose import Whose, whose
from crawler.registry import RegistryProblem, Site


def register(app: typer.Typer) -> None:
    """Puts the commands into `nianbao sites`."""
    app.command()(probe)
    app.command()(record)


def probe(
    url: Annotated[str, typer.Argument(help="a portal's home page")],
    year: Annotated[int | None, typer.Option(min=2008, max=2100, help="say where the report of this year stands")] = None,
    pages: Annotated[int, typer.Option(min=1, max=500, help="pages to ask for at most")] = 60,
    depth: Annotated[int, typer.Option(min=1, max=12, help="links deep from the home page at most")] = 6,
    minutes: Annotated[int, typer.Option(min=1, max=120, help="minutes at most")] = 10,
    delay: Annotated[float, typer.Option(min=0, max=60, help="seconds between two requests")] = 3.0,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="let addresses of private networks be asked")] = False,
    save: Annotated[bool, typer.Option("--save", help="put the row into your folder of sites (NIANBAO_SITES)")] = False,
) -> None:
    """Looks for the annual reports of a portal and prints the row to add. Exit code 1 where a person must look.

    Nothing is written to the database; the bytes of what was asked for stand in the archive, as those of a crawl do.
    """
    config = open_config()
    if save and config.sites is None:
        raise RegistryProblem("no folder for site rows of your own is set: set NIANBAO_SITES (or `sites` in nianbao.toml)")
    search = Search(url, Bounds(pages, depth, minutes * 60))
    _look_around(config, search, delay, allow_private)
    place = whose(search.claims, url)
    proposal = propose(search, place, datetime.now(UTC).date(), allow_private=allow_private)
    _show(config, search, place, proposal, year)
    if save and proposal is not None:
        out(f"saved: {escape(str(_save(config, proposal)))}")
    raise typer.Exit(0 if proposal is not None and proposal.is_settled else 1)


def record(
    key: Annotated[str, typer.Argument(help="the site's key, see `nianbao sites list`")],
    to: Annotated[Path, typer.Option(help="folder to save below, a folder a site")] = Path("tests/pages"),
    reports: Annotated[int, typer.Option(min=1, max=20, help="how many reports")] = 3,
) -> None:
    """Saves list pages and a few reports of a site, bytes as sent, in the form that tests use."""
    from crawler.probing.recording import Recorder
    from crawler.probing.running import look  # here, so that other commands need not wait for Scrapy to load
    from crawler.spiders.record import RecordSpider

    config = open_config()
    site = site_named(open_sites(config), key)
    recorder = Recorder(site, to, reports)
    with _watching() as status:
        look(config, RecordSpider, site=site, recorder=recorder, watch=_teller(status))
    for case in recorder.cases:
        out(f"saved {escape(str(case))}")
    for trouble in recorder.troubles:
        complain(trouble)
    if recorder.cases:
        out("fill in each expected.json by looking at the page; tests refuse one that is not filled in")
    raise typer.Exit(0 if recorder.cases and not recorder.troubles else 1)


def _look_around(config: Config, search: Search, delay: float, allow_private: bool) -> None:
    from crawler.probing.running import Manners, run_search  # here, so that other commands need not wait for Scrapy to load

    config.data_dir.mkdir(parents=True, exist_ok=True)
    with _watching() as status:
        run_search(config, search, Manners(delay, allow_private), _teller(status))


def _watching() -> Any:
    return Console(stderr=True).status("looking")


def _teller(status: Any) -> Any:
    return lambda url, number: status.update(f"page {number}: {escape(url[:100])}")


def _show(config: Config, search: Search, place: Whose, proposal: Proposal | None, year: int | None) -> None:
    out(f"{search.asked} page(s) looked at from {escape(search.home)}; their bytes are in {config.data_dir / 'warc'}")
    for trouble in search.troubles:
        complain(f"{trouble.url}: {trouble.outcome}: {trouble.reason}")
    if search.left:
        out(f"{search.left} further link(s) were not followed: the bound of {search.bounds.pages} pages is reached")
    if search.found:
        _tell_columns(search.found, "lists of annual reports")
    if search.candidates:
        _tell_columns(search.candidates[:10], "may be such lists, the likeliest first")
    if year is not None:
        _show_year(search, year)
    if proposal is None:
        complain("no list of annual reports was found for sure" + _hint(search))
        return
    out(f"\nfamily: {proposal.family}", *(f"  {escape(words)}" for words in proposal.evidence[:8]))
    out(f"whose: {escape(place.name or 'not known')}", *(f"  {escape(words)}" for words in place.reasons))
    typer.echo(f"\n{proposal.text}")


def _hint(search: Search) -> str:
    outcomes = {trouble.outcome for trouble in search.troubles}
    if "blocked" in outcomes:
        return ": the site turns programs away with a challenge page, which is not got round; a person must look"
    if "forbidden" in outcomes:
        return ": its robots.txt forbids pages that may lead there"
    return "; look at the candidates above, or give the address of the openness section instead" if search.candidates else ""


def _tell_columns(columns: Sequence[ColumnSeen], title: str) -> None:
    """Lists, one below another: address, what stands there, why it is taken for a list of annual reports."""
    out(f"\n{title}:")
    for number, column in enumerate(columns, 1):
        years = f" of {' '.join(map(str, reversed(column.years)))}" if column.years else ""
        held = "reports asked for by year" if column.by_year else f"{len(column.reports)} report(s){years}"
        facts = [held, f"{column.others} other entries", f"{column.more_pages} more page(s)"]
        of = f" ({column.way.unit})" if column.way.unit else ""
        typer.echo(f" {number}. {column.url}{of}")
        typer.echo(f"    {', '.join(facts)}; score {column.score}: {'; '.join(column.reasons)}")


def _show_year(search: Search, year: int) -> None:
    found = [entry for column in search.columns for entry in column.reports if entry.title and year_of(entry) == year]
    for entry in found:
        out(f"{year}: {escape(entry.title)} {escape(entry.url)}")
    if not found:
        out(f"{year}: not on the first page of any list looked at")


def _save(config: Config, proposal: Proposal) -> Path:
    """The file that the row now stands in. Raises RegistryProblem for a key that is taken."""
    assert config.sites is not None
    Site.model_validate(tomllib.loads(proposal.text))
    if proposal.key in open_sites(config):
        raise RegistryProblem(f"key = {proposal.key!r} is taken by a known site; `nianbao sites list` shows it")
    config.sites.mkdir(parents=True, exist_ok=True)
    target = config.sites / f"{proposal.key}.toml"
    target.write_text(proposal.text, encoding="utf-8")
    return target
