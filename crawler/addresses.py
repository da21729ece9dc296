"""What an address is to the crawler: its identity within a crawl, the hosts of a site, and whether it may be asked at all."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from pipelines.twins import is_noise, without_session

_DEFAULT_PORTS = {"http": 80, "https": 443}
_LONGEST = 2000
_INNER = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "::ffff:0:0:0/96", "::/96")))
"""IPv6 networks whose last 32 bits are an IPv4 address: NAT64, translated, compatible (RFC 6052, 2765, 4291)."""

_CLOSED = tuple(map(ipaddress.ip_network, ("64:ff9b:1::/48", "fec0::/10", "2002::/16", "192.88.99.0/24", "168.63.129.16/32")))
"""What Python counts as public and is none: local NAT64, old site-local, 6to4 and its relays, a cloud's metadata address."""

_PLAIN = re.compile(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)+(?::(?!0|80\b|443\b)[0-9]{1,5})?)(/[A-Za-z0-9/_.-]*)")
"""Most addresses: nothing in them that could be written in another way, so that their identity is what stands there."""


def netloc_of(url: str) -> str | None:
    """The host of an http(s) address in lower case, with its port unless it is the scheme's own; None for anything else.

    >>> netloc_of("https://WWW.example.gov.cn:443/a")
    'www.example.gov.cn'
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or not host or parts.username is not None:
        return None
    host = f"[{host}]" if ":" in host else host.rstrip(".")
    return host if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"


def scope_of(urls: Iterable[str], extra_hosts: Iterable[str] = ()) -> frozenset[str]:
    """The hosts a site may be asked on: those of its addresses, the extra ones, and the twin of each with or without www."""
    hosts = {netloc for url in urls if (netloc := netloc_of(url))} | {host.lower() for host in extra_hosts}
    twins = {host.removeprefix("www.") if host.startswith("www.") else f"www.{host}" for host in hosts if _is_name(host)}
    return frozenset(hosts | twins)


def _is_name(netloc: str) -> bool:
    return literal_address(netloc.rsplit(":", 1)[0]) is None


@lru_cache(maxsize=20_000)
def identity_of(url: str) -> str:
    """The key under which an address counts as the same page: no scheme, fragment, session id or tracking parameter.

    http and https are one; the order of parameters does not matter; percent escapes are written one way.
    """
    if plain := _PLAIN.fullmatch(url):
        return f"//{plain[1]}{plain[2]}"
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=200)
    except ValueError:
        return url
    kept = sorted((name, value) for name, value in pairs if not is_noise(name))
    path = without_session(parts.path) or "/"
    path = quote(unquote(path, errors="surrogateescape"), safe="/~!$&'()*+,;=:@", errors="surrogateescape")
    return urlunsplit(("", netloc_of(url) or parts.netloc.lower(), path, urlencode(kept, errors="surrogateescape"), ""))


def is_fetchable(url: str) -> bool:
    """Whether an address is an http(s) one of sane length without a user name in it."""
    return len(url) <= _LONGEST and netloc_of(url) is not None


def literal_address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The IP address that a host is written as, None for a name. Odd spellings (0x7f.1) are names: the resolver settles them."""
    try:
        return ipaddress.ip_address(host.strip("[]").split("%", 1)[0])
    except ValueError:
        return None


def is_private(address: str) -> bool:
    """Whether an IP address is not a public one: private, loopback, link-local (cloud metadata), shared, reserved, multicast.

    IPv4 inside IPv6 (mapped, compatible, translated, NAT64) is judged by the IPv4 address. What is no IP address counts as
    private.
    """
    parsed = literal_address(address)
    if parsed is None:
        return True
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped
        if inner is None and any(parsed in network for network in _INNER):
            inner = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
        if inner is not None:
            parsed = inner
    return not parsed.is_global or parsed.is_multicast or any(parsed in network for network in _CLOSED)
