"""The rows of the three report forms as officially drawn, typed off the notices that introduced them.

Sources: 国办发〔2014〕32号, 国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号. `FORM14` holds (code, label, unit), a code of
None for a section row without an indicator; the rows of the later forms hold (code, label).
"""

FORM14: tuple[tuple[str | None, str, str], ...] = (
    (None, "一、主动公开情况", ""),
    ("disclosure.total", "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条"),
    ("disclosure.normative_documents", "　　其中：主动公开规范性文件数", "条"),
    ("normative_documents.issued", "　　　　　制发规范性文件总数", "件"),
    ("channel.total", "（二）通过不同渠道和方式公开政府信息的情况", ""),
    ("channel.gazette", "　　1.政府公报公开政府信息数", "条"),
    ("channel.website", "　　2.政府网站公开政府信息数", "条"),
    ("channel.weibo", "　　3.政务微博公开政府信息数", "条"),
    ("channel.wechat", "　　4.政务微信公开政府信息数", "条"),
    ("channel.other", "　　5.其他方式公开政府信息数", "条"),
    ("response.total", "二、回应解读情况", ""),
    ("response.hot_topics", "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", "次"),
    ("response.channels_total", "（二）通过不同渠道和方式回应解读的情况", ""),
    ("response.press_conferences", "　　1.参加或举办新闻发布会总次数", "次"),
    ("response.press_conferences_led", "　　　其中：主要负责同志参加新闻发布会次数", "次"),
    ("response.online_interviews", "　　2.政府网站在线访谈次数", "次"),
    ("response.online_interviews_led", "　　　其中：主要负责同志参加政府网站在线访谈次数", "次"),
    ("response.policy_interpretations", "　　3.政策解读稿件发布数", "篇"),
    ("response.weibo_wechat", "　　4.微博微信回应事件数", "次"),
    ("response.other", "　　5.其他方式回应事件数", "次"),
    ("requests.section_total", "三、依申请公开情况", ""),
    ("requests.received", "（一）收到申请数", "件"),
    ("requests.received_in_person", "　　1.当面申请数", "件"),
    ("requests.received_fax", "　　2.传真申请数", "件"),
    ("requests.received_online", "　　3.网络申请数", "件"),
    ("requests.received_letter", "　　4.信函申请数", "件"),
    ("requests.completed", "（二）申请办结数", "件"),
    ("requests.completed_on_time", "　　1.按时办结数", "件"),
    ("requests.completed_extended", "　　2.延期办结数", "件"),
    ("replies.total", "（三）申请答复数", "件"),
    ("replies.already_public", "　　1.属于已主动公开范围数", "件"),
    ("replies.granted", "　　2.同意公开答复数", "件"),
    ("replies.partially_granted", "　　3.同意部分公开答复数", "件"),
    ("replies.refused", "　　4.不同意公开答复数", "件"),
    ("replies.refused_state_secret", "　　　其中：涉及国家秘密", "件"),
    ("replies.refused_trade_secret", "　　　　　　涉及商业秘密", "件"),
    ("replies.refused_privacy", "　　　　　　涉及个人隐私", "件"),
    ("replies.refused_security", "　　　　　　危及国家安全、公共安全、经济安全和社会稳定", "件"),
    ("replies.refused_not_government_information", "　　　　　　不是《条例》所指政府信息", "件"),
    ("replies.refused_other_legal", "　　　　　　法律法规规定的其他情形", "件"),
    ("replies.not_this_agency", "　　5.不属于本行政机关公开数", "件"),
    ("replies.nonexistent", "　　6.申请信息不存在数", "件"),
    ("replies.amendment_requested", "　　7.告知作出更改补充数", "件"),
    ("replies.other_channel", "　　8.告知通过其他途径办理数", "件"),
    ("review.total", "四、行政复议数量", "件"),
    ("review.upheld", "（一）维持具体行政行为数", "件"),
    ("review.corrected", "（二）被依法纠错数", "件"),
    ("review.other", "（三）其他情形数", "件"),
    ("litigation.total", "五、行政诉讼数量", "件"),
    ("litigation.upheld", "（一）维持具体行政行为或者驳回原告诉讼请求数", "件"),
    ("litigation.corrected", "（二）被依法纠错数", "件"),
    ("litigation.other", "（三）其他情形数", "件"),
    ("complaints.total", "六、举报投诉数量", "件"),
    ("fees.collected", "七、依申请公开信息收取的费用", "万元"),
    (None, "八、机构建设和保障经费情况", ""),
    ("organisation.units", "（一）政府信息公开工作专门机构数", "个"),
    ("organisation.reading_points", "（二）设置政府信息公开查阅点数", "个"),
    ("staff.total", "（三）从事政府信息公开工作人员数", "人"),
    ("staff.full_time", "　　1.专职人员数（不包括政府公报及政府网站工作人员数）", "人"),
    ("staff.part_time", "　　2.兼职人员数", "人"),
    (
        "funding.special",
        "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
        "万元",
    ),
    (None, "九、政府信息公开会议和培训情况", ""),
    ("training.meetings", "（一）召开政府信息公开工作会议或专题会议数", "次"),
    ("training.classes", "（二）举办各类培训班数", "次"),
    ("training.people", "（三）接受培训人员数", "人次"),
)

GROUPS14 = ("channel.total", "response.total", "response.channels_total", "requests.section_total", "proposals.total")
"""Rows whose value most forms leave empty: an empty one may be stored as blank or left out."""

