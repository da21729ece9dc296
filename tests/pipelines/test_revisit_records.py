"""Revisit records, the index beside each WARC file, and other people's readers of both."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from pipelines.archive import Archive, Exchange, Original, read_capture
from pipelines.items import CapturePlace
from pipelines.warc.coding import UnknownCoding, content_of
from pipelines.warc.index import index_file, index_path, urlkey
from pipelines.warc.reading import BadRecord

MOMENT = datetime(2024, 5, 6, 7, 8, 9, 123456, tzinfo=UTC)
HEADERS = [(b"Content-Type", b"text/html; charset=GBK"), (b"ETag", b'"1"')]
URL = "http://www.x.gov.cn/nb/1.html?b=2&a=1"


def exchange(body: bytes = b"<html>\xc4\xea</html>", **more: object) -> Exchange:
    return replace(Exchange(URL, MOMENT, 200, HEADERS, body, "OK"), **more)  # type: ignore[arg-type]  # any field


def store_twice(folder: Path, second: Exchange) -> tuple[CapturePlace, CapturePlace]:
    """The places of a first answer and of a later one to the same address."""
    archive = Archive(folder)
    first = archive.store(exchange())
    later = archive.store(replace(second, fetched_at=MOMENT + timedelta(days=1)), Original(URL, MOMENT, first))
    archive.close()
    return first, later


def test_the_same_bytes_are_a_revisit_that_reads_back_as_the_whole_answer(tmp_path: Path) -> None:
    first, later = store_twice(tmp_path, exchange(headers=[(b"Content-Type", b"text/html"), (b"Age", b"7")]))
    assert (first.kind, later.kind, later.digest) == ("response", "revisit", first.digest)
    capture = read_capture(tmp_path, later)
    assert (capture.status, capture.body) == (200, b"<html>\xc4\xea</html>")
    assert capture.fetched_at == "2024-05-07T07:08:09.123456Z"
    assert capture.header("age") == "7"


def test_a_304_is_a_revisit_that_reads_back_as_the_answer_it_confirms(tmp_path: Path) -> None:
    _, later = store_twice(tmp_path, exchange(b"", status=304, reason="Not Modified", headers=[(b"ETag", b'"1"')]))
    capture = read_capture(tmp_path, later)
    assert (capture.status, capture.body) == (200, b"<html>\xc4\xea</html>")
    assert capture.header("content-type") == "text/html; charset=GBK"
    assert capture.fetched_at == "2024-05-07T07:08:09.123456Z"


@pytest.mark.parametrize("change", [{"body": b"other"}, {"status": 404}, {"body": b""}])
def test_another_answer_is_a_response_of_its_own(tmp_path: Path, change: dict[str, object]) -> None:
    _, later = store_twice(tmp_path, exchange(**change))
    assert later.kind == "response"


def test_a_304_of_nothing_known_is_a_response(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    assert archive.store(exchange(b"", status=304)).kind == "response"
    archive.close()


def test_the_standard_checker_accepts_revisits_and_they_name_what_they_repeat(tmp_path: Path) -> None:
    store_twice(tmp_path, exchange())
    store_twice(tmp_path, exchange(b"", status=304))
    files = [str(file) for file in tmp_path.glob("*.warc.gz")]
    checked = subprocess.run([sys.executable, "-m", "warcio.cli", "check", "-v", *files], capture_output=True, check=False)
    assert checked.returncode == 0, checked.stdout
    profiles = []
    with open(files[0], "rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type == "revisit":
                profiles.append(record.rec_headers.get_header("WARC-Profile").rpartition("/")[2])
                assert record.rec_headers.get_header("WARC-Refers-To-Target-URI") == URL
                assert record.rec_headers.get_header("WARC-Refers-To-Date") == "2024-05-06T07:08:09.123456Z"
    assert profiles == ["identical-payload-digest", "server-not-modified"]


def test_a_revisit_whose_first_record_is_lost_is_named(tmp_path: Path) -> None:
    first, later = store_twice(tmp_path, exchange())
    path = tmp_path / first.file
    raw = bytearray(path.read_bytes())
    raw[first.offset + 20 : first.offset + 60] = bytes(40)
    path.write_bytes(raw)
    with pytest.raises(BadRecord, match=f"{first.file} at {first.offset}"):
        read_capture(tmp_path, later)
    with pytest.raises(BadRecord, match=r"gone\.warc\.gz"):
        read_capture(tmp_path, replace(first, file="gone.warc.gz"))


def test_a_closed_file_has_an_index_that_finds_any_capture_by_address_and_time(tmp_path: Path) -> None:
    first, later = store_twice(tmp_path, exchange())
    lines = index_path(tmp_path / first.file).read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)
    keys = [line.split(" ", 2)[:2] for line in lines]
    assert keys == [["cn,gov,x)/nb/1.html?a=1&b=2", "20240506070809"], ["cn,gov,x)/nb/1.html?a=1&b=2", "20240507070809"]]
    said = [json.loads(line.split(" ", 2)[2]) for line in lines]
    assert [(one["offset"], one["length"], one["mime"]) for one in said] == [
        (str(first.offset), str(first.length), "text/html"), (str(later.offset), str(later.length), "warc/revisit"),
    ]  # fmt: skip


def test_the_index_made_by_reading_the_file_is_the_one_made_while_writing(tmp_path: Path) -> None:
    place, _ = store_twice(tmp_path, exchange())
    store_twice(tmp_path, exchange(b"", status=304))
    path = index_path(tmp_path / place.file)
    written = path.read_text(encoding="utf-8")
    assert len(written.splitlines()) == 4
    path.unlink()
    assert index_file(tmp_path / place.file) == 4
    assert path.read_text(encoding="utf-8") == written


def test_a_file_cut_back_after_a_kill_has_the_index_of_what_is_left(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    kept = archive.store(exchange())
    archive.sync()
    archive._file._note.close()  # type: ignore[union-attr]  # what a killed process leaves
    with (tmp_path / kept.file).open("ab") as file:
        file.write(b"\x1f\x8b torn")
    Archive(tmp_path)
    assert len(index_path(tmp_path / kept.file).read_text(encoding="utf-8").splitlines()) == 1


@pytest.mark.parametrize(
    ("url", "key"),
    [("https://www.x.gov.cn/", "cn,gov,x)/"), ("http://X.gov.cn:8080/A/", "cn,gov,x:8080)/a"), ("http://[::1", "http://[::1")],
)
def test_addresses_are_keyed_as_other_indexes_do(url: str, key: str) -> None:
    assert urlkey(url) == key


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "identity"])
def test_every_coding_that_is_asked_for_is_undone(tmp_path: Path, coding: str) -> None:
    import gzip
    import zlib

    import brotli
    from backports import zstd

    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress, "zstd": zstd.compress, "identity": bytes}
    archive = Archive(tmp_path)
    headers = [(b"Content-Encoding", coding.encode())]
    places = [archive.store(exchange(body, headers=headers)) for body in (pack[coding](b"abc" * 99), b"\x00rubbish")]
    archive.close()
    assert content_of(read_capture(tmp_path, places[0])) == b"abc" * 99
    if coding != "identity":
        with pytest.raises(UnknownCoding):
            content_of(read_capture(tmp_path, places[1]))
