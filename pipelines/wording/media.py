"""The medium that is a sentence's subject, whatever is told of its readers: “白水发布”微博粉丝1.2万人，发布信息634条."""

from __future__ import annotations

import re

from pipelines.wording.context import Number
from pipelines.wording.cues import ACCOUNT, MEDIA
from pipelines.wording.evidence import MEDIA_ROWS, STRANGE
from pipelines.wording.wordings import spelled

_SEVERAL = re.compile(r"[、等]|以及|[和与及](?=政?[府务]?微)")
_SO_FAR = re.compile(r"累计|截[至止]|至今|以来|目前")
_FOLLOWERS = re.compile(
    r"(?:现有|共有|拥有|吸引|累计|总|的|有)*(?:粉丝|关注(?:用户|人数|者)?|订阅(?:用户)?|用户|阅读|访问|浏览|点击|转发|评论|点赞)"
    r"(?:用户|人数|总量|总数|数量|数|量|约|达到?|突破|超过?|近|新增|为|共|已)*$"
)
"""“白水发布”微博粉丝1.2万人，发布信息634条: who reads it takes nothing from what it printed."""
_MEANS_OF = re.compile(
    r"^[^，,。；;]*等?(?:信息|内容|动态|文件|事项|情况)(?:均|都|全部|及时)?(?=通过[^，,。；;、等]{2,20}(?:主动)?(?:公开|发布|公布)$)"
)
"""对法规政策、工作动态等信息通过政府网站主动公开，全年推送290条: what it printed."""
_COLUMNS = re.compile(
    r"(?:推出|开设|开辟|设立|设置|新增|打造|开通)了?(?:[“\"][^“”\"]{1,24}[”\"][、和及]?)+等?(?:系列|特色|多个|\d{1,2}个)?"
    r"(?:专题|专栏|栏目|板块|版块)+$"
)
"""微信公众号推出“河长说”“水之美”等专栏，发布信息496条: what columns it has."""


_NAME = re.compile(r"[“\"‘][^“”\"‘’]{1,20}[”\"’](?=(?:政务|官方)?(?:微信|微博|公众号|门户网站|网站|客户端))")
"""“白水水利”微信公众号: what an account is called tells of no domain."""


def medium_before(number: Number, names: tuple[str, ...]) -> str | None:
    """The medium that the clauses before say is the subject: 县政府公报出刊6期，刊登政府信息143条; None if not one alone."""
    told = number.state.leads[number.state.led :]
    if any(_SO_FAR.search(lead) for lead in told):
        return None  # 截至目前，网站累计访问量达12万人次，发布信息3.2万条
    leads = [_FOLLOWERS.sub("", _MEANS_OF.sub("", lead)) for lead in told if ACCOUNT.search(lead)]
    leads = [_NAME.sub("", _COLUMNS.sub("", lead)) for lead in leads]
    if not leads or any(STRANGE.search(lead) or _SEVERAL.search(lead) for lead in leads):
        return None
    if len({match.lastgroup for lead in leads for match in MEDIA.finditer(lead)}) > 1:
        return None  # 依托区政府网站和宣传橱窗
    media = {word for lead in leads for word, _ in spelled(lead, names) if word in MEDIA_ROWS}
    return f"channel.{MEDIA_ROWS[media.pop()]}" if len(media) == 1 else None
