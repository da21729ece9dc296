"""The kinds that clauses under what was disclosed call classes of information: 政策法规类最少，仅11条; 公示类、政策类信息各15条.

No total need be told and no list announced: what is counted there in 条 and called a class (类) is a kind of
what was disclosed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from pipelines.wording.claims import Claim, amount_of, label_of
from pipelines.wording.counts import hits
from pipelines.wording.cues import COMPARES, MEDIA, PLANS
from pipelines.wording.lists.announced import OWNER
from pipelines.wording.lists.gathering import PARENTS
from pipelines.wording.owned import own_domains
from pipelines.wording.sentences import Section, Sentence
from pipelines.wording.wordings import phrase_of, unnumbered

_MOST = 40
"""No sentence of a clerk's counts more of them; a page made to stall would."""
_UNITS, _UNITLESS = ("条", "条次", "篇"), ("-", "#")
_MOST_OF = re.compile("最[多少高低]")
_NUMBERS = ("公开数", "条数", "信息数")
"""机构职能类信息公开数为188: numbers of what is said, without a unit."""
_CODE = "disclosure.total"
_CLAUSE = re.compile(r"[，,；;。：:（(）)]")
_COUNTED = re.compile(r"(?:数量|条数|共|合|计|总|为|是|有|达到?|仅|只|约|近|分别|公开|发布|主动|新增|更新|了|信息)*")
"""What may stand alone between the comma and the count: 政策法规类最少，仅11条."""
_RANKED = (
    r"(?:数量|条数|公开量?)?(?:(?:为|是)?最[多少高低]|居[首次末]位?|位居[^，,]{1,4}|居多|次之|排[名在]?[^，,]{1,4}|占[^，,]{1,8})?"
)
_CLASS = re.compile(
    r"(?P<label>[^，,；;。：:、（()）\d]{2,20}(?<!各)类)(?:的|政府|政务)?(?:信息)?(?:的)?(?:主动)?(?:公开|发布|更新)?(?:了|的)?(?:信息)?"
    rf"(?:总?[数条]?[量数])?{_RANKED}[，,]?{_COUNTED.pattern}"
)
_EACH = re.compile(
    r"(?P<labels>(?:[^，,；;。：:、（()）\d]{2,14}类(?:信息)?[、和及与]){1,5}[^，,；;。：:、（()）\d]{2,14}类)(?:信息)?(?:公开|发布)?了?各(?:有|为|公开)?"
)
_MATTER = re.compile(r"涉及(?P<label>[^，,；;。：:、（()）\d]{2,14}?)(?:方面|领域)?的?信息(?:主动)?公开(?:了|有|共|计|为)*")
"""涉及民生方面的信息公开63条."""
_TOPIC = re.compile(
    r"(?P<label>(?!(?:政府|政务|各类|公众)?信息)[^，,；;。：:、（()）\d]{2,16}(?:信息|结果|名单|公告))(?:主动)?公开(?:了|有|共|数量?)*"
)
_TOPICS = 3
"""卫生许可信息公开152条；校验结果公开37条；…: so many clauses of nothing else are a list."""
_WORDS = ("更新量", "发布量", "网站的")
_VOLUME = re.compile(
    r"(?:[^，,；;。：:\d]{0,30}(?:网站?|新媒体|平台)上?(?:全年|今年|本年度?)?|全年|今年|本年度?)?"
    r"(?P<label>(?!(?:政府|政务|各类|公众)?信息(?!公开目录))[^，,；;。：:、（()）\d]{2,14}?)(?:信息)?(?:更新|发布|公开)量"
)
"""县政府网站全年概况类信息更新量7条，工作动态信息更新量212条."""
_OF_A_SITE = re.compile(
    r"[^，,。；;、\d]{0,16}网站的(?P<label>(?!(?:政府|政务|各类|公众)?信息)[^，,；;。：:、（()）\d]{2,14}?(?:动态|公告|公示|文件|要闻))(?:类)?(?:信息)?(?:发布|更新|公开)(?:了|共|数量?)*"
)
"""信息公开网站的工作动态信息发布52篇: one kind of what it printed."""
_LEADS = re.compile(
    r"^(?:其中|此外|另外|同时|其次是?|再次是?|最后是?|以(?!上)|还有|包括|(?:全年|今年|本年度?|共|累计|主动)*(?:公开|发布|更新)了?|主要[是有为]?|分别[是为]?|具体[为是]?)+"
)
_NOT_DISCLOSED = re.compile(
    r"申请|答复|热线|12345|信访|咨询|投诉|举报|留言|诉求|来电|来信|建议|提案|采用|采纳|录用|报送|上报|约稿|阅读|点击|转办|办结|受理|累计|历年|以来|征集|问题|检查发现|错误|整改"
)
_OF_THE_YEAR = re.compile("累计(?=公开|发布|更新)")
_AMONG = re.compile(r"\s*(?:其中|具体|[（(]?[\d一二三四五六七八九十]{1,2}[、.．）)]|[一二三四五六七八九]是)")
_NO_CLASS = re.compile(
    r"^(?:政府信息|政务信息|信息|各|这|该|此|上述|以上|几|分|同|本|每|某|[两二三四五六七八九十]大?|政府|政务)+类$"
)


