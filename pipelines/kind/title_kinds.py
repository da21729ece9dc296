"""What the title of a page alone says: a report on openness, some other kind of document, or nothing either way."""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.field.titles import TOPIC, is_report_title
from pipelines.field.years import years_in
from pipelines.folding import fold, squeeze

_OTHER_KIND = re.compile(
    r"(?P<kind>指南|规定|办法|制度|条例|目录|细则|申请表|流程图?|公报|要点|方案|通报|解读|图解|一图读懂|评估|考核|测评|培训|会议|座谈|比赛|规范|标准"
    r"|意见|决定|名单|清单|答复书?|函|公示|任务分解|分工|倡议|问答|预算|决算|(?<!年)报表|统计公报|讲话|批复|简报|信箱|承诺|声明|启事|招聘|督查|检查情况|自查)"
)
ENDS_AS = re.compile(
    r"(?:问卷|调查表|试[题卷]|测试题?|竞赛题?|须知|渠道|方式|台账|登记表|回执|责任书|公约|做法|亮点|侧记|心得|体会|案例|判决书|裁定书|决定书|告知书|答复书?|思考"
    r"|研究|建议|提案|议程|通讯录|常见问题|流程|(?<!情况)说明|启事|声明|勘误|提醒|提示|[白蓝]皮书)(?:\([^()]*\))?$|[?吗呢]$|为什么|怎么|怎样|如何|什么是"
)
"""The noun at the end of a title that tells of another kind of document, whatever stands before it; or a question."""
_OTHER_SUBJECT = re.compile(
    r"双随机|一公开|年鉴|县志|大事记|公开(?:承诺|招[聘标]|选[拔调]|遴选|竞[争聘])|行政执法(?!.{0,4}局)|法治政府|依法行政|法治建设|网站工作|政府网站(?!信息公开)|普查|财政预|预决算|部门预算|部门决算|国民经济|社会发展|统计公报|政务服务(?!.{0,6}(?:局|中心|办|管理))"
    r"|政府工作报告|履职报告|述职|党建|精神文明|安全生产|生态环境状况|环境质量|审计(?!局)|巡察|建议提案|绩效|企业年报|法人年度?报告?|债务|社会责任"
)
_OTHER_OPENNESS = re.compile(
    r"(?:(?:预算|决算|预决算|党务|村务|居务|厂务|财务|院务|校务|所务|警务|检务|狱务|司法|审判|公司)|企业(?:20\d\d年?度?)?)(?:信息)?公开"
    r"|(?:选拔任用|任免|企业环境|采购|招投?标|征地|拆迁|资金|经费|低保|救助|抽检|处罚|许可|工程建设|项目|领域|[镇乡道]财政|收费|事故|安全生产|捐赠|招生"
    r"|补贴|住房|配租|分配|债务|三资|产权|信用|应诉)(?:信息)?公开"
)
_OF_GOVERNMENT = re.compile(r"政府信息|政[府务]公开|政务信息")
"""政府信息公开和村务公开年度报告: what is told besides does not take the report away."""
_BESIDES = re.compile(r"公开(?:工作|情况)?[、,和与及暨](?:工作|情况)?")
_ASKS = re.compile(
    r"做好|报送|编制|编写|编报|上报|开展|加强|推进|填报|组织|认真|规范|部署|启动|征集|征求|评议|撰写|延期|推迟|整改|招标|中标|成交|询价"
    r"|采购(?!中心|办|处|管理)|调查(?!队|总队|局)"
)
BOOK = re.compile(r"年鉴|[省市县区镇乡]志(?!办|编|愿|工作)|大事记|^第[一二三四五六七八九十]{1,3}[章节]")
"""Books tell of openness in a chapter of a year."""
_MEETS = re.compile(r"召开|举办|举行|晒出|亮出|(?:推进|部署|培训|工作|座谈|总结|动员|协调|调度|业务)会$")
_TELLS = re.compile(
    r"召开|举办|部署|启动|出[炉爐]|上线|亮相|提醒|获(?:得|评)|名列|通过|按时|顺利|圆满|率先|全面完成|正式|对外|面向社会|已|圆满|积极做好|扎实"
)
TELLS_OF_REPORTS = "a title that tells of reports"
"""The reason given for the title of some news: standing in the column of reports makes it none of them."""
NAMES_NONE = "a title that names no report"
"""The reason given for a title on openness that goes on to something else: its column does not make up for it."""
MENDS = "a notice that mends or takes back a report"
"""The reason given for its title: what it says of figures is of few; a report that stands whole under it is one."""
_MENDS = re.compile(r"(?:更正|勘误|补正|撤回|撤销|收回|作废)(?!版|后|稿|\)|$)")
MAY_CARRY = "a notice that may carry a report"
"""The reason given for the title of a notice that asks for nothing: the report may stand under it."""
_SENT = re.compile(r"(?:报送|上报|呈报|呈送|印发|报备).{0,60}(?:报告|年报|总结|情况)》?的函$")
"""A letter that asks for reports is called so too: only what stands under it tells."""
_PUBLISHES = re.compile(r"发布(?!中心|厅)|公布|晒出|编制(?!委|办|部)|完成|开展|推进|召开|部署|启动|举办|做好|组织(?!部)")
_ABOUT = re.compile(
    r"自评|解读|图解|[读看]懂|图说|评估|通报|检查|培训|测评|考核|批转|动漫|范文|范本|模板|样本|(?:\d|[二三四五六七八九十])篇"
    r"|视察|调研|民主监督|满意度|专项(?:工作)?(?:的)?报告|访谈|专访|答记者问|公开示范|会议?上的"
    r"|(?:报告|年报)的?(?:公布|发布|编制|报送|编发)(?:工作)?情况"
    r"|(?:报告|年报)(?:中?存在|有关)?的?(?:问题)?的?(?:自查|核查|抽查|复核|整改|问题|纠错)[^()]{0,10}(?:情况|报告|总结|汇报|清单|台账)"
)
"""The last: what was put right in reports, 年度报告自查整改情况的报告."""
_BLANK = re.compile(
    r"20[xX×*_○〇]{2}年|(?:[xX×*]{2,4}|_{2,})(?:省|市|县|区|镇|乡|街道|局|委|办|单位|部门|机关)"
    r"|(?:报告|年报)的?\(?(?:参考|编写|编制|撰写|填写|统一|标准)?(?:格式|式样|样式|样表|样例|样稿|提纲|框架|模版)"
)
_MODEL = re.compile(
    r"(?:报告|年报|总结)的?\(?(?:参考|编写|编制|撰写|填写|统一|标准)?(?:模板|模版|范本|范文|样本)\)?(?:\.\w{2,5})?(?=$|[-_|])"
)
_ENDS = re.compile(r"(?:报告书?|年报|[总小]结|汇报)(?:\([^()]*\))?(?:-?20\d\d年?度?)?$")
_SHOWN = re.compile(r"^[^,;]{0,14}(?:公开(?:工作)?情况|报告|年报|总结)的?公示$")
"""政府信息公开情况公示: what is put up for all to see may be the report itself."""
_PART_OF_YEAR = re.compile(
    r"第?[一二三四1-4]季度|[上下]?半年度?|[月季旬周]报(?!告)|(?<![-~至到\d])\d{1,2}月份(?![-~至到])|(?<!\d)\d{1,2}月?[-~至](?:[1-9]|1[01])月|学年(?=度?[^度]{0,12}公)"
    r"|(?<![-~至到])20\d\d年\d{1,2}月(?=政|信息|主动|依申请)"
)
"""The year 2008 began in May for this law, so a stretch of months that ends in December is a year."""
_YEARS = re.compile(
    r"(?<!\d)(20\d\d)年?度?[-~至到]{1,2}(20\d\d)年?度?(?!\d)|[\"“]?十[一二三四五]五|近[三四五]年|(?<![\d〇零○Oo一二三四五六七八九十第])[三四五六]年(?=来|间|工作|总结|情况|政)"
)
_NARROWER = re.compile(r"复议|诉讼|舆情|申请(?=办理|受理|处理|答复|情况|数)|专区|栏目")
"""What stands between openness and report where one matter of it is told: 政府信息公开申请办理情况."""
_OTHER_MATTER = re.compile(
    r"(?<![和及与、,暨])(?:案件|经费|培训|(?:监督|联络|信息|评议)员|领导小组|投诉|举报|考核|评议|测评|咨询|查阅|督[查办导]|保密|考试|知识|责任[书制]|交流|绩效|印刷|宣传|活动|分析|对比)(?![办室局科处])"
    r"|(?<=公开)[股科处](?!.*公开)"
)
_ISSUED = re.compile(
    r"(?:印发|转发|发布).*(?:制度|办法|规定|细则|方案|要点|意见|指南|标准|规范|目录|分解表|计划|清单)(?:\([^()]*\))?(?:》|等|的(?:通知|公告|通告)|$)"
)
_AND_PLAN = re.compile(r"(?<=[结告报])(?:及|和|暨|与)[^。;]{2,24}(?:要点|计划|打算|安排|思路)$")
_PLAN_ONLY = re.compile(r"(?:工作)?(?:计划|打算|安排|思路)$")


