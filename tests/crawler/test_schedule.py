from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.night.rhythm import CHINA, PastCrawl, Published, Rhythm, SiteFacts
from crawler.night.windows import read_window, read_zone
from crawler.schedule import due, next_visit, upcoming

NIGHT = read_window("22:00-06:00")
DAY = timedelta(days=1)


def at(text: str) -> datetime:
    """A moment on China's wall clock."""
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


PLAIN = Rhythm()


def site(ended: datetime | None, *outcomes: str, key: str = "qinglan", rhythm: Rhythm = PLAIN, **reports: object) -> SiteFacts:
    """A site whose crawls ended a day apart, the newest at `ended`."""
    past = [PastCrawl(ended - n * DAY, outcome) for n, outcome in enumerate(outcomes)] if ended else []
    return SiteFacts(key, rhythm, past, **reports)  # type: ignore[arg-type]


def years(*days: str, publishers: int = 1) -> dict[int, Published]:
    """Reports published on these days, each for the year before."""
    read = [date.fromisoformat(day) for day in days]
    return {day.year - 1: Published(publishers, day, day) for day in read}


def test_a_site_never_crawled_is_due_now_and_begins_when_the_night_does() -> None:
    noon = at("2026-03-05T12:00")
    visit = next_visit(site(None), noon, NIGHT)
    assert (visit.at, visit.starts) == (noon, at("2026-03-05T22:00"))
    assert "never" in visit.reason
    assert next_visit(site(None), noon).starts == noon


def test_while_its_first_report_is_awaited_a_site_is_visited_every_night() -> None:
    visit = next_visit(site(at("2026-02-10T23:30"), "nothing_new"), at("2026-02-11T07:00"), NIGHT)
    assert visit.starts == at("2026-02-11T22:00")
    assert "awaited" in visit.reason


def test_around_the_days_of_other_years_it_is_every_night_and_before_that_seldom() -> None:
    published = years("2024-03-20", "2025-03-28")
    early = next_visit(site(at("2026-01-10T23:00"), "ok", published=published), at("2026-01-11T07:00"), NIGHT)
    assert early.starts == at("2026-01-13T22:00")
    assert "20 March to 28 March" in early.reason
    near = next_visit(site(at("2026-03-10T23:00"), "ok", published=published), at("2026-03-11T07:00"), NIGHT)
    assert near.starts == at("2026-03-11T22:00")
    late = next_visit(site(at("2026-06-10T23:00"), "ok", published=published), at("2026-06-11T07:00"), NIGHT)
    assert late.starts == at("2026-06-17T22:00")
    assert "late" in late.reason


def test_the_nights_become_dense_again_although_the_last_interval_was_longer() -> None:
    published = years("2024-03-20", "2025-03-20")
    visit = next_visit(site(at("2026-03-05T05:00"), "ok", published=published), at("2026-03-05T07:00"), NIGHT)
    assert visit.starts == at("2026-03-06T01:00"), "14 days before 20 March is 6 March; two days later it would have been"


def test_once_the_report_is_in_it_is_looked_at_for_corrections_only() -> None:
    published = years("2024-03-20", "2025-03-28", "2026-02-02")
    season = next_visit(site(at("2026-02-10T23:00"), "ok", published=published), at("2026-02-11T07:00"), NIGHT)
    assert season.starts == at("2026-02-17T22:00")
    assert "published 2026-02-02" in season.reason
    summer = next_visit(site(at("2026-07-01T23:00"), "ok", published=published), at("2026-07-02T07:00"), NIGHT)
    assert summer.starts == at("2026-07-15T22:00")


def test_a_site_of_many_publishers_is_awaited_until_all_are_in() -> None:
    published = years("2025-03-28", publishers=12) | years("2026-03-01", publishers=9)
    visit = next_visit(site(at("2026-03-20T23:00"), "ok", published=published), at("2026-03-21T07:00"), NIGHT)
    assert visit.starts == at("2026-03-21T22:00")
    assert "3 of its 12 reports for 2025 are awaited" in visit.reason


def test_the_season_begins_on_the_first_of_january_in_china() -> None:
    visit = next_visit(site(at("2026-12-29T23:00"), "ok"), at("2026-12-30T12:00"))
    assert at("2026-12-31T20:00") <= visit.at <= at("2027-01-01T00:00")
    assert "awaited" in visit.reason


