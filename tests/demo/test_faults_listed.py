"""docs/reliability.md has every fault that `make faults` tries, as it is tried."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from faults import clock, database, disk, hosts, process  # noqa: F401 - importing them fills the catalogue
from faults.catalogue import CATALOGUE
from faults.table import table

DOCUMENT = Path(__file__).parents[2] / "docs" / "reliability.md"


def test_the_document_has_the_table_of_the_faults_that_are_tried() -> None:
    assert table() in DOCUMENT.read_text(encoding="utf-8"), "run `python -m faults --table` and put it into docs/reliability.md"


def test_there_are_thirty_faults_and_more_over_seven_kinds_each_with_a_name_of_its_own() -> None:
    kinds = Counter(one.group for one in CATALOGUE)
    assert kinds.keys() == {"network", "server", "content", "disk", "database", "process", "clock"}
    assert kinds.total() >= 30
    assert max(Counter((one.group, one.name) for one in CATALOGUE).values()) == 1
