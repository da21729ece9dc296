"""A report's claims weighed against one another: the weak give way, what counts earlier years or other bodies' share goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from pipelines.numbers import read_number
from pipelines.wording.claims import Claim, amount_of, plain_number
from pipelines.wording.requests.beyond import beyond_the_whole

_ROUTES = ("requests.received_in_person", "requests.received_fax", "requests.received_online", "requests.received_letter")


def weighed(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that stand once all of a report's sentences are known: weak ones give way, and to one another."""
    _settle(claims)
    _of_all_there_was(claims)
    codes = {claim.code for claim in claims}
    dropped = _cases_of_all_kinds(claims)
    for code, unit in (("fees.collected", "元"), ("organisation.reading_points", "个")):
        dropped |= _shares(claims, code, unit) if code in codes else set()
    if "requests.received" in codes:
        dropped |= _against_denials(claims) | _parts_of_requests(claims) | beyond_the_whole(claims)
    if "applications.new" in codes and "applications.carried_in" in codes:
        dropped |= _with_those_carried(claims)
    if "disclosure.total" in codes:
        dropped |= _since_the_beginning(claims) | _nothing_at_all(claims) | _site_again(claims) | _less_than_its_site(claims)
    if "channel.website" in codes:
        dropped |= _column_beside_the_site(claims)
    if "response.hot_topics" in codes:
        dropped |= _denied_behind_counts(claims)
    dropped |= _stocks(claims) | _of_single_days(claims)
    dropped |= _weaker([claim for claim in claims if id(claim) not in dropped])
    if not dropped:
        _of_no_other_whole(claims)
        return [*claims, *_received_by_one_route(claims)]
    _rehome(claims, dropped)
    said = {(claim.code, _value(claim) or claim.raw) for claim in claims if id(claim) not in dropped}
    childless = dropped - {id(claim) for claim in claims if (claim.code, _value(claim) or claim.raw) in said}
    stand = [claim for claim in claims if id(claim) not in dropped and id(claim.parent) not in childless]
    _of_no_other_whole(stand)
    return [*stand, *_received_by_one_route(stand)]


def _of_no_other_whole(claims: Sequence[Claim]) -> None:
    """Makes the kinds of what a website published kinds of all that was disclosed, where no whole is told besides."""
    lists = [claim for claim in claims if claim.label is not None and claim.code == "channel.website"]
    if not lists:
        return
    if not any(claim.code == "disclosure.total" and claim.label is None for claim in claims):
        for claim in lists:
            claim.code = "disclosure.total"


def _rehome(claims: Sequence[Claim], dropped: set[int]) -> None:
    """Gives the items of a total that does not stand (累计公开8479件) to the one before it that does, where it can hold them."""
    lists: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.parent is not None and id(claim.parent) in dropped:
            lists.setdefault(id(claim.parent), []).append(claim)
    totals = [claim for claim in claims if claim.label is None and id(claim) not in dropped]
    for items in lists.values():
        old, whole = items[0].parent, sum(map(_value, items))
        near = [total for total in totals if old and total.code == old.code and 0 < old.start - total.end < _NEAR]
        again = [total for total in totals if old and total.code in _WHOLES and _value(total) == _value(old) >= whole]
        if near and whole <= _value(near[-1]):
            for item in items:
                item.parent = near[-1]
        elif again:  # 网站公开176条 … 共主动公开176条，其中…: the website's, told once more
            for item in items:
                item.parent, item.code = again[0], again[0].code


_WHOLES = ("disclosure.total", "channel.website")
_NEAR, _RIGHT_BEHIND = 60, 16


def _settle(claims: Sequence[Claim]) -> None:
    """Gives lists that stand under a website's count to the total that they divide, where one was stated."""
    lists: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.parent is not None and claim.parent.code == "channel.website":
            lists.setdefault(id(claim.parent), []).append(claim)
    totals = [claim for claim in claims if claim.code == "disclosure.total" and claim.label is None]
    for items in lists.values():
        parent, whole = items[0].parent, sum(map(_value, items))
        site = _value(parent) if parent else None
        other = next((total for total in totals if _value(total) == whole or (_value(total) == site and whole <= site)), None)
        if other is not None and (whole != site or _value(other) == site):
            for item in items:
                item.parent, item.code = other, other.code


