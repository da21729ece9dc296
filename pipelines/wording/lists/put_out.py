"""Kinds that a clause says were disclosed, without a total: 主动公开政策文件8件、会议纪要3份; 发布招商信息12条.

A verb of disclosure stands right before the first one's name, and nothing says that it was somebody else's, another year's
or what a medium other than a website printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from pipelines.wording.claims import AND_SO_ON, Claim, label_of
from pipelines.wording.cues import COMPARES, FOREIGN, MEDIA
from pipelines.wording.lists.announced import NO_DISCLOSURE, OTHERS
from pipelines.wording.lists.blocks import Block
from pipelines.wording.lists.gathering import PARENTS
from pipelines.wording.lists.left import PAPERS, REQUESTS, Left, kinds_left, may_be_a_kind, value_at
from pipelines.wording.owned import own_domains
from pipelines.wording.sentences import Section, Sentence
from pipelines.wording.wordings import phrase_of

AMONG_THEM = re.compile(r"[，,（(]\s?其中")
_CLOSED = re.compile("[）)]")
"""发布解读材料31件，其中政府文件9件: parts of a row of its own."""
_ALL_PAPERS = re.compile(r"(?:各[类种]|全部|所有|本级|部门|政府)*(?:文件|公文)(?:信息)?")
"""全年公开各类文件85件，其中通知31件，情况通报9件: kinds, whatever they are counted in."""
VERBS = ("公开", "发布", "公布", "公示", "更新", "上传")
_VERB = re.compile(
    r"(?<!信息)(?<![政村财党事]务)(?<!办事)(?<!结果)(?<!其他主动)"
    r"(?:主动公开的(?=[^，,。；;\d]{2,20}(?:文件|公文)$)|公开(?:发布)?(?![申栏数墙屏榜量网和与及、]|主体|指南|制度|条例|规定|保密|流程|承诺|平台|标准|评议|范围|方式|形式|渠道|载体|途径|工作(?!动态|要闻|总结)|目录"
    r"|办[公理]|年报|年度(?:报告|工作报告|信息)|信息(?:$|公开(?:$|信息)))"
    r"|(?<!数据)(?:发布|公布|更新|上传)(?:公开(?!目录|指南|年报|制度)|更新|发布)?(?![会量数率改换和与及、])|公示(?![栏牌墙屏和与及、]|公[告示开]|通[告知]))"
    r"[了出]?(?!的)(?:各[类项种]|有关|相关|涉及|关于)*(?=[^，,。；;]{2})"
)
"""What is done with a kind right before its name; 信息公开指南 and 发布会 are names."""
PIECES = frozenset("件份个")
_OF_PAPERS = re.compile(
    r"(?:文件|公文|发文|文书|纪要|会议|公告|公示|通告|通知|信息|规划|计划|方案|报告|年报|概况|指南|目录|名单|政策|措施|材料)$"
)
_PLAIN_NOUN = re.compile(
    r"(?!政务类)(?:各级?|类|各领域|全部|所有|有关|相关|政府|政务|工作|图文|原创|最新|日常|新增|重要|权威|优质|正面|宣传|法定|基础|主动|重点)*"
    r"(?:(?:(?:工作)?进展|成效|成果)?信息|消息|内容|资讯|数据|稿件|文章|图文|推文|新闻|视频|作品|报道|事项|案[件例]|目录|工作|栏目|数量?|文件信息|信息文件|途径|渠道)?(?:公开)?(?:信息)?"
)
"""What names no kind: all that there was, or what accounts and papers print."""
_OTHER_ROWS = re.compile(
    r"^的|、$|^多个?(?:重点|关键)?领域|^动态$|^涵盖|领域的|^包括|^转[载发]|^原创|^(?:政府|政务)?信息(?!公开|化|安全|技术|系统)|^(?:历年|免于|以上|上述|上年|去年)|[超近约达]$|解读|图解|规范性?文件$|规章$|发布会|访谈|建议|提案|议案|留言|意见|征集|诉求|问题|热点|关切|舆情|回应|回复|咨询"
    r"|公报|简报|稿$|推文|视频|微博|微信|短信|文章$|报道|热线|工单|投诉|举报|申请(?!公开(?:统计|指南|目录|制度))|复议|诉讼|公开栏|许可决定|处罚决定|处罚案|检查|(?<!领导)(?<!政务)活动|点击|浏览|阅读|人次|关注"
    r"|粉丝|栏目数|条例|调查|问卷|作品|事项$|(?:共享|开放)目录|数据集|公开各|各?部门[和、及]|各单位|发布量|[（(]"
)
"""What is counted in rows of its own, or is nobody's kind."""
_SOME = re.compile(
    r"^(?:各级各部门|(?:全[省市县区镇乡])?各[类项种]|有关|相关|涉及|关于|领域|方面)|(?<=[领区]域)(?:各类|相关|有关)?(?:政府)?信息$|(?<=[一-龥]{2})(?<![及和与])(?:相关|有关)(?:数据|内容|资料)$"
)
_BY_NAME = re.compile(
    r"^《.{2,90}等(?:各类|一系列|有关|相关)?(?=[^等《》]{2,12}$)|^[^等]{1,60}、[^等]{1,40}等(?=[^等]{2,8}(?:类|类信息|公告|公示)$)"
)
"""《旱情预案》、节水办法等各类政策文件; 招标、维修等公示类信息: what sums them up is the kind."""
_SUMMED_UP = re.compile(r"^[^等]{2,40}等(?:有关|相关|各类|方面|领域|(?=重点.{1,6}领域))的?(?=[^等]{3,12}$)")
"""招聘、采购等有关公示公告 are 公示公告."""
_MOST = 2
"""职能、动态、人事、财政等信息 are all there is."""
_OF_THE_SEAT = re.compile(
    r"(?:[省市县区旗镇乡]|街道)?(?:本级|部门|机关|(?:本级)?(?:人民)?政府(?:[和及与、](?:[省市县区旗镇乡]?(?:人民)?政府)?办(?:公室)?)?)信息"
)
"""公开县政府及政府办信息214条: all that a seat has."""
_IN_A_COLUMN, _SHORT = re.compile(r"(?:栏目?|系统|板块|版块|频道)[上中]?(?:主动|共|累计)*[公发更]\S{1,3}$"), 3
"""政策文件查询系统公开文件9份: the column is the kind."""
BESIDE_KINDS = ("response.policy_interpretations", "normative_documents.issued", "disclosure.normative_documents")
"""Rows that clerks count among kinds: 公开会议信息4条、政策解读9篇、人事信息3条."""
_COUNT, _SITE = re.compile(r"\d[条件篇份]"), re.compile(r"网站|官网|门户")
_ANEW = re.compile(r"[；;]\s?(?=(?:全年|今年|本年|年内|20\d\d年)[^；;]{0,60}$)")
"""微信公众号发布59条；全年公开文件85件: the second is no account's."""
_DAILY = re.compile("(?:质量?|[雨水旱墒]情)[日周月]报")
_AND_OTHERS = re.compile(r"等(?:[多各]种)?(?:新媒体)?(?:渠道|方式|形式|平台|载体|途径|媒[体介])")
_JUST_PRINTED = re.compile(r"公报[^，,。；;\d]{0,12}\d{1,3}\s?期[，,、][^，,。；;\d]{0,40}$")
"""刊印公报3期，发布文件9件: what it printed; 刊印公报3期，废止文件9件，公开会议信息4条 is another matter."""
_NOT_HERE = re.compile(
    r"申请(?!公开(?:统计|指南|目录|制度))|答复|受理|复议|诉讼|留言|热线|信箱|咨询|投诉|举报|采用|点击|浏览|阅读|档案馆|图书馆|移[送交]|至今|开通|历年|梳理|归集|子栏目|省政府网|信用信息"
)
_OF_COLUMNS = re.compile(r"(?:建议|提案)(?:、|和|及|提案)*[^，,、。；;\d]{0,4}(?:办理|答复)|(?:民意|意见|网上|调查)+征集$")
"""What columns of a site are called by what was done: 提案办理4条、民意征集1条."""
_ENDS = re.compile(
    r"收到|受理|办[理结]|答复|发现|抽查|检[查测]|巡[查检]|监测到|回复|开展|组织|召开|举办|回应|接待|处理|采纳|转[发载]|编发|制[发定]|印发|参加|完成|整改(?!情况|结果)|制作|修改|清理|废止|推送|报送|上报|解读"
    r"|(?:[”\"号网站台报道]|栏目|专栏)上?(?:公开|发布|公布|更新|上传|刊登|推出)(?:了|的|信息)*(?:[共计约达为])*$"
)


