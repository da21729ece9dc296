"""Tables on a narrow screen: nothing that one reads or types next is cut."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console, Group
from rich.table import Table

from crawler.cli.screens import columns, out


def test_on_a_narrow_screen_names_stay_whole_and_words_are_folded() -> None:
    table = Table(*columns("indicator", "words", whole=("indicator",)))
    table.add_row("replies.refused_state_secret", "申请公开的内容涉及国家秘密，依法不予公开" * 3)
    screen = io.StringIO()
    Console(file=screen, width=60).print(table)
    shown = screen.getvalue()
    assert "replies.refused_state_secret" in shown
    assert "…" not in shown
    assert shown.count("国家秘密") + shown.count("国家") >= 3


def test_in_a_pipe_a_line_is_as_wide_as_a_table_needs_and_a_window_keeps_its_width(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    words = "本年度通过各种渠道主动公开政府信息" * 4
    page.write_text(f"<title>某县人民政府2012年政府信息公开工作年度报告</title><p>{words}12件。</p>", "utf-8")
    said: dict[str, int] = {}
    for name, settings in (("pipe", {}), ("window", {"COLUMNS": "60"})):
        environment = {key: value for key, value in os.environ.items() if key != "COLUMNS"} | settings
        done = subprocess.run(
            [sys.executable, "-m", "crawler.cli", "read", str(page)], capture_output=True, text=True, env=environment, check=True
        )
        said[name] = max(cell_len(line) for line in done.stdout.splitlines())
    assert said["window"] <= 60 < 80 < said["pipe"] <= 200


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
