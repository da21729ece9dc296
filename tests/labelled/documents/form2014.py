# ruff: noqa: E501  # sentences and rows of figures stand whole, as they are printed
"""Reports with the form of 2014, first book: the form drawn as the notice draws it, by several site makers."""

from __future__ import annotations

from documents.kind import report, year
from forms import form14, rows14, tweaked

LANQIAO = rows14("""
4136 9 9  _ 24 3350 412 350 0
_ 6 _ 1 1 3 2 58 17 4
_ 14 3 0 9 2  13 12 1  13 4 6 1 2  0 1 1 0 0 0  0 0 0 0
2 1 0 1   1 1 0 0  3 0
1 16 52 12 40 8.5   4 3 260
""")
LIAOTING = rows14("""
213 0 0  _ 0 190 0 23 _
_ 0 _ 0 0 0 0 0 0 0
_ 0 0 0 0 0  0 0 0  0 0 0 0 0  0 0 0 0 0 0  0 0 0 0
0 0 0 0   0 0 0 0  0 0
1 1 2 0 2 0   2 1 18
""")
HUANSHI = rows14(
    """
18,206=18206 31 33  _ 12 15,880=15880 2,014=2014 1,120=1120 96
_ 11 _ 6 2 8 3 204 67 15
_ 47 9 1 30 7  45 41 4  45 12 20 5 4  0 1 2 0 1 0  2 1 1 0
3 2 0 1   2 1 0 1  5 0
12 38 146 31 115 42.6   11 9 1,350=1350
""",
    style="1、",
)
ZHUSHENG = rows14(
    """
566 2 2  566 0 480 36 50 0
4 1 3 0 0 1 0 2 0 0
2 2 0 0 2 0  2 2 0  2 1 1 0 0  0 0 0 0 0 0  0 0 0 0
0 0 0 0   0 0 0 0  0 0
1 1 3 1 2 0.6   2 1 25
""",
    proposals="7 4 3",
)
YUXU = rows14(
    """
89 / /  _ / 89 / / /
_ / _ / / / / / / /
_ 0 — — — —  0 — —  0 — — — —  — — — — — —  — — — —
0 — — —   0 — — —  0 0
1 1 1 — 1 —   1 — —
"""
)
CANGLANG = rows14(
    """
1027 5 5  _ 0 902 0 101 24
_ 2 _ 0 0 1 1 12 3 0
_ 1 0 0 1 0  1 1 0  1 0 1 0 0  0 0 0 0 0 0  0 0 0 0
0 0 0 0   0 0 0 0  0 0
1 3 9 2 7 1.2   3（本级）=3 12（含乡镇8次）=12 430人次=430
""",
    relabel={"normative_documents.issued": "　　　　　制发规范文件性文件总数", "staff.part_time": "　　2.兼职人数"},
)

