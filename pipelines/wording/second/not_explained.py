"""Which counts are no answers, conferences or explanations, or only some of them: 收集舆情134条, 图解18个、文字解读33篇."""

from __future__ import annotations

import re

from pipelines.wording.context import Number
from pipelines.wording.cues import OTHER_TALKS
from pipelines.wording.published.shares import is_own_share

_DEPUTY = re.compile(r"(?:^|[，,、；;中的])[^长任，,、]{0,6}(?<!长、)副(?:[县市区州旗镇乡局]长|主任)(?!.*(?:主要|一把手))")
"""副县长以上领导出席5场: not who leads the government."""
_ONLY_SEEN = re.compile(r"^(?!.*(?:回应|处置|处理|答复|回复|澄清|化解)).*(?:收集|搜集|采集|监测|上报|报送|研判|排查|采访|专访)")
"""收集舆情信息134条: nobody says that they were answered."""
_BY_A_LINE = re.compile(r"(?<!\d)12\d{3}(?:平台|热线|电话|[”\"])*[^，,。；;\d]{0,4}回应")
"""12333回应群众关切4100余次: calls to a hotline."""
_EXPLAINED, _TOLD = "response.policy_interpretations", "response.press_conferences"
_NOT_MORE = re.compile(
    r"^(?:共|全年|累计|年内)*转[发载]|图文|图解|图表|动漫|动画|[音视]频|^(?:新闻|媒体|召开|举办|举行|[、和及])*(?:通气|吹风)会"
)
"""转发上级解读26篇; 解读文稿9篇，图文解读3篇: no other count of what was explained."""
_PICTURED = re.compile(
    r"(?:图解|图文|图表|视频|动漫|动画|音频)[^，,。；;\d]{0,6}\d{1,4}\s?[篇个条期件次][、，,和及与]\s?(?:[^。；;]{1,14}\d{1,4}\s?[篇个条期件次][、，,和及与]\s?)?文字"
)
"""图解18个、视频解读5个、文字解读33篇: one kind of them."""
TOLD_TOGETHER = re.compile(
    r"(?:文件|法规|公告|动态|标准|信息|要闻|新闻|政策|会议|指南)(?:[与和及、]|以及)(?:其|相关)?(?:政策|会议)?(?:文件)?解读(?!.{0,30}各$)"
    r"|解读[^，,。；;\d]{0,6}\d{2,6}(?![年\d])[一-龥]"
)
"""政策及政策解读2条: both of them together; 解读类信息52信息公开目录340条: a unit and a mark are lost."""
_IN_A_WAY = r"(?:文字|图文|图片|图解|图表|音视频|访谈类?|视频|动漫|动画|音频|多媒体|专家|媒体|(?:主要)?负责人|领导)"
_MADE_IN_IT = r"(?:图解|图表|长图|音?视频|动漫|动画|音频)(?:产品|作品)?"
_MAKES = "(?:制作|发布|推出|编发|录制|创作)?了?"
_ONE_WAY = re.compile(rf"(?:{_IN_A_WAY}[、和及与]?){{1,4}}(?:等?(?:多种|各种)?(?:形式|方式))?的?(?:政策)?解读$")
_WAY_BEFORE = re.compile(
    rf"(?:{_IN_A_WAY}[^，,。；;\d]{{0,10}}解读(?:信息|材料|稿件?)?|{_MADE_IN_IT})\s?\d{{1,5}}\s?[篇个条件期次部]\s?[，,、；;和及]\s?{_MAKES}$"
)
_ANOTHER_WAY = re.compile(
    rf"(?:信息|材料|稿件?)?\s?[，,、；;和及]\s?(?:其中)?{_MAKES}"
    rf"(?:{_IN_A_WAY}[^，,。；;\d]{{0,24}}解读(?:信息|材料|稿件?)?|{_MADE_IN_IT})\s?\d"
)
"""文字解读57篇，图文解读46篇: explained in several ways, of which no number is the whole."""
_HELD_IN = re.compile(r"[（(，,]含[^（）()。；;]{0,30}$")
"""新闻通稿21篇（含视频3个、图文解读2篇）: what those counted hold."""
_BY_WHOM_EXPLAINED = re.compile(r"(?:负责人|负责同志|一把手|领导|专家|媒体)[^，,]{0,4}解读$|报送|上报|起草")
"""全年解读126篇，…部门负责人解读39篇: some of them."""
PUT_OUT_TOO = ("公开并解读", "公开和解读", "公开、解读", "发布并解读")
"""规范性文件1件，公开并解读1件: the document is counted, and not what explains it."""
_WITH_ANOTHER_KIND = re.compile(
    r"(?:法规|文件|公文|通知|公告|动态|标准)(?:[与和及、]|以及)(?:政策)?解读(?:信息|类信息)?(?:有|为|共)*"
)
_AMONG_OTHERS = re.compile(
    r"(?:、[^，,。；;、\d]{0,6}解读|解读[^，,。；;、\d]{0,4}、)[^，,。；;\d]{0,30}等[^，,。；;、\d]{0,8}(?:信息|消息|内容|图文|文章|推文)"
)
"""发布政策解读、业务办理等图文消息: one kind of several."""
_MORE_POLICIES = re.compile(r"\s?[，,、；;]\s?[^，,。；;\d]{2,14}政策(?:文件)?\s?\d")
"""解读市级政策7件，部门政策31件: no number is of all of them."""
ALL_EXPLAIN = re.compile(r"(?:^|[布作开])(?:[^，,。；;、\d]{2,6}解读、){1,8}[^，,。；;、\d]{2,6}解读等")
"""发布文字解读、专家解读等信息: all of them explain."""


