"""What a denial makes zero: the objects of 未发生, 没有收到, 无 … as codes, none where one of them is unknown."""

from __future__ import annotations

import re

from pipelines.wording.cues import ASKS, CHARGED, DOMAIN, NO_OBJECT, OBJECTS, OF_FEES, OTHER_REQUESTS
from pipelines.wording.lists.series import JOINED
from pipelines.wording.published.channels import medium_of
from pipelines.wording.requests.keywords import reason_of
from pipelines.wording.requests.outcomes import without_charges_of_others
from pipelines.wording.sentences import Section
from pipelines.wording.tolerance import loose_zeros
from pipelines.wording.wordings import Phrase, phrase_of, unnumbered, zero_of
from pipelines.wording.zeros.by_nouns import deny

_OF_CASES = re.compile(r"(?:诉讼|复议|申诉|应诉|仲裁)(?:而|所|有关|相关|支出|产生|发生|引起|的|等)*费")
"""未发生与诉讼有关的费用: what cases cost, and no charge."""
_OTHER_THING = re.compile(
    r"(?:新增加?|增加|增设|新设)(?:了|任何)?(?:[专兼]职|工作人员|机构|人员)|因?(?:违规|乱|不合理|多)?收费(?:而|所)?(?:引起|引发|产生|导致|造成)"
    r"|(?:制作|保存|掌握|获取|留存|存档)[过了]?(?:该|这|此|相关|有关|所|他|其|$)"
    r"|(?:行政)?规范性文件的?(?:合法性|公平竞争)?(?:审[核查]|评估|解读)"
    r"|(?:设立|设置|开通|编制|制定)?依?申请公开(?:信息)?的?(?:目录|指南|制度|办法|窗口|渠道|平台|栏目|专栏|系统)"
)
"""未新增专职人员, 没有因收费引起的投诉, 没有依申请公开目录: what is denied is another thing."""
_NOT_NONE = re.compile(
    r"再(?:次|度)?(?:发生|出现|有)|(?:拖延|延误|超期|逾期|积压|遗漏|漏办|推诿)[^，。；]{0,8}申请|(?:设立?|设置|安排)?收费(?:窗口|人员|标准|依据|制度|许可)"
)
"""没有再发生复议, 没有拖延答复的申请: there may have been some."""
_MAY_YET = re.compile(r"^(?:主动)?公开的[^，,。；;]{0,12}(?:可以?|应当?|均可)(?:依法|向|通过|依)")
"""未主动公开的信息可以依申请获取: what those may do who want it."""
_A_CLASS = re.compile(r"信息的?(?:类[型别]|种类)$|应(?:当|予|该)?公开(?:而|却|但)(?:不|未|没)")
"""没有依申请公开的信息类型, 没有应公开而未公开的办件: no class of documents, no fault, whatever was asked for."""
_PENDING = re.compile(
    r"(?:曾|正式)?(?:宣判|判决|开庭|审结|结案|办结|结(?=$|案|的)|作出|做出|裁[决定]|审理|下达|结束|终结|定论|了结|结果|结论|消息|答复(?=$))(?!败诉|为败)"
)
"""诉讼尚未宣判, 复议未作出决定: there was one."""
_SORTED = re.compile(
    r"(?:(?:不予|不同意|不属于?|未按|未在|未及时|需要?(?!依|[我本由]?[^，,。；;]{1,8}公开)|不存在|拒绝|不公开|延期|延长"
    r"|(?<![或、和及与等以])其[他它余](?!组织|(?<=公开其[他它余])(?:政府|政务)?信息的|社会|单位|个人|机构|公民|法人)|别的|更正|补正|更改|重复|已主动|部分|撤回|退回)[^，,。；;、]{0,14}(?<!依)申请(?!表))"
    r"|申请(?:件|事项|内容)?[^，,。；;、公人和及与未]{0,6}(?:逾期|超期|过期|超时|涉及|涉密|产生|引[起发]|导致|纠纷|争议|积压|遗漏|被[退拒])"
    r"|申请[^，,。；;、公]{0,6}不存在|申请(?:的|书|材料)(?:退件|退回|复印件?|结果|反馈|批复)"
)
"""没有延期办理的申请, 没有其他渠道的申请: some of those that came, and others may have come."""
_BY_ONE_KIND = re.compile(r"(?:收到|接到|受理)?(?:自然人|个人|公民|企业|法人|单位|机构)(?:提出)?的?(?:公开)?申请")
_SOME_CAME = re.compile(r"申请[^，,。；;]{0,4}[1-9]")
"""未收到自然人申请，收到企业申请2件: of one kind of people alone."""
_NOT_THERE = re.compile(r"申请的?(?:公开)?(?:的)?(?:政府)?(?:信息|内容|材料)~的")
"""申请信息不存在的零件: an answer."""
_SPOKE = re.compile(
    r"(?:全年|本年度?|今年)?(?:通过|利用)?(?P<by>(?:政务)?微博[、和]?(?:政务)?微信|(?:以|通过)?其[他它](?:方式|渠道|途径|形式))(?:[均也都])?~回应(?:过)?(?:社会|公众|热点)?(?:事件|关切)?"
)
"""微博微信未回应事件."""
_MAKING = re.compile(r"[制印]发|制定|制订|出台|起草|制作|新增|发布")
_AMONG_ITEMS = re.compile(r"其中|公开[^，,。；;\d]{0,12}\d[\d,.]*\s?[余多]?[条件][，,；;]?$")
_LED = frozenset(("response.press_conferences", "response.online_interviews"))
_LEADER = re.compile(r"领导|负责(?:同志|人)|[县区市镇乡局]长(?!办)|一把手|主任|书记")
_CHIEF = re.compile(r"主要(?:领导|负责(?:同志|人))|[县区市镇乡局]长|一把手")
"""主要负责同志没有参加在线访谈: there may have been some without him."""
_BESIDES = re.compile(r"(?:此外|除此|另外|其余|以外|之外)[^，,。；;]{0,6}$|再$")
"""一家公司来函申请，此外再无申请: no more of them."""
_SUCH_ASKED = re.compile(r"(?:收到|接到|受理|发生)?过?(?:相关|有关|此类|该类|任何)+(?:的)?申请(?!公开)")
_OF_SUITS = re.compile(r"^(?!.*(?:依申请|公开申请(?!行政复议)|受理|答复)).*复议")
"""未收到相关申请 under 复议、诉讼情况: for a review."""
_FOR_HELP = re.compile(r"廉租|公租|租房|住房|困难|养老|残疾|户口|落户|用地|报考|入学")
_OF_WORK = re.compile(r"(?:执法|处罚|许可|审批|征收|治安)[^，,。；;]{0,4}(?:案件|事项|决定|行为)")
"""行政执法案件没有被复议: of other work."""
_OUTCOME = re.compile(r"(?:复议|诉讼|应诉|案件?)[^，,。；;]{0,6}(?:纠[错正]|败诉|被?撤销|被?变更|被?确认违法)")
_DENIED_AGAIN = re.compile(r"(?<=[、和及或与])(?:也|亦)?(?:未被?|没有|无|零)")
_NOT_CONCERNED = re.compile(r"(?<=.)[、，和及或与](?:也|均|都)?(?:未|没有?|不|无)有?涉及[^，。；]*$")
"""未收到公开申请和未涉及“不予公开”的信息: the second denies nothing that is counted."""
_BECAUSE = re.compile(
    r"因违反《?(?:政府信息公开)?条例》?(?:的?(?:有关|相关)?规定)?而?(?=被|引|发|提|申)"
    r"|因为?[^，。；\d而]{0,40}?公开[^，。；\d而]{0,30}而(?=被|引|产|导|发|提|申|造|遭|受)"
)
"""没有因为公开不及时、不准确而被投诉: for whatever reason."""
_CAUSED_BY = re.compile(
    r"因(?:为)?[^，。；\d因]{0,30}?公开[^，。；\d因]{0,16}?"
    r"(?=(?:而)?(?:引[起发]|导致|造成|产生)的?(?:投诉|举报|复议|行政复议|诉讼|行政诉讼|信访))"
)
"""没有因信息不公开、公开不及时引起的举报: for whatever reason."""
_MADE_OR_CHANGED = re.compile(
    r"(?:制定|制发|制订|出台|发布|公布|印发)(?:[、和或及与]?(?:制定|制发|制订|出台|发布|公布|印发|修订|修改|变更|废止|撤销|清理|失效)){1,5}(?=(?:行政|任何|新的|的|县|区|政府)*规范性文件)"
)
"""未制定发布、废止规范性文件: whatever was not done to them, none was made."""
_NOTHING_SAID = re.compile(r"(?:发布|公开|公布|刊登|登载|更新|推送|刊发)过?(?:任何|一条|各类)?(?:政府|政务)?(?:信息|消息|内容)?")
"""政府网站上未发布信息: the medium stands before."""
_STOPPED = re.compile(
    r"(?:^|[，,。；;：:])(?P<what>[^，,。；;：:\d]{2,24}?)(?:自|从)?(?:去年|上年|前年|20\d\d年)?(?:\d{1,2}月份?|年?[初中末底])?起?[就已便]?"
    r"(?:停更|停用|停运|关停|注销|停止更新|停止运行|休眠)了?[，,；;]$"
)
"""公众号去年12月停更了，今年没有发."""
_THIS_YEAR = re.compile(r"(?:[今全本]年度?|故|因此)*")
_PUT_FORTH = re.compile(r"出过?(?=(?:任何|新的|行政)*规范性文件)")
_NO_CLASS = re.compile(
    r"(?:单独|自己|自行|专门|另外|再)*(?:办|开办|举办|组织|开)过?(?:任何)?(?:政府信息公开|信息公开|政务公开|业务|专题|集中)*(?:培训|学习)?班(?:次)?"
)
_NO_GAZETTE = re.compile(
    r"(?:刊印|编印|编发|编辑|出版|发行|创办|印发|出刊|编制|办)过?(?:任何)?(?:[县区市州旗镇乡局]|人民|政府)*(?:公报|政报)"
)
_NOR = re.compile(r"[、，]?(?:也|亦|更)?(?:没有|未|无)(?:修订|修改|废止|清理|变更|撤销)过?(?=(?:行政|任何|新的|政府)*规范性文件)")
"""没有出台、也没有废止规范性文件: what else was not done to any."""
_AS_BEFORE = re.compile(r"(?:则|也|亦)?[与和同跟](?:上一?年度?|去年|往年|前年|以往)(?:一样|相同|持平|一致)[，,]$")
"""复议、诉讼则与上年一样，都没有."""
_LAST_PART = re.compile(r"[；;](?=.)")
_BARE_VERBS = frozenset(
    ("写", "写过", "做", "做过", "搞过", "发", "办", "开", "搞", "设", "收", "收过", "收取", "有", "有过", "办过", "开过", "发过")
)
"""规范性文件：没发, 培训：没办: the object stands before."""
_NOT_A = re.compile(r"^(?:[全今本]年|一年来)?连?[一半](?:个|名|位|件|份|起|宗|次|条|期|例|项|篇|场)(?=.{2})")
"""一个专职的都没有: not one of them."""
_NO_STORY = re.compile(r"(?:政策|文件)*解读(?:稿件?|文章|材料|文稿|信息)?[都也均]?(?:写|发|做|制作|撰写|发布|编写)?过?")
"""今年一篇解读都没写."""
_TOOK_FEES = re.compile(r"收过?(?=(?:任何|一切|一分)?(?:的)?(?:工本|复印|检索|邮寄|成本|打印|快递|邮递|资料|材料|复制)费)")
"""材料没收工本费: none was taken, and nothing confiscated."""
_WHO_DID = re.compile(
    r"[^，,。；;\d]{1,16}?的[那这]?[位个名]?(?:群众|村民|居民|市民|申请人?|当事人|企业|公司|单位|人|业主|老人|户主)"
    r"[^，,。；;\d]{0,6}?(?:申请|提起|提出|要求|打|写|告)(?:了|起)"
)
"""没拿到核查表的群众申请了复议: what is denied is said of him who did it."""
_COUNTED_AS = re.compile(
    r"(?:再|予以?|被|单独)*(?:[计列纳算归并记]入|作为|当作|视[为作同]|[转登]为|转入|登记为|认定为|统计[在为入到]|属于?(?=[^，,。；;]{0,10}申请)"
    r"|作(?=[^，,。；;]{0,14}(?:处理|办理|统计|登记))|按照?[^，,。；;]{0,16}(?:公开申请|依申请公开)[^，,。；;]{0,4}(?:办理|处理|登记|统计|计算))"
)
"""来件未计入政府信息公开申请: what came was counted elsewhere, which says nothing of requests."""
CASES_BEHIND = re.compile(
    r"[，,](?:以及|和|及|与)?(?:因)?(?:政府)?(?:信息公开)?(?:引起|引发)?的?(?:行政)?(?:复议|诉讼)(?:(?:、|和|及|或|与|以及)(?:行政)?(?:复议|诉讼|应诉|投诉|举报))*"
    r"(?:案件|申请|事项|情况|情形|事件)?(?=[。；;]|$)"
)
"""未受理政府信息公开申请，行政复议和行政诉讼: nothing but nouns stands behind the comma, and they are denied too."""
_WATCHERS = re.compile(
    r"(?:[省市县区州旗镇乡]?(?:纪委监委|纪检监察(?:部门|机关|室|组)?|纪委|监委|监察(?:局|委|部门|机关)|纠风办|效能办)[、和与]?)+(?:均|都)?$"
)
"""县纪委未接到反映信息公开的举报: those who take complaints of all."""
_BY_REVIEW = re.compile(
    r"(?P<un>[未不]?)(?:经过?(?:行政)?复议|(?:行政)?复议[之以]?后)(?:[、和及与或者后而又再的]|直接|提起|提出|起诉|(?:行政)?诉讼|诉(?=的))*(?:案件|情况|情形|的)*"
)
_AT_ONCE = re.compile(r"直接")
"""未有经复议或者直接起诉的案件: suits of both ways, and no review."""
_COMPLAINED_OF_US = re.compile(
    r"(?:群众|村民|居民|市民|企业|人)?(?:来|出面)?(?:投诉|举报|反映)(?:过|了)?(?:我们|[我本][镇乡局县区市委办]|[镇乡局县区市委][里上]|街道|单位)?[^，,。；;\d]{0,6}?(?:不|未|没有?|不予|不按规定|该公开而不)(?:及时|按规定|依法|主动)?公开(?:信息|政府信息)?$"
)
"""没有人举报我们不公开."""
_AGAINST_US = re.compile(
    r"^(?P<verb>发生|收到|出现|产生|引发|接到)?(?:过|任何)?针对(?:[我本全](?=[省市县区镇乡局委办街院单])|[^，,。；;\d我本]{0,6}(?=街道|[镇乡局委]机关))(?:[省市县区镇乡局委办院]|街道|单位)?(?:机关|政府|本级)?"
    r"(?:[、和及与](?:所属|下属|直属|辖区|各)?[^，,。；;、\d]{2,8})?(?:有关|关于|的)?(?=(?:政府)?(?:信息|政务)公开)"
)
"""未发生针对街道机关和社区有关信息公开的复议: whom they would have been against."""
_WHO = r"(?:公民|法人|单位|个人|企业|群众|村民|居民|市民|组织|其[他它]组织|社会组织|机构|任何人|人)"
_NOBODY_ASKED = re.compile(
    rf"(?:任何|一个|一家)?{_WHO}(?:[、和或及与者]+{_WHO}){{0,4}}(?:[向到](?:[我本][镇乡局县区市委办院]|街道|[镇乡局县]里?|政府|单位|机关)[^，,。；;\d]{{0,4}})?"
    r"(?:提出|提交|书面|当面)*申请(?:获取|公开|查阅|提供|了解)(?![^，,。；;\d]*(?:不予|不能|秘密|隐私))[^，,。；;\d]{0,20}(?:信息|材料|资料|图纸|档案|文件)"
)
"""没有公民或单位向本局申请获取审计报告及其他政府信息."""
_AND_NO_MORE = re.compile(r"(?<=申请)(?:公开)?(?:事项|件)?[、，]?而?且(?:未|没有|无).*$")
"""未收到公开申请且未出现复议: what follows is denied by a word of its own."""
_NOR_IN_WORDS = re.compile(
    r"(?<=公开申请|申请公开)(?P<what>(?:信息|事项|件)?)(?:[、和及或](?:来?函件?|信函|信件|来信|来电|电话|来访|邮件|传真|咨询)){1,5}等?$"
)
"""未收到依申请公开信息、函件、电话等."""
_A_WAY = r"(?:来人|来访|来电|来函|来信|电话|网[上络]|线上|信函|信件|传真|当面|书面|口头|现场|电子|邮件|邮寄|微信|短信|上门)+"
_IN_ANY_WAY = re.compile(
    rf"(?<=[到理收])(?:任何)?(?:以|通过|采[用取]|用)?{_A_WAY}(?:[、和或及与]{_A_WAY}){{1,8}}等(?:任何|各种|各类|其他)?(?:方式|形式|渠道|途径)?(?:提出|提交|递交|发起)?的?(?:相关|有关|任何)*"
    r"(?=(?:政府)?(?:信息|政务)?公开(?:的)?申请|依?申请(?:信息)?公开)"
)
"""未收到来人、来电、来函等形式的政府信息公开申请."""
_NOR_CORRECTED = re.compile(
    r"[、和及或](?:也|均)?(?:无|未|没有)(?:发生|出现|被)?(?:行政)?纠[错正](?:的?(?:情况|情形|案件|行为))?$"
)
"""无行政复议、无行政纠错: the second is denied by a word of its own."""
_SOME_ANSWERED = re.compile(r"(?:舆情|热点|关切)[^，,。；;\d]{0,6}[1-9]\d{0,4}\s?[余多]?[件起条次个]")
_COMPLAINED = re.compile(r"(?:举报|投诉|检举)(?P<what>[^，,、；;。\d]{3,})$")
_OF_OURS = re.compile(r"公开|公示|信息|政务|答复|工作|[我本]|案|事|情[况形]|申诉|举报|投诉|行为|[的及和或人者]|电话|渠道|来信")
"""没有人举报非法采砂: a complaint of another matter."""
_OF_THOSE_LEFT = re.compile(r"结转|遗留|跨年|逾期|超期|超时")
"""没有从上年结转过来的申请: of some of them."""
_RUN_ON = re.compile(
    r"(?:(?<=复议)|(?<=诉讼)|(?<=投诉)|(?<=举报))(?![^，,。；;、]*(?:影响|干扰|妨碍|导致|诉|复议|举报|[不未无没的]))[^，,。；;、\d]{4,40}"
    r"(?:顺利|有序|正常|平稳|扎实|稳步|深入)(?:开展|推进|进行|运行|实施)$"
)
"""未收到复议诉讼平台建设各项工作顺利开展: the comma between the two was left out."""
_LEADING_VERBS = re.compile(r"(?:收到|发生|办理)+")


