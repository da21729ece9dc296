"""The kinds that no other reader took: runs of labels and counts, told to be kinds by what leads to them or by their sum.

Read once a whole report is: what else the numbers are is known by then, and which totals stand.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from pipelines.wording.claims import Claim, amount_of, label_of
from pipelines.wording.cues import COMPARES, MEDIA, PLANS, REST, SUM
from pipelines.wording.lists.announced import (
    AMONG,
    DIVIDES,
    HEADED,
    NO_KIND,
    OF_ALL,
    OF_ALL_BEFORE,
    OF_WHICH,
    OPENING,
    OTHERS,
    OWNER,
    PLACED,
    SENT_OUT,
    SUMMED_NEXT,
    TOLD_BEHIND,
    WEAKLY,
    of_the_catalogue,
)
from pipelines.wording.lists.blocks import FAR, NEXT_LINE, Block, blocks_of, planned
from pipelines.wording.lists.gathering import PARENTS
from pipelines.wording.lists.kinds import RANK
from pipelines.wording.lists.listed import of_many_domains
from pipelines.wording.lists.parts import once
from pipelines.wording.lists.runs import Item
from pipelines.wording.requests.contents import NO_SUBJECT, is_no_kind
from pipelines.wording.sentences import Sentence
from pipelines.wording.weighing import weighed
from pipelines.wording.wordings import phrase_of

_BEHIND, _LEAST = 60, 3
_ONE_UNIT = ({"条"}, {"篇"}, {"条次"}, {"-"}, {"件"}, {"份"}, {"宗"}, {"起"}, {"例"}, {"条", "件"})
"""Units that may stand side by side in one list."""
REQUESTS = "requests.received"
_UNITS = {"disclosure.total": frozenset(("", "条", "篇", "条次")), REQUESTS: frozenset("件份宗起例条")}
_UNKNOWN = Claim("", 0, 0, "", "")
"""Stands for a whole that is printed, but is none of the claims."""
_DISCLOSES = re.compile(
    r"^(?:主动)?公开了?(?!指南|目录|年[报度]|制度|[栏类数条件墙屏榜]|规定|保密|工作|流程|申请|信息|平台)(?=[^，,。]{3,}$)"
)
_WHOLE = re.compile(r"[各全部类]*(?:政府|政务|法定)?(?:信息|消息|内容)(?:公开)?(?:信息)?")
_TIMED = re.compile(r"[年月季日拟计争标预明确应不至要每原最]|上半|下半")
"""A lead without them tells of no year and of no plan."""
_NOT_PLANNED = re.compile(r"拟(?=审批|批准|录用|聘用|中标|成交|发展)|(?<=工作)目标")
"""拟审批公示: what is shown, and no plan."""
PAPERS = ("文件", "公文")
_POLITE = re.compile(r"^(?:此外|另外|同时|其次|再次|再者|其中|再有)(?:[，,：:]\s?|$)")
_ASKER, _SLIP = re.compile(r"提出|[人者户]$|企业$"), Decimal("1.01")
"""Kinds that are said to be those of a total may come to a little more: clerks miscount."""
_NEAR = 100
"""A sum that is printed before a list stands no further from it."""
_DISCLOSED = re.compile(r"公开|发布|上网|挂出|上传|公布|更新")
_ACCOUNTS = ("channel.wechat", "channel.weibo", "channel.gazette")
_DIFFERENCE = re.compile(r"^(?:净|共)?(?:多出?|少|增|减)了?$|^(?:而|则)?(?:去年|上一?年度?)")
"""达到9148条，多出3115条: no count of its own."""
_KEY_DOMAINS = re.compile(r"(?:各|主要)?重点领域(?:政府)?(?:信息)?(?:主动)?(?:公开)?的?(?:信息)?(?:情况|方面|内容|工作)?")
_COLUMNS_OF_A_SITE = ("栏目", "版块", "板块", "频道")
"""要闻版块，县内要闻60条，镇街要闻41条，…: what a column of the site printed, by kind."""
_ONE_KIND = re.compile(r"其中[：:，,]?[^，,。；;：:\d]{2,12}(?<![人者业民组织府局重复访诉报询络上面函真期时同部不无])类$")
"""收到23件，其中征收拆迁类17件."""
_OF_KIND = ("类", "信息", "方面", "领域")


def kinds_left(
    sentences: Sequence[Sentence], claims: list[Claim], year: int | None, reader: Left | None = None
) -> list[Claim]:
    """The claims with the kinds that a report's sentences count and that none of them has; `reader` looks for them."""
    left = reader or Left(claims, year)
    blocks = blocks_of([one for one in sentences if not (one.section.hotline or planned(one))], left.figures)
    left.lines = [one.start for one in sentences if one.first]
    items = [item for block in blocks for item in block.run.items]
    told = [one for one in items if one.unit in ("条", "篇", "条次") and not _DIFFERENCE.search(one.words)]
    left.counts = [one.start for one in told if not COMPARES.search(one.words)]
    left.read(blocks)
    return once([*(one for one in claims if id(one) not in left.replaced), *left.found])


