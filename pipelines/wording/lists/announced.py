"""The words that say that the counts behind or before them divide something: 688条里, 按类目看, 排在前三的是, 连同其他…合计."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.claims import label_of
from pipelines.wording.counts import hits
from pipelines.wording.cues import FOREIGN, MEDIA
from pipelines.wording.sentences import Section

_KIND = "类别|类型|种类|内容|题材|主题|栏目|领域|构成|结构|体裁|文种|性质|属性|事项|业务|类目|大类|门类|板块|分类|条线|去向"
_MANY = r"(?:[几两三四五六七八九十]|\d{1,2})"

AMONG = re.compile(
    r"(?P<number>\d{1,3}(?:[,，]\d{3})+|\d{1,6})\s?[条件篇份宗]次?(?:新收|已?公开的?|主动公开的?|政府|政务|信息公开)*"
    r"(?:信息|内容|申请)?(?:当中|之中|里头|里面|里边|[中里])"
)
"""274条信息中: what is divided, and how many there are."""

AMONG_DISCLOSED = re.compile(r"在?(?:已|主动)?公开的?(?:政府|政务)?信息(?:当中|之中|[中里])(?=[^，,。；;\d]{2})")
"""（403条），在已公开信息当中公告类累计…: the kind begins behind it."""

DIVIDES = re.compile(
    r"(?:这些|上述|以上|公开的|在公开|全部公开|全部发布|发布的|所公开|主动公开的|公开(?=内容|信息|事项)|新增|网站|专栏|平台|全年)[^，,；;。\d]{0,10}(?:信息|内容|事项)(?:当中|之中|里头|里面|[里中])"
    rf"|(?:按照?|从|以|就|分)[^，,；;。：:\d]{{0,10}}(?:{_KIND})[^，,；;。：:\d]{{0,8}}"
    rf"|(?:信息|内容|公开|题材)的?(?:{_KIND}|组成|分布)[^，,；;。\d]{{0,8}}(?=[：:，,]|$| )"
    r"|公开的?重点(?:内容|信息)?(?:是|为|有|包括|[：: ])|分门别类|(?:最|特别|比较|普遍)(?:爱看|想看|喜欢看|看重|关心|关注|关切)的"
    r"|(?:问|要|申请|咨询|查询?|索取)得?(?:最|比?较)多的"
    r"|分类(?:别|是这样|如下|情况|统计|来?看|数量)"
    rf"|(?:排|居|位|名)[在居名列]?前{_MANY}?(?:位|名|类|项)?|前{_MANY}[位类项名]的?[是为有]|居前列?的|公开得?(?:量|数)?(?:最|较|比较)多的"
    rf"|(?:主要|大致|可|共)?(?:是|为|有|分成?为?|(?:分布|集中|体现|反映)?在|涵盖|包括){_MANY}个?(?:大?[块类]|方面|部分)"
    r"|(?:内容|类型|类别|题材)(?:主要)?以|(?:内容|信息|申请|事项)(?:主要)?(?:涵盖|包括|涉及|集中[在于])"
)
"""分类是这样的, 排在前三的是, 主要是三块: what follows are kinds."""

WEAKLY = re.compile(r"其中|里头|当中|这里面|具体|包括|涵盖|包含|涉及|分别|主要[是为有]")
"""What may also open the parts of any other count, so that the count right before is what they divide."""

TOLD_BEHIND = re.compile(
    r"[^，,；;。\d]{0,3}(?:为|是|属)?[^，,；;。\d]{0,6}(?:关注度?|数量|占比|公开量?)?"
    r"(?:(?:最高|最多|靠前|居前|前列|前[三四五]位|列前)[^，,；;。\d]{0,4}[，,；;。]?$|居多)"
    r"|[，,]\s?(?:这|上述|以上|前述)?[两二三四五六][类项者](?:信息|内容)?(?:就|共|合计|合|加起来)*(?:占|是)"
)
"""…、房屋征收47条为其中公众关注度最高的四类."""

SUMMED_NEXT = re.compile(
    rf"\s*(?:[，,；;]\s?|(?:此外|另外|同时|其次|再次)[，,]\s?)?(?:连同|加上|算上|再加上|以上|上述|{_MANY}[类项个]|这些|合起来|加起来|各类|总计|合计|共计|总共|一共)"
)
"""连同政务动态等，合计主动公开507条: the counts before are among those told here."""

HEADED = re.compile(r"分类|类别|类型|构成|结构|公开(?:信息|的)?的?内容|公开的?重点|重点内容")
"""（二）分类: a heading of kinds."""

SENT_OUT = re.compile(r"[，,；;。](?:审核|审发|编发|共|已|全年|对外)*(?:推送|公开|发布|公布)(?:信息)?\s?$")
OF_WHICH = re.compile(r"(?:信息)?[，,（(]\s?其中[：:，,]?[^，,。；;\d]{0,24}")
"""上报信息103条，审发推送66条，其中…: whatever was sent in."""

OF_ALL = re.compile(
    r"(?:[（(][^（）()]{1,12}[）)])?[，,（(]\s?(?:约?占|占到|占了|约为)(?:全年|全部|全县|全镇|全乡|全局|总|年度)*(?:主动)?(?:公开|发布|信息)(?:政府)?(?:信息)?(?:总?[量数]|总条数)?的"
)
"""127条，占全年公开量的四成: one kind and its share."""

OF_ALL_BEFORE = re.compile(
    r"占(?:了|到|去)?(?:将近|近|约|全年|年度|全部|主动|公开|发布|信息|总?[数量]|的){0,6}"
    r"(?:[\d.]{1,6}[%％]|[一二三四五六七八九]分之[一二三四五六七八九]|[一二三四五六七八九]成[多半]?|一半)(?:左右|以上)?[，,]\s?(?:共计?|计|有|为|达|即)*$"
)
"""疫情防控信息占总数的三成，共66条: its share stands before its count."""
OTHERS = re.compile(
    r"[各每]个?(?:乡镇|镇|乡|街道|部门|单位|村|社区|科室|站所)|去年|上年|以来|热线|留言|信箱|来电|来访|咨询|投诉|建议|提案|点击|阅读"
    r"|发现[^，,。；;\d]{0,8}(?:问题|错误|错别?字|隐患)|许可决定|处罚决定|产生|制作|形成|收集|清理|报送|上报"
)
"""Before a run: it divides what is none of the publisher's disclosure in this year."""

