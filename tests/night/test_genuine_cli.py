"""`nianbao genuine`: a night finds a hijacked page; a person lists, releases and confirms it, and the next night minds it."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from models.database import open_engine
from pipelines.items import Hijack
from pipelines.store import Store
from tests.night.commands import Installation

HIJACKED = Hijack("hijacked", ("publisher: 澳门新葡京", "title: 澳门新葡京"))


@pytest.fixture
def here(tmp_path: Path, sqlite_template: Path, pages: Any) -> Installation:
    installation = Installation(tmp_path)
    installation.rows.mkdir()
    installation.prepare(sqlite_template)
    night(installation, pages)
    return installation


def night(here: Installation, pages: Any) -> None:
    """One more night: the same hijacked page and a genuine one."""
    store = Store(open_engine(here.database))
    store.add(pages.reading([pages.fact("requests.received", 5)], hijacked=HIJACKED))
    store.add(pages.reading([], url="http://www.qs.example/zwgk/nb/2019.html", year=2019))
    store.close()


def current(here: Installation) -> list[tuple[Any, ...]]:
    engine = open_engine(here.database)
    with engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(text("SELECT year, hijack_verdict FROM reports ORDER BY year"))]
    engine.dispose()
    return found


def test_list_shows_what_is_kept_out_with_its_evidence(here: Installation) -> None:
    shown = here.type("genuine", "list")
    assert shown.returncode == 0
    assert "hijacked" in shown.stdout
    assert "新葡京" in shown.stdout
    assert "2019" not in here.type("genuine", "list", "清水").stdout.replace("kept out", "")


def test_a_release_survives_the_next_night(here: Installation, pages: Any) -> None:
    assert current(here) == [(2019, "genuine")]
    done = here.type("genuine", "release", "1", "--note", "我们打过电话")
    assert done.returncode == 0, done.stderr
    assert "genuine (found: hijacked)" in done.stdout
    assert current(here) == [(2018, "genuine"), (2019, "genuine")]
    night(here, pages)
    assert current(here) == [(2018, "genuine"), (2019, "genuine")]
    assert "我们打过电话" in here.type("genuine", "list", "--judged").stdout


def test_a_confirmation_keeps_a_genuine_looking_page_out(here: Installation, pages: Any) -> None:
    assert here.type("genuine", "confirm", "2", "--as", "mirror").returncode == 0
    assert current(here) == []
    night(here, pages)
    assert current(here) == []
    assert "mirror" in here.type("genuine", "list").stdout


def test_an_unknown_number_is_answered_with_where_to_look(here: Installation) -> None:
    done = here.type("genuine", "release", "99")
    assert done.returncode == 2
    assert "nianbao genuine list" in done.stderr
    assert "Traceback" not in done.stderr


def test_markup_in_what_a_page_says_is_shown_and_not_obeyed(here: Installation, pages: Any) -> None:
    store = Store(open_engine(here.database))
    store.add(
        pages.reading(
            [],
            url="http://x.example/a.html",
            year=2011,
            publisher="[red]县[/]",
            hijacked=Hijack("hijacked", ("title: [/bold]x",)),
        )
    )
    store.close()
    shown = here.type("genuine", "list")
    assert shown.returncode == 0
    assert "[/bold]x" in shown.stdout
