"""The words by which a sentence says whose number one is, of which year, and whether it is a figure at all."""

from __future__ import annotations

import re


class Cue:
    """A pattern that is tried only on texts with one of the characters that every match of it has: most have none."""

    __slots__ = ("_any", "_pattern")

    def __init__(self, chars: str, pattern: str) -> None:
        self._any, self._pattern = re.compile(f"[{chars}]"), re.compile(pattern)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match, if there is one."""
        return self._pattern.search(text) if self._any.search(text) else None


CUE = re.compile(
    r"[\d０-９]\s?[余多]?[万千百]?\s?[条件次篇个项份起宗例人名位场期处家班元万余]|[零〇一二两三四五六七八九十百千万][条件次篇个项份起宗例人名位场期处家班元]"
    r"|[为数量计是：:额]\s?[\d０-９零〇]|[未没无零]|不存在|不收取|不曾"
)
"""A sentence without it states nothing."""

KNOWN = re.compile(
    r"公开|信息|申请|受理|收|稿|推送|办结|办理|答复|复议|诉|举报|微信|微博|网|公报|方式|渠道|文件|培训|参训|会|人员|专职|兼职|经费|费|查阅|机构|访谈|解读"
    r"|回应|舆情|热点|建议|提案|维持|纠|驳回|败诉|撤销|审结|结转|转下|现场|当面|信函|邮寄|传真|不存在|秘密|隐私|其他|其它|同意|不予|途径|补正|更改|情形|非本"
    r"|不属|掌握|另行制作|内部|过程性|案卷|重复|仍不明确|信访|涉密|告知|窗口|系统|邮箱|邮件|快递|参加|收取|两微|安全|三安|办复|发布会|通气会|推文|延期|职|训|公众号|要求|索取|计|出席|上线|热点|关切|查阅|禁止|第三方|登[出载记]|挂出|来人|来函|写信|寄"
)
"""A number with none of these words beside it is no figure, outside a breakdown."""

SPLIT = re.compile(r"[，,；;]|[（(](?=其中|包括|含|分别)")
CLAUSE = re.compile(r"[，,；;。（(]")
CLAUSE_OR_ITEM = re.compile(r"[，,；;。、（(）)：:]")
LEFT_EDGE = re.compile(r"[，,；;。（(：:]")

BREAKDOWN = Cue(
    "中别括含盖体类下分",
    r"其中|分别[为是]?|包括|包含|涵盖|具体[为是如]"
    r"|按照?[^，；。\d]{0,6}(?:类别|种类)|分类[为是：:]|分[为成][：:]|公开的[^，。；\d]{0,8}信息中|可?分[为成]?[\d一二三四五六七八九十]{1,3}个?大?类"
    r"|[\d一二三四五六七八九十]{1,3}个?(?:大类|类别|种类)|如下",
)
FIRST_ITEM = re.compile(r"[，：:]\s?(?:一是|1[.、．](?!\d)|[（(][1一][）)]|①)")
"""A total and the first of its numbered parts, of which the others may come as sentences."""
CONTINUES = re.compile(
    r"\s*(?:其中|在[^，。]{0,10}公开的?[^，。]{0,8}信息中|包括|具体|分别|一是|(?:主动)?公开的?(?:政府)?(?:信息)?(?:内容|信息|类别)[^，。：:\d]{0,6}(?:分为|包括|为|是|涉及|如下)[：:]|(?:分|按照?|从|以)[^，。：:]{0,8}"
    r"(?:渠道|形式|方式|平台|途径|载体|内容|类别|类型|构成|种类|划分|分类)[^，。：:]{0,6}[，：:])"
)
"""A sentence that begins so breaks down the total before it."""

CUMULATIVE = Cue(
    "来今起历累",
    r"[自从](?!年初|今年|本年)[^，。；]{0,24}(?:以来|至今|起(?!草))"
    r"|(?:开通|开办|开设|上线|运行|建站|注册|成立|实施|施行|创刊|创办|建立|启用)[^，。；]{0,6}(?:以来|至今)|历年|历史|截[至止]目前累计"
)
"""Counts since an earlier day, of more than the report's year."""

COMPARES = Cue(
    "比较同环上去前增减下占分",
    r"比(?![例如较])|较(?=20|上|去|前|往|之)|同比|环比|同期|(?<!结转)(?<!结转自)上年(?!度?结转)|[去前]年(?!结转)|上一年(?!度?结转)"
    r"|增[加长幅至]|减少|下降|占|分之"
)
PLANS = Cue(
    "力争计拟预目不至明确应要每原最",
    r"力争|争取|计划(?=公开|召开|开展|举办|培训|新增|组织|发布|完成|安排|于|在|将|20|全年|主动|投入|建|设|收)|拟|预计|目标|不少于|不低于|不超过"
    r"|至少|明年|确保|(?<![回响对供反适相])应当?(?![诉对急])|要求(?!公开|政府|信息)|每[月周季天日个年人]|原则上|最[高多低少]"
)

