"""Who reports: schools, hospitals, firms and courts publish such reports too, under rules of their own, and are no offices."""

from __future__ import annotations

import re

from pipelines.field.titles import TOPIC
from pipelines.folding import fold, squeeze
from pipelines.kind.bodies import SAID_OF_GOVERNMENT

_INSTITUTION = re.compile(
    r"(?:大学|学院|学校|中学|小学|[一二三四五六七八九十]中|中专|技校|幼儿园|医院|卫生院|保健院|公司|集团|银行|支行|信用社|厂|法院|检察院|慈善总?会|基金会|红十字会|学会|研究会|村委会|村民委员会|居委会|居民委员会)$"
)
_ITS_OPENNESS = re.compile(r"(?:[院校厂村居检警]务|司法|环境|供[水电气热])$")
"""院务公开, 校务公开, 环境信息公开: the word before openness is no part of who opens."""
_OTHER_LAW = re.compile(
    r"(?:根据|按照|依据|依照)[^。;\n]{0,30}?(?:医疗卫生机构|医疗卫生服务单位|高等学校|高校|公用事业单位|公共企事业单位|供[水电气热]企业|企业环境"
    r"|环境信息依法|慈善组织|商业银行|上市公司|国有企业)[^。;\n]{0,10}?(?:公开|披露)[^。;\n]{0,8}(?:办法|规定|条例|制度|指引|准则)"
)
"""What binds institutions instead of the regulation on the government's information."""
_ADMINISTRATION = re.compile(r"人民银行|党校|行政学[院校]|社会主义学院")
"""Central bank and schools of the party are bodies of the state whatever their names end in."""
_NOT_ITS_NAME = re.compile(r"20\d\d|\d{1,2}月份?|[〇零○一二三四五六七八九]{4}年|学?年度?|\([^()]*\)|关于|中共|的|[-\s《》\[\]]")
_BRACKETED = re.compile(r"\(([^()]{4,40})\)$")
_AUTHOR = re.compile(r"由([^,。;:\n]{2,40}?)(?:负责|组织|依法|结合[^,。;\n]{0,20}|根据[^。;\n]{0,60})?编[制写撰]")
_SUBJECT = re.compile(
    rf"(?m)^ {{0,8}}([\u4e00-\u9fff]{{2,28}}?{_INSTITUTION.pattern[:-1]})"
    r"(?=20\d\d年|根据|按照|依据|依照|遵照|认真|严格|编[制写]|关于)"
)
"""Who begins a line of the text: its own title, or the sentence that says by what rules it reports."""
_SCHOOL_RULE = re.compile(r"高等学校信息公开办法|高校信息公开年度")
_SCHOOL_YEAR = re.compile(r"学年")
_OWN = re.compile(r"[我本](?:校|院|医院|学院|公司|集团|企业|厂|行(?![政业为]))")
_OFFICE = re.compile(
    r"[我本](?:局|镇|乡|县|区|市|旗|州|省|街|委|办|厅|部|机关|处|站|所|中心|署|馆|会)|全(?:县|镇|乡|市|区|旗|街道)"
)
_NOUNS = ("学校", "学院", "大学", "高校", "医院", "公司", "银行", "师生", "法院", "检察院")
_GOVERNMENT = "政府信息"
_OPENING = 600
_READ = 4000


def institution_in(title: str | None, text: str) -> str | None:
    """Why the one who reports is no administration; None where it is one, or where nothing tells.

    How the text speaks of itself decides (我校, 我院, 本公司), and a year of school. A name alone proves nothing: on a
    hijacked page a firm's name stands in the publisher's place. It counts where nothing is said of the government's
    information; an office that is named may write about schools or firms as much as it likes.

    >>> institution_in("柳河大学2020年信息公开年度报告", "我校公开信息42条。学校网站已改版，师生满意。")
    'a report of 柳河大学, which is no administration'
    """
    head = fold(text)[:_READ]
    line = squeeze(fold(title or ""))
    named = _named_in(line)
    if len(named) < 2:
        author = _AUTHOR.search(head, 0, _OPENING)
        named = _NOT_ITS_NAME.sub("", author[1]) if author else ""
    if len(named) >= 2:
        if not _INSTITUTION.search(named) or _ADMINISTRATION.search(named):
            return None
        silent = _GOVERNMENT not in line and not SAID_OF_GOVERNMENT.search(head)
        return f"a report of {named}, which is no administration" if silent or _speaks_as_one(head, named=True) else None
    begun = _SUBJECT.search(head, 0, _OPENING)
    if begun and not _ADMINISTRATION.search(begun[1]) and _speaks_as_one(head, named=True):
        return f"a report of {begun[1]}, which is no administration"
    of_government = SAID_OF_GOVERNMENT.search(head) or _OFFICE.search(head)
    if "办法" in head and _OTHER_LAW.search(head, 0, _OPENING) and not of_government:
        return "a report under the rules of institutions"
    if _SCHOOL_RULE.search(head, 0, _OPENING) and _SCHOOL_YEAR.search(head, 0, _OPENING):
        return "a report under the rules of schools"
    return "a school, a hospital or a firm reports" if _speaks_as_one(head) else None


def _named_in(title: str) -> str:
    """The body that a title names before its topic, or in brackets behind it; empty where it names none."""
    topic = TOPIC.search(title)
    if topic is None:
        return ""
    behind = _BRACKETED.search(title, topic.end())
    if behind and _INSTITUTION.search(behind[1]):
        return behind[1]
    return _ITS_OPENNESS.sub("", _NOT_ITS_NAME.sub("", title[: topic.start()]))


def _speaks_as_one(head: str, *, named: bool = False) -> bool:
    """True where the text says 我校, 我院 or 本公司 of itself, more often than 我局 or 全县."""
    own = len(_OWN.findall(head))
    return own > len(_OFFICE.findall(head)) and "党校" not in head and sum(map(head.count, _NOUNS)) >= (1 if named else 2)
