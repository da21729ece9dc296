"""Sites that share hosts are one group."""

from __future__ import annotations

from crawler.night.groups import groups_of
from crawler.registry import Site


def site(key: str, url: str, *hosts: str) -> Site:
    return Site(key=key, name="某县人民政府", level="county", start=(url,), hosts=hosts)


def groups(*sites: Site) -> dict[str, str]:
    return groups_of({one.key: one for one in sites})


def test_sites_of_their_own_hosts_are_groups_of_their_own() -> None:
    found = groups(site("aa", "http://www.aa.example/"), site("bb", "http://bb.example/"))
    assert found == {"aa": "aa.example", "bb": "bb.example"}


def test_sites_that_share_a_host_only_over_a_third_one_are_one_group() -> None:
    found = groups(
        site("aa", "http://zz.example/", "mm.example"), site("bb", "http://bb.example/", "nn.example"),
        site("cc", "http://cc.example/", "mm.example", "nn.example"), site("dd", "http://dd.example/"),
    )  # fmt: skip
    assert found == {"aa": "bb.example", "bb": "bb.example", "cc": "bb.example", "dd": "dd.example"}


def test_ports_schemes_and_www_make_no_other_host() -> None:
    found = groups(site("aa", "http://www.aa.example:8080/"), site("bb", "https://aa.example/"))
    assert found["aa"] == found["bb"] == "aa.example"


def test_the_group_does_not_depend_on_the_order_of_rows() -> None:
    sites = [site(key, f"http://{key}.example/", f"{other}.example") for key, other in (("aa", "bb"), ("bb", "cc"), ("cc", "dd"))]
    assert groups(*sites) == groups(*reversed(sites))


def test_no_sites_make_no_groups() -> None:
    assert groups_of({}) == {}