def denied(
    left: str, right: str, before: str, section: Section, year: int | None, names: tuple[str, ...], after: str = ""
) -> tuple[list[str], bool]:
    """The codes that a denial makes zero, and whether its words begin with `left`.

    `left` and `right` stand beside the denying word up to the next comma; `before` is the clause before, which may
    be a heading (行政复议：无), as `section` may; `after` is the rest of the sentence: 未收取复制费，收取邮寄费36元 is no zero.
    """
    if _MAY_YET.search(right) or ("公开" in right and _A_CLASS.search(right)):
        return [], False
    if ("了" in right and "的" in right and _WHO_DID.match(right)) or _COUNTED_AS.match(right):
        return [], False
    if "申请" in right:
        if _NOBODY_ASKED.fullmatch(right):
            return ["requests.received"], False
        right = _IN_ANY_WAY.sub("", _NOR_IN_WORDS.sub("", _AND_NO_MORE.sub("", right)))
    if "公开" in right and _COMPLAINED_OF_US.match(right):
        return ["complaints.total"], False
    right = _AGAINST_US.sub(r"\g<verb>", right) if "针对" in right else right
    right = right.replace("公开和不予公开", "公开").replace("公开或不予公开", "公开") if "不予公开" in right else right
    right = _TOOK_FEES.sub("收取", right) if right.startswith("收") else right
    right = _RUN_ON.sub("", right) if right[-2:] in ("开展", "推进", "进行", "运行", "实施") else right
    one, left = left, _NOT_A.sub("", left)
    left = _WATCHERS.sub("", left) if "公开" in right else left
    if left != one and _NO_STORY.fullmatch(left + right):
        return ["response.policy_interpretations"], True
    if "一样" in before or "相同" in before:
        before = _AS_BEFORE.sub("", before)
    if "复议" in left + right and "诉" in left + right:
        left, right = _suits_alone(left), _suits_alone(right)
    found, with_left = _denied(left, right, before, section, year, names)
    if not found:
        found, with_left = deny(left + right, section, before + left + right + after, names), bool(left)
    return _asserted(found, left, right, before, section, after), with_left


