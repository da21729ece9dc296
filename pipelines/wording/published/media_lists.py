"""Counts of media that no sum proves, known as such because each names its medium last: 政府网站：120；政务微信：44；其他：16.

What stands before the medium's name may be any words (县政府网站环保专栏, “白鹭水务”微信), what stands behind it may only say
that something was printed: 网站发布政策解读20条 counts one kind, and is nobody's whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipelines.wording.published.channels import RULES_BEHIND, of_other_times
from pipelines.wording.published.printed import OTHER, SHARED, Printed, is_mere, row_of

MOST = 10
_FAR, _LONGEST = 120, 90
_APART = re.compile(r"[，,；;。：:（(）)]|(?<!门户)(?<!网站)(?<!网)(?<!—)——?")
_OWN = ("website", "wechat", "weibo", "gazette")
_NAME = re.compile(
    r"网站群?|网|公众号|订阅号|服务号|微信号?|微博号?|公报|政报|平台|专栏|子站|频道|栏|屏|电视台?|广播站?|喇叭|报[纸刊]?|橱窗|墙|[板牌]|大?厅|室|馆"
    r"|客户端|APP|抖音号?|头条号?|视频号|短信|手册|资料|媒体|刊物|期刊|杂志|》|”|其[他它余]|等"
)
_PRINTS = re.compile(
    r"(?:[”\"》]|平台|账号|专栏|专区|栏目?|[上中里内]|等|[和及与]|其[他它]|渠道|方式|形式|途径|载体|媒[体介]|主动|及时|累计|全年|年内|今年|当年|本年度?|到年底|共计?|合计|总计"
    r"|对外|先后|同步|另行|另外|公开|发布|公布|推送|推文|发文|发博|发帖|博文|刊[登发载出]|登[载出]?|播[出放发]|张贴|贴出?|挂|写|晒|展示|滚动|(?:转发(?=[和及与、]?原创)|(?<=发)[和及与、]?原创|原创[和及与、]?转发)|上传|上网|更新|承担|首发|编发|采用"
    r"|各类|各种|有关|相关|政府|政务|工作|公文|字幕|节目|转载|合办|专版|出[版刊]|编[发印]|内载|载|信息|消息|图文|文章|内容|文件|[本我][镇乡县区市局]|数量?|条数|了|的|则|又|也|为|有|是|约|达到?|(?:自|从|于|在)?\d{1,2}月(?:份|底)?(?:起|以来|开通|上线|启用|注册|运行|开办)+后?|[截]?至年[底末]|[一二两三四五六七八九十]{1,2}个多?月来?|发(?=了|$)|才|仅|只|因[^，,]{2,8}停[刊办]|停[刊办]|(?:尚|还)?未开[通设办]|[\s:：、])*"
)
_FARES = re.compile(
    r"(?:公?号)?(?:仍然?|依然|依旧|一直|始终|日渐|日趋|渐渐?|逐渐|逐年|后来|越来越|继续|最|更|[是为](?=[主第头首骨]))[^，,。；;、\d]{1,8}"
)
"""政府网站是主阵地，10035条; 微信后来居上，3512条; 微博日渐冷清，288条: how a medium fares, set apart from its count."""
_NOT_OWN = re.compile(
    r"部门|各(?:村|镇|乡|单位|科室|社区|局|站所)|乡镇|学校|医院|省级|市级|上级|中央|国家级|[村居]委?会|下属|所属|辖区"
)
_SITES_TOO = re.compile(r"(?<=网站)[及和与、](?:各|其)?部门(?:子站|网站)")
"""门户网站及部门子站: all of the county's sites."""
_REST = re.compile(
    r"(?:另外?|还有|[、和及])*(?:其[他它余]|剩[余下]|余下|别的)(?:的|各[种类])?(?:方式|渠道|途径|平台|媒体|载体|形式)?(?:主动|公开|发布|信息|的|有|则|为|共|计|[：:\s])*"
)
"""其他：16, where nothing names what is left of."""
_MEDIA_HEADING = re.compile(
    r"(?:公开|发布)[^，,。]{0,6}(?:渠道|载体|方式|途径|平台|形式)|(?:渠道|载体|平台|途径)(?:建设|情况)?$"
)
_ABOUT = re.compile(r"公开|发布|渠道|载体|方式|途径|平台|形式")
_OF_OTHERS = re.compile(
    r"解读|稿件|新闻|采用|采纳|报送|宣传报道|培训|申请|答复|舆情|回应|问卷|意见|热线|处罚|许可|公告类|会议|[馆院校][”\"]"
)


def media_lists(counts: Sequence[Printed], year: int | None, names: Sequence[str]) -> dict[int, str]:
    """The codes of the counts that stand in lists of nothing but media, by where each number begins."""
    found: dict[int, str] = {}
    at = 0
    while at < len(counts):
        run = _run(counts, at, year, names)
        if (len(run) > 1 and _is_list(counts, at, run)) or (len(run) == 1 and _of_one_account(counts, at)):
            rows = [one.row for one in run]
            found |= {one.start: f"channel.{one.row}" for one in run if one.row == OTHER or rows.count(one.row) == 1}
        at += max(1, len(run))
    return found