OWNER = re.compile(
    r"(?:局|处|科|股|室|(?<!城)镇|(?<![城下])乡|(?<![乡农])村|社区|街道|机关|分局|大队|中队|中心|单位|部门|协会|公司|学校)"
    r"(?:机关|牵头|起草|承办|负责|自身|本身|报送)*$"
)
"""局机关620条，海事处45条: shares of owners."""

NO_KIND = re.compile(
    r"意见|采纳|收集|总条数|[计总]数?$|任务|目标|^(?:完成|超额|预计|计划(?=[公完达到])|剩余|未|无)|人大建议|政协|发布会|访谈|公报"
    r"|[局委办院厅站所镇乡]的?(?:主动|累计|共)*(?:公开|发布)"
)
"""What a run may count besides kinds."""
CATALOGUE = (
    r"(?:工作|政务|部门|新闻|基层|业务|乡镇|镇街|重要)(?:动态|要闻)|动态(?=信息)|通知公告|公告通知|公[告示]公[示告]|政策(?:性)?文件|(?:政策|法律)法规|法规(?:文件|公文)|(?:部门|政府)文件"
    r"|规划计划|计划(?:规划|总结)|(?:财政|统计|人事|概况|会议|机构|领导|政务|采购)(?=信息)|预决算|预算、?决算|财政资金|人事任免|(?:机构|机关|单位)(?:职能|设置|概况|简介)"
    r"|组织机构|领导分工|应急管理|(?:政府|招标)采购|信息公开(?:指南|年报|年度报告|制度|目录)|政府工作报告"
)
"""Names that the catalogues of what is to be disclosed have for kinds."""
_IN_CATALOGUE = re.compile(rf"[^，,、。；;：:\d和与]{{0,10}}?(?:{CATALOGUE})(?:及(?:职能|解读))?(?:信息|类){{0,3}}")
NO_DISCLOSURE = re.compile(
    r"采用|采纳|录用|报送|上报|转发|转载|收到|受理|办理|制发|制定|出台|印发|起草|修[订改]|清理|废止|审[核查]|编[制写印]|征[集求]|撰写|约稿|投稿|推送|产生|形成|存档|归档"
    r"|累计(?!主动公开|公开|发布|公布|更新|上传)|以来|至今|历年|拟|计划(?=公开|发布)|将|应当?公开|未公开|不予?公开"
)
_NOT_OURS = (NO_DISCLOSURE, OTHERS)
_PUT_OUT = re.compile(r"(?:主动|及时|共|并|同时)*(?:公开|发布|公布|更新|公示)")


