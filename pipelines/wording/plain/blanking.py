"""A sentence with blanks for what only looks like its counts, of the same length, so that every place stays."""

from __future__ import annotations

import re

from pipelines.wording.counts import CHINESE_NUMERAL, UNIT
from pipelines.wording.plain.bracketed import (
    unbracketed,
    without_appealed,
    without_blanks,
    without_classes,
    without_sessions,
    without_uncounted,
)
from pipelines.wording.plain.rounded import without_rounds

_NOISE = re.compile(
    r"[（(](?!(?:微信|公众号|微信公众号|微信公众平台)[）)])"
    r"(?:微信号?|公众号|账号|帐号|网址|域名|ID|http|www|邮编|电话)[^（）()，,。]{0,60}[）)]"
)
"""(微信号:abc4822006): its digits count nothing."""
_ACCOUNTS = re.compile(r"(?<=[号博信台站户])[（(]\s?\d{1,3}\s?个\s?[）)]")
"""微信公众账号（1个）发布信息149条: how many accounts there are."""
_TERRITORY = re.compile(r"(?<=[所下]辖|[所下]属|辖区)的?\s?\d{1,3}\s?个(?=(?:行政|自然|基层)?(?:社区|村|居|站所|科室|股室|学校))")
"""街道及所辖12个社区配备: whose they are, and no count of anything."""
_ALL_BODIES = re.compile(
    r"(?<=全[县市区州旗])(?:\s?\d{1,3}\s?个[乡镇街道办事处]{1,6}[、和及]\s?\d{1,3}\s?个[^，,。；;、\d]{0,6}?(?:部门|单位)|[各个]*乡镇[、和及][^，,。；;、\d]{0,4}部门)[，,]?"
    r"(?=[^，,。；;均各每\d]{0,10}(?:公开|发布|上网|[挂晒]出)[^，,。；;均各每]{0,12}\d)"
)
"""全县18个乡镇、34个部门，一年公开的信息共…: all there are, and no count of anything."""
_IN_TURN = re.compile(r"依次(?=[为是有]?\s?[\d一二两三四五六七八九十零〇])")
"""国家秘密、个人隐私依次为3件、1件: 分别."""
_THEMES = re.compile(r"以?[“\"][^“”\"\n]{2,60}[”\"](?:[、和及与][“\"][^“”\"\n]{2,60}[”\"]){0,4}[为等]?主题的?")
"""以“关注养老，关爱老人”和“…”为主题的: what something was about, with commas of its own."""
_PASSED = re.compile(
    rf"(?:突破|跨过|迈过|越过|冲破|站上)了?\s?[\d{CHINESE_NUMERAL}]{{1,8}}\s?[余多]?万?(?:{UNIT})?的?"
    r"(?:(?:大关|关口|关)[，,](?:首次|最终|实际|已经?|共|一举|历史性地?)*(?=达|为|有|上升|增)|[，,](?:最终|实际|已经?|共)*(?=达到)|[，,](?=(?:共计?|合计|总计)\s?\d))"
)
"""突破三百条大关，达到312条: which round number it left behind."""
_PASSED_ROUND = re.compile(
    r"(?:首次|再次|一举|历史性地?|已经?|顺利|再)*(?:突破|[破超过])了?[百千万]{1,2}(?:条|件)?(?:大关|关)?[，,](?:最终|实际|已经?|共|一共)*(?=达到?|为|有|至|计)"
)
"""公开量首次破千，达1066条."""
_SPELT_OUT = re.compile(
    rf"(?P<words>[{CHINESE_NUMERAL}]{{2,12}}[（(])(?P<number>\d{{1,7}})(?P<end>[）)])(?={UNIT})"
)
"""三千二百一十六（3216）条: the same number twice."""

