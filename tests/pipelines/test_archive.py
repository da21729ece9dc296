import errno
import gzip
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from pipelines.archive import Archive, ArchivePipeline, Exchange, give_back, read_capture, take_archive
from pipelines.items import CapturePlace, Fetch

MOMENT = datetime(2024, 5, 6, 7, 8, 9, 123456, tzinfo=UTC)


def _exchange(number: int = 1, body: bytes = b"<html>\xc4\xea</html>") -> Exchange:
    headers = [(b"Content-Type", b"text/html; charset=GBK"), (b"Set-Cookie", b"a=1"), (b"Set-Cookie", b"b=2")]
    return Exchange(f"http://x.gov.cn/{number}.html?a=1", MOMENT, 200, headers, body, "OK", address="93.184.216.34")


def _check(directory: Path) -> None:
    files = [str(file) for file in sorted(directory.glob("*.warc.gz"))]
    command = [sys.executable, "-m", "warcio.cli", "check", "-v", *files]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "digest pass" in checked.stdout


def _records(directory: Path) -> list[tuple[str, str | None, bytes]]:
    found = []
    for path in sorted(directory.glob("*.warc.gz")):
        with path.open("rb") as file:
            for record in ArchiveIterator(file):
                found.append((record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read()))
    return found


def test_a_response_comes_back_as_it_was_stored(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    places = [archive.store(_exchange(number)) for number in range(3)]
    archive.close()
    capture = read_capture(tmp_path, places[1])
    assert capture.url == "http://x.gov.cn/1.html?a=1"
    assert capture.fetched_at == "2024-05-06T07:08:09.123456Z"
    assert (capture.status, capture.body) == (200, b"<html>\xc4\xea</html>")
    assert capture.header("content-type") == "text/html; charset=GBK"
    assert [value for name, value in capture.headers if name == "Set-Cookie"] == ["a=1", "b=2"]


def test_warcio_accepts_and_reads_what_was_written(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    posted = replace(_exchange(2), method="POST", request_body=b"col=1&columnid=9", request_headers=[(b"User-Agent", b"nianbao")])
    archive.store(_exchange(1))
    archive.store(posted)
    archive.close()
    _check(tmp_path)
    kinds = [kind for kind, _, _ in _records(tmp_path)]
    assert kinds == ["warcinfo", "response", "request", "response", "request"]
    assert _records(tmp_path)[4][2] == b"col=1&columnid=9"


def test_each_record_is_a_gzip_member_of_its_own(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    place = archive.store(_exchange())
    archive.close()
    raw = (tmp_path / place.file).read_bytes()
    assert gzip.decompress(raw[place.offset : place.offset + place.length]).startswith(b"WARC/1.1\r\nWARC-Type: response\r\n")


def test_a_torn_last_record_is_cut_off_and_the_file_goes_on(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    kept = archive.store(_exchange(1))
    archive.sync()
    lost = archive.store(_exchange(2, b"x" * 5000))
    archive._file._write_out()  # type: ignore[union-attr]  # what a killed process leaves: bytes out, nothing closed
    path = tmp_path / kept.file
    archive._file._note.close()  # type: ignore[union-attr]
    with path.open("r+b") as file:
        file.truncate(lost.offset + lost.length // 2)
    again = Archive(tmp_path)
    place = again.store(_exchange(3))
    again.close()
    assert place.file == kept.file
    assert place.offset <= lost.offset
    _check(tmp_path)
    assert [uri for kind, uri, _ in _records(tmp_path) if kind == "response"] == [
        "http://x.gov.cn/1.html?a=1", "http://x.gov.cn/3.html?a=1",
    ]  # fmt: skip
    assert read_capture(tmp_path, kept).status == 200


def test_rubbish_after_the_last_whole_record_is_cut_off_too(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    place = archive.store(_exchange())
    archive.sync()
    archive._file._note.close()  # type: ignore[union-attr]
    with (tmp_path / place.file).open("ab") as file:
        file.write(b"\0" * 300_000)
    Archive(tmp_path)
    _check(tmp_path)


def test_two_writers_never_share_a_file(tmp_path: Path) -> None:
    one, other = Archive(tmp_path), Archive(tmp_path)
    first, second = one.store(_exchange(1)), other.store(_exchange(2))
    assert first.file != second.file
    one.close()
    other.close()
    _check(tmp_path)
    assert list(tmp_path.glob("*.writing")) == []


def test_a_file_is_rotated_by_size_and_a_small_one_is_gone_on_with(tmp_path: Path) -> None:
    archive = Archive(tmp_path, rotate_at=600)
    files = [archive.store(_exchange(number)).file for number in range(4)]
    archive.close()
    assert len(set(files)) > 1
    big = Archive(tmp_path, rotate_at=1_000_000)
    assert big.store(_exchange(9)).file in files
    big.close()
    _check(tmp_path)


def test_a_file_with_a_long_index_is_full_so_that_its_lines_fit_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.warc.files.INDEX_ROTATE_AT", 700)
    archive = Archive(tmp_path)
    first = [archive.store(_exchange(number)).file for number in range(8)]
    assert 1 < len(set(first)) < 8
    archive.close()
    again = Archive(tmp_path)
    later = {again.store(_exchange(number)).file for number in range(8, 16)}
    again.close()
    full = set(first) - {first[-1]}
    assert later.isdisjoint(full)
    _check(tmp_path)


@pytest.mark.parametrize("change", [{"offset": 0}, {"length": 20}, {"digest": "A" * 32}])
def test_a_place_that_holds_something_else_is_refused(tmp_path: Path, change: dict[str, object]) -> None:
    archive = Archive(tmp_path)
    place = archive.store(_exchange())
    archive.close()
    with pytest.raises(ValueError, match=place.file):
        read_capture(tmp_path, replace(place, **change))


@pytest.mark.parametrize("body", [b"", b"\r\n\r\n\r\n\r\n", b"WARC/1.1\r\n", bytes(range(256)) * 40])
def test_any_body_comes_back(tmp_path: Path, body: bytes) -> None:
    archive = Archive(tmp_path)
    place = archive.store(_exchange(1, body))
    archive.close()
    assert read_capture(tmp_path, place).body == body
    assert len(place.digest) == 32


def test_line_breaks_in_addresses_and_headers_make_no_new_header(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    bad = replace(_exchange(), url="http://x.gov.cn/a\r\nWARC-Type: x", headers=[(b"X", b"1\r\nSet-Cookie: evil=1")])
    place = archive.store(bad)
    archive.close()
    capture = read_capture(tmp_path, place)
    assert capture.url == "http://x.gov.cn/aWARC-Type:x"
    assert len(capture.headers) == 1


def _fetch(place: CapturePlace | None) -> Fetch:
    return Fetch("s", None, "http://x/", "http://x/", "report", MOMENT, "ok", capture=place)


def test_the_stage_makes_a_capture_durable_before_the_item_goes_on(tmp_path: Path) -> None:
    archive = take_archive(tmp_path)
    stage = ArchivePipeline(tmp_path)
    first, second = archive.store(_exchange(1)), archive.store(_exchange(2))
    assert not archive.is_synced(first)
    item = _fetch(first)
    assert stage.process_item(item) is item
    assert archive.is_synced(second)
    assert stage.process_item(_fetch(None)).capture is None
    stage.close_spider()
    give_back(archive)
    _check(tmp_path)


class FullDisk:
    """Stands for a file on a disk that takes `room` bytes more, and then a part of a write before it says that it is full."""

    def __init__(self, file: Any, room: int) -> None:
        self.file, self.room = file, room

    def write(self, data: memoryview) -> int:
        if self.room <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        taken = self.file.write(data[: self.room])
        self.room -= taken
        return int(taken)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)


def test_a_full_disk_tears_no_file_and_takes_the_same_bytes_once_there_is_room(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    first = archive.store(_exchange(1))
    archive.sync()
    disk = FullDisk(archive._file._out, 100)  # type: ignore[union-attr]
    archive._file._out = disk  # type: ignore[union-attr,assignment]
    second = archive.store(_exchange(2))
    with pytest.raises(OSError, match="No space"):
        archive.sync()
    _check(tmp_path)
    assert (tmp_path / first.file).stat().st_size < second.offset + second.length
    disk.room = 1_000_000
    third = archive.store(_exchange(3))
    archive.close()
    _check(tmp_path)
    assert [read_capture(tmp_path, place).url[-10:] for place in (first, second, third)] == [
        "1.html?a=1", "2.html?a=1", "3.html?a=1",
    ]  # fmt: skip


def test_an_answer_too_large_for_a_full_disk_is_left_out_whole(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    first = archive.store(_exchange(1))
    archive.sync()
    disk = FullDisk(archive._file._out, 5000)  # type: ignore[union-attr]
    archive._file._out = disk  # type: ignore[union-attr,assignment]
    with pytest.raises(OSError, match="No space"):
        archive.store(_exchange(2, Random(1).randbytes(400_000)))
    disk.room = 1_000_000
    third = archive.store(_exchange(3))
    archive.close()
    _check(tmp_path)
    assert third.offset < 5000
    assert read_capture(tmp_path, first).status == read_capture(tmp_path, third).status == 200


def test_a_file_that_a_full_disk_kept_from_closing_is_put_in_order_by_the_next_archive(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    first = archive.store(_exchange(1))
    archive.sync()
    archive.store(_exchange(2))
    archive._file._out = FullDisk(archive._file._out, 70)  # type: ignore[union-attr,assignment]
    with pytest.raises(OSError, match="No space"):
        archive.close()
    again = Archive(tmp_path)
    place = again.store(_exchange(3))
    again.close()
    assert place.file == first.file
    assert list(tmp_path.glob("*.writing")) == []
    _check(tmp_path)
