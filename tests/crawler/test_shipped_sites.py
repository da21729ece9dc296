"""The shipped rows against the division data, and against the genuine addresses that they were derived from."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from crawler.addresses import netloc_of
from crawler.config import SHIPPED_SITES
from crawler.pages.families import recognise
from crawler.registry import DivisionRow, Site, load_sites
from models.divisions import gazetteer
from pipelines.placing.printed import read_name

SITES = load_sites(SHIPPED_SITES)
ADDRESSES = [
    line.split("\t")[1] for line in Path(__file__).with_name("real_addresses.tsv").read_text(encoding="utf-8").splitlines()
]


def _divisions() -> list[tuple[str, str, DivisionRow, str]]:
    """Key, publisher, division and level of every shipped site and column."""
    own = [(site.key, site.name, site.division, site.level) for site in SITES.values()]
    below = [(s.key, c.publisher or s.name, c.division, c.level or s.level) for s in SITES.values() for c in s.columns]
    return [(key, name, division, level) for key, name, division, level in own + below if division is not None]


@pytest.mark.parametrize(("key", "publisher", "division", "level"), _divisions())
def test_a_shipped_division_is_that_of_the_division_data(key: str, publisher: str, division: DivisionRow, level: str) -> None:
    known = gazetteer().of_code(division.code)
    assert known is not None
    assert (division.name, division.path) == (known.name, gazetteer().path(division.code))
    assert level in (known.level, "department")
    named = read_name(publisher)
    assert named is not None
    assert division.code in {one.code for one in named.divisions}


def test_every_shipped_site_has_a_division_and_says_what_nobody_has_seen() -> None:
    assert len(SITES) == 42
    assert all(site.division and site.caveats and site.name_en and not site.visited for site in SITES.values())


def _site_of(url: str) -> list[Site]:
    return [site for site in SITES.values() if netloc_of(url) in site.scope]


@pytest.mark.parametrize("url", ADDRESSES)
def test_a_genuine_address_belongs_to_one_row_whose_family_fits(url: str) -> None:
    rows = _site_of(url)
    assert len(rows) == 1
    family = recognise(url, "")[0]
    assert rows[0].family in (family, "auto")
    assert (rows[0].family == "auto") == (family == "static")


@pytest.mark.parametrize("url", ADDRESSES)
def test_a_start_page_is_a_folder_of_the_address_or_the_home_page(url: str) -> None:
    (site,) = _site_of(url)
    starts = [urlsplit(start) for start in site.start]
    asked = urlsplit(url).path
    above = [start for start in starts if asked.startswith(start.path.rpartition("/")[0] + "/")]
    named = [start for start in starts if "/col/col" in start.path and start.path.split("/col")[2].rstrip("/") in url]
    assert above or named or any(start.path.startswith("/col/") and f"art_{start.path.split('/col/col')[1].split('/')[0]}_" in url
                                 for start in starts)  # fmt: skip