_RECORD = re.compile(
    r"[，,]\s?(?:也|亦)?(?:[是为系]|创(?:下|造)?了?)[^，,。；;\d]{0,10}(?:自?\s?20\d\d年?[^，,。；;\d]{0,16}?|历年|历史|[条法][例规]?[^，,。；;\d]{0,8}|有史|开展[^，,。；;\d]{0,8}|建[镇乡区县市局]?)(?:以来|之)?[^，,。；;\d]{0,8}"
    r"(?:最[多高大少低](?:的)?(?:[一1]年|年份|值)?|之最|新高)(?=\s?[，,（(。；;]|$)"
)
"""收到15件，是2008年以来最多的一年: the years before are told of, and none of their counts."""
_YEARS_BEFORE = re.compile(r"[（(](?:前|此前|之前|过去|以往)[两二三四五六几]?(?:个)?年[^（）()]{2,60}[）)]")
"""（前三年分别是1件、4件、6件）."""
_EARLIER_REPORT = re.compile(
    r"(?:20\d\d年度?|上一?年度?|去年)的?(?:年度)?(?:工作)?(?:报告|年报)[中里]?(?:所?(?:提出|列出|指出|反映|查摆)|所?列)的?"
)
"""2014年报告提出的问题已解决: the year is that of the report."""
_AIM_PASSED = re.compile(
    r"(?:超过|超出|超额完成|完成|达到)了?(?:年初|年度|全年|[县区市]里|上级)?(?:确定|下达|提出|定下?)?的?\s?\d{1,3}(?:[,，]\d{3}|\d{0,4})\s?条的?(?:年度)?(?:目标|任务)"
)
"""全年公开118条，超过年初100条的目标."""
_TENTHS = re.compile(r"占(?:比|了|到)?(?:近|约|超过?|不到)?[一二三四五六七八九]成[多半]?(?= +\d)")
"""网络申请占六成 310件 , the bracket taken away."""
_SORTS = re.compile(
    r"(?<=[息容开布了共计为类项])\s?\d{1,3}\s?(?:个?(?:大项|[大小]?类别?)|项|个(?:方面|栏目|领域))(?:[共计、]|合计|共计|总计)?(?=\s?\d{1,6}\s?[条篇])"
)
"""主动公开政府信息16项65条: in how many sorts they fall."""

_SAID_ABOVE = re.compile(
    r"除了?(?:上述|前述|以上|前面|上面|前文|这)(?:所述|所列|所说|提到|说过|的)*\s?\d{1,6}\s?[条篇](?:政府|政务)?(?:信息)?[以之]?外[，,]?"
)
"""公开信息300条，除前述40条外，采伐许可110条: what was counted before."""
_OPENED_IN = re.compile(
    r"(?<!\d)1?\d月(?:份|底|初|中旬)?(?:新|正式|才|刚|试)*(?:运行|开通|上线|启用|开设|推出|注册|开办|建成|认证)的(?=[^，,。；;\d]{0,8}(?:微信|微博|网|公众号|平台|栏))"
)
"""9月开通的微信订阅号推送52条: when it was opened, and all that it printed."""

_EXAMPLES = re.compile(
    r"(?:(?<=类)[：:]|(?<=[一-龥]{2})(?<!公开)(?<!信息)(?<!情况)(?<!内容)(?<!渠道)(?<!解读)(?<!回应)[：:](?:主动|全年|共|及时)*(?:公开|公布|发布)了?)"
    r"(?=[^，,。；;：:\d]{0,30}、)[^，,。；;：:\d]{4,40}等(?:信息|内容)?(?=\s?\d{1,6}\s?条)"
)
"""村务类：村规民约、会议纪要等38条, 惠农补贴：公布耕地补贴、农机补贴等信息57条: what falls under the kind."""

_RATE_GLUED = re.compile(r"(?<=[，,])[^，,。；;\d]{2,12}率[^，,。；;\d]{0,3}\d{1,3}(?:\.\d{1,2})?[%％](?=20\d\d(?:年|新))")
"""累计897条，全文电子化率达100%2020新增32条: the comma was lost."""
_BOAST = re.compile(
    r"[，,](?:基本|切实|真正|确保|努力|全部|均|都|已)*做到了?[“\"]?(?:应|能|可)(?:该|以)?(?:主动)?公开(?:的|尽|全|均|都|部)+(?:主动)?公开[”\"]?(?=[，,。；;]|\s*$)"
)
"""1件，做到了应公开尽公开: no answer, and nothing published."""
_THEIR_NO = re.compile(
    r"(?:因为?|由于|经征求意见)[^，,；;。\d涉属]{0,16}(?:第三方|权利人|利害关系人|企业|公司|厂家|业主|提供方)[^，,；;。\d]{0,16}不(?:同意|愿)(?:公开|提供)?"
    r"(?=[，,][^，,；;。\d]{0,12}(?:公开|提供|答复|给))"
)
"""因企业不同意公开，仅公开了结论: what those say whom it concerns is no answer yet."""
_AT = re.compile(r"(?<![A-Za-z0-9])[@＠][^\s\d，,。；;：:@＠A-Za-z.]{2,14}(?:\s|(?=新浪|腾讯|官方|政务|微博|微信))")
"""@柳坪林业 新浪微博: an account by its name."""