def _of_all_there_was(claims: Sequence[Claim]) -> None:
    """Makes what 公示栏等渠道 printed the whole of what was disclosed, where neither a whole nor another medium is stated."""
    counted = [
        claim
        for claim in claims
        if claim.label is None and (claim.code == "disclosure.total" or claim.code.startswith("channel."))
    ]
    if len(counted) == 1 and counted[0].alone:
        counted[0].code = "disclosure.total"
    beside = _column_beside_the_site(counted)
    platforms = (one for one in counted if one.platform and one.code == "channel.website" and id(one) not in beside)
    whole = _told_again(counted, claims) or next(platforms, None)
    if whole is not None and all(claim.code != "disclosure.total" for claim in counted):
        whole.code = "disclosure.total"  # 信息公开专栏共上传信息154条: all there is
        for claim in claims:
            claim.code = whole.code if claim.parent is whole else claim.code


def _told_again(counted: Sequence[Claim], claims: Sequence[Claim]) -> Claim | None:
    """The website's count that a list of kinds makes up and a list of media tells again: 公开网新增957条；…；网站957条."""
    sites = [claim for claim in counted if claim.code == "channel.website" and _value(claim)]
    if len(sites) < 2 or _value(sites[0]) != _value(sites[1]):
        return None
    kinds = [claim for claim in claims if claim.label is not None and sites[0].end <= claim.start < sites[1].start]
    beside = any(0 < abs(claim.start - sites[1].start) < _NEAR and claim.code != "channel.website" for claim in counted)
    exact = len(kinds) > 1 and sum(map(_value, kinds)) == _value(sites[0])
    return sites[0] if exact and beside else None


def _weaker(claims: Sequence[Claim]) -> set[int]:
    """The weak claims, by id, that give way to a strong one of their code, or to a weak one with better grounds.

    Better grounds are parts that add up to it, then a wording of the table (the more where it says 全年主动公开), then evidence.
    Equals that differ all go.
    """
    if not any(claim.weak for claim in claims):
        return set()
    strong = {claim.code for claim in claims if not claim.weak and claim.label is None}
    if "applications.new" in strong:
        strong.add("requests.received")  # 办理申请15件，上年结转3件，本年新收12件
    parts: dict[int, Decimal] = {}
    for claim in claims:
        if claim.parent is not None:
            parts[id(claim.parent)] = parts.get(id(claim.parent), Decimal(0)) + _value(claim)
    weak: dict[str, dict[Decimal, int]] = {}
    for claim in claims:
        if claim.weak:
            grounds = 3 if parts.get(id(claim)) == _value(claim) else 0 if claim.judged else 1 + claim.anchored
            values = weak.setdefault(claim.code, {})
            values[_value(claim)] = max(values.get(_value(claim), 0), grounds)
    best = {code: _best(values) for code, values in weak.items()}
    return {id(claim) for claim in claims if claim.weak and (claim.code in strong or _value(claim) != best[claim.code])}


def _best(values: dict[Decimal, int]) -> Decimal | None:
    """The value with the best grounds, None where two have equally good ones."""
    first = [value for value, grounds in values.items() if grounds == max(values.values())]
    return first[0] if len(first) == 1 else None


def _received_by_one_route(claims: Iterable[Claim]) -> list[Claim]:
    """收到网络申请1件 states the total as well, where no total and no other route is stated."""
    claims = list(claims)
    if any(claim.code == "requests.received" for claim in claims):
        return []
    routes = [claim for claim in claims if claim.code in _ROUTES and not claim.zero]
    if len(routes) != 1 or routes[0].listed or not _value(routes[0]):
        return []
    route = routes[0]
    return [Claim("requests.received", route.start, route.end, route.unit, route.raw)]


def _shares(claims: Sequence[Claim], code: str, unit: str) -> set[int]:
    """Figures of single kinds (邮寄费12元、复印费8元，合计20元), by id; all of them where none is the sum of the others."""
    mine = [claim for claim in claims if claim.code == code]
    if len(mine) < 2:
        return set()
    values = [(read_number(plain_number(claim.raw), unit).value or Decimal(0)) * claim.times for claim in mine]
    if len(set(values)) < 2 or any(claim.zero for claim in mine):
        return set()
    whole = max(values)
    parts = [value for value in values if value != whole]
    unsure = len(parts) > 1 and sum(parts) != whole
    return {id(claim) for claim, value in zip(mine, values, strict=True) if value != whole or unsure}