DOCUMENTS = [
    report(
        "f14-county-trs",
        "trs",
        "http://www.lanqiao.gov.cn/zwgk/xxgknb/201803/t20180322_118204.html",
        "本报告由岚桥县人民政府办公室依照《中华人民共和国政府信息公开条例》的规定组织编写，所列数据的统计期限从2017年1月1日起，到2017年12月31日止。"
        "读者如对报告内容有疑问，请与岚桥县政府信息公开办公室联系（地址：岚桥县城关大街18号，邮编：889100，电话：0999-6123458，传真：0999-6123459，"
        "电子邮箱：lqxxgk@lanqiao.gov.cn）。",
        "# 一、概述",
        "过去的一年，我县围绕全县中心任务抓公开，修订了主动公开基本目录，清理失效栏目21个，对全县36家单位开展了两轮检查。",
        "# 二、主动公开情况",
        "2017年全县共主动公开政府信息{{4136|disclosure.total}}条，比2016年的3870条增加6.9%。其中通过政府网站公开{{3350|channel.website}}条，"
        "政务微博公开{{412|channel.weibo}}条，政务微信公开{{350|channel.wechat}}条，政府公报刊登{{24|channel.gazette}}条。",
        "# 三、依申请公开情况",
        "全年共收到政府信息公开申请{{14|requests.received}}件，其中当面申请{{3|requests.received_in_person}}件，网络申请{{9|requests.received_online}}件，"
        "信函申请{{2|requests.received_letter}}件。县长信箱同期收到来信1206件，不计入申请数。",
        "# 四、复议、诉讼和收费",
        "因政府信息公开引起的行政复议{{2|review.total}}件、行政诉讼{{1|litigation.total}}件。依申请提供信息{{没有收取|fees.collected=0}}任何费用。",
        "# 五、问题和打算",
        "主要问题是个别单位更新不勤。2018年力争全县主动公开信息达到5000条以上，举办培训不少于4期。",
        "## 政府信息公开情况统计表",
        form14(LANQIAO, layout="titled", year="2017"),
        "单位负责人：乔立群　审核人：骆小满　填报人：阮青　联系电话：0999-6123458　填报日期：2018年1月26日",
        expect={
            "title": "岚桥县2017年政府信息公开工作年度报告",
            "publisher": "岚桥县人民政府",
            "level": "county",
            "report_year": 2017,
            "period": year(2017),
            "publish_date": "2018-03-22",
            "form_edition": "2014",
            "document_number": None,
            "contact": {
                "phone": "0999-6123458",
                "fax": "0999-6123459",
                "email": "lqxxgk@lanqiao.gov.cn",
                "postcode": "889100",
                "address": "岚桥县城关大街18号",
            },
        },
        title="岚桥县2017年政府信息公开工作年度报告_岚桥县人民政府门户网站",
        heading="岚桥县2017年政府信息公开工作年度报告",
        site="岚桥县人民政府办公室",
        meta={"SiteName": "岚桥县人民政府门户网站", "ArticleTitle": "岚桥县2017年政府信息公开工作年度报告", "PubDate": "2018-03-22 09:41"},
        crumbs=("首页", "政务公开", "信息公开年报"),
        line="发布时间：2018-03-22 09:41 来源：县政府办公室 浏览：1083次",
    ),
    report(
        "f14-township-word",
        "word",
        "http://xxgk.huanshi.gov.cn/xzgk/ltz/2016/nb.htm",
        "## 蓼汀镇人民政府2015年政府信息公开工作年度报告",
        "依据《政府信息公开条例》和县政府办公室的部署，现将蓼汀镇2015年度政府信息公开情况报告如下。统计时间为2015年1月1日至12月31日。",
        "# 一、基本情况",
        "我镇明确党政办公室承担公开职责，由{{2|staff.total}}名工作人员兼任，在便民服务大厅设{{1|organisation.reading_points}}处查阅点。",
        "# 二、公开数量",
        "全年主动公开政府信息{{213|disclosure.total}}条，其中网站{{190|channel.website}}条、微信公众号{{23|channel.wechat}}条。",
        "# 三、申请办理",
        "本年度{{没有公民、法人提出|requests.received=0}}政府信息公开申请，{{未发生|review.total=0;litigation.total=0}}与此有关的行政复议和行政诉讼。",
        form14(LIAOTING, skin="word"),
        "蓼汀镇人民政府",
        "二〇一六年二月三日",
        style="word",
        expect={
            "title": "蓼汀镇人民政府2015年政府信息公开工作年度报告",
            "publisher": "蓼汀镇人民政府",
            "level": "township",
            "report_year": 2015,
            "period": year(2015),
            "publish_date": "2016-02-03",
            "form_edition": "2014",
        },
        title="蓼汀镇人民政府2015年政府信息公开工作年度报告",
    ),
    report(
        "f14-prefecture-hanweb",
        "hanweb",
        "http://www.jizhou.gov.cn/art/2019/3/29/art_1120_88412.html",
        "# 一、总体情况",
        "2018年，霁州市各级行政机关坚持以公开为常态，推动决策、执行、管理、服务和结果公开，统计期为2018年1月1日至2018年12月31日。",
        "# 二、主动公开政府信息情况",
        "（一）公开数量。全市行政机关全年主动公开政府信息{{18206|disclosure.total}}条，其中市直部门{{7410|?disclosure.total#市直部门}}条，县（区）{{10796|?disclosure.total#县（区）}}条；制发规范性文件"
        "{{33|normative_documents.issued}}件，主动公开{{31|disclosure.normative_documents}}件。",
        "（二）公开渠道。市政府公报出刊12期，刊发文件{{12|?channel.gazette}}件；政府网站公开{{15880|channel.website}}条；微博、微信分别公开"
        "{{2014|channel.weibo}}条和{{1120|channel.wechat}}条。",
        "# 三、回应解读情况",
        "召开新闻发布会{{6|response.press_conferences}}场，发布政策解读稿件{{204|response.policy_interpretations}}篇，开展网站在线访谈"
        "{{8|response.online_interviews}}次，其中主要负责同志参加{{3|response.online_interviews_led}}次。12345热线共转办工单36880件，按期办结率98.2%。",
        "# 四、依申请公开情况",
        "全市共收到申请{{47|requests.received}}件，同比下降11.3%（2017年53件）。按期办结{{41|requests.completed_on_time}}件，延期办结"
        "{{4|requests.completed_extended}}件。",
        "# 五、政府信息公开情况统计表",
        form14(HUANSHI, skin="font", layout="titled", year="2018"),
        expect={
            "title": "霁州市2018年政府信息公开工作年度报告",
            "publisher": "霁州市人民政府",
            "report_year": 2018,
            "period": year(2018),
            "publish_date": "2019-03-29",
            "form_edition": "2014",
            "index_number": "009911000/2019-00412",
            "document_number": None,
        },
        title="霁州市2018年政府信息公开工作年度报告",
        heading="霁州市2018年政府信息公开<br>工作年度报告",
        rows={
            "索 引 号": "009911000/2019-00412",
            "组配分类": "信息公开年报",
            "发布机构": "市政府办公室",
            "发文日期": "2019-03-29",
            "文　　号": "",
            "主题分类": "综合政务",
        },
        crumbs=("首页", "政府信息公开", "年度报告"),
        line="发布日期：2019-03-30 10:12　字体：大 中 小",
    ),
    report(
        "f14-department-proposals",
        "vsb",
        "http://jyj.lizhu.gov.cn/info/1042/3381.htm",
        "按照黎渚区政府信息公开领导小组的要求，区教育体育局编制了2016年度报告。本报告所列数据自2016年1月1日至2016年12月31日。",
        "# 一、机构与人员",
        "局办公室负责全系统信息公开，配备专职人员{{1|staff.full_time}}名、兼职人员{{2|staff.part_time}}名，安排专项经费"
        "{{6000元|funding.special=0.6}}。",
        "# 二、主动公开",
        "本年度公开信息共{{566|disclosure.total}}条，其中网站{{480|channel.website}}条，微博{{36|channel.weibo}}条，微信{{50|channel.wechat}}条。"
        "所属学校自行公开校务信息2300余条。",
        "# 三、建议提案",
        "承办区人大代表建议{{4|?proposals.npc}}件、政协提案{{3|?proposals.cppcc}}件，办理结果全部公开。",
        "# 四、依申请公开",
        "受理政府信息公开申请{{2|requests.received}}件，均为网上提交，均在法定期限内答复。",
        form14(ZHUSHENG, skin="spans"),
        complete=("form",),
        style="span",
        expect={
            "title": "黎渚区教育体育局2016年政府信息公开年度报告",
            "publisher": "黎渚区教育体育局",
            "level": "department",
            "report_year": 2016,
            "period": year(2016),
            "publish_date": "2017-02-20",
            "form_edition": "2014",
        },
        title="黎渚区教育体育局2016年政府信息公开年度报告-黎渚区教育体育局",
        heading="黎渚区教育体育局2016年政府信息公开年度报告",
        crumbs=("信息公开", "公开年报"),
        line="2017年02月20日 15:36 局办公室",
    ),
    report(
        "f14-dashes",
        "old",
        "http://www.lichuan-xiang.gov.cn/yuxu/nb2014.htm",
        "榆墟乡2014年度政府信息公开工作年度报告按照上级要求编制，由三部分组成，统计截止2014年12月31日。",
        "# 一、主动公开",
        "全年在县政府网站榆墟乡子站发布信息{{89|channel.website}}条，张贴公示栏36期。",
        "# 二、依申请公开",
        "2014年{{未接到|requests.received=0}}依申请公开的要求，也{{没有|review.total=0;litigation.total=0}}相关的行政复议与诉讼，"
        "{{未收取|fees.collected=0}}费用。",
        "# 三、下年安排",
        "计划2015年新增公开栏5处。",
        form14(YUXU, skin="font"),
        style="font",
        expect={
            "title": "榆墟乡2014年度政府信息公开工作年度报告",
            "publisher": "榆墟乡人民政府",
            "level": "township",
            "report_year": 2014,
            "form_edition": "2014",
            "publish_date": "2015-01-19",
        },
        title="榆墟乡",
        heading="榆墟乡2014年度政府信息公开工作年度报告",
        crumbs=("首页", "乡镇之窗", "榆墟乡"),
        line="发布日期：2015-1-19 作者：榆墟乡党政办 点击数：57",
    ),
    report(
        "f14-remarks",
        "listed",
        "http://www.danhe.gov.cn/xxgk/2018/0209/c2201a30987/page.htm",
        "澹河县林业局2017年政府信息公开工作年度报告内容如下，数据统计时限为2017年1月1日至12月31日。",
        "# 一、工作概况",
        "年内主动公开各类信息{{1027|disclosure.total}}条（次），制发规范性文件{{5|normative_documents.issued}}件并全部公开。办理林木采伐许可1310件。",
        "# 二、申请与答复",
        "收到网上申请{{1|requests.received;?requests.received_online}}件，已同意公开并答复。",
        "# 三、统计表",
        form14(CANGLANG, skin="th"),
        complete=("form",),
        style="h",
        expect={
            "title": "澹河县林业局2017年政府信息公开工作年度报告",
            "publisher": "澹河县林业局",
            "level": "department",
            "report_year": 2017,
            "period": year(2017),
            "publish_date": "2018-02-09",
            "form_edition": "2014",
            "index_number": "DH031-0201-2018-00006",
            "document_number": "澹林办〔2018〕7号",
        },
        title="澹河县林业局2017年政府信息公开工作年度报告",
        heading="澹河县林业局2017年政府信息公开工作年度报告",
        rows={
            "索引号": "DH031-0201-2018-00006",
            "发布机构": "县林业局",
            "文号": "澹林办〔2018〕7号",
            "发布日期": "2018-02-09",
            "有效性": "有效",
        },
        crumbs=("政府信息公开", "县林业局", "年报"),
    ),
    report(
        "f14-fee-in-yuan",
        "vsb",
        "http://gtj.lichuan.gov.cn/info/1019/1207.htm",
        "砾川县国土资源局2015年度政府信息公开年度报告依据条例编制，统计期限自2015年1月1日起至2015年12月31日止。",
        "# 一、依申请公开办理",
        "2015年共受理政府信息公开申请{{64|requests.received}}件，较2014年的49件增长30.6%。答复{{64|replies.total}}件，其中属于主动公开范围"
        "{{22|replies.already_public}}件，同意公开{{25|replies.granted}}件，同意部分公开{{4|replies.partially_granted}}件，不同意公开{{3|replies.refused}}件，"
        "不属本机关公开{{5|replies.not_this_agency}}件，信息不存在{{5|replies.nonexistent}}件。",
        "# 二、收费",
        "按物价部门核定标准收取复印费{{350元|fees.collected=0.035}}。",
        tweaked(
            form14(
                rows14(
                    "1733 3 3 _ 0 1650 0 83 0  _ 4 _ 1 1 1 1 8 4 0  _ 64 30 2 22 10  64 60 4  64 22 25 4 3  1 1 1 0 0 0  5 5 0 0  3 2 1 0  2 2 0 0  1 350=0.035  1 3 8 2 6 4  3 2 75",
                    units={"fees.collected": "元"},
                ),
                layout="titled",
                year="2015",
            ),
            ("主动公开政府信息数（", "主动公开政府信<br/>息数（"),
            ("维持具体行政行为数", "维持具体行政<br>行为数"),
        ),
        style="br",
        expect={
            "title": "砾川县国土资源局2015年度政府信息公开年度报告",
            "publisher": "砾川县国土资源局",
            "level": "department",
            "report_year": 2015,
            "period": year(2015),
            "publish_date": "2016-03-15",
            "form_edition": "2014",
        },
        title="砾川县国土资源局2015年度政府信息公开年度报告-砾川国土",
        heading="砾川县国土资源局2015年度政府信息公开年度报告",
        crumbs=("首页", "信息公开", "年报"),
        line="2016-03-15",
    ),
]
