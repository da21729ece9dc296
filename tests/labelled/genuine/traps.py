# ruff: noqa: E501 -- a page's markup or sentence is one string, which no line break may change
"""Genuine reports that look suspicious: words of gambling in their own sense, odd places, odd hosts, counters, twins."""

from __future__ import annotations

from tests.labelled.genuine.shapes import Case


def _says(key: str, extra: str, office: str = "yongjia", **more: object) -> Case:
    """A report that speaks of such things in its own words."""
    return Case(f"says-{key}", "genuine", office, extra=extra, **more)  # type: ignore[arg-type]


SAYS = (
    _says("gambling-warning", "通过公众号提醒群众警惕网络赌博、电信诈骗和非法网贷，发布防范提示26条。"),
    _says("gambling-raid", "公安部门公开查处赌博案件情况，全年捣毁赌场7处，收缴老虎机43台、百家乐赌具2套。", "raoping"),
    _says("casino-brand-raid", "公布一批典型案例，破获“新葡京”“太阳城”网络赌博平台案2起，抓获嫌疑人31名。", "raoping", year=2019),
    _says("lottery-fund", "公开福利彩票公益金使用情况5条，体育彩票公益金安排情况3条，彩票销售网点信息12条。"),
    _says("lottery-bureau", "主动公开彩票发行费、彩票公益金收支信息，并答复人大代表关于彩票市场监管的建议1件。", "luzhai"),
    _says("licence-entertainment", "公开娱乐场所行政许可9件，其中歌舞娱乐城2家、棋牌室4家、电子游戏厅3家。"),
    _says("licence-chess", "对棋牌室、麻将馆开展专项整治，公示检查结果18条。", "haiyan"),
    _says("licence-drug", "公开药品经营许可证核发信息31条，处方药、含兴奋剂药品检查信息8条，曝光假药劣药案件2起。", "lps"),
    _says("drug-viagra", "公布查处非法销售壮阳药、减肥药等假药典型案例3件。", "raoping"),
    _says("loan-poor", "公开扶贫小额贷款发放名单1120户，小额信贷贴息资金46万元。", "xingguo"),
    _says("loan-house", "公积金贷款、创业担保贷款、助学贷款等办事指南全部上网公开。"),
    _says("loan-fraud", "揭露“套路贷”“校园贷”和虚假贷款App，发布风险提示9条。", "raoping", body="form", year=2021),
    _says("live-stream", "举办在线直播访谈4场，新闻发布会网络直播2次，直播带货助农公告1条。", "haiyan", body="form", year=2022),
    _says("video", "制作解读短视频12个，视频在线播放量6万次，开通抖音、快手账号。", body="form", year=2023),
    _says("adult-education", "公开成人高考、成人教育招生信息6条，成人学校名单1份。", "luzhai"),
    _says("adult-clean", "“扫黄打非”行动信息14条，查缴色情淫秽出版物120件，关闭色情网站线索2条。", "raoping"),
    _says("esports", "公开电竞酒店备案信息7条，举办电竞赛事公告2条。", body="form", year=2023),
    _says("sports-lottery", "体育局公开体育彩票公益金资助的健身路径23处，足球场建设进度3条。", "lps"),
    _says("fishing", "公开禁渔期捕鱼执法信息11条，渔业捕捞许可21件。", "haiyan"),
    _says("invoice", "税务、公安联合通报虚开发票、代开发票案件4起。", "raoping"),
    _says("macau", "公开赴澳门招商推介活动信息2条，澳门企业投资项目1个。", "raoping"),
    _says("venice", "公示“威尼斯小镇”房地产项目规划许可，皇冠花园小区物业备案信息1条。"),
    _says("sun-city", "太阳城商业广场、银河国际酒店消防验收结果已公示。"),
    _says("apps", "开通“浙里办”APP、微信小程序和WAP手机版，提供App下载二维码，用户可登录、注册查询。", body="form", year=2022),
    _says("english", "门户网站增设英文版（English Version），发布Investment Guide等外文信息18条，报告会使用PPT和LED屏。"),
    _says(
        "it-terms",
        "完成IPv6改造，网站支持Windows和Android，OA系统与VPN互通，PDF、Word、Excel文件可下载。",
        body="form",
        year=2021,
    ),
    _says("brands", "公开TCL、LG、OPPO等企业引进信息，WTO/TBT通报1条，KTV和SPA场所抽检9家。", "raoping"),
    _says("company-site", "公共资源交易信息在 www.ggzy-wz.com 同步发布，招标公告见 http://www.chinabidding.com 。"),
    _says("bet-sentence", "教育系统严禁教职工赌博、变相赌博，不下注、不参与地下六合彩，签订承诺书900份。", "luzhai"),
    _says("stock", "处置非法集资线索3条，提示警惕虚拟货币、刷单返利骗局，反诈注册率87%。", "changan", body="form", year=2022),
    _says("hotline", "开通12345热线、www.12306.cn余票查询链接和12358价格举报，受理3016件。"),
    _says("medicine-reform", "公开药品集中采购目录、医院药占比、疫苗接种信息共28条。", "luzhai", body="form", year=2020),
    _says("pyramid", "曝光“MMM金融互助”“1040工程”传销案例，清查出租屋212间。", "raoping"),
    _says("game-law", "公开网吧和网络游戏市场检查信息，查处违规接纳未成年人上网3起。", "haiyan"),
    _says("other-law", "依据《中华人民共和国招标投标法实施条例》《中华人民共和国道路运输条例》公开审批事项14项。"),
    _says("court", "收到张某关于XX娱乐城拆迁补偿信息的申请1件，已答复。", "luzhai"),
)