def test_failures_in_a_row_are_tried_again_less_and_less_often() -> None:
    now = at("2026-07-01T02:00")
    pauses = [next_visit(site(now, *["broken"] * count, "ok"), now).at - now for count in (1, 2, 3, 8)]
    assert pauses == [timedelta(hours=6), timedelta(hours=12), timedelta(hours=24), timedelta(days=14)]


def test_a_site_that_turns_us_away_is_left_alone_for_weeks() -> None:
    now = at("2026-02-10T23:00")
    assert next_visit(site(now, "blocked", "ok"), now).at == now + 7 * DAY
    assert next_visit(site(now, *["blocked"] * 6), now).at == now + 28 * DAY


def test_a_crawl_that_was_cut_off_is_taken_up_again_but_not_for_ever() -> None:
    now = at("2026-03-05T23:00")
    cut = PastCrawl(now - timedelta(hours=1), "broken", cut_off=True)
    assert next_visit(SiteFacts("a", past=[cut]), now, NIGHT).starts == now
    assert next_visit(SiteFacts("a", past=[cut] * 3), now, NIGHT).at > now


def test_a_row_may_set_its_interval_and_season() -> None:
    rhythm = Rhythm(every=30 * DAY, season=frozenset({2, 3}), season_every=2 * DAY)
    outside = next_visit(site(at("2026-05-01T23:00"), "ok", rhythm=rhythm), at("2026-05-02T12:00"), NIGHT)
    inside = next_visit(site(at("2026-02-05T23:00"), "ok", rhythm=rhythm), at("2026-02-06T12:00"), NIGHT)
    before = next_visit(site(at("2026-01-20T23:00"), "ok", rhythm=rhythm), at("2026-01-21T12:00"), NIGHT)
    assert [one.starts.date() for one in (outside, inside, before)] == [date(2026, 5, 31), date(2026, 2, 7), date(2026, 1, 31)]


def test_a_cron_is_followed_to_the_minute_and_no_window_holds_it_back() -> None:
    rhythm = Rhythm(cron="30 14 * * 1", zone=read_zone("Asia/Urumqi"))
    visit = next_visit(site(at("2026-03-05T23:00"), "ok", rhythm=rhythm), at("2026-03-06T07:00"), NIGHT)
    assert visit.starts == datetime(2026, 3, 9, 14, 30, tzinfo=read_zone("Asia/Urumqi"))


def test_of_many_missed_runs_one_is_made_up_for_and_recorded_as_such() -> None:
    rhythm = Rhythm(cron="30 2 * * *")
    away = site(at("2026-03-01T02:40"), "ok", rhythm=rhythm)
    visit = next_visit(away, at("2026-03-09T12:00"))
    assert visit.missed
    assert visit.at == at("2026-03-02T02:30")
    after = site(at("2026-03-09T12:10"), "ok", rhythm=rhythm)
    assert next_visit(after, at("2026-03-09T12:11")).at == at("2026-03-10T02:30")
    assert not next_visit(away, at("2026-03-02T03:00")).missed


def test_a_night_that_was_slept_through_is_made_up_for() -> None:
    awaited = site(at("2026-02-10T23:00"), "ok")
    assert not next_visit(awaited, at("2026-02-12T05:00"), NIGHT).missed
    assert next_visit(awaited, at("2026-02-12T23:00"), NIGHT).missed


def test_jitter_is_the_same_whenever_it_is_asked_for_and_stays_in_the_window() -> None:
    rhythm = Rhythm(jitter=timedelta(hours=12))
    sites = [site(at("2026-02-10T23:00"), "ok", key=f"s{n}", rhythm=rhythm) for n in range(50)]
    first = [next_visit(one, at("2026-02-11T07:00"), NIGHT).at for one in sites]
    assert first == [next_visit(one, at("2026-02-11T21:00"), NIGHT).at for one in sites]
    assert len(set(first)) > 40
    assert all(at("2026-02-11T22:00") <= moment < at("2026-02-12T06:00") for moment in first)


def test_crawls_that_a_wrong_clock_dated_in_the_future_are_not_gone_by() -> None:
    now = at("2026-03-05T23:00")
    future = PastCrawl(at("2031-01-01T00:00"), "ok")
    visit = next_visit(SiteFacts("a", past=[future]), now, NIGHT)
    assert visit.starts == now
    assert "future" in visit.reason
    before = PastCrawl(now - timedelta(hours=1), "ok")
    assert next_visit(SiteFacts("a", past=[future, before]), now, NIGHT) == next_visit(SiteFacts("a", past=[before]), now, NIGHT)


def test_a_clock_that_goes_back_an_hour_makes_nothing_due_twice() -> None:
    ended = at("2026-02-10T23:30")
    assert due([site(ended, "ok")], ended - timedelta(hours=1), NIGHT) == []