_OFFICE = (
    r"办公室|图书馆|档案馆|服务中心|中心|部门|单位|科室|乡镇|街道|社区|窗口|[局委办馆村院校厅队镇乡]|(?<!网)站|(?<=[派出司法监管财税])所"
)
_OFFICE_CHARS = "室馆心门位乡街社窗局委办村院校厅队镇站所"
HAS_OFFICE = Cue(_OFFICE_CHARS, rf"{_OFFICE}|大队|支队|分局")
FOREIGN = Cue(
    _OFFICE_CHARS,
    rf"(?:{_OFFICE})(?:[（(][^（）()]{{1,8}}[）)])?"
    r"(?=今年|全年|本年|20\d\d年|共|累计|主动|公开|发布|组织|开展|召开|举办|受理|收到|接到|设[置立有]|配[备有]|现有|有\d|负责(?!人|同志)|承办|至少|先后|通过)"
)
"""A body that is about to do something: the numbers that follow are its own."""

ORGANISATION = re.compile(rf"(?:{_OFFICE}|所|公司|企业|学校|医院|银行|集团|政府|本级|机关)$")
UNKNOWN_BEFORE = re.compile(
    r"[局委办馆村站所厅队镇乡省市\d不未非季月半第应拟将赴派次]|中心|部门|单位|街道|网站|微信|微博|公报|其[他余]|申请|领域|参加|参与|上级|选派|同意"
    r"|当面|信函|传真|网络|收到|剩余|人大|政协"
)
"""Words that may not stand unread before a wording that bears words before it."""

LABEL_HEAD = re.compile(r"(?:属于?|涉及|[（(、，,：:\s和及]|其中|主要|包括|分别[为是]?|具体[为是]?|涵盖|包含|有)+")
LABEL_TAIL = re.compile(
    r"的$|(?:主动)?(?:公开|发布)(?:共计|[共各有计达约为：:\s]|数量?)*$|(?:共计|[共各有计达约为：:\s]|数量?)+$"
)
LABEL_BAD = re.compile(
    r"\d|^[在经由]|被|采用|录用|采纳|查处|[开示告务]栏|月内|或在|办结|版|《|通讯|简报|电视|报纸|通过|公布|张贴|电子化|全文|全部|广播|屏|补正|受理|收到|办理|处理|接待|召开|举办|编发|报送|印发|发放|印制|来信|网(?![格络])|微信|微博|公报|[比较占]|上年|去年|申请|平台|渠道|同意|不予|复议|诉讼"
    r"|培训|会议|人次|栏目|合计|总数"
)

CONDITION = re.compile(r"因申请人|申请人逾期|一般|原则上|(?:如果?|若|因|凡|对|逾期|尚|是否|有|并非)$")
"""What stands before a denial that is not a statement of fact."""

OBJECTS = re.compile(r"以及|或者|[、和及与或并]")
DENIABLE = re.compile(r"申请|要求|索取|专职|兼职|经费|复议|诉讼|应诉|投诉|举报|费|规范性文件|发布会|访谈|结转|收取|公开|检举")
VERBS_ONLY = re.compile(r"(?:收到|新收|发生|办理|引起|答复|收取|举行|制发|公开|主动公开|配备|投入|撰写|参加|回应)*")
NO_OBJECT = re.compile(r"(?:收到|发生|办理|引起|人们|政开|提出|收取)*")
OTHER_COMPLAINTS = re.compile(r"12345|热线|消费|食品|市场监管|物业|环境|信箱")
OTHER_REQUESTS = re.compile(r"许可|审批|登记|补贴|低保|救助|办证|仲裁|调解|执照|资助|补助|援助|执行|贷款|入党")
PROPOSALS = re.compile(r"建议|提案|议案|人大|政协")
ACCOUNT = re.compile(r"公报|政报|公众号|微信|微博|客户端|头条|网站|抖音|短视频")
ROUTES_BEFORE = re.compile(r"收到(?:当面|网站|网络申请|信函|传真|书面|别种|[、和及或]){2,8}申请")