def _asserted(found: list[str], left: str, right: str, before: str, section: Section, after: str) -> list[str]:
    """The codes of those found that the whole sentence lets stand as zeros; another one where it is of that row."""
    what = _COMPLAINED.search(left + right) if found == ["complaints.total"] else None
    if what and not _OF_OURS.search(what["what"]):
        return []
    if "fees.collected" in found and _OF_CASES.search(right):
        return []
    if found == ["response.hot_topics"] and _SOME_ANSWERED.search(before):
        return []  # 处置舆情21件，未发生一起重大舆情
    if "requests.received" in found and "公开" not in left + right and (OTHER_REQUESTS.search(right) or _FOR_HELP.search(right)):
        return []  # 未受理工伤认定申请
    if "requests.received" in found and _BESIDES.search(left):
        return []
    if "requests.received" in found and _SUCH_ASKED.match(right) and _OF_SUITS.search(section.innermost):
        found = ["review.total", *(code for code in found if code not in ("requests.received", "review.total"))]
    if found == ["requests.received"] and ("秘密" in right or "隐私" in right) and "公开" not in left:
        reasons = dict.fromkeys(filter(None, map(reason_of, OBJECTS.split(right))))  # 没有涉及国家秘密、个人隐私的申请
        return list(reasons)
    if "requests.received" in found and "新" not in right and right.count("申请") == 1 and _OF_THOSE_LEFT.search(right):
        found = [code for code in found if code != "requests.received"]
    if found == ["normative_documents.issued"] and not _MAKING.search(left + right) and _AMONG_ITEMS.search(before + left):
        found = ["disclosure.normative_documents"]  # 公开312条，其中规范性文件无
    if any(code in _LED for code in found) and _LEADER.search(left + right):
        return [f"{code}_led" for code in found if code in _LED and _CHIEF.search(left + right)]
    if found and _is_pending(found, right):
        return []
    some = _BY_ONE_KIND.fullmatch(right) and _SOME_CAME.search(after)
    if "requests.received" in found and (some or _SORTED.search(left + right) or _NOT_THERE.search(f"{left}~{right}")):
        return []
    if found and (_OTHER_THING.match(right) or _NOT_NONE.match(right) or ("公开" not in left + right and _OF_WORK.search(left))):
        return []
    if "fees.collected" in found and (CHARGED.search(without_charges_of_others(after)) or CHARGED.search(before)):
        found = [code for code in found if code != "fees.collected"]
    return found