PROPOSALS14 = (
    ("proposals.total", "（三）建议提案办理结果公开情况", ""),
    ("proposals.npc", "　　1.人大代表建议", "件"),
    ("proposals.cppcc", "　　2.政协提案", "件"),
)

APPLICANTS = ("natural_person", "enterprise", "research", "welfare", "legal_service", "other_legal", "total")

# group None: the label spans all label columns; otherwise (code, group, label); label "" = the group is the label
FORM_THREE_HEAD: tuple[tuple[str, str], ...] = (
    ("new", "一、本年新收政府信息公开申请数量"),
    ("carried_in", "二、上年结转政府信息公开申请数量"),
)
FORM_THREE_COMMON: tuple[tuple[str, str, str], ...] = (
    ("granted", "（一）予以公开", ""),
    ("partially_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ""),
    ("denied_state_secret", "（三）不予公开", "1.属于国家秘密"),
    ("denied_law_forbidden", "（三）不予公开", "2.其他法律行政法规禁止公开"),
    ("denied_security_stability", "（三）不予公开", "3.危及“三安全一稳定”"),
    ("denied_third_party", "（三）不予公开", "4.保护第三方合法权益"),
    ("denied_internal_affairs", "（三）不予公开", "5.属于三类内部事务信息"),
    ("denied_process_information", "（三）不予公开", "6.属于四类过程性信息"),
    ("denied_enforcement_files", "（三）不予公开", "7.属于行政执法案卷"),
    ("denied_administrative_query", "（三）不予公开", "8.属于行政查询事项"),
    ("unavailable_not_held", "（四）无法提供", "1.本机关不掌握相关政府信息"),
    ("unavailable_needs_creation", "（四）无法提供", "2.没有现成信息需要另行制作"),
    ("unavailable_still_unclear", "（四）无法提供", "3.补正后申请内容仍不明确"),
    ("not_processed_petition", "（五）不予处理", "1.信访举报投诉类申请"),
    ("not_processed_repeated", "（五）不予处理", "2.重复申请"),
    ("not_processed_published_material", "（五）不予处理", "3.要求提供公开出版物"),
    ("not_processed_excessive", "（五）不予处理", "4.无正当理由大量反复申请"),
    ("not_processed_reconfirmation", "（五）不予处理", "5.要求行政机关确认或重新出具已获取信息"),
)
FORM_THREE_OTHER: dict[str, tuple[tuple[str, str, str], ...]] = {
    "2019": (("other", "（六）其他处理", ""),),
    "2021": (
        ("other_not_amended", "（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        ("other_fee_unpaid", "（六）其他处理", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
        ("other_remaining", "（六）其他处理", "3.其他"),
    ),
}
FORM_THREE_SUM = ("processed", "（七）总计", "")
FORM_THREE_TAIL = ("carried_out", "四、结转下年度继续办理")

FORM_FOUR = ("upheld", "corrected", "other", "pending", "total")
FORM_FOUR_LABELS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
FORM_FOUR_GROUPS = ("review", "litigation_direct", "litigation_after_review")

# item title, header cells, rows of (label, codes)
FORM_TWO: dict[str, tuple[tuple[str, tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]], ...]] = {
    "2019": (
        (
            "第二十条第（一）项",
            ("信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"),
            (
                ("规章", ("rules.made", "rules.published", "rules.public_total")),
                (
                    "规范性文件",
                    ("normative_documents.made", "normative_documents.published", "normative_documents.public_total"),
                ),
            ),
        ),
        (
            "第二十条第（五）项",
            ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量"),
            (
                ("行政许可", ("licences.items_last_year", "licences.items_change", "licences.decisions")),
                (
                    "其他对外管理服务事项",
                    ("other_services.items_last_year", "other_services.items_change", "other_services.decisions"),
                ),
            ),
        ),
        (
            "第二十条第（六）项",
            ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量"),
            (
                ("行政处罚", ("penalties.items_last_year", "penalties.items_change", "penalties.decisions")),
                ("行政强制", ("coercion.items_last_year", "coercion.items_change", "coercion.decisions")),
            ),
        ),
        (
            "第二十条第（八）项",
            ("信息内容", "上一年项目数量", "本年增/减"),
            (("行政事业性收费", ("admin_fees.items_last_year", "admin_fees.items_change")),),
        ),
        (
            "第二十条第（九）项",
            ("信息内容", "采购项目数量", "采购总金额"),
            (("政府集中采购", ("procurement.projects", "procurement.amount")),),
        ),
    ),
    "2021": (
        (
            "第二十条第（一）项",
            ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
            (
                ("规章", ("rules.issued", "rules.repealed", "rules.in_force")),
                (
                    "行政规范性文件",
                    ("normative_documents.issued", "normative_documents.repealed", "normative_documents.in_force"),
                ),
            ),
        ),
        (
            "第二十条第（五）项",
            ("信息内容", "本年处理决定数量"),
            (("行政许可", ("licences.decisions",)),),
        ),
        (
            "第二十条第（六）项",
            ("信息内容", "本年处理决定数量"),
            (("行政处罚", ("penalties.decisions",)), ("行政强制", ("coercion.decisions",))),
        ),
        (
            "第二十条第（八）项",
            ("信息内容", "本年收费金额（单位：万元）"),
            (("行政事业性收费", ("admin_fees.amount",)),),
        ),
    ),
}
