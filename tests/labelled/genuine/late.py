# ruff: noqa: E501 -- a page's markup or sentence is one string, which no line break may change
"""Cases written after the rules stood, in the manner of pages found by search: all are measured, none was tuned on."""

from __future__ import annotations

from tests.labelled.genuine.shapes import Case
from tests.labelled.genuine.traps import _FRIENDS

TOPIC = "政府信息公开"


def _swap(key: str, *swaps: tuple[str, str], office: str = "yongjia", verdicts: str = "hijacked", **more: object) -> Case:
    return Case(f"late-{key}", verdicts, office, swaps=swaps, **more)  # type: ignore[arg-type]


LATE_ATTACKS = (
    _swap("district-part", ("西安市长安区", "澳博娱乐官网区"), ("长安区", "澳博娱乐官网区"), office="changan"),
    _swap("province-office", ("永嘉县人民政府", "银河赌城办公厅"), ("永嘉县", "银河赌城办公厅"), year=2022, body="form"),
    _swap("two-words-bureau", ("六盘水市", "澳门特区赌场,澳门博彩业网址"), office="lps"),
    _swap("sports-lottery-city", ("六盘水市", "中国体育彩票市"), office="lps", body="form", year=2019),
    _swap("topic-long", (TOPIC, "水果机飞禽走兽老虎机"), office="haiyan", year=2022, body="form"),
    _swap("topic-part", ("政府信息公开工作", "皇家赌场推荐工作"), ("政府信息公开条例", "皇家赌场推荐条例"), office="luzhai"),
    _swap("topic-traditional", (TOPIC, "線上娛樂城推薦"), office="xingguo"),
    _swap("topic-plain-word", (TOPIC, "紫罗兰花园"), office="lps"),
    _swap("topic-plain-word-form", (TOPIC, "麦穗星球"), body="form", year=2022),
    _swap("name-mgm", ("永嘉县", "美高梅線上")),
    _swap("name-digits", ("鹿寨县", "jdb168"), office="luzhai"),
    _swap("name-kok", ("海盐县通元镇", "kok中国登录入口"), office="haiyan"),
    _swap("name-vowels", ("兴国县", "leyuvip88县"), ("社富乡", "leyuvip88"), office="xingguo"),
    _swap("name-chat", ("永嘉县", "夜色裸聊直播间")),
    _swap("name-loan", ("鹿寨县", "黑户秒批网贷口子"), office="luzhai"),
    _swap("name-sms", ("永嘉县人民政府", "短信轰炸器在线网页版"), ("永嘉县", "短信轰炸器在线网页版")),
    _swap("name-comma-latin", ("永嘉县", "Slots,玩具城app")),
    _swap("name-pipe", ("海盐县", "万豪棋牌|最新网址"), office="haiyan"),
    _swap("portal-latin", ("政府门户网站", "huangguan888门户网站")),
    _swap("office-deep", ("人民政府各办公室", "必胜客服各办公室"), ("人民政府", "九州真钱游戏"), body="form", year=2020),
    _swap("address-number", ("www.yj.gov.cn", "www.9170.com")),
    _swap("wechat-number", ("通过政务微信公开", "通过德州扑克下载公开")),
    Case("late-head-adult", "hijacked", title_tag="国产精品一区二区在线观看_麻豆传媒_永嘉县2016年政府信息公开工作年度报告"),
    Case("late-first-line", "hijacked injected", before="<div>亚洲日韩精品无码_激情图片在线观看_欧美成人视频</div>"),
    Case("late-source-casino", "hijacked", source="澳門賭場"),
    Case(
        "late-mirror-number-host",
        "mirror",
        site_domain=False,
        url="http://156882.com/zfjgzy/zfxxgknb/2016n/content/post_6965.html",
    ),
    Case(
        "late-mirror-printed",
        "mirror",
        "luzhai",
        site_domain=False,
        url="http://maomaya.com/art/2017/1/16/art_12_41.html",
        host_printed="www.maomaya.com",
    ),
    Case(
        "late-mirror-wrong-area",
        "mirror hijacked",
        "xingguo",
        site_domain=False,
        url="http://goodcooks.org/zwgk/201701/t20170118_9.html",
        phone="0817-5522624",
    ),
    Case(
        "late-hidden-clip",
        "injected",
        after="<div style='clip:rect(0,0,0,0);position:fixed;height:1px;width:1px'><a href='http://vv1.com'>太阳城娱乐</a><a href='http://vv2.com'>澳门百家乐</a></div>",
    ),
    Case(
        "late-hidden-comment-like",
        "injected",
        "lps",
        before="<div style='overflow:hidden;height:0px'>真人百家乐，百家乐平台，老虎机游戏，六合彩开奖结果</div>",
    ),
    Case(
        "late-noscript",
        "injected",
        after="<noscript><a href='http://www.aa77bb.com'>葡京赌侠</a><a href='http://www.cc88.com'>新葡京赌场</a></noscript>",
    ),
    Case(
        "late-footer-links", "injected", "haiyan", after="<p>技术支持 <a href='https://www.xyz123go.com/'>亚洲娱乐城开户</a></p>"
    ),
)

