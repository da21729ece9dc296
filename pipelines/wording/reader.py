"""Reads a report sentence by sentence: what stands before each number, what a denial makes zero, what goes on in the next."""

from __future__ import annotations

import re

from pipelines.wording.besides import told_besides
from pipelines.wording.claims import Claim
from pipelines.wording.context import PEOPLE_UNITS, Number, State, introducing, right_of
from pipelines.wording.counts import Hit, hits
from pipelines.wording.cues import (
    AFTER_OBJECT,
    ALL_ARE,
    AMONG,
    ASIDE,
    BECAUSE,
    BREAKDOWN,
    CITES,
    CLAUSE,
    COMPARES,
    CONDITION,
    DENIABLE,
    ELSEWHERE,
    FIRST_ITEM,
    FOREIGN,
    FREE,
    HAS_OFFICE,
    HOW_MANY,
    KIND_AGAIN,
    KINDS_OF,
    LEFT_EDGE,
    OTHER_COMPLAINTS,
    PLANNED,
    PLANS,
    POST,
    RANKED,
    SEAT_HAS,
    SHARE,
    SOME_OF,
    SPLIT,
    TAKES_PART,
    WHOLE,
)  # fmt: skip
from pipelines.wording.evidence import is_quiet
from pipelines.wording.lists.announced import AMONG_DISCLOSED
from pipelines.wording.lists.gathering import PARENTS
from pipelines.wording.lists.listed import BEGINS_PLAINLY, kinds_of, of_many_domains, section_of, without_kinds
from pipelines.wording.office.dated import carried_over
from pipelines.wording.office.replying import told_of_leaders
from pipelines.wording.office.together import TOLD_OF_OFFICE
from pipelines.wording.published.proven import spared
from pipelines.wording.published.rules import told_of_rules
from pipelines.wording.reckoner import DISCLOSES, Reckoner
from pipelines.wording.requests.asked import by_one_way
from pipelines.wording.requests.behind import reason_again, told_behind
from pipelines.wording.requests.contents import contents_of, subjects_of
from pipelines.wording.requests.grievances import appeals_of, told_of_headings, without_uncounted, without_unrelated
from pipelines.wording.requests.stories import stories_of
from pipelines.wording.requests.told import tells_of_all, told_of_all
from pipelines.wording.risen import RISEN_TO, risen_from
from pipelines.wording.second.look import looked_over
from pipelines.wording.second.shortcomings import cases_owned, done_in
from pipelines.wording.sentences import Sentence, denials
from pipelines.wording.wordings import phrase_of, unnumbered
from pipelines.wording.zeros.denied import CASES_BEHIND, denied, free_of_charge
from pipelines.wording.zeros.of_disclosure import nothing_disclosed

