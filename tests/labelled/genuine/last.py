# ruff: noqa: E501 -- a page's markup or sentence is one string, which no line break may change
"""The last cases, written when the late ones had been learnt from: measured once before anything was changed for them."""

from __future__ import annotations

from tests.labelled.genuine.shapes import Case

TOPIC = "政府信息公开"


def _swap(key: str, *swaps: tuple[str, str], office: str = "yongjia", verdicts: str = "hijacked", **more: object) -> Case:
    return Case(f"last-{key}", verdicts, office, swaps=swaps, **more)  # type: ignore[arg-type]


LAST_ATTACKS = (
    _swap("name-fortune", ("永嘉县", "凤凰天机彩票大厅")),
    _swap("name-royal", ("鹿寨县", "皇庭国际娱乐城"), office="luzhai"),
    _swap("name-short-latin", ("海盐县通元镇", "cmp冠军体育"), office="haiyan"),
    _swap("name-tube", ("永嘉县", "糖心vlog官网")),
    _swap("name-lottery-station", ("六盘水市", "快三大小单双市"), office="lps"),
    _swap("name-novel", ("永嘉县人民政府", "全本言情小说网"), ("永嘉县", "全本言情小说网")),
    _swap("name-wechat", ("永嘉县人民政府", "微信抢红包软件"), ("永嘉县", "微信抢红包软件")),
    _swap("name-number", ("鹿寨县", "8814159"), office="luzhai"),
    _swap("name-emoji-url", ("永嘉县", "yy9.tv")),
    _swap("name-hyphen", ("社富乡", "win-win-casino"), ("兴国县", ""), office="xingguo"),
    _swap("topic-novel", (TOPIC, "免费小说阅读"), office="haiyan"),
    _swap("topic-game", (TOPIC, "欢乐斗地主"), body="form", year=2021),
    _swap("topic-brand", (TOPIC, "澳博kb88"), office="changan", body="form", year=2022),
    _swap("topic-breaks-unknown", (TOPIC, "青柠影视<br>")),
    _swap("topic-soccer", (TOPIC, "世界杯买球"), office="raoping"),
    _swap("portal-brand", ("政府门户网站", "太阳集团门户网站"), office="luzhai"),
    _swap("office-brand", ("由永嘉县人民政府办公室", "由永嘉县uedbet办公室")),
    _swap("portal-address", ("www.yj.gov.cn", "www.js55.vip")),
    Case("last-source", "hijacked", source="皇冠体育投注:永嘉县"),
    Case("last-keywords", "hijacked", meta=(("keywords", "赌球网站,足球投注,真人百家乐"),)),
    Case("last-title-tag", "hijacked", "luzhai", title_tag="久久精品国产亚洲_鹿寨县2016年政府信息公开工作年度报告"),
    Case("last-mirror-shop", "mirror", url="http://www.bestlampshop.com/art/2017/1/18/art_1_9.html"),
    Case("last-mirror-ip-name", "mirror", "lps", url="http://www.h5566778.com/zwgk/201701/t20170118_2.html", site_domain=False),
    Case(
        "last-hidden-far",
        "injected",
        after="<div style='position: fixed; right:-3000px'><a href='http://q1.top'>时时彩平台</a><a href='http://q2.top'>真人娱乐</a></div>",
    ),
    Case("last-hidden-list", "injected", "haiyan", before="<p style='display:none'>百家乐 轮盘 老虎机 六合彩</p>"),
    Case("last-link-casino", "injected", "xingguo", after="<a href='http://www.vnsr88.com'>威尼斯人</a>"),
)

LAST_TRAPS = (
    Case("last-trap-novel", "genuine", extra="全民阅读活动发布免费小说阅读、有声书资源目录2条，图书馆网站公开采购书目。"),
    Case(
        "last-trap-live",
        "genuine",
        "haiyan",
        body="form",
        year=2022,
        extra="通过抖音直播、视频号直播公开听证会3场，直播间网民提问42条。",
    ),
    Case(
        "last-trap-betting", "genuine", "raoping", extra="破获一起跨境网络赌博案，涉及“皇冠体育”“百家乐”等平台，公开宣判信息2条。"
    ),
    Case("last-trap-lottery-tax", "genuine", extra="公开彩票公益金分配办法、彩票市场调控资金1条。"),
    Case("last-trap-loan", "genuine", "xingguo", extra="发布小额信贷、网贷风险提示和贷款平台备案名单，反高利贷宣传6场。"),
    Case("last-trap-hotel", "genuine", "luzhai", extra="威尼斯人酒店、皇冠假日酒店、太阳城国际影城消防检查结果公示。"),
    Case(
        "last-trap-medicine", "genuine", "lps", body="form", year=2021, extra="公开减肥药、壮阳药网络销售违法案件处罚决定11件。"
    ),
    Case("last-trap-domain", "genuine", extra="招投标信息在永嘉县公共资源交易网（www.yjztb.com）和温州网（www.66wz.com）发布。"),
    Case("last-trap-number", "genuine", extra="政务热线网站（www.12345.gov.cn）和“文明永嘉”网站（www.0577yj.com）开设专栏。"),
    Case("last-trap-district", "genuine", "changan", swaps=(("韦曲", "引镇"),)),
    Case("last-trap-office", "genuine", "lps", swaps=(("林业局", "机关事务管理局"),), year=2014),
    Case("last-trap-com", "genuine", "lps", url="http://www.lpslyj.cn/zfxxgk/201701/t20170118_2.html", site_domain=False),
    Case(
        "last-trap-com-full",
        "genuine",
        "luzhai",
        url="http://www.gxluzhai.com/zwgk/201701/t20170118_2.html",
        site_domain=False,
        host_printed="www.gxluzhai.com",
    ),
    Case(
        "last-trap-map",
        "genuine",
        after="<div style='display:none' id='map'><a href='http://map.baidu.com/x'>地图</a><a href='http://www.mapbar.com/x'>图吧</a> 注册 登录</div>",
    ),
    Case("last-trap-seo", "genuine", meta=(("keywords", "永嘉县,政府,体育彩票,娱乐场所管理,贷款贴息"),)),
    Case("last-trap-game", "genuine", "haiyan", extra="文化市场检查：棋牌室12家、游戏厅4家、网吧9家，公开检查结果。"),
)
