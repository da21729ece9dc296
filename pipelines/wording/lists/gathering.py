"""The lists that a report's numbers make: items announced and unannounced, what they divide, and their sum."""

from __future__ import annotations

import re

from pipelines.wording.claims import Claim, amount_of, label_of
from pipelines.wording.context import Number, State
from pipelines.wording.counts import hits
from pipelines.wording.cues import (
    ALL_STAFF,
    ANNOUNCES,
    BY_MEDIA,
    COMPARES,
    CONTENTS,
    CONTINUES,
    CUMULATIVE,
    FOR_OR_WITH,
    FOREIGN,
    HAS_OFFICE,
    MEDIA,
    OF_OTHERS,
    OTHER_EVENTS,
    OTHER_REQUESTS,
    OWN_OFFICE,
    REFUSES,
    REOPENS,
    REST_OF,
    ROOMS,
    SOME_BODIES,
    SUM,
)
from pipelines.wording.lists.parts import LEAST, NONE_OF, RUN, SUM_UNITS, adopted, item_label, media_from, value_of, within
from pipelines.wording.lists.series import labels_of_series
from pipelines.wording.needs import Memory
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import Figure, Phrase

PARENTS = ("disclosure.total", "channel.website")
"""Codes that lists of kinds divide."""
_MANY = 6
"""So many claims back may still be spoken of."""
_NO_INFORMATION = "replies.refused_not_government_information"
"""What is no government information is often not counted among what was refused."""
_OF_REQUESTS = ("requests.received", "requests.completed")
_LONGEST_LIST = 60
"""No list has more items; a page made to stall would."""
_REST_TOLD = re.compile(
    r"\s?[，,；;]\s?(?:其[余他它]|剩下|余下|剩余)(?:的|信息)?(?:则|[均都全皆])?(?:是|为|属于?)[^，,。；;\d]{2,20}$"
)
"""价格公示48条，项目审批30条，其余为工作动态: a list, be it ever so short."""
_ONLY_A_YEAR = re.compile(r"(?:而|，)?(?:20\d\d年度?|上年度?|上一年度?|去年|前年)(?:同期)?的?(?:[为是仅只有则]|数为)*")
_OF_ALL_PARTS = re.compile(r"(?:网站|公众号|微信|微博|渠道|公开|信息)[^，,；;]{0,8}(?:合计|共计|总计|一共)")
"""上半年86条，下半年171条，网站渠道合计257条: of both halves."""
_FAR = 60
"""Items of one list do not stand further apart."""
_ASIDE_UNITS = frozenset("个项宗起")
_AN_OPENING = 6
"""Characters before a list's first label (其中, 具体为, a numbering); a longer opening is a clause of its own."""

_BY_KIND = re.compile(
    r"[\s：:]*(?:(?:此外|另外|同时|其次|再次|再者)[，,]\s?)?"
    r"(?:从|按|以|公开|政府|信息|主要|的)*(?:类别|类型|种类|分类|内容|构成)"
)
_IN_ALL = re.compile(
    r"(?:以上|上述)?(?:[几两三四五六七八九十]类)?(?:信息)?(?:共计|合计|总计|总共|一共|共)(?:主动)?(?:公开|发布)了?(?:政府|政务)?(?:信息)?"
)
"""…类45条，总计公开197条: the sum of the kinds before it, where it is that."""
_ONE_KIND = ("类", "类信息")
_SOON, _ENDLESS = 60, 10**9
"""An approximate whole may hold any part."""

_FIRST_YEAR = 2008
"""Disclosure began in May of it."""


