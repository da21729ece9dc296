"""What a body shows: topics of the statute, the form, figures of a past year, and signs of other kinds of document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.field.titles import is_report_title, may_be_title, trim
from pipelines.kind.title_kinds import is_bare

_TOPICS = {
    "主动公开": ("主动公开", "主动向社会公开", "主动发布"),
    "申请": ("依申请", "申请公开", "公开申请", "收到申请", "申请情况"),
    "复议诉讼": ("复议", "诉讼"),
    "收费": ("收费", "费用", "减免"),
    "问题改进": ("存在问题", "存在的问题", "主要问题", "存在的主要问题", "改进", "不足"),
    "管理保障": ("政府信息管理", "监督保障"),
    "期限": ("统计期限", "统计时限", "数据的期限", "统计数据", "12月31日", "12月31号"),
}
_SELF_CALL = re.compile(
    r"(?=[本特现向年报全由])(?:本(?:年度)?(?:报告|年报)|(?:特|现)?向社会公[布开]|年度报告如下|年报如下|报告全文|全文包括"
    r"|现将.{0,60}(?:报告|公布|总结)(?:如下)?|由.{2,40}编制)"
)
"""Begun, like the next one, by a look at the letter: else each alternative is tried at each letter of a text."""
_ANNOUNCED = re.compile(
    r"(?=[现特编本报年向])(?:(?:现将|现公布|现予|特向社会公[布开]|特编制|编制的20)[^。;\n]{0,40}?(?:信息|政务)公开[^。;\n]{0,10}?(?:报告|年报|总结|情况)"
    r"|编制(?:本|此|了本)(?:年度)?(?:报告|年报)|本(?:年度)?(?:报告|年报)由[^。;\n]{2,40}编[制写]"
    r"|向社会公[布开][^。;\n]{0,8}(?:年|年度)政府信息公开情况|本(?:年度)?(?:报告|年报)的?数据[从自]20\d\d年"
    r"|本(?:年度)?(?:报告|年报)是?(?:根据|依据|按照|依照)[^。;\n]{0,16}?信息公开条例"
    r"|(?:报告|年报)中?(?:所列|使用|有关)?的?(?:信息|统计)?数据的?(?:统计)?(?:期限|时限|时间))"
)
"""The report's own opening: it says what it is and of what year, so that less of a body is needed to believe it."""
FORM_WORDS = (
    "第二十条第", "统计指标", "本年新收政府信息公开申请", "本年新收", "勾稽关系", "政府信息公开情况统计表",
    "主动公开政府信息数", "制发规范性文件",
)  # fmt: skip
_FILE_NAME = re.compile(r"(?m)^[^\n]{0,60}\.(?:xls|doc|pdf|wps|et)x?\b")
"""政府信息公开情况统计表.xls: the form is in the file, and not on the page."""
_FIGURE = re.compile(
    r"(?:公开|发布|公布|受理|收到|答复)[^。;\n]{0,24}?[\d一二三四五六七八九十百千]+ ?"
    r"(?:余|多)? ?(?:条|件|篇|次|份|个(?!工作日|月|小时|自然日)|宗|起|项|则)"
)
_NOTHING = (
    "未收到", "没有收到", "未发生", "没有发生", "无申请", "无依申请", "未收取", "没有收取", "未受理", "没有受理",
    "均为0", "均为零", "为0件", "0件", "0次",
    "无政府信息公开", "未接到", "没有接到", "未出现", "未因",
)  # fmt: skip
_SALUTATION = re.compile(
    r"(?m)^ {0,4}(?:各|县直|市直|区直|机关|局属|镇直|驻|有关|本).{2,70}:\s*$"
    r"|^ {0,4}各(?:乡镇|镇|街道|县|市|区|部门|单位|科室|股室|有关)[^。\n]{0,60}: "
)
_SAYS = re.compile(r"(?:如下|所示|情况|结果|统计|数据|汇总|[数量条]|(?<!代)表(?:[一二三四五\d]{1,2})?|\([^()]{0,8}[条件次]\)) ?:")
"""How a line above a table of the units ends, which addresses nobody: 各单位公开情况如下表."""
_NOTICE = (
    "通知如下", "请于", "请各", "务必", "报送至", "报至", "逾期", "联系人:", "特此通知", "印发给你们",
    "各单位要", "要求如下", "有关事项",
)  # fmt: skip
_ARTICLE = re.compile(r"(?m)^ {0,4}第[一二三四五六七八九十百]{1,4}条(?!第)")
_GUIDE = ("申请人应当", "填写《", "申请表", "受理机构", "本指南", "办公时间", "获取政府信息", "提出申请", "编排体系", "受理时间")
_REPLY = ("如不服", "不服本", "对本答复", "对本告知", "你提交的", "你申请公开")
"""Words to one who applied."""
_TOLD = 4
"""So often a text that answers or asks somebody says 您, or half as often as it has boxes to tick."""
_WEBSITE = ("独立用户访问", "首页网址", "网站总访问量", "网站标识码", "信息发布总数", "页面浏览", "ICP备案号")
_NEWS = re.compile(
    r"本报讯|记者|通讯员|报告显示|年报显示|数据显示|讯 ?[(:]|近日|日前|日(?:上午|下午),|会议(?:强调|指出|要求)|据悉|据了解|供稿"
)
_FOUND = ("搜索结果", "检索结果", "为您找到", "相关结果", "共搜索到", "共检索到")
_MATTERS = ("公开", "申请", "答复", "复议", "诉讼", "收费", "查阅", "解读", "回应", "发布会", "访谈")
"""What a report counts where it is all figures and hardly says openness."""
_COPY = ("小编", "会员分享", "会员上传", "任意编辑", "精品文档", "资料管理下载", "此处隐藏")
_GOVERNMENT = "政府信息"
SAID_OF_GOVERNMENT = re.compile(rf"{_GOVERNMENT}[^\n]{{0,200}}[。,;]|[。,;][^\n]{{0,200}}{_GOVERNMENT}")
"""The government's information in a sentence; the name of a column says nothing of the one who reports."""
_OWN_OFFICE = re.compile(r"[我本](?:[局镇乡县区市旗州省街委办厅部署会站所院校处队]|机关|中心)")
_WHOLE_YEAR = re.compile(r"20\d\d年?1月?1日?[^。;\n]{0,14}12月?31")
_COMPILED = re.compile(r"(?:由[^。;\n]{2,40}?编制的|编制了)20\d\d年?度?[^。;\n]{0,16}公开[^。;\n]{0,8}(?:报告|年报)")
_THIS = re.compile(r"[本该]年?度?(?:报告|年报)|报告(?:由|共|主要|内容)?(?:包括|分为|由)")
_HEADED = re.compile(r"(?m)^ {0,8}(?:[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\)|\d[.、]) ?([^。:;\n]{2,30})")
_HEADINGS_IN = 20_000
_SECTIONS = (
    ("总体", "概述", "基本情况"), ("主动公开",), ("依申请", "申请公开", "公开申请"), ("信息管理",), ("平台",), ("监督保障",),
    ("收费",), ("复议", "诉讼"), ("问题", "改进"),
)  # fmt: skip
_LISTED_DAY = re.compile(r"[\[( ]*20\d\d[-./年]\d\d?[-./月]\d\d?.*$|^[·•\s\d.]{1,4}(?=[^\d年])")
_DAY_BEFORE = re.compile(
    r"^[·•\s\[(]{0,4}(?:20\d\d[-./年])?[01]?\d[-./月][0-3]?\d日?(?: ?[012]?\d:[0-5]\d(?::[0-5]\d)?)?[\])\s|]{0,4}(?=\D)"
)
"""The day before each line of a list."""


