"""The reports spider over real HTTP on lists that are hard to page: postbacks, services, frames, counts without links."""

import json
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests import nursery
from tests.crawler import odd_portals

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


PORTALS = odd_portals.portals_of("walked_portals.toml")


def _row(key: str, start: str) -> str:
    fields = {"key": key, "name": "漳岐县人民政府", "level": "county", "start": [start]}
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    return "\n".join([*lines, "allow_private = true", "delay = 0", ""])


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, str]]]:
    """By portal: the purpose and path of every request that the spider made."""
    folder = tmp_path_factory.mktemp("walked")
    rows, out = folder / "rows", folder / "out.jsonl"
    rows.mkdir()
    with ExitStack() as stack:
        for key, portal in PORTALS.items():
            home = stack.enter_context(odd_portals.served(portal))
            (rows / f"{key}.toml").write_text(_row(key, home.rstrip("/") + portal.start), encoding="utf-8")
        done = nursery.run([str(rows), str(folder / "data"), str(out)], folder, {}, script=HERE / "walking.py")
        assert done.returncode == 0, done.stderr[-3000:]
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    fetches = [line for line in lines if line["kind"] != "stats"]
    return {
        key: [(line["purpose"], odd_portals.path_of(line["url"])) for line in fetches if line["site"] == key] for key in PORTALS
    }


@pytest.mark.parametrize("key", PORTALS)
def test_every_report_of_the_list_is_asked_for_once(asked: dict[str, list[tuple[str, str]]], key: str) -> None:
    reports = [path for purpose, path in asked[key] if purpose == "report"]
    assert sorted(reports) == sorted(PORTALS[key].lists)


def test_a_pager_that_repeats_is_asked_once_more_and_left(asked: dict[str, list[tuple[str, str]]]) -> None:
    assert [path for purpose, path in asked["repeating"] if purpose == "index"] == ["/l?page=1", "/l?page=2"]
