"""Sends the digest of a night by apprise: mail, webhook, DingTalk, WeCom, Feishu and whatever else it has an address for."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Engine

from crawler.digest import Digest, body_of, digest_of, title_of
from models.told import problems_told, remember_told, site_states

logger = logging.getLogger(__name__)


class NotSent(Exception):
    """An alert that could not be sent; the message says which address (without its secrets) and what to do."""


def tell(engine: Engine, addresses: Sequence[str], now: datetime) -> Digest:
    """What was news to the operator and was sent to every address; what is told once is not told again.

    Raises NotSent where an address is wrong or did not take it: then nothing counts as told and the next night tries again.
    Without addresses nothing is sent or counted as told.
    """
    digest = digest_of(site_states(engine), problems_told(engine), now)
    if digest and addresses:
        send(addresses, title_of(digest), body_of(digest))
        remember_told(engine, {each.state.site: each.kind for each in digest.new}, [each.site for each in digest.recovered], now)
    return digest


def send(addresses: Sequence[str], title: str, body: str) -> None:
    """Sends one message to every address. Raises NotSent naming those that are wrong or did not take it."""
    import apprise  # a third of a second to load, and most nights have nothing to send

    failed = []
    for address in addresses:
        sender = apprise.Apprise()
        if not sender.add(address):
            failed.append(f"{address.partition('://')[0]}://… (no address that apprise knows)")
        elif not sender.notify(title=title, body=body):
            failed.append(f"{address.partition('://')[0]}://… (it did not take the message)")
    if failed:
        words = "; ".join(failed)
        raise NotSent(f"the alert could not be sent to {words}: correct NIANBAO_ALERTS (or `alerts` in nianbao.toml)")
