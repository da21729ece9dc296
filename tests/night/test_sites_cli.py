"""`nianbao sites` as a user types it: probe a portal, save its row, check and list it, record its pages."""

import json
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.console import Console

from crawler.cli.sites import list_sites
from crawler.config import Config
from demo.web import DemoWeb
from tests import nursery
from tests.night.commands import Installation


@dataclass(frozen=True)
class Desk:
    """A folder in which commands are typed: those that go out in a process of their own, the others in this one."""

    here: Installation
    web: DemoWeb

    def goes_out(self, *words: str) -> subprocess.CompletedProcess[str]:
        return nursery.run(("sites", *words), self.here.folder, self.here.environment())


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    here = Installation(tmp_path_factory.mktemp("desk"))
    here.rows.mkdir()
    with DemoWeb() as web:
        yield Desk(here, web)


@pytest.fixture(scope="module")
def probed(desk: Desk) -> subprocess.CompletedProcess[str]:
    """A portal probed and its row saved."""
    return desk.goes_out("probe", desk.web.sites["qinglan"] + "/", "--allow-private", "--delay", "0", "--year", "2021", "--save")


def test_a_probe_tells_the_list_its_family_the_year_and_what_is_not_settled(
    desk: Desk, probed: subprocess.CompletedProcess[str]
) -> None:
    assert probed.returncode == 1, "an invented county is in no division data, so a person must look"
    start = desk.web.sites["qinglan"] + "/zwgk/zfxxgknb/index.html"
    assert f"1. {start}" in probed.stdout
    assert "family: trs" in probed.stdout
    assert desk.web.url("qinglan", "青岚县人民政府", 2021) in probed.stdout.replace("\n", "")
    assert "# division: not settled" in probed.stdout
    assert "Traceback" not in probed.stderr


def test_the_saved_row_is_right_and_listed_as_not_yet_visited(desk: Desk, probed: subprocess.CompletedProcess[str]) -> None:
    (row,) = desk.here.rows.glob("*.toml")
    said = tomllib.loads(row.read_text(encoding="utf-8"))
    assert said["start"] == [desk.web.sites["qinglan"] + "/zwgk/zfxxgknb/index.html"]
    assert desk.here.type("sites", "check").returncode == 0
    listed = desk.here.type("sites", "list").stdout
    assert said["key"] in listed
    assert "not yet" in listed


def test_recorded_pages_are_the_bytes_that_came_and_wait_for_a_person(
    desk: Desk, probed: subprocess.CompletedProcess[str]
) -> None:
    key = next(desk.here.rows.glob("*.toml")).stem
    done = desk.goes_out("record", key, "--to", str(desk.here.folder / "pages"), "--reports", "1")
    assert done.returncode == 0, done.stderr
    cases = {case.name: case for case in (desk.here.folder / "pages" / key).iterdir()}
    assert {"list", "list-2"} < set(cases)
    sent = tomllib.loads((cases["list"] / "response.toml").read_text(encoding="utf-8"))
    assert (sent["kind"], sent["family"], sent["status"]) == ("index", "trs", 200)
    assert "createPageHTML" in (cases["list"] / sent["body"]).read_bytes().decode("utf-8")
    expected = json.loads((cases["list"] / "expected.json").read_text(encoding="utf-8"))
    assert "unfilled" in expected


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("probe", "nonsense"), 2, "begins with http:// or https://"),
        (("probe", "ftp://x.gov.cn/"), 2, "begins with http:// or https://"),
        (("record", "nobody"), 2, "no site has the key 'nobody'"),
    ],
)
def test_a_wrong_call_is_told_in_words(desk: Desk, words: tuple[str, ...], code: int, said: str) -> None:
    done = desk.here.type("sites", *words)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_shipped_sites_stay_readable_in_a_narrow_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("crawler.cli.screens._screen", Console(width=80))
    monkeypatch.setattr("crawler.cli.sites.open_config", lambda: Config(data_dir=tmp_path, shipped_sites=True, sites=None))
    list_sites(level="prefecture")
    listed = capsys.readouterr().out
    assert max(len(line) for line in listed.splitlines()) <= 80
    assert all(key in listed for key in ("guiyang", "kunming", "lishui", "nanping", "quzhou"))
    assert "5 site(s), 0 visited" in listed


def test_a_division_that_the_data_know_otherwise_is_remarked_upon(tmp_path: Path) -> None:
    here = Installation(tmp_path)
    here.rows.mkdir()
    row = 'key = "ab"\nname = "某县"\nlevel = "county"\nstart = ["http://x.gov.cn/"]\n'
    row += '[division]\ncode = "350111"\nname = "晋江市"\n'
    (tmp_path / "ab.toml").write_text(row, encoding="utf-8")
    done = here.type("sites", "check", "ab.toml")
    assert done.returncode == 0
    assert "the data know this code as 晋安区" in done.stdout