def _parts_of_requests(claims: Sequence[Claim]) -> set[int]:
    """Counts of requests, by id, that another of their code is the sum of: 个人申请的5件，企业申请的2件，总共7件."""
    found: set[int] = set()
    for code in ("requests.received", *_ROUTES):
        mine = [claim for claim in claims if claim.code == code and claim.label is None and not claim.zero]
        whole = max(map(_value, mine), default=Decimal(0))
        parts = [claim for claim in mine if _value(claim) != whole]
        found |= {id(claim) for claim in parts} if len(parts) > 1 and sum(map(_value, parts)) == whole else set()
    return found


def _with_those_carried(claims: Sequence[Claim]) -> set[int]:
    """Counts of requests, by id, that are the sum of the new ones and those carried over: 收到30件，其中上年结转3件，新收27件."""
    new = {_value(one) for one in claims if one.code == "applications.new" and one.label is None}
    carried = {_value(one) for one in claims if one.code == "applications.carried_in" and not one.zero}
    sums = {one + other for one in new for other in carried if other}
    whole = (one for one in claims if one.code == "requests.received" and one.label is None and not one.zero)
    return {id(one) for one in whole if _value(one) in sums}


def _against_denials(claims: Sequence[Claim]) -> set[int]:
    """What contradicts on requests, by id: the denial where some were surely counted, else what was weakly counted."""
    mine = [claim for claim in claims if claim.code == "requests.received" or claim.code in _ROUTES]
    denials = [claim for claim in mine if claim.zero and claim.code == "requests.received"]
    counted = [claim for claim in mine if not claim.zero and _value(claim)]
    if denials and not counted and not any(claim.code == "applications.carried_in" and _value(claim) for claim in claims):
        return {id(claim) for claim in claims if claim.code.startswith("replies.") and not claim.zero and _value(claim)}
    if not denials or not counted:
        return set()
    sure = any(not claim.weak for claim in counted)
    return {id(claim) for claim in (denials if sure else counted)}


def _denied_behind_counts(claims: Sequence[Claim]) -> set[int]:
    """Denials of great rumours behind a count of those answered, by id: 处置舆情21件。…未发生一起重大舆情."""
    mine = [claim for claim in claims if claim.code == "response.hot_topics" and claim.label is None]
    counted = [claim for claim in mine if not claim.zero and _value(claim)]
    return {id(claim) for claim in mine if claim.zero and any(one.start < claim.start for one in counted)}


_CASES = frozenset(("review.total", "litigation.total", "complaints.total"))


def _cases_of_all_kinds(claims: Sequence[Claim]) -> set[int]:
    """Counts of cases that do not say they are about disclosure, by id, with their outcomes, where another count does."""
    sure = {claim.code for claim in claims if claim.said and claim.code in _CASES}
    if not sure:
        return set()
    dropped: set[int] = set()
    again = {(claim.code, _value(claim)) for claim in claims if claim.said and claim.code in _CASES}
    last: dict[str, bool] = {}
    for claim in sorted(claims, key=lambda claim: claim.start):
        family = claim.code.partition(".")[0]
        if claim.code in sure:
            last[family] = not claim.said and (claim.code, _value(claim)) not in again
        if last.get(family):
            dropped.add(id(claim))
    return dropped


_COUNTED = ("disclosure.total", "channel.website", "channel.weibo", "channel.wechat")