DOMAINS = (
    r"重点领域|财政|预决算|预算|决算|三公|审计|重大建设|重大项目|建设项目|公共资源|公益|住房|保障房|保障性|市政(?!府)|食品|药品|户籍|补贴|扶贫|脱贫|环境|环保|"
    r"教育|医疗|卫生|征地|拆迁|征收土地|安全生产|救助|社会保障|就业|价格|行政许可|行政处罚|权力清单|权责清单|双随机|招投标|招标|采购|国资|国有|"
    r"科技|文化|旅游|农业|交通|水利|民政|惠农|低保|人事任免|减税降费|税费|民生|规划计划|疫情|防控|养老|乡村振兴|放管服|互联网\s?\+|政务服务(?!网|平台)|村务|党务|开放日"
)
DOMAIN = re.compile(DOMAINS)
"""Subjects of single domains: a count beside one of them is a count of that domain."""

ANOTHER = re.compile(r"受理|收到|接[到收听待]|办理|申请|投诉|热线|信箱|咨询|案件")
"""A number of something unknown so worded opens another subject: what comes next may be its."""
AFTER_OBJECT = re.compile(r"负责|从事|承担|具体|专门|兼任|担任")
OF_REQUESTS = re.compile(r"公开|申请人|成本费|依申请|检索|邮寄|复[制印]|信息")
NOT_ONE = re.compile(r"(?:[无未]|没有?)[^，。；]{0,8}$")
SUM = re.compile(r"(?:以上|上述)?(?:共计|合计|总计|总共|共|计)(?:为|有)?")
RESULTS = re.compile(r"维持|纠[正错]|其他结果|尚未审结|驳回")
HANDLES = re.compile(r"受理|办理|审理|办结|结案|应诉")
ROUTES = re.compile(r"当面|现场|信函|邮寄|传真|网[络上]申请|书面申请")
MEDIA_LIST = re.compile(r"(?:公开|发布)(?:的)?(?:方式|渠道|途径|形式|载体|平台)")
PEOPLE = re.compile(r"[^，。；\d]{0,4}(?:公民|自然人)、法人(?:、|和|或者?|及)其[他它]组织")
PARTICIPANTS = re.compile(r"(?:参加|培训人员|培训|人们|$)")
PLANNED = re.compile(
    r"力争|争取|拟(?!定)|预计|明年|下一?步|下一?年度?(?!继续|办理)[，,]"
    r"|计划(?=网站|公开|召开|开展|举办|培训|新增|组织|发布|完成|安排|在|于|将)"
)
"""A sentence goes on telling of plans once it has begun to."""
DISCLOSES = re.compile(r"主动公开|公开(?:的)?(?:各类)?(?:政府|政务)?信息|公布的?(?:各类)?(?:政府|政务)?信息")
ELSEWHERE = re.compile(r"其[余他它](?:各)?(?:[县区市]?直)?(?:单位|部门|乡镇|街道|镇|科室)")
ASIDE = re.compile(r"\s*[（(][^（）()\d]{0,60}[）)]")
ASKED = re.compile(r"依申请|公开申请")
EACH_BODY = re.compile(r"[各每]个?(?:乡镇|镇|乡|街道|部门|单位|村|社区|科室|站所)")
AVERAGE = re.compile(r"平均|[日月周年人]均")
DOCUMENTS = re.compile(r"(?<!规范性)文件|公文|发文")
AMONG_THEM = re.compile(
    r"其中[^，,；;\d]{0,10}(?:信息公开|政务公开)|[与和][^，,；;\d]{0,12}公开[^，,；;\d]{0,6}无关|[均都]不(?:涉及|属于?)[^，,；;\d]{0,8}公开"
)
"""Behind a count of cases: only some of them, or none, were about disclosure."""
CASES_ABOUT_IT = re.compile(
    r"(复议|诉讼|应诉)[^，,；;。：:\d]{0,12}\d{1,4}\s?[件起宗例][，,（(]\s?其中[^，,；;\d]{0,10}(?:信息公开|政务公开)[^，,；;\d公]{0,8}$"
)
"""Before a number: it is how many of the cases just counted were about disclosure."""
CHARGED = re.compile(
    r"收取?[^。；;元]{0,40}?(?:[1-9][\d.,]{0,9}|0\.\d{1,6}"
    r"|[一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]{1,12})\s?[余多]?万?元"
)
"""Behind a denial of some charges: others were taken."""
AUDIENCE = re.compile(r"举行[^参赴派省市县\d]{0,14}")
"""举行乡村干部政开培训: for whom it was held."""

NARROWED = frozenset(
    ("信息", "申请", "依申请", "培训", "会议", "复议", "诉讼", "投诉", "费用", "经费", "规范性文件", "工作人员")
) | {"专职", "兼职", "培训人员"}
"""Nouns that an unread word right before them makes another thing: 教师培训, 防汛会议."""
