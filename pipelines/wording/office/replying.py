"""How a government spoke to the public: press conferences, interviews, who led them, what was explained and answered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.numbers import read_number
from pipelines.wording.around import About, Told
from pipelines.wording.claims import Claim, plain_number
from pipelines.wording.counts import hits
from pipelines.wording.cues import OTHER_TALKS
from pipelines.wording.lists.parts import value_of
from pipelines.wording.second.not_explained import ALL_EXPLAIN, with_other_items
from pipelines.wording.sentences import Sentence

_SIGNED = re.compile("政策问|在线|回应|解读|访谈|发布会|通气会|吹风会|发布活动|答复|回复")
_LEADER = (
    r"(?:(?:由|[省市县区州旗镇乡局委厅办院]|街道|单位|部门|县直部门|行政|党政|政府|我局|本局)*"
    r"(?:主要负责(?:人|同志)|一把手|“一把手”|主要领导(?:同志)?|(?<!副)(?:分|总)?局长"
    r"|(?<!副)[县区市镇乡州]长|(?<!副)主任|(?<!副)(?:厅|处|支队|大队|院|校|所)长|(?<!副)书记)"
    r"(?:[和、及与](?:常务)?副[县区市镇乡局]长)?)"
)
_ATTENDS = (
    r"(?:出席|参加|到[场会](?:主持|发布|参加|答问|通报|介绍情况)?|主持|[做作]客|上线|主讲"
    r"|走进|担任|带队|作(?:为)?主?发布人|场场到|次次到|亲自到|到了?场)"
)
_LED = re.compile(rf"(?:其中)?{_LEADER}(?:亲自|带头|均|都)?{_ATTENDS}(?:了|过|其中|的有|的|共|新闻发布会|在线访谈)*$")
_ALL_LED = re.compile(
    rf"[，,（(；;]?\s?(?:其中)?(?P<all>均|都|全部|每[次场])?(?:由)?{_LEADER}(?P<all2>均"
    rf"|都|全部|亲自|带头|场场|次次)*{_ATTENDS}(?:了)?(?=[，,；;。）)]|$)"
)
_NONE_LED = re.compile(
    rf"[，,（(；;]?\s?(?:其中)?{_LEADER}(?:亦|也|均|都|则)?(?:未|没有?|没能)(?:能|曾)?(?:出席"
    rf"|参加|到场|上线|做客)(?=[，,；;。）)]|$)"
)
_IN_PERSON = re.compile(r"(?<!副)(?:分|总)?(?:局长|[县区市镇乡州]长|主任)[^，,；;。\d]{0,24}发布会[^，,；;。\d]{0,4}$")
"""局长出席县政府新闻发布会1次: a conference, and led."""
_ONLINE = ("网", "在线", "线上", "发布会")
_EVERY = re.compile(r"均|都|全部|每[次场]|场场|次次")
_EVENTS = {"response.press_conferences": "发布会", "response.online_interviews": "访谈"}
_TALK = re.compile(
    r"访谈(?:节目|直播间|栏目|活动|直播)?(?:全年|共|一共|总共|先后|累计|本年)*(?:办|举办"
    r"|举行|开展|安排|做|组织|上线|参加|开)?了?$"
)
_PRESS = re.compile(
    r"(?:新闻发布会|通气会|吹风会|^发布会)(?:全年|共|一共|总共|先后|累计)*(?:办|举办|举行|召开|召集"
    r"|安排|组织|参加|开)?了?$"
)
_LEADS_OFF = re.compile(rf"^(?:其中|全年|年内|今年)?{_LEADER}(?:亲自|带头|均|都)?{_ATTENDS}")
_WITH_THEM = (
    r"(?:在线|网上|直播间|网站)[^，,；;。\d]{0,14}[与和同跟](?:网[民友]|公众|市民|群众|老百姓)[^，,；;。\d]{0,6}(?:交流|互动|对话|问答)"
    r"|[与和同跟](?:网[民友]|公众|市民|群众)(?:在线|网上)(?:交流|互动|对话)"
)
_TALK_HELD = re.compile(r"(?:全年|今年|年内|一共|总共|共|先后)*(?:办|举办|举行|开展|组织|安排|做|搞)?了?")
_TALKS_ON = re.compile(rf"(?:{_WITH_THEM})(?:活动)?(?:全年|共|一共)*(?:{_TALK_HELD.pattern})$")
"""请局长到网站直播间与网友在线交流，办了14期."""
_GOES_THERE = re.compile(rf"(?:[全今本]年)?(?P<who>{_LEADER})?(?:亲自|先后)?(?:上|参加|做客|走进|参与)了?")
_TALK_BEHIND = re.compile(r"[^，,；;。\d电广]{0,20}(?:在线|网上|网站|网络)[^，,；;。\d]{0,12}访谈(?:节目|栏目|活动)?$")
_ON_AIR = re.compile(r"电视|广播|电台|融媒体")
_NOT_HELD = re.compile(r"下基层|收听|收看|组织收看|报道|宣传|观看|参观")

_ON_ACCOUNTS = re.compile(r"微[博信]|[两双]微|“[两双]微”|公众号")
_OTHER_WAYS = re.compile(
    r"其[他它余](?:方式|形式|渠道|途径)?|别的(?:方式|形式|渠道|途径)|电视|报[纸刊]|电台"
    r"|广播|院坝会|座谈|短信|当面"
)
_ANSWERS = re.compile(r"回应|答复网[民友]|回复网[民友]|答复公众")
_CONCERN = re.compile(
    r"热点|舆情|关切|关注(?:度高)?的|突发事件|谣言|(?:网[上络民友]|群众|公众|社会)(?:集中|普遍|十分|最)?(?:反映(?:强烈)?|关心|关注)的"
    r"|回应(?:了)?(?:网[上络民友]*|群众|公众|社会|村民|居民|市民|企业)(?:对|关于|就)[^，,；;。\d]{2,24}的?(?:疑问|疑虑|疑惑|质疑|关切|担忧|议论|误解|不解)"
)
_ALL_WAYS = re.compile(r"(?:不同|各种?|多种|各类|所有)(?:方式|形式|渠道|途径)")
_NOT_ANSWERED = re.compile(r"信箱|留言板|热线|(?<!\d)12\d{3}(?!\d)|来信|来电|工单|投诉|信访|申请|问政平台|转办|诉求|咨询")
_ALL_TOLD = re.compile(r"(?:以上|上述)?[^，,；;。\d]{0,16}?(?:加在一起|合在一起|加起来|合计|共计|总计|总共|共)")
_SUMS_END = "起来计共"
_BARE_OTHER = re.compile(
    r"(?:其中|和|及)?(?:以|通过)?(?:其[他它](?:方式|形式|渠道|途径)?|别的(?:方式|形式))(?:回应)?(?:的)?(?:有"
    r"|共|为)*"
)
_EXPLAINS = re.compile(
    r"解读(?:[^，,；;。\d]{0,16}的|等(?:各[类种])?)?(?:文稿|稿件?|文章|材料|稿子|信息|产品|图解|作品)(?:共"
    r"|一共|总共|累计|全年)*(?:刊发|发布|发|推出|撰写|制作|登载|编发|公开|推送)*了?[共有为]*$"
)
_MADE_OF_IT = re.compile(r"(?:全年|今年|本年)?(?:仅|只|一共|共)?(?:制作|撰写|发布|刊发|发|编写|写|有|做)(?:了|过)?$")
_SOME_EXPLAINED = re.compile(
    r"(?:^|年|内|度|、)(?:共)?(?:发布|制作|撰写|推出|编写|刊发|编发)了?[^，,；;。\d]{2,40}等(?:方面|领域|系列|多项|重要|相关|惠民|民生|[一-龥]{1,3}类)?的?(?:政策)(?:文件)?解读(?:文稿|稿件?|文章|材料)?$"
    r"|(?:^|年|内|度|、)(?:先后|共|累计|及时|主动)*解读了?[^，,；;。\d]{2,40}(?:政策|文件|办法|规定)(?:法规|措施)?$"
    r"|(?:写|撰写|编写|发布|刊发|制作|推出|编发)了?政策(?:问答|问与答|一问一答)$"
)
"""发布春耕补贴、医保缴费等政策解读12篇: of whatever domains they are."""
_ASKED_AND_TOLD = re.compile(r"政策(?:问答|问与答|一问一答|解读(?:文稿|稿件?|文章|材料)?)$")
_NOT_OURS = re.compile(r"报送|上报|转载|转发|上级|其中|国务院|省政府")


def replying_of(about: About) -> list[Told]:
    """Conferences, interviews, who led them, explanations and answers, by the words of the number's own clause."""
    counts_items = about.number.unit == "条" and "解读" not in about.words
    if counts_items and (not about.last.startswith("response.") or "其中" in about.before):
        return []  # 公开信息187条，其中政策解读8条，回应关切5条
    said = about.words + about.behind
    spoken = about.last.startswith("response.") or (about.claims and about.claims[-1].code.startswith("response."))
    if not (spoken or _SIGNED.search(said) or "解读" in about.lead or "在线" in about.lead):
        return []
    if about.number.state.foreign or _NOT_HELD.search(about.words):
        return []
    unit = about.number.unit
    if unit in "次场期回":
        return _led(about) or _events(about) or _answers(about)
    if unit == "篇" or (unit in "条件个" and "解读" in about.words):
        return _explained(about)
    return _answers(about) if unit in "件条个起" else []


