"""The walk of lists without a network: what is asked for of a site that is unknown, known, changed, or fails."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from lxml.html import fromstring

from crawler.pages.base import IndexPage, PageRequest
from crawler.pages.listing import ListingIndex
from crawler.registry import Site
from crawler.walking.memory import KnownEntry, KnownList, KnownPage, Memory, key_of
from crawler.walking.walk import AskList, AskPage, Step, Walks

NOW = datetime(2024, 5, 20, 18, tzinfo=UTC)
HOST = "http://www.qs.example"
ROOT = f"{HOST}/nb/"
SITE = Site(key="qs", name="清水县", level="county", start=(ROOT,))
DAY = date(2020, 1, 20)


def entry(year: int) -> tuple[str, str]:
    return f"{HOST}/nb/{year}.html", f"清水县{year}年政府信息公开工作年度报告"


def known_page(seen: datetime = NOW - timedelta(days=1), reports: int = 1) -> KnownPage:
    return KnownPage(7, '"e"', None, "body", None, True, entry(2019)[1], DAY, reports, seen)


def memory(*years: int, full_at: datetime | None = NOW - timedelta(days=1)) -> Memory:
    """One that read the list with these years' reports yesterday."""
    held = Memory("qs", NOW)
    held.lists[key_of(ROOT)] = KnownList(5, '"l"', None, "list", None, True, True, (), full_at)
    for year in years:
        url, title = entry(year)
        held.entries[key_of(url)] = KnownEntry(url, title, DAY, key_of(ROOT), 0)
        held.pages[key_of(url)] = known_page()
    return held


def walks(held: Memory, **more: Any) -> tuple[Walks, Counter[str]]:
    counts: Counter[str] = Counter()

    def count(name: str, number: int) -> None:
        counts[name] += number

    return Walks(more.get("site", SITE), more.get("year"), held, more.get("full", False), count), counts


def index(*years: int, following: str | None = None, url: str = ROOT) -> IndexPage:
    lines = "".join(f'<li><a href="{entry(year)[0]}">{entry(year)[1]}</a><span>{DAY}</span></li>' for year in years)
    after = f'<a href="{following}">下一页</a>' if following else ""
    html = f"<html><head><title>年报</title></head><body><ul>{lines}</ul>{after}</body></html>"
    return IndexPage(fromstring(html), url, html)


def first(walk: Walks) -> AskList:
    (ask,) = walk.begin(None)
    assert isinstance(ask, AskList)
    return ask


def take(walk: Walks, page: IndexPage, ask: AskList) -> Step:
    return walk.page(page, ask.walk, ask.page)


def pages_of(step: Step) -> list[str]:
    return [ask.entry.url for ask in step.asks if isinstance(ask, AskPage)]


def lists_of(step: Step) -> list[str]:
    return [ask.page.url for ask in step.asks if isinstance(ask, AskList)]


def test_an_unknown_site_is_walked_whole_and_everything_is_asked_for() -> None:
    walk, _ = walks(Memory("qs", NOW))
    ask = first(walk)
    assert (ask.known, ask.walk.full) == (None, True)
    step = take(walk, index(2019, 2018, following="2.html"), ask)
    assert pages_of(step) == [entry(2019)[0], entry(2018)[0]]
    assert lists_of(step) == [f"{ROOT}2.html"]
    assert step.listing is not None
    assert (step.listing.end, len(step.listing.entries)) == (None, 2)


def test_a_known_list_is_asked_for_only_if_it_has_changed_and_then_asks_for_nothing() -> None:
    walk, counts = walks(memory(2019, 2018))
    ask = first(walk)
    assert ask.known is not None
    assert ask.known.conditions() == {"If-None-Match": '"l"'}
    step = walk.unchanged(ask.known, ask.walk)
    assert step.asks == []
    assert step.listing is not None
    assert step.listing.repeats
    assert counts["reports_known"] == 2


def test_a_listing_stops_at_a_full_page_of_known_unchanged_entries() -> None:
    walk, counts = walks(memory(2019, 2018))
    step = take(walk, index(2019, 2018, following="2.html"), first(walk))
    assert step.asks == []
    assert step.listing is not None
    assert step.listing.end == "known"
    assert counts["reports_known"] == 2


def test_one_new_entry_is_asked_for_and_the_list_goes_on() -> None:
    walk, _ = walks(memory(2019, 2018))
    step = take(walk, index(2020, 2019, following="2.html"), first(walk))
    assert pages_of(step) == [entry(2020)[0]]
    assert lists_of(step) == [f"{ROOT}2.html"]