def kinds_beside_a_form(
    sentences: Sequence[Sentence], claims: list[Claim], year: int | None, names: tuple[str, ...]
) -> list[Claim]:
    """The claims with the kinds that none of them has, those too that are told one by one.

    A form of 2019 or later counts nothing disclosed, and the prose beside it tells kinds; elsewhere 公开财政信息45条 is of one
    domain and no more.
    """
    return _explanations(sentences, kinds_left(sentences, claims, year, _PutOut(claims, year, names)))


_EXPLAINS = re.compile(r"解读(?:信息|材料|文件|稿件|产品)?$")
_WITH_IT = re.compile(r"(?:配[套发]|同步|实质性|规范性文件\s?\d{1,5}\s?[件个份条][，,、])[^，,；;。]*$")
"""政策文件5条，同步发布解读12条: no kind of what is disclosed, but a row of its own."""


def _explanations(sentences: Sequence[Sentence], claims: list[Claim]) -> list[Claim]:
    """The claims, of which those are explanations of policies that are said to go with what was disclosed."""
    told = [one for one in claims if one.label is not None and one.code in PARENTS and _EXPLAINS.search(one.label)]
    if not told:
        return claims
    known = any(one.code == _INTERPRETATIONS and not one.label for one in claims)
    gone: set[int] = set()
    for sentence in sentences:
        for one in told:
            at = one.start - sentence.start
            if 0 <= at < len(sentence.text) and _WITH_IT.search(sentence.text, max(0, at - _FURTHEST), at):
                one.code, one.label, one.parent = _INTERPRETATIONS, None, None
                gone |= {id(one)} if known else set()
    return [one for one in claims if id(one) not in gone]