def of_the_catalogue(section: Section, before: str, labels: Sequence[str | None]) -> bool:
    """Whether items are kinds by their names, two of which any catalogue has: 发布通知公告13条，人事信息3条.

    `before` is the sentence up to the first one's count; it may name a website and no other medium, and tell of disclosure alone.
    """
    if section.domain or section.hotline or section.plan or "申请" in section.topics:
        return False
    if sum(_IN_CATALOGUE.fullmatch(label or "") is not None for label in labels) < 2:
        return False
    head, among, _ = before.partition("其中")
    if among and (hits(head) or not head.strip()):
        return False  # another count is divided; 共公开信息 条，其中… has lost its own
    if all((label or "").endswith(("类", "类信息")) for label in labels):
        return False  # those classes_told reads, with what else is called one
    clause = before.rpartition("；")[2]
    counted = hits(clause)
    behind = clause[counted[-1].end :] if counted else ""
    clause = behind if _PUT_OUT.match(behind.lstrip("，,、 ")) else clause  # 印发文件13件，公开…
    if not (_PUT_OUT.search(before) or "公开" in section.topics) or any(word.search(clause) for word in _NOT_OURS):
        return False
    return FOREIGN.search(before) is None and {match.lastgroup for match in MEDIA.finditer(before)} <= {"web"}


_BY_LAW = ("、法定主动公开", "其中法定主动公开", "其中：法定主动公开", "其中，法定主动公开")
"""网站公开信息415条，其中法定主动公开信息88条: the kind that the law asks for, beside others."""


_AFFAIRS, _NEXT_CLASS = "政务类信息", re.compile(r"[，,、；;]\s?[^，,。；;、\d]{2,12}类信息\s?\d")
"""政务类信息41条，概况类信息138条: of one class among others."""


def names_a_kind(words: str, behind: str = "") -> bool:
    """Whether the words before a count name a kind of the catalogue, which is not all there is: 公开会议信息3条."""
    if words.endswith(_AFFAIRS):
        return _NEXT_CLASS.match(behind) is not None
    if words.lstrip("，,；; ").startswith(_BY_LAW) or (words.endswith("公开类信息") and not MEDIA.search(words)):
        return True
    label = label_of(words, "条") or "" if "共" not in words else ""
    return _IN_CATALOGUE.fullmatch(label) is not None and not label.endswith("政务信息")


AIMS = tuple(f"的{what}{aim}" for what in ("", "年度", "全年", "公开", "工作") for aim in ("目标", "任务", "计划", "指标"))
"""9000条的任务如期完成: what was to be done, and not what was."""

OPENING = re.compile(
    r"^(?:(?:申请|信息|公开|主要|的)*(?:内容|类型|类别|事项|题材)(?:上|中|方面)?[，,]?(?:以|(?=最|居|排))"
    r"|(?:申请人|群众|企业|公众|大家)?(?:申请|关注|关心|查询|问|咨询|索要|要)(?:量|度|得)?(?=最|较)"
    r"|(?:近|约|将近|超过?|过)?(?:半数?|一半|[三四五六七八九]成|大部分|大多数?|绝?大?多数)(?:以上|左右)?的?(?:是|为|属于?|涉及)"
    r"|(?:20\d\d年度?|今年|全年|本年度?|年内|一年来)(?:共|累计|主动|及时)*(?:公开|发布|公布|更新)了?(?:各类)?)"
)
PLACED = re.compile(
    r"^(?![各每其])[^，,。；;、\d]{0,24}?(?:网站?|平台|目录|专栏)[上中]?(?:主动|累计|共|全年)*(?:公开|发布)+了?(?=[^，,。；;、\d]{2,})"
)
"""通过信息公开网主动公开发布基础信息135条，水利信息81条: the place is no part of the first label."""