_OFFICE_AFTER = re.compile(r"局|中心|办|委|厅|署|室|处|站|中队|大队|院|所|队|校|部|馆")
_COLUMN = re.compile(r"(?:政府|政务|主动)?信息公开(?:工作)?(?:指南|目录|制度|规定|清单|公示|标准|规范)+")
_NAMED_REPORT = re.compile(r"(?:报告书?|年报|[总小]结|汇报|报表|情况|统计)(?:\([^()]*\))?$")
_ALL_WORK = re.compile(r"工作(?:总结|情况|小结|汇报|报告|回顾)")
_NAMELESS = re.compile(
    r"20\d\d|[〇零○一二三四五六七八九]{4}|年度?|工作|情况|关于|报告书?|年报|[总小]结|汇报|统计|报表|政府|自查|及|和|计划|打算|的|\W"
)
_OPENS = re.compile(r"公开[^,;]{0,6}信息|信息[^,;]{0,8}公开|政[府务][^,;]{0,6}公开")
_UNIT = re.compile(
    r"^.{2,30}(?:人民政府|政府|[省市县区旗州盟乡镇局委厅院站所队处校馆社部]|街道|办公室|办事处|中心|委员会|苏木)(?!情况|建设|公开|管理|服务)"
)


def is_column_name(title: str) -> bool:
    """True for a column's name (信息公开目录), which some pages print where the title belongs."""
    return _COLUMN.fullmatch(squeeze(fold(title))) is not None


