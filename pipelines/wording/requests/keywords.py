"""How a request came and what became of it, by the words that only such a thing is told with, whatever stands among them.

The table of wordings knows the usual phrases; here a phrase is known by its verbs and nouns (委托快递公司投递,
本街道并未制作过这类材料), and only where all of it is of one kind.
"""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST = 60
"""No phrase that tells how requests came or ended is longer."""

_ROUTES = {
    "requests.received_letter": re.compile(
        r"(?<!电)邮(?![箱件])|寄|信函|来信|书信|[写投]信|信件|快递|快件|速递|挂号|EMS|平信|函件|来函|去函|发函|[一这那][封]"
    ),
    "requests.received_fax": re.compile(r"传真"),
    "requests.received_in_person": re.compile(
        r"当面|当场(?:提|递|填|交|申)|面交|面呈|现场|窗口|柜台|到场|[上登]门|亲自|来人|前来|填表|填单|填写|自己(?:送|交|递|拿|跑)|"
        r"[来到]至?(?:我|本)?(?:[镇乡街局县区市委办厅院府]|大厅|中心|服务|(?:政务|便民|行政|政府|办事)(?:服务)?(?:大厅|中心|窗口))[^，,。；;上下网]{0,16}?(?:提|递|填|交|申请|办|要求)|[来到](?:本|我)?(?:镇|乡|局|县|街道|办|委)(?:里|上)?$|直接(?:送|交|递|来|到)"
        r"|到(?:本|我)?(?:[镇乡县区市局街]道?)?(?:政府|办事处|机关|[镇乡局县]里)(?:来|办)的?$"
    ),
    "requests.received_online": re.compile(
        r"网(?!格|址|页|点|吧|约|购|贷)|信箱|在线|线上|电子邮|邮箱|电邮|[Ee]-?mail|平台|系统|公众号|微信|小程序|客户端|APP|一体机"
    ),
}  # fmt: skip
"""The words of each way. 电子邮件 is no letter, and a platform no window."""
_NO_ROUTE = re.compile(
    r"答复|回复|告知|(?<!当面)(?<!亲自)送达|来访|到访|公示|公[布告]|发布|咨询|来电|电话|打印|索取|领取|获取|查阅(?![点室处窗中场])|查询(?![点室处窗中场])|阅读|点击|浏览|访问|办件|反馈|留言|刊登|登载|更新|交办|督办"
    r"|^(?:申请)?内容|主动公开|不予|未能|没有|不存在|不属|部分|补正|撤回|投诉|举报|信访(?!大厅|窗口|室|局|办)|复议|诉讼|许可|审批|培训|设[立置有]|补寄|寄了?[回还过]|[寄送]给|寄了?出"
)
"""Words that make a phrase tell of something else than how requests came."""
_WANTED = re.compile(r"(?:申请|要求|请求|想要?|索要)(?:公开|获取|提供|了解|查|看)")
_PUBLIC = re.compile(r"(?<!信息)(?<!依申请)(?<!申请)公开(?!申请|政府信息|信息|平台|系统|办|科|股|受理|窗口|大厅)")


@lru_cache(maxsize=2048)
def route_of(phrase: str) -> str | None:
    """The code of the one way that a phrase says requests came by; None where it names none, several, or another matter."""
    if len(phrase) > LONGEST or _NO_ROUTE.search(phrase) or _PUBLIC.search(phrase):
        return None
    asked = _WANTED.search(phrase)
    phrase = phrase[: asked.start()] if asked else phrase  # 申请公开当面签订的协议: what was asked for
    named = [code for code, words in _ROUTES.items() if words.search(phrase)]
    if len(named) == 2 and "requests.received_online" in named and "网" not in phrase and "邮箱" not in phrase:
        named = [code for code in named if code != "requests.received_online"] if "电" not in phrase else named
    return named[0] if len(named) == 1 else None


_BY_WAY = re.compile(
    r"(?:其中|[，、])*(?:通过|经由?|以|从|采用|利用)(?P<way>[^，,。；;\d、和及]{2,20}?)(?:方式|形式|渠道|途径)?(?:共|累计|先后)*(?:收到|受理|接收|接到)(?:的|了)?(?:政府信息|信息)?(?:公开)?(?:申请)?(?:共|计|有|为)*"
)
"""通过邮政收到, 通过依申请公开系统收到申请."""


