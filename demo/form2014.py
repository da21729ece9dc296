"""The form of 2014 (政府信息公开情况统计表, annex of 国办发〔2014〕32号) as HTML: label, unit, number."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from demo.cells import Editor, Slot, table
from demo.truth import Key, Printed

GROUPS = ("channel.total", "response.total", "response.channels_total", "requests.section_total")
"""Rows that only head a group: their number cell holds a dash or nothing."""

# (code, label, unit, depth); a code of "" is a section row without a figure of its own
ROWS: tuple[tuple[str, str, str, int], ...] = (
    ("", "一、主动公开情况", "", 0),
    ("disclosure.total", "（一）主动公开政府信息数", "条", 1),
    ("disclosure.normative_documents", "其中：主动公开规范性文件数", "条", 2),
    ("normative_documents.issued", "制发规范性文件总数", "件", 2),
    ("channel.total", "（二）通过不同渠道和方式公开政府信息的情况", "", 1),
    ("channel.gazette", "1．政府公报公开政府信息数", "条", 2),
    ("channel.website", "2．政府网站公开政府信息数", "条", 2),
    ("channel.weibo", "3．政务微博公开政府信息数", "条", 2),
    ("channel.wechat", "4．政务微信公开政府信息数", "条", 2),
    ("channel.other", "5．其他方式公开政府信息数", "条", 2),
    ("response.total", "二、回应解读情况", "", 0),
    ("response.hot_topics", "（一）回应公众关注热点或重大舆情数", "次", 1),
    ("response.channels_total", "（二）通过不同渠道和方式回应解读的情况", "", 1),
    ("response.press_conferences", "1．参加或举办新闻发布会总次数", "次", 2),
    ("response.press_conferences_led", "其中：主要负责同志参加新闻发布会次数", "次", 3),
    ("response.online_interviews", "2．政府网站在线访谈次数", "次", 2),
    ("response.online_interviews_led", "其中：主要负责同志参加政府网站在线访谈次数", "次", 3),
    ("response.policy_interpretations", "3．政策解读稿件发布数", "篇", 2),
    ("response.weibo_wechat", "4．微博微信回应事件数", "次", 2),
    ("response.other", "5．其他方式回应事件数", "次", 2),
    ("requests.section_total", "三、依申请公开情况", "", 0),
    ("requests.received", "（一）收到申请数", "件", 1),
    ("requests.received_in_person", "1．当面申请数", "件", 2),
    ("requests.received_fax", "2．传真申请数", "件", 2),
    ("requests.received_online", "3．网络申请数", "件", 2),
    ("requests.received_letter", "4．信函申请数", "件", 2),
    ("requests.completed", "（二）申请办结数", "件", 1),
    ("requests.completed_on_time", "1．按时办结数", "件", 2),
    ("requests.completed_extended", "2．延期办结数", "件", 2),
    ("replies.total", "（三）申请答复数", "件", 1),
    ("replies.already_public", "1．属于已主动公开范围数", "件", 2),
    ("replies.granted", "2．同意公开答复数", "件", 2),
    ("replies.partially_granted", "3．同意部分公开答复数", "件", 2),
    ("replies.refused", "4．不同意公开答复数", "件", 2),
    ("replies.refused_state_secret", "其中：涉及国家秘密", "件", 3),
    ("replies.refused_trade_secret", "涉及商业秘密", "件", 3),
    ("replies.refused_privacy", "涉及个人隐私", "件", 3),
    ("replies.refused_security", "危及国家安全、公共安全、经济安全和社会稳定", "件", 3),
    ("replies.refused_not_government_information", "不是《条例》所指政府信息", "件", 3),
    ("replies.refused_other_legal", "法律法规规定的其他情形", "件", 3),
    ("replies.not_this_agency", "5．不属于本行政机关公开数", "件", 2),
    ("replies.nonexistent", "6．申请信息不存在数", "件", 2),
    ("replies.amendment_requested", "7．告知作出更改补充数", "件", 2),
    ("replies.other_channel", "8．告知通过其他途径办理数", "件", 2),
    ("review.total", "四、行政复议数量", "件", 0),
    ("review.upheld", "（一）维持具体行政行为数", "件", 1),
    ("review.corrected", "（二）被依法纠错数", "件", 1),
    ("review.other", "（三）其他情形数", "件", 1),
    ("litigation.total", "五、行政诉讼数量", "件", 0),
    ("litigation.upheld", "（一）维持具体行政行为或者驳回原告诉讼请求数", "件", 1),
    ("litigation.corrected", "（二）被依法纠错数", "件", 1),
    ("litigation.other", "（三）其他情形数", "件", 1),
    ("complaints.total", "六、举报投诉数量", "件", 0),
    ("fees.collected", "七、依申请公开信息收取的费用", "万元", 0),
    ("", "八、机构建设和保障经费情况", "", 0),
    ("organisation.units", "（一）政府信息公开工作专门机构数", "个", 1),
    ("organisation.reading_points", "（二）设置政府信息公开查阅点数", "个", 1),
    ("staff.total", "（三）从事政府信息公开工作人员数", "人", 1),
    ("staff.full_time", "1．专职人员数（不包括政府公报及政府网站工作人员数）", "人", 2),
    ("staff.part_time", "2．兼职人员数", "人", 2),
    ("funding.special", "（四）政府信息公开专项经费", "万元", 1),
    ("", "九、政府信息公开会议和培训情况", "", 0),
    ("training.meetings", "（一）召开政府信息公开工作会议或专题会议数", "次", 1),
    ("training.classes", "（二）举办各类培训班数", "次", 1),
    ("training.people", "（三）接受培训人员数", "人次", 1),
)
_REMARKS = {
    "disclosure.total": "（不同渠道和方式公开相同信息计1条）",
    "response.hot_topics": "（不同方式回应同一热点或舆情计1次）",
}


def _row(code: str, label: str, unit: str, depth: int, cell: str, *, officially: bool) -> list[Slot]:
    text = label + (_REMARKS.get(code, "") if officially else "")
    return [Slot(text, indent=depth), Slot(unit), Slot(cell)]


def draw(form: Mapping[Key, Printed], editor: Editor, rng: Random, *, year: int, place: str, phone: str) -> str:
    """The form as HTML. The hand that fills it in varies: a caption row, dashes or blanks for groups, two sheets, a foot row."""
    dash, officially = form[GROUPS[0], None].raw, rng.random() < 0.6
    head = [Slot("统计指标", head=True), Slot("单位", head=True), Slot(rng.choice(("统计数", "数量", "统 计 数")), head=True)]
    body = []
    for code, label, unit, depth in ROWS:
        cell = form[code, None].raw if (code, None) in form else dash
        body.append(_row(code, label, unit or dash, depth, cell, officially=officially))
    caption = [Slot(f"政府信息公开情况统计表（{year}年度）", colspan=3)], [Slot(f"填报单位（盖章）：{place}", colspan=3)]
    top = list(caption) if rng.random() < 0.5 else []
    foot = (
        [[Slot(f"单位负责人：高远　　审核人：田禾　　填报人：安宁　　联系电话：{phone}", colspan=3)]]
        if rng.random() < 0.5
        else []
    )
    if rng.random() < 0.3:  # two sheets, as Word breaks the page: the second repeats the header row
        half = len(body) // 2
        return table([*top, head, *body[:half]], editor, rng) + "<p>&nbsp;</p>" + table([head, *body[half:], *foot], editor, rng)
    return table([*top, head, *body, *foot], editor, rng)
