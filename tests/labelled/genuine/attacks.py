
"""Pages on which somebody else's words were put in, copies on foreign hosts, disguised and injected pages."""

from __future__ import annotations

from tests.labelled.genuine.shapes import Case

TOPIC = "政府信息公开"


def _name(key: str, words: str, **more: object) -> Case:
    """Somebody's words in the place of 永嘉县."""
    return Case(f"name-{key}", "hijacked", swaps=(("永嘉县人民政府", words), ("永嘉县", words)), **more)  # type: ignore[arg-type]


def _topic(key: str, words: str, **more: object) -> Case:
    """Somebody's words in the place of the topic phrase, wherever it stands."""
    return Case(f"topic-{key}", "hijacked", swaps=((TOPIC, words),), **more)  # type: ignore[arg-type]


NAMES = (
    _name("domain", "www.88213.com"),
    _name("domain-spaced", "www. 6617 .cc"),
    _name("domain-bare", "hg3088.com"),
    _name("domain-cap", "WWW.BTK77.NET"),
    _name("domain-wide", "ｗｗｗ．5518．ｃｏｍ"),
    _name("macau", "澳门新葡京"),
    _name("macau-comma", "澳门金沙网址,官网登录"),
    _name("macau-long", "澳门威尼斯人线上娱乐"),
    _name("casino-traditional", "澳門賭場官網"),
    _name("latin-brand", "云雀qylaa"),
    _name("latin-upper", "德赢VWIN"),
    _name("latin-only", "hbdiaoseo"),
    _name("underscores", "亿鼎国际_亿鼎娱乐_亿鼎app"),
    _name("app-download", "金鲨捕鱼app下载"),
    _name("mark-six", "六合彩开奖直播"),
    _name("lottery-app", "大发彩票平台"),
    _name("adult", "九尾狐成人直播"),
    _name("adult-video", "蜜桃在线观看免费视频"),
    _name("loan", "极速小额贷款平台"),
    _name("medicine", "印度伟哥正品代购"),
    _name("invoice", "代开发票公司"),
    _name("chess", "开元棋牌官网"),
    _name("sports", "万博体育官网入口"),
    _name("number-brand", "bet365亚洲版"),
    _name("login", "凯发k8登录"),
    _name("game-site", "PG电子试玩网站"),
    _name("spaced", "新 葡 京 娱 乐"),
    _name("dotted", "太·阳·城·娱·乐"),
    _name("form-year", "老虎机游戏大厅", body="form", year=2022),
    _name("essay", "硕士论文代写网"),
    _name("certificate", "办证刻章联系微信"),
    _name("private-server", "传奇私服发布网"),
    Case("name-department", "hijacked", "lps", swaps=(("六盘水市林业局", "www.57102.com"),)),
    Case(
        "name-town", "hijacked", "xingguo", swaps=(("兴国县社富乡人民政府", "威尼斯人网上赌场"), ("社富乡", "威尼斯人网上赌场"))
    ),
    Case(
        "name-city-only", "hijacked", "changan", swaps=(("西安市", "yaokan_遥看影院_yk88"), ("长安区", "yaokan_遥看影院_yk88区"))
    ),
    Case(
        "name-mirror-domain",
        "hijacked",
        url="http://www.puraview.com/zwgk/xxgk/201701/t20170118_77120.html",
        swaps=(("永嘉县", "puraview"),),
        host_printed="www.puraview.com",
    ),
    Case(
        "name-mirror-label",
        "hijacked",
        "luzhai",
        url="https://www.tokaimart.com/content/post_88213.html",
        swaps=(("鹿寨县", "tokaimart县"),),
    ),
)

TOPICS = (
    _topic("casino", "网上赌场排名"),
    _topic("live", "海棠直播"),
    _topic("live-breaks", "海棠直播<br>"),
    _topic("live-breaks-form", "九秀直播<br>", body="form", year=2021),
    _topic("unknown-words", "山茶花开六号"),
    _topic("latin", "list-casino"),
    _topic("latin-mixed", "乐橙lc8", body="form", year=2020),
    _topic("domain", "www.3344.vip"),
    _topic("loan", "网贷口子"),
    _topic("chess", "金花棋牌", office="xingguo"),
    _topic("bureau", "百家乐技巧", office="lps"),
    _topic("street", "星辰影视在线", office="changan", body="form", year=2023),
    _topic("adult", "成人视频", office="haiyan"),
    _topic("bet", "足球外围投注", office="luzhai"),
    Case(
        "topic-law-and-title",
        "hijacked",
        swaps=(
            ("中华人民共和国政府信息公开条例", "中华人民共和国真人荷官条例"),
            ("年政府信息公开工作年度报告", "年真人荷官工作年度报告"),
        ),
    ),
    Case("topic-law-only", "hijacked", swaps=(("中华人民共和国政府信息公开条例", "中华人民共和国时时彩计划条例"),)),
    Case(
        "topic-title-only", "hijacked", heading="永嘉县2016年棋牌游戏工作年度报告", title_tag="永嘉县2016年棋牌游戏工作年度报告"
    ),
    Case("topic-and-name", "hijacked", swaps=(("永嘉县", "皇冠体育"), (TOPIC, "皇冠体育"))),
)