def way_of_receipt(phrase: str, none_behind_ways: bool) -> str | None:
    """The code of the one way that a phrase says as many were received by; None where it says more or less than this.

    `none_behind_ways`: of a nought behind ways that were counted, any words of a way tell it (直接到单位申请的零件).
    """
    if none_behind_ways:
        return route_of(phrase)
    told = _BY_WAY.fullmatch(phrase) if "收" in phrase or "接" in phrase or "受理" in phrase else None
    return route_of(told["way"]) if told else None


_WHO = r"(?:申请人|当事人|对方|来人|本人|[他她其]们?|人家|群众|村民|居民)?"
_ASKS_FOR = re.compile(
    r"(?:(?<!依)(?<!不予)申请(?!人|内容|信息|事项|书|表|材料|的)|要求|请求|想要?|希望|索要|索取|打听|问的?是?)"
    r"[^，,]{0,30}$"
)
_BODY = r"(?:局|委|办|厅|院|部门|单位|机关|机构|政府|街道|镇|乡|馆|中心|站|所|公司|队|窗口|会|村|社区)"
_OURS = r"(?:本|我|该|被申请|受理|答复|行政|分|镇|乡|街道|局|委|办|中心|县|区|市|校|院|机关|单位|部门)"
_AMEND = re.compile(
    r"补正|更正|更改|补充|补齐|补全|写清|写明(?!了)|说清|(?:说|写)得?(?:具体|明确)|重新(?:填|提|写|申请|提交)|(?:内容|描述|指向|事项|申请书?|表)?[^，,]{0,4}(?:不明确|不清楚|不明|不详|含糊|笼统|模糊)"
)
_SETTLED_LATER = re.compile(
    r"补正(?:过|之|以)?后(?!放弃|撤|未|(?:再|重新)(?:提交|申请|提出|递交)[”\"]?的?$)|(?<=经)补正后"
    r"|逾期|仍不|未(?:补|再)|不予补"
)
_TOLD_TO_AMEND = re.compile(
    r"(?:已|经|书面|一次性)*(?:告知|通知|要求)(?:申请人|当事人|其)?补正[之以]?后?(?:申请人|当事人|其)?(?:未|没有|没)再?(?:行|次)?(?:提交|补正|申请|提出|补充|来件|回复)的?"
)
"""告知补正后未再提交: that is how it was answered."""
_ELSEWHERE = re.compile(
    r"(?:另行?|其他|其它|别的|另外的?|相应|相关|法定(?!的?程序)|正常)(?:的)?(?:途径|渠道|程序|方式(?=办理|解决|获取|查))"
    r"|(?:另[行循寻]|循|走|经由?|通过|转为|改[走经]|按(?!照?法定程序)照?|依(?!照?法定程序)|从)[^，,；;。]{0,12}(?:信访|投诉|举报|复议|诉讼|司法|法定|法律|仲裁|纪检|监察|档案|业务|户籍|查询|热线|窗口)[^，,；;。]{0,8}(?:途径|渠道|程序|路径)"
    r"|(?:信访|投诉|举报|司法)(?:途径|渠道|程序)"
)
_OTHERS_TASK = re.compile(
    r"(?:问|要|查)的?是?(?:别的|其他|其它|别家|另外)(?:部门|单位|机关|机构|局|乡镇)的(?:事情?|信息|材料|业务)|"
    r"(?:找|走|问|投|寄|送|递|认)错了?(?:门|地方|单位|部门|对象|机关|人|家)|"
    rf"(?:不归|不属于?|不由|不是|并非|非|不该由?|不应由)(?!主动|依申请|政府信息|《|条例|公开|不予|于)[^，,；;。]{{0,4}}{_OURS}[^，,；;。]{{0,8}}(?:掌握|保存|公开|制作|职|管|权限|范围|答复|负责|的|信息|事|{_BODY}|$)"
    rf"|(?:不归|不由)[^，,；;。]{{1,10}}(?:管|公开|掌握|保存|制作|负责|答复)|非{_OURS}[^，,；;。]{{0,10}}(?:职|管|掌握|制作|公开|信息)"
    rf"|(?:应当?|须|需|宜|可以?|请|归|由|[转告]知?|建议|指引|引导|让|叫|移送|转[给请交送至由]?){_WHO}(?:应当?|可以?|另行|自行|去)*(?:[向到去由归找]|给)[^，,；;。]{{1,20}}?{_BODY}"
    r"(?:[^，,；;。]{0,8}(?:答复|公开|申请|负责|办理|咨询|查|管|提出|了解|问|处理|受理|索取|获取|要))"
    rf"|(?:该|应当?|须|需)(?:由|归)(?!本|我|申请人)[^，,；;。]{{1,16}}?{_BODY}[^，,；;。]{{0,6}}(?:答复|公开|负责|办理|掌握|保存|管|受理|处理)"
    rf"|转告(?!申请人|本人|当事人)[^，,；;。]{{1,14}}?{_BODY}$|转(?:往|到|至|告)?(?:有权|其[他它]|相关|有关|主管|责任|上级|别的|对口)(?:的)?(?:机关|部门|单位|机构)|向?[他别]的?(?:行政)?(?:机关|部门|单位)(?:掌握|保存|公开|制作|负责|申请|管)"
    rf"|(?:告知|告诉|建议|让|叫|请|指引){_WHO}[向到去][县区市省][里上]去?(?:查|问|申请|要|找)"
    r"|(?:制作|保存|掌握)(?:该信息的)?(?:机关|单位|部门|主体)(?:为|是|系)(?!本|我)[^，,；;。]{2,}"
    rf"|^(?:这?[是该应当得要须让请叫])*{_WHO}(?:[去到]?找|(?<=[该应去])问)(?!不|到|过)[^，,；;。]{{1,12}}?(?:局|委|办|厅|部门|单位|机关|街道|镇|乡)(?:去|的)*$"
    rf"|(?:告[知诉]|[让请叫]|指引|建议)(?:申请人|当事人|对方|[他她其]们?)(?:可|应)?[去到向](?:[省市县区州]里|上级|上面|那[里边儿])(?:去)?(?:查|问|申请|要|索取|了解|获取)"
    rf"|(?:信息|资料|材料|档案|文件)(?:都|均|全)?(?:存|放|保存|掌握)?在(?!本|我|申请)[^，,；;。]{{1,10}}(?:局|委|办|厅|馆)(?:里|那里|手[里上中])?$"
    rf"|不在[^，,；;。]{{0,10}}(?:职权|职责|权限|管辖)(?:范围|之内|以内)|归(?:别处|别的|[他它]处|其他)|非(?:本单位)?职权|转[请由交送][^，,；;。]{{1,14}}?{_BODY}[^，,；;。]{{0,6}}(?:答复|办理|处理|受理)"
    rf"|(?:是|属于?|归)(?!本|我)[^，,；;。]{{2,12}}(?:局|委|办|厅|部门|单位|机关)的?(?:事|职责|职权|职能|管辖|业务|管)|(?:是|属于?|归)(?!本|我)[^，,；;。本我]{0,6}?(?:街道|[乡镇县区市省]|政府)(?:人民)?(?:政府|办事处)?的?(?:职责|职权|职能|管辖)|(?:职[权责]|权限|管辖)不(?:在|属)|超出[^，,；;。]{{0,8}}(?:职责|职权|权限)"
)
_NONE_THERE = re.compile(
    r"不存在|(?:没有|没|未曾?|从未|并未|无|未予)[^，,；;。公同]{0,6}(?:制作|保存|留存|留底|存档|归档|形成|产生|获取|制定|编制|记录|存有|建档)"
    r"|(?:没有|无|查无|并无)(?:[该此这]|相[关应]|有关|所申请|所需|所要|申请|政府)[^，,；;。]{0,8}(?:信息|材料|资料|文件|档案|内容|项|件|记录|可)|查无|查不到|找不到|未(?:找|查|检索|搜|寻)到|没(?:有)?(?:找|查|检索)(?:到|着)"
    r"|(?:档案|档|库|账册?|卷宗)[里中内]?(?:没有|无)的?$|(?:手里|手头|手上|手中|(?:确实|的确|本来|根本|压根)就?)(?:没有|无)(?!公开|回|答)|检索不到|无(?:政府)?信息可|无从|灭失|遗失|已?不复存在|无存|失传|无(?:案|档)可查|没有现成|没(?:有)?[这那此该][份个件样种]?(?:东西|信息|材料|资料|文件)"
)
_NO_GOVERNMENT_INFORMATION = re.compile(
    r"(?:不是|不属于?|并非|非(?![^，,；;。]{0,2}[本我][级镇乡县区市省局])|不构成|不算|算不上|够不上|不能算|不能视为|不系)[^，,；;。]{0,12}政府信息(?!公开)"
)
_PARTLY = re.compile(
    r"部分(?:予以|给予|同意|准予|依法)*(?:公开|提供|同意|给|准予)|(?:准予|同意)部分|(?:公开|提供|给)了?(?:其中)?的?(?:一)?部分|(?:仅|只)(?:公开|提供|给)了?[^，,；;。]{1,10}部分$|一部分(?:公开|提供)"
    r"|给一半|(?:给|公开|提供)了?(?:一|半)截|(?:遮|隐去|删|屏蔽|剔除|隐藏|涂|抹|区分处理|脱敏|去标识|打码)[^；;。]{0,20}(?:公开|提供|给)"
    r"|(?:遮[挡盖蔽住]?|隐去|删[去除减]|涂[去抹黑]|屏蔽|打码)[^，,；;。]{0,12}(?:之后|后|过)的(?:材料|信息|文件|复印件|文本|版本)"
)
_REFUSES = re.compile(
    r"(?:不|未|没有?|拒绝|拒不|婉拒|回绝|否决|免于?|驳回|暂不)(?:[予给]以?|同意|能|宜|便|可|得|准|应|作|再|向|依法|对外|决定)*(?:公开|提供|给|同意|答应)|拒绝|驳回|不准|婉拒|谢绝"
)
_OUT_ALREADY = re.compile(
    r"(?:属|属于|系|为|是|在|列入)?(?:已|已经|早已|早就|早|此前|之前|先前|本(?=[已应来就属])|应|已属)(?:由?[^，,；;。不未]{0,10})?(?:主动公开|公开过|(?<!申请)公开(?!的?$|给了?(?:申请|当事|对方|本人|[其他她]))|公布|上网|挂网|登载|刊登|发布|公示)"
    r"|(?:早就?|早已|已经|本来就?|原本就?|一直)(?:挂|放|登|贴|晒|发|摆)(?:在|到)(?:了)?[^，,；;。、]{0,6}(?:网|栏|墙|公报|平台)"
    r"|(?:属|属于|系|为|是|列入|纳入)[^，,；;。不]{0,4}主动公开|主动公开过|主动公开(?:的)?(?:范围|范畴|内容|信息)|公开在先"
    r"|(?:网上|网站上?|栏里|栏上|公报上?)[^，,；;。]{0,4}(?:早就?|早已|本来就|已经?|都)有"
    r"|(?:告知|告诉|提供|指引|指明)[^，,；;。]{0,8}(?:网址|链接|查[阅询看][^，,；;。]{0,4}(?:方式|途径|渠道|位置|地址|地点|办法|处)|获取[^，,；;。]{0,4}(?:方式|途径|渠道|办法))"
)
_GIVEN = re.compile(
    rf"(?:我们|都|均)?照?(?:单全(?=给))?(?:其中)?(?:符合(?:政府|信息|公开)*(?:要求|条件|规定)(?:[、，]|并)?)?(?:(?:经|征得|取得)[^，,；;。]{{1,16}}同意[，,]?后?|[经依按]审查|经(?:研究|核实|查档|查证|查)|[我本][镇乡局街委办]|镇[里上]|乡里|局里|街道|依法|依规|按规定|按要求|按期|及时|当场|当天|当日|随即|直接|书面|现已|均|都|全部|全|已|已经|便|就|也|能|可|可以|有|其中|给|向|应|作|申请|得到|获得|的|是|属于|属|系|为)*"
    rf"(?:(?:同意|准予|予以|给予|允许|准许|照准|决定|答应|答复)*(?:同意|准予|予以|给予|允许|准许|照准|公开|提供|给)|(?:复印|提供|寄|打印|抄|交|送|拿)?给{_WHO}|满足(?:了)?(?:申请人|其|对方)?的?(?:要求|需求|申请)?、?|照办)"
    rf"(?:了|的|者|给|{_WHO}|信息|政府信息|相关|有关|所申请的?|材料|资料|复印件|复制件|所需|所要|全文|全部|内容|答复|决定|看|查阅|查|复印|一份|处理|完整|全本|全套|整份|整套|原件|原本)*(?:共|共计|有|占|达|为|数|[，,])*"
)


