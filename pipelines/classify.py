"""Whether a page is an annual report on open government information: by its title and by its body, with the reason in words."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import Any

from pipelines.folding import fold, squeeze
from pipelines.furniture import furniture_of
from pipelines.items import Page, Reading, Report
from pipelines.outline import Outline, outline_of
from pipelines.titles import TOPIC, Title, is_report_title, read_title, trim, years_in

MEASURED = 60_000
"""Characters of a text on which the body is judged; the longest real reports seen have about half as many."""

_log = logging.getLogger(__name__)

# --- titles ---

_OTHER_KIND = re.compile(
    r"(?P<kind>指南|规定|办法|制度|条例|目录|细则|申请表|流程图?|公报|要点|方案|通报|解读|图解|一图读懂|评估|考核|测评|培训|会议|座谈|比赛|规范|标准"
    r"|意见|决定|名单|清单|答复书?|函|公示|任务分解|分工|倡议|问答|预算|决算|报表|统计公报|讲话|批复|简报|信箱|承诺|声明|启事|招聘|督查|检查情况|自查)"
)
_OTHER_SUBJECT = re.compile(
    r"法治政府|依法行政|法治建设|网站工作|政府网站(?!信息公开)|普查|财政预|预决算|部门预算|部门决算|国民经济|社会发展|统计公报|政务服务(?!.{0,6}(?:局|中心|办|管理))"
    r"|政府工作报告|履职报告|述职|党建|精神文明|安全生产|生态环境状况|环境质量|审计(?!局)|巡察|建议提案|绩效|企业年报|债务|社会责任"
)
_ASKS = re.compile(r"做好|报送|编制|编写|编报|上报|开展|加强|推进|填报|组织|认真|规范|部署|启动|征集|撰写")
_TELLS = re.compile(
    r"召开|举办|部署|启动|出炉|上线|亮相|提醒|获(?:得|评)|名列|通过|按时|顺利|圆满|率先|全面完成|正式|对外|面向社会|已|圆满|积极做好|扎实"
)
_PUBLISHES = re.compile(r"发布|公布|晒出|编制|完成|开展|推进|召开|部署|启动|举办|做好|组织")
_ABOUT = re.compile(r"解读|图解|读懂|图说|评估|通报|检查|培训|测评|考核|批转|动漫")
_ENDS = re.compile(r"(?:报告|年报|总结)(?:\([^()]*\))?(?:-?20\d\d年?度?)?$")
_PLAN_ONLY = re.compile(r"(?:工作)?(?:计划|打算|安排|思路)$")

# --- bodies ---

_TOPICS = {
    "主动公开": ("主动公开", "主动向社会公开", "主动发布"),
    "申请": ("依申请", "申请公开", "公开申请", "收到申请", "申请情况"),
    "复议诉讼": ("复议", "诉讼"),
    "收费": ("收费", "费用", "减免"),
    "问题改进": ("存在问题", "存在的问题", "主要问题", "存在的主要问题", "改进", "不足"),
    "期限": ("统计期限", "统计时限", "数据的期限", "统计数据", "12月31日", "12月31号"),
}
_SELF_CALL = re.compile(
    r"本(?:年度)?(?:报告|年报)|(?:特|现)?向社会公[布开]|年度报告如下|年报如下|报告全文|全文包括|现将.{0,60}(?:报告|公布|总结)(?:如下)?|由.{2,40}编制"
)
_FORM = (
    "第二十条第", "统计指标", "本年新收政府信息公开申请", "本年新收", "勾稽关系", "政府信息公开情况统计表", "主动公开政府信息数", "制发规范性文件",
)  # fmt: skip
_FIGURE = re.compile(
    r"(?:公开|发布|公布|受理|收到|答复)[^。;\n]{0,24}?[\d一二三四五六七八九十百千]+ ?(?:余|多)? ?(?:条|件|篇|次|份|个|宗|起|项|则)"
)
_NOTHING = (
    "未收到", "没有收到", "未发生", "没有发生", "无申请", "无依申请", "未收取", "没有收取", "未受理", "没有受理", "均为0", "均为零", "为0件", "0件", "0次",
    "无政府信息公开", "未接到", "没有接到", "未出现", "未因",
)  # fmt: skip
_SALUTATION = re.compile(
    r"(?m)^ {0,4}(?:各|县直|市直|区直|机关|局属|镇直|驻|有关|本).{2,70}:\s*$|^ {0,4}各(?:乡镇|镇|街道|县|市|区|部门|单位|科室|股室|有关)[^。\n]{0,60}: "
)
_NOTICE = (
    "通知如下", "请于", "请各", "务必", "报送至", "报至", "逾期", "联系人:", "特此通知", "印发给你们", "各单位要", "要求如下", "有关事项",
)  # fmt: skip
_ARTICLE = re.compile(r"(?m)^ {0,4}第[一二三四五六七八九十百]{1,4}条(?!第)")
_GUIDE = ("申请人应当", "填写《", "申请表", "受理机构", "本指南", "办公时间", "获取政府信息", "提出申请", "编排体系", "受理时间")
_WEBSITE = ("独立用户访问", "首页网址", "网站总访问量", "网站标识码", "信息发布总数", "页面浏览", "ICP备案号")
_NEWS = re.compile(r"本报讯|记者|通讯员|讯 ?[(:]|近日|日前|日(?:上午|下午),|会议(?:强调|指出|要求)|据悉|据了解|供稿")
_LISTED_DAY = re.compile(r"[\[( ]*20\d\d[-./年]\d\d?[-./月]\d\d?.*$|^[·•\s\d.]{1,4}(?=[^\d])")
_MANY = re.compile(
    r"汇总|(?:在|对|根据|综合)[^。;\n]{0,30}?各(?:乡|镇|街道|部门|单位|县|区|市|委办局)[^。;\n]{0,60}?(?:基础上|汇总|综合)|(?:[、,(]各?部门(?:单位)?|各单位)[^。;\n]{0,24}(?:基础上)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """The stretch of the outline's text that one report takes, with the title line that opens it."""

    start: int
    end: int
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Is it an annual report, why, the parts it consists of (one for an ordinary page), is it a summary over many units."""

    is_annual_report: bool
    why: str
    parts: tuple[Part, ...] = ()
    is_summary: bool = False


def title_verdict(title: str | None) -> tuple[str, str]:
    """(`report`, `decoy` or `silent`, why): what the title alone says; `silent` where only the body can tell.

    >>> title_verdict("关于做好2018年政府信息公开年度报告编制工作的通知")[0], title_verdict("2015年度报告")[0]
    ('decoy', 'silent')
    """
    if not title:
        return "silent", "no title"
    line = squeeze(fold(title))
    if re.search(r"(?:通知|公告|通告)\)?$", line) and "公开" in line:
        asks = bool(_ASKS.search(line[: line.rfind("年度报告")] if "年度报告" in line else line))
        return ("decoy", "a notice about reports") if asks else ("silent", "a notice that may carry a report")
    if not TOPIC.search(line):
        other = _OTHER_SUBJECT.search(line) or _OTHER_KIND.search(line)
        return ("decoy", f"another subject: {other.group()}") if other else ("silent", "a title that names no subject")
    return _topical(line)


def _topical(line: str) -> tuple[str, str]:
    """The verdict on a title that is about openness."""
    topic = TOPIC.search(line)
    before, after = (line[: topic.start()], line[topic.start() :]) if topic else (line, "")
    if about := _ABOUT.search(before) or _ABOUT.search(after):
        return "decoy", f"about reports: {about.group()}"
    if not is_report_title(line):
        if kind := _OTHER_KIND.search(after):
            return "decoy", f"another kind of document: {kind['kind']}"
        return ("decoy", "a plan") if _PLAN_ONLY.search(line) else ("silent", "a title that names no report")
    subject = _OTHER_SUBJECT.search(line)
    if subject and not re.search(r"局|中心|办|委|大厅|处|站|中队|大队", line[subject.end() : subject.end() + 8]):
        return "decoy", f"another subject: {subject.group()}"
    if (_PUBLISHES.search(before) and not before.startswith("关于")) or (_TELLS.search(line) and not _ENDS.search(line)):
        return "silent", "a title that tells of reports"
    kind = _OTHER_KIND.search(after)
    if kind and not _ENDS.search(after):
        return "decoy", f"another kind of document: {kind['kind']}"
    sure = bool(re.search(r"年报|年度(?:工作)?报告|年度工作总结|年度总结", after)) or (
        bool(years_in(line)) and "政府信息" in line
    )
    return ("report", "its title") if sure else ("silent", "a title that may be of a report")


@dataclass(frozen=True, slots=True)
class Body:
    """Signs found in a body: topics of the statute, the form, figures of a past year, and what speaks against it."""

    size: int
    openness: int
    topics: tuple[str, ...]
    form: bool
    past: bool
    calls_itself: bool
    against: str | None

    @property
    def is_report(self) -> bool:
        """True where the body alone shows a report on the year that has passed."""
        if self.against or self.openness < 3:
            return False
        if self.form and self.past:
            return True
        need = 3 if self.calls_itself else 4
        return self.past and len(self.topics) >= need

    @property
    def is_thin(self) -> bool:
        """True where there is hardly any text: the report may stand in an attachment."""
        return self.size < 150


def _has(text: str, words: tuple[str, ...]) -> bool:
    # `in` finds a word of Chinese text several times as fast as a pattern of alternatives.
    return any(word in text for word in words)


def _count(text: str, words: tuple[str, ...]) -> int:
    return sum(word in text for word in words)


def read_body(text: str) -> Body:
    """The signs of a folded text, which decide where the title does not."""
    topics = tuple(name for name, words in _TOPICS.items() if any(word in text for word in words))
    openness = text.count("信息公开") + text.count("政务公开") + text.count("公开政府信息")
    if openness:  # a short report says 公开 alone after the first time
        openness = max(openness, text.count("公开") // 2)
    form = _has(text, _FORM)
    figures = _FIGURE.search(text) is not None or _has(text, _NOTHING)
    past = figures or (form and bool(re.search(r"\d", text)))
    return Body(
        len(text) - text.count(" ") - text.count("\n"),
        openness,
        topics,
        form,
        past,
        _SELF_CALL.search(text[:2500]) is not None,
        _against(text, openness, form),
    )


def _against(text: str, openness: int, form: bool) -> str | None:
    """What shows that the body is some other kind of document; None where nothing does."""
    head = text[:900]
    if _SALUTATION.search(head) and _has(text[:4000], _NOTICE):
        return "it addresses the offices that are to report"
    if not form and _count(text[:4000], _NOTICE) >= 3:
        return "it asks for reports"
    if "第三条" in text and len(_ARTICLE.findall(text)) >= 4:
        return "a regulation in articles"
    if _count(text, _WEBSITE) >= 2:
        return "a table on the work of a website"
    if text.count("法治") > openness + 2:
        return "a report on the rule of law"
    if text.count("预算") + text.count("决算") > 2 * openness + 6:
        return "a budget"
    if not form and _count(text, _GUIDE) >= 4:
        return "a guide to asking for information"
    return _news_or_list(text, head)


def _news_or_list(text: str, head: str) -> str | None:
    if sum(text.count(word) for word in ("报告", "年报", "总结")) >= 4 and _is_list(text):
        return "a list of reports"
    if len(set(_NEWS.findall(head[:400]))) >= 2 or re.search(r"本报讯|\(记者|\(通讯员|讯 ?\(", head[:300]):
        return "news"
    return None


def _is_list(text: str) -> bool:
    """True where four lines or more are titles of reports and hardly any line is a sentence."""
    lines = text.split("\n")
    if sum(1 for line in lines if len(line) > 90) >= 3:
        return False
    return sum(1 for line in lines if len(line) < 110 and is_report_title(trim(_LISTED_DAY.sub("", line)))) >= 4


def decide(title: Title | None, text: str) -> tuple[bool, str]:
    """Report or not, and why: the title decides unless the body contradicts it; without a clear title the body must be clear."""
    said, reason = title_verdict(title.text if title else None)
    body = read_body(fold(text)[:MEASURED])
    if said == "decoy":
        return False, f"{reason} (title)"
    if body.against and not (said == "report" and body.form):
        return False, f"{body.against} (body)"
    if body.is_report:
        return True, f"body: {', '.join(body.topics)}" + ("; form" if body.form else "") + (
            f"; {reason}" if said == "report" else ""
        )
    if said == "report" and body.is_thin:
        return True, "its title; hardly any text on the page"
    if said == "report" and body.openness and (body.past or len(body.topics) >= 2):
        return True, f"its title; body: {', '.join(body.topics) or 'figures'}"
    return False, "neither title nor body shows a report on openness" if said == "silent" else "the body is not that of its title"


# --- parts ---

_NO_TITLE = re.compile(r"[一二三四五六七八九十]{1,3}[、.]|[(（\d]|(?:[是其附本我全]|为了?|根据|按照|第)")


def _openings(outline: Outline) -> list[tuple[int, int, str]]:
    """Lines of the text that are titles of reports: start, end, trimmed title; joined with the line after where broken."""
    found: list[tuple[int, int, str]] = []
    paragraphs = outline.paragraphs[:4000]
    skip = -1
    for number, paragraph in enumerate(paragraphs):
        if number <= skip or paragraph.end - paragraph.start > 80:
            continue
        line = outline.text[paragraph.start : paragraph.end].strip(" |")
        if "公" not in line or _NO_TITLE.match(line):
            continue
        end = paragraph.end
        if not is_report_title(trim(line)) and number + 1 < len(paragraphs):
            after = paragraphs[number + 1]
            if after.end - after.start > 20 or outline.text.count("\n", end, after.start) > 3:
                continue
            line, end = line + outline.text[after.start : after.end].strip(" |"), after.end
        if is_report_title(trim(line)) and title_verdict(trim(line))[0] == "report":
            found.append((paragraph.start, end, trim(line)))
            skip = number + (end != paragraph.end)
    return found


def _is_whole(text: str) -> bool:
    """True where a stretch under a title is a report of its own and not a link or a heading."""
    body = read_body(fold(text)[:MEASURED])
    return body.size >= 250 and (body.is_report or (body.form and body.past))


def _core(title: str) -> str:
    """A title without signs that vary between its printings."""
    return re.sub(r"[年度工作的\W]", "", squeeze(fold(title)))


def parts_of(outline: Outline) -> tuple[Part, ...]:
    """The reports that stand one after the other in a page; one part over the whole text for an ordinary page.

    A further part opens at a title of another year or unit, under which a whole report follows, as one did above it.
    """
    whole = Part(0, len(outline.text))
    openings = _openings(outline)
    if len({_core(title) for _, _, title in openings}) < 2:
        return (whole,)
    cuts: list[tuple[int, str]] = [(0, openings[0][2])]
    ends = [start for start, _, _ in openings[1:]] + [len(outline.text)]
    for (start, end, title), limit in zip(openings, ends, strict=True):
        if start == openings[0][0] or _core(title) == _core(cuts[-1][1]):
            continue
        if _is_whole(outline.text[cuts[-1][0] : start]) and _is_whole(outline.text[end:limit]):
            cuts.append((start, title))
    if len(cuts) == 1:
        return (whole,)
    ends = [start for start, _ in cuts[1:]] + [len(outline.text)]
    return tuple(Part(start, end, title) for (start, title), end in zip(cuts, ends, strict=True))


def is_summary(title: str | None, text: str) -> bool:
    """True where the report sums up many units: 汇总 in its title, or it says that it is made from theirs."""
    if title and re.search(r"汇总|各(?:乡镇|部门|单位|县区|县市区|街道)|[、,](?:部门|乡镇)", fold(title)):
        return True
    head = fold(text)[:2500]
    return _has(head, ("汇总", "基础上", "综合")) and "各" in head and bool(_MANY.search(head))


def classify(page: Page, outline: Outline) -> Verdict:
    """The verdict on a page: report or not, why, and the parts where several reports stand in one page."""
    title = read_title(page, furniture_of(page.view, outline, 0, len(outline.text)))
    accepted, why = decide(title, outline.text)
    if not accepted:
        return Verdict(False, why)
    return Verdict(True, why, parts_of(outline), is_summary(title.text if title else None, outline.text))


def reading_of(page: Page) -> Reading:
    """The page as a Reading: its outline, the verdict, and an empty Report for each part. Never raises for a bad page."""
    try:
        outline = outline_of(page.view.content)
        verdict = classify(page, outline)
    except Exception as error:
        _log.exception("classification failed: %s", page.url)
        return Reading(page, Outline("", (), ()), False, f"the page could not be read: {type(error).__name__}")
    reports = [Report(part.start, part.end, is_summary=verdict.is_summary) for part in verdict.parts]
    return Reading(page, outline, verdict.is_annual_report, verdict.why, reports)


class ClassifyPipeline:
    """Scrapy stage. Needs a Page; turns it into a Reading with its verdict and empty reports; drops nothing."""

    def process_item(self, item: Any) -> Any:
        """The Reading of a Page; anything else as it came."""
        return reading_of(item) if isinstance(item, Page) else item