DEEP = (
    Case("deep-government", "hijacked", swaps=(("由永嘉县人民政府办公室编制", "由永嘉县德赢VWIN办公室编制"),)),
    Case(
        "deep-government-form",
        "hijacked",
        body="form",
        year=2021,
        swaps=(("人民政府各办公室", "亚博yabo各办公室"), ("政府门户网站设有", "亚博yabo门户网站设有")),
    ),
    Case("deep-portal", "hijacked", swaps=(("政府门户网站", "乐虎国际门户网站"),)),
    Case("deep-portal-latin", "hijacked", "haiyan", swaps=(("政府门户网站", "leqi36门户网站"), ("政府网站", "leqi36网站"))),
    Case("deep-wechat", "hijacked", swaps=(("通过政务微信公开", "通过澳门银河赌场公开"),)),
    Case(
        "deep-signature",
        "hijacked",
        swaps=(("完善政府信息公开审查制度。</p>", ""), ("审查制度。\n永嘉县人民政府\n", "审查制度。\n新葡京官方网站\n")),
    ),
    Case("deep-address", "hijacked", host_printed="www.hg0088.com"),
    Case("deep-address-words", "hijacked", "xingguo", host_printed="www.bocai-188.net"),
    Case("source-line", "hijacked", source="老虎机游戏:永嘉县人民政府办公室"),
    Case("source-brand", "hijacked", "xingguo", source="葡京国际"),
    Case("source-loan", "hijacked", "lps", source="在线贷款平台"),
    Case("source-domain-brand", "hijacked", "haiyan", source="bet007足球指数"),
    Case("head-title", "hijacked", title_tag="澳门百家乐_真人百家乐_网上百家乐官网"),
    Case("head-keywords", "hijacked", meta=(("keywords", "成人小说,无码视频,激情图片,国产自拍"),)),
    Case(
        "head-description",
        "hijacked",
        "luzhai",
        meta=(("description", "提供北京赛车pk10开奖记录、时时彩计划软件、幸运飞艇技巧"),),
    ),
    Case("head-title-mixed", "hijacked", title_tag="pg电子官网-永嘉县2016年政府信息公开工作年度报告"),
    Case("heading-only", "hijacked", heading="welcome彩票注册_首页"),
    Case(
        "issuer-row",
        "hijacked",
        before="<table><tr><td>索引号</td><td>003-2017-0009</td></tr><tr><td>发布机构</td><td>乐天堂fun88</td></tr></table>",
    ),
    Case("crumb", "hijacked", crumb="首页 > 永利皇宫网址 > 政府信息公开年报"),
)

_FARM = "".join(
    f"<a href='http://www.{word}{n}.com/'>{said}</a> "
    for n, (word, said) in enumerate(
        (("ttyl", "澳门赌场"), ("xpj", "新葡京"), ("bjl", "百家乐"), ("lhj", "老虎机"), ("zqtz", "足球投注"), ("yfa", "时时彩"))
    )
)
_QUIET_FARM = "".join(f"<a href='http://www.shop{n}x{n * 7}.com/p{n}.html'>热销{n}</a>" for n in range(14))

