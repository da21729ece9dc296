"""What most commands begin with: the settings, the site rows, an open database of the right revision."""

from __future__ import annotations

from difflib import get_close_matches

from sqlalchemy import Engine

from crawler.config import Config, load_config
from crawler.registry import RegistryProblem, Site, load_sites
from models.database import open_engine, require_current


def open_config() -> Config:
    """The settings in force. Raises ConfigProblem."""
    return load_config()


def open_sites(config: Config) -> dict[str, Site]:
    """Every known site by key. Raises RegistryProblem naming file, field, what was expected and found."""
    return load_sites(config.site_folders)


def open_database(config: Config) -> Engine:
    """The database, checked to be ours and of this program's revision. Raises DatabaseProblem saying what to do."""
    require_current(config.database)
    return open_engine(config.database)


def site_named(sites: dict[str, Site], key: str) -> Site:
    """The site of that key. Raises RegistryProblem with the nearest known keys."""
    if key in sites:
        return sites[key]
    near = get_close_matches(key, list(sites), n=3, cutoff=0.5)
    hint = f"did you mean {', '.join(near)}?" if near else "`nianbao sites list` shows the known ones"
    raise RegistryProblem(f"no site has the key {key!r} ({len(sites)} known): {hint}")
