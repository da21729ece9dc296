"""What a phrase says aside: where, in what way, of what kinds, by whose website; without it the phrase says what is counted."""

from __future__ import annotations

import re

_IN_MEDIUM = re.compile(
    r"(?<=[网站])(?!站)(?:[“”一-龥]{1,8}|(?:[“《][^“”《》]{2,16}[”》][、和及与]?){2,10}等?(?:\d{1,2}个)?)"
    r"(?:栏目?|专区|版块|板块|频道|子网?站|网页|专页)(?:[内上中])?"
)
"""网站街道子栏目, 网站《部门动态》《公示公告》栏目: a part of the medium, several of its columns."""
_REFERRED = re.compile(
    r"、?(?:并|已)?告知(?:申请人|其)?(?:应当?|可以?)?[向到][^，。；\d其]{2,14}?(?:提出)?(?:申请|咨询|查询|获取)(?:公开)?$"
)
"""不属于本机关职责，告知向国土局申请: the authority that it was referred to."""
_TOLD = re.compile(r"(?<=.)[、并]+(?:已|书面|径行|直接|当场|依法)?告知[^，。；\d]{0,14}$")
"""属于主动公开范围、告知获取途径, 不属于本机关职责、告知联系方式: what else the applicant was told."""
_KINDS = re.compile(
    r"(?:共?分为?|共|按|涉及|涵盖)?(?<!第)[\d一二三四五六七八九十]{1,3}个?(?:大类|类别)(?=共|合计|总计|累计|政府信息|信息"
    r"|[，、：:]|$)"
    r"|共?分为?[\d一二三四五六七八九十]{1,3}个?类(?=共|合计|总计|累计|[，、：:]|$)"
    r"|(?<=[开布了])\d{1,3}个?大?类(?:文件(?=共|合计|总计)|(?=(?:政府|政务)?(?:信息|内容)(?:共|合计|总计|累计)?(?:计|有|为|达)?$))"
)
"""公开信息分6大类共518条: into how many kinds."""
_NEWS = re.compile(r"(?<=[布开送新的类])(?:重要|最新|工作|新闻|政务|日常)*动态(?:信息)?$")
"""公众号推送工作动态68条: what an account prints is news."""
_IN_PLACE = re.compile(
    r"在[^，,。；;\d在]{0,14}?(?:办公室|大厅|服务中心|档案[馆室局]|图书馆|党政办|综合办|办公楼|驻地|便民中心|会议室|礼堂|会堂|会场"
    r"|党校)[内里中]?(?:分别|各)?(?=专门|共?设|配|开|指定|建|安排|确定|挂牌|召开|[举兴]?办|组织|集中|搞)"
)
"""街道在办公室配备了2名兼职人员: where, not whose."""
_WHAT_OF = re.compile(r"(?:涉及|涵盖|关于|围绕|包括)[^，,。；;\d]{2,70}?等(?:(?:方面|内容|领域|工作|类别|事宜|事项|问题)的?|的)")
"""推送涉及教育、社会保障等的政务动态68条: what they were about."""
LESSON_ON = re.compile(r"(?:涉及|涵盖|围绕|包括|包含)[^，,。；;\d]{2,60}?的(?=[^，,。；;\d的]{0,6}培训)")
"""2次涵盖政策解读、舆情应对的专题培训: what was taught."""
_SITE_OF = re.compile(
    r"(?<=[过在用托])(?:[“\"][^“”\"]{1,14}[”\"])?[一-龥]{2,24}?(?:[区县市镇乡局委办道处院心]|管(?:理委员|委)会)(?=(?:人民)?(?:政府)?(?:官方|门户"
    r"|政务|政府)?(?:信息公开)?(?:门户)?网(?![络格页民友上]))"
)
"""通过白水生态旅游区官方网站: whose website it is."""
_AROUND = re.compile(
    r"(?:围绕|聚焦|紧扣|针对|突出|立足)[^，,。；;\d]{1,30}、[^，,。；;\d]{1,40}?(?:等(?:重点)?(?:领域|方面|工作|内容|主题|重点"
    r"|热点)?|[领域方面]{2})(?=(?:主动|及时|累计|共)*(?:公开|发布|公布|推送))"
)
"""围绕脱贫攻坚、环境保护等领域公开信息: of everything, whatever the work was centred on."""
_MEANS_OF = re.compile(
    r"(?:通过|以|采[用取]|运用|利用)[^，,。；;\d]{1,24}(?:方式|形式|样式|渠道|途径|手段|载体|平台|产品)"
    r"(?=[^，,。；;\d]{0,8}解读)"
)
"""通过图解、视频等方式发布解读稿14篇: in what way."""
_AND_OTHERS = re.compile(r"[^，,。；;：:\d]{2,40}等(?=其[他它])")
"""公开栏、简报等其他形式: what goes before is among the others."""
_BUT_FOR = re.compile(r"除(?:了|本|我|已|应)[^，,。；;\d]{1,24}?(?:以外|之外|外)的?(?:其[他它])?")
"""申请除本机关主动公开以外的其他政府信息: every request asks for what is not there."""
_OFFICE_HAS = re.compile(
    r"^(?:(?:(?:政府信息|信息|政务)公开(?:工作)?)?(?:依[托靠]|借助|挂靠)[局委镇乡]?)?(?:(?:[县区市州旗]|人民)*政府办(?:公室)?|(?:[县区市]?(?:政府信息|信息|政务)公开(?:工作)?)?(?:领导小组)?办公室|[县区市]?(?:信息|政务)?公开[办科股](?!公室)|[局委镇乡]?(?:综合|行政|人秘|秘书|政秘|法规)[股科])(?:现|共)*(?=指定|有|配|设|明确|确定|安排|落实)"
)
"""区政府办公室配备2名: the people whom the publisher has for the work."""
_OFFICE_APPOINTED = re.compile(
    r"(?:(?<=指定|明确|确定|落实|安排|责成|抽调)|(?<=[定确实排成调]了))(?:[局委镇乡]|街道|党政|综合|行政|机关)?(?:办公室|综合办|党政办|综合科|秘书科|政秘科|人秘股)$"
)
"""指定办公室1名同志兼职负责: which of its people."""
_OFFICE_EXPLAINS = re.compile(r"^[一-龥]{0,6}?政府办(?:公室)?(?=通过|在|利用|依托|共|全年|发布|制作|撰写|编写)")
"""政府办公室通过政府网站发布政策解读: it explains what the government has decided."""
_OWN_GOVERNMENT = re.compile(
    r"^(?:(?:20\d\d年度?|[全本当]年度?|今年|年内)[，,]?)?以?(?:(?:[县区市州旗省盟]|人民)*政府[、及和与])?(?:[县区市州旗省盟其]|人民|政府)*办(?:公室|公厅)?"
    r"(?:(?:会同|联合)[^，,。；;\d]{2,24}?)?(?:(?:年内|全年|今年|本年度?|共|累计|先后|及时|还|专门|分[别片批期级层]+|[两三四五]次|牵头|\d{1,2}月(?:份|\d{1,2}日)?)*"
    r"(?=召开|[举开]办|举行|组织(?:召开|[举开]办|开展|举行|培训|[^，,。；;\d]{0,16}培训)|开展[^，,。；;\d]{0,16}培训|制[发定]|印发|出台)"
    r"|(?:的)?名义(?=制[发定]|印发|出台))"
)
"""县政府办公室全年召开会议: what a government holds and issues is its office's doing; what that disclosed is a share."""
_LEVELS = "县区市州旗省盟"
_WITH_ITS_OWN = re.compile(
    r"^[我本全]?(?:[镇乡县区市州旗局街]|街道|苏木|机关)(?:办事处|机关|本级|政府)?[及和与、]其?(?:所辖|下辖|辖区|所属|下属)的?各?(?:行政|自然|基层)?"
    r"(?:社区|村居|村|居委会|站所|科室|股室|学校|单位)(?:[和及、](?:行政)?(?:社区|村|单位|站所))?(?=[^均都各皆每，,。；;]{1,4})"
)
"""街道及所辖社区配备14名: of the publisher and all that belongs to it."""
_TO_WHOM = re.compile(
    r"向[^，,。；;\d向]{2,24}?(?=(?:提出|提交|递交|提起)的|(?<!依)申请(?:公开|获取|提供)|要求(?:公开|提供)|索取|邮寄|寄送|当面)"
)
"""公民向市政府及其办公室提出的申请: whom they asked."""
_PURPOSE = re.compile(
    r"为(?:(?:政府信息公开|信息公开|政务公开|此项|该项|这项)工作|了?(?:[更进]一步)*(?:开展|做好|推进|推动|加强|规范|落实|搞好|保障|确保|便于|方便)[^，,。；;\d]{2,24}?)"
    r"(?=(?:专门|特|共|先后)*(?:配备|设立|设置|设有|安排|确定|明确|指定|举办|召开|组织|开[设辟]|建立|落实了))"
)
"""为开展政府信息公开工作配备了2名: what for."""
_REFERRED_TO = re.compile(
    r"[、，]?(?:并|且)?(?:应当?|可以?|请|需|建议|让|由)(?:其|申请人)?[向到][^，。；\d]{2,14}(?:申请|咨询|查询|获取|提出|了解)(?:公开|信息)?的?$"
)
"""不属于本机关掌握、应向其他机关申请: to whom the applicant was sent."""
_ASKED_FOR = re.compile(
    r"(?:要求|申请|请求)(?:公开|获取|提供|查阅|了解)[^，,。；;\d]{2,40}?(?:等(?:方面|内容|情况|事项)?的?)?(?:信息|材料|资料|文件|情况)?的(?=(?:书面|有效|政府信息公开|信息公开)*申请)"
)
"""收到要求公开征地批文等信息的申请: whatever was asked for."""
_REVIEWER = re.compile(
    r"^(?:经?[一-龥]{0,4}(?:[市县区省州旗](?:人民)?政府|[市县区省州]?(?:人民|中级|高级)*法院|中院|高院|法制[办局机构]{1,2}|司法局|[市县区省]局"
    r"|[市县区省]厅)|复议(?:机关|机构|局|委员会)|上[一级](?:行政|主管)?(?:机关|部门|单位)|[一二]审(?:法院)?)"
    r"(?:依法|均|审理后?|审查后?|复议后?|裁定|判决|决定|作出|予以|经审理|最终|了)*(?=维持|撤销|纠正|驳回|责令|变更|确认|判)"
)
"""市局维持6件, 区法院判决驳回2件: who decided."""
_ON_POLICY = re.compile(
    r"(?:^|(?<=[，,；;年]))就[^，,。；;\d]{2,30}?(?=(?:组织|主动|先后|共|及时|专门)*(?:召开|举办|举行|开展|发布|接受|做客))"
)
"""就义务教育招生政策召开新闻发布会: on what."""
_TO_BE_DISCLOSED = re.compile(
    r"(?:依法|按规定|按照规定)?(?:应当?|可以|能够|须|需要?|(?<![众民人织会])要求)(?:依法|主动|予以?|向社会|全部)*公开的(?=(?:各[类项种])?(?:政府|政务)?信息|全部)"
)
"""公开应当公开的政府信息: all of it."""
_RELATED = re.compile(
    r"[与和同跟][^，,。；;\d与]{2,24}?(?:密切|息息|紧密|直接)?(?:相关|有关|关联)的(?=(?:各[类项种])?(?:政府|政务)信息|各类信息)"
)
"""公开与群众切身利益相关的政府信息: as all of it is."""
_INCLUDED = re.compile(r"(?:包括|包含|涵盖|含)[^，,。；;\d]{2,60}?在内的")
"""公开包括政策文件、工作动态在内的各类信息: what is among it."""
_TURNED_AWAY = re.compile(
    r"^(?:属于?)?应(?:当|该)?(?:由[^，,。；;\d]{2,16}?(?:主动)?(?:公开|答复|提供|负责|受理|办理)|[向到][^，,。；;\d]{2,16}?(?:提出)?(?:申请|咨询|查询|索取))(?:公开|获取)?的?$"
)
"""应由县自然资源局公开, 应向规划部门申请的: another authority's."""
_NOTE = re.compile(r"[（(](?![^（）()]*(?:[专兼]职|网|微|公报|月|年|其中|不含|除|包括|结转|投诉|举报))[^（）()\d]{2,24}[）)]$")
"""不予公开（行政执法案卷）1件: a note on the words before it."""
_SUBSITE = re.compile(r"(^(?:[我本]?[县市区镇乡局旗州]|[我本]?街道|人民|政府|办事处|门户)*|(?<=[局委办厅]))子网?站")
"""乡政府子网站: a website, unless it is a part of the one named before."""
_POLICY = re.compile(r"(?<=解读)(?!率)[^，,。；;、\d]{2,16}?(?=政策(?:文件|措施)?$)")
"""解读不动产统一登记政策4篇: of which policy."""
_TITLE = re.compile(r"(?<=解读)了?(?:《[^《》]{2,60}》[、和及与]?){1,4}$")
"""解读《古树名木保护细则》2篇: which of them by name."""
_WHOSE = re.compile(r"(?<=[属于为是系])[^，,。；;\d属于为是系本我]{2,8}(?:机构|单位|企业|机关|部门|公司)的?(?=内部)")
"""属于护林单位内部信息: whose."""
_HELD_A = re.compile(
    r"(?:^|(?<=[，,里上]))(?:专门|先后|共)*开(?:了|过)?([^，,。；;\d]{0,14}(?:信息公开|政务公开)[^，,。；;\d]{0,6}?)的?会$"
)
"""开信息公开方面的会3次: a meeting."""
_MADE_ATTEND = re.compile(
    r"组织([^，,。；;\d]{2,34}?)参加(?:了)?(?=(?:业务|专题|集中|政府信息公开|信息公开|政务公开|知识|专项|工作)*培训)"
)
"""组织各部门负责人参加业务培训2次: whom it was held for."""
_PATH = re.compile(r"[“\"][^“”\"]{2,20}网站?\s?[—－–·>》-]{1,2}[^“”\"]{2,30}[”\"]")
"""“县政府门户网站—县民政局信息公开目录”: a place on the website."""
_ALIAS = re.compile(r"(?<=[局委办厅])[（(][^（）()，,、\d专兼]{2,12}[局委办厅][）)](?=主动|公开|发布|共|累计|全年|通过)")
"""市政务办（市公管办）主动公开: the second name of the same body."""
_ACCOUNT_NAME = re.compile(r"[“\"][^“”\"]{1,16}网[^“”\"]{0,6}[”\"](?=(?:官方|政务)*(?:微信|微博|公众号|抖音|客户端))")
"""“白水政府网”微信公众号: an account by its name, and no website."""
_IN_GAZETTE = re.compile(
    r"((?:公报|政报)[”\"’》]?上?(?:主动|共|累计)*(?:公开|发布|刊登|公布|刊发|登载)了?)[^，,。；;\d]{2,60}等(?:方面|各类|相关|有关|内容)*的?(?=(?:政府|政务)?信息(?:共计|总计|共|数|为|达)*$)"
)
"""通过政府公报刊登规章、人事任免等方面信息: a gazette's count, whatever it printed."""
_DOTTED_NAME = re.compile(r"(?<=公众号|订阅号)[一-龥]{2,8}?[.．·][一-龥]{2,8}?(?=信息|推送|发布|公开|图文|推文|共|全年|累计)")
"""微信公众号青山绿水·美丽白水信息61条: an account by its name."""
_BODY_ASKED = re.compile(r"以[^，,。；;\d以]{2,16}为(?:答复|受理|被申请|办理)(?:主体|机关|单位|对象)的")
"""以区政府为答复主体的申请: whom they asked."""
_IN_SYSTEM = re.compile(
    r"(?:在|通过|从|经由?)[^，,。；;、\d]{0,14}依?申请公开(?:管理|受理|办理|服务|工作)*(?:系统|平台)[上中内]?(?=(?:共|累计)*(?:收到|受理|接到|接收))"
)
"""在市政府信息依申请公开系统收到申请: where it was registered."""
_DONE_TWICE = re.compile(r"发布(?=主动公开的?(?:各类|各种)?(?:政府|政务)?信息)")
"""在网站发布主动公开信息31条: one verb for both."""
_SIGNED = (
    ("布主动", _DONE_TWICE),
    ("系统", _IN_SYSTEM),
    ("以", _BODY_ASKED),
    ("网", _ACCOUNT_NAME),
    ("号", _DOTTED_NAME),
    ("公开的", _TO_BE_DISCLOSED),
    ("关", _RELATED),
    ("在内", _INCLUDED),
    ("就", _ON_POLICY),
    ("向", _TO_WHOM),
    ("为", _PURPOSE),
    ("类", _KINDS),
    ("在", _IN_PLACE),
    ("等", _WHAT_OF),
    ("培训", LESSON_ON),
    ("网", _SITE_OF),
    ("、", _AROUND),
    ("解读", _MEANS_OF),
    ("解读", _POLICY),
    ("解读", _TITLE),
    ("内部", _WHOSE),
    ("等其", _AND_OTHERS),
)
"""Patterns of asides, each with a sign that every match of it has: most phrases have none of them."""