def _run(counts: Sequence[Printed], at: int, year: int | None, names: Sequence[str]) -> list[Printed]:
    run: list[Printed] = []
    for one in counts[at : at + MOST]:
        far = run and one.start - run[-1].end > _FAR
        if far or one.row in ("", SHARED) or (one.rest and not run) or not _names_its_medium(one, names):
            break
        if of_other_times(one.sentence.text[: one.hit.start], year):
            break
        run.append(one)
    return run


def _names_its_medium(one: Printed, names: Sequence[str]) -> bool:
    """Whether the words right before a count, or right behind it, name its medium and tell of no one kind of information."""
    clauses = [part.strip() for part in _APART.split(one.words) if part.strip()]
    if one.carried:
        return True
    if row_of(one.behind, names) and (not clauses or is_mere(clauses[-1])):
        clauses = [one.behind]  # 48条登载于县政府网站
    if not clauses or RULES_BEHIND.match(one.sentence.text, one.hit.end):
        return False
    words = clauses[-1] if row_of(clauses[-1], names) or len(clauses) == 1 or one.rest else "，".join(clauses[-2:])
    if one.rest and clauses != [one.behind] and not row_of(_REST.sub("", words), names):
        return _REST.fullmatch(words) is not None
    if len(words) > _LONGEST:
        return False
    last = next(reversed([*_NAME.finditer(words)]), None)
    if last is None or _NOT_OWN.search(_SITES_TOO.sub("", words)) or _OF_OTHERS.search(words):
        return False
    told, *others = words[last.end() :].split("，")
    apart = bool(others) or one.words.rstrip().endswith(("，", ","))
    said = _PRINTS.fullmatch(told) or (_FARES.fullmatch(told) if apart else None)
    return said is not None and all(_PRINTS.fullmatch(part) for part in others)


def _of_one_account(counts: Sequence[Printed], at: int) -> bool:
    """Whether a count alone is what an account printed, under a heading of what was disclosed or beside its total."""
    one = counts[at]
    section = one.sentence.section
    before = counts[at - 1] if at else None
    other = before is not None and before.sentence.start == one.sentence.start and _OF_OTHERS.search(before.words)
    if other or "申请" in section.topics:
        return False
    by_media = _MEDIA_HEADING.search(section.innermost) is not None and _printed_something(one)
    others = one.row == "gazette" or (one.row == OTHER and _after_a_whole(counts, at))
    own = one.row in ("wechat", "weibo") or (others and _printed_something(one))
    return by_media or (own and "公开" in section.topics)


def _after_a_whole(counts: Sequence[Printed], at: int) -> bool:
    """Whether so much or more was said to have been disclosed shortly before."""
    one = counts[at]
    near = (other for other in counts[max(0, at - MOST) : at] if one.start - other.end < _FAR * 2 and not other.row)
    return any("公开" in other.words and _within(one, other) for other in near)


_SAYS_SO = re.compile(r"公开|发布|公布|推送|推文|刊|播|登|贴|滚动|发文|发博|挂")


def _printed_something(one: Printed) -> bool:
    """Whether items of information are counted, and said to have been printed: no leaflets handed out."""
    units = "条篇则件" if one.row == "gazette" else "条篇则"
    return one.hit.unit[0] in units and _SAYS_SO.search(one.words + one.behind) is not None


def _is_list(counts: Sequence[Printed], at: int, run: Sequence[Printed]) -> bool:
    """Whether the counts are of several media and of what was disclosed: no list of articles, interpretations, requests."""
    own = {one.row for one in run if one.row in _OWN}
    before = counts[at - 1] if at else None
    near = before is not None and run[0].start - before.end < _FAR
    if before is not None and near and _OF_OTHERS.search(before.words) and before.sentence.start == run[0].sentence.start:
        return False
    section = run[0].sentence.section
    about = "公开" in section.topics or _ABOUT.search(section.innermost + run[0].sentence.text) is not None
    if len(own) > 1 and len(run) > 2:
        return about
    if own and _MEDIA_HEADING.search(section.innermost):
        return True
    if about and len(own) > 1 and all(_after_a_whole(counts, at + index) for index in range(len(run))):
        return True
    if own and _without_repeats(counts, at + len(run), run):
        return True
    whole = before is not None and near and _ABOUT.search(before.words) and not before.row
    return bool(own and whole and before) and all(_within(one, before) for one in run)


_REPEATS = re.compile(r"(?:剔除|去除|扣除|除去|减去)[^，,。；;\d]{0,8}重复")


def _without_repeats(counts: Sequence[Printed], behind: int, run: Sequence[Printed]) -> bool:
    """Whether what was disclosed is told right behind a list as less than its sum: 扣除重复内容，全年公开2160条."""
    whole = counts[behind] if behind < len(counts) else None
    if whole is None or whole.value is None or whole.start - run[-1].end > _FAR or not _REPEATS.search(whole.words):
        return False
    summed = sum(one.value or 0 for one in run)
    return summed > whole.value and "公开" in whole.words and all(_within(one, whole) for one in run)


def _within(one: Printed, whole: Printed | None) -> bool:
    value, most = _size(one), _size(whole) if whole is not None else None
    return most is not None and value is not None and value <= most


def _size(one: Printed) -> Decimal | None:
    return one.value if one.value is not None else one.about
