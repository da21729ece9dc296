from datetime import UTC, date, datetime, timedelta

import pytest

from crawler.walking.revisits import SEASONS, is_waiting, page_is_due, season_start, walk_is_due

NOW = datetime(2024, 5, 20, 18, tzinfo=UTC)


def test_a_season_has_begun_and_is_not_older_than_half_a_year() -> None:
    for day in range(0, 366, 5):
        now = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(days=day)
        for key in ("qinglan", "moting", "x"):
            assert timedelta() <= now - season_start(key, now) <= timedelta(days=93)


def test_a_year_has_four_seasons_and_sites_do_not_all_begin_theirs_on_one_day() -> None:
    days = [datetime(2024, 3, 1, tzinfo=UTC) + timedelta(days=day) for day in range(366)]
    assert len({season_start("qinglan", day) for day in days}) == len(SEASONS) + 1
    assert len({season_start(f"site-{number}", NOW) for number in range(50)}) > 20


def test_a_list_is_walked_whole_once_a_season() -> None:
    begin = season_start("qinglan", NOW)
    assert walk_is_due("qinglan", None, NOW)
    assert walk_is_due("qinglan", begin - timedelta(seconds=1), NOW)
    assert not walk_is_due("qinglan", begin, NOW)


@pytest.mark.parametrize(
    ("published", "seen_days_ago", "due"),
    [(date(2024, 5, 1), 1, False), (date(2024, 5, 1), 7, True), (date(2023, 9, 1), 10, False), (date(2023, 9, 1), 30, True),
     (date(2012, 3, 1), 30, False), (None, 30, False)],
)  # fmt: skip
def test_what_was_published_lately_is_asked_for_more_often(published: date | None, seen_days_ago: int, due: bool) -> None:
    now = season_start("qinglan", NOW) + timedelta(days=60)
    published = published and published + (now.date() - NOW.date())
    assert page_is_due("qinglan", published, now - timedelta(days=seen_days_ago), now) is due


def test_every_page_is_due_once_a_season() -> None:
    begin = season_start("qinglan", NOW)
    assert page_is_due("qinglan", date(2012, 3, 1), begin - timedelta(days=1), NOW)


def test_a_page_that_always_fails_is_asked_for_ever_more_seldom_and_at_last_once_a_month() -> None:
    asked: list[int] = []
    for day in range(150):
        now = NOW + timedelta(days=day)
        if not asked or not is_waiting(len(asked), NOW + timedelta(days=asked[-1]), now):
            asked.append(day)
    assert asked == [0, 1, 2, 4, 8, 16, 32, 62, 92, 122]