_HANDED = re.compile(
    r"^[^没未不无拒]*?(?:复印|打印|抄录?|拷贝?|誊)(?:了|好)?(?:[一1]份|副本|复印件|件)?(?:后|再|就)?(?:寄|给|送|交|递)(?:了|给|还){0,2}"
    rf"(?:过去|回去|去|{_WHO[:-1]})"
)
"""镇里复印一份寄了回去, 翻出档案复印给他."""
_MERELY_ANSWERED = re.compile(
    r"(?:[我本](?:[镇乡局街县区市委办]|单位|机关)|当[场天日]|立即|及时|随即|[都均就便给了作出]|予以|书面|口头|电话|按(?:[期时]|规定|程序|要求|流程)|依[法规]|已经?"
    r"|全部|进行|耐心|一一|逐一)*(?:答复|回复|解答|说明|解释)了?"
)
"""当场就给了答复: which answer it was is not said."""


_MUST = re.compile(
    r"(?:告知|通知)?(?:要求|请求|请|让)(?:申请人|当事人|其|对方|[他她]们?)?(?:作出?|进行|予以|进一步|及时|对申请)*"
)
"""要求更改、补充申请: of those who asked, and not what they asked for."""


_OF_THE_REQUEST = re.compile(r"(?<=[意绝准])(?:政府|信息)*公开申请$")
"""已同意信息公开申请: 已同意."""
_CASE = re.compile(r"(?:申诉|诉讼|复议|投诉|举报)案件?$")
"""A case is counted, whatever it was about."""