def test_an_entry_of_which_the_list_says_something_else_is_read_again() -> None:
    held = memory(2019, 2018)
    url, title = entry(2019)
    held.entries[key_of(url)] = KnownEntry(url, title + "（更正）", DAY, key_of(ROOT), 0)
    walk, _ = walks(held)
    step = take(walk, index(2019, 2018), first(walk))
    assert [(ask.entry.url, ask.renewed) for ask in step.asks if isinstance(ask, AskPage)] == [(url, True)]


def test_a_page_that_failed_last_time_is_asked_for_though_its_list_did_not_change() -> None:
    held = memory(2019, 2018)
    del held.pages[key_of(entry(2018)[0])]
    walk, _ = walks(held)
    ask = first(walk)
    assert ask.known is not None
    assert pages_of(walk.unchanged(ask.known, ask.walk)) == [entry(2018)[0]]


def test_pages_that_always_fail_are_left_alone_for_now_and_counted() -> None:
    held = memory(2019)
    held.failing[key_of(entry(2018)[0])] = {NOW - timedelta(days=days) for days in (1, 2, 3, 4, 5)}
    walk, counts = walks(held)
    assert pages_of(take(walk, index(2019, 2018, 2017), first(walk))) == [entry(2017)[0]]
    assert counts["stopped/waiting"] == 1
    assert "1 page(s)" in walk.words[0]
    on_demand, _ = walks(held, full=True)
    assert entry(2018)[0] in pages_of(take(on_demand, index(2019, 2018), first(on_demand)))


def test_all_is_seen_once_every_list_has_answered_and_none_was_left_out() -> None:
    walk, _ = walks(Memory("qs", NOW))
    ask = first(walk)
    assert not walk.saw_all
    (second,) = [one for one in take(walk, index(2019, following="2.html"), ask).asks if isinstance(one, AskList)]
    assert not walk.saw_all
    walk.failed(second.walk, second.page, gone=False)
    assert walk.saw_all
    bound, _ = walks(Memory("qs", NOW), site=SITE.model_copy(update={"limits": SITE.limits.model_copy(update={"pages": 1})}))
    take(bound, index(2019, following="2.html"), first(bound))
    assert not bound.saw_all


def test_a_walk_on_demand_is_full_and_asks_for_every_page() -> None:
    walk, _ = walks(memory(2019, 2018), full=True)
    ask = first(walk)
    assert (ask.known, ask.walk.full) == (None, True)
    step = take(walk, index(2019, 2018, following="2.html"), ask)
    assert pages_of(step) == [entry(2019)[0], entry(2018)[0]]
    assert lists_of(step) == [f"{ROOT}2.html"]


def test_a_list_not_walked_whole_this_season_is_walked_whole_and_its_old_pages_are_asked_for() -> None:
    long_ago = NOW - timedelta(days=200)
    held = memory(2019, full_at=long_ago)
    held.pages[key_of(entry(2019)[0])] = known_page(seen=long_ago)
    walk, _ = walks(held)
    ask = first(walk)
    assert ask.walk.full
    assert pages_of(take(walk, index(2019), ask)) == [entry(2019)[0]]


def test_a_walk_that_goes_on_after_a_cut_one_asks_only_for_pages_not_seen_this_season() -> None:
    held = memory(2019, full_at=None)
    walk, _ = walks(held)
    step = take(walk, index(2019, following="2.html"), first(walk))
    assert pages_of(step) == []
    assert lists_of(step) == [f"{ROOT}2.html"]


def test_a_page_that_fails_makes_the_list_cut_whatever_comes_after() -> None:
    walk, _ = walks(Memory("qs", NOW))
    step = take(walk, index(2019, following="2.html"), first(walk))
    (second,) = [ask for ask in step.asks if isinstance(ask, AskList)]
    failed = walk.failed(replace(second.walk, pending=(PageRequest(f"{ROOT}3.html"),)), second.page, gone=False)
    (third,) = [ask for ask in failed.asks if isinstance(ask, AskList)]
    last = take(walk, index(2018, url=f"{ROOT}3.html"), third)
    assert last.listing is not None
    assert last.listing.end == "cut"