def classes_told(
    sentences: Sequence[Sentence], claims: list[Claim], year: int | None, names: Sequence[str]
) -> list[Claim]:
    """The claims with the classes that sentences on what was disclosed count; what else a class was taken for goes.

    `names` are the publisher's: the 教育类 information of a 教育局 is all of its own.
    """
    own = own_domains(names[0]) if names else ()
    at: dict[int, Claim] = {}
    for one in claims:
        if one.start not in at or one.label is not None:
            at[one.start] = one
    found: list[Claim] = []
    before: Sentence | None = None
    for sentence in sentences:
        text = sentence.text
        placed = "网" in text and _ON_SOME_SITE.search(text) is not None
        worded = "类" in text or any(word in text for word in _WORDS)
        if worded or placed or ("公开" in text and ("涉及" in text or text.count("公开") >= _TOPICS)):
            told = _told(sentence, before, at, year, own)
            found += told
            at |= {one.start: one for one in told}
        before = sentence
    starts = {one.start for one in found}
    return [*(one for one in claims if one.start not in starts), *found] if found else claims


def _of_disclosure(section: Section, text: str) -> bool:
    topics = section.topics
    placed = not topics and _ON_SOME_SITE.search(text) is not None
    return ("公开" in topics or placed) and "申请" not in topics and not (section.domain or section.plan or section.hotline)


def _told(
    sentence: Sentence, before: Sentence | None, at: dict[int, Claim], year: int | None, own: Sequence[str]
) -> list[Claim]:
    """The classes of one sentence, none where it speaks of requests, of earlier years or of what others printed."""
    text = sentence.text
    if not _of_disclosure(sentence.section, text) or PLANS.search(_MOST_OF.sub("", text)):
        return []
    told = _OF_THE_YEAR.sub("", text) if "累计" in text and "截" not in text else text
    again = (_is_placed_again, _is_of_a_site)
    items = [item for item in _items(sentence) if not _taken(item, at) or any(one(sentence, item, at) for one in again)]
    found = [item for item in items if (item.label or "").removesuffix("类") not in own]
    if "公开" not in sentence.section.topics or _NOT_DISCLOSED.search(told):
        found = [item for item in found if _is_placed(sentence, item)]
    if len(found) < _TOPICS:
        topics = [item for item in found if _TOPIC.fullmatch(f"{item.label}公开") and not _is_placed(sentence, item)]
        found = [] if topics else found
    apart = found and not _is_placed(sentence, found[0])
    if not found or (apart and _of_another_count(sentence, before, found[0], at, year)):
        return []
    fit = [item for item in found if phrase_of(text[: item.start - sentence.start][-100:], year).time not in ("other", "part")]
    return [item for item in fit if len(found) > 1 or item.start not in at or not apart]


def _of_another_count(
    sentence: Sentence, before: Sentence | None, first: Claim, at: dict[int, Claim], year: int | None
) -> bool:
    """Whether the classes divide what is no count of the year's disclosure: 清理失效信息120条，其中政策类40条."""
    head = sentence.text[: first.start - sentence.start]
    if phrase_of(head[-100:], year).time in ("other", "part"):
        return True  # 去年公开信息中，财务类30条，人事类20条
    whole = sentence
    if before is not None and not hits(head) and (_AMONG.match(sentence.text) or not sentence.first):
        whole, head = before, before.text
    counted = [hit for hit in hits(head) if hit.unit in ("条", "篇", "件", "条次")]
    if _NOT_DISCLOSED.search(head) or not counted:
        return bool(counted)
    known = [at.get(whole.start + counted[index].start) for index in ((0, -1) if whole is before else (-1,))]
    return not any(one is not None and (one.label is not None or one.code in PARENTS) for one in known)


def _taken(item: Claim, at: dict[int, Claim]) -> bool:
    """Whether a count is another's already; 政策解读类5条 among classes is one of them, and so is what was weakly the whole."""
    here = at.get(item.start)
    whole = here is not None and here.code == _CODE and here.weak
    return here is not None and (here.label is not None or not (whole or here.code == "response.policy_interpretations"))


