"""Reading of a page's view, fields and facts against one lxml parse of that page, and against trafilatura's extraction.

Three corpora. `demo` is every report and decoy of the demo sites; `labelled` the hand-made pages of tests/labelled; `portal`
the labelled pages once more as a portal prints them (`bench.portal_pages`): 40 KB and more of scripts, menus and markup.
Each page is parsed anew for each reading, so that no element of it is known already, and decoding is done before. All
times are CPU time; parse and reading of one page follow each other at once.

No page is read that the program remembers: a night's crawl is warm from other pages, and so is each measured half of a
corpus. What the program remembers of pages (its bounded caches) is forgotten, the other half of the corpus is read, and
then each page of this half once. The portal's pages are the labelled ones once more, and are measured apart from them.
"""

from __future__ import annotations

import functools
import gc
import statistics
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import lxml.html
import trafilatura

from bench.portal_pages import portal_page
from crawler.decode import read_text
from crawler.evidence import document_of, encoding_of
from crawler.pages.families import classes_of
from demo.content import Content
from demo.places import PLANS
from pipelines import genuine
from pipelines.extract import read
from pipelines.items import Encoding, Page
from tests.pipelines.accuracy import labelled

ROUNDS = 3
EVERY = 4
"""Trafilatura is slow: it extracts every fourth page."""

BAR_PARSE, BAR_TRAFILATURA = 1.8, 0.15
FETCHED = datetime(2025, 3, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Sample:
    """One page of a corpus, decoded: its corpus, bytes, text, codec, address, header and the family of its site."""

    corpus: str
    body: bytes
    text: str
    encoding: Encoding
    url: str
    content_type: str
    family: str


def _sample(corpus: str, body: bytes, url: str, content_type: str, family: str) -> Sample:
    text = read_text(body, content_type)
    return Sample(corpus, body, text.text, encoding_of(text), url, content_type, family)


def samples() -> list[Sample]:
    """The pages of all three corpora, in a fixed order."""
    found = []
    for plan in PLANS:
        content = Content(plan, plan.domain)
        for path in sorted([*content.truth(), *content.decoys()]):
            answer = content.answer(path, {})
            found.append(_sample("demo", answer.body, f"http://{plan.domain}{path}", answer.content_type, plan.family))
    for corpus, shown in (("labelled", bytes), ("portal", portal_page)):
        for document in labelled():
            found.append(_sample(corpus, shown(document.body), document.labels["url"], "text/html; charset=utf-8", "generic"))
    return found


def read_parsed(sample: Sample, document: lxml.html.HtmlElement) -> object:
    """Everything after decoding and parsing: the view, the outline, the verdict, fields and facts."""
    view = classes_of(sample.family, sample.url, sample.text)[1](document, sample.url, sample.text).view()
    page = Page(sample.url, FETCHED, sample.body, sample.content_type, sample.text, sample.encoding, view)
    return read(page)


@dataclass(slots=True)
class Times:
    """Seconds of CPU for one page, a figure a round; `verdict` is the part of `ours` that judges its genuineness."""

    parse: list[float]
    ours: list[float]
    verdict: list[float]
    trafilatura: float | None = None


def _measure(pages: list[Sample]) -> list[Times]:
    found = [Times([], [], []) for _ in pages]
    judging = _Judging()
    for corpus in dict.fromkeys(sample.corpus for sample in pages):
        own = [(sample, times) for sample, times in zip(pages, found, strict=True) if sample.corpus == corpus]
        for sample, _ in own:  # tables and patterns are loaded
            read_parsed(sample, document_of(sample.text, sample.content_type))
        for half in (0, 1) * ROUNDS:
            _forget_pages()
            for sample, _ in own[1 - half :: 2]:
                read_parsed(sample, document_of(sample.text, sample.content_type))
            gc.collect()
            for sample, times in own[half::2]:
                _measure_one(sample, times, judging)
    judging.stop()
    for sample, times in list(zip(pages, found, strict=True))[::EVERY]:
        first = time.process_time()
        trafilatura.extract(sample.text)
        times.trafilatura = time.process_time() - first
    return found


def _measure_one(sample: Sample, times: Times, judging: _Judging) -> None:
    """Adds the times of one reading, and of one parse just before it."""
    clock = time.process_time
    document = document_of(sample.text, sample.content_type)
    first = clock()
    lxml.html.document_fromstring(sample.text)
    judging.seconds = 0.0
    second = clock()
    read_parsed(sample, document)
    third = clock()
    times.parse.append(second - first)
    times.ours.append(third - second)
    times.verdict.append(judging.seconds)


class _Judging:
    """Adds up the time that `pipelines.genuine.verdict` takes, while the pages are read."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.verdict = genuine.verdict
        genuine.verdict = self.timed

    def timed(self, *arguments: Any, **named: Any) -> Any:
        """The verdict, timed."""
        began = time.process_time()
        try:
            return self.verdict(*arguments, **named)
        finally:
            self.seconds += time.process_time() - began

    def stop(self) -> None:
        """Puts the verdict back as it was."""
        genuine.verdict = self.verdict


def _forget_pages() -> None:
    """Empties every bounded cache of the program; tables made of the codebook are kept in unbounded ones."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("pipelines.", "crawler.", "models.")):
            for held in vars(module).values():
                if isinstance(held, functools._lru_cache_wrapper) and held.cache_parameters()["maxsize"] is not None:
                    held.cache_clear()


def _ratios(times: list[Times]) -> tuple[float, float, float]:
    """Medians over pages: reading over the parse, the same without the verdict, reading over trafilatura."""
    over_parse = [statistics.median(o / p for o, p in zip(one.ours, one.parse, strict=True)) for one in times]
    bare = [statistics.median((o - v) / p for o, v, p in zip(one.ours, one.verdict, one.parse, strict=True)) for one in times]
    extracted = [(statistics.median(one.ours), one.trafilatura) for one in times if one.trafilatura]
    over_extraction = statistics.median(ours / other for ours, other in extracted)
    return statistics.median(over_parse), statistics.median(bare), over_extraction


def measures() -> list[dict[str, Any]]:
    """For each corpus and the whole: reading over one parse, reading over trafilatura's extraction. Lower is better."""
    pages = samples()
    times = _measure(pages)
    rows = []
    for corpus in (*dict.fromkeys(sample.corpus for sample in pages), "all"):
        chosen = [one for one, sample in zip(times, pages, strict=True) if corpus in (sample.corpus, "all")]
        size = sum(len(sample.body) for sample in pages if corpus in (sample.corpus, "all")) / len(chosen) / 1000
        ours, parse = (sum(statistics.median(getattr(one, name)) for one in chosen) for name in ("ours", "parse"))
        about = (
            f"{len(chosen)} pages of {size:.0f} KB on average; {ours / len(chosen) * 1000:.2f} ms a page, "
            f"sum over sum {ours / parse:.2f}"
        )
        over_parse, bare, over_trafilatura = _ratios(chosen)
        for name, value, bar, beside in (
            ("one lxml parse", over_parse, BAR_PARSE, "parse"),
            ("one lxml parse, without the hijack verdict", bare, None, "parse"),
            ("trafilatura", over_trafilatura, BAR_TRAFILATURA, f"default extraction of every {EVERY}th page"),
        ):
            rows.append({"name": f"extract/{name}, {corpus}", "value": value, "bar": f"<= {bar}" if bar else None,
                         "ok": bar is None or value <= bar,
                         "reference": f"median of CPU a page over its {beside}; {about}"})  # fmt: skip
    return rows
