"""Settings copied for a crawl are its own, at the same priorities."""

from __future__ import annotations

from scrapy.settings import SETTINGS_PRIORITIES, Settings

from crawler.night.start_settings import RunSettings


def settings() -> RunSettings:
    made = RunSettings()
    made.setmodule("crawler.settings", priority="project")
    made.set("NIANBAO_TRIGGER", "night", priority="cmdline")
    return made


def test_a_copy_says_the_same_as_scrapys_own() -> None:
    ours = settings()
    theirs = Settings()
    theirs.update(ours)
    assert ours.copy().copy_to_dict() == theirs.copy_to_dict()
    assert ours.copy().getpriority("NIANBAO_TRIGGER") == SETTINGS_PRIORITIES["cmdline"]
    assert ours.copy().getwithbase("DOWNLOADER_MIDDLEWARES") == theirs.getwithbase("DOWNLOADER_MIDDLEWARES")


def test_what_one_crawl_sets_no_other_sees() -> None:
    run = settings()
    one, other = run.copy(), run.copy()
    one.set("DOWNLOAD_TIMEOUT", 7, priority="spider")
    one["ITEM_PIPELINES"]["some.Stage"] = 1
    one["DEFAULT_REQUEST_HEADERS"]["X-Mine"] = "1"
    one["RETRY_HTTP_CODES"].append(418)
    one.freeze()
    other.set("DOWNLOAD_TIMEOUT", 8, priority="spider")
    assert [each.getint("DOWNLOAD_TIMEOUT") for each in (one, other, run)] == [7, 8, 60]
    for each in (other, run):
        assert "some.Stage" not in each["ITEM_PIPELINES"]
        assert "X-Mine" not in each["DEFAULT_REQUEST_HEADERS"]
        assert 418 not in each.getlist("RETRY_HTTP_CODES")