LATE_TRAPS = (
    Case(
        "late-trap-gambling-figures",
        "genuine",
        "raoping",
        extra="全年办理赌博行政处罚案件112起，百家乐赌局现场查获21人，公开处罚决定书。",
    ),
    Case("late-trap-theme", "genuine", extra="澳门中联办来访接待信息1条；公布“威尼斯水城”小区业主委员会备案。"),
    Case("late-trap-centre", "genuine", "lps", swaps=(("林业局", "体育彩票管理中心"),)),
    Case("late-trap-chess", "genuine", "lps", swaps=(("林业局", "棋牌运动管理中心"),)),
    Case("late-trap-platform", "genuine", "lps", swaps=(("林业局", "大数据平台管理服务中心"),)),
    Case("late-trap-company", "genuine", "lps", swaps=(("林业局", "水务投资有限责任公司"),)),
    Case("late-trap-school", "genuine", "lps", swaps=(("林业局", "第一中学"),), body="form", year=2020),
    Case(
        "late-trap-hospital",
        "genuine",
        "lps",
        swaps=(("林业局", "妇幼保健院"),),
        extra="试管婴儿、代孕政策解答2条，药品采购信息9条。",
    ),
    Case("late-trap-lottery-hall", "genuine", extra="中国体育彩票市级中心落户我县，彩票市场检查公开3条。"),
    Case(
        "late-trap-welfare",
        "genuine",
        "haiyan",
        body="form",
        year=2022,
        extra="福利彩票开奖公告通过网站公开12期，体育彩票网点迁址公示2条。",
    ),
    Case("late-trap-loan-office", "genuine", "luzhai", extra="小额贷款公司办公室地址变更公示1条，网贷机构清退情况通过网站公开。"),
    Case(
        "late-trap-live-court",
        "genuine",
        "changan",
        extra="庭审直播平台公开案件4件，政务直播平台观看量3.2万。",
        body="form",
        year=2021,
    ),
    Case("late-trap-latin-platform", "genuine", extra="依托i永嘉APP、QQ群、SMS短信平台和CMS网站公开信息，E-mail答复6次。"),
    Case(
        "late-trap-5g",
        "genuine",
        "haiyan",
        extra="公开5G基站、AED、PM2.5、COD和VOCs监测信息，引进H5、3D打印、K12培训机构名单。",
        body="form",
        year=2021,
    ),
    Case(
        "late-trap-number-site",
        "genuine",
        extra="网民可登录12345网站、网上信访（www.12388.gov.cn）和全国12315平台（www.12315.cn）反映问题。",
    ),
    Case("late-trap-com-media", "genuine", url="http://www.wzrb.com.cn/article/2017/0118/art_7721.html", site_domain=False),
    Case("late-trap-oldhost", "genuine", "xingguo", url="http://xingguo.gov.com.cn/nb/2016.html", site_domain=False),
    Case("late-trap-ip-domain", "genuine", "luzhai", url="http://202.103.1.9/zwgk/zfxxgknb/201701/t20170118_42016.html"),
    Case(
        "late-trap-county-site",
        "genuine",
        "haiyan",
        url="https://www.zjhaiyan.com/zfxxgk/content/post_4.html",
        host_printed="www.zjhaiyan.com",
        site_domain=False,
    ),
    Case("late-trap-footer", "genuine", after=f"<div style='height:0;overflow:hidden'>{_FRIENDS}</div>"),
    Case(
        "late-trap-popup",
        "genuine",
        after="<div id='tc' style='display:none'><a href='http://www.zjzwfw.gov.cn'>政务服务网</a> 关闭 会员登录 客户端下载 优惠政策</div>",
    ),
    Case(
        "late-trap-quote",
        "genuine",
        "raoping",
        body="form",
        year=2023,
        extra="曝光“澳门新葡京”“PG电子”等涉赌App名称，开展反诈直播12场。",
    ),
    Case("late-trap-drug-list", "genuine", "lps", extra="公布含西地那非的壮阳保健食品抽检不合格名单，减肥药虚假广告案例3起。"),
    Case(
        "late-trap-name-gaming",
        "genuine",
        swaps=(("永嘉县人民政府", "永嘉县太阳城社区居民委员会"), ("永嘉县2016", "永嘉县太阳城社区2016")),
    ),
)
