"""The log on a disk that is full: the screen stays the operator's."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from crawler.log_file import LogFile


def test_a_log_that_cannot_be_written_is_told_once_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    handler = LogFile(Path("/dev/full"))
    for number in range(3):
        handler.emit(logging.makeLogRecord({"msg": f"page {number}"}))
    said = capsys.readouterr().err
    assert said == "the log /dev/full cannot be written: No space left on device; the crawl goes on without it\n"


def test_lines_are_dated_and_named(tmp_path: Path) -> None:
    handler = LogFile(tmp_path / "log" / "crawl.log")
    handler.emit(logging.makeLogRecord({"msg": "永宁县 ended", "name": "nianbao", "levelname": "INFO"}))
    handler.close()
    assert (tmp_path / "log" / "crawl.log").read_text(encoding="utf-8").endswith(" [nianbao] INFO: 永宁县 ended\n")


def test_a_message_of_ours_that_is_wrong_is_still_shown_as_logging_shows_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    handler = LogFile(tmp_path / "crawl.log")
    handler.handle(logging.makeLogRecord({"msg": "%d pages", "args": ("many",)}))
    assert "Logging error" in capsys.readouterr().err
