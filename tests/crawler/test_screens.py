"""Tables on a narrow screen: nothing that one reads or types next is cut."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console, Group
from rich.table import Table

from crawler.cli.screens import WIDE, _console, _fact_table, _Screen, columns, out


def test_on_a_narrow_screen_names_stay_whole_and_words_are_folded() -> None:
    table = Table(*columns("indicator", "words", whole=("indicator",)))
    table.add_row("replies.refused_state_secret", "申请公开的内容涉及国家秘密，依法不予公开" * 3)
    screen = io.StringIO()
    Console(file=screen, width=60).print(table)
    shown = screen.getvalue()
    assert "replies.refused_state_secret" in shown
    assert "…" not in shown
    assert shown.count("国家秘密") + shown.count("国家") >= 3


def test_in_a_pipe_a_line_is_as_wide_as_a_table_needs_and_a_window_keeps_its_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert _console().width == WIDE
    monkeypatch.setenv("COLUMNS", "60")
    assert _console().width == 60


def _rows(shown: str) -> list[str]:
    """The one row of each table that was printed: its lines."""
    return re.findall(r"┩\n((?:│.*│\n)+)└", shown)


def test_nothing_that_is_printed_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setattr("crawler.cli.screens._screen", Console(file=screen, width=30))
    table = Table("cell", "old", "new", title="changed cells")
    table.add_row("applications.granted / total", "1234567890", "1234567891")
    out(table, Group(table))
    assert "…" not in screen.getvalue()
    cells = ["".join(line.split("│")[1].strip() for line in block.splitlines()) for block in _rows(screen.getvalue())]
    assert [cell.replace(" ", "") for cell in cells] == ["applications.granted/total"] * 2


def test_a_reader_that_has_gone_is_told_as_such_and_is_no_failure_of_ours() -> None:
    class Gone(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        _Screen(file=Gone()).print("nobody reads this")


@pytest.mark.parametrize(("width", "labelled"), [(200, True), (100, False)])
def test_a_wide_screen_has_room_for_what_the_form_prints(width: int, labelled: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setattr("crawler.cli.screens._screen", Console(file=screen, width=width))
    fact = {"code": "licences.decisions", "applicant": None, "category": None, "value": 120, "meaning": "number", "raw": "120",
            "unit": "件", "origin": "form", "where": "table 1 row 7 column 2"}  # fmt: skip
    out(_fact_table([fact], "2021"))
    assert ("行政许可 / 本年处理决定数量" in screen.getvalue()) == labelled
    assert "table 1 row 7" in screen.getvalue()
