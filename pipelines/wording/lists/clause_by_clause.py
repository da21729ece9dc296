"""Kinds that clauses say were disclosed and that no run holds: beside counts of other units, before their verb, next to the work.

公开会议纪要14份，政府公报4期，人事任免9件; 财政决算信息公开12条; 推进民生领域信息公开，防汛动态信息31条. The look is the last
one, beside a form alone, at what `put_out.py` and all others left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from pipelines.wording.claims import Claim, amount_of, label_of
from pipelines.wording.counts import hits
from pipelines.wording.cues import COMPARES, DOMAINS, FOREIGN, HAS_OFFICE, MEDIA, PLANS
from pipelines.wording.lists.announced import CATALOGUE, NO_DISCLOSURE, OWNER
from pipelines.wording.lists.gathering import PARENTS
from pipelines.wording.lists.label_words import DOCUMENT_YEAR
from pipelines.wording.lists.put_out import AMONG_THEM, VERBS, is_open
from pipelines.wording.owned import own_domains
from pipelines.wording.sentences import Sentence
from pipelines.wording.weighing import weighed
from pipelines.wording.wordings import phrase_of, unnumbered

_MOST, _FAR = 60, 100
_UNITS, _PAPER_UNITS = ("条", "篇"), ("件", "份", "个")
_EXPLAINED = "response.policy_interpretations"
_INFORMATION = (*_UNITS, *_PAPER_UNITS)
_VERB = (
    r"(?:主动|集中|累计|共计?|及时|依法|重点|同步|按[时期]|总共|一共|持续|对外|(?:面)?向社会|全年|今年|年内|新)*"
    r"(?:公开(?!网|平台|大厅|[栏类数条件率量方渠形载途范]|目录|专栏|指南|年[报度]|制度|条例|(?<=[息务]公开)工作|工作(?!动态|要闻|总结)|申请|内容|领导|[的与和及、或竞]|招[聘考标录]|选[拔聘调]|征[集求询]|规定|流程|标准)|发布(?!会|量|数|平台|厅)|公布|公示(?!公告|系统|[栏牌期和及与、]|平台|信息)|更新(?!改造|量))"
    r"(?:公布|发布|公示|公开(?=[^，,。；;]{3}))?了?(?:各类(?![^，,。；;]*、))?"
)
_PLACED_NEXT = r"(?![^，,。；;]{0,12}(?:平台|网站?|专栏)[上中]?(?:主动)?(?:公开|发布))"
_TOLD = re.compile(rf"(?P<lead>[^，,。；;：:]{{0,40}}?){_VERB}{_PLACED_NEXT}(?P<label>(?:20\d\d年度?)?[^，,。；;：:\d]{{2,64}})")
_BEHIND = re.compile(
    r"(?:其中)?(?P<label>(?!涉及|[^，,。；;]{0,40}(?:(?<!公)共(?!同)|各类|累计|完成|全年))[^，,。；;：:\d]{2,40}?)(?:公开|发布|更新)"
)
"""财政决算信息公开12条: the verb stands behind the kind."""
_CLAUSE = re.compile(r"[，,；;：:。（(）)]")
_BETWEEN = re.compile(r"(?:信息)?\s?(?:[（(][^（）()]{0,40}[）)])?\s?(?:[，,、；;]\s?)?(?:和|及|以及|与)?")
"""What stands between an item's count and the next item's name."""
_NOT_OURS = re.compile(
    r"(?:[应拟不未非须可予]|依申请|(?<!网站)(?<!公开)(?<!公开基础)(?<!公开统一)平台|栏目|专栏|系统|板块|专区|大厅)[中上里内]?[，,]?$|归集|历史|推动|要求|督促|指导|督办|检查|清理|开放目录"
    r"|\d\s?[家个](?:[^，,。；;\d]{0,8}(?:单位|部门|企业|乡镇|街道))|(?:省|国家|信用|采购|招标)[^，,。；;市县区]{0,14}(?:网站?|平台|系统)"
)
_TOWN = re.compile(r"(?<![我本全城])(?:[乡镇村]|街道|社区)$")
_GENERAL = re.compile(
    r"(?:各[种级]?|有关|相关|[省市县区镇乡街]?道?(?:本级)?(?:人民)?政府(?:办公室|办)?|政务|[公本]共?众?|工作|重要|重点|最新|权威|主动|公开|法定|依法|全部|所有|本级|社会|部门|机关|其[他它余]|上述|以上|多|原创|进展|相同|涉及|[、和及类的])*"
    r"(?:信息|内容|消息|文章|图文|稿件|资讯|资料|数据|报道|要求|工作)*(?:(?<=信息)(?:文件|公开|发布|更新))?"
)
_PAPERS = (
    r"(?:文件|公文|发文|公告|公示|通知|通告|通报|年报|报告|纪要|指南|方案|规划|计划|预算|决算|批复|决定书?|意见书|名单|任免|总结|要点|白皮书)"
)
_NOUNS = "流程|动态|要闻|新闻|法规|政策|措施|资料|数据|会议"
_NAMED = re.compile(rf"[^，,、。；;：:\d]{{0,24}}(?:{CATALOGUE}|{_PAPERS}|{_NOUNS})(?:信息|类|公开)*")
_IN_PAPERS = re.compile(rf"[^，,。；;：:\d]{{0,40}}(?:{_PAPERS}|预决算|工作动态)(?:信息|类|公开)*")
_NO_KIND = re.compile(
    r"规范性?文件|^(?:政策)?解读|建议|提案|议案|复函|公报|发布会|访谈|直播|回应|舆情|关切|征集|征求|意见|调查|问卷|留言|来信|咨询|答复|办件|错误|问题|链接|视频"
    r"|热线|投诉|转载|推送|报送|(?:条例|规章|事项|(?<!重点)(?<!建设)项目|许可|处罚|清单|采购合同|采购项目|(?<!信息公开)目录)(?:信息)?$|收费|专栏|专题(?!会)|栏目|^(?:各(?!类)|[并类”\"])|^信息(?!公开|化)|^法定(?:主动)?公开文件|^其中$|的工作信息$|各部门|各单位|人次|阅读|学习|培训|下发|^答复|相同|预警信息"
)
"""Rows of their own, and what is counted otherwise."""
_BARE = ("文件", "公文")
_OF_THE_DOMAIN = re.compile(r"(?:领域|方面)?(?:相关|有关)?(?:政务|政府)?(?:信息)?$")
_DECISIONS = re.compile(r"^行政(?:许可|处罚|强制|检查)(?:决定)?$")
_EXPLAINS = re.compile(r"(?:解读|图解)(?:信息|稿|材料|文章|产品|文件|类)*$")
_DOMAIN = re.compile(rf"(?:{DOMAINS})(?:配置|领域|服务|工作)?")
_WITH_EXPLANATIONS = re.compile("(?:及|和|与)(?:政策|文件)?解读$")
_EACH = re.compile("[、及和与]")
_EXAMPLES = re.compile(r"、[^，,。；;]*等[^等]{0,12}$|等(?:各类|多类)[^等]{0,6}$")
"""公开甲、乙、丙等信息: as likely all there is, and examples of it."""
_OF_DOMAIN = re.compile(r"等((?:重点|主要|关键)?(?![多各几])[^等、，,]{0,6}(?:领域|项目))的?(?:各类|政府|政务)*信息")
_FILLING = re.compile(r"(?<=领域)(?:各类|政府|政务)(?=信息$)|^[县区市镇乡](?=财政信息)")
_FURTHERED = re.compile(r"(?:推进|加强|深化|强化|加大|突出|做好|抓好)[^，,。；;：:\d]{2,20}信息公开(?:力度)?[，,：:]$")
"""四是推进民生领域信息公开，防汛抗旱动态信息68条: what stands next is put out, too."""
_CLASS_BEFORE = re.compile(r"(?:^|[；;：:]|[一二三四五六七八九]是)([^，,。；;：:\d]{2,14}类)[，,：:]$")
"""三是惠农补贴类，发布甲、乙等信息19条: the clause before names the kind."""


def kinds_by_clause(
    sentences: Sequence[Sentence], claims: list[Claim], year: int | None, names: tuple[str, ...]
) -> list[Claim]:
    """The claims with the kinds that sentences say were put out and that no other reader took."""
    told = [one for one in sentences if any(verb in one.text for verb in VERBS)]
    if not told:
        return claims
    reader = _PutOut(claims, year, names)
    found = [one for sentence in told for one in reader.kinds(sentence)]
    kinds = {one.start for one in found}
    told_so = (*PARENTS, _EXPLAINED)
    return [*(one for one in claims if one.start not in kinds or one.code not in told_so), *found] if found else claims


def _words(gap: str) -> str:
    """What stands before a count in its clause, or in the one before it where the count stands alone: 公开财政信息，12条."""
    clauses = _CLAUSE.split(gap)
    alone = len(clauses) > 1 and not clauses[-1].strip("共计有为 ") and gap[-len(clauses[-1]) - 1] in "，,"
    return gap[-len(clauses[-1]) - len(clauses[-2]) - 1 :] if alone else clauses[-1]


class _PutOut:
    """What is known of a report when its verbs are looked at: which numbers are taken, and how many there are in all."""

    def __init__(self, claims: Sequence[Claim], year: int | None, names: tuple[str, ...]) -> None:
        stand = weighed(claims)
        self.taken = {one.start for one in stand} | {one.start for one in claims if one.label is not None}
        self.explained = {one.start for one in stand if one.code == _EXPLAINED and one.label is None}
        self.taken -= self.explained
        wholes = [one for one in stand if one.code in PARENTS and one.label is None]
        self.whole = max((amount_of(one.raw) for one in wholes), default=Decimal(0))
        self.taken -= {one.start for one in wholes if one.weak and amount_of(one.raw) < self.whole}
        self.weak = {one.start for one in wholes if one.weak}
        self.year, self.names = year, names
        self.own = own_domains(names[0]) if names else ()
        self.of_town = bool(names) and any(kind in names[0] for kind in ("镇", "乡", "街道"))

    def kinds(self, sentence: Sentence) -> Iterator[Claim]:
        """The kinds of one sentence: each behind a verb, or behind another that is; or before a verb of its own."""
        text, at, led = sentence.text, 0, False
        for hit in islice(hits(text), _MOST):
            begin, at = at, hit.end
            words = _words(text[begin : hit.start])
            before, words = text[: hit.start - len(words)], words.strip("，, 、")
            told = _TOLD.fullmatch(unnumbered(words)) if not text.endswith("、", 0, hit.start) else None
            if told:
                led = is_open(sentence.section, text[: hit.start], told["label"]) and self._is_ours(before, told["lead"])
            elif _FURTHERED.search(before):
                led = words.endswith("信息") and is_open(sentence.section, text[: hit.start], words) and self._is_ours(before, "")
            elif not _BETWEEN.fullmatch(text, begin, len(before)):
                led = False
            behind = _BEHIND.fullmatch(words) if not (told or led) and words[-2:] in VERBS else None
            behind = behind if behind and is_open(sentence.section, text[: hit.start], words) else None
            if not (led or (behind and self._is_ours(before, ""))):
                continue
            raw, start = text[hit.start : hit.end], sentence.start + hit.start
            claim = Claim("disclosure.total", start, start + len(raw), hit.unit, raw, listed=True)
            if told:
                claim.label = self._first(told["label"], claim, before + told["lead"])
                goes_on = hit.unit in _INFORMATION and not _of_all(told["label"])
                led = claim.label is not None or (goes_on and AMONG_THEM.match(text, hit.end) is None)
            elif behind and not self._is_owner(behind["label"]) and start not in self.weak:
                claim.label = self._first(behind["label"], claim, before)
            elif behind:
                continue
            else:
                words = words.lstrip("和及与").rstrip("共计")
                claim.label = _kind(words, words, claim.unit)
            if claim.label and self._is_free(claim, claim.label, first=told is not None):
                yield claim

    def _is_owner(self, words: str) -> bool:
        """Whether words before a verb name who discloses: 县财政局信息公开31条."""
        return OWNER.search(words.removesuffix("信息")) is not None or any(name in words for name in self.names)

    def _is_free(self, claim: Claim, label: str, first: bool) -> bool:
        """Whether a number is no other reader's, and its kind not all that the publisher discloses."""
        if _OF_THE_DOMAIN.sub("", label) in self.own:
            return False
        if claim.start in self.explained:
            return len(_EACH.split(label)) > 1  # 办事指南及政策解读: more than explanations
        return claim.start not in self.taken or (not first and claim.start in self.weak)

    def _is_ours(self, before: str, lead: str) -> bool:
        """Whether what a verb puts out is the publisher's own, of this year and by no medium of its own."""
        whole = f"{before[max(before.rfind('；'), before.rfind(';')) + 1 :]}{lead}"[-_FAR:]
        if _NOT_OURS.search(f"{before[-24:]}{lead}") or PLANS.search(f"{whole}公开") or (_TOWN.search(lead) and not self.of_town):
            return False
        phrase = phrase_of(whole, self.year, self.names)
        office = FOREIGN.search(f"{whole}公开") is not None and HAS_OFFICE.search(phrase.core) is not None
        return not (phrase.time in ("other", "part") or phrase.until or office)

    def _first(self, words: str, claim: Claim, before: str) -> str | None:
        """The kind right behind a verb, which its noun must show to be one."""
        words = words.strip().rstrip("共计")
        examples = claim.unit in _UNITS and _EXAMPLES.search(words) is not None
        if examples and ("以及" in words or not self._is_part(before, claim.raw)):
            return None
        if (dated := DOCUMENT_YEAR.match(words)) is None and words.startswith("20"):
            return None
        words = words[dated.end() :] if dated else words
        named = (_CLASS_BEFORE.search(before) if examples else None) or _OF_DOMAIN.search(words)
        label = _kind(words, named[1] if named else words, claim.unit)
        if label in _BARE and claim.unit in _UNITS:
            return None  # 公开文件312条，其中…: all there is
        sure = claim.unit not in _UNITS or words.endswith(("信息", "类", "动态")) or _DOMAIN.fullmatch(label or "")
        return label if sure or _NAMED.fullmatch(_WITH_EXPLANATIONS.sub("", label or "")) else None

    def _is_part(self, before: str, raw: str) -> bool:
        """Whether what is put out with examples is less than a whole told elsewhere, and no website's own count."""
        return amount_of(raw) < self.whole and MEDIA.search(_CLAUSE.split(before)[-1]) is None