_INTERPRETATIONS, _FURTHEST = "response.policy_interpretations", 60
_SORT = re.compile(r"(?:解读|图解|视频|音频|动[漫画]|问答|图[文表片])(?:信息|材料|稿件|产品|形式|方式)?$")
_OF_THEM = re.compile(r"解读(?:信息|材料|文件|稿件|产品)?共?\s?\d{1,5}\s?[篇条件个份次期][，,（(]\s?其中[^；;。]*$")


def without_sorts(sentences: Sequence[Sentence], claims: list[Claim]) -> list[Claim]:
    """The claims but for what explanations are made of: 政策解读9篇，其中负责人解读4篇、视频解读5篇."""
    told = [one for one in claims if one.label is not None and one.code in PARENTS and _SORT.search(one.label)]
    gone: set[int] = set()
    for sentence in sentences if told else ():
        for one in told:
            at = one.start - sentence.start
            if 0 <= at < len(sentence.text) and _OF_THEM.search(sentence.text, max(0, at - _FURTHEST), at):
                gone.add(id(one))
    return [one for one in claims if id(one) not in gone]


class _PutOut(Left):
    def __init__(self, claims: Sequence[Claim], year: int | None, names: tuple[str, ...]) -> None:
        super().__init__(claims, year)
        self.names = names
        own = own_domains(names[0]) if names else ()
        self.own = {f"{one}{end}" for one in own for end in ("", "信息", "领域")}
        self.told = [one for one in claims if one.code in PARENTS or may_be_a_kind(one)]

    def read(self, blocks: Sequence[Block]) -> None:
        super().read(blocks)
        at = -1
        for block in blocks:
            if any(verb in block.text for verb in VERBS):
                self.put_out(block)
                if block.start > at:
                    self.number_first(block)
            at = block.start

    def number_first(self, block: Block) -> None:
        """Claims the kinds of a sentence that stand behind their counts: 公开了71条招商信息."""
        for told in islice(_NUMBER_FIRST.finditer(block.text), _MOST_OF_THEM):
            before, start = block.text[: told.start("raw")], block.start + told.start("raw")
            here, label = self.stand.get(start), label_of(told["label"], "条")
            kind = kind_of(label, "条") if label else None
            if not kind or not is_open(block.section, before, kind) or not self._is_ours(before):
                continue
            if here is None or (here.label is None and (here.code == "channel.website" or self._is_no_whole(here, kind))):
                claim = Claim("disclosure.total", start, block.start + told.end("raw"), told["raw"][-1], told["raw"], listed=True)
                claim.label = kind
                self.found.append(claim)
                self.replaced |= {id(one) for one in self.told if one.start == start and one.label is None}

    def put_out(self, block: Block) -> None:
        """Claims what a run says to have been disclosed kind by kind: 公开政策文件8件、会议纪要3份."""
        told, taken = False, {one.start: one for one in self.found}
        resumed, in_pieces = 0, 0
        for item, code in zip(block.run.items, self.codes(block), strict=True):
            at, before = name_at(item.words), block.text[: max(0, item.start - block.start)]
            name, here = replace(item, words=item.words[at:]), self.stand.get(item.start)
            if at:
                told = is_open(block.section, before, name.words) and self._is_ours(before)
            else:
                told = told and (goes_on(item.words) or (here is not None and here.code in BESIDE_KINDS))
            if not told or not item.unit or code == REQUESTS or item.start < resumed:
                continue
            here = taken.get(item.start, here)
            if here is not None and here.label is not None:
                begin = name_at(here.label) if here.label.startswith(self.names) else 0
                here.label = (label_of(here.label[begin:], "条") or here.label) if begin else here.label
                continue  # 青山县卫生局主动公开防疫信息8条: who did it is no part of its name
            if at and (topic := _topic(before, name.words)):
                name = replace(name, words=topic)
            if "等" in name.words:
                name = replace(name, words=_BY_NAME.sub("", name.words))
            vague = not self.whole and "、" in name.words and AND_SO_ON.search(name.words)
            claim = self.claim(name, code, block, pieces=PIECES) if not vague else None  # 公开职能、人事等信息8条: all there is
            label = claim.label if claim else None
            kind = kind_of(label, "条" if in_pieces > 1 else item.unit, name.words) if label else None
            if claim and label and at and of_the_seat(label):
                claim.label, claim.weak = None, True
                self.found.append(claim)
            elif claim and kind and (self._is_no_whole(here, kind) if here else not at or kind not in self.own):
                claim.label = kind
                self.found.append(claim)
                in_pieces += item.unit in PIECES
                self.replaced |= {id(one) for one in self.told if one.start == item.start and one.label is None}
            elif here is None or here.code not in PARENTS:
                among = AMONG_THEM.match(block.text, item.end - block.start)
                if at and among and here is None and _ALL_PAPERS.fullmatch(name.words):
                    in_pieces, among = _MOST, None
                closed = _CLOSED.search(block.text, among.end()) if among and among.group()[0] in "（(" else None
                told, resumed = among is None or closed is not None, block.start + closed.end() if closed else 0

    def _is_no_whole(self, claim: Claim, kind: str) -> bool:
        """Whether what was weakly taken for the whole is of a kind, the whole being told elsewhere."""
        others = (one for one in self.whole if one.code != REQUESTS and value_at(one) != value_at(claim))
        if claim.weak and kind.endswith(("领域", "类", "类信息")):
            return True
        return may_be_a_kind(claim) or (claim.weak and "、" not in kind and kind not in PAPERS and any(others))

    def _is_ours(self, before: str) -> bool:
        """Whether the words before a count name no other body and no other year."""
        segment = segment_of(before)
        last = re.split("[，,]", segment)[-1]
        if self.of_another_time(last if _OF_THE_YEAR.search(last) or "每" in segment else before):
            return False
        return FOREIGN.search(segment) is None or phrase_of(segment[-100:], self.year, self.names).own


