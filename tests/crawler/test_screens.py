"""Tables on a narrow screen: nothing that one reads or types next is cut."""

from __future__ import annotations

import io

from rich.console import Console
from rich.table import Table

from crawler.cli.screens import columns


def test_on_a_narrow_screen_names_stay_whole_and_words_are_folded() -> None:
    table = Table(*columns("indicator", "words", whole=("indicator",)))
    table.add_row("replies.refused_state_secret", "申请公开的内容涉及国家秘密，依法不予公开" * 3)
    screen = io.StringIO()
    Console(file=screen, width=60).print(table)
    shown = screen.getvalue()
    assert "replies.refused_state_secret" in shown
    assert "…" not in shown
    assert shown.count("国家秘密") + shown.count("国家") >= 3