_THROUGHOUT = 8
"""So often a text under a report's title says openness that it is of nothing else, though it counts nothing."""
_DENSELY = 60
"""One mention of openness in so many characters: a short text that is of nothing else."""


@dataclass(frozen=True, slots=True)
class Body:
    """Signs found in a body: topics of the statute, the form, figures of a past year, and what speaks against it."""

    size: int
    openness: int
    topics: tuple[str, ...]
    form: bool
    past: bool
    calls_itself: bool
    announced: bool
    founded: bool
    on_whole_year: bool
    sections: int
    matters: int
    against: str | None
    ruled_out: str | None
    to_somebody: bool
    empty: bool
    of_government: bool

    @property
    def is_report(self) -> bool:
        """True where the body alone shows a report on the year that has passed."""
        clear = self.announced or self.on_whole_year or self.sections >= 4
        sworn = self.founded and self.on_whole_year
        if self.against or self.ruled_out or self.openness < (1 if sworn else 2 if clear else 3):
            return False
        if (self.form and self.past) or self.on_whole_year:
            return True
        if self.past and self.sections >= 3:
            return True
        if self.announced:
            return self.past and (self.founded or len(self.topics) >= 2)
        need = 3 if self.calls_itself else 4
        return self.past and len(self.topics) >= need

    @property
    def tells_of_a_year(self) -> bool:
        """True where figures of a past year stand under several topics of the statute, whatever else the text speaks of."""
        return self.past and len(self.topics) >= 2

    @property
    def is_of_openness(self) -> bool:
        """True where the text says openness throughout, or is short and says it in every sentence or two."""
        return self.openness >= _THROUGHOUT or self.openness * _DENSELY >= self.size

    @property
    def is_thin(self) -> bool:
        """True where there is hardly any text: the report may stand in an attachment."""
        return self.size < 150


