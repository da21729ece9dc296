"""What the words before a date say it is the day of: a publication, an update, or another matter (打印时间, 下一篇, 有效期)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from pipelines.field.dates import Day, find_day
from pipelines.field.names import is_office
from pipelines.folding import fold, squeeze


class Matter(Enum):
    """What a date on a page is the day of; the lower, the more it says of when the report came out."""

    PUBLISHED = 0
    WRITTEN = 1
    BARE = 2
    UPDATED = 3
    OTHER = 4


_LABEL = re.compile(r"([\u4e00-\u9fff]{0,12}) ?(?:日 ?期|时 ?间)")
_PUBLISHING = ("发布", "公开", "公布")
_WRITING = (
    "发文", "生成", "成文", "提供", "录入", "上传", "创建", "添加", "印发", "签发", "制发", "产生", "形成",
    "发表", "刊登", "刊发", "登载", "上网", "上线", "编辑", "审核", "审批", "报送", "填报", "填表", "编制", "入库", "撰写",
    "发稿", "信息", "文章", "稿件", "文件", "新闻", "公文", "推送", "采集", "年月", "制作", "提交", "写作",
    "公告", "创作", "拟稿", "收录", "转载", "归档", "入网", "审定", "发送",
)  # fmt: skip
_UPDATING = ("更新", "修改", "修订", "变更")
_KNOWN = (*_PUBLISHING, *_WRITING, *_UPDATING)
_LONGEST_LABEL = 5
"""Letters before 日期 or 时间 that can be its own word; more are what stood before it (来源县政府办公室时间)."""

_OTHER = re.compile(
    r"[上下]一[篇条页则个]|今[天日]|现在|有效|失效|废止|施行|实施|生效|截[至止]|建站|备案|打印|访问|下载|登录|注册|会议|召开|版权|©|成立|开通"
)
_DOCUMENT = re.compile(
    r"(?:报告|年报|通知|公告|公示|总结|意见|方案|办法|规定|要点|目录|指南|解读|函|决定|名单|汇总|通报|预算|决算|计划|…|\.{3})"
    r"[》”\"\s|\[(·-]{0,6}$"
)
_WEEKDAY = re.compile(r"\s{0,4}[(（]?(?:星期|周)[一二三四五六日天]")
_OF_THE_SITE = (Matter.BARE, Matter.UPDATED)
FOOT = re.compile(
    r"版权|©|网站地图|站点地图|隐私|ICP|公网安备|访问者|位访客|关于我们|联系我们|技术(?:支持|维护)|网站标识码|建议使用"
)
"""Words of a site's foot, whose day is that of the whole site."""
_NOT_HAN = re.compile(r"[^\u4e00-\u9fff]")
_FEW = 6
"""Letters before a bare date that may be anything; more must be an office's name, a labelled value or the page's own title."""


def labelled_as(before: str) -> Matter:
    """What the folded words right before a date call it.

    >>> labelled_as("发布时间:"), labelled_as("打印时间:"), labelled_as("下一篇:某通知 "), labelled_as("来源:县政府办 ")
    (<Matter.PUBLISHED: 0>, <Matter.OTHER: 4>, <Matter.OTHER: 4>, <Matter.BARE: 2>)
    """
    labels = list(_LABEL.finditer(before))
    if labels and len(before) - labels[-1].end() <= 40:
        return _said_by(labels[-1], before)
    if _OTHER.search(before):
        return Matter.OTHER
    return Matter.UPDATED if any(word in before for word in _UPDATING) else Matter.BARE


def _said_by(label: re.Match[str], before: str) -> Matter:
    word = label[1]
    if label.group()[len(word)] == " " and not (word.endswith(_KNOWN) or _OTHER.search(word)):
        word = ""  # 阅读:386 次 日期:
    if word.endswith(_UPDATING):
        return Matter.UPDATED
    if not word or word.endswith(_PUBLISHING):
        return Matter.PUBLISHED
    if word.endswith(_WRITING):
        return Matter.WRITTEN
    value_of_another = before[: label.start()].rstrip()[-1:] == ":"
    if len(word) > _LONGEST_LABEL or value_of_another:
        return Matter.PUBLISHED
    return Matter.OTHER


def names_a_document(before: str, own: str = "") -> bool:
    """True where the words before a bare date are the title of some document: an entry of a list beside the page.

    `own` are the page's own titles without spaces: behind one of them the date is the page's.
    """
    bare = squeeze(before).strip("·•>-|[](《》")
    if bare and bare in own:
        return False
    if _DOCUMENT.search(before):
        return True
    letters = _NOT_HAN.sub("", bare)
    told = ":" in bare or "网" in bare or is_office(bare.rstrip("()")) or bare.endswith(("科", "股", "组", "室"))
    return len(letters) > _FEW and not told


def has_day(line: str) -> bool:
    """Whether a line carries a day that can be one of publication."""
    return next(days_of_line(line), None) is not None


def days_of_line(line: str, own: str = "") -> Iterator[tuple[Matter, Day]]:
    """Each day of a page's line that can be one of its publication, with what it is called."""
    at, folded = 0, fold(line)
    for _ in range(6):
        day = find_day(line[at : at + 150])
        if day is None:
            return
        start = folded.index(fold(day.raw), at)  # a day whose signs are lost is told in folded ones
        before = folded[at:start]
        at = start + len(day.raw)
        matter = labelled_as(before)
        if (matter is Matter.BARE and _WEEKDAY.match(line, at)) or (matter in _OF_THE_SITE and FOOT.search(line)):
            continue  # what a page's head says of today, and its foot of the whole site
        if matter is not Matter.OTHER and not (matter is Matter.BARE and names_a_document(before, own)):
            yield matter, day