def is_bare(title: str) -> bool:
    """True for a report's title without unit or year, which a column of such reports is called as well."""
    line = squeeze(fold(title))
    return not years_in(line) and len(_NAMELESS.sub("", TOPIC.sub("", line))) < 2


def names_all_work(title: str) -> bool:
    """True for the title of a report on all that an office did in a year, of which openness is a chapter at most."""
    line = squeeze(fold(title))
    return "公开" not in line and _ALL_WORK.search(line) is not None


_YEAR = r"(?:20\d\d年?度?)?"
_PLACE_AND_MATTER = re.compile(
    rf"^(?:关于)?{_YEAR}(?:[\u4e00-\u9fff]{{2,12}}?(?:[乡镇]|街道)(?:办事处|(?:人民)?政府)?{_YEAR}(?![市县区])(?P<town>[\u4e00-\u9fff]{{2,14}}?)"
    rf"|[\u4e00-\u9fff]{{2,12}}?[省市县区旗州盟](?:人民政府)?20\d\d年?度?(?P<county>[\u4e00-\u9fff]{{2,14}}?)"
    rf"|(?:[\u4e00-\u9fff]{{2,8}}?[省市县区旗州盟])?{_YEAR}(?P<bare>[\u4e00-\u9fff]{{4,16}}?))信息公开"
)
_AREA = re.compile(r"^[\u4e00-\u9fff]{2,10}?[省市县区旗州盟]")
_NAMED_IN = 4
"""Characters of a matter that nothing but its own words tell from a place's name."""
_NO_MATTER = re.compile(
    r"政府|政务|党务|主动|依法|关于|年|工作|部门|单位|乡镇|各|全[镇乡县区市体年]|党委|党政|系统|网站|机关|本级|计划?生育?|的$"
    r"|(?:[省市县区旗州盟乡镇村城局委厅办署所院站厂场园段校科股处室队会馆社联团师连库部台]|中心|街道|苏木|人大|政协)$"
)
_TRADES = re.compile(
    r"[\u4e00-\u9fff]{0,3}?(?:环境|环保|国土|资源|教育|民政|卫生|健康|计生|人口|农业|农村|林业|水利|水务|交通|运输|司法|公安|交警|消防|工商|税务|[国地]税|质监|药监|食药|文化"
    r"|广电|旅游|体育|科技|住房|城乡|住建|建设|规划|城管|安监|安全|人社|社保|劳动|就业|发展|改革|发改|经信|工信|商务|物价|价格|粮食|统计|审计|气象|地震|档案|史志|信访|烟草|财政"
    r"|畜牧|水产|移民|扶贫|供销|邮政|盐务|房产|房管|园林|路政|运管|海事|港航|招商|民宗|外事|侨务|法制|监察|编制|和|与)+"
)
"""By these an area's bureaus are called for short: 柳河县2012年环境信息公开年度报告."""


