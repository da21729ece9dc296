"""What the numbers of a report's sentences are: a figure of its own, an item of a list, or another subject's."""

from __future__ import annotations

from dataclasses import replace

from pipelines.wording.claimed import claimed
from pipelines.wording.claims import Claim, label_of, outcome_of
from pipelines.wording.clauses import Clauses, told_by_clause
from pipelines.wording.context import NOTHING, Number
from pipelines.wording.cues import (
    AMONG,
    ANOTHER,
    AVERAGE,
    BOTH_ANSWERED,
    BOTH_DONE,
    BY_WAYS,
    COMPARES,
    NOT_ONE,
    NOT_ONE_BEHIND,
    NOW,
    OWN_PART,
    PLANS,
    PROPOSALS,
    REFUSES,
    SUM,
)
from pipelines.wording.evidence import is_quiet, judged
from pipelines.wording.forbidden import by_few_media, not_said_of
from pipelines.wording.lists.alike import kind_alike, less_of_the_same
from pipelines.wording.lists.announced import AIMS, names_a_kind
from pipelines.wording.lists.gathering import PARENTS
from pipelines.wording.lists.listed import SIBLING, part_of
from pipelines.wording.lists.parts import SUM_UNITS, adopted, item_label, units_of, value_of
from pipelines.wording.lists.renewed import renewal_of
from pipelines.wording.lists.series import labels_of_series, series_of
from pipelines.wording.needs import code_of, fits, topic_of
from pipelines.wording.office.dated import HELD_UNITS, is_of_a_day, of_a_day, of_each, of_last_year
from pipelines.wording.owned import own_domains
from pipelines.wording.published.at_large import told_at_large
from pipelines.wording.published.media import by_one_medium, medium_before, place_of
from pipelines.wording.requests.counted import handled_after
from pipelines.wording.requests.levels import of_a_level
from pipelines.wording.requests.not_asked import BY_WHOM
from pipelines.wording.requests.outcomes import are_cases, charged_by_others, family_of_results, family_told
from pipelines.wording.requests.told import told_of_one
from pipelines.wording.stated import COMES, core_of, each_of, held_behind, may_be_known, stated, summed
from pipelines.wording.wordings import Figure, phrase_of

DISCLOSES = frozenset(("公开", "主动公开", "公开信息", "主动公开信息"))
_BY_PLACE = frozenset(("list", "政开"))
"""Needs that the place of a sentence may meet in more ways than a wording knows."""
_WEAK, _MANY = frozenset(("weak", "judged")), 6
_MEDIA = frozenset(("channel.website", "channel.wechat", "channel.weibo", "channel.gazette"))
_OF_THEM = frozenset(("申请事项", "申请内容", "", "且", "且有", "其中", "其中有", "有", "还有", "另", "另有", "另外", "、"))
_DIVIDED = ("requests.received", "applications.new", "requests.completed", "replies.total")
_STOCKS = ("staff.", "organisation.")
"""What there is, however long ago it was begun: 自2008年起开展公开工作，配备专职人员2名."""
_ASKED = frozenset(("requests.received", "applications.new"))
_OF_THE_YEAR = (*DISCLOSES, "新收", "新收信息", "新收公开信息", "新收主动公开信息")
"""Cores of what a year's share of a longer count is said to be."""