def _suits_alone(words: str) -> str:
    """The words with suits by the way they came (经复议后起诉或直接起诉) told as such: as suits where both ways are named."""
    told = _BY_REVIEW.search(words)
    if told is None or not ("诉" in told.group() or "案件" in told.group()):
        return words
    both = not told["un"] and _AT_ONCE.search(told.group()) is not None
    return f"{words[: told.start()]}{'行政诉讼' if both else '未知的'}{words[told.end() :]}"


def _is_pending(found: list[str], right: str) -> bool:
    """Whether what is denied is only that a case has come to its end."""
    return found[0] in ("review.total", "litigation.total") and _PENDING.match(right) is not None


def free_of_charge(before: str, section: Section) -> list[str]:
    """The code that 免费 makes zero behind words on charges; none where some were taken: 邮寄费合计92元，复印免费."""
    of_fees = OF_FEES.search(before) or "费用" in section.topics
    return ["fees.collected"] if of_fees and not CHARGED.search(before) else []


def _denied(
    left: str, right: str, before: str, section: Section, year: int | None, names: tuple[str, ...]
) -> tuple[list[str], bool]:
    stopped = _STOPPED.search(before) if right in _BARE_VERBS or _NOTHING_SAID.fullmatch(right) else None
    if stopped and _THIS_YEAR.fullmatch(left) and (medium := medium_of(stopped["what"], names)):
        return [medium], True
    spoke = _SPOKE.fullmatch(f"{left}~{right}") if right.startswith("回应") else None
    if spoke:
        return ["response.other" if "其" in spoke["by"] else "response.weibo_wechat"], True
    media = media_denied(left, names) if _NOTHING_SAID.fullmatch(right) else []
    if media:
        return media, True
    if _NO_GAZETTE.fullmatch(right):
        return ["channel.gazette"], False
    if right.endswith(("班", "班次")) and _NO_CLASS.fullmatch(right):
        return ["training.classes"], False
    right = _NOR_CORRECTED.sub("", right) if "纠" in right else right
    if _OUTCOME.search(right):
        return [], False  # 没有出现行政诉讼纠错: there may have been cases
    right = _NOR.sub("", right) if "废止" in right or "修" in right else right
    if "规范性文件" in right:
        right = right.removeprefix("新的").removeprefix("任何").removeprefix("新发")
        right = _PUT_FORTH.sub("制发", right) if right.startswith("出") and not right.startswith("出台") else right
        right = _MADE_OR_CHANGED.sub("制发", _DENIED_AGAIN.sub("", right))
    right = _CAUSED_BY.sub("因政府信息公开", right) if "、" in right and "公开" in right else right
    right = _BECAUSE.sub("因政府信息公开", right) if "而" in right or "条例" in right else right
    right = _DENIED_AGAIN.sub("", _NOT_CONCERNED.sub("", right))
    for domain in DOMAIN.findall(names[0]) if names and not any(name in right for name in names) else ():
        left, right = left.replace(domain, ""), right.replace(domain, "")
    phrase = phrase_of("" if right.strip() in _BARE_VERBS else right, year, names)
    if not NO_OBJECT.fullmatch(phrase.core):
        found = _codes(phrase.core) or loose_zeros(phrase.loose, left + right, section.topics)
        return found, False
    subject = phrase_of(left, year, names)
    core = subject.core.replace("均", "")
    if core:
        codes = _codes(_LEADING_VERBS.sub("", core, count=1)) or loose_zeros(subject.loose, left, section.topics)
        if codes or len(core) > 8 or not NO_OBJECT.fullmatch(subject.loose.replace("~", "")):
            return codes, True
    if phrase.core == "收取":
        return (["fees.collected"] if "费用" in section.topics else []), False
    for named in (unnumbered(_LAST_PART.split(before)[-1]).strip("，,：: "), section.innermost):
        heading = ASKS.sub("", named)
        codes = _of_heading(phrase_of(heading, year, names)) if heading and len(heading) < 45 else []
        if codes:
            return codes, False
    of_requests = "申请" in section.topics and section.topics.isdisjoint(("复议", "诉讼", "投诉", "费用"))
    return (["requests.received"] if of_requests and not left and _RECEIVED.fullmatch(right) else []), False


