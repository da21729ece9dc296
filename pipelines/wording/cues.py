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


def led(firsts: str, pattern: str) -> re.Pattern[str]:
    """The pattern behind a look at the next character, which is one of `firsts` where a match begins.

    Without it each of the alternatives is tried at each character of a text, unless all of them begin with plain characters.
    """
    return re.compile(f"(?=[{firsts}])(?:{pattern})")


CUE = led(
    r"\d０-９壹贰叁肆伍陆柒捌玖拾佰仟零〇一二两三四五六七八九十百千万为数量计是：:额信未没无空不停免分均都皆全申复诉投。网微公制收受办答当传同的那这各维驳月前后者唯专兼",
    r"唯一|[\d０-９]\s?[余多]?[万千百]?\s?[条件次篇个项份起宗例人名位场期处间家班元万余则]"
    r"|[壹贰叁肆伍陆柒捌玖拾佰仟]万?元|[零〇一二两三四五六七八九十百千万][余多]?[条件次篇个项份起宗例人名位场期处间家班元回]"
    r"|各[^，,。；;\d]{0,4}[一1][台套]|\d\s?回|[\d一二两三四五六七八九十]\s?专"
    r"|(?:[为数量计是：:额]|(?<=[布开送]政[府务])信息|(?<=[布开送])信息)\s?[\d０-９零〇]|[未没无零]|维持|驳回|(?<![\d.．])[0０](?=[、”])|不收|空白|不发生|不存在|停止收|不收取|不向|不曾|免费|免收|分文|不收[费钱]|[均都皆](?:[为是系予由以在登发上挂]|已?按|同意|通过|采[用取])|全部(?:[为是系由在登发上挂]|同意|通过|予以|已?按)|(?:申请|复议|诉讼|投诉)\s?\d"
    r"|[的月][那这]一?[件宗份位]|[前后]者|者\s?\d{1,4}(?=[，,；;、]|$)|不予公开|不归|不掌握|不属于?本|同意(?:部分)?公开|。\s?(?:\d{1,6}|零|〇)[条件次人元宗起]?。?$"
    r"|(?:[专兼]职|网站?|微[信博]|公众号|公报|制发|收到|受理|办结|答复|当面|传真|网[络上]|信函|公开|同意)\s?(?:\d{1,3}(?:[,，]\d{3})+|\d{1,6})(?:[，,、；;]|$)"
    r"|复印[^，,。；;\d]{0,6}[给寄送交]|(?<=[一-龥，：:])\d{1,3}(?:[,，]?\d{3})?(?=[、；;])|(?<=其[他它] )\d[\d,，]{0,8}$"
)
"""A sentence without it states nothing."""

KNOWN = re.compile(
    r"公开|信息|申请|受理|收|稿|推送|办结|办理|处理|答复|复议|诉|举报|微信|微博|网|公报|方式|渠道|文件|培训|参训|会|人员|专职"
    r"|兼职"
    r"|经费|费|查阅|机构|访谈|解读"
    r"|回应|舆情|热点|建议|提案|维持|纠|驳回|败诉|撤销|撤回|终止|审结|结转|转下|现场|当面|信函|邮寄|传真|不存在|秘密|隐私|其他|其它|同意"
    r"|不予|途径|补正|更改|情形|非本"
    r"|不属|掌握|另行制作|内部|过程性|案卷|重复|仍不明确|信访|涉密|告知|窗口|系统|邮箱|邮件|快递|参加|收取|两微|安全|三安|办复"
    r"|发布会|通气会|推文|延期|职|训|公众号|要求|索取|计|出席|上线|热点|关切|查阅|新增|禁止|第三方|另有规定|登[出载记]|挂出|来人|来函"
    r"|写信|寄|废止|有效|前者|后者|按[时期]|咨询|补充"
)
"""A number with none of these words beside it is no figure, outside a breakdown."""

SPLIT = re.compile(r"[，,；;]|[（(](?=其中|包括|含|分别)")
CLAUSE = re.compile(r"[，,；;。（(]")
CLAUSE_OR_ITEM = re.compile(r"[，,；;。、（(）)：:]")
LEFT_EDGE = re.compile(r"[，,；;。（(：:]")