@lru_cache(maxsize=2048)
def answer_of(phrase: str) -> str | None:
    """The code of the answer that a phrase says requests got; None where it names none or tells what was asked for."""
    if "补正" in phrase and _TOLD_TO_AMEND.fullmatch(phrase):
        return "replies.amendment_requested"
    if len(phrase) > LONGEST or _SETTLED_LATER.search(phrase) or _MERELY_ANSWERED.fullmatch(phrase):
        return None
    phrase = _OF_THE_REQUEST.sub("", phrase) if "公开申请" in phrase else phrase
    phrase = phrase.replace("“", "").replace("”", "") if "“" in phrase else phrase
    if "案" in phrase[-2:] and _CASE.search(phrase):
        return None
    for pattern, code in _ANSWERS:
        found = pattern.search(phrase) if pattern is not _GIVEN else pattern.fullmatch(phrase)
        if found and (_MUST.fullmatch(phrase, 0, found.start()) or not _ASKS_FOR.search(phrase, 0, found.start())):
            return code
    return None


_ANSWERS = (
    (_ELSEWHERE, "replies.other_channel"),
    (_NO_GOVERNMENT_INFORMATION, "replies.refused_not_government_information"),
    (_OTHERS_TASK, "replies.not_this_agency"),
    (_NONE_THERE, "replies.nonexistent"),
    (_PARTLY, "replies.partially_granted"),
    (_REFUSES, "replies.refused"),
    (_OUT_ALREADY, "replies.already_public"),
    (_AMEND, "replies.amendment_requested"),
    (_GIVEN, "replies.granted"),
    (_HANDED, "replies.granted"),
)
"""Each kind stands before those whose words it may hold: 隐去姓名后公开 is in part, 不属本局公开 is another's."""