_ITEM_UNITS = frozenset("条篇")
_AGAIN = frozenset(("", "信息", "文章", "图文", "图文信息", "推文"))
"""What may stand between the numbers of one phrase: 发布84期、信息252条."""
_COLON, _PARTS, _STOPS = re.compile(r"[：:]"), re.compile(r"[；;]"), tuple("，,；;。")
_MERE_NOUN = re.compile(r"(?!同比|环比|其中|比|较|从|按)[^\d，,。；;：:（）()年月]{2,12}")
_JOINED, _LONGEST_LINE = frozenset("、和及并"), 34
_LAST_VERB = re.compile(r"[、和及并]并?((?:设立|设置|配备|开辟|建立|召开|举办|开展|组织|聘请|安排|落实|确定)了?)$")
"""采用了政府网站、设立了3处查询点: only the last of several verbs has the number."""
_CONTAINS = re.compile(r"[（(](?:含|包括)[^（）()\d]{1,40}[）)]")
_CALLED = re.compile(r"(?<=网站)[（(](?!含|包括)[^（）()，,。；;、\d]{2,20}网[）)]")
"""部门网站（青山卫生信息网）: what it is called."""
_LONE = re.compile(r"\s*[^\d，,。；;：:（）()]{2,24}\s?\d{1,6}\s?[条件篇份][；;，,]?\s*")
"""A line of nothing but one kind and its count."""
_OWN_AFFAIR = re.compile(
    r"(?:涉及|针对|关于|对|反映)(?:[我本](?:[省市县区镇乡局委办街]|街道|单位|机关)|(?:政府)?信息公开|政务公开)"
)
"""监察局未接到涉及我街道的投诉: it is the publisher's all the same."""
_OPENED, _OPENS, _RANKED_BY = ("（", "("), frozenset("（(）)：:"), ("多", "少", "次", "首", "主", "一", "占")
_BARE_COUNT = frozenset(
    ("", "有", "仅", "仅有", "只有", "多达", "高达", "涉及", "为", "达", "共", "共有", "计", "共计", "达到", "分别有", "即")
)
_IN_NEED = re.compile(r"困难|低保|残疾|特困|优抚|孤寡|五保|农民|学生")
_WE = re.compile(
    r"(?:政府)?信息公开|依申请公开|政务公开|(?:我们)?[镇乡局县街区市委][里上]|街道上?|我们|(?:对)?(?:上述|以上|所有|全部)?\s?\d{0,3}件?申请[人者]?"
)
"""镇里不收费: whose charges are denied."""
_PAST = re.compile(r"\s*(?:去年|上年|前年|上一年|往年|原来|原先|从前|以前|早先|过去(?!的?一年))")
"""去年没有投诉, 原来没有专职人员: of another year."""
_CLASSES = ("类", "类信息", "类政府信息")
_MEDIA, _JOINTS = frozenset(("网站", "微信", "微博", "公报", "别种")), " 和及与"
_DATED_OR_OWN = re.compile(r"(?!.{4,24}持平$)\s*(?:\D{0,6}20\d\d|[我本全今截自从前]|第?[一二三四]季度|[上下]半年)")
_COMPARED = re.compile(
    r"[较比]|20\d\d年度?(?:未|无|没有)(?:转结|结转)|(?:申请|公开|受理|收件)?(?:信息)?(?:总?[数件]?量|总?数|件数)[较比]"
)
"""申请数量较2021年下降16%: no year of what goes on."""
_BEGUN = re.compile(
    r"\D{0,12}(20\d\d)年度?(?:\d{1,2}月份?)?(?:\d{1,2}日)?(?:起(?!草)|开始|[，,]?(?:[我本]?[县区市镇乡局委街]道?)?(?:成立|组建|设立)了?[^，,。；;\d]{0,24}(?:领导小组|工作小组|工作机构|办公室)[”\"]?$)"
)
_TOLD = (*TOLD_OF_OFFICE, told_of_leaders, told_of_rules, told_of_headings, nothing_disclosed)


