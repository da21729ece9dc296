"""`nianbao sites`: list, check, add."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from crawler.cli.opening import open_config, open_sites
from crawler.cli.screens import complain, out
from crawler.registry import RegistryProblem, load_sites, read_site

app = typer.Typer(no_args_is_help=True, help="The sites that are known: one TOML row each.")


@app.command("list")
def list_sites(level: Annotated[str | None, typer.Option(help="only sites of this level")] = None) -> None:
    """Shows every known site with its family and first address."""
    table = Table("key", "publisher", "level", "family", "start", title="sites")
    for site in open_sites(open_config()).values():
        if level in (None, site.level):
            table.add_row(site.key, site.name, site.level, site.family, site.start[0])
    out(table)


@app.command()
def check(files: Annotated[list[Path] | None, typer.Argument(help="rows to check; all known ones by default")] = None) -> None:
    """Reads site rows and says what is wrong with them, file and field. Exit code 2 if anything is."""
    if not files:
        sites = open_sites(open_config())
        out(f"{len(sites)} site rows are right")
        return
    wrong = 0
    for file in files:
        try:
            out(f"{file}: right, site {read_site(file).key}")
        except RegistryProblem as problem:
            wrong += 1
            complain(str(problem))
    raise typer.Exit(2 if wrong else 0)


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