def names_matter(title: str) -> bool:
    """True where what is opened is named, by no office, behind a place or a year: 大河镇2021年消防安全信息公开报告."""
    named = _PLACE_AND_MATTER.search(squeeze(fold(title)))
    matter = named and (named["town"] or named["county"] or _AREA.sub("", named["bare"]))
    if not named or not matter or _NO_MATTER.search(matter):
        return False
    if named["town"] is not None:
        return True
    return _TRADES.fullmatch(matter) is None and (named["county"] is not None or len(matter) >= _NAMED_IN)


def names_other_subject(title: str) -> bool:
    """True for the title of some report whose subject is named and is not openness: 2020年度行政执法情况报告."""
    line = squeeze(fold(title))
    if TOPIC.search(line) or (_OPENS.search(line) and not _OTHER_SUBJECT.search(line)) or not _NAMED_REPORT.search(line):
        return False
    return len(_NAMELESS.sub("", _UNIT.sub("", re.sub(r"20\d\d年?度?", "", line)))) >= 2


@lru_cache(maxsize=256)
def is_model(title: str | None) -> bool:
    """True for the heading of a model of such reports: 政府信息公开工作年度报告模板, ××镇20××年…报告."""
    line = squeeze(fold(title or ""))
    return bool(line and TOPIC.search(line) and (_BLANK.search(line) or _MODEL.search(line)))