def without_asides(text: str) -> str:
    """The phrase without its asides: 在办公室配备了 is 配备了, 推送涉及教育、卫生等的信息 is 推送信息."""
    if "”" in text and "网" in text:
        text = _PATH.sub("网站", text)
    text = _ALIAS.sub("", text) if "（" in text or "(" in text else text
    if text[-1:] in "）)" and text:
        text = _NOTE.sub("", text) or text
    if "应" in text:
        text = _TURNED_AWAY.sub("不属于本机关", text)
    if "栏" in text or "站" in text:
        text = _IN_MEDIUM.sub("", text)
        text = _SUBSITE.sub("\\1网站", text)
    if "告知" in text:
        text = _REFERRED.sub("" if "不属" in text or "非本" in text else "不属于本机关", text.removesuffix("的"))
        text = _TOLD.sub("", text)
    if "不属" in text or "非本" in text:
        text = _REFERRED_TO.sub("", text)
    if "的" in text and "申请" in text and ("公开" in text or "要求" in text):
        text = _ASKED_FOR.sub("", text)
    if "维" in text or "驳" in text or "撤" in text or "纠" in text or "判" in text or "责令" in text:
        text = _REVIEWER.sub("", text)
    if "动态" in text and ("微" in text or "公众号" in text):
        text = _NEWS.sub("信息", text)
    if "报" in text and "等" in text:
        text = _IN_GAZETTE.sub(r"\1", text)
    if text.endswith("会"):
        text = _HELD_A.sub("召开\\1会议", text)
    if "参加" in text and "培训" in text and "组织" in text:
        text = _MADE_ATTEND.sub(lambda who: "组织政务公开" if "公开" in who.group(1) else "组织", text)
    for sign, pattern in _SIGNED:
        if sign in text:
            text = pattern.sub("", text)
    return text


