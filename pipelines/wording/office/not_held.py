"""Meetings and lessons that are others', of every kind or some of those just told, and people who came to none."""

from __future__ import annotations

import re

from pipelines.wording.context import Number
from pipelines.wording.office.staffing import is_one_of_several_days

_GATHERED = ("training.meetings", "training.classes")
_OURS_OF_THEM = re.compile(r"\s?[，,（(]\s?其中[^，,。；;\d]{0,16}公开[^，,。；;\d]{0,12}\d")
_ASKS_OTHERS = re.compile(r"[，,、]\s?(?:共|累计|现场|广泛)*(?:征[集求]|收集|听取|采纳)[^，,。；;\d]{0,10}(?:意见|建议)")
"""聘请监督员8人，召开座谈会2次，征集意见15条: to hear others, and no meeting on this work."""
_SENT = ("去了", "派了", "派去", "派出", "选派", "选派了")
_ATTENDED = re.compile(r"[，,]\s?(?:[我本][乡镇局街县区办]道?)(?:[均都]|全部)?(?:派员|派人|组织人员|派出人员|应邀|准时)*参加")
"""县政府召开政务公开会议2次，我乡均派员参加."""
_ATTENDED_TOO = re.compile(
    r"参加(?:了)?(?!全)[^，,。；;\d]{2,30}(?:培训|会议?|讲座)\s?\d{1,2}\s?[次期场][、和及与](?![^、]*(?:开展|组织|举[办行]|召开))[^，,。；;、\d]{2,24}$"
)
"""参加省厅专题培训1次、市局专题培训1次: both were another's."""
_SHOWN = frozenset(("公开会议", "主动公开会议", "发布会议"))
"""解读会议11次, among what a site published."""
_EACH_FOR_ITSELF = re.compile(
    r"各[^，,；;。\d]{1,10}?(?:自行|自主|分别|自办|也)(?:组织|举办|开展|召开)[^，,；;。\d]{0,10}(?:培训|会议?|班)"
)
"""举办培训班1期，各单位自行组织培训12次: those of others."""
OF_OTHER_WORK = re.compile(
    r"(?:信访|维稳|综治|平安|防汛|安全|扶贫|脱贫|创建|创卫|环保|消防|招商|党建|经济|普法|信用|优化营商环境)[^，,。；;\d]{0,6}会议?"
)
"""信访联席会议12次."""
_BESIDE_GENERAL = re.compile(r"(?:常务|常委|党[委组]|党工委|办公|全体)会议?\s?\d{1,3}\s?[次场][、，,][^，,。；;、\d]{0,12}$")
_MADE_PUBLIC = re.compile(
    r"(?:公开|发布)[^，,。；;\d务息]{0,8}会议(?:信息|议题|内容|纪要)?(?:[，,](?:包括|其中|涵盖))?[^，,。；;\d]{0,12}$"
)

_OF_ALL = re.compile(r"(?<!人员)(?<!信息员)(?<!小组)(?<!成员)(?:全体|常务|常委|扩大)会议?$")


def _of_all_work(text: str, number: Number) -> bool:
    """Whether meetings are those on all that a government does: 召开全体会议3次, 公开常务会议16次、专题会议24次."""
    if _OF_ALL.search(number.words):
        return True
    beside = _BESIDE_GENERAL.search(text, max(0, number.hit.start - _NEAR), number.hit.start)
    return beside is not None or _MADE_PUBLIC.search(text, max(0, number.hit.start - _NEAR), number.hit.start) is not None


_NEAR = 50
_AMONG_THEM = re.compile(r"其中[^；;。]*$")
"""培训3次，其中集中培训1次，以会代训2次: what the three were."""
_EACH_TIME = re.compile(r"每[次期场班批][^，,。；;\d]{0,12}$")
"""举办2次，每次培训均有80人参加."""


def not_held(code: str, number: Number) -> bool:
    """Whether meetings or lessons are others' or of every kind, or people came to none: 县里办培训，我镇去了4人."""
    text, words = number.sentence.text, number.words
    if _ATTENDED.match(text, number.hit.end):
        return True
    if code in _GATHERED and (_ATTENDED_TOO.search(text, 0, number.hit.start) or words.endswith("解读会议") or words in _SHOWN):
        return True
    if "座谈" in words and "公开" not in words and _ASKS_OTHERS.match(text, number.hit.end):
        return True
    if code == "training.meetings" and "公开" not in words and (OF_OTHER_WORK.search(words) or _of_all_work(text, number)):
        return True
    if code in _GATHERED:  # 召开各类会议36次，其中信息公开专题会2次
        again = number.state.last == code and (_EACH_FOR_ITSELF.match(words) or _AMONG_THEM.search(text, 0, number.hit.start))
        besides = number.state.last.startswith("training.") and "以会代训" in words  # 集中培训2次、以会代训4次
        return bool(again) or besides or ("公开" not in words and _OURS_OF_THEM.match(text, number.hit.end) is not None)
    if code != "training.people":
        return False
    if one_of_several(number) or words.endswith(_SENT) or taught_by_others(number):
        return True
    if "训" in words + number.right or "课" in words:
        return False
    return not any(word in text[: number.hit.start] for word in ("训", "班", "讲座", "学习", "课"))


_OF_OTHERS = re.compile(
    r"[^，,。；;\d]{0,8}?参加了?(?P<level>[省市州县区旗]|上级)(?:级|里|上|政府|人民政府|局|直|统一)?(?:的|组织|举办|召开|开展)*[^，,。；;\d公]{0,14}(?:培训|轮训|会议?|学习)"
)


_WENT = re.compile(
    r"(?:参加|参与)了?(?:[省市州县区旗]|上级)(?:级|里|上|政府|人民政府|直|统一)?[^，,。；;\d公]{0,14}(?:培训|轮训|学习)[^，,。；;\d]{0,4}"
    r"\s?\d{1,2}\s?[次期场][、，,][^，,。；;\d]{0,8}$"
)
"""参加市里组织的培训1次，参训2人次."""


def one_of_several(number: Number) -> bool:
    """Whether people are those of one lesson of several: 每次培训均有80人参加."""
    each = "每" in number.sentence.text and _EACH_TIME.search(number.sentence.text, 0, number.hit.start)
    return is_one_of_several_days(number) or bool(each)


def taught_by_others(number: Number) -> bool:
    """Whether people went to lessons of a body above, where the publisher held none itself: 4名同志参加区级培训."""
    if number.state.last == "training.classes":
        return False
    if _WENT.search(number.sentence.text, 0, number.hit.start):
        return True
    found = _OF_OTHERS.match(number.sentence.text, number.hit.end)
    return found is not None and f"全{found['level']}" not in number.sentence.text[: number.hit.start]
