"""`nianbao sites`: list, check, add; `probe` and `record` stand in `crawler.cli.probing`."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer
from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Column, Table

from crawler.cli import probing
from crawler.cli.opening import open_config, open_sites
from crawler.cli.screens import complain, out
from crawler.registry import DivisionRow, RegistryProblem, Site, load_sites, read_site
from models.divisions import gazetteer

app = typer.Typer(no_args_is_help=True, help="The sites that are known: one TOML row each.")
probing.register(app)


@app.command("list")
def list_sites(
    level: Annotated[str | None, typer.Option(help="only sites of this level")] = None,
    family: Annotated[str | None, typer.Option(help="only sites of this family")] = None,
    visited: Annotated[bool | None, typer.Option("--visited/--unvisited", help="only sites that were visited, or not")] = None,
    wide: Annotated[bool, typer.Option("--wide", help="whole addresses and all columns of each site")] = False,
) -> None:
    """Shows every known site, a line each: whose, of which family, whether somebody has seen it work, on which host."""
    sites = [site for site in open_sites(open_config()).values() if level in (None, site.level) and family in (None, site.family)]
    shown = [site for site in sites if visited in (None, site.visited)]
    key = Column("key", no_wrap=True)  # a key is what one types: the other columns give way first
    names = ("publisher", "level", "family", "visited", "address" if wide else "host")
    others = (Column(name, overflow="fold") for name in names)
    table = Table(key, *others, title="sites", box=SIMPLE_HEAD)
    for site in shown:
        where = "\n".join(dict.fromkeys([*site.start, *(column.url for column in site.columns)])) if wide else _host(site)
        seen = "yes" if site.visited else "not yet"
        table.add_row(site.key, escape(site.name), site.level, site.family, seen, escape(where))
    table.caption = f"{len(shown)} site(s), {sum(site.visited for site in shown)} visited"
    out(table)


def _host(site: Site) -> str:
    """The host of a site, with the number of its lists where it has several."""
    host = urlsplit(site.start[0]).netloc
    return f"{host} ({len(site.columns)} columns)" if len(site.columns) > 1 else host


@app.command()
def check(files: Annotated[list[Path] | None, typer.Argument(help="rows to check; all known ones by default")] = None) -> None:
    """Reads site rows and says what is wrong with them, file and field. Exit code 2 if anything is.

    A division that the division data do not know, or know under another name, is remarked upon; that alone is no error.
    """
    if not files:
        sites = open_sites(open_config())
        _remark(sites.values())
        out(f"{len(sites)} site rows are right")
        return
    wrong = 0
    for file in files:
        try:
            site = read_site(file)
            _remark([site])
            out(f"{file}: right, site {site.key}")
        except RegistryProblem as problem:
            wrong += 1
            complain(str(problem))
    raise typer.Exit(2 if wrong else 0)


def _remark(sites: Iterable[Site]) -> None:
    """Says of each division of the sites what the division data have against it."""
    for site in sites:
        for division in (site.division, *(column.division for column in site.columns)):
            if division is not None and (words := _against(division)):
                out(escape(f"{site.key}: division {division.code} {division.name}: {words}"))


def _against(division: DivisionRow) -> str | None:
    """What the division data say against a division of a row; None when they agree."""
    known, code = gazetteer(), division.code[:9]  # villages have twelve digits, of which the town's are the first nine
    if len(division.code) == 12:
        return None if known.of_code(code) else "no town of the data has this code"
    names = {one.name for one in known.by_code.get(code, ())}
    town = known.of_code(code) if len(code) == 9 else None
    names |= {town.name} if town else set()
    if not names:
        return "no division of the data has this code"
    return None if division.name in names else f"the data know this code as {', '.join(sorted(names))}"


@app.command()
def add(file: Annotated[Path, typer.Argument(help="a TOML file with one site row")]) -> None:
    """Checks a row and puts it into your folder of sites (NIANBAO_SITES); an existing key is refused."""
    config = open_config()
    site = read_site(file)
    if config.sites is None:
        raise RegistryProblem("no folder for site rows of your own is set: set NIANBAO_SITES (or `sites` in nianbao.toml)")
    if site.key in open_sites(config):
        raise RegistryProblem(f"{file}: key = {site.key!r} is taken by a known site; `nianbao sites list` shows it")
    config.sites.mkdir(parents=True, exist_ok=True)
    target = config.sites / f"{site.key}.toml"
    shutil.copyfile(file, target)
    load_sites(config.site_folders)
    out(f"added {site.key}: {target}\ncrawl it now with: nianbao crawl {site.key}")