def test_the_due_list_has_the_longest_waiting_first_and_leaves_out_the_rest() -> None:
    now = at("2026-07-01T23:00")
    sites = [
        site(now - DAY, "ok", key="fresh"), site(now - 9 * DAY, "ok", key="late"), site(now - 30 * DAY, "ok", key="later"),
        site(None, key="new"),
    ]  # fmt: skip
    assert [visit.site for visit in due(sites, now, NIGHT)] == ["later", "late", "new"]
    assert {visit.site for visit in upcoming(sites, now, NIGHT)} == {"fresh", "late", "later", "new"}


MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))  # noqa: DTZ001 - hypothesis wants bounds without a zone
RHYTHMS = st.builds(
    Rhythm,
    zone=st.sampled_from(["Asia/Shanghai", "Asia/Urumqi", "Europe/Berlin"]).map(read_zone),
    window=st.sampled_from([None, "22:00-06:00", "01:30-02:30", "00:00-24:00"]).map(lambda words: words and read_window(words)),
    cron=st.sampled_from([None, None, "30 2 * * *", "0 4 * * 1", "*/30 1-5 * * *"]),
    every=st.sampled_from([None, DAY, 10 * DAY, 366 * DAY]),
    season=st.frozensets(st.integers(1, 12)),
    season_every=st.sampled_from([None, DAY, 3 * DAY]),
    jitter=st.sampled_from([timedelta(0), timedelta(minutes=90), timedelta(hours=12)]),
)
OUTCOMES = st.lists(st.sampled_from(["ok", "nothing_new", "incomplete", "broken", "blocked"]), min_size=1, max_size=10)
REPORTS = st.dictionaries(st.integers(2015, 2034), st.integers(1, 400), max_size=5).map(
    lambda found: {year: Published(2, date(year + 1, 1, 1) + timedelta(days=n % 365), None) for year, n in found.items()}
)


@st.composite
def sites_with_history(draw: st.DrawFn) -> tuple[SiteFacts, datetime]:
    """A site of any rhythm and history, and the end of its last crawl."""
    ended = draw(MOMENTS)
    facts = site(ended, *draw(OUTCOMES), rhythm=draw(RHYTHMS), published=draw(REPORTS))
    cut_off = draw(st.booleans())
    past = [PastCrawl(crawl.ended, crawl.outcome, cut_off) for crawl in facts.past]
    return SiteFacts(facts.key, facts.rhythm, past, facts.published), ended


@given(sites_with_history(), st.integers(0, 500_000))
def test_a_visit_is_never_before_the_last_crawl_ended_and_begins_in_its_window(
    drawn: tuple[SiteFacts, datetime], minutes: int
) -> None:
    facts, ended = drawn
    now = ended + timedelta(minutes=minutes)
    visit = next_visit(facts, now, NIGHT)
    assert visit.at >= ended
    assert visit.starts >= visit.at
    assert visit.starts >= now or visit.at == visit.starts
    window = facts.rhythm.window or (None if facts.rhythm.cron else NIGHT)
    # A night in which the clock jumps over the whole window has none.
    assert window is None or window.is_open(max(visit.starts, now), facts.rhythm.zone)
    assert visit.at - ended <= timedelta(days=400)


@given(sites_with_history(), st.lists(st.integers(0, 500_000), min_size=2, max_size=6))
def test_what_is_due_stays_due_until_it_is_crawled(drawn: tuple[SiteFacts, datetime], minutes: Sequence[int]) -> None:
    facts, ended = drawn
    moments = [ended + timedelta(minutes=each) for each in sorted(minutes)]
    found = [bool(due([facts], moment, NIGHT)) for moment in moments]
    assert found == sorted(found)
    missed = [next_visit(facts, moment, NIGHT).missed for moment in moments]
    assert missed == sorted(missed)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
def test_a_year_of_nights_has_one_visit_a_night_through_both_changes_of_the_clock(zone: str) -> None:
    rhythm = Rhythm(zone=read_zone(zone), every=DAY)
    moment, nights = datetime(2026, 1, 1, 22, tzinfo=read_zone(zone)), set()
    for _ in range(365):
        visit = next_visit(site(moment + timedelta(minutes=20), "ok", rhythm=rhythm), moment + timedelta(minutes=21), NIGHT)
        moment = visit.starts
        nights.add((moment.astimezone(rhythm.zone) - timedelta(hours=12)).date())
    assert len(nights) == 365