_OF_THE_YEAR = re.compile(r"20\d\d年|全年|今年|本年")
_NUMBER_FIRST = re.compile(
    r"(?:公开|发布|公布|更新|上传)了?\s?(?P<raw>\d{1,6}[余多]?\s?[条篇])(?P<label>[^，,、。；;：:\d（）()的]{2,18}?(?:信息|动态|公告|公示|通知|要闻))"
    r"(?=$|[，,、；;。]|[和及与]\s?\d)"
)
_MOST_OF_THEM = 20
_ON_A_TOPIC = re.compile(
    r"(?:开展|推进|加强|做好|强化|加大|深化|抓好|聚焦|围绕|针对)了?(?P<topic>(?!政府|政务|法定|主动|重点)[^，,。；;、\d]{2,16}?)"
    r"(?:领域|方面|工作|等)*(?:信息)?公开(?:工作|力度)?[，,]?(?:全年|累计|共|主动|及时|集中)*(?:发布|公开)(?:了|各类|相关|有关)*信息\s?$"
)


def _topic(before: str, name: str) -> str:
    """The kind that the clause before a bare count names: 抓好防汛信息公开，发布信息26条; "" if none."""
    told = _ON_A_TOPIC.search(before[-60:]) if name.endswith("信息") and "公开" in before else None
    return told["topic"] if told else ""