def _led(about: About) -> list[Told]:
    """How many of the events counted last a leader led: 分局长参加1次, 委主任出席其中2场."""
    last = about.last
    return [Told(f"{last}_led")] if last in _EVENTS and _LED.fullmatch(about.words) else []


def _events(about: About) -> list[Told]:
    words, behind = about.words, about.behind
    if OTHER_TALKS.search(words):
        return []
    if _ON_AIR.search(words) and not any(place in words for place in _ONLINE):
        return []
    goes = _GOES_THERE.fullmatch(words) if "访谈" in behind and _TALK_BEHIND.match(behind) else None
    if goes:
        led = [Told("response.online_interviews_led")] if goes["who"] else []
        return [Told("response.online_interviews", anywhere=True), *led]
    if _TALKS_ON.search(words) or (_TALK_HELD.fullmatch(words) and _TALKS_ON.search(about.lead)):
        return [Told("response.online_interviews")]
    for code, name in _EVENTS.items():
        if name not in words + behind.replace("发布活动", "发布会") or "其中" in words + about.lead:
            continue
        pattern = _TALK if name == "访谈" else _PRESS
        if pattern.search(words) and not about.last.startswith(code):
            return [Told(code), *([Told(f"{code}_led")] if _LEADS_OFF.match(words) else [])]
    return []


