"""Counts in brackets behind what they count (征地（208条）、采矿权（119条，占12%）), written as if no bracket were there."""

from __future__ import annotations

import re

_COUNT = re.compile(
    r"(?<=[^\d\s（(])(?<!\d[条件次份])(?<!\d\s[条件次份])[（(]\s?(?:共|计|共计)?(?P<number>\d{1,3}(?:[,，]\d{3})+\s?[条件篇份个项宗起]"
    r"|\d{1,7}\s?[条件篇份个项宗起次人名])"
    r"(?:[，,、；;]?\s?(?:约?占比?|比例为?)[^（）()]{0,16}[%％])?\s?[）)](?=\s?(?:[、，,；;。和及与等]|以及|这?[两二三四五六七八九]个?(?:方面|领域|大?类|项)|$))"
)
LEAST = 2
"""A single count in brackets tells more of the one before it: 办结12件（8件）."""


def unbracketed(text: str) -> str:
    """The text of the same length with blanks for the brackets around the counts of a list; itself where there is no list.

    >>> unbracketed("包括征地（208条）、采矿权（119条）")
    '包括征地 208条 、采矿权 119条 '
    """
    found = list(_COUNT.finditer(text))
    if len(found) < LEAST:
        return text
    pieces, at = [], 0
    for match in found:
        start, end = match.span("number")
        pieces += [text[at : match.start()], " " * (start - match.start()), text[start:end], " " * (match.end() - end)]
        at = match.end()
    return "".join((*pieces, text[at:]))


_BARE = re.compile(
    r"(?<=[一-龥])(?<![第〔])[（(]\s?(?P<number>\d{1,3}(?:[,，]\d{3})+|\d{1,7})\s?[）)](?=\s?(?:条(?![例款])|[件篇份]|人次))"
)


def without_blanks(text: str) -> str:
    """The text of the same length where a count was filled in between brackets: 公开信息（312）条.

    >>> without_blanks("公开信息（312）条")
    '公开信息 312 条'
    """
    return _BARE.sub(lambda match: f" {match.group()[1:-1]} ", text)


_UNCOUNTED = re.compile(
    r"[（(](?:不[含包计]|未[含包计]|[^（）()]{2,50}(?:[未不]计入|[未不]纳入|[未不]统计|不在统计|不含在内|不包括在内|除外|另计|另行统计))"
    r"[^（）()]{0,60}[）)]"
)


_CLASSES = re.compile(
    r"[（(](?:主要|其中|共)?(?:包括|包含|含|涵盖|涉及|分为?)[：:]?(?![^（）()]*\d\s?[条件篇份])[^（）()]{2,200}"
    r"(?:栏目|大类|类别|个类|方面|板块|版块|领域)[）)](?=[共合总累]?[共计]|总)"
)


def without_classes(text: str) -> str:
    """The text with blanks for the brackets that only name classes: 公开信息（包括…等3个一级栏目，…等21个二级栏目）共计6120条."""
    return _CLASSES.sub(lambda match: " " * len(match.group()), text)


_AMENDED = re.compile(r"(?<=[制发定订台布])[（(]修[改订正](?:[、和]修[改订正])?[）)](?=[^，,。；;\d]{0,8}(?:规章|规范性文件))")
"""制定（修订）行政规范性文件2件: made, or made anew."""
_SCALE = re.compile(r"[（(][^（）()\d]{0,12}1\s?[：:∶]\s?\d{3,8}[^（）()\d]{0,16}[）)]")
"""国家秘密（1:2000地形图）3件: at what scale a map is drawn."""


def without_uncounted(text: str) -> str:
    """The text with blanks for the brackets that tell what was not counted: 713条（不含学校自行发布的4200条）."""
    text = _COUNTED_IN.sub("   ", text) if "：" in text or ":" in text else text  # 收到申请数（件）：39
    text = _AMENDED.sub(lambda match: " " * len(match.group()), text) if "（修" in text or "(修" in text else text
    text = _SCALE.sub(lambda match: " " * len(match.group()), text) if "1" in text else text
    return _UNCOUNTED.sub(lambda match: " " * len(match.group()), text)


_SESSION = re.compile(
    r"第?[一二三四五六七八九十]{1,3}届(?=[^，,。；;\d]{0,24}(?:建议|提案|议案))|第?[一二三四五六七八九十]{1,2}次(?:全体)?会议的?(?=[^，,。；;\d]{0,10}(?:建议|提案|议案))"
)
_COUNTED_IN = re.compile(r"[（(][条件份次起宗篇][）)](?=\s?[：:]\s?\d)")


def without_sessions(text: str) -> str:
    """The text with blanks for the session at which proposals were put forward: 十五届人大一次会议代表建议."""
    return _SESSION.sub(lambda match: " " * len(match.group()), text)


_APPEALED = re.compile(
    r"(?:(?<=不服)[^，,。；;\d]{0,8}20\d\d年度?(?=[^，,。；;\d]{0,10}(?:答复|决定|行为|回复))"
    r"|(?<=对)[^，,。；;\d]{0,8}20\d\d年度?(?=[^，,。；;\d]{0,12}(?:答复|决定|行为|回复)[^，,。；;\d]{0,4}不服))"
)


def without_appealed(text: str) -> str:
    """The text with blanks for the year of what was appealed against: 因不服2010年的答复，发生行政诉讼1件."""
    return _APPEALED.sub(lambda match: " " * len(match.group()), text)