REASONS = (
    (re.compile(r"国家秘密|涉密|机密|秘密级|绝密|国家机密"), "replies.refused_state_secret"),
    (re.compile(r"(?:商业|经营|技术|工艺)(?:秘密|机密)|商密|(?:工艺|产品|生产|企业)配方"), "replies.refused_trade_secret"),
    (re.compile(r"隐私|个人(?:敏感)?信息"), "replies.refused_privacy"),
    (re.compile(r"三安全|社会稳定|公共安全|国家安全|经济安全"), "replies.refused_security"),
    (_NO_GOVERNMENT_INFORMATION, "replies.refused_not_government_information"),
)  # fmt: skip
_BY_OTHER_LAW = re.compile(
    r"其[他它余](?:法定|法律|法律法规规定)?的?(?:不予公开|不公开|不得公开|不宜公开|不能公开)?的?(?:情形|理由|原因|事由|情况)"
)


def reason_of(phrase: str) -> str | None:
    """The code of the one reason for a refusal that a phrase names; None where it names none or several."""
    named = [code for pattern, code in REASONS if pattern.search(phrase)]
    if not named and "其" in phrase and _BY_OTHER_LAW.search(phrase):
        return "replies.refused_other_legal"
    return named[0] if len(named) == 1 else None


_STRANGE_STORY = re.compile(
    r"许可|审批|低保|工单|案件|提案|来电|纠纷|撤回|撤销|尚|正在|在补正|补正期|结转|未到期|三方意见|自然人|法人|律师|企业提|公民"
)


def ending_of(clauses: list[str]) -> str | None:
    """The code of the answer that a story of a few requests ends in, or of the way they came where no answer is told.

    The clauses are those behind their number: 因夹有他人账号而部分公开; 是县国土局的事，转告本人去国土局问; 来自公开平台.
    """
    if any(_STRANGE_STORY.search(clause) for clause in clauses):
        return None
    codes = [code for code in map(answer_of, clauses) if code]
    if codes:
        return codes[-1] if len(set(codes)) == 1 else None
    return route_of(clauses[0]) if clauses else None