_OF_BOTH = re.compile(
    r"(?:解读[、和与及]?回应|回应[、和与及]?解读)(?:工作|活动|情况|方面)?(?:合计|总计|总共|一共|累计|[共总]计?|总数|为|达|是)+[：:]?$"
)
"""开展各类解读回应共计213次: of both."""


_BY_WAYS = re.compile(
    r"(?:其中)?(?:第?[2二][、—至到~－-]{1,2}第?[1-9一二三四五六七八九]{1,2}项|(?:以上|上述)?(?:各|[几四五])(?:种|类|个)?(?:不同)?(?:渠道|方式|途径)(?:[和及与、](?:方式|渠道|形式))?)"
    r"(?:回应|解读|回应解读|解读回应)?(?:加起来|合起来|相加)?(?:合计|共计|总计|累计|一共|总共|共)"
)
"""第2至第5项合计244次: all the ways of explaining and answering."""
_WAYS = tuple(
    f"response.{way}" for way in ("press_conferences", "online_interviews", "policy_interpretations", "weibo_wechat", "other")
)


def _ways_add_up(about: About) -> bool:
    """Whether a number is what the ways of explaining and answering come to that the report has counted."""
    ways = {one.code: value_of(one) or 0 for one in about.report if one.code in _WAYS and one.label is None}
    return len(ways) > 1 and sum(ways.values()) == about.value()


