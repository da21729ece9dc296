"""Processes that are killed, told to stop, or put to sleep for longer than their lease."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import closing

from faults.catalogue import Place, fault
from faults.installation import Installation, until
from faults.kills import Moment, killed_and_finished, moments

SETS, A_SET = 10, 5
SEED = 20_261_122


def _random_kills(number: int) -> Callable[[Place], list[str]]:
    def tries(place: Place) -> list[str]:
        at = moments(SEED + number, A_SET)
        killed, wrong = killed_and_finished(place.expected, f"killed-{number}", at)
        missed = [] if killed >= A_SET - 1 else [f"only {killed} of {A_SET} kills met a crawl that ran"]
        return [f"{line} (after {'; '.join(map(str, at))})" for line in wrong + missed]

    return tries


for _number in range(1, SETS + 1):
    fault(
        "process", f"killed {A_SET} times, set {_number}", f"kill -9 of the crawl at {A_SET} random moments, one after another"
    )(_random_kills(_number))


def begun(
    place: Place, name: str, answers: int = 12, url: str = "", settings: Mapping[str, str] | None = None
) -> tuple[Installation, subprocess.Popen[str]]:
    """A crawl that has had so many answers."""
    installation = place.expected.installation(name, url, **(settings or {}))
    before = len(place.web.requests)
    running = installation.begin("night")
    until(lambda: len(place.web.requests) - before >= answers)
    return installation, running


def finished(place: Place, installation: Installation, without: str = "") -> list[str]:
    """What is wrong after the crawls were taken up again and ended; `without`: a column that is not compared."""
    installation.run("night", "--all")
    return place.expected.compare(installation, without)


@fault("process", "killed while it ends", "kill -9 as the first crawl has stored its last page and compares its reports")
def killed_at_the_end(place: Place) -> list[str]:
    """The reports are compared with one another when all are stored: a crawl killed before that must be made good."""
    installation = place.expected.installation("killed-at-end")
    running = installation.begin("night")
    until(lambda: "Closing spider (finished)" in installation.log())
    running.send_signal(signal.SIGKILL)
    running.wait()
    installation.let_leases_end()
    return finished(place, installation)


@fault(
    "process",
    "told to stop",
    "SIGTERM in the middle of a crawl",
    "it ends by itself within 30 s, no lease is left; then as above",
)
def terminated(place: Place) -> list[str]:
    """Running crawls finish what they have in hand and are handed back."""
    installation, running = begun(place, "terminated")
    running.send_signal(signal.SIGTERM)
    ended = until(lambda: running.poll() is not None, 30)
    wrong = [] if ended else ["it did not end within 30 s"]
    running.kill()
    wrong += [f"{site} is left running" for site, (outcome, _) in installation.outcomes().items() if outcome == "running"]
    return wrong + finished(place, installation)


@fault("process", "told to stop twice", "SIGTERM twice, the second 0.2 s after the first", "it ends at once; then as above")
def terminated_twice(place: Place) -> list[str]:
    """The second signal does not wait for what is in hand."""
    installation, running = begun(place, "terminated-twice")
    for _ in range(2):
        running.send_signal(signal.SIGTERM)
        time.sleep(0.2)
    wrong = [] if until(lambda: running.poll() is not None, 30) else ["it did not end within 30 s"]
    running.kill()
    installation.let_leases_end()
    return wrong + finished(place, installation)


@fault("process", "told to stop in a commit", "SIGTERM while the store waits for another writer's lock, which is held for 5 s")
def terminated_in_a_commit(place: Place) -> list[str]:
    """The commit that waits is finished, or its answers are read from the archive."""
    installation, running = begun(place, "terminated-in-commit")
    with closing(sqlite3.connect(installation.folder / "data" / "nianbao.sqlite", isolation_level=None, timeout=30)) as other:
        other.execute("BEGIN IMMEDIATE")
        time.sleep(1.5)
        running.send_signal(signal.SIGTERM)
        time.sleep(3.5)
        other.execute("ROLLBACK")
    until(lambda: running.poll() is not None, 60)
    running.kill()
    installation.let_leases_end()
    return finished(place, installation)


@fault(
    "process", "asleep past its lease", "SIGSTOP, its leases end, another crawl takes the sites over and ends, SIGCONT",
    "the sleeper writes nothing more and says why; then as above",
)  # fmt: skip
def zombie(place: Place) -> list[str]:
    """A crawl that wakes late holds an old fencing token."""
    installation, running = begun(place, "zombie", 20)
    running.send_signal(signal.SIGSTOP)
    installation.let_leases_end()
    installation.run("night", "--all")
    wrong: list[str] = []
    stored = installation.ask('SELECT COUNT(*) FROM "fetch"')
    running.send_signal(signal.SIGCONT)
    if not until(lambda: running.poll() is not None, 90):
        wrong.append("the sleeper did not end within 90 s of waking")
        running.kill()
    if installation.ask('SELECT COUNT(*) FROM "fetch"') != stored:
        wrong.append("the sleeper stored something after it had lost its sites")
    if "taken over" not in installation.log():
        wrong.append("the sleeper did not say that its claim was lost")
    installation.run("replay", "--unread")
    return wrong + place.expected.compare(installation)


@fault(
    "process",
    "two nights at once",
    "a second `nianbao night` 1 s after the first",
    "no site is crawled twice at once; then as above",
)
def two_nights(place: Place) -> list[str]:
    """The claim is an index of the database."""
    installation = place.expected.installation("two-nights")
    running = [installation.begin("night")]
    time.sleep(1)
    running.append(installation.begin("night"))
    for one in running:
        one.wait(120)
    overlap = """SELECT a.site_key FROM crawl a JOIN crawl b ON a.site_key = b.site_key AND a.id < b.id
                 WHERE b.started_at < a.ended_at"""
    wrong = [f"{site} was crawled twice at once" for (site,) in installation.ask(overlap)]
    return wrong + place.expected.compare(installation)


@fault(
    "process", "the daemon's round is killed", "`nianbao daemon` with leases of 30 s; kill -9 of the round that crawls",
    "within a minute of the lease's end the sites are being crawled again; then as above",
)  # fmt: skip
def round_killed(place: Place) -> list[str]:
    """The daemon itself goes on, and begins another round."""
    installation = place.expected.installation("daemon", NIANBAO_LEASE="30")
    before = len(place.web.requests)
    daemon = installation.begin("daemon")
    try:
        until(lambda: len(place.web.requests) - before >= 12)
        for child in subprocess.check_output(["ps", "-o", "pid=", "--ppid", str(daemon.pid)], text=True).split():
            os.kill(int(child), signal.SIGKILL)
        query = "SELECT MIN(lease_until) < CURRENT_TIMESTAMP FROM crawl WHERE outcome = 'running'"
        until(lambda: installation.ask(query)[0][0] == 1, 60, 0.5)
        taken_up = until(lambda: _taken_up(installation), 60, 0.5)
        wrong = [] if taken_up else ["a minute after the leases' end the sites are not being crawled again"]
        until(lambda: not any(outcome in ("running", "broken") for outcome, _ in installation.outcomes().values()), 60, 0.5)
    finally:
        daemon.terminate()
        if not until(lambda: daemon.poll() is not None, 60):
            daemon.kill()
    return wrong + place.expected.compare(installation)


def _taken_up(installation: Installation) -> bool:
    query = "SELECT site_key FROM crawl GROUP BY site_key HAVING COUNT(*) < 2"
    return not installation.ask(query)


@fault(
    "process",
    "the daemon is killed",
    "kill -9 of the daemon while its round crawls, and another daemon begun",
    "the round ends; as above",
)
def daemon_killed(place: Place) -> list[str]:
    """The daemon holds nothing that is lost with it."""
    installation = place.expected.installation("daemon-killed")
    before = len(place.web.requests)
    first = installation.begin("daemon")
    until(lambda: len(place.web.requests) - before >= 12)
    first.kill()
    first.wait()
    second = installation.begin("daemon")
    done = until(lambda: _all_ended(installation, len(place.expected.sites)), 90, 0.5)
    second.terminate()
    if not until(lambda: second.poll() is not None, 60):
        second.kill()
    return ([] if done else ["the round that lost its daemon did not end"]) + place.expected.compare(installation)


def _all_ended(installation: Installation, sites: int) -> bool:
    outcomes = installation.outcomes()
    return len(outcomes) == sites and not any(outcome == "running" for outcome, _ in outcomes.values())


@fault(
    "process", "killed as it starts", "kill -9 before the first request, four times", "the next run crawls everything; as above"
)
def killed_at_the_start(place: Place) -> list[str]:
    """Nothing is half made by starting."""
    return killed_and_finished(place.expected, "killed-at-start", [Moment(0, seconds) for seconds in (0.2, 0.9, 1.6, 2.3)])[1]
