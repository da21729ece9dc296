from crawler.outcome import Counts, outcome_of


def test_new_reports_make_a_crawl_ok() -> None:
    assert outcome_of(Counts(fetches={("index", "ok"): 1, ("report", "ok"): 3}, reports=3, new=3)).name == "ok"


def test_a_crawl_without_change_is_nothing_new() -> None:
    assert outcome_of(Counts(fetches={("index", "ok"): 1, ("report", "ok"): 3}, reports=3, unchanged=3)).name == "nothing_new"


def test_a_site_that_does_not_answer_is_broken_and_says_why() -> None:
    outcome = outcome_of(Counts(fetches={("index", "unreachable"): 1}))
    assert outcome.name == "broken"
    assert "no answer" in outcome.reason


def test_our_own_errors_make_a_crawl_broken_even_when_pages_came() -> None:
    counts = Counts(fetches={("index", "ok"): 1, ("report", "ok"): 3}, reports=3, new=3, errors=1)
    assert outcome_of(counts).name == "broken"


def test_a_challenge_in_place_of_the_list_is_blocked() -> None:
    assert outcome_of(Counts(fetches={("index", "blocked"): 1})).name == "blocked"


def test_robots_txt_that_forbids_the_list_is_blocked() -> None:
    assert outcome_of(Counts(fetches={("index", "forbidden"): 1})).name == "blocked"


def test_a_failed_page_makes_a_crawl_incomplete_with_its_reason_counted() -> None:
    counts = Counts(fetches={("index", "ok"): 1, ("report", "ok"): 3, ("report", "http_error"): 2}, reports=3, new=3)
    outcome = outcome_of(counts)
    assert outcome.name == "incomplete"
    assert "2 x an HTTP error" in outcome.reason


def test_a_page_that_is_gone_does_not_make_a_crawl_incomplete() -> None:
    counts = Counts(fetches={("index", "ok"): 1, ("report", "gone"): 1}, reports=3, unchanged=3)
    assert outcome_of(counts).name == "nothing_new"


def test_fewer_reports_than_the_row_expects_is_incomplete() -> None:
    outcome = outcome_of(Counts(fetches={("index", "ok"): 1}, reports=2, new=2), minimum=5)
    assert outcome.name == "incomplete"
    assert "expects 5" in outcome.reason


def test_a_stopped_crawl_is_incomplete() -> None:
    assert outcome_of(Counts(fetches={("index", "ok"): 1}, new=1), "shutdown").name == "incomplete"