def _answers(about: About) -> list[Told]:
    words = about.words
    if words[-1:] in _SUMS_END and _BY_WAYS.fullmatch(words) and _ways_add_up(about):
        return [Told("response.channels_total", first=True)]
    if words[-1:] in _SUMS_END and _ALL_TOLD.fullmatch(words) and _adds_up(about):
        return [Told("response.total")]
    if about.number.unit == "次" and _OF_BOTH.search(words or about.lead) and "其中" not in words:
        return [Told("response.channels_total" if _ALL_WAYS.search(words) else "response.total", first=True)]
    if about.last.startswith("response.") and _BARE_OTHER.fullmatch(words):
        return [Told("response.other")]
    if not _ANSWERS.search(words + about.behind) or _NOT_ANSWERED.search(words + about.behind):
        return []
    if "解读" in words:
        return [Told("response.channels_total", first=True)] if _ALL_WAYS.search(words) else []
    if _ON_ACCOUNTS.search(words):
        return [Told("response.weibo_wechat")]
    if _OTHER_WAYS.search(words):
        return [Told("response.other")]
    matters = _ANSWERED.fullmatch(words) and _ON_MATTERS.search(about.lead)
    return [Told("response.hot_topics")] if matters or _CONCERN.search(f"{about.lead}，{words}{about.behind}") else []


_ANSWERED = re.compile(r"(?:主动|及时|积极|公开)回应")
_ON_MATTERS = re.compile(
    r"(?:针对|围绕)(?![^，]*(?:留言|来信|咨询|投诉|信访|提问|申请|建议|来电|微博|微信))[^，,。；;\d]{4,60}等"
)
"""针对入学、供暖等，主动回应15次."""


def _adds_up(about: About) -> bool:
    """Whether a number is the sum of all that was counted of conferences, interviews, explanations and answers."""
    parts = [value_of(one) for one in about.claims if one.code.startswith("response.") and not one.code.endswith("_led")]
    return len(parts) > 2 and None not in parts and sum(filter(None, parts)) == about.value()


def _explained(about: About) -> list[Told]:
    words, state = about.words, about.number.state
    again = about.last == "response.policy_interpretations"
    if (state.breakdown and state.parent is not None) or _NOT_OURS.search(words) or again:
        return []
    if with_other_items(about.number):
        return []
    if "解读" in words and _EXPLAINS.search(words):
        return [Told("response.policy_interpretations", first=ALL_EXPLAIN.search(words) is not None)]
    if _SOME_EXPLAINED.search(words) and not (state.section.domain or about.number.state.foreign):
        return [Told("response.policy_interpretations", first=True)]
    behind = _ASKED_AND_TOLD.match(about.behind) is not None
    told = about.number.unit == "篇" and ("解读" in about.lead or behind) and _MADE_OF_IT.fullmatch(words)
    return [Told("response.policy_interpretations")] if told else []


def told_of_leaders(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claims on who led the events that a sentence counts: 新闻发布会3次，均由局长出席; 主要负责人亦未参加."""
    text = sentence.text
    if "发布会" not in text and "访谈" not in text:
        return []
    bases = [claim for claim in claims if claim.start >= sentence.start and claim.code in _EVENTS and not claim.zero]
    told = {claim.code for claim in claims if claim.start >= sentence.start}
    here = (claim for claim in claims if claim.start >= sentence.start)
    led = next((claim for claim in here if claim.code == "response.press_conferences_led"), None)
    if led and not bases and _IN_PERSON.search(text, 0, led.start - sentence.start):
        return [Claim("response.press_conferences", led.start, led.end, led.unit, led.raw, weak=True, judged=True)]
    return [led for base in bases if f"{base.code}_led" not in told for led in _leaders(sentence, base)]


def _leaders(sentence: Sentence, base: Claim) -> list[Claim]:
    text, at = sentence.text, base.end - sentence.start
    end = min((hit.start + at for hit in hits(text[at:])), default=len(text))
    none = _NONE_LED.search(text, at, end)
    if none:
        start = none.start() + len(none.group()) - len(none.group().lstrip("，,（(；; "))
        raw = text[start : none.end()]
        return [Claim(f"{base.code}_led", sentence.start + start, sentence.start + none.end(), "", raw, zero=True)]
    all_led = _ALL_LED.search(text, at, end)
    one = read_number(plain_number(base.raw)).value == 1
    if all_led is None or not (one or _EVERY.search(all_led.group())):
        return []
    return [Claim(f"{base.code}_led", base.start, base.end, base.unit, base.raw, weak=base.weak, judged=True)]
