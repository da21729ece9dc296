from datetime import UTC, datetime, timedelta

from crawler.schedule import PastCrawl, due, next_visit

JULY = datetime(2026, 7, 1, 18, 0, tzinfo=UTC)
FEBRUARY = datetime(2026, 2, 10, 18, 0, tzinfo=UTC)


def _past(ended: datetime, *outcomes: str) -> list[PastCrawl]:
    return [PastCrawl(ended - timedelta(days=n), outcome) for n, outcome in enumerate(outcomes)]


def test_a_site_never_crawled_is_due_now() -> None:
    visit = next_visit("qinglan", [], JULY)
    assert visit.at == JULY
    assert "never" in visit.reason


def test_in_season_a_site_is_due_every_night() -> None:
    visit = next_visit("qinglan", _past(FEBRUARY, "nothing_new"), FEBRUARY)
    assert visit.at == FEBRUARY + timedelta(hours=20)


def test_out_of_season_a_site_is_due_weekly() -> None:
    assert next_visit("qinglan", _past(JULY, "ok"), JULY).at == JULY + timedelta(days=7)


def test_the_season_begins_on_the_first_of_january_in_china() -> None:
    ended = datetime(2026, 12, 29, 18, 0, tzinfo=UTC)
    visit = next_visit("qinglan", _past(ended, "ok"), ended)
    assert visit.at == datetime(2026, 12, 31, 16, 0, tzinfo=UTC)
    assert "season" in visit.reason


def test_failures_in_a_row_are_retried_less_and_less_often() -> None:
    once = next_visit("qinglan", _past(JULY, "broken", "ok"), JULY)
    thrice = next_visit("qinglan", _past(JULY, "broken", "incomplete", "broken"), JULY)
    assert once.at == JULY + timedelta(hours=6)
    assert thrice.at == JULY + timedelta(hours=24)
    many = next_visit("qinglan", _past(JULY, *["broken"] * 30), JULY)
    assert many.at == JULY + timedelta(days=14)


def test_a_blocking_site_is_left_alone_for_a_week() -> None:
    assert next_visit("qinglan", _past(FEBRUARY, "blocked"), FEBRUARY).at == FEBRUARY + timedelta(days=7)


def test_a_row_may_set_its_own_interval() -> None:
    visit = next_visit("qinglan", _past(JULY, "ok"), JULY, every=timedelta(hours=12))
    assert visit.at == JULY + timedelta(hours=12)


def test_the_due_list_has_the_longest_waiting_first_and_leaves_out_the_rest() -> None:
    history = {
        "fresh": _past(JULY - timedelta(days=1), "ok"),
        "late": _past(JULY - timedelta(days=9), "ok"),
        "later": _past(JULY - timedelta(days=30), "ok"),
        "new": [],
    }
    assert [visit.site for visit in due(history, JULY)] == ["later", "late", "new"]
