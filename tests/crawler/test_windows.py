from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.night.rhythm import CHINA
from crawler.night.windows import cron_after, read_cron, read_window, read_zone

BERLIN = ZoneInfo("Europe/Berlin")
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))  # noqa: DTZ001 - hypothesis wants bounds without a zone
CLOCKS = st.times().map(lambda clock: f"{clock:%H:%M}")


def test_a_window_over_midnight_is_open_before_and_after_it() -> None:
    night = read_window("22:00-06:00")
    for hour, is_open in ((21, False), (22, True), (23, True), (0, True), (5, True), (6, False), (12, False)):
        assert night.is_open(datetime(2026, 3, 5, hour, 0, tzinfo=CHINA), CHINA) is is_open


def test_the_window_around_an_open_moment_is_that_one_and_else_the_next() -> None:
    night = read_window("22:00-06:00")
    inside = night.around(datetime(2026, 3, 5, 3, tzinfo=CHINA), CHINA)
    assert inside == (datetime(2026, 3, 4, 22, tzinfo=CHINA), datetime(2026, 3, 5, 6, tzinfo=CHINA))
    assert night.around(datetime(2026, 3, 5, 12, tzinfo=CHINA), CHINA)[0] == datetime(2026, 3, 5, 22, tzinfo=CHINA)


@pytest.mark.parametrize(("day", "hours"), [("2026-03-28", 7), ("2026-10-24", 9), ("2026-06-01", 8)])
def test_a_night_in_which_the_clock_is_changed_is_an_hour_shorter_or_longer(day: str, hours: int) -> None:
    evening = datetime.fromisoformat(f"{day}T23:00").replace(tzinfo=BERLIN)
    opens, closes = read_window("22:00-06:00").around(evening, BERLIN)
    assert closes - opens == timedelta(hours=hours)


@given(MOMENTS, CLOCKS, CLOCKS, st.sampled_from(["Asia/Shanghai", "Asia/Urumqi", "Europe/Berlin", "America/New_York"]))
def test_the_window_around_a_moment_has_not_closed_and_opens_within_two_days(
    moment: datetime, begins: str, ends: str, zone: str
) -> None:
    if begins == ends:
        return
    window = read_window(f"{begins}-{ends}")
    opens, closes = window.around(moment, ZoneInfo(zone))
    assert opens < closes
    assert closes > moment
    assert opens - moment < timedelta(hours=50)
    assert window.is_open(opens, ZoneInfo(zone))


def test_the_whole_day_is_always_open() -> None:
    always = read_window("00:00-24:00")
    assert str(always) == "00:00-24:00"
    assert all(always.is_open(datetime(2026, 1, 1, hour, 59, tzinfo=UTC), CHINA) for hour in range(24))


@pytest.mark.parametrize("words", ["", "22-6", "25:00-06:00", "22:00-06:60", "22:00", "22:00-22:00", "22:00-6 x", "٢٢:00-06:00"])
def test_a_wrong_window_is_answered_with_a_right_one(words: str) -> None:
    with pytest.raises(ValueError, match=r"22:00-06:00|00:00-24:00"):
        read_window(words)


@pytest.mark.parametrize("words", ["* * * *", "61 2 * * *", "0 0 31 2 *", "0 2 * * FOO", "@daily", "0 0 2 * * *", "0 2 1-40 * *"])
def test_a_wrong_cron_is_answered_with_a_right_one(words: str) -> None:
    with pytest.raises(ValueError, match="30 2"):
        read_cron(words)


@pytest.mark.parametrize("name", ["Asia/Peking", "", "../etc/passwd", "UTC+8", "Asia"])
def test_a_wrong_zone_is_answered_with_a_right_one(name: str) -> None:
    with pytest.raises(ValueError, match="Asia/Shanghai"):
        read_zone(name)


def test_a_cron_is_read_on_the_wall_clock_of_its_zone() -> None:
    found = cron_after("30 2 * * *", datetime(2026, 3, 5, 0, 0, tzinfo=UTC), read_zone("Asia/Urumqi"))
    assert found == datetime(2026, 3, 5, 20, 30, tzinfo=UTC)


@given(MOMENTS, st.sampled_from(["30 2 * * *", "*/20 * * * *", "0 1 * * 1", "59 23 1 * *", "30 2 29 2 *"]))
def test_a_cron_goes_on_and_leaves_nothing_out_whatever_the_clock_does(moment: datetime, cron: str) -> None:
    first = cron_after(cron, moment, BERLIN)
    assert first > moment
    assert cron_after(cron, first, BERLIN) > first
    assert cron_after(cron, first - timedelta(seconds=1), BERLIN) == first