PLACES = (
    Case("place-jinsha", "genuine", "jinsha"),
    Case("place-jinsha-form", "genuine", "jinsha", body="form", year=2021),
    Case("place-sports-bureau", "genuine", "lps", swaps=(("林业局", "体育局"),)),
    Case("place-culture-bureau", "genuine", "lps", swaps=(("林业局", "文化广电和旅游局"),), extra="娱乐场所备案5件。"),
    Case("place-lottery-centre", "genuine", "lps", swaps=(("林业局", "福利彩票发行中心"),)),
    Case("place-finance-office", "genuine", "lps", swaps=(("林业局", "地方金融监督管理局"),), extra="小额贷款公司年审结果2条。"),
    Case("place-drug-bureau", "genuine", "lps", swaps=(("林业局", "食品药品监督管理局"),)),
    Case("place-crown-town", "genuine", "xingguo", swaps=(("社富乡", "皇冠镇"), ("我乡", "我镇"))),
    Case("place-sun-town", "genuine", "xingguo", swaps=(("社富乡", "太阳城镇"), ("我乡", "我镇"))),
    Case("place-galaxy-street", "genuine", "changan", swaps=(("韦曲", "银河"),)),
    Case("place-macau-road", "genuine", "changan", swaps=(("韦曲", "澳门路"),)),
    Case(
        "place-cbd",
        "genuine",
        "changan",
        swaps=(("韦曲街道办事处", "CBD管理委员会"), ("韦曲街道", "CBD管委会"), ("我街道", "我委")),
    ),
    Case("place-public-security", "genuine", "raoping"),
    Case("place-traditional", "genuine", "haiyan", swaps=(("政府信息公开", "政府信息公開"),)),
)

HOSTS = (
    Case("host-ip", "genuine", url="http://61.153.221.9:8080/sites/yj/zwinfo.jsp?id=15652", site_domain=False),
    Case("host-ip-form", "genuine", "luzhai", body="form", year=2021, url="http://222.84.157.10/zwgk/nb/2021.html"),
    Case("host-prefecture", "genuine", url="http://www.wenzhou.gov.cn/art/2017/1/18/art_1229_3.html", site_domain=False),
    Case("host-bureau-subdomain", "genuine", url="https://guotuju.yj.gov.cn/portal/zwgk/webinfo/2017/02/1616350650758185.htm"),
    Case(
        "host-province",
        "genuine",
        "xingguo",
        url="http://xxgk.jiangxi.gov.cn/UserData/DocHtml/731/2017/1/18/361.html",
        site_domain=False,
    ),
    Case(
        "host-com-portal",
        "genuine",
        url="http://www.yongjia.com/zwgk/xxgk/201701/t20170118_42016.html",
        site_domain=False,
        host_printed="www.yongjia.com",
    ),
    Case("host-cn-portal", "genuine", "luzhai", url="http://www.luzhai.cn/art/2017/1/18/art_3_4.html", site_domain=False),
    Case(
        "host-com-department",
        "genuine",
        "lps",
        url="http://www.lpsslyj.com/news/show.php?id=385",
        site_domain=False,
        host_printed="www.lpsslyj.com",
    ),
    Case("host-net-alias", "genuine", "haiyan", url="http://www.haiyan.net/zfxxgk/content/post_11.html"),
    Case(
        "host-com-xingguo",
        "genuine",
        "xingguo",
        url="http://www.xingguo.com.cn/zwgk/nb/201701/t20170118_5.html",
        site_domain=False,
    ),
    Case("host-file", "genuine", url="report.html", site_domain=False),
    Case("host-template-domain", "genuine", "luzhai", meta=(("SiteDomain", "gxq.cq.gov.cn"), ("SiteName", "齐齐哈尔市"))),
    Case(
        "host-mobile-twin",
        "genuine",
        url="http://m.yj.gov.cn/zwgk/content/mpost_42016.html",
        title_tag="永嘉县2016年政府信息公开工作年度报告_手机版",
    ),
    Case("host-other", "genuine", "luzhai", url="http://www.gxnews-lz.com/read/2017-01/18/content_331.htm", site_domain=False),
)

