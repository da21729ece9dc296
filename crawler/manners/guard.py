"""The address guard: a crawl stays on its site's hosts and off every address that is not a public one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError
from scrapy.http import Response
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from crawler.addresses import is_private, literal_address, netloc_of
from crawler.fetches import RefusedAddress
from crawler.registry import Site


class AddressGuard:
    """Keeps a crawl on its site's hosts and off private, loopback, link-local and metadata addresses, names resolved.

    The name is resolved through Scrapy's cache, which the connection then uses, so the address that was judged is the one
    asked; the address that did answer is looked at once more.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The guard of one crawl; it asks the spider for its site."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raises RefusedAddress for an address the crawl may not ask."""
        site = self._site()
        netloc = netloc_of(request.url)
        if netloc is None or netloc not in site.scope:
            raise RefusedAddress(f"{netloc or request.url[:80]} is no host of site {site.key}")
        if site.allow_private:
            return
        host = urlsplit(request.url).hostname or ""
        address = str(literal_address(host) or await self._resolve(host))
        if is_private(address):
            where = "" if host == address else f" is at {address},"
            raise RefusedAddress(f"{host}{where or ' is'} not a public address")

    async def _resolve(self, host: str) -> str:
        from twisted.internet import reactor  # imported late: Scrapy installs the reactor first

        resolve: Callable[[str], Deferred[Any]] = reactor.resolve  # type: ignore[assignment]  # its interface lists the arguments wrongly
        try:
            return str(await maybe_deferred_to_future(resolve(host)))
        except DNSLookupError as error:
            raise CannotResolveHostError(str(error)) from error

    def process_response(self, request: Request, response: Response) -> Response:
        """The response, unless a private address gave it."""
        address = response.ip_address
        if address is not None and not self._site().allow_private and is_private(str(address)):
            raise RefusedAddress(f"{urlsplit(request.url).hostname} answered from {address}, not a public address")
        return response

    def _site(self) -> Site:
        site: Site = self.crawler.spider.site  # type: ignore[union-attr]  # every spider of this project has a site
        return site