@lru_cache(maxsize=256)
def title_verdict(title: str | None) -> tuple[str, str]:
    """(`report`, `decoy` or `silent`, why): what the title alone says; `silent` where only the body can tell.

    >>> title_verdict("关于做好2018年政府信息公开年度报告编制工作的通知")[0], title_verdict("2015年度报告")[0]
    ('decoy', 'silent')
    """
    if not title:
        return "silent", "no title"
    line = squeeze(fold(title))
    if blank := _BLANK.search(line):
        return "decoy", f"a model text with blanks: {blank.group()}"
    if "公开" in line and _MENDS.search(line):
        return "decoy", MENDS
    if re.search(r"(?:通知|公告|通告)\)?$", line) and "公开" in line:
        if _ISSUED.search(line):
            return "decoy", "a notice that issues another kind of document"
        told = line[: line.rfind("年度报告")] if "年度报告" in line else line
        asks = bool(_ASKS.search(told) or re.search(r"延期|推迟", line))
        return ("decoy", "a notice about reports") if asks else ("silent", MAY_CARRY)
    if _SENT.search(line) and "公开" in line:
        return "silent", MAY_CARRY
    if "公开" in line and (span := _other_span(line)):
        return "decoy", f"not on a year: {span}"
    if (kind := ENDS_AS.search(line)) and not is_report_title(line):
        return "decoy", f"another kind of document: {kind.group()}"
    if not TOPIC.search(line):
        other = _OTHER_SUBJECT.search(line) or _OTHER_OPENNESS.search(line) or _OTHER_KIND.search(line)
        return ("decoy", f"another subject: {other.group()}") if other else ("silent", "a title that names no subject")
    return _topical(line)


def _other_span(line: str) -> str | None:
    """The part of a year, or the several years, that a title names instead of one; two years may be a doubled one."""
    if "全年" not in line and (part := _PART_OF_YEAR.search(line)):
        return part.group()
    years = _YEARS.search(line)
    if years is None or (years[1] and int(years[2]) - int(years[1]) < 2):
        return None
    return years.group()


def _topical(line: str) -> tuple[str, str]:
    """The verdict on a title that is about openness."""
    topic = TOPIC.search(line)
    before, after = (line[: topic.start()], _AND_PLAN.sub("", line[topic.start() :])) if topic else (line, "")
    about = _ABOUT.search(before)
    if about and _OFFICE_AFTER.search(before, about.end(), about.end() + 6):
        about = None
    if about := about or _ABOUT.search(after):
        return "decoy", f"about reports: {about.group()}"
    if not is_report_title(line):
        if kind := BOOK.search(line):
            return "decoy", f"of a book: {kind.group()}"
        if kind := _OTHER_KIND.search(after):
            return "decoy", f"another kind of document: {kind['kind']}"
        if _PLAN_ONLY.search(line):
            return "decoy", "a plan"
        named = re.search("年度报告|年报", line)
        told = _MEETS.search(line) or (named is not None and _TELLS.search(line, named.end()))
        if told:
            return "silent", TELLS_OF_REPORTS
        return "silent", "a title that may be of figures" if _NAMED_REPORT.search(line) else NAMES_NONE
    subject = _OTHER_SUBJECT.search(line) or (None if _OF_GOVERNMENT.search(line) else _OTHER_OPENNESS.search(line))
    besides = {match.end() for match in _BESIDES.finditer(line)}
    publishers = subject and _OFFICE_AFTER.search(line, subject.end(), max(subject.end() + 8, len(before)))
    if subject and not publishers and subject.start() not in besides:
        return "decoy", f"another subject: {subject.group()}"
    if (_PUBLISHES.search(before) and "关于" not in before) or (_TELLS.search(line) and not _ENDS.search(line)):
        return "silent", TELLS_OF_REPORTS
    if topic and (matter := _OTHER_MATTER.search(line, topic.end())):
        return "decoy", f"another subject: {matter.group()}"
    if topic and _NARROWER.search(line, topic.end()):
        return "silent", "a title on one matter of openness"
    kind = None if _SHOWN.search(after) else _OTHER_KIND.search(after)
    if kind is None and after.endswith("公示"):
        return "silent", "a title that may be of a report"
    if kind and not _ENDS.search(after):
        return "decoy", f"another kind of document: {kind['kind']}"
    sure = bool(re.search(r"年报|年度(?:工作)?报告|年度工作总结|年度总结", after)) or (
        bool(years_in(line)) and ("政府信息" in line or _ENDS.search(after) is not None)
    )
    return ("report", "its title") if sure else ("silent", "a title that may be of a report")