def name_at(words: str) -> int:
    """Where the name of a kind begins in the words before a count, behind the verb of disclosure; 0 if there is none."""
    match = _VERB.search(words)
    return match.end() if match else 0


def is_open(section: Section, before: str, name: str) -> bool:
    """Whether nothing speaks against a kind's having been disclosed by the publisher, on its site or anywhere.

    `before` is the sentence up to the kind's count, `name` what it has behind the verb.
    """
    if section.hotline or section.plan or ("申请" in section.topics and "公开" not in section.topics):
        return False
    clause = before[max(before.rfind("；"), before.rfind(";"), before.rfind("：")) + 1 :]
    here = segment_of(clause).rstrip().removesuffix(name)
    last = here[max(here.rfind("，"), here.rfind(",")) + 1 :].replace("制发主动公开", "主动公开")
    if _NOT_HERE.search(clause) or NO_DISCLOSURE.search(last) or OTHERS.search(last) or COMPARES.search(here):
        return False  # 印发文件13件，公开政策文件9件: what was done before is another matter
    return not (len(name) < _SHORT and _IN_A_COLUMN.search(last)) and _on_the_site(before)


def segment_of(before: str) -> str:
    """What stands before a count behind the one before it and the last semicolon."""
    counts = [match.end() for match in _COUNT.finditer(before)]
    return re.split("[；;：]", before[counts[-1] :] if counts else before)[-1]


def _on_the_site(before: str) -> bool:
    """Whether the medium that is named last before a count is a website, or media of which one is."""
    before = _DAILY.sub("", before) if "报" in before else before
    anew = _ANEW.search(before) if "；" in before or ";" in before else None
    before = before[anew.end() :] if anew else before
    counts = [match.end() for match in _COUNT.finditer(before)]
    named = [part for part in (before[counts[-1] :] if counts else "", before) if MEDIA.search(part)]
    media = {match.lastgroup for match in MEDIA.finditer(named[0])} if named else set()
    several = named and _SITE.search(named[0]) is not None and _AND_OTHERS.search(named[0]) is not None
    past = MEDIA.search(segment_of(before)) is None and _JUST_PRINTED.search(before) is None
    return media <= {"web"} or media == {"web", "gazette"} or (past and media == {"gazette"}) or bool(several)


def goes_on(words: str) -> bool:
    """Whether the words before a count only name one more kind: none that say what else was done (收到意见12条)."""
    words = _OF_COLUMNS.sub("", words)
    return _ENDS.search(words) is None and NO_DISCLOSURE.search(words) is None


def kind_of(label: str, unit: str, words: str = "") -> str | None:
    """The name of the kind that a label is, of papers where it is counted in a unit such as 件; None where it is none.

    `words` are those of which the label was made.
    """
    name = _SOME.sub("", label)
    kind = _SUMMED_UP.sub("", name)
    name = name if "、" in kind else kind
    if len(name) < _SHORT + 2 and words.count("、") > _MOST:
        return None
    if len(name) < 2 or name.count("、") > _MOST or _PLAIN_NOUN.fullmatch(name) or _OTHER_ROWS.search(name):
        return None
    return name if unit not in PIECES or _OF_PAPERS.search(label) is not None else None


def of_the_seat(label: str) -> bool:
    """Whether a label names no kind but all that the publisher's own seat disclosed."""
    return _OF_THE_SEAT.fullmatch(label) is not None
