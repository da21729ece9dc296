"""Sites that share hosts: one worker at a time crawls them, since the pace of a host is kept within one process."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from crawler.registry import Site


def groups_of(sites: Mapping[str, Site]) -> dict[str, str]:
    """The group of each site: the first, by name, of all the hosts that it shares with others, directly or over third ones."""
    leader: dict[str, str] = {}

    def lead(host: str) -> str:
        while leader.setdefault(host, host) != host:
            leader[host] = leader[leader[host]]
            host = leader[host]
        return host

    hosts = {key: sorted({host_of(netloc) for netloc in site.scope}) for key, site in sites.items()}
    for first, *others in hosts.values():
        for other in others:
            one, two = sorted((lead(first), lead(other)))
            leader[two] = one
    return {key: lead(first) for key, (first, *_) in hosts.items()}


def host_of(netloc: str) -> str:
    """The host as `crawler.manners.pacing` knows it: without a port, with www and without it are one."""
    return (urlsplit(f"//{netloc}").hostname or netloc).rstrip(".").removeprefix("www.")
