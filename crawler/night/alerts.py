"""Sends the digest of a night by apprise: mail, webhook, DingTalk, WeCom, Feishu and whatever else it has an address for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Engine

from crawler.night.digest import body_of, digest_of, title_of
from models.told import last_sent, problems_told, remember_told, site_states

ONE_NIGHT = timedelta(hours=12)
"""At least so long between two digests: the rounds of one night are within it."""


class NotSent(Exception):
    """An alert that could not be sent; the message says which address (without its secrets) and what to do."""


def tell(engine: Engine, addresses: Sequence[str], now: datetime) -> bool:
    """Whether there was news and it was sent to every address. What was told once is not told again.

    A daemon's night has many rounds, the operator one message: until `ONE_NIGHT` is over the news waits. Raises NotSent where
    an address is wrong or did not take it: then nothing counts as told and the next night tries again.
    """
    last = last_sent(engine) if addresses else None
    if not addresses or (last is not None and timedelta() <= now - last < ONE_NIGHT):
        return False
    digest = digest_of(site_states(engine), problems_told(engine), now)
    if not digest:
        return False
    message = title_of(digest), body_of(digest)
    send(addresses, *message)
    new = {each.state.site: each.kind for each in digest.new}
    remember_told(engine, message, new, [each.site for each in digest.recovered], now)
    return True


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