def _kind(words: str, name: str, unit: str) -> str | None:
    """The label that a name makes; None where it names no information, or a row of its own."""
    if words.endswith("各") or (name.startswith("各类") and "、" in name):
        return None
    if MEDIA.search(name) or NO_DISCLOSURE.search(name) or COMPARES.search(name):
        return None
    label = label_of(name, "条")
    label = _FILLING.sub("", label.removeprefix("领域").removeprefix("方面")) if label else ""
    if not label or _GENERAL.fullmatch(label) or _NO_KIND.search(label) or OWNER.search(label):
        return None
    if all(map(_EXPLAINS.search, _EACH.split(label))) or (unit == "个" and not label.endswith("文件")):
        return None
    paper = words.endswith("信息") or _IN_PAPERS.fullmatch(label) or (_DOMAIN.fullmatch(label) and not _DECISIONS.search(label))
    return label if unit in _UNITS or (unit in _PAPER_UNITS and paper) else None


def _of_all(words: str) -> bool:
    """Whether what is put out is of any kind, or copied, so that what is counted next is none: 公开信息29条、办事信息8条."""
    plain = words.rstrip("共计有达为")
    return _GENERAL.fullmatch(plain) is not None or any(one.search(words) for one in (MEDIA, NO_DISCLOSURE, _DECISIONS))