_COUNT = r"\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d{1,2})?"
_UNIT = r"[余多]?万?[余多]?[条篇件个次份期起宗]"
_LEFT_OUT = re.compile(
    rf"(?<![^，,；;。：:])[^，,；;。：:\d]{{0,40}}(?:{_COUNT})\s?{_UNIT}"
    rf"(?:[、和及][^，,；;。：:\d]{{1,12}}(?:{_COUNT})\s?{_UNIT}){{0,3}}"
    r"(?:[，,](?:内容|主要|多[为是数]|大多|[均都]?[为是]|以|属于?|系|与)[^，,；;。：:\d]{2,24})?[，,]?\s?"
    r"(?:[均都也则亦]|全部)?[未不](?:再|予)?"
    r"(?:(?:按|作为?|当作|视为|算作|列为)[^，,；;。\d]{0,8}信息(?:公开)?(?:数量?)?(?:来|进行|予以|加以)?(?:统计|计算|计数|计入)"
    r"|(?:[计列算纳]入|[算计列]在|在)(?:[^，,；;。\d]{0,14}(?:统计|报告|年报|[之在]?内|数量?|总[数量]|之列|范围|口径|以内)|(?<=[计列算纳]入))(?:范围|之列|[之以]内|数据)?)"
    r"(?=[，,；;。]|\s*$)"
)
"""公众号推送1208篇，未按政府信息统计; 土地确权引起的诉讼5件不列入本报告: counts that the report itself leaves out."""


_BODY = (
    r"(?![^，,；;。\d]{0,6}[我本全](?!级))[^，,；;。：:\d申请]{0,12}"
    r"(?:(?<=本)级|[局委镇乡]|(?<=[府政局委县区市])办|街道|部门|单位)"
)
_OF_ONE_BODY = re.compile(
    rf"(?<![^，,；;。：:])(?:其中|在)?[，,：:]?{_BODY}(?:受理|收到|办理|承办|接收)?的\s?\d{{1,5}}\s?[件宗份](?:申请)?(?:[当之]?中|里[头面]?)[^；;。]*"
    rf"|(?<=其中){_BODY}(?:新|共|累计)?(?:收到?|受理|接到)(?:了|的|公开|政府信息|申请)*\d{{1,5}}\s?[件宗份]"
    r"(?P<done>[，,、](?:[共已均]|全部)*(?:答复|办结|回复|办理)[^，,；;。]*)"
)
"""区政府本级的44件中网上提交30件; 其中本级新收25件，答复24件: what one body of many answered."""


_BY_RATE = re.compile(
    r"(?<=公开|办结|答复)率[为达到是约]{0,2}\s?\d{1,3}(?:\.\d{1,3})?\s?[%％][，,]\s?(?:即|也就是|共计?|计|有|合)(?=\s?\d{1,5}\s?[件宗份])"
)
"""同意公开率78.8%，即26件: the count is of what the rate is of."""
_ANSWERED_ON = re.compile(
    r"(?<=热点回应|回应热点|社会关切|社会热点)[：:][^，,。；;：:\d]{2,40}?(?:等|问题|话题|事项)+(?:共计?|计)?(?=\s?\d{1,4}\s?[次件个])"
)
"""热点回应：课后服务、营养餐等13次: what was answered on."""
_INCLUDED = re.compile(
    r"(?:包括|包含|含|连)[^，,。；;：:（）()\d]{2,16}在内[，,]|(?<=全年|年内|本年|今年)(?:包括|包含|含)[^，,。；;：:（）()\d]{2,14}(?:信息|内容)[，,](?=[共总累合]?计?主动?公开)"
)
"""包括防控信息在内，主动公开488条: it is the whole all the same."""
_WHILE = re.compile(
    r"(?:^|(?<=[，,；;道镇乡局委办县区市府]))\s?在(?:统筹|认真|全力|切实|扎实|积极)*(?:做好|抓好|开展|推进|落实)(?:了|好)?[^，,。；;：:\d公开申请发布]{2,16}(?:的|工作)*(?:前提|同时|基础)(?:之?[下上])?[，,]"
)
"""在做好疫情防控的前提下，主动公开219条: what was done besides."""
_COLUMNS = re.compile(
    r"(?<=网站)(?:上|的|开设的?|设有的?|下设的?)?\s?\d{1,3}个(?:一级|二级|主要|政务公开|信息公开)?(?:栏目|专栏|板块|频道)[中里上内]?"
    r"(?=(?:[共总累合]计?|主动)*(?:公开|发布|更新))"
)
"""门户网站11个栏目共发布91条: how many columns it has."""
_STAYED = re.compile(r"(?<=人员)(?:总数)?(?:维持|保持|稳定|仍旧|依旧)(?:在|为)?(?=\s?\d{1,4}\s?[名人])")
"""工作人员维持2人."""
_BECAUSE = re.compile(
    r"(?:(?<![原起诱成])因为?|由于|受(?=[^，,。；;\d由从]{1,8}影响))[^，,。；;\d由从]{2,10}(?=[由从](?:上一?年度?|去年)?的?\s?\d{1,6}\s?[一-龥]{1,2}(?:[增减降升变]|上升|下降|提高|扩大|缩))"
)
"""新闻发布会因疫情由6场减少到3场: why, between what is counted and its numbers."""
_LEAVES_OUT = ("入", "统计", "在内", "之列", "计在", "计算")
_ROUGHLY = ("余", "多", "约", "近", "逾", "超", "几", "来", "任务", "目标", "计划", "指标", "实", "确", "核", "即")
"""A sentence without any of them tells no figure twice."""


