"""Whether a report is what it says it is: simple signs of a hijacked or disguised page."""

from __future__ import annotations

from urllib.parse import urlsplit

from pipelines.items import Hijack, Page, Report
from pipelines.names import is_foreign
from pipelines.publisher import name_in_title


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""


def _foreign_signs(report: Report) -> list[str]:
    """Signs in the publisher's own place only: a report that warns of gambling in its text is no less genuine."""
    signs = []
    named = name_in_title(report.title_as_printed or report.title or "")
    for where, words in (("publisher", report.publisher_as_printed), ("title", named)):
        if words and is_foreign(words):
            signs.append(f"{where}: {words}")
    if report.source_media and is_foreign(report.source_media) and ".gov.cn" not in report.source_media:
        signs.append(f"source: {report.source_media}")
    return signs


def verdict(page: Page, report: Report) -> Hijack:
    """Hijacked where somebody else's words stand in the publisher's place, disguised where the text was made unreadable.

    Genuine needs a host under gov.cn and a publisher; anything between is unknown.
    """
    signs = _foreign_signs(report)
    strong = [sign for sign in signs if not sign.startswith("source:")]
    if strong:
        return Hijack("hijacked", tuple(signs))
    if page.disguised:
        return Hijack("disguised", tuple(damage.kind for damage in page.damage))
    if signs:
        return Hijack("injected", tuple(signs))
    host = _host(page.url)
    if report.publisher and (host == "gov.cn" or host.endswith(".gov.cn")):
        return Hijack("genuine", (f"host: {host}",))
    return Hijack("unknown")