_SCRIPT = "<script src='https://s95.cnzz.com/z_stat.php?id=125&web_id=125'></script><a href='https://www.cnzz.com/stat/website.php?web_id=125' title='站长统计'>站长统计</a>"
_MENU = "".join(f"<li><a href='/zwgk/lm{n}/'>栏目{n}</a></li>" for n in range(40))
_FRIENDS = "".join(
    f"<a href='http://www.{host}/'>{said}</a> "
    for host, said in (
        ("gov.cn", "中国政府网"),
        ("xinhuanet.com", "新华网"),
        ("people.com.cn", "人民网"),
        ("cctv.com", "央视网"),
        ("zjol.com.cn", "浙江在线"),
        ("wenzhou.gov.cn", "温州市政府"),
        ("66wz.com", "温州网"),
        ("alibaba.com", "阿里巴巴"),
        ("lottery.gov.cn", "体彩网"),
    )
)

PAGES = (
    Case("contact-qq", "genuine", extra="电子邮箱：yjxxgk@qq.com，微信公众号yjfb2016。"),
    Case("contact-126", "genuine", "luzhai", extra="投诉邮箱为lzxzwgk126.com，网民可登录查询。"),
    Case("contact-163", "genuine", "xingguo", extra="联系邮箱：sfxdzb888@163.com，QQ群：30288123。"),
    Case("counter-hidden", "genuine", after=f"<div style='display:none'>{_SCRIPT}</div>"),
    Case("counter-51la", "genuine", after="<div style='display:none'><a href='https://www.51.la/?comId=1'>51la统计</a></div>"),
    Case("menu-hidden", "genuine", before=f"<ul style='display:none'>{_MENU}</ul>"),
    Case(
        "share-hidden",
        "genuine",
        after="<div style='display: none'>分享到 <a href='http://service.weibo.com/share/share.php?url=x'>新浪微博</a>"
        "<a href='http://sns.qzone.qq.com/x'>QQ空间</a><a href='http://share.baidu.com/x'>百度</a></div>",
    ),
    Case("friends", "genuine", after=f"<div>友情链接：{_FRIENDS}</div>"),
    Case(
        "friends-hidden",
        "genuine",
        after=f"<select style='display:none'></select><div id='l' style='display:none'>{_FRIENDS}</div>",
    ),
    Case("offscreen-access", "genuine", before="<a style='position:absolute;left:-9999px' href='#zoom'>跳到正文</a>"),
    Case("source-media", "genuine", source="永嘉新闻网 www.yjnews.com"),
    Case("source-xinhua", "genuine", source="新华网浙江频道"),
    Case("source-phoenix", "genuine", source="凤凰网"),
    Case("source-wechat", "genuine", "luzhai", source="“鹿寨发布”微信公众号"),
    Case(
        "keywords-own",
        "genuine",
        "raoping",
        meta=(("keywords", "打击赌博,扫黄打非,反诈,政府信息公开"), ("description", "饶平县公安局查处赌博案件信息公开情况")),
    ),
    Case(
        "title-suffix-english", "genuine", title_tag="永嘉县2016年政府信息公开工作年度报告 - Yongjia County People's Government"
    ),
    Case("heading-bilingual", "genuine", heading="永嘉县2016年政府信息公开工作年度报告 Annual Report 2016"),
    Case("phone-mobile", "genuine", phone="13800001234"),
    Case("phone-none", "genuine", "luzhai", phone="6812345"),
    Case("phone-12345", "genuine", phone="12345"),
    Case("crumb-gambling", "genuine", "raoping", crumb="首页 > 禁毒禁赌专栏 > 政府信息公开年报"),
    Case("weixin-hidden", "genuine", after="<div style='visibility:hidden;height:0'>扫一扫在手机打开当前页 关注我们</div>"),
    Case(
        "related-news",
        "genuine",
        after="<ul><li><a href='/a.html'>我县端掉一网络赌场</a></li><li><a href='/b.html'>彩票中奖者领奖</a></li></ul>",
    ),
    Case("related-external", "genuine", after="<a href='http://www.66wz.com/x.html'>警方捣毁“百家乐”地下赌场</a>"),
)

TRAPS = (*SAYS, *PLACES, *HOSTS, *PAGES)