INJECTED = (
    Case("hidden-none", "injected", after=f"<div style='display:none'>{_FARM}</div>"),
    Case("hidden-offscreen", "injected", after=f"<div style='position:absolute; left:-9999px; top:-900px'>{_FARM}</div>"),
    Case("hidden-zero-font", "injected", inside=f"<span style='font-size:0px'>{_FARM}</span>"),
    Case("hidden-zero-box", "injected", "luzhai", before=f"<div style='height:0;overflow:hidden;width:1px'>{_FARM}</div>"),
    Case("hidden-indent", "injected", after=f'<div style="text-indent:-5000px">{_FARM}</div>'),
    Case("hidden-marquee", "injected", "lps", after=f"<marquee width='1' height='1' scrollamount='9999'>{_FARM}</marquee>"),
    Case(
        "hidden-by-script",
        "injected",
        after=f"<div id='xx1'>{_FARM}</div><script>document.getElementById('xx1').style.display='none'</script>",
    ),
    Case("hidden-attribute", "injected", "xingguo", after=f"<div hidden>{_FARM}</div>"),
    Case("hidden-visibility", "injected", "haiyan", before=f"<ul style='visibility: hidden'><li>{_FARM}</li></ul>"),
    Case(
        "hidden-words", "injected", after="<div style='display:none'>网上真钱棋牌、真人百家乐、北京赛车开户、六合彩特码资料</div>"
    ),
    Case("hidden-quiet-farm", "injected", after=f"<div style='display:none;'>{_QUIET_FARM}</div>"),
    Case("visible-farm", "injected", after=f"<div class='links'>友情链接：{_FARM}</div>"),
    Case(
        "visible-lines",
        "injected hijacked",
        after="",
        swaps=(("三、依申请公开", "新葡京官网注册送88元彩金，真人娱乐就上新葡京\n三、依申请公开"),),
    ),
    Case("article-links", "injected", "lps", inside="<p><a href='http://www.yfa77.com/'>亚洲杯赌球网站</a></p>"),
    Case("hidden-opacity", "injected", after=f"<div style='opacity:0;filter:alpha(opacity=0)'>{_FARM}</div>"),
)

MIRRORS = (
    Case("mirror-site-domain", "mirror", url="http://www.sunnyblinds.com/zwgk/zfxxgknb/201701/t20170118_42016.html"),
    Case(
        "mirror-canonical",
        "mirror",
        site_domain=False,
        url="http://bluepawpets.net/art/2017/1/18/art_1229_77101.html",
        head="<link rel='canonical' href='http://www.yj.gov.cn/art/2017/1/18/art_1229_77101.html'>",
    ),
    Case(
        "mirror-base",
        "mirror",
        "luzhai",
        site_domain=False,
        url="https://www.kittenmittens.org/content/post_551.html",
        head="<base href='http://www.luzhai.gov.cn/content/'>",
    ),
    Case(
        "mirror-path-and-text",
        "mirror",
        site_domain=False,
        url="http://www.acmebearing.com/zwgk/zfxxgknb/201701/t20170118_42016.html",
    ),
    Case(
        "mirror-own-address",
        "mirror",
        site_domain=False,
        url="http://www.redoakfarm.net/zfxxgk/nb/201701/t20170118_42016.html",
        host_printed="www.redoakfarm.net",
    ),
    Case(
        "mirror-area-code",
        "mirror hijacked",
        site_domain=False,
        url="http://www.goldlotuscafe.com/art/2017/1/18/art_99_1201.html",
        phone="0817-2222100",
        host_printed="www.goldlotuscafe.com",
    ),
    Case(
        "mirror-resources",
        "mirror",
        "lps",
        site_domain=False,
        url="http://www.mosaicdental.cn/zwgk/nb/201701/t20170118_31.html",
        after="".join(f"<a href='http://www.gzlps.gov.cn/zwgk/{n}/'>栏目{n}</a>" for n in range(6)),
    ),
    Case(
        "mirror-town",
        "mirror",
        "xingguo",
        url="http://www.elmstreetdiner.com/xgxxxgk/xg77603/201701/a930bf32d9c4470099f1038fed420b4b.shtml",
    ),
    Case(
        "mirror-form", "mirror", "haiyan", body="form", year=2021, url="http://www.tworiverskayak.com/art/2022/1/18/art_1_2.html"
    ),
    Case("mirror-department", "mirror", "raoping", url="http://m.lanternfilms.cc/zwgk/content/post_363.html"),
    Case("mirror-vsb", "mirror", "luzhai", url="http://www.opalweddings.com/info/1234/56789.htm"),
    Case(
        "mirror-street",
        "mirror",
        "changan",
        year=2022,
        body="form",
        url="http://www.hilltopyoga.com/63ae9ee5f8fd1c4c2133970d.html",
    ),
)

DISGUISED = (
    Case("disguised-gov", "disguised", disguised=True),
    Case("disguised-ip", "disguised", "luzhai", url="http://61.139.20.8/nb/2016.html", site_domain=False, disguised=True),
    Case(
        "disguised-mirror",
        "disguised mirror",
        "xingguo",
        url="http://www.rosewoodpens.com/zwgk/201701/t20170118_8.html",
        disguised=True,
    ),
)

ATTACKS = (*NAMES, *TOPICS, *DEEP, *INJECTED, *MIRRORS, *DISGUISED)
