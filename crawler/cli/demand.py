"""A crawl of one site now: asked for in the database, run by this process when the site is free, shown with what it changed."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rich.markup import escape
from sqlalchemy import Engine, select

from crawler.addresses import netloc_of
from crawler.cli.changes import Waiting, diff_parts
from crawler.cli.screens import complain, local, out, outcome_words
from crawler.config import Config
from crawler.night.agenda import utc_now
from crawler.night.feed import RequestFeed
from crawler.night.jobs import Feed, Job
from crawler.night.watching import Ended
from crawler.registry import RegistryProblem, Site
from models import nights, queue, requests
from models.claims import owner, was_cut_off
from models.crawl import Crawl
from models.diffs import Diff, diff_of_crawl

Runs = Callable[[Config, Sequence[Job], Feed], list[Ended]]

LOOK_SECONDS = 1.0
FINE = ("ok", "nothing_new")


class Demand:
    """One request for a crawl of one site, from asking to the diff."""

    def __init__(
        self, config: Config, engine: Engine, site: Site, arguments: Mapping[str, str], joins: int | None = None
    ) -> None:
        self.config, self.engine, self.site, self.arguments = config, engine, site, arguments
        _refuse_foreign(site, arguments.get("url"))
        self.request = joins or requests.ask(engine, site.key, arguments, utc_now(), owner())
        self.has_run = self.is_handed_over = False
        self.screen = Waiting()

    def run(self, wait: bool, runs: Runs) -> int:
        """The exit code, once the crawl has ended or, without `wait`, was left to whoever is crawling the site.

        Where workers are alive one of them makes the crawl: they see to it that a host is asked by one of them at a time.
        """
        try:
            while (standing := requests.standing(self.engine, self.request)).ended is None:
                busy = nights.running(self.engine, utc_now(), self.site.key).get(self.site.key)
                workers = queue.workers_alive(self.engine)
                if workers:
                    self._hand_over()
                if busy is None and not workers:
                    self._run_it(runs)
                elif busy is None:
                    if standing.crawl is None:
                        self.screen.show(f"{self.site.key}: request {self.request} runs next on one of {workers} worker(s)", 0)
                    time.sleep(LOOK_SECONDS)
                elif not (wait or standing.crawl == busy.crawl):
                    out(escape(self._queued(busy)))
                    return 0
                else:
                    self.screen.show(self._waiting(standing, busy), busy.fetches)
                    time.sleep(LOOK_SECONDS)
        except KeyboardInterrupt:
            complain(f"request {self.request} stays: it runs next, with the night, the daemon or the next `nianbao crawl`")
            return 1
        return self._show(standing)

    def _hand_over(self) -> None:
        """Puts the request into the queue of the workers, once; they would find it themselves within a minute."""
        if not self.is_handed_over:
            from crawler.cluster import hand_over  # here, so that one machine need not wait for it to load

            hand_over(self.engine, self.site.key, self.request)
            self.is_handed_over = True

    def _run_it(self, runs: Runs) -> None:
        """Crawls the site in this process; where another was quicker, begins this program anew to wait for that one."""
        if self.has_run:  # Scrapy's reactor runs once a process
            words = ["crawl", self.site.key, "--wait", "--request", str(self.request)]
            os.execv(sys.executable, [sys.executable, "-m", "crawler.cli", *words])
        self.has_run = True
        feed = RequestFeed(self.engine, {self.site.key: self.site}.get, sites=[self.site.key])
        job = Job(self.site, "demand", self.arguments, self.request)
        ended = runs(self.config, [job], feed)
        if any(was_cut_off(one.reason) for one in ended):  # this process was told to stop: nobody waits for it any more
            requests.refuse(self.engine, self.request, "stopped by whoever asked for it", utc_now())

    def _queued(self, busy: nights.RunningCrawl) -> str:
        return (
            f"{self.site.key} is being crawled since {local(busy.started)} ({busy.trigger}, {busy.owner}): your request"
            f" {self.request} is kept and runs next, when that process or the daemon is free"
            f" (should that process have died: type this again after {local(busy.lease_until)}).\n"
            f"To wait for it: nianbao crawl {self.site.key} --wait"
        )

    def _waiting(self, standing: requests.Standing, busy: nights.RunningCrawl) -> str:
        mine = standing.crawl == busy.crawl
        what = "your crawl" if mine else "waiting for another crawl of it"
        return f"{self.site.key}: {what} ({busy.trigger}, {busy.owner}, since {local(busy.started)})"

    def _show(self, standing: requests.Standing) -> int:
        if standing.crawl is None or standing.outcome is None:
            complain(f"{self.site.key}: not crawled: {standing.refusal}")
            return 1
        outcome, reason, diff = _result(self.engine, standing.crawl)
        out(f"{self.site.key}: {outcome_words(outcome)}{escape(f': {reason}') if reason else ''}")
        out(*diff_parts(diff, "dry_run" in self.arguments))
        return 0 if outcome in FINE else 1


def _result(engine: Engine, crawl: int) -> tuple[str, str, Diff]:
    """How a crawl ended, why, and what it changed or would have changed."""
    with engine.connect() as connection:
        row = connection.execute(select(Crawl.outcome, Crawl.reason, Crawl.would_store).where(Crawl.id == crawl)).one()
        diff: dict[str, Any] = row.would_store or diff_of_crawl(connection, crawl)
    return row.outcome, row.reason or "", diff


def _refuse_foreign(site: Site, url: str | None) -> None:
    if url is not None and netloc_of(url) not in site.scope:
        hosts = ", ".join(sorted(site.scope))
        raise RegistryProblem(f"--url: expected an address of site {site.key} (hosts {hosts}), found {url!r}")