def may_be_a_kind(claim: Claim) -> bool:
    """Whether a figure may be an item of a list of kinds all the same: 政策解读6条 between 审计公告17条 and 预决算4条."""
    return claim.code in _COLUMNS and claim.unit == "条"


_COLUMNS = ("response.policy_interpretations", "response.hot_topics")
"""政策解读, 回应关切: columns of what is disclosed, too; what is counted in 条 under the second is no answer."""


class Left:
    """Looks for kinds among the runs of a report; `replaced` are the claims, by id, that what was found stands for."""

    def __init__(self, claims: Sequence[Claim], year: int | None) -> None:
        self.year = year
        stand = weighed(claims)
        self.whole = [one for one in stand if one.label is None and not one.zero and one.code in (*PARENTS, REQUESTS)]
        self.stand = {one.start: one for one in stand}
        self.figures = frozenset(one.start for one in stand if one.label is None and not may_be_a_kind(one))
        self.units = {one.unit for one in self.whole if one.code != REQUESTS and one.unit in ("件", "份")}
        self.ever = {one.start for one in claims if not one.weak}
        self.several = len({one.code for one in stand if one.code.startswith("channel.") and one.label is None}) > 1
        self.routes = sum((value_at(one) for one in stand if one.code.startswith(f"{REQUESTS}_")), Decimal(0))
        self.replaced: set[int] = set()
        self.lines: list[int] = []
        self.counts: list[int] = []
        self.found: list[Claim] = []

    def read(self, blocks: Sequence[Block]) -> None:
        """Claims what the runs are, and what of their items adds up to a sum told behind them."""
        loose: list[Claim] = []
        for index, block in enumerate(blocks):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            for items, first in self._groups(block):
                parent = self._parent(block, items, first, following)
                if parent is not None:
                    self._take(items, parent)
                else:
                    loose += items
        told = [block for block in blocks if SUMMED_NEXT.match(block.text) and block.run.items[0].unit in ("条", "篇")]
        sums = [(item.start, amount_of(item.raw)) for item in (block.run.items[0] for block in told)]
        self._added_up(loose, [*((one.start, value_at(one)) for one in self.whole if one.code != REQUESTS), *sums])

    # --- items ---

    def _groups(self, block: Block) -> Iterator[tuple[list[Claim], bool]]:
        """The items of a run that may be kinds, those that follow one another together; and whether they open the run."""
        codes = self.codes(block)
        claims = [self.claim(item, code, block) for item, code in zip(block.run.items, codes, strict=True)]
        if not any(claims) or OTHERS.search(block.run.lead) or self.of_another_time(block.run.lead):
            return
        group: list[Claim] = []
        first, past = True, False
        for item, claim in zip(block.run.items, claims, strict=True):
            if group and not past and item.words.startswith("其中"):
                yield group, first  # 审发推送66条，其中动态61条、公告5条
                first, group = False, []
            another = claim is not None and all({claim.unit, one.unit} in _ONE_UNIT and claim.label != one.label for one in group)
            if claim is not None and another:
                group.append(claim)
                continue
            if group and not past:
                yield group, first
            past = self.of_another_time(item.words) if claim is None else past
            first = claim is None and any(item.start == one.start for one in self.whole)
            group = [claim] if claim is not None else []
        if group and not past:
            yield group, first

    def of_another_time(self, lead: str) -> bool:
        timed = _TIMED.search(lead) and phrase_of(lead[-100:], self.year).time in ("other", "part")
        timed = timed or "历年主动公开" in lead or "开通至今" in lead
        return bool(timed) or PLANS.search(_NOT_PLANNED.sub("", lead)) is not None

    def codes(self, block: Block) -> Iterator[str]:
        """What each item of a run divides by the words and units, and by the count before it: disclosures, or the requests."""
        topics, words = block.section.topics, block.run.lead + block.run.items[0].words
        units = {item.unit for item in block.run.items}
        of_requests = ("申请" in words or "申请" in topics) and not units.isdisjoint(_UNITS[REQUESTS])
        whole = code = REQUESTS if of_requests and units.isdisjoint(("条", "篇")) else "disclosure.total"
        for item in block.run.items:
            asked = (here := self.stand.get(item.start)) is not None and here.code == REQUESTS and here.label is None
            code = REQUESTS if asked and item.unit == "件" else code
            yield code if item.unit == "件" else whole

    def claim(self, item: Item, code: str, block: Block, pieces: Collection[str] = ()) -> Claim | None:
        """An item as the claim of a kind, in units of `pieces` too; None where it names none or is known to be something else."""
        alike = code == "disclosure.total" and (item.unit in pieces or self._alike(item, block))
        if item.unit not in _UNITS[code] and not alike:
            return None
        here = self.stand.get(item.start)
        weak = here is not None and here.weak and here.code == "disclosure.total"
        weak = weak and (bool(pieces) or AMONG.search(block.run.lead) is not None)
        gone = here is None and item.start in self.ever
        weak = weak or (here is not None and may_be_a_kind(here))
        if (here is not None and here.label is None and not weak) or (gone and not block.run.whole):
            return None
        label = here.label if here is not None and here.label is not None else self._label(item, code)
        return Claim(code, item.start, item.end, item.unit or "-", item.raw, listed=True, label=label) if label else None

    def _alike(self, item: Item, block: Block) -> bool:
        """Whether an item in 件 counts what the others do: as the total does, or documents among items in 条."""
        papers = item.unit == "件" and item.words.endswith(PAPERS) and sum(one.unit == "条" for one in block.run.items) > 1
        return papers or item.unit in self.units

    def _label(self, item: Item, code: str) -> str | None:
        words = PLACED.sub("", item.words) if "公开" in item.words or "发布" in item.words else item.words
        words = _DISCLOSES.sub("", RANK.sub("", OPENING.sub("", words)).strip(" ，,、：:"))
        if not words or MEDIA.search(words) or COMPARES.search(words) or SUM.fullmatch(words) or NO_KIND.search(words):
            return None
        label = words if words == "别的" or REST.fullmatch(words) else label_of(words, "条")
        if label is None or OWNER.search(label) or _WHOLE.fullmatch(label):
            return None
        return None if code == REQUESTS and (NO_SUBJECT.search(label) or _ASKER.search(label) or is_no_kind(label)) else label

    # --- what they divide ---

    def _parent(self, block: Block, items: list[Claim], first: bool, following: Block | None) -> Claim | None:
        """What items divide: a claim, one without a code where it is not among the claims, None where they are no kinds."""
        run, code, added = block.run, items[0].code, sum(map(value_at, items))
        if len(items) < 2:
            return self._one_kind(block, items[0])
        opens = self.stand.get(items[0].start)
        if opens is not None and opens.code in _COLUMNS and 2 * value_at(opens) == added:
            return None  # 政策解读18条，其中专家解读3条、图解15条
        mine = [one for one in self.whole if (one.code == REQUESTS) == (code == REQUESTS)]
        before = [one for one in mine if items[0].start - FAR < one.start < items[0].start]
        around = [*reversed(before), *(one for one in mine if items[-1].end <= one.start < items[-1].end + _BEHIND)]
        around.sort(key=lambda one: one.code == "channel.website")
        exact = next((one for one in around if value_at(one) == added), None)
        if exact is not None:
            return exact
        if code == REQUESTS and added == self.routes:
            return _UNKNOWN
        read = self._of_those_read(block, items, added)
        if read is not None:
            return read
        among = AMONG.search(run.lead) if first else None
        if among is not None:
            said = amount_of(among["number"])
            same = next((one for one in reversed(mine) if one.start < items[0].start and value_at(one) == said), None)
            return same or (_UNKNOWN if added <= said else None)
        whole = not block.section.domain or of_many_domains(block.section)
        if code != REQUESTS and whole and self._printed(block, items, added):
            return _UNKNOWN
        summed = following is not None and SUMMED_NEXT.match(following.text) is not None
        right_behind = bool(before) and self._right_behind(before[-1], items[0])
        before_them = block.text[: max(0, items[0].start - block.start)]
        known = code != REQUESTS and of_the_catalogue(block.section, before_them, [one.label for one in items])
        known = known and not self.of_another_time(before_them)
        if not known and not ((first or summed) and self._is_told(block, items, right_behind, summed)):
            return None
        several = items[-1].end > block.start + len(block.text)
        if several and any(item.start in self.stand for item in items):
            return None  # what follows a list that was read in a sentence of its own
        holds = next((one for one in around if value_at(one) * _SLIP > added), None)
        named = [one for one in before if one.code != "channel.website"] or (before if not self.several else [])
        return None if holds is None and (named or code == REQUESTS) else holds or _UNKNOWN

    def _of_those_read(self, block: Block, items: list[Claim], added: Decimal | int) -> Claim | None:
        """What the items of a list divide that were read already, where the others stand in the same sentence."""
        known = [self.stand[item.start] for item in items if item.start in self.stand]
        known = [one for one in known if one.label is not None or not may_be_a_kind(one)]
        inside = items[-1].end <= block.start + len(block.text)
        if not known and block.pure and not block.run.lead:
            return self._going_on(block, items, added)
        if not inside or not known or len(known) == len(items):
            return None
        whole = known[0].parent or Claim(known[0].code, 0, 0, "", "")
        return whole if not whole.raw or added <= value_at(whole) else None

    def _going_on(self, block: Block, items: list[Claim], added: Decimal | int) -> Claim | None:
        """What a list divides that goes on in a sentence of its own: 政务动态99条。通知公告53条。"""
        last = next((one for one in self.stand.values() if one.label and 0 < block.start - one.end < NEXT_LINE), None)
        whole = last.parent if last is not None and last.unit == items[0].unit else None
        if whole is None or not whole.raw:
            return None
        parts = sum((value_at(one) for one in self.stand.values() if one.parent is whole), Decimal(0))
        return whole if parts + added == value_at(whole) else None

    def _right_behind(self, total: Claim, item: Claim) -> bool:
        """Whether no more than one paragraph lies between a total and a run, and only what media printed is counted there."""
        lines = sum(total.start < at <= item.start for at in self.lines)
        alike = total.unit == item.unit or "-" in (total.unit, item.unit)
        return alike and lines < 2 and all(at in self.stand for at in self.counts if total.start < at < item.start)

    def _one_kind(self, block: Block, item: Claim) -> Claim | None:
        """What a single kind divides that is said to be so much of all that was disclosed: 127条，占全年公开量的四成."""
        at, end = item.start - block.start, item.end - block.start
        if item.code == REQUESTS:
            kind = _ONE_KIND.search(block.text[:at])
            asked = [one for one in self.whole if kind and one.code == REQUESTS and block.start <= one.start < item.start]
            return asked[-1] if asked and value_at(asked[-1]) > value_at(item) else None
        if not (OF_ALL.match(block.text, end) or OF_ALL_BEFORE.search(block.text[:at])):
            return None
        before = [one for one in self.whole if one.code != REQUESTS and one.start < item.start]
        return next((one for one in reversed(before) if one.code == "disclosure.total"), before[-1] if before else _UNKNOWN)

    def _printed(self, block: Block, items: list[Claim], added: Decimal | int) -> bool:
        """Whether what items add up to is printed right before them as a count of what was disclosed."""
        told = f"{block.before}。{block.text[: max(0, items[0].start - block.start)]}"[-_NEAR:]
        told = told.replace(",", "")
        sums = re.search(rf"(?<![\d，.]){added:f}\s?条", told) if len(items) >= _LEAST else None
        if sums is None or self.of_another_time(re.split("[。；;]", told[: sums.start()])[-1]):
            return False
        if any(one.code in _ACCOUNTS and value_at(one) == added for one in self.stand.values()):
            return False  # 微信更新88期，推送66条，其中…
        sent = SENT_OUT.search(told, max(0, sums.start() - _BEHIND), sums.start())
        if sent and OF_WHICH.fullmatch(told, sums.end()) and all(one.lastgroup == "web" for one in MEDIA.finditer(told)):
            return True
        return _DISCLOSED.search(told) is not None and not OTHERS.search(told) and "申请" not in told

    def _is_told(self, block: Block, items: Sequence[Claim], right_behind: bool, summed: bool) -> bool:
        """Whether the words around a run say that it is of kinds."""
        section, run = block.section, block.run
        at, many = [item.start for item in run.items].index(items[0].start), len(items)
        lead = _POLITE.sub("", run.lead.strip("：:，, ")) if not at else ""
        words = f"{lead} {run.items[at].words}"
        if section.domain:
            return of_many_domains(section) and (summed or self._of_domains(block, items))
        headed = any("公开" in heading and "申请" not in heading for heading in section.headings)
        if not (headed or "公开" in section.topics or "公开" in words or right_behind):
            return False
        if DIVIDES.search(words) or TOLD_BEHIND.match(run.tail) or run.whole:
            return True
        if items[0].code != REQUESTS and right_behind and not lead and _DISCLOSES.match(run.items[at].words):
            return True  # 通过网站发布427条。公开行政处罚决定296条、行政许可决定158条
        if many < _LEAST or items[0].code == REQUESTS:
            return False
        if right_behind and all(item.words.endswith(_OF_KIND) for item in run.items):
            return True
        if lead and not WEAKLY.fullmatch(lead):
            return _KEY_DOMAINS.fullmatch(lead) is not None or (right_behind and lead.endswith(_COLUMNS_OF_A_SITE))
        return HEADED.search(section.innermost) is not None or summed or right_behind

    def _of_domains(self, block: Block, items: Sequence[Claim]) -> bool:
        """Whether a run under 重点领域 is of nothing but domains: 保障性住房信息64条，食品安全信息112条，征地拆迁信息83条."""
        lead = _POLITE.sub("", block.run.lead.strip("：:，, "))
        bare = not lead or WEAKLY.fullmatch(lead) or "领域" in lead
        return bool(bare) and len(items) >= _LEAST and all(item.unit == "条" for item in items)

    # --- what was found ---

    def _take(self, items: Sequence[Claim], parent: Claim) -> None:
        whole = bool(parent.raw) and sum(map(value_at, items)) == value_at(parent)
        for item in items:
            here = self.stand.get(item.start)
            figure = here is not None and may_be_a_kind(here)
            if here is not None and (here.label is not None or (figure and not whole)):
                continue
            item.parent = parent if parent.raw else None
            item.code = parent.code or item.code
            self.found.append(item)

    def _added_up(self, loose: list[Claim], sums: Sequence[tuple[int, Decimal]]) -> None:
        """Claims the items of several sentences that add up to a sum told behind them: 四类相加，主动公开567条."""
        for at, value in sums:
            total = next((one for one in self.whole if one.start == at), _UNKNOWN)
            near = [one for one in loose if at - FAR < one.start < at and one.code == "disclosure.total"]
            for begin in range(len(near) - _LEAST + 1):
                items = near[begin:]
                if sum(map(value_at, items)) == value and len({one.label for one in items}) == len(items):
                    self._take(items, total)
                    return


def value_at(claim: Claim) -> Decimal:
    return amount_of(claim.raw)