def without_asides(text: str) -> str:
    """The sentence with blanks for accounts, themes, territories, the same number spelt out, brackets that count nothing."""
    text = _NOISE.sub(_blank, text) if "号" in text or "w" in text or "电话" in text else text
    text = _ACCOUNTS.sub(_blank, text) if "个）" in text or "个)" in text else text
    text = _SORTS.sub(_blank, text) if "类" in text or "项" in text or "个" in text else text
    text = _THEMES.sub(_blank, text) if "主题" in text else text
    text = _TERRITORY.sub(_blank, text) if "辖" in text or "属" in text else text
    text = _PASSED.sub(_blank, text) if "突破" in text or "关" in text else text
    text = _PASSED_ROUND.sub(_blank, text) if "破" in text or "超" in text or "过" in text else text
    text = _SPELT_OUT.sub(_spelt_out, text) if "（" in text or "(" in text else text
    text = _ALL_BODIES.sub(_blank, text) if "部门" in text or "单位" in text else text
    text = _LEFT_OUT.sub(_blank, text) if ("未" in text or "不" in text) and any(sign in text for sign in _LEAVES_OUT) else text
    text = _ANSWERED_ON.sub(_blank, text) if "回应" in text or "社会" in text else text
    text = _INCLUDED.sub(_blank, text) if "含" in text or "在内" in text or "包括" in text else text
    text = _WHILE.sub(_blank, text) if "同时" in text or "前提" in text or "基础" in text else text
    text = _COLUMNS.sub(_blank, text) if "网站" in text and "个" in text else text
    text = _STAYED.sub(_blank, text) if "人员" in text else text
    text = _BY_RATE.sub(_blank, text) if "率" in text else text
    text = _BECAUSE.sub(_blank, text) if "因" in text or "影响" in text or "由于" in text else text
    text = _OF_ONE_BODY.sub(_of_one_body, text) if "中" in text or "里" in text else text
    text = _SAID_ABOVE.sub(_blank, text) if "除" in text and "外" in text else text
    text = _BOAST.sub(_blank, text) if "做到" in text else text
    text = _RATE_GLUED.sub(_blank, text) if "%20" in text or "％20" in text else text
    text = _AT.sub(_blank, text) if "@" in text or "＠" in text else text
    text = _EXAMPLES.sub(_blank, text) if "等" in text and ("：" in text or ":" in text) else text
    text = _OPENED_IN.sub(_blank, text) if "月" in text and "的" in text else text
    text = _RECORD.sub(_blank, text) if "最" in text or "新高" in text else text
    text = _YEARS_BEFORE.sub(_blank, text) if "（" in text and ("前" in text or "过去" in text or "以往" in text) else text
    text = _THEIR_NO.sub(_blank, text) if "不同意" in text or "不愿" in text else text
    text = _IN_TURN.sub("分别", text) if "依次" in text else text
    text = without_uncounted(without_classes(text)) if "（" in text or "(" in text else text
    text = without_appealed(text) if "不服" in text else text
    text = without_sessions(text) if "届" in text else text
    text = _EARLIER_REPORT.sub(_blank, text) if "报告" in text or "年报" in text else text
    text = _AIM_PASSED.sub(_blank, text) if "目标" in text or "任务" in text else text
    text = without_rounds(text) if any(sign in text for sign in _ROUGHLY) else text
    text = without_blanks(text) if "）" in text or ")" in text else text
    text = unbracketed(text) if "）" in text or ")" in text else text
    return _TENTHS.sub(_blank, text) if "成 " in text else text


def _of_one_body(told: re.Match[str]) -> str:
    kept = told.group()[: -len(told["done"])] if told["done"] else ""
    return kept + " " * (len(told.group()) - len(kept))


def _spelt_out(match: re.Match[str]) -> str:
    return " " * len(match["words"]) + match["number"] + " " * len(match["end"])


def _blank(noise: re.Match[str]) -> str:
    return " " * len(noise.group())