def _items(sentence: Sentence) -> Iterator[Claim]:
    text, begin = sentence.text, 0
    units = (*_UNITS, *_UNITLESS) if any(word in text for word in _NUMBERS) else _UNITS
    for hit in islice(hits(text), _MOST):
        gap, begin = text[begin : hit.start], hit.end
        if hit.unit not in units or COMPARES.search(gap):
            continue
        for label in _labels(gap):
            start, end = sentence.start + hit.start, sentence.start + hit.end
            yield Claim(_CODE, start, end, hit.unit, text[hit.start : hit.end], label=label, listed=True)


_ON_SOME_SITE = re.compile("网[^，,。；;、\\d]{0,20}(?:公开|发布|公布|更新)[^，,。；;、\\d]{2,20}\\d")
_ON_A_SITE = re.compile(
    r"^(?:(?:20\d\d年度?|全年|今年|本年度?)[，,]?)?(?:(?:[我本]?[局镇乡委办]|街道)(?=通过|在|利用|依托))?(?:通过|在|利用|依托)"
    r"(?![^，,。；;、\d]{0,12}(?:采购|招标|省|国家|中国(?!·)))[^，,。；;、\d]{2,30}?(?:网站|官网|网)(?:平台)?[”\"]?上?"
    r"(?:[“\"][^“”\"]{2,16}[”\"]|[^，,。；;、\d]{0,10}(?:专栏|栏目|专区|目录))?[上中]?(?:主动|累计|共|全年|及时)*(?:公开|发布|公布|更新)了?(?=[^，,。；;、\d]{2,})"
)
_KIND = re.compile(
    r"(?!(?:各类|有关|相关|政府|政务|工作|公开|法定|主动|部门|各种)*(?:信息|内容|消息|文章|稿件|图文|资讯|新闻|报道))"
    r"(?P<label>(?!(?:政策|文件)*解读)[^，,、。；;\d]{2,14}?(?:动态|公告|公示|文件|公文|通知|信息))(?:发布量|公开量|数量?|条数)?(?:共|共计|合计)?"
)
"""（通过县政府网站公开）动态信息发布量: one kind of what a website printed."""


def _is_placed(sentence: Sentence, item: Claim) -> bool:
    """Whether the clause of a count begins with the website on which the kind was printed."""
    clause = _OF_THE_YEAR.sub("", _CLAUSE.split(sentence.text[: item.start - sentence.start])[-1])
    return _ON_A_SITE.match(unnumbered(clause)) is not None and not _NOT_DISCLOSED.search(clause)


def _is_placed_again(sentence: Sentence, item: Claim, at: dict[int, Claim]) -> bool:
    """Whether a count was taken for the website's, of which all was counted before: 网站发布政务动态信息27条, of 420."""
    here = at.get(item.start)
    if here is None or here.code != "channel.website" or here.label is not None:
        return False
    sites = (one for one in at.values() if one.code == here.code and one.label is None and one.start < item.start)
    return any(amount_of(one.raw) > amount_of(here.raw) for one in sites) and _is_placed(sentence, item)


def _is_of_a_site(sentence: Sentence, item: Claim, at: dict[int, Claim]) -> bool:
    """Whether a count was taken for the website's that is of one kind on it: 信息公开网站的工作动态信息发布52篇."""
    here, words = at.get(item.start), _CLAUSE.split(sentence.text[: item.start - sentence.start])[-1]
    if here is None or here.code != "channel.website" or here.label is not None:
        return False
    return (_OF_A_SITE.fullmatch(words) or _VOLUME.fullmatch(words)) is not None


def _labels(gap: str) -> list[str]:
    """The classes that the words before a count name: one, or several that have as many each; none where they name none."""
    clauses = _CLAUSE.split(gap.lstrip(" 、，,；;。）)和及"))
    words = clauses.pop().strip()
    if _COUNTED.fullmatch(words) and clauses:
        words = f"{clauses.pop().strip()}，{words}"
    plain = unnumbered(words)
    placed = _ON_A_SITE.match(plain) if "网" in plain else None
    words = _LEADS.sub("", plain[placed.end() :] if placed else plain)
    each = _EACH.fullmatch(words) if "各" in words else None
    kind = _KIND.fullmatch(words) if placed else None
    of_site = (_OF_A_SITE.fullmatch(plain) or _VOLUME.fullmatch(plain)) if any(word in plain for word in _WORDS) else None
    told = of_site or _CLASS.fullmatch(words) or _MATTER.fullmatch(words) or _TOPIC.fullmatch(words) or kind
    told = None if each else told
    named = re.split("[、和及与]", each["labels"]) if each else [told["label"]] if told else []
    labels = [label_of(one, "条") for one in named if not (_NO_CLASS.fullmatch(one) or MEDIA.search(one) or OWNER.search(one))]
    return [one for one in labels if one] if len(labels) == len(named) and None not in labels else []