BREAKDOWN = Cue(
    "中别括含盖体类下分里",
    r"其中|^\s?(?:这里面|这里头|里头|当中|这当中)|分别(?![举召组开]|位于|设|在|由|于|对|就|向)[为是]?|包括|包含|涵盖|具体[为是如]"
    r"|按照?[^，；。\d]{0,6}(?:类别|种类)|分类[为是：:]|分[为成][：:]|公开的[^，。；\d]{0,8}信息[中里]"
    r"|可?分[为成]?[\d一二三四五六七八九十]{1,3}个?大?类|按(?:内容|主题|栏目|类型)分"
    r"|[\d一二三四五六七八九十]{1,3}个?(?:大类|类别|种类)|如下",
)
WHOLE = re.compile(r"主动公开的?(?:政府)?信息")
"""在主动公开的信息中: what is divided is the whole, though it was counted on a website."""
DISCLOSED_DOCUMENTS = re.compile(r"公开(?:了|的)?[^，,。；;\d]{0,12}文件$")
"""主动公开市政府文件33件，规范性文件6件: documents of several kinds that were disclosed."""
CITES = re.compile(r"(?:对照|按照|根据|依据|依照|严格执行|落实)[^，,。；;]{0,20}(?:《[^《》]{0,20}(?:条例|规定|办法|要点)|条例)")
"""What the law asks for is all that is to be disclosed, of whatever domain the clauses before spoke."""
BY_MEDIA = re.compile(
    r"(?:通过|在|利用|以)?[^，,。；;、\d类]{0,12}(?:[^年月季简公通情预快]报|栏|屏|牌|板报|张贴|头条号?|抖音号?|快手号?"
    r"|视频号|客户端|APP|百家号|小程序)(?:上|等)?"
    r"(?:主动)?(?:公开|发布|刊登|刊发|张贴|公示)?|(?:通过)?(?:公告|通告|公示)"
)
"""网站公开258条、微信20条、公告3条: one more medium, and no kind of information."""
SOME_BODIES = re.compile(
    r"(?:部门|单位|本级|乡镇|镇街|街道|机关|管委会)(?:共|累计)*(?:主动)?(?:公开|发布)"
    r"|各个?(?:栏目|专栏|[板版]块)(?:共|累计|总计)*(?:主动)?(?:公开|发布|更新|公布)"
)
"""其中市政府及其组成部门公开238条: what some of the bodies disclosed is a share of the total."""
KINDS_OF = re.compile(r"主动公开的?(?:政府|政务)?信息的?(?:主要)?(?:类别|内容|分类|种类|类型)")
"""A heading: the kinds under it are those of all that was disclosed."""
CONTENTS = re.compile(r"申请的?(?:信息|公开)?的?内容|内容[上来]?看|按[^，,。；;\d]{0,6}内容|申请的?(?:具体)?事项[中里上]")
"""从申请内容看，涉及拆迁的6件: requests are divided by what they ask for."""
FIRST_ITEM = re.compile(r"[，：:]\s?(?:一是|1[.、．](?!\d)|[（(][1一][）)]|①)")
"""A total and the first of its numbered parts, of which the others may come as sentences."""
CONTINUES = re.compile(
    r"[\s：:]*(?:(?:此外|另外|同时|其次|再次|再者)[，,]\s?)?(?:其中|这里面|这里头|里头|当中|(?:[^，,。；;：:\d]{0,16})(?:类别|类型|种类|分类|构成|内容)(?:[^，,。：:；;\d]{0,8}[：:]|(?:上|方面|上看|来看|看)[，,])|(?:20\d\d年度?|目前"
    r"|其中)?[，,]?在?[^，,。；;\d]{0,20}公开的?[^，,。；;\d]{0,8}信息[中里]|包括|具体|分别|一是|(?:主动)?公开的?(?:政府)?"
    r"(?:信息)?的?主要内容(?:有|包括|为|是|涉及)|(?:主动)?公开的?(?:政府)?"
    r"(?:信息)?(?:内容|信息|类别)[^，。：:\d]{0,6}(?:分为|包括|为|是|涉及|如下)[：:]|(?:若|如果?|要是)?(?:分|按照?|从|以)[^，。：:]{0,8}"
    r"(?:渠道|形式|方式|平台|途径|载体|内容|类别|类型|构成|种类|划分|分类)[^，。：:]{0,6}[，：:]"
    r"|(?:其|信息|主要|具体|公开)*内容(?:主要)?(?:有|包括|涵盖|涉及)(?=[^。；;：:\d]{2,80}[，,]其中))"
)
"""A sentence that begins so breaks down the total before it."""

ANNOUNCES = re.compile(
    r"公开(?:的)?(?:政府|政务)?信息(?:的?(?:主要|具体)?(?:类别|类型|种类|内容)|主要|大致|大体|具体)[^，,。：:；;\d]{0,4}[：:]"
    r"|公开的(?:政府|政务)?信息(?:主要|具体|大致)?(?:包括|涵盖|涉及|分为)(?=[^，,。；;：:\d]{2,24}\s?\d)"
    r"|公开(?:数量|条数|量)?(?:最多|较多|居前)的[^，,。；;：:\d]{0,8}(?:类|项|种|类别|信息)(?:信息|内容)?(?:分别)?(?:是|为|有)?[：:]"
)
"""我市依托网站主动公开政府信息的主要类别包括：: the list that follows breaks down the total before it."""

