"""The disk: full, torn, with bits that have turned, not where it was."""

from __future__ import annotations

import resource
import signal
from functools import partial
from pathlib import Path

from faults.catalogue import SAME, Place, fault
from faults.installation import Installation
from faults.kills import Moment, kill
from faults.process import begun, finished


def _take_no_more(limit: int) -> None:
    """In the child: no file may grow beyond `limit` bytes, which is what a full disk does to the one that grows."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


@fault("disk", "full while archiving", "WARC files cannot grow beyond 120 kB (RLIMIT_FSIZE; the database is on PostgreSQL)",
       f"crawls end as broken and ask for room, no file is torn; with room the next night goes on; {SAME}")  # fmt: skip
def full_archive(place: Place) -> list[str]:
    """Nothing is claimed without its evidence."""
    installation = place.expected.installation("full-archive", place.server.database())
    installation.run("night", preexec_fn=partial(_take_no_more, 120_000))
    ended = installation.outcomes()
    wrong = [] if any("make room" in reason for _, reason in ended.values()) else [f"no crawl said so: {ended}"]
    wrong += [f"{site} is left running" for site, (outcome, _) in ended.items() if outcome == "running"]
    return wrong + finished(place, installation)


@fault("disk", "full for the database", "no file may grow beyond 1 MB: SQLite's log cannot; crawls are to wait 2 s only",
       f"crawls end, the database is whole; with room again the next night reads what was archived; {SAME}")  # fmt: skip
def full_database(place: Place) -> list[str]:
    """The end of the crawl cannot be written either: its lease runs out."""
    installation = place.expected.installation("full-database", NIANBAO_PATIENCE="2")
    installation.run("night", preexec_fn=partial(_take_no_more, 1_000_000))
    wrong = [f"integrity_check: {row}" for row in installation.ask("PRAGMA integrity_check") if row != ("ok",)]
    installation.let_leases_end()
    return wrong + finished(place, installation)


def _newest(installation: Installation) -> Path:
    return sorted(installation.warc.glob("*.warc.gz"))[-1]


@fault(
    "disk", "a torn record", "kill -9, and half a record at the end of the WARC file, as a machine leaves it that lost its power"
)
def torn(place: Place) -> list[str]:
    """What was stored stands before: the store waits until its evidence is safe on disk."""
    installation, running = begun(place, "torn", 25)
    kill(place.web, running, Moment(0, 0))
    file = _newest(installation)
    whole = file.read_bytes()
    with file.open("ab") as out:
        out.write(whole[: len(whole) // 100])
    installation.let_leases_end()
    return finished(place, installation)


@fault("disk", "rubbish after a kill", "kill -9, and 100 kB of zeros at the end of the WARC file, as some file systems leave it")
def zeros(place: Place) -> list[str]:
    """Read from the last place that is known to be on disk."""
    installation, running = begun(place, "zeros", 25)
    kill(place.web, running, Moment(0, 0))
    with _newest(installation).open("ab") as out:
        out.write(b"\0" * 100_000)
    installation.let_leases_end()
    return finished(place, installation)


@fault("disk", "a bit has turned", "one byte in the middle of a stored record is another one",
       "`nianbao replay --all` names file and offset, reads all others, exit code 1; the data stay as they were")  # fmt: skip
def turned_bit(place: Place) -> list[str]:
    """Evidence that is no longer what was stored is never read as if it were."""
    installation = place.expected.installation("turned-bit")
    installation.run("night")
    query = """SELECT warc_file, warc_offset, warc_length FROM "fetch" WHERE purpose = 'report' AND outcome = 'ok' ORDER BY id"""
    file, offset, length = installation.ask(query)[5]
    with (installation.warc / file).open("r+b") as out:
        out.seek(offset + length // 2)
        byte = out.read(1)[0]
        out.seek(offset + length // 2)
        out.write(bytes([byte ^ 0x40]))
    code = installation.run("replay", "--all")
    wrong = [] if code == 1 else [f"exit code {code}"]
    wrong += [] if f"{file} at {offset}" in installation.said().replace("\n", " ") else ["the place is not named"]
    wrong += ["it said a traceback"] if "Traceback" in installation.said() else []
    return wrong + [line for line in place.expected.compare(installation) if "does not read" not in line]


@fault("disk", "the index is lost", "kill -9, and every index beside the WARC files is deleted",
       f"the index of the file that was being written is made anew; {SAME}")  # fmt: skip
def no_index(place: Place) -> list[str]:
    """The WARC files are the archive, the index is only beside them."""
    installation, running = begun(place, "no-index", 25)
    kill(place.web, running, Moment(0, 0))
    for index in installation.warc.glob("*.cdxj"):
        index.unlink()
    installation.let_leases_end()
    return finished(place, installation)


@fault("disk", "no archive folder", "a file stands where the folder of the archive belongs",
       "no page is asked for, each crawl says what is wrong; once it is gone the next night goes on as ever")  # fmt: skip
def no_folder(place: Place) -> list[str]:
    """A mount that failed."""
    installation = place.expected.installation("no-folder")
    installation.warc.write_text("a file", encoding="utf-8")
    before = len(place.web.requests)
    code = installation.run("night")
    wrong = ["pages were asked for"] if len(place.web.requests) > before else []
    wrong += [] if code == 1 else [f"exit code {code}"]
    wrong += [] if "warc" in installation.said() else ["it did not say what is wrong"]
    wrong += ["it said a traceback"] if "Traceback" in installation.said() else []
    installation.warc.unlink()
    installation.let_leases_end()
    return wrong + finished(place, installation)
