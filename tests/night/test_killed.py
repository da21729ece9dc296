"""A night that is killed again and again, and ends with the data of one that nobody disturbed; `make faults` has fifty kills."""

from __future__ import annotations

from pathlib import Path

import pytest

from demo.web import DemoWeb
from faults.holding import differences
from faults.installation import Installation
from faults.kills import Moment, Undisturbed, killed_and_finished
from tests import nursery

AT = (Moment(6, 0.05), Moment(9, 0.1), Moment(5, 0.2))


def _born(installation: Installation, *words: str) -> nursery.Born:
    said = installation.folder / "said.txt"
    return nursery.begin(words, installation.folder, installation.environment(), (said, said))


def test_after_kills_the_data_are_those_of_an_undisturbed_night(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Installation, "begin", _born)
    with DemoWeb(latency=0.03) as web:
        expected = Undisturbed(web, tmp_path, ("luyan", "tangyu"))
        killed, wrong = killed_and_finished(expected, "killed", AT)
    assert wrong == []
    assert killed == 3


def test_a_loss_and_a_double_would_be_seen() -> None:
    data = {"facts": ["a", "b", "b"], "rows of fact": ["3"]}
    assert differences(data, data) == []
    assert "1 line(s) lost (a)" in differences(data, {"facts": ["b", "b"], "rows of fact": ["2"]})[0]
    assert "1 new or doubled (b)" in differences(data, {"facts": ["a", "b", "b", "b"], "rows of fact": ["4"]})[0]