CUMULATIVE = Cue(
    "来今起历累",
    r"[自从](?!年初|今年|本年)[^，。；]{0,24}(?:以来|至今|起(?!草))"
    r"|(?:开通|开办|开设|上线|运行|建站|注册|成立|实施|施行|创刊|创办|建立|启用)[^，。；]{0,6}(?:以来|至今)|历年|历史"
)
"""Counts since an earlier day, of more than the report's year."""

COMPARES = Cue(
    "比较同环上去前增减下占分",
    r"比(?![例如较])|较(?=20|上|去|前|往|之)|同比|环比|同期|(?<!结转)(?<!结转自)上年(?!度?(?:结转|转结|转入))|[去前]年(?!结转)|上一年"
    r"(?!度?结转)"
    r"|增[加长幅至]|减少|下降|占|分之"
)
PLANS = Cue(
    "力争计拟预目不至明确应要每原最",
    r"力争|争取|计划(?=公开|召开|开展|举办|培训|新增|新建|增设|组织|发布|完成|安排|于|在|将|20|全年|主动|投入|建|设|收)|(?<![代草])拟|预计|目标"
    r"|不少于|不低于|不超过"
    r"|至少|明年|确保|(?<![回响对供反适相])应(?!当?(?:[诉对急向]|(?:通过|走)其[他它]|(?:依法|主动|予以?|向社会|全部)*公开的))|要求(?=各|全|每|所有|相关|有关|做到|达到|不|必须|至少)"
    r"|每(?:[月周季天个年人]|日(?!头条|[经新电商]))|原则上|最[高多低少]"
)

_OFFICE = (
    r"办公室|图书馆|档案馆|服务中心|中心|部门|单位|科室|乡镇|街道|社区|窗口|[局委馆院校厅队镇]|(?<![共应需待经承督查举代创协兴申筹补])办|(?<!农)村|(?<![城下])乡|(?<!网)站|"
    r"(?<=[派出司法监管财税])所"
)
_OFFICE_CHARS = "室馆心门位乡街社窗局委办村院校厅队镇站所"
HAS_OFFICE = Cue(_OFFICE_CHARS, rf"{_OFFICE}|大队|支队|分局")
FOREIGN = Cue(
    _OFFICE_CHARS,
    rf"(?<![我本全])(?:{_OFFICE})(?:[（(][^（）()]{{1,8}}[）)])?"
    r"(?=今年|全年|本年|20\d\d年|共|累计|主动|(?<!大厅)公开(?!工作|要点|条例|规定|[栏墙板屏网点]|橱窗|大厅)|(?<!大厅)发布|组织|开展|召开|举办|受理|收到|接到|设[置立有]"
    r"|配[备有]|现有|有\d|负责"
    r"(?!人|同志)|承办|至少|先后|通过)"
)
"""A body that is about to do something: the numbers that follow are its own."""

BY_WAYS = re.compile(
    r"含(?:有)?(?:当面|现场|信函|邮寄|传真|网[络上]|(?:同意|予以|准予|部分|不予|不同意|已主动|已经?|依法)*公开|信息不存在|补正|按[时期]办结|延期)"
)
"""收到申请88件，含网络49件、信函23件: by which ways they came."""
FOR_OR_WITH = re.compile(r"面向|针对|[及和与、](?:其)?(?:所辖|下辖|辖区|所属|下属|各)")
"""面向乡镇和部门组织培训, 街道及所辖12个社区配备: whom it is done for or with, and not another body."""
ORGANISATION = re.compile(rf"(?:{_OFFICE}|所|(?<![去出好害用查])处|公司|企业|学校|医院|银行|集团|政府|本级|机关)$")
UNKNOWN_BEFORE = re.compile(
    r"[局委办馆村站所厅队镇乡省市\d不未非季月半第应拟将赴派次]|中心|部门|单位|街道|网站|微信|微博|公报|其[他余]|申请|领域|参加"
    r"|参与|上级|选派|同意"
    r"|当面|信函|传真|网络|收到|剩余|人大|政协"
)
"""Words that may not stand unread before a wording that bears words before it."""

BY_PLATFORM = re.compile(r"[”\"](?:主动|集中|共|累计)?(?:公开|发布|公布|推送)(?!信息)[^，,。；;]{4,}")
"""“公共企事业单位办事公开专栏”公开教育、环保等信息: what a platform printed is no kind of information."""
BECAUSE = re.compile(r"^[^，,。；;]{0,24}[，,](?:故|因此|所以|因而|也|从而)")
"""Behind 因无依申请公开: what follows from it makes it a fact."""
CONDITION = re.compile(
    r"因申请人|申请人逾期|一般|原则上|(?:如果?|若|因|凡|对|逾期|尚|是否|有|并非|今后|建议|希望)$"
)
"""What stands before a denial that is not a statement of fact."""