class Reader(Reckoner):
    """Reads sentence by sentence and collects claims; what a sentence leaves open (其中：) goes on in the next."""

    def __init__(self, year: int | None, names: tuple[str, ...]) -> None:
        super().__init__(year, names)
        self._end = 0
        self._open = self._listing = self._lone = self._divided = False

    def read(self, sentence: Sentence) -> None:
        """Adds the claims of one sentence."""
        if sentence.section.domain or sentence.section.plan:
            sentence = sentence._replace(section=section_of(sentence, self._memory.own))
        section, text = sentence.section, sentence.text
        if section.plan:
            self._done_all_the_same(sentence)
            self.claims = looked_over(sentence, self.claims, self.year, self.names)
            return
        self._memory.turn(section, sentence.first)
        state = State(section, counted=section.headings == self._counted_under)
        bare = unnumbered(text)
        numbered = len(bare) < len(text)
        lone = sentence.first and len(text.strip()) <= _LONGEST_LINE and _LONE.fullmatch(text) is not None
        goes_on = (self._open and lone >= self._lone) or (self._listing and numbered)
        goes_on = goes_on or (self._divided and KIND_AGAIN.match(text) is not None)
        goes_on = goes_on and sentence.start - self._end < 60
        if self._parent is not None and (goes_on or self._announces(text, bare)):
            state.parent, state.breakdown, state.topic = self._what_it_divides(self._parent, text), True, "公开"
            state.whole = WHOLE.search(text[:40]) is not None or KINDS_OF.search(section.innermost) is not None
        kinds, before = self._kinds(sentence, state)
        self._numbers(before, state)
        self._mixed_units(before)
        self._run_of_parts(before)
        self.claims = without_unrelated(sentence, self.claims)
        self.claims += [*kinds, *told_of_all(sentence, self.claims)]
        for tells in (told_behind, reason_again, by_one_way, stories_of, appeals_of, subjects_of, contents_of):
            self.claims += tells(sentence, self.claims)
        self.claims = spared(sentence, self.claims, self.proofs.spare)
        self.claims = told_besides(sentence, self.claims, self.year, self.names)
        for told in _TOLD:
            self.claims += told(sentence, self.claims)
        self.claims = without_uncounted(sentence, self.claims)
        self._denials(sentence)
        self.claims = looked_over(sentence, self.claims, self.year, self.names)
        past = state.nothing_of_the_year(text) and any(hit.unit in _ITEM_UNITS for hit in hits(text))
        self._parent = state.parent or (None if past else self._parent)
        self._divided = state.breakdown and state.parent is not None and state.items > 0
        self._end = sentence.start + len(text)
        whole = state.parent if state.breakdown else None
        numbered = numbered and whole is not None and whole.start < sentence.start
        self._listing = whole is not None and (numbered or FIRST_ITEM.search(text) is not None)
        self._lone = lone and not text.rstrip().endswith(("：", ":"))
        goes_on = lone or text.rstrip().endswith(("：", ":", "；", ";"))
        self._open = state.breakdown and goes_on and state.parent is not None

    def _kinds(self, sentence: Sentence, state: State) -> tuple[list[Claim], Sentence]:
        """The kinds that a sentence counts where no total goes on in it, and the sentence up to them (the whole if none)."""
        section = sentence.section
        of_one = section.domain and not of_many_domains(section)
        asked = "申请" in section.topics and "公开" not in section.topics
        if (of_one and not BEGINS_PLAINLY.match(sentence.text)) or asked or state.breakdown or section.hotline:
            return [], sentence
        kinds = kinds_of(sentence)
        left = without_kinds(sentence, kinds, self.year, self.names) if kinds else None
        return (kinds, left) if left is not None else ([], sentence)

    def _done_all_the_same(self, sentence: Sentence) -> None:
        """Adds what a sentence under 存在问题 says was done this year: 解读少，全年政策解读稿件只有1篇."""
        told, kept = done_in(sentence, self.year)
        if kept:
            before = len(self.claims)
            self._numbers(told, State(told.section))
            if not SOME_OF.search(told.text):
                self._denials(told)
            self.claims[before:] = [one for one in self.claims[before:] if one.code.startswith(kept)]
        cases = cases_owned(sentence, self.year)
        if cases is not None:
            known = list(self.claims)
            self._numbers(cases, State(cases.section))
            found = looked_over(cases, self.claims, self.year, self.names)
            self.claims = known + [one for one in found if one not in known and one.code.startswith(("review.", "litigation."))]

    # --- numbers ---

    def _numbers(self, sentence: Sentence, state: State) -> None:
        text, at, again, risen = sentence.text, 0, "", ""
        found = hits(text)
        of_domain = sentence.section.domain and not state.breakdown and "申请" not in text
        if of_domain and all(hit.unit in _ITEM_UNITS for hit in found):
            return  # counts of one domain's items
        for index, hit in enumerate(found):
            gap = text[at : hit.start]
            if state.bracket or gap[:1] in _OPENS:
                self._bracket(gap, state, index > 0)
            at = hit.end
            following = found[index + 1].start if index + 1 < len(found) else len(text)
            same = again and gap.strip("、，,") in _AGAIN
            words = again + gap.strip("、，,") if same else self._lead(gap, state, index == 0)
            if not text.startswith(("以上", "以内", "以下"), at):
                right = right_of(text, at, following)
                among = right.endswith("中")
                right = right.removesuffix("中")
                noun = unnumbered(_COLON.split(state.subject)[-1].removeprefix("其中")) if not (words or right) else ""
                if noun and _MERE_NOUN.fullmatch(noun):
                    words = noun  # 政府网站，15318条；政府公报，208条
                if words[-1:] in _OPENED and words and (ranked := RANKED.fullmatch(words[:-1])):
                    words = next(filter(None, ranked.groups()), words)  # 公开的最多（9件）
                if words in _BARE_COUNT or words == noun:
                    words = self._ranked(state) or words
                words = carried_over(words, state, text[hit.end : hit.end + 6], self.year)
                if risen and RISEN_TO.fullmatch(words):
                    words = risen
                risen, of_stock = risen_from(words, state.subject, text[at : at + 4])
                if risen:  # 网站信息由年初的5120条增加到6880条: what there is, of all years
                    risen = "" if of_stock and hit.unit in _ITEM_UNITS else risen
                    continue  # 由2件增加到5件
                verb = _LAST_VERB.search(words) if right and not _JOINED.isdisjoint(words) else None
                words = verb.group(1) if verb else words
                counted = self._object(sentence, hit, words, right)
                number = Number(sentence, state, hit, introducing(words, right, text[: hit.start]), counted)
                count = len(self.claims)
                self.number(number)
                state.breakdown = state.breakdown or among
                again = words if len(self.claims) == count and not ("分别" in words and "微" in words) else ""
                at += len(right) if number.object_follows else 0
                again_whole = state.parent is not None and state.parent.raw == text[hit.start : hit.end].replace(" ", "")
                behind = hit.end + (len(right) if right in _AGAIN else 0)
                unread = len(self.claims) == count and not again_whole
                if unread and AMONG.match(text, behind) and not COMPARES.search(words):
                    state.breakdown, state.parent = False, None  # what follows divides this other number
        if at and state.parent is not None and not state.breakdown and BREAKDOWN.search(text[at:]):
            state.breakdown = True

    def _ranked(self, state: State) -> str:
        """What the clause before names and ranks (最多的是社会事务类，173条); "" where it does neither."""
        subject = state.subject
        found = RANKED.fullmatch(subject) if any(mark in subject for mark in _RANKED_BY) else None
        return next(filter(None, found.groups()), "") if found else ""

    def _object(self, sentence: Sentence, hit: Hit, words: str, right: str) -> str:
        """What follows a number and may name what it counts; 共发生6件，均为行政复议 names it in the next clause."""
        if not right:
            all_are = ALL_ARE.match(sentence.text, hit.end)
            return all_are.group(1) if all_are and is_quiet(words, self.names) else ""
        post = POST.match(right) if hit.unit in PEOPLE_UNITS and "职" in right else None
        if post:
            return post["post"]
        return AFTER_OBJECT.split(right.removeprefix("具体").removeprefix("专门的"), maxsplit=1)[0].strip(_JOINTS)

    def _bracket(self, gap: str, state: State, later: bool) -> None:
        """Takes in that a colon or a bracket behind a number opens the list of what it is made of, or closes it."""
        if gap[:1] in ("（", "("):
            state.outside = (state.time, state.foreign, state.cumulative)
        elif gap[:1] in ("）", ")") and state.outside is not None:
            state.time, state.foreign, state.cumulative = state.outside  # 办结177件（含2022年结转的3件），其中…
            state.outside = None
            state.breakdown = state.breakdown and (state.parent is not None or state.bracket)
        if gap[:1] in ("（", "(") and state.last in PARENTS and not state.breakdown:
            state.breakdown = state.bracket = True
        elif state.bracket and ("）" in gap or ")" in gap):
            state.breakdown = state.bracket = False
        if later and gap[:1] in ("：", ":") and state.parent is not None:
            state.breakdown = True

    def _lead(self, gap: str, state: State, opening: bool) -> str:
        """Takes in what stands before a number and gives back the phrase that introduces it."""
        if not opening:
            share = SHARE.match(gap) if "%" in gap or "％" in gap else None
            gap = gap[share.end() :] if share else gap
            aside = ASIDE.match(gap) if "）" in gap or ")" in gap else None
            gap = gap[aside.end() :] if aside else gap
        if PLANNED.search(gap) and "结转" not in gap:
            state.time = "other"
        gap = _CALLED.sub("", _CONTAINS.sub("", gap)) if "（" in gap or "(" in gap else gap
        ended = max(gap.rfind("；"), gap.rfind(";"))
        closed = len(SPLIT.split(gap[:ended])) if ended >= 0 else 0
        parts = SPLIT.split(gap)
        phrase = parts.pop()
        before, colon, after = phrase.rpartition("：") if "：" in phrase else phrase.rpartition(":")
        all_done = colon and not after.strip() and tells_of_all(before)
        if colon and state.breakdown and before.endswith(_CLASSES) and self._discloses(after):
            phrase = before
        elif colon and not all_done and self._belongs(before, after):
            phrase = HOW_MANY.sub("信息", before) + after
        elif colon and (after.strip() or all_done):
            parts.append(before)
            phrase = after
        broken_down = state.breakdown
        for index, part in enumerate(parts):
            if closed and index == closed:
                state.reopen()
            self._note(part, state, tail=index == 0 and not opening)
        if closed >= len(parts) and closed:
            state.reopen()
        if broken_down and phrase and parts[-1:] != [phrase] and gap.rstrip(phrase)[-1:] in "；;":
            state.breakdown = True  # an item's explanation (同时还有…) does not end the list
        if not state.breakdown and BREAKDOWN.search(phrase):
            state.breakdown = True
        among = AMONG_DISCLOSED.match(phrase) if state.breakdown and "信息" in phrase else None
        return phrase[among.end() :] if among else phrase

    def _discloses(self, words: str) -> bool:
        """Whether words say no more than that something was disclosed: （机构概况类：）新增主动公开."""
        return phrase_of(words, self.year, self.names).core.removeprefix("新收") in DISCLOSES

    def _belongs(self, before: str, after: str) -> bool:
        """Whether what stands before a colon is the subject of what stands behind it: 行政复议：本年度为0, 政府网站：发布9条."""
        core = phrase_of(after, self.year, self.names).core.replace("均", "")
        return not core or (core in DISCLOSES and phrase_of(before, self.year, self.names).core in _MEDIA)

    def _note(self, part: str, state: State, tail: bool = False) -> None:
        """Takes in a clause before the phrase; `tail` is the rest of what the number before was said of."""
        if not part:
            return
        if not state.breakdown and BREAKDOWN.search(part):
            state.breakdown = True
        if "此外" in part or "另外" in part or ("同时" in part and not state.bracket):
            state.breakdown = False
        if tail:
            return
        begun = _BEGUN.match(part) if "20" in part else None
        if begun and begun.group(1) != str(self.year):
            state.cumulative = True  # 2008年3月起我局开展公开工作，配备了2名
        elif not _COMPARED.match(part) and _DATED_OR_OWN.match(part) and "根据" not in part:
            head = phrase_of(part[:60], self.year, self.names)
            state.time = head.time or state.time
            state.until = head.until
            state.foreign = state.foreign and not (head.own or head.time == "this")
        self._since(part, state)
        state.leads.append(part)
        if state.told and CITES.search(part):
            state.told.clear()  # 对照《条例》，主动公开26条: of all that it asks for
        state.told.append(part)
        state.subject = part
        match = FOREIGN.search(part) if not TAKES_PART.match(part) else None
        if match and part[: match.end()] not in ("办公室", "由办公室") and not SEAT_HAS.match(part):
            core = phrase_of(part[: match.end()] + "公开", self.year, self.names).core
            state.foreign = state.foreign or HAS_OFFICE.search(core) is not None

    # --- zeros ---

    def _denials(self, sentence: Sentence) -> None:
        text = sentence.text
        numbering = len(text) - len(unnumbered(text))
        for start, end in denials(text):
            stop = CLAUSE.search(text, end)
            inside = ASIDE.match(text, stop.start()) if stop and stop.group() in "（(" else None
            stop = CLAUSE.search(text, inside.end()) if inside and not text.startswith(_STOPS, inside.end()) else stop
            behind = CASES_BEHIND.match(text, stop.start()) if stop else None
            right_edge = behind.end() if behind else stop.start() if stop else len(text)
            if right_edge - end > 8 and not DENIABLE.search(text, end, right_edge):
                continue
            left_edge = max((match.end() for match in LEFT_EDGE.finditer(text, numbering, start)), default=numbering)
            left, right = text[left_edge:start], ASIDE.sub("", text[end:right_edge]).replace("，", "、").replace(",", "、")
            found, with_left = denied(left, right, text[:left_edge], sentence.section, self.year, self.names, text[right_edge:])
            if text[start:end] in FREE:
                found = free_of_charge(text[:start], sentence.section)
            begin = left_edge + len(left) - len(left.lstrip()) if with_left else start
            if not found or self._is_elsewhere(sentence, text[:left_edge], left, right, text[start:end]):
                continue
            raw = text[begin:right_edge].rstrip()
            at = sentence.start + begin
            self.claims += [Claim(code, at, at + len(raw), "", raw, zero=True, said="公开" in raw) for code in found]
            self._counted_under = sentence.section.headings  # 未接到投诉。热线受理4316件: the heading names no other count

    def _is_elsewhere(self, sentence: Sentence, before: str, left: str, right: str, word: str) -> bool:
        """Whether a denial is of another year, of another body, conditional, or of hotline matters."""
        because = left.strip() == "因" and BECAUSE.search(sentence.text[len(before) + len(left) :]) is not None
        conditional = (CONDITION.search(left.strip()) and not because) or _PAST.match(left) is not None
        if conditional or ELSEWHERE.search(left) or PLANS.search(left) or sentence.section.hotline:
            return True
        state = State(sentence.section)
        for part in SPLIT.split(_PARTS.split(before)[-1]):
            self._note(part, state)
        phrase = phrase_of(left, self.year, self.names)
        self._turn(phrase, left, state)
        if word == "免收" and _IN_NEED.search(left + right):
            return True
        asked = self._memory.requests or "费用" in sentence.section.topics
        alone = word == "不" and asked and not (before + left).strip()  # 都给看了。不收费。
        own = alone or phrase.own or phrase.time or state.time or _WE.fullmatch(left.strip())
        if word in ("不收取", "不") and not own:
            return True
        foreign = state.foreign and _OWN_AFFAIR.search(right) is None
        asked_for = right.rstrip().endswith("公开申请") or "信息公开的" in right  # 未收到环境信息公开申请: whatever it is about
        for name in self.names if "环境" in left else ():
            left = left.replace(name, "")  # 市生态环境局未发生行政诉讼
        return foreign or state.time in ("other", "part") or bool(not asked_for and OTHER_COMPLAINTS.search(left + right))