class Lists:
    """Keeps what was claimed, and the items that no list has announced yet."""

    def __init__(self, own: frozenset[str], year: int | None) -> None:
        self.year = year
        self.claims: list[Claim] = []
        self._parent: Claim | None = None
        self._memory = Memory(own=own)
        self._strays: list[Claim] = []
        self._told: dict[str, Claim] = {}
        self._mixed: list[Claim] = []

    def _announces(self, text: str, bare: str) -> bool:
        """Whether a sentence says that what it counts divides the total before it; `bare` is without its numbering."""
        if "公开" in text and (told := ANNOUNCES.search(text, 0, 90)):
            return {match.lastgroup for match in MEDIA.finditer(text, 0, told.start())} <= {"web"}
        if self._memory.carried != "公开":
            return False
        return CONTINUES.match(text) is not None or (len(bare) < len(text) and CONTINUES.match(bare) is not None)

    def _is_the_rest(self, number: Number) -> bool:
        """Whether a count that looks like a sum is of what is left: 其余为综合政务，共963条."""
        lead = number.state.leads[-1].strip() if number.state.leads and number.unit in SUM_UNITS else ""
        return bool(lead) and SUM.fullmatch(number.words) is not None and REST_OF.fullmatch(lead) is not None

    def _is_one_more_medium(self, number: Number) -> bool:
        """Whether a number is of one more medium, which is claimed where it completes the whole: 网站71条、微信29条、公告5条."""
        if not BY_MEDIA.fullmatch(number.words.strip("、，,；; ")):
            return False
        parent, claim = number.state.parent, number.claim("channel.other")
        media = [one for one in self.claims if parent and one.start > parent.start and one.code.startswith("channel.")]
        rows = [one for one in media if one.label is None]
        if parent and sum(value_of(one) or 0 for one in (*rows, claim)) == value_of(parent):
            self.claims.append(claim)
        return True

    def _since(self, words: str, state: State) -> None:
        """Notes that the counts from here on began before the report's year."""
        if not state.cumulative and (since := CUMULATIVE.search(words)):
            since_the_law = self.year == _FIRST_YEAR and "5月1日" in words  # 从5月1日起: all there was of 2008
            of_the_year = f"自{self.year}" in words or f"从{self.year}" in words or since.group().startswith(f"{self.year}年")
            state.cumulative = not (of_the_year or since_the_law)

    def _turn(self, phrase: Phrase, words: str, state: State) -> None:
        """Takes in whose number and which year's the phrase says it is."""
        office = HAS_OFFICE.search(phrase.core.replace("办理", "").replace("办事", "")) is not None
        state.time = phrase.time or (None if state.time == "part" and _OF_ALL_PARTS.search(words) else state.time)
        if phrase.time == "other" and state.last and _ONLY_A_YEAR.fullmatch(words):
            state.time = "part"  # 收到12件，2015年为9件；答复11件: no more than an aside
        if phrase.time == "this" and not phrase.until:
            state.cumulative = False
        if phrase.own or (phrase.time == "this" and not office):
            state.foreign = False
        if not (office or state.foreign):
            return
        if ROOMS.search(words) or ALL_STAFF.match(words):
            state.foreign = False
        elif office and not (OWN_OFFICE.fullmatch(words.strip()) or FOR_OR_WITH.search(words)) and FOREIGN.search(words + "共"):
            state.foreign = True

    def _refused_for(self, number: Number) -> None:
        """Claims what was refused where one reason alone is told (因涉密不予公开1件); two reasons give no sum."""
        reasons = {claim.code for claim in self.claims if claim.code.startswith("replies.refused_")}
        several = len(reasons) > 1 and "replies.refused" not in self._told
        if number.words.rfind("（") > number.words.rfind("）") or number.zero:
            return  # 不予公开（国家秘密2件、商业秘密2件）4件; 涉密不予公开0件: others may have been refused
        if several or _NO_INFORMATION in reasons or len(REFUSES.findall(number.sentence.text)) > 1:
            return
        if "replies.refused" in self._told:
            self.claims = [claim for claim in self.claims if claim is not self._told["replies.refused"]]
            return
        self._told["replies.refused"] = refused = number.claim("replies.refused")
        refused.weak = refused.judged = True
        self.claims.append(refused)

    def _of_others(self, number: Number) -> None:
        """Takes in that what is said to be done next is no answer to requests: 热线受理来电426件，办结419件."""
        words = number.words
        if (OF_OTHERS.search(words) and "申请" not in words) or (OTHER_REQUESTS.search(words) and "公开" not in words):
            number.state.unlike |= {"requests", "replies", "applications"}
        if OTHER_EVENTS.search(words) and "公开" not in words:
            number.state.unlike.add("training")  # 普法讲座3次，参加人员260人次

    def _sum_up(self, number: Number) -> bool:
        """Claims the sum of a list whose first item was taken for the total: 主动公开工作情况38条，简介3条，合计41条."""
        if not self._strays or not (SUM.fullmatch(number.words) or _IN_ALL.fullmatch(number.words)):
            return False
        first = next((claim for claim in reversed(self.claims) if claim.code in PARENTS and claim.label is None), None)
        if first is None or not first.opening or first.start < number.sentence.start:
            return self._sum_of_kinds(number)
        total = number.claim(first.code)
        parts = adopted([first.as_part(), *self._strays], [total])
        if parts:
            self.claims = [*(claim for claim in self.claims if claim is not first), total, *parts]
            self._strays.clear()
            number.state.parent = self._parent = total
        return bool(parts)

    def _again_of_requests(self, number: Number) -> bool:
        """Whether a number is that of the requests stated before, which are now divided: 31件中，网上收到22件."""
        text, end = number.sentence.text, number.hit.end
        among = text.startswith(("中", "申请中", "申请里", "当中", "之中", "里面", "里头"), end)
        if not (among and number.unit in "件份宗起例条"):
            return False
        printed = text[number.hit.start : end]
        return any(claim.raw == printed for claim in self.claims[-_MANY:] if claim.code in _OF_REQUESTS)

    def _spoken_of(self, number: Number) -> bool:
        """Whether a number is one that was stated before and is now to be divided: 公开的80条信息中, …"""
        if self._repeats_whole(number):
            return True
        if number.words and not number.words.endswith("公开的"):
            return False
        state, printed = number.state, number.sentence.text[number.hit.start : number.hit.end]
        divided = number.right.endswith("信息") or number.sentence.text.startswith("中", number.hit.end)
        again = not number.words and number.sentence.text.startswith("中", number.hit.end)  # 98件中：领导分工4件，…
        if not (again or (number.words and divided)) or self._again_of_requests(number):
            return False
        found = next((claim for claim in reversed(self.claims) if claim.raw == printed and claim.code in PARENTS), None)
        if found is not None:
            state.parent, state.breakdown, state.topic, state.last = found, True, "公开", found.code
            return True
        return any(claim.code == "disclosure.total" and claim.label is None for claim in self.claims)  # of a total that went

    def _sum_of_kinds(self, number: Number) -> bool:
        """Claims the sum of the kinds counted before it in the sentence: 政策法规类公开13条，业务类公开51条，共计64条."""
        state, begins = number.state, number.sentence.start
        items = [stray for stray in self._strays if stray.start >= begins]
        about = "公开" in state.section.topics and "申请" not in state.section.topics
        if state.last or state.foreign or len(items) < RUN - 1 or not about:
            return False
        media = {one.lastgroup for one in MEDIA.finditer(number.sentence.text, 0, items[0].start - begins)}
        total = number.claim("channel.website" if media == {"web"} else "disclosure.total")
        parts = adopted(items, [total]) if media <= {"web"} else []
        if parts:
            total.weak = True
            self.claims += [total, *parts]
            self._strays.clear()
            state.parent, state.last, state.topic = total, total.code, "公开"
            self._parent = total
            self._memory.take("公开")
        return bool(parts)

    def _item(self, number: Number, label: str) -> None:
        """Claims a part of the total that is being divided."""
        state = number.state
        if state.parent is not None:
            claim = number.claim("disclosure.total" if state.whole else state.parent.code)
            claim.parent, claim.label = state.parent, label
            self.claims.append(claim)
            state.items += 1
            if state.items > 1 and not state.bracket and self._is_complete(state.parent):
                state.breakdown = NONE_OF.match(number.sentence.text, number.hit.end) is not None

    def _is_complete(self, whole: Claim) -> bool:
        """Whether the items of a total make up all of it, so that what is counted next is none: 其中动态11条，公告21条，…."""
        values = [value_of(one) for one in self.claims[-_LONGEST_LIST:] if one.parent is whole]
        return None not in values and sum(filter(None, values)) == value_of(whole)

    def _counts_alike(self, number: Number, label: str) -> bool:
        """Whether an item's unit is one of information; else it is kept until all of its list is known: 196条，其中档案180个."""
        parent = number.state.parent
        if parent is None or number.unit not in "个次宗起项期" or number.unit in parent.unit:
            return True
        claim = number.claim(parent.code)
        claim.parent, claim.label = parent, label
        self._mixed.append(claim)
        return False

    def _mixed_units(self, sentence: Sentence) -> None:
        """Claims the items of other units than their total's where they and the others, or all behind it, add up to it."""
        items, self._mixed = self._mixed, []
        parent = items[-1].parent if items else None
        all_items = [claim for claim in (*self.claims, *items) if claim.parent is parent and claim.label is not None]
        values = [value_of(claim) for claim in all_items]
        distinct = len({claim.label for claim in all_items}) == len(all_items)
        if parent is not None and distinct and None not in values:
            text = sentence.text
            behind = sum(amount_of(text[hit.start : hit.end]) for hit in hits(text) if sentence.start + hit.start >= parent.end)
            if value_of(parent) in (sum(filter(None, values)), behind):
                self.claims += [claim for claim in items if claim.parent is parent]

    def _drop(self, claim: Claim) -> None:
        self.claims = [other for other in self.claims if other is not claim and other.parent is not claim]

    def _again(self, figure: Figure, number: Number) -> bool:
        """Whether a bare count among the parts of a total is one of them: 公开信息300条，其中新公开信息110条."""
        state = number.state
        parent = state.parent.code if state.breakdown and state.parent is not None else ""
        inside = parent == figure.code or (parent in PARENTS and figure.code == "disclosure.total")
        again = "weak" in figure.needs or SOME_BODIES.search(number.words) is not None or figure.code == "channel.website"
        return inside and again and number.phrase.time is None

    def _repeats_whole(self, number: Number) -> bool:
        """Whether a number of unknown words is the total stated last, which is now divided: 公开目录公开信息172篇，其中."""
        if "公开" not in number.words or number.state.foreign:
            return False
        total = next((claim for claim in reversed(self.claims[-_MANY:]) if claim.code in PARENTS and claim.label is None), None)
        if total is None or total.unit != number.hit.unit:
            return False
        text, end = number.sentence.text, number.hit.end
        if not REOPENS.match(text, end) or value_of(number.claim("")) != value_of(total):
            return False
        number.state.parent, number.state.breakdown, number.state.topic = total, True, "公开"
        self._memory.take("公开")
        return True

    def _whole_again(self, number: Number) -> bool:
        """Whether a number is the one that is being divided once more: 公开信息16条（其中法定主动公开内容16条：包括…）."""
        parent = number.state.parent
        printed = number.sentence.text[number.hit.start : number.hit.end]
        if number.words.endswith(_ONE_KIND):
            return False  # 信息174条，其中业务动态类信息174条，其中…: all of them are of one kind
        return parent is not None and parent.raw == printed and REOPENS.match(number.sentence.text, number.hit.end) is not None

    def _asks_on(self, number: Number) -> bool:
        """Whether a number goes on telling what requests were about: 涉及拆迁6件、规划4件."""
        last = self.claims[-1] if self.claims else None
        return number.words.startswith("、") and last is not None and last.code == "requests.received" and last.parent is not None

    def _asked_for(self, number: Number) -> bool:
        """Claims what requests were about as a part of them: 从申请内容看，涉及拆迁的6件."""
        if number.unit not in "件条宗起份" or not CONTENTS.search(number.sentence.text, 0, number.hit.start):
            return False
        received = next((claim for claim in reversed(self.claims) if claim.code == "requests.received"), None)
        label = label_of(number.words, number.unit) if received is not None and not received.zero else None
        if label is None:
            return False
        claim = number.claim("requests.received")
        claim.parent, claim.label = received, label
        self.claims.append(claim)
        return True

    def _run_of_parts(self, sentence: Sentence) -> None:
        """Takes a sentence of nothing but items (概况6条；救助4条；年报1条) as parts of the total right before it."""
        if len(self._strays) < LEAST:
            return
        items = [claim for claim in self._strays if claim.start >= sentence.start]
        opening = items[0].start - sentence.start - len(items[0].label or "") if items else 0
        total = self._divided_total(items)
        if total is None or self._memory.carried != "公开" or len(items) < LEAST or sentence.section.domain:
            return
        rest = _REST_TOLD.match(sentence.text, items[-1].end - sentence.start)
        if len(items) < RUN and not (rest and {item.unit for item in items} == {total.unit}):
            return
        divided = any(claim.parent is total for claim in self.claims)
        apart = not 0 < sentence.start - total.start < 2 * _FAR + len(total.raw)
        mixed = len(items) < len(hits(sentence.text)) or opening > _AN_OPENING
        if not (divided or apart or mixed):
            self.claims += within(items, total)
            self._strays.clear()

    def _divided_total(self, items: list[Claim]) -> Claim | None:
        """The last count that a list may divide: the whole, where the website's is one of several media's and not their sum."""
        totals = [claim for claim in self.claims if claim.code in PARENTS and claim.label is None]
        summed = sum(value_of(item) or 0 for item in items)
        if not totals or totals[-1].code == "disclosure.total" or value_of(totals[-1]) == summed:
            return totals[-1] if totals else None
        media = {claim.code for claim in self.claims if claim.code.startswith("channel.") and claim.label is None}
        whole = next((claim for claim in reversed(totals) if claim.code == "disclosure.total"), None)
        return whole if len(media) > 1 else totals[-1]

    def _what_it_divides(self, last: Claim, text: str) -> Claim:
        """What a sentence that begins like a list divides: the last count, or the whole before it where it speaks of kinds."""
        media = media_from(last, self.claims)
        if last.code != "channel.website" or not (_BY_KIND.match(text) or media):
            return last
        wholes = [one for one in self.claims if one.code == "disclosure.total" and one.label is None and one.end < last.start]
        if media:  # 网站71条，微信20条，其他9条。其中，扶贫领域31条: of the 100 that they make up
            return next((one for one in reversed(wholes) if value_of(one) == media), last)
        whole = next((one for one in reversed(wholes) if last.start - one.end < _SOON), None)
        return whole if whole is not None and (value_of(whole) or _ENDLESS) >= (value_of(last) or 0) else last

    def _completes(self, number: Number) -> bool:
        """Whether a number, with the items before it that no list has announced, adds up to a total: …；5.工作动态64条."""
        if not self._strays or number.known or number.state.breakdown:
            return False
        count = len(self.claims)
        self._stray(number)
        if len(self.claims) > count:
            return True
        if self._strays and self._strays[-1].start == number.sentence.start + number.hit.start:
            self._strays.pop()
        return False

    def _stray(self, number: Number) -> None:
        """Keeps an item that no list has announced: it may yet turn out to be a part of the total before it."""
        counts = (number.unit in SUM_UNITS or number.in_run) and not number.state.foreign
        labels = labels_of_series(number) if counts else []
        label = labels[0] if labels else item_label(number) if counts else None
        if label is None or number.state.time in ("other", "part") or COMPARES.search(number.words):
            return
        number.state.queue = [f"#{other}" for other in labels[1:]] or number.state.queue
        self._keep(number, label)

    def _kept(self, number: Number, label: str) -> bool:
        """Claims a kind where a whole is divided, and keeps it for its sum where none is."""
        if number.state.breakdown and number.state.parent is not None:
            self._item(number, label)
        else:
            self._keep(number, label)
        return True

    def _is_of_kinds(self, number: Number) -> bool:
        """Whether 其他14条 is of the kinds that no list announced: 网站公开信息68条，机构职责类2条，业务工作类52条，其他14条."""
        if sum(one.start >= number.sentence.start for one in self._strays) < LEAST:
            return False
        self._stray(number)
        return True

    def _keep(self, number: Number, label: str) -> None:
        """Keeps a labelled count, and makes it and those before it parts of the total that they add up to."""
        claim = number.claim("")
        claim.label = label
        last = self._strays[-1] if self._strays else None
        if last is not None and claim.unit in _ASIDE_UNITS and last.unit in ("条", "篇") and claim.start - last.end <= _FAR:
            return  # 公开项目资金信息54条，涉及项目211个: what those tell of
        if last is not None and (claim.start - last.end > _FAR or claim.unit != last.unit):
            self._strays.clear()
        self._strays = [*self._strays[-_LONGEST_LIST:], claim]
        totals = [claim for claim in self.claims if claim.code in PARENTS and claim.label is None]
        parts = adopted(self._strays, totals[-4:])
        here = [item for item in self._strays if item.start >= number.sentence.start] if not parts else []
        self.claims += parts or adopted(here if len(here) < len(self._strays) else [], totals[-4:])