OBJECTS = re.compile(r"以及|或者|[、和及与或并]")
DENIABLE = re.compile(
    r"官司|起诉|告上|舆情|解读|机构|申请|要求|索取|专职|兼职|经费|复议|诉讼|应诉|投诉|举报|费|规范性文件|发布会|访谈|结转|收取|公开|检举"
)
VERBS_ONLY = re.compile(r"(?:收到|新收|发生|办理|引起|答复|收取|举行|制发|公开|主动公开|配备|投入|撰写|参加|回应)*")
NO_OBJECT = re.compile(r"(?:制发|举行|收到|发生|办理|引起|人们|政开|提出|收取)*")
OTHER_COMPLAINTS = re.compile(
    r"12345|热线|[接出报]警|消费|食品|市场监管|物业|环境|信箱|(?:处理|办理|回复)(?:网[上民]|群众)*(?:咨询[、和及]?投诉|投诉[、和及]?咨询)[^，,。；;\d]{0,4}\d{1,5}\s?条"
)
OTHER_REQUESTS = re.compile(r"认定|鉴定|许可|审批|登记|补贴|低保|救助|办证|仲裁|调解|执照|资助|补助|援助|执行|贷款|入党")
PROPOSALS = re.compile(r"建议|提案|议案|人大|政协")
ACCOUNT = re.compile(
    r"公报|政报|电视台|广播站|电台|报社|公众号|微信|微博|客户端|头条|网站|抖音|短视频|(?:公开|政务|政府|门户)网(?![格络民友页上])"
)
ROUTES_BEFORE = re.compile(r"收到(?:当面|网站|网络申请|信函|传真|书面|别种|[、和及或]){2,8}申请")

DOMAINS = (
    r"重点领域|财政|预决算|预算|决算|三公|审计|重大建设|重大项目|建设项目|公共资源|公益|住房|保障房|保障性|市政(?!府)|食品"
    r"|药品|户籍|补贴|扶贫|脱贫|环境|环保|"
    r"(?<!宣传)教育(?!培训|宣传|引导|活动|整顿)|医疗|卫生|征地|拆迁|征收土地|安全生产|救助|社会保障|就业|价格|行政许可|行政处罚|权力清单|权责清单|双随机|招投标"
    r"|招标|采购|国资|国有|"
    r"科技|文化|旅游|农业|交通|水利|民政(?!府)|惠农|低保|人事任免|减税降费|税费|民生|规划计划|疫情|防控|养老|乡村振兴|放管服"
    r"|互联网\s?\+|政务服务(?=信息|事项|类|领域|指南|公开)|村务|党务(?!、?政务|公开栏)|开放日"
)
DOMAIN = led(
    "三乡互交人价低住保党公养农决减医卫双国安审就市建开征惠户扶拆招放政救教文旅权村民水环疫社科税脱药行补规财采重防预食", DOMAINS
)
"""Subjects of single domains: a count beside one of them is a count of that domain."""