def not_explained(code: str, number: Number) -> bool:
    """Whether the words around a number forbid it to be of a row of response.*."""
    words, text, start = number.words, number.sentence.text, number.hit.start
    if code.endswith("_led") and _DEPUTY.search(words):
        return True
    if code.startswith("response.online"):
        return OTHER_TALKS.search(words + number.right) is not None
    if code == "response.hot_topics":
        if _BY_A_LINE.search(words):
            return True
        return _ONLY_SEEN.search(words + number.right) is not None
    if code == _EXPLAINED and (_some_of_them(number) or _HELD_IN.search(text, 0, start) or TOLD_TOGETHER.search(words)):
        return True
    if code in (_EXPLAINED, _TOLD) and _NOT_MORE.search(words):
        return "转" in words or number.state.last.startswith(code)
    return code == _EXPLAINED and with_other_items(number)


def _some_of_them(number: Number) -> bool:
    """Whether explanations are those of one kind, by some, or of one office."""
    words, text = number.words, number.sentence.text
    if "文字" in words and _PICTURED.search(text, 0, number.hit.start):
        return True
    if one_of_several(words, text[: number.hit.start], text[number.hit.end :]):
        return True
    return _BY_WHOM_EXPLAINED.search(words) is not None or is_own_share(words, number.sentence)


def one_of_several(words: str, before: str, behind: str) -> bool:
    """Whether explanations are of one way of explaining, beside which another is counted: 文字解读57篇，图文解读46篇.

    `before` and `behind` are what stands on either side of the number in its sentence; `words` end `before`.
    """
    if not _ONE_WAY.search(words):
        return False
    return _ANOTHER_WAY.match(behind) is not None or _WAY_BEFORE.search(before.removesuffix(words)) is not None


def with_other_items(number: Number) -> bool:
    """Whether explanations are counted together with what they explain, or with other items: 政策法规与政策解读37条."""
    documents = number.unit in "件份" and number.words.endswith(PUT_OUT_TOO)
    several = "等" in number.words and _AMONG_OTHERS.search(number.words) is not None and not ALL_EXPLAIN.search(number.words)
    more = number.words.endswith("政策") and _MORE_POLICIES.match(number.sentence.text, number.hit.end) is not None
    return documents or several or more or _WITH_ANOTHER_KIND.search(number.words) is not None