def media_denied(words: str, names: tuple[str, ...]) -> list[str]:
    """The codes of the media that words name, several of them side by side too; none where one of them is unknown."""
    parts = [part for part in OBJECTS.split(JOINED.sub("、", words.rstrip("均都也皆"))) if part]
    codes = ["channel.other" if _OTHER_WAYS.fullmatch(part) else medium_of(part, names) for part in parts]
    return [code for code in dict.fromkeys(codes) if code] if all(codes) else []


_OTHER_WAYS = re.compile(r"(?:以|通过)?其[他它余](?:公开)?(?:渠道|方式|途径|形式|媒体|平台|载体)")
_RECEIVED = re.compile(r"(?:曾)?(?:收到|接到|受理)过?")
"""畅通依申请公开渠道：没有收到."""


def _of_heading(phrase: Phrase) -> list[str]:
    return _codes(phrase.core) or loose_zeros(phrase.loose, phrase.core, frozenset())


_MEDIA = ("微博", "微信", "公报")


def _codes(core: str) -> list[str]:
    """The codes of the objects of a denial, in order; none at all if one object is unknown."""
    shared = "微" in core and "公开" in core  # 未利用微信微博公开信息
    subjects = [part for part in OBJECTS.split(JOINED.sub("、", core) if shared else core) if part]
    if shared and "公开" in subjects[-1]:
        subjects = [f"{part}公开" if part in _MEDIA else part for part in subjects]
    if not subjects or len(subjects) > 8:
        return []
    found = [zero_of(part) for part in subjects]
    if any(code is None for code in found):
        return []
    return [code for code in dict.fromkeys(found) if code]