ANOTHER = re.compile(r"受理|收到|接[到收听待]|办理|申请|投诉|热线|信箱|咨询|案件")
"""A number of something unknown so worded opens another subject: what comes next may be its."""
AFTER_OBJECT = re.compile(r"负责|从事|承担|具体|专门|兼任(?!人员|工作人员|干部)|担任")
OF_REQUESTS = re.compile(r"公开|申请人|成本费|依申请|检索|邮寄|复[制印]|信息")
NOT_ONE = re.compile(r"(?:[无未]|没有?)[^，。；]{0,8}$")
ROOMS = re.compile(
    r"[共总]设[立置]?[^，,。；;]{0,12}查[阅询]|(?:大厅|中心|文化站|服务站|[一二三四]楼|办公楼|办公室)[内里中上]?[均都各]?(?:共?设|新?建|开[设辟])"
    r"[^，,。；;\d]{0,12}查[阅询]"
)
"""在大厅和12个服务站共设查阅点13个: all of them, wherever they are."""
TAKES_PART = re.compile(r"\s*(?:积极|先后|及时|认真|按时)?(?:参加|派员|选派|组织参加|组织人员参加|派人参加|协助|配合)")
"""参加县政务局组织的培训: what another body does is not what the sentence is about."""
FREE = frozenset(("免收", "免费", "无偿", "均免费", "都免费", "均无偿", "都无偿"))
OF_FEES = re.compile(r"收费|费用|申请人?(?:公开|提供)?[^。；]{0,24}(?:复印|复制|资料|材料|信息|邮寄)")
"""What is given for nothing where fees are the subject: 收费：免费提供."""
BARE_WORDS = re.compile(r"(?:[两三四]项(?=[均都皆])|20\d\d年度?|[本全当今该]年度?|总共|共计|合计|[均都皆共为是计有：:，,\s])*")
"""Before a number under a heading that says what it counts: 均为零, 2018年度1件."""
ASKS = re.compile(r"^(?:今年|全年|一年来)?(?:有没有|有无|是否|是不是)(?:人|过|发生)?|(?:了)?[吗么]?[？?]?$")
"""有没有被复议、起诉: a heading that asks."""
AFTERWARDS = re.compile(
    r"补正(?:过|之|以)?后|未(?:按[^，,。；;]{0,4})?补正|视为(?:放弃|撤回)|逾期(?:未|不|没)|仍[然旧]?(?:不|未)"
)
"""让申请人补正，补正以后还是不明确: how it ended is told further on."""
BOTH_DONE = re.compile(
    r"(?:收到|受理|接到|接收)(?:并|、|和|且|及|并且|也)+(?:全部|按时|按期|依法|及时|已|均)*(?:办结|办理完毕|办理完结|办毕)"
)
"""收到、办结申请2件: as many were completed as came."""
OF_OTHERS = re.compile(r"热线|来电|来访|来信|信访|咨询|信箱|诉求|工单|派单|交办|留言|许可|纠纷|案件|求助|报警|办证|提案|建议")
"""What else is received and handled: what is said to be done of it next is no answer to a request."""
REFUSES = re.compile(r"不予公开|不公开|不同意公开|不能公开|不宜公开|未予公开")
REST = re.compile(r"(?:其[余他它]|剩余|余下|剩下|另外|另有)的?(?:信息)?")
REST_IS = re.compile(r"(?:[均都]?(?:为|是|属于?)|全部?[为是])(?P<label>[^，,。；;\d]{2,20})(?<!之类)(?<!等等)$")
"""其余50条为工作动态: what the rest are; 会议和讲话之类 names no one kind."""
REST_OF = re.compile(r"(?:其[余他它]|剩余|余下|剩下)的?(?:信息|内容)?[均都全]?(?:部)?(?:为|是|属于?|系|归入?)[^，,；;。\d]{2,20}")
"""其余为综合政务, before its count."""
OTHER_EVENTS = re.compile(r"讲座|宣讲|演练|竞赛|演出|巡演|比赛|文体|活动|招聘会|宣传日|义诊")
"""What people take part in besides trainings."""
NOT_ONE_BEHIND = re.compile(r"\s?(?:[也都均]?|[^，,。；;：:\d]{1,10}[也都])(?:没|未|无(?!关)|不曾)")
"""申请书一份也没收到: the denial stands behind."""
SUM = re.compile(
    r"(?:以上|上述|[两三四五六七八几](?:样|项|者|类|个方面|种渠道|个渠道|个平台)|全部|各类|各渠道)?"
    r"(?:(?:加起来|合起来|加在一起|相加|合在一起|累加|加总|归总起来|汇总起来)?(?:共计|合计|合共|总计|总共|一共|拢共|总和|之和|共|计)(?:为|有|是|达)?"
    r"|(?:加起来|合起来|加在一起|合在一起|加总|相加|累加|归总起来|汇总起来)(?:整整|正好|刚好|恰好|足足|就|是|有|达|为)*)"
    r"|(?:总量|总数|总条数|总和|合计数|总计数|总数量)(?:就|共|是|有|达到?|为|在|[：:])*"
)
RESULTS = re.compile(r"维持|纠[正错]|其[他它](?:结果|情形)|尚未审结|驳回|撤诉|撤回|败诉")
HANDLES = re.compile(r"受理|办理|审理|办结|结案|应诉")
ROUTES = re.compile(r"当面|现场|信函|邮寄|传真|电子邮件申请|网[络上]申请|书面申请")
MEDIA_LIST = re.compile(r"(?:公开|发布)(?:的)?(?:方式|渠道|途径|形式|载体|平台)")
PEOPLE = re.compile(
    r"[^，。；\d]{0,4}(?:公民|自然人)、法人(?:、|和|或者?|及)其[他它]组织|[^，。；\d]{0,3}专(?:、\s?兼职|[（(]兼[）)]职)"
    r"|\s?参加了?(?:[省市县区乡镇]级?、){1,2}[省市县区乡镇村]级?[两三]级"
)
PARTICIPANTS = re.compile(r"(?:参加|培训人员|培训|人们|到会|到场|到课|来|来了|听课|听讲|参会|出席|$)")
PLANNED = led(
    "力争拟预明下计",
    r"力争|争取|(?<![代草])拟(?!定)|预计|明年|下一?步|下一?年度?(?!继续|办理)[，,]"
    r"|计划(?=网站|公开|召开|开展|举办|培训|新增|新建|增设|组织|发布|完成|安排|在|于|将)"
)
"""A sentence goes on telling of plans once it has begun to."""
DISCLOSES = re.compile(
    r"主动公开|公开[了的]?(?:各类)?(?:政府|政务)?信息|公开[^，,。；;\d]{2,60}等[^，,。；;\d]{0,8}(?:政府|政务)信息"
    r"|公布的?(?:各类)?(?:政府|政务)?信息"
)
ELSEWHERE = re.compile(r"其[余他它](?:各)?(?:[县区市]?直)?(?:单位|部门|乡镇|街道|镇|科室)")
SHARE = re.compile(
    r"\s*[，,、（(]?\s*(?:约?占|所?占比|占比例|比例)[^，,；;。\d]{0,14}[\d.．]{1,7}\s?[%％]\s?[）)]?"
    r"|\s*[（(]\s?约?[\d.．]{1,7}\s?[%％]\s?[）)]"
)
"""Behind a number: which part of the whole it is (365条占24.3%、人事任免信息2条)."""
ASIDE = re.compile(r"\s*[（(][^（）()\d]{0,60}[）)]")
ASKED = re.compile(r"依申请|公开申请|^\s*[从就按]?申请(?:公开)?的?(?:情况|方面|数量)?上?(?:来?[看说讲]|[：:]|$)")
EACH_BODY = re.compile(r"[各每]个?(?:乡镇|镇|乡|街道|部门|单位|村|社区|科室|站所)")
AVERAGE = re.compile(r"平均|[日月周年人]均")
DOCUMENTS = re.compile(r"(?<!规范性)文件|公文|发文")
AMONG_THEM = re.compile(
    r"其中[^，,；;\d]{0,10}(?:信息公开|政务公开)|[与和][^，,；;\d]{0,12}公开[^，,；;\d]{0,6}无关|[均都]不(?:涉及"
    r"|属于?)[^，,；;\d]{0,8}公开|[，,]\s?(?:涉及|有关|关于|属于?|与)(?:政府)?(?:信息|政务)公开[^，,；;\d]{0,8}\d"
)
"""Behind a count of cases: only some of them, or none, were about disclosure."""
CASES_ABOUT_IT = re.compile(
    r"(复议|诉讼|应诉)[^，,；;。：:\d]{0,12}\d{1,4}\s?[件起宗例][，,（(]\s?其中[^，,；;\d]{0,10}(?:信息公开"
    r"|政务公开)[^，,；;\d公复诉]{0,8}$"
)
"""Before a number: it is how many of the cases just counted were about disclosure."""
CHARGED = re.compile(
    r"(?:收取?|[缴交]纳)[^。；;元]{0,40}?(?:[1-9][\d.,]{0,9}|0\.\d{1,6}"
    r"|[一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]{1,12})\s?[余多]?万?元"
)
"""Behind a denial of some charges: others were taken."""
OTHER_TALKS = re.compile(r"入户|走访|问卷|调研|(?:企业|个别|干部|家庭|群众|居民)访谈|访谈(?:企业|群众|干部|居民|农户)")
"""开展入户访谈240次: talks of other works."""
OTHER_FEES = re.compile(r"保险|医保|参保|社保|学费|卫生费|水费|电费|抚养费|取暖费|罚款")
SPENT = re.compile(r"支出|开支|花费|耗资|补贴(?!申请)|投入")
"""政府信息公开处理费用支出2.8万元: what the office spent, not what it took."""
PLATFORM = re.compile(r"公开(?:专栏|平台|栏目|目录|系统)")
"""在政府信息公开专栏主动公开27条: the place of all that is disclosed, unless a website is named."""
AUDIENCE = re.compile(r"举行[^参赴派省市县\d]{0,14}")
"""举行乡村干部政开培训: for whom it was held."""

