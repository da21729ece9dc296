"""Which module builds the pages of which CMS family."""

from __future__ import annotations

from collections.abc import Callable

from demo import gkmlpt, hanweb, nfcms, static, trs, ucap, vsb
from demo.entry import Entry, Served
from demo.places import Publisher, SitePlan

BUILD: dict[str, Callable[[SitePlan, str, list[Entry]], dict[str, Served]]] = {
    "trs": trs.build, "hanweb": hanweb.build, "static": static.build, "ucap": ucap.build, "generic": vsb.build,
    "nfcms": nfcms.build, "gkmlpt": gkmlpt.build,
}  # fmt: skip
PATH: dict[str, Callable[[Entry], str]] = {
    "trs": trs.path_of, "hanweb": hanweb.path_of, "static": static.path_of, "ucap": ucap.path_of, "generic": vsb.path_of,
    "nfcms": nfcms.path_of, "gkmlpt": gkmlpt.path_of,
}  # fmt: skip
START: dict[str, str] = {
    "trs": trs.START, "hanweb": hanweb.START, "static": static.START, "ucap": ucap.START, "generic": vsb.START,
    "nfcms": nfcms.START, "gkmlpt": gkmlpt.START,
}  # fmt: skip


def columns(site: SitePlan) -> list[tuple[Publisher, str]]:
    """The publishers of a portal and the path of each one's column."""
    return [(who, ucap.column(who)) for who in site.publishers]