_OF_DISCLOSURE = re.compile(
    r"^[^，,。；;\d]{0,6}?(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:领导小组)?办公室(?=(?:全年|共|累计|收集|整理|梳理|审核|公开|发布|编制|主动|、)+)"
)
"""镇政府信息公开领导小组办公室共整理、公开各类信息: the office that does it for the publisher."""


def without_offices(text: str, name: str = "") -> str:
    """The phrase without the publisher's own office, which does its work for it, and without what it leaves out.

    `name` is the publisher's: a county's government speaks by the office of its government.
    """
    if "办" in text and "府" in text and (level := name.removesuffix("政府").removesuffix("人民")[-1:]) in _LEVELS and level:
        office = _OWN_GOVERNMENT.match(text)
        if office and set(office.group()) & set(_LEVELS) <= {level}:
            text = text[office.end() :]
    if "辖" in text or "属" in text:
        text = _WITH_ITS_OWN.sub("", text)
    if "公开" in text and "办公室" in text:
        text = _OF_DISCLOSURE.sub("", text)
    if "除" in text:
        text = _BUT_FOR.sub("", text)
    if "办" in text or "股" in text or "科" in text:
        text = _OFFICE_APPOINTED.sub("", _OFFICE_HAS.sub("", text))
        text = _OFFICE_EXPLAINS.sub("", text) if "解读" in text else text
    return text
