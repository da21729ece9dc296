"""Archived bodies for readers: unpacked within bounds, read from the archive only, and never guessed."""

from __future__ import annotations

import gzip
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from explorer import captures
from explorer.captures import NoCapture, body_of
from pipelines.archive import Archive, Exchange

PAGE = "<html><body>政府信息公开 年报</body></html>"
MOMENT = datetime(2024, 3, 1, 18, tzinfo=UTC)


def kept(folder: Path, body: bytes, coding: str | None = None, codec: str | None = "utf-8") -> dict[str, Any]:
    """A row of table `fetch` whose capture is in the folder's archive."""
    headers = [(b"Content-Type", b"text/html")] + ([(b"Content-Encoding", coding.encode())] if coding else [])
    archive = Archive(folder)
    place = archive.store(Exchange("http://www.qs.example/1.html", MOMENT, 200, headers, body))
    archive.close()
    return {"warc_file": place.file, "warc_offset": place.offset, "warc_length": place.length, "digest": place.digest,
            "codec": codec, "content_type": "text/html"}  # fmt: skip


@pytest.mark.parametrize(("coding", "pack"), [(None, bytes), ("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_a_body_is_unpacked_and_decoded_as_the_row_says(tmp_path: Path, coding: str | None, pack: Any) -> None:
    body = body_of(tmp_path, kept(tmp_path, pack(PAGE.encode("gb18030")), coding, "gb18030"))
    assert body.text == PAGE


def test_a_body_that_grows_without_end_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(captures, "LARGEST", 1000)
    body = body_of(tmp_path, kept(tmp_path, gzip.compress(b"0" * 1_000_000), "gzip"))
    assert body.text == "0" * 1000


def test_bytes_that_are_no_text_are_not_shown_as_text(tmp_path: Path) -> None:
    assert body_of(tmp_path, kept(tmp_path, b"%PDF-1.7", codec=None)).text is None


@pytest.mark.parametrize(("change", "said"), [
    ({"warc_file": None}, "no capture"), ({"warc_file": "../../etc/passwd"}, "outside the archive"),
    ({"warc_file": "/etc/passwd"}, "outside the archive"), ({"warc_file": "missing.warc.gz"}, "cannot be read back"),
    ({"digest": "A" * 32}, "cannot be read back"), ({"warc_offset": 7}, "cannot be read back"),
])  # fmt: skip
def test_what_cannot_be_read_back_is_told(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    with pytest.raises(NoCapture, match=said):
        body_of(tmp_path, kept(tmp_path, PAGE.encode()) | change)


def test_packing_that_is_unknown_or_false_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoCapture, match="'br'"):
        body_of(tmp_path, kept(tmp_path, b"x", "br"))
    with pytest.raises(NoCapture, match="as its header says"):
        body_of(tmp_path, kept(tmp_path, b"not packed", "gzip"))


def test_without_the_archive_the_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoCapture, match="the archive is not beside"):
        body_of(None, kept(tmp_path, PAGE.encode()))
