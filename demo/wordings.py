"""How a number is told in a sentence: several wordings for each indicator, and how none is told.

`{n}` stands for the number, `{here}` for 我县 or 我镇, `{year}` for the year. All sentences are our own.
"""

from __future__ import annotations

TOLD: dict[str, tuple[str, ...]] = {
    "disclosure.total": (
        "{year}年，{here}主动公开政府信息{n}条",
        "截至{year}年12月31日，{here}全年累计主动公开政府信息{n}条",
        "全年共主动公开各类政府信息{n}条（次）",
        "{year}年度，{here}通过各类渠道主动公开政府信息总数为{n}条",
    ),
    "channel.website": (
        "通过政府门户网站公开政府信息{n}条",
        "在政府网站发布信息{n}条",
        "依托门户网站公开信息{n}条",
    ),
    "channel.wechat": (
        "通过政务微信公开政府信息{n}条",
        "政务微信公众号公开信息{n}条",
    ),
    "channel.weibo": (
        "通过政务微博公开政府信息{n}条",
        "政务微博发布信息{n}条",
    ),
    "normative_documents.issued": (
        "{year}年制发规范性文件{n}件",
        "全年共制发规范性文件{n}件",
    ),
    "response.policy_interpretations": (
        "全年发布政策解读稿件{n}篇",
        "围绕重要文件发布政策解读稿件{n}篇",
    ),
    "requests.received": (
        "{year}年，{here}共收到政府信息公开申请{n}件",
        "全年受理依申请公开{n}件",
        "本年度收到政府信息公开申请{n}件",
    ),
    "review.total": (
        "{year}年，因政府信息公开引发行政复议{n}件",
        "全年发生政府信息公开行政复议案件{n}件",
    ),
    "litigation.total": (
        "因政府信息公开引发行政诉讼{n}件",
        "发生政府信息公开行政诉讼案件{n}件",
    ),
    "complaints.total": ("全年收到有关政府信息公开的举报投诉{n}件",),
    "staff.total": (
        "全{unit}从事政府信息公开工作人员{n}人",
        "现有从事政府信息公开工作的人员共{n}人",
    ),
    "staff.full_time": ("其中专职人员{n}人",),
    "staff.part_time": ("兼职人员{n}人",),
    "organisation.reading_points": (
        "全{unit}设置政府信息公开查阅点{n}个",
        "共设政府信息公开查阅点{n}个",
    ),
    "training.meetings": (
        "召开政府信息公开工作专题会议{n}次",
        "全年召开政府信息公开工作会议{n}次",
    ),
    "training.classes": (
        "举办政府信息公开培训班{n}次",
        "举办各类培训班{n}次",
    ),
    "training.people": (
        "接受培训人员{n}人次",
        "培训{n}人次",
    ),
}

NONE: dict[str, tuple[str, ...]] = {
    "requests.received": (
        "{year}年，{here}未收到政府信息公开申请",
        "本年度没有收到任何政府信息公开申请",
        "{year}年，{here}无依申请公开政府信息事项",
        "全年受理依申请公开0件",
    ),
    "review.total": (
        "{year}年，{here}未发生因政府信息公开提起的行政复议",
        "本年度没有因政府信息公开引起的行政复议案件",
    ),
    "litigation.total": (
        "未发生因政府信息公开提起的行政诉讼",
        "没有因政府信息公开引起的行政诉讼案件",
    ),
    "fees.collected": (
        "{year}年，{here}提供政府信息未收取任何费用",
        "本年度没有向申请人收取过检索、复制、邮寄等费用",
    ),
    "complaints.total": (
        "{year}年没有收到有关政府信息公开的举报投诉",
        "本年度未发生针对政府信息公开工作的举报投诉",
    ),
}

NEITHER = (
    "{year}年，{here}未发生因政府信息公开引起的行政复议和行政诉讼",
    "本年度没有因政府信息公开被申请行政复议、提起行政诉讼的情况",
    "{year}年无政府信息公开方面的行政复议、行政诉讼",
)
"""One sentence that says of both review and litigation that there was none."""

WAYS = {
    "requests.received_in_person": "当面申请{n}件",
    "requests.received_fax": "传真申请{n}件",
    "requests.received_online": "网络申请{n}件",
    "requests.received_letter": "信函申请{n}件",
}

CATEGORIES = ("机构职能", "政策文件", "规划计划", "工作动态", "人事信息", "财政信息", "民生保障信息")
"""Labels of the breakdown of what was published."""

TRAPS_BEFORE_2019 = (
    "政务服务大厅全年办理行政许可及便民事项{n}件，按时办结率达到{p}%",
    "全年办理人大代表关心的道路养护事项{n}处",
)
"""Numbers that look like a row of the later forms: only where those forms do not stand."""

TRAPS = (
    "12345热线转来群众诉求{n}件，办结率{p}%",
    "门户网站全年访问量达{n}人次",
    "官方微信公众号粉丝增至{n}人",
    "信息发布量比上年增长{p}%",
    "下一年计划新开设专栏{m}个，力争公开信息数量再增加{p}%",
    "{y0}年同期各部门上报信息{n}条",
    "县融媒体中心全年播发新闻{n}条",
    "全年办理信访事项{m}件",
    "网上咨询留言{m}条均已按期回复",
)
"""Numbers that belong to something else. `{m}` is small, `{p}` a percentage, `{y0}` the year before."""