LISTED = "a list of reports"


def has_any(text: str, words: tuple[str, ...]) -> bool:
    """True where any of the words stands in the text."""
    # A word of Chinese text is found several times as fast as a pattern of alternatives.
    return any(map(text.__contains__, words))


def _count(text: str, words: tuple[str, ...]) -> int:
    return sum(map(text.__contains__, words))


def tells_figures(text: str) -> bool:
    """True where a folded text says how many there were, or that there were none."""
    return has_any(text, _NOTHING) or _FIGURE.search(text) is not None


def read_body(text: str) -> Body:
    """The signs of a folded text, which decide where the title does not."""
    topics = tuple(name for name, words in _TOPICS.items() if has_any(text, words))
    openness = text.count("信息公开") + text.count("政务公开") + text.count("公开政府信息")
    if openness:  # a short report says 公开 alone after the first time
        openness = max(openness, text.count("公开") // 2)
    form = has_any(text, FORM_WORDS) and (len(text) > _HEAD or has_any(_FILE_NAME.sub("", text), FORM_WORDS))
    past = tells_figures(text) or (form and bool(re.search(r"\d", text)))
    announced = _ANNOUNCED.search(text[:1500]) is not None
    founded = "信息公开条例" in text[:800] or "信息公开工作年度报告" in text[:800]
    return Body(
        size=len(text) - text.count(" ") - text.count("\n"),
        openness=openness,
        topics=topics,
        form=form,
        past=past,
        calls_itself=_SELF_CALL.search(text[:2500]) is not None,
        announced=announced,
        founded=founded,
        on_whole_year=_on_whole_year(text, founded and announced),
        sections=_sections(text),
        matters=_count(text, _MATTERS),
        against=_against(text, openness, form),
        ruled_out=_firmly_against(text, form),
        to_somebody=not form and _speaks_to_somebody(text),
        empty=not form and len(text) < _HEAD and _EMPTY.search(text) is not None and not tells_figures(text),
        of_government=form or _of_government(text),
    )


def _speaks_to_somebody(text: str) -> bool:
    """Whether a text answers one who applied, or asks its reader."""
    return has_any(text, _REPLY) or text.count("您") >= _TOLD or text.count("○") + text.count("□") >= 2 * _TOLD


def _of_government(text: str) -> bool:
    """Whether a text says that it is of an office's openness."""
    if has_any(text, ("信息公开条例", "政务公开")) or _OWN_OFFICE.search(text):
        return True
    return _GOVERNMENT in text and SAID_OF_GOVERNMENT.search(text) is not None


def _on_whole_year(text: str, claimed: bool) -> bool:
    """True where the opening says of itself that it is the report on a year: less of figures is needed then."""
    if _COMPILED.search(text[:800]) and _THIS.search(text[:800]):
        return True
    return claimed and _WHOLE_YEAR.search(text[:1500]) is not None


def _sections(text: str) -> int:
    """How many sections of the statute's the text has, by its headings; 0 where it has none on applications."""
    heads = "\n".join(_HEADED.findall(text[:_HEADINGS_IN]))
    told = [has_any(heads, words) for words in _SECTIONS]
    return sum(told) if told[2] else 0


_HEAD = 1500
_CALLS_ITSELF_ELSE = re.compile(r"(?:编制|制定|制订|编写)了?本《?(?:指南|办法|规定|制度|方案|细则|规范|目录|预案|须知|清单|问卷)")
"""编制本指南: whatever column it stands in."""


_STANDS_ELSEWHERE = re.compile(r"年度报告(?:将|另)[^。;\n]{0,14}(?:公布|公开|发布)")
"""年度报告将于明年1月另行公布, in a summary of openness."""
_GATHERS = re.compile(
    r"集中(?:展示|发布|公开|公布)[^。\n]{0,16}(?:年报|年度报告)|点击[^。\n]{0,8}查看(?:全文|年报|年度报告|详情)"
)
"""本平台集中展示各单位年报，点击名称查看全文."""
_FEW = 600
_OF_REPORTS = (*_MATTERS, "公布", "信息", "年报", "报告", "附件", "下载")
"""Words of which each sentence of a report has one, however short."""


def _sentences_of(text: str) -> str:
    """The lines that hold sentences: a title and what stands round it hold none."""
    return "\n".join(line for line in text.split("\n") if "。" in line)


def _firmly_against(text: str, form: bool) -> str | None:
    """What rules a report out even under a report's title: a notice that asks for reports, a list of them."""
    if _addresses(text[:900]) and has_any(text[:4000], _NOTICE):
        return "it addresses the offices that are to report"
    if not form and _count(text[:4000], _NOTICE) >= 3:
        return "it asks for reports"
    if len(_BLANK_YEAR.findall(text)) >= 2:
        return "a model text with blanks for the year"
    if spoken := _SPOKEN_TO.search(text[:_HEAD]):
        return f"it is spoken to an assembly: {spoken.group().strip()}"
    if not form and _is_dialogue(text):
        return "one asks and another answers"
    named = sum(text.count(word) for word in ("报告", "年报", "总结")) >= 2 or text.count("…") >= _CUT_SHORT
    if named and _is_list(text):
        return LISTED
    if not form and (said := _STANDS_ELSEWHERE.search(text[:_HEAD])):
        return f"it says that the report is another: {said.group()}"
    if not form and len(text) < _FEW and text.count("。") >= 2 and not has_any(_sentences_of(text), _OF_REPORTS):
        return "its few sentences are of something else"
    if has_any(text[:_HEAD], _FOUND) or (len(text) < _HEAD and _GATHERS.search(text)):
        return "what a search has found"
    if "本" in text[:_HEAD] and (own := _CALLS_ITSELF_ELSE.search(text[:_HEAD])):
        return f"it calls itself something else: {own.group()}"
    return None


_EMPTY = re.compile(
    r"(?:栏目|版块|页面)(?:内容)?[^。,;\n]{0,6}(?:正在|暂无|建设中|更新中|维护中|筹备)|暂无(?:内容|信息|数据|文章|记录)|内容(?:正在)?(?:更新|建设|完善)中"
)
_SPOKEN_TO = re.compile(
    r"(?m)^ {0,4}(?:同志们|各位(?:代表|委员|同志)|(?:尊敬的)?(?:[\u4e00-\u9fff]{1,3})?主任[、,]各位|(?:女士|朋友)们)"
    r"[^。\n]{0,30}[:,!]"
)
"""The words with which a speech begins, or a report to the people's congress."""
_SAYS_ONE = r"(?m)(?:^|\|) {0,4}[【\[]?(?:%s)\d? ?[:|】\]] ?(?!\d{1,4} ?[件条次|\n])"
_SPEAKS = re.compile(_SAYS_ONE % "问|记者|主持人|网友|楼主")
_ASKED = re.compile(_SAYS_ONE % "(?:来信|留言|写信|咨询)(?:人|者|内容|时间|标题|主题)")
_ANSWERED = re.compile(_SAYS_ONE % r"答|嘉宾|\d{1,3}楼|(?:回复|答复|受理|办理)(?:单位|部门|内容|意见|时间|结果)")
"""Labels before the words of two; a number behind one is a row's of some table."""


def _is_dialogue(text: str) -> bool:
    """True where lines are those of one who asks and one who answers: an interview, a letter with its answer, a forum."""
    spoken = len(_SPEAKS.findall(text))
    return spoken >= 2 or ((spoken > 0 or _ASKED.search(text) is not None) and _ANSWERED.search(text) is not None)


def _addresses(head: str) -> bool:
    """True where a line addresses offices: 县直各部门:, and does not tell what a table below it says of them."""
    return any(_SAYS.search(line.group()) is None for line in _SALUTATION.finditer(head))


def _against(text: str, openness: int, form: bool) -> str | None:
    """What shows some other kind of document, unless the title is a report's: a bureau of finance writes much of budgets."""
    if not form and _count(text, _POINTS) >= 2:
        return "it marks itself by points"
    if has_any(text, _COPY) or (has_any(text, BLANKS) and len(_BLANK_UNIT.findall(text)) >= 2):
        return "a text to copy, with blanks for names"
    if "第三条" in text and len(_ARTICLE.findall(text)) >= 4:
        return "a regulation in articles"
    if _count(text, _WEBSITE) >= 2:
        return "a table on the work of a website"
    if (other := _OTHER_TITLE.search(text[:200])) and not _WITH_PLAN.search(other.group()):
        return "the title of another kind of document opens it"
    if text.count("法治") > max(openness, text.count("公开")) + 4:
        return "a report on the rule of law"
    if text.count("预算") + text.count("决算") > 2 * openness + 6:
        return "a budget"
    if not form and _count(text, _GUIDE) >= 4:
        return "a guide to asking for information"
    if len(set(_NEWS.findall(text[:400]))) >= 2 or _REPORTED.search(text[:400]):
        return "news"
    return None


_POINTS = ("自评", "扣分", "加分", "得分")
"""What a form of assessment has its offices count."""
_BLANK_YEAR = re.compile(r"20[xX×*]{2} ?年?|201[xX×*] ?年")
BLANKS = ("xx", "XX", "××", "**", "__")
_BLANK_UNIT = re.compile(r"(?:[xX×]{2,4}|[*]{2,4}|_{2,})(?:省|市|县|区|镇|乡|街道|局|委)")
_OTHER_TITLE = re.compile(
    r"\A\s*[^\n。,]{0,30}公开[^\n。,]{0,16}(?:要点|方案|计划|指南|制度|办法|规定|细则|规范|意见|任务分解表?)(?:\([^()\n]{2,8}\))?\s*\n"
)
_WITH_PLAN = re.compile(r"(?:总结|报告|汇报|小结)(?:及|和|暨|与)")
"""工作总结及2019年工作计划: a report that ends with a plan."""
_REPORTED = re.compile(r"本报讯|\(记者|\(通讯员|讯 ?\(|(?:报告|年报)显示")


_HAN, _TELLING = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[,、\d]")
"""A sentence that tells something; beside two of them a list of other reports is furniture."""
_EXCERPT = re.compile(
    r"(?:…|\.{3}|。。)[\s\[(]*(?:详细|详情|全文|更多|查看)?[\])>\s]*"
    r"(?:[\[(]?20\d\d[-./]\d\d?[-./]\d\d?[\])]?)?$"
)
"""Where a list has cut the first words of what it lists, they tell nothing of the page."""
_CUT_SHORT = 4
"""So many lines that a list has cut, and no sentence beside them."""
_PATH = re.compile(r"[|>»]")
_MENTION = re.compile(r"\s{0,4}(?:主题词|附件?|关键词)\s?:")
"""A letter that comes with its report names it several times, in the subject line, behind 附 and among the keywords."""


def _tells(line: str) -> int:
    """What a line tells of a page's own: figures of openness as much as two sentences, though not of reports."""
    if not any((word := _HAN.search(said)) and _TELLING.search(said, word.end()) for said in line.split("。")[:-1]):
        return 0
    return 2 if tells_figures(line) and not has_any(line, ("报告", "年报", "总结")) else 1


def _is_list(text: str) -> bool:
    """True where most lines are titles of different reports: four beside other lines, two where hardly any other stands."""
    lines = [line for line in text.split("\n") if not _EXCERPT.search(line)]
    if text.count("\n") + 1 - len(lines) >= _CUT_SHORT and "。" not in "".join(lines):
        return True
    if sum(1 for line in lines if len(line) > 90) >= 2:
        return False
    likely = [line for line in lines[:300] if len(line) < 110 and not _PATH.search(line.strip(" |")) and may_be_title(line)]
    if len(likely) < 2:
        return False
    told = sum(map(_tells, lines))
    if told >= 2:
        return False
    titles = (trim(_LISTED_DAY.sub("", _DAY_BEFORE.sub("", line))) for line in likely if not _MENTION.match(line))
    named = (title for title in titles if is_report_title(title) and not is_bare(title))
    listed = len({title[title.find("《") + 1 :].split("》")[0] for title in named})
    return listed >= 4 or (listed >= 2 and not told and len(lines) <= 3 * listed and max(map(len, lines)) < 70)
