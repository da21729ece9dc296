"""What a government's report tells of one department or township alone: 县公安局发生行政诉讼1件 is that bureau's, no sum."""

from __future__ import annotations

import re

from pipelines.wording.claims import Claim
from pipelines.wording.sentences import Sentence

_STEMS = (
    "教育|教体|公安|民政|人社|人力资源和?社会保障|国土资?源?|自然资源和?规?划?|规划|住建|住房和城乡建设|城管|城市管理|交通|交通运输|水利|水务"
    "|农业|农业农村|林业|卫生|卫健|卫生健康|卫计|环保|环境保护|生态环境|审计|统计|商务|文化|文旅|文化和旅游|文广新?|体育|旅游|工商|质监"
    "|市场监管|市场监督管理|药监|食药监|安监|应急管?理?|税务|国税|地税|粮食|物价|气象|房管|房产|扶贫|畜牧|农机|科技|工信|经信|发改|司法"
)
"""Departments whose counts are their own: those that keep the rooms, pay or handle the cases for all are left out."""

_OPENS = re.compile(
    rf"(?:\s|[（(]?[一二三四五六七八九十\d]{{1,3}}[）)、.．]|[一二三四五六七八九十]是|其中[，,：:]?)*(?:[县市区旗]?(?P<stem>{_STEMS})(?:局|委员会|委)"
    r"|(?P<town>(?![各全本我所辖该其部基有相多少个下两三四五六七八九十几数])(?!.{0,3}[年全我本])[一-龥]{2,3}(?:镇|(?<!城)乡|街道)))"
    r"(?=全年|今年|本年|20\d\d年|年内|共|累计|主动|公开|发布|受理|收到|接到|发生|被|因|未|无|没有|配备|有|举办|召开|开展|收取|办结|答复)"
)
_OF_ALL = re.compile(r"全[县市区旗]|[我本][县市区旗]|各级|各部门|各单位|[县市区旗]政府|合计|总计|[县市区旗]级")
_OPENING = 24
_WHO = ("局", "委", "镇", "乡", "街道")
_GOVERNMENTS = ("县", "市", "区", "旗", "政府")
_TOWNSHIPS = ("镇", "乡", "街道")
_FOR_ALL = ("organisation.", "funding.")


def without_one_department(sentence: Sentence, claims: list[Claim], names: tuple[str, ...]) -> list[Claim]:
    """The claims without those of a sentence that begins with one department or township of the government that reports.

    Nothing is taken away from that office's own report, nor behind words for the whole (全县).
    """
    text = sentence.text
    if not any(word in text[:_OPENING] for word in _WHO) or not any(name.endswith(_GOVERNMENTS) for name in names):
        return claims
    opens = _OPENS.match(text)
    if opens is None:
        return claims
    own = (opens["stem"][:2],) if opens["stem"] else _TOWNSHIPS
    if any(word in name for name in names for word in own):
        return claims
    whole = _OF_ALL.search(text, opens.end())
    first, last = sentence.start, sentence.start + (whole.start() if whole else len(text))
    return [claim for claim in claims if not first <= claim.start < last or claim.code.startswith(_FOR_ALL)]