def _since_the_beginning(claims: Sequence[Claim]) -> set[int]:
    """What was counted 累计 up to a day, by id, where the report's year alone has fewer: earlier years are in it."""
    whole = [claim for claim in claims if claim.code == "disclosure.total" and claim.label is None and not claim.judged]
    years = [_value(claim) for claim in whole if not claim.until]
    least = min((value for value in years if value), default=None)
    upto = [claim for claim in claims if claim.until and claim.code in _COUNTED]
    dropped = {id(claim) for claim in upto if least is not None and _value(claim) > least}
    for one, other in pairwise(claim for claim in claims if claim.code == "disclosure.total" and claim.label is None):
        behind = 0 < other.start - one.end < _RIGHT_BEHIND and not one.summed
        if behind and other.summed and _value(other) > _value(one) > 0:
            dropped.add(id(other))  # 全年公开200条，累计公开1690条
        near = 0 < other.start - one.end < _RIGHT_BEHIND and one.summed and one.until
        if near and not (other.summed or other.until) and 0 < _value(other) < _value(one):
            dropped.add(id(one))  # 截止2011年末累计公开5213条。2011年公开1846条
    fresh = [claim for claim in claims if claim.fresh and claim.code == "disclosure.total"]
    for claim in claims if fresh else ():
        if claim.summed and not claim.fresh and claim.code in _COUNTED and any(_value(new) < _value(claim) for new in fresh):
            dropped.add(id(claim))  # 累计657条，2016年新增50条
    return dropped


def _nothing_at_all(claims: Sequence[Claim]) -> set[int]:
    """Totals of nought (主动公开文件数量为0), by id, where some medium has printed something."""
    if not any(claim.code.startswith("channel.") and claim.label is None and _value(claim) for claim in claims):
        return set()
    return {id(claim) for claim in claims if claim.code == "disclosure.total" and claim.label is None and not _value(claim)}


_OF_ALL_ASKED = frozenset(("applications.new", "requests.completed", "replies.total", "applications.carried_in"))


def _of_single_days(claims: Sequence[Claim]) -> set[int]:
    """What was held on single days, by id, where the year's count is told too or several days have one each: no sum is made."""
    dated = [claim for claim in claims if claim.dated]
    if not dated:
        return set()
    told = [claim.code for claim in claims if claim.label is None and not claim.zero]
    asked = any(claim.code in _OF_ALL_ASKED and _value(claim) > 1 for claim in claims)
    return {id(claim) for claim in dated if told.count(claim.code) > 1 or (asked and claim.code == "requests.received")}


def _site_again(claims: Sequence[Claim]) -> set[int]:
    """A second total that is the website's count once more, by id.

    全年公开304条，其中网站165条 … 在主页共公开信息165条
    """
    totals = [claim for claim in claims if claim.code == "disclosure.total" and claim.label is None and not claim.weak]
    site = next((claim for claim in claims if claim.code == "channel.website" and claim.label is None), None)
    if site is None or not totals or _value(totals[0]) <= _value(site) or totals[0].start > site.start:
        return set()
    return {id(claim) for claim in totals[1:] if _value(claim) == _value(site) and claim.start > site.start}


def _less_than_its_site(claims: Sequence[Claim]) -> set[int]:
    """What only the evidence takes for the whole, by id, where the website before it printed more: a kind of it.

    通过政府网站公开信息9512条，发布文件14件
    """
    sites = [one for one in claims if one.code == "channel.website" and one.label is None]
    wholes = (one for one in claims if one.code == "disclosure.total" and one.label is None and one.judged)
    return {id(one) for one in wholes if any(site.start < one.start and _value(site) > _value(one) for site in sites)}


def _column_beside_the_site(claims: Sequence[Claim]) -> set[int]:
    """Counts of the place of all that is disclosed, by id, where the website itself is told to have printed as much or more."""
    sites = [one for one in claims if one.code == "channel.website" and one.label is None]
    most = max((_value(one) for one in sites if not one.platform), default=None)
    return {id(one) for one in sites if one.platform and most is not None and _value(one) <= most}


def _stocks(claims: Sequence[Claim]) -> set[int]:
    """What lists hold from earlier years too, by id, where they tell what is new; the new ones where the list is the year's."""
    if not any(claim.renewed for claim in claims):
        return set()
    lists: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.parent is not None and claim.label is not None:
            lists.setdefault(id(claim.parent), []).append(claim)
    dropped: set[int] = set()
    for items in lists.values():
        if any(item.renewed for item in items) and items[0].parent is not None:
            of_year = sum(_value(item) for item in items if not item.fresh) == _value(items[0].parent)
            dropped |= {id(item) for item in items if item.fresh is of_year}
    return dropped


def _value(claim: Claim) -> Decimal:
    return amount_of(claim.raw) * claim.times