class Reckoner(Clauses):
    """Turns numbers into claims and keeps what the claims so far leave for the next one."""

    def __init__(self, year: int | None, names: tuple[str, ...]) -> None:
        super().__init__(frozenset(own_domains(names[0])) if names else frozenset(), year)
        self.names = names
        self._counted_under: tuple[str, ...] | None = None

    def number(self, number: Number) -> None:
        """Claims what a number says, or takes into the state that it is somebody else's."""
        each = "各" in number.words or "分别" in number.words
        if self._by_proof(number) or self._is_settled(number) or (each and self._each(number)) or charged_by_others(number):
            return
        state, words = number.state, number.words
        if state.cumulative and number.zero and state.time != "other":
            state.cumulative = False
            self.number(number)  # 历年累计行政复议0件: none in this year either
            state.cumulative = True
            return
        if of_last_year(number) or number.sentence.text.startswith(AIMS, number.hit.end):
            return
        if not may_be_known(number):
            if COMPARES.search(words) or PLANS.search(words) or not (
                self._by_clause(number) or self._one_told(number) or self._by_evidence(number)
            ):
                self._stranger(number)
            return
        self._since(words, state)
        number.phrase = phrase_of(words + held_behind(number), self.year, self.names)
        if COMPARES.search(words):
            return
        self._turn(number.phrase, words, state)
        if (state.cumulative or state.time is not None) and NOW.search(words):
            state.cumulative, state.time = False, None
        core = number.phrase.core.removeprefix("历年")
        began = stated(number, core, self.year, self.names) if state.cumulative and state.time != "part" else None
        if state.cumulative and state.time != "part" and (state.time != "other" or "以来" in number.sentence.text):
            state.since = began
        stock = began is not None and began.code.startswith(_STOCKS)
        if PLANS.search(words) or state.time == "part" or ((state.cumulative or state.time == "other") and not stock):
            if state.time == "part" and not (state.cumulative or PLANS.search(words)):
                self._held(number)
            return
        if state.queue and not number.phrase.core.strip("和及与"):
            code = state.queue.pop(0)
            if code.startswith("#") and state.breakdown and state.parent is not None:
                self._item(number, code[1:])
            elif code.startswith("#"):
                self._keep(number, code[1:])
            elif code:
                self._claim(number, Figure(code, frozenset()))
        elif not (self._by_clause(number, first=True) or self._figure(number) or self._by_clause(number)
                  or self._completes(number) or self._one_told(number) or self._by_evidence(number)
                  or self._held(number)):  # fmt: skip
            self._unknown(number)

    def _is_settled(self, number: Number) -> bool:
        """Whether the words before a number say all: a denial, an aside, an item of a list, an average."""
        state, words = number.state, number.words
        if words.endswith(("占", "占了") if number.unit in "条篇" else "占") and (number.unit in SUM_UNITS or number.of_people):
            words = number.words = words.rstrip("占了就")  # 以网络方式提交的占4宗
        if number.sentence.text[number.hit.start] == "一" and (
            NOT_ONE.search(words) or NOT_ONE_BEHIND.match(number.sentence.text, number.hit.end)
        ):
            return True  # 无一起…, 一份也没收到: a denial
        if state.last in _DIVIDED and BY_WAYS.match(words):
            words = number.words = words[1:]  # 收到申请88件，含网络49件
        if words.startswith("含") and words.endswith("规范性文件") and number.unit == "件":
            words, state.breakdown = words[1:], True  # 公开信息6120条，含规范性文件21件
            number.words = words
        if words.startswith("含") and state.last and "结转" not in words:
            after = number.sentence.text[number.hit.end :]
            if state.parent is None or state.bracket or not (after.startswith("、") or SIBLING.match(after)):
                return True  # 公开信息2514条（含药监局网站信息1273条）
            state.breakdown = True  # 公开信息132条，含政策文件21条、工作动态60条
            words = number.words = words[1:]
        before = number.sentence.text[: number.hit.start]
        if state.leads and (results := family_of_results(state.leads[-1], before, self.claims)):
            state.family = results  # 复议结果：维持12件
        state.family = family_told(number, self.claims)
        if state.breakdown and (renewal := renewal_of(number, self.claims)):
            self.claims.append(renewal)
            return True
        if state.breakdown and (part := part_of(number)):
            self.claims.append(part)
            state.items += 1
            return True
        if number.in_run and state.breakdown and state.parent is not None and label_of(words, "条"):
            self._stray(number)
            return True
        if state.items and state.breakdown and words.strip("、，,；;") == "法定主动公开信息":
            self._item(number, "法定主动公开")
            return True
        own = state.breakdown and OWN_PART.search(words) and not ("非本" in words or words.endswith(("文件", "公文", "发文")))
        if own or ("均" in words and AVERAGE.search(words)):
            return True
        if of_a_level(number, self.claims):
            state.foreign = True  # 全区受理800件，区政府本级受理206件, 县级受理853件
            return True
        among = not words and number.sentence.text.startswith("中", number.hit.end)  # 98件中：…
        alike = (label := kind_alike(number)) is not None and self._kept(number, label)
        return alike or (among and self._spoken_of(number)) or self._is_the_rest(number) or self._sorted(number)

    def _held(self, number: Number) -> bool:
        """Claims what was held on one day or in one month: 8月组织专题培训1次，33人参加."""
        if number.hit.unit not in HELD_UNITS or "月" not in number.sentence.text[: number.hit.start]:
            return False
        held = of_a_day(number, self.year, self.names, self._memory)
        if held is None and number.state.time == "part" and is_of_a_day(number):
            return self._since_a_day(number)
        if held is None or not self._claim(number, held):
            return False
        self.claims[-1].dated = True
        return True

    def _since_a_day(self, number: Number) -> bool:
        """Claims the staff that there is since a day, and the lessons that followed on it: 4月改革后，有专职人员2人."""
        told = told_by_clause(number, self.claims, self._memory, self.names)
        if not told or not told[0].code.startswith((*_STOCKS, "training.")):
            return False
        number.state.time, time = None, number.state.time
        done = self._by_clause(number)
        number.state.time = time
        return done

    def _each(self, number: Number) -> bool:
        """Claims what each of several places or days that are named had: 大厅和文化站各设1个查阅点."""
        told = of_each(number, self.year, self.names, self._memory)
        if told is None or not self._claim(number, told[0]):
            return False
        claim, text = self.claims[-1], number.sentence.text
        claim.start, claim.raw = number.sentence.start + told[1], text[told[1] : number.hit.end]
        return True

    def _one_told(self, number: Number) -> bool:
        """Claims the answer that a few requests got, told behind their number; two stories of one answer give no sum."""
        clear = self._memory.requests or "申请" in number.state.section.topics
        code = told_of_one(number, self.claims) if clear and not number.state.foreign else None
        if code is None or not_said_of(code, number):
            return False
        if code in self._told or any(claim.code == code for claim in self.claims):
            self.claims = [claim for claim in self.claims if claim is not self._told.get(code)]
            return True
        self._claim(number, Figure(code, _WEAK))
        self._told[code] = self.claims[-1]
        return True

    def _by_evidence(self, number: Number) -> bool:
        """Claims what the evidence around a number speaks for, where no wording is the number's word for word."""
        state = number.state
        item = state.breakdown and state.parent is not None and label_of(number.words, number.unit)
        if state.cumulative or number.known or item:
            return False
        if number.phrase is NOTHING:
            number.phrase = phrase_of(number.words, self.year, self.names)
            self._turn(number.phrase, number.words, state)
        if state.time in ("other", "part"):
            return False
        code = judged(number, self.names, self._memory)
        asked = code == "requests.received" and self._asked_for(number)  # 从申请的内容来看，征地补偿方面5件
        return asked or (code is not None and self._claim(number, Figure(code, _WEAK)))

    def _stranger(self, number: Number) -> None:
        """Takes in a number that is no figure."""
        state, words = number.state, number.words
        if (not number.words.startswith(("）", ")", "（", "(", "、")) or self._asks_on(number)) and self._asked_for(number):
            return
        self._stray(number)
        state.subject = ""
        if COMPARES.search(words):
            return  # （较2008年的41件…）, and the sentence goes on
        if "年" in words:
            self._turn(phrase_of(words, self.year, self.names), words, state)
        else:
            state.topic = state.parent = None
        if ANOTHER.search(words) and not is_quiet(words, self.names):
            self._memory.forget()
        elif self._again_of_requests(number):
            state.topic, state.breakdown = "申请", True
            self._memory.take("申请")
        self._of_others(number)
        state.leads.append(words)

    def _figure(self, number: Number) -> bool:
        """Claims what the words before (and after) a number state; False if they state nothing known."""
        if self._spoken_of(number) or self._sum_up(number) or less_of_the_same(number):
            return True
        series = series_of(number, self.year, self.names)
        if series is not None:
            return self._series(number, series)
        figure = summed(number)
        if figure is not None:
            return self._claim(number, figure)
        at_large = told_at_large(number, self.names)
        if at_large is not None:
            return self._claim(number, at_large)
        core = core_of(number, self.year, self.names)
        if self._of_this_year(number, core):
            return True
        since = number.state.since
        same = not core or core in _OF_THE_YEAR or (since is not None and core == COMES.get(since.code))
        if since and number.phrase.time == "this" and same:
            return self._claim(number, since)  # 建成以来3260条，其中2009年520条
        figure = stated(number, core, self.year, self.names)
        if figure is not None and self._again(figure, number):
            place = place_of(number, self.names)
            return place is not None and self._claim(number, Figure(place, _WEAK))
        number.known = figure is not None and figure.needs.isdisjoint(_BY_PLACE)
        if figure is not None:
            if figure.code == "disclosure.total" and (account := by_one_medium(number, self.names, self.claims)):
                return self._claim(number, Figure(account, _WEAK))
            if fits(figure, number, self._memory):
                return self._claim(number, figure)
            medium = medium_before(number, self.names) if figure.code == "disclosure.total" and not number.state.foreign else None
            return medium is not None and self._claim(number, Figure(medium, _WEAK))
        known = each_of(number, core)
        if known and "分别" in number.words:
            number.state.queue = [figure.code for figure in known[1:]]
            known = known[:1]
        claimed = [self._claim(number, figure) for figure in known]
        return any(claimed)

    def _series(self, number: Number, figures: list[Figure | None]) -> bool:
        """Claims the first number of several for the first of several subjects, and keeps the others for what follows."""
        number.known = True
        fit = [figure if figure is not None and fits(figure, number, self._memory) else None for figure in figures]
        if not any(fit):
            return False
        number.state.queue = [figure.code if figure is not None else "" for figure in fit[1:]]
        return fit[0] is None or self._claim(number, Figure(fit[0].code, frozenset()))

    def _of_this_year(self, number: Number, core: str) -> bool:
        """Whether a number is this year's share of the one before, which then counts earlier years too: 累计526条，本年度73条."""
        parent, phrase, sentence = number.state.parent, number.phrase, number.sentence
        if parent is None or phrase.time != "this" or phrase.until or core not in _OF_THE_YEAR:
            return False
        before = sentence.text[: max(0, parent.start - sentence.start)]
        if not ("累计" in before or "截" in before) or (number.state.breakdown and core in DISCLOSES):
            return False
        number.state.breakdown = False
        self._drop(parent)
        number.state.parent = None
        return self._claim(number, Figure(parent.code, frozenset()))

    def _claim(self, number: Number, figure: Figure) -> bool:
        """Claims that a number is a figure's; False where what was counted before shows that it is not."""
        state, code = number.state, code_of(figure, number)
        kind = code == "disclosure.total" or (code == "channel.website" and number.words.endswith("政务类信息"))
        kind = kind and number.hit.unit in ("条", "篇") and names_a_kind(number.words, number.sentence.text[number.hit.end :])
        if code is None or (kind and not AMONG.match(number.sentence.text, number.hit.end)):
            return False
        if code == "disclosure.total" and by_few_media(number.words):
            return False
        counted = [claim.raw for claim in self.claims if claim.code == code] if code == "requests.received" else []
        some = counted and number.words.lstrip("（(") in _OF_THEM and number.claim(code).raw not in counted
        if some or are_cases(number, code, self.claims):
            return False  # 收到5件。…且1件申请信息不属于公开范围: some of those counted
        if code == "requests.received" and BY_WHOM.fullmatch(number.words) and any(one.code in _ASKED for one in self.claims):
            return False  # 收到215件。…按对象：公民申请201件
        if state.parent is not None and code == state.parent.code and value_of(number.claim(code)) == value_of(state.parent):
            state.parent.weak = state.parent.weak and "weak" in figure.needs
            return True  # 公开156条（公文类41条，…），即全年主动公开156条
        if state.breakdown and state.parent is not None and number.phrase.time == "this" and code == state.parent.code:
            if (value_of(state.parent) or 0) >= (value_of(number.claim(code)) or 0):
                self._drop(state.parent)  # 累计632条，其中2010年164条: the first counts earlier years too
            state.breakdown, state.parent = False, None
        if code == "channel.other" and self._is_of_kinds(number):
            return True
        if state.breakdown and code in _MEDIA and any(
            one.code == code and not one.weak and one.start < number.sentence.start for one in self.claims[-_MANY:]
        ):
            return True  # 网站754条，其他54条。其中…门户网站1014条: divided a second time
        if counted and code == "requests.received" and handled_after(number, self.claims):
            code = "requests.completed"
        self.claims.append(claimed(number, figure, code, self.claims, self.names))
        self._take_in(number, self.claims[-1])
        return True

    def _take_in(self, number: Number, claim: Claim) -> None:
        """Keeps what a claim leaves for the numbers behind it, and adds what it tells besides."""
        state, code = number.state, claim.code
        if code in PARENTS and (SUM.fullmatch(number.words) or (self._strays and self._strays[0].start >= number.sentence.start)):
            self.claims += adopted(self._strays, [claim])  # 文件类312条，动态类3600条，合计3912条
        if not AMONG.match(number.words):
            self._strays.clear()
        state.subject, state.counted, self._counted_under = "", True, state.section.headings
        state.family = code.partition(".")[0] if code.startswith(("review.", "litigation.")) else state.family
        outcome = outcome_of(claim, number.sentence.text[number.hit.end :])
        self.claims += [one for one in outcome if all(one.code != other.code for other in self.claims)]
        state.topic, state.last = topic_of(code), code
        if state.topic == "公开" and (number.phrase.own or number.phrase.time == "this"):
            state.told.clear()  # the year opens the whole again, whatever domain was spoken of before
        self._memory.take(state.topic)
        if code in PARENTS and not (state.breakdown and state.parent):
            state.parent = self._parent = claim
        elif code in _DIVIDED and state.parent is not None and claim.unit not in ("-", "#", state.parent.unit):
            state.parent, state.breakdown = None, False  # 公开738条；受理41件，其中旧改26件: what follows divides these
        if code.startswith("replies.refused_") and REFUSES.search(number.words + number.right):
            self._refused_for(number)
        if code == "requests.received" and BOTH_DONE.search(number.words):
            self.claims.append(number.claim("requests.completed"))
        if code == "requests.received" and BOTH_ANSWERED.search(number.words):
            self.claims.append(replace(number.claim("replies.total"), weak=True))

    def _unknown(self, number: Number) -> None:
        """A number of something unknown: an item of the breakdown that is going on, or another subject's."""
        state = number.state
        state.leads.append(number.words)
        state.subject = ""
        if state.breakdown and state.parent is not None and number.unit in units_of(state.parent) and not state.foreign:
            by_media = state.last.startswith("channel.") and state.last != state.parent.code
            if self._whole_again(number) or (by_media and self._is_one_more_medium(number)):
                return
            labels = labels_of_series(number)
            label = labels[0] if labels else item_label(number)
            if label and self._counts_alike(number, label):
                self._item(number, label)
                state.queue = [f"#{other}" for other in labels[1:]]
                return
        if self._asked_for(number):
            return
        self._stray(number)
        if ANOTHER.search(number.words) and not is_quiet(number.words, self.names):
            self._memory.forget()
        if ("复议" in number.words or "诉讼" in number.words) and "起诉" not in number.words:
            state.family = None
        self._of_others(number)
        if PROPOSALS.search(number.phrase.core):
            state.unlike.add("proposals")
        if "培训" in number.phrase.core + number.right and "政开" not in number.phrase.core and (
            "参加" not in number.words or number.unit in "期班"
        ):
            state.unlike.add("training")
        if state.topic == "公开" and not state.breakdown:
            state.topic = state.parent = None