POST = re.compile(
    r"(?:(?:各)?(?:社区|村居|村级?|部门|科室|站所|基层|机关|街道|乡镇|局机关|单位)的?)?(?:[一-龥]{0,8}?(?:工作人员|人员|干部|同志|职工|员工|文书|科员))?"
    r"(?:作为|担任|兼任|任|为)?(?P<post>(?:专|兼|全)职(?:(?:政务|信息)?公开)?(?:工作|管理)?(?:人员|干部|同志|员工|信息员|联络员|管理员|专干|(?<=公开)员)?)"
)
"""1名专职人员管理网站信息: the post that people hold, whatever they do in it."""
ALL_ARE = re.compile(r"[，,（(]\s?(?:均|全部?|都|皆)(?:为|是|属于?|系)([^，,；;。（）()\d]{2,24})")
"""全年共发生6件，均为行政复议: what all of those counted are."""
MEDIA = led(
    "A上人便信党公办告头媒学客宣屏展平广张微快手抖报揭政新日早明晚服村板橱电短简网美行视黑",
    r"(?P<web>网[站络]?|(?<![众信博])平台|网上)|(?P<own>微信|微博|公众号|客户端|APP|视频号|快手|新媒体|抖音|美篇|头条)|"
    r"(?P<gazette>公报|政报)|(?P<press>媒体(?!融合|中心)|新华[社网]|人民[日网]|[日晚早]报|党报|[电广]台|学习强国)"
    r"|(?P<wall>(?:(?:政务|便民|行政)?服务|办事|政务公开|信息公开|政务)大厅|[公宣告揭展][示告传开]{1,2}(?:栏(?!目)|[板牌墙])"
    r"|村务栏|橱窗|上墙|张贴|黑?板报|明白[卡纸])|(?P<screen>屏|电视"
    r"|广播)|(?P<print>报[纸刊]|手册|简报"
    r"|短信)"
)
ALL_MEDIA = re.compile(
    r"等(?!其[他它余])(?:[多各]种)?(?:不同)?(?:渠道|方式|形式|平台|载体|途径|媒[体介]|场所)?"
    r"|[和及与]其[他它余][^，,。；;\d]{0,8}(?:渠道|方式|形式|途径|平台|载体|媒[体介])"
)
DISCLOSED = re.compile(
    r"(?:公开|发布|公布|推送|公示|刊发|刊播|播发|刊载)了?(?:[的各类种项]|政府|政务|新闻|有关|相关)*信息(?:总?[数条件]?[数量]|[共合累总]?计|共|为|有|达"
    r"|约|的|了)*$"
)
"""上墙、上网公布的政府信息有: information disclosed, by whatever media."""
KINDS = re.compile(
    r"(?:公开|发布|公布)了?(?:[^，,。；;\d]|\d{1,2}(?=个)){1,110}(?:、|以?及|和)(?:[^，,。；;\d]|\d{1,2}(?=个)){1,60}(?:(?:信息|内容|事项)等?|(?<=[态告知示件]等))"
    r"(?:[\d一二三四五六七八九十]{1,2}"
    r"(?:个?大)?类)?(?:[共合总累]计|共)*$"
)
"""公开计划总结、工作动态、公示公告信息4类46条: all of them, by their kinds."""
NAMED = re.compile(
    r"(?:具体|主要|内容|其中)*(?:包括|涵盖|涉及|包含)[^，,。；;\d]{2,80}?等?(?:各?(?:类|方面|领域))?的?(?:政府|政务)?(?:信息"
    r"|内容|事项|方面)?(?:共计|合计|总计)"
)
"""具体包括领导分工、补助领取等方面的内容共计: the kinds of what the clause before said was disclosed."""
PERIODICAL = re.compile(
    r"(?:简报|通讯|快讯|专报|小报|专刊|期刊|刊物|杂志)[》”\"]?(?:共|全年|累计|已|出版?|出刊|编印|印发|刊发|发行)*$"
)
"""编印《白水简报》24期，刊登信息114条: what a paper of its own printed."""
OTHER_MEDIA = re.compile(
    r"(?:公开|发布|公布|公示|刊登|刊发|刊播|播发|刊载|播放|张贴)了?(?:[的各类种项]|政府|政务|新闻)*(?:信息)?(?:数|共|计)*$"
)
CALLED_DISCLOSED = re.compile(r"(?:公开|发布|公布|更新|上传)(?:政府信息公开|政务公开|信息公开)(?:类|目录|专栏)?的?信息")
"""网站发布各类信息8632条，其中发布政府信息公开信息399条: what of it was disclosed."""
OPENING = re.compile(r"^.*?主动公开(?:的?(?:政府|政务)?信息)?(?=[^，,。；;\d]{2,})")
NOW = Cue("目现", r"(?:目前|现在)(?:已|共|有|设|配)|现[已有共]")
"""自2004年起…，目前已配备6名: what is there now, whenever it began."""
STANDING = Cue("目至迄现", r"(?:目前|至今|迄今|现在?)[^，,。；;\d]{0,10}(?:[总累共合]计|共有|已有)")
"""目前总计主动公开信息2739条: all that is there by now, of earlier years too."""
OWN_PART = re.compile(
    r"^(?:其中)?[，,：:]?[我本]?(?:[局委办厅会镇乡县区市]|街道)?机关(?:本部|本级|自身)?(?:主动)?(?:公开|发布)?(?:政府|信息|了|的|共|有)*$"
    r"|本级(?!(?:20\d\d年?度?)?(?:部门|财政|一般公共)*(?:[预决]算|三公))|政府(?:机关)?[及和与]其?(?:所属|组成|工作|职能)*部门"
)
"""其中，市政府及其组成部门主动公开238473条: a share of the whole city's."""
OWN_LEVEL = re.compile(
    r"^(?:其中)?[^，,。；;\d]{0,6}(?:本|[省市州县区镇乡旗]|街道)级(?:各?(?:部门|单位|机关))?(?:共|累计|全年)*"
    r"(?:新?收(?!费)到?|受理|办[理结]|答复|公开|主动公开)"
)
"""区政府本级受理206件: a share of what the whole county had."""
REOPENS = re.compile(r"\s?(?:[：:]|[，,（(；;]?\s?(?:包括|具体|分别|其中))")
"""Behind a number: it is divided in turn."""
AMONG = re.compile(r"[，,；;]?\s?(?:其中|这里面|这里头|里头|当中)")
UNRELATED = re.compile(
    r"[与和同跟](?:[^，,。；;\d]{0,10}公开[^，,。；;\d]{0,6}|此)(?:无关|没有关系)|不(?:属于?|在)[^，,。；;\d]{0,8}信息公开的?范畴"
)
"""What a sentence says has nothing to do with disclosure."""
FRESH = re.compile(r"新增|新公开")
NARROWED = frozenset(
    ("信息", "申请", "依申请", "培训", "会议", "复议", "诉讼", "投诉", "费用", "经费", "规范性文件", "工作人员")
) | {"专职", "兼职", "培训人员"}
"""Nouns that an unread word right before them makes another thing: 教师培训, 防汛会议."""
OWN_OFFICE = re.compile(
    r"(?:[并且][由在]?)?(?:由|在|(?:指定|明确|确定|落实|安排|责成|抽调)了?)?(?:[我本]?[局委镇乡会院处]|街道|综合|党政|机关|行政|政府|政秘)*"
    r"(?:办公室|综合办|党政办|政秘科|秘书科|综合科|综合股|人秘股|政秘股)"
)
"""办公室2人为兼职信息员, 指定办公室1名同志兼职负责: the publisher's own office."""
ALL_STAFF = re.compile(r"[专兼]职(?:工作|政务公开|信息公开)?(?:人员|干部|信息员|联络员)?(?:[共总合]计?)(?:有|为|配备|达)*$")
"""各科室各1人，兼职人员共22人: all of them."""
NOT_GIVEN = re.compile(r"未(?:予|同意|能|予以)?(?:公开|提供)")
"""未予公开, 未能提供: an answer."""
WANTED = re.compile(r"((?:申请|要求|请求)公开)[^，,。；;\d]{2,40}$")
"""申请公开拆迁补偿标准: whatever was asked for."""
SAFETY = re.compile(
    r"危?及?(?:国家|公共|经济)安全(?:[、和或及与](?:国家安全|公共安全|经济安全|社会稳定))*|危及(?:社会稳定|“?三安全)"
)
"""危及公共安全、社会稳定: one reason."""
HOW_MANY = re.compile(r"(?<=公开)了?(?:多少|几)条?(?:政府)?(?:信息)?$")
"""主动公开了多少：154条."""
RANKED = re.compile(
    r"(?:其中|数量|申请|公开)*(?:最多|居首|第一|其次|再次|次之|最少|居次|排[名在]?第[一二三]|较多|较少|居多)的?(?:是|为)(?P<is>[^，,。；;\d]{2,24})"
    r"|(?:其中)?(?P<share>[^，,。；;\d占]{2,20})约?占(?:比|总量的|全部的|总数的)?(?:约|近)?[\d.]{1,6}[%％]"
    r"|[^，,。；;\d以]{0,10}以(?P<mainly>[^，,。；;\d、]{2,16})为主|(?:其中|数量|以)*(?P<subject>[^，,。；;\d]{2,16}?)(?:数量)?(?:最多|[又再更]?次之|最少|居首|居次|居多|较多|较少|占去?[一二三四五六七八九十两]成[多半余]?(?:左右|以上)?|占了?(?:大头|大半|多半|多数|绝?大部分|绝?大多数|一?半(?:还?多|以上|左右)?)|其次|再次)"
)
"""申请以信函为主，有51件，网络次之，27件: the clause before names what is counted, and says where it ranks."""
SEAT_HAS = re.compile(
    r"\s*(?:由|在)?[县区市州旗](?:人民)?政府办(?:公室|公厅)?(?:专门)?(?:设[立置有]|配[备有]|明确|指定|安排|落实)"
    r"|[^，,]{0,24}(?:负责|承担|牵头|主管|承办)[^，,；;\d]{0,8}(?:政府信息|信息|政务)公开(?:的?(?:日常|具体)?(?:工作|事务))?$"
)
"""由党政办负责信息公开，共有工作人员5名; 区政府办公室设立专门机构，配备2名: a government has its people in its office."""
SOME_OF = re.compile(r"\d\s?[个家名]|个别|有的|有些|部分|少数|多数")
"""有12个单位全年未组织培训: no zero of all."""
KIND_AGAIN = re.compile(
    r"[^，,。；;：:\d]{2,20}类的?(?:政府)?(?:信息)?(?:共|有|共有|为)?\s?\d{1,6}\s?条[，,（(]\s?(?:约?占|主要|包括|内容|具体)"
)
"""…其中概况类5条，占3%。政策法规类62条，占45%: the list goes on, a sentence for each kind."""