def test_a_list_that_lists_nothing_where_it_listed_something_is_not_whole() -> None:
    walk, counts = walks(memory(2019, full_at=None))
    step = take(walk, index(), first(walk))
    assert step.listing is not None
    assert step.listing.end == "cut"
    assert counts["suspect/empty_list"] == 1


def script_list() -> IndexPage:
    """A page without a row, whose script asks a service for them."""
    html = "<html><head><title>年报</title></head><body><script>$.post('/api',{pageNo:1,pageSize:2},draw)</script></body></html>"
    return ListingIndex(fromstring(html), ROOT, html)


def answer(*years: int) -> IndexPage:
    rows = [{"title": entry(year)[1], "url": entry(year)[0], "pubDate": str(DAY)} for year in years]
    said = json.dumps({"rows": rows, "total": len(rows)}, ensure_ascii=False)
    return ListingIndex(fromstring("<p>-</p>"), f"{HOST}/api", said)


def test_a_list_whose_rows_come_by_script_is_not_suspect_for_its_bare_first_page() -> None:
    walk, counts = walks(memory(2019, 2018), full=True)
    step = take(walk, script_list(), first(walk))
    (service,) = [ask for ask in step.asks if isinstance(ask, AskList)]
    last = take(walk, answer(2019, 2018), service)
    assert last.listing is not None
    assert (last.listing.end, last.listing.root) == ("whole", ROOT)
    assert counts["suspect/empty_list"] == 0


def test_a_service_that_answers_without_a_row_where_there_were_some_is_suspect() -> None:
    walk, counts = walks(memory(2019, 2018), full=True)
    step = take(walk, script_list(), first(walk))
    (service,) = [ask for ask in step.asks if isinstance(ask, AskList)]
    last = take(walk, answer(), service)
    assert last.listing is not None
    assert (last.listing.end, counts["suspect/empty_list"]) == ("cut", 1)


def rebuilt(*paths: str) -> IndexPage:
    lines = "".join(f'<li><a href="{path}">清水县2021年政府信息公开工作年度报告</a><span>{DAY}</span></li>' for path in paths)
    html = f"<html><head><title>年报</title></head><body><ul>{lines}</ul></body></html>"
    return IndexPage(fromstring(html), ROOT, html)


def test_a_list_whose_rows_all_have_addresses_of_another_cms_is_a_redesign_and_nothing_of_it_counts_as_gone() -> None:
    walk, counts = walks(memory(2019, 2018), full=True)
    step = take(walk, rebuilt("/info/1045/2301.htm", "/info/1045/2302.htm"), first(walk))
    assert step.listing is not None
    assert (step.listing.end, counts["suspect/redesign"]) == ("cut", 1)
    assert len(pages_of(step)) == 2


def test_new_rows_alone_or_beside_old_ones_are_no_redesign() -> None:
    for html in (rebuilt("/nb/2021.html"), rebuilt("/info/1045/2301.htm", entry(2019)[0])):
        walk, counts = walks(memory(2019, 2018), full=True)
        assert take(walk, html, first(walk)).listing is not None
        assert counts["suspect/redesign"] == 0


def test_a_forced_walk_knows_how_many_rows_a_list_had_and_nothing_else() -> None:
    known = memory(2019, 2018).of_entries()
    walk, counts = walks(known, full=True)
    ask = first(walk)
    assert (ask.known, known.page_at(entry(2019)[0])) == (None, None)
    step = take(walk, index(), ask)
    assert step.listing is not None
    assert (step.listing.end, counts["suspect/empty_list"]) == ("cut", 1)


def test_one_address_asked_for_is_asked_whatever_is_known() -> None:
    walk, _ = walks(memory(2019))
    (ask,) = walk.begin(entry(2019)[0])
    assert isinstance(ask, AskPage)
    assert (ask.entry.url, ask.listed) == (entry(2019)[0], None)


def test_lists_below_an_unchanged_list_are_asked_for() -> None:
    page = index(2019)
    html = page.text.replace("</body>", '<a href="/nb/bumen/index.html">部门政府信息公开年报</a></body>')
    walk, _ = walks(Memory("qs", NOW))
    step = take(walk, IndexPage(fromstring(html), ROOT, html), first(walk))
    assert lists_of(step) == [f"{ROOT}bumen/index.html"]
    assert step.listing is not None
    again, _ = walks(memory(2019))
    ask = first(again)
    assert ask.known is not None
    assert lists_of(again.unchanged(replace(ask.known, leads_to=step.listing.leads_to), ask.walk)) == [f"{ROOT}bumen/index.html"]
