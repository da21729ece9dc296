"""A publisher's own domains and its short names: 水利动态 of a 水利局 are its news, 区安监局 is itself."""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.wording.cues import DOMAIN, DOMAINS

_SHORT = re.compile(r"[省市县区州旗]([一-龥]{1,5}?)([局委办厅])(?![一-龥]?[会属])")
_LEVEL = r"(?:[省县区州旗盟]|(?<!城)市(?![场政容]|民(?!政)))"
_STEM = re.compile(rf"(?:^|{_LEVEL})(?![一-龥]{{0,9}}{_LEVEL})([一-龥]{{2,10}})(?:局|委员会|委|厅)$")
"""汕头市环境保护局: its own domain by its name."""
_NARROWED = re.compile(
    r"(?<=公开|发布|公布|更新|各类)(?:各类|有关|相关|了)?(?!政府|政务|信息|工作)([一-龥]{2,5}?)"
    r"(?:行业|系统|方面的?|类)?(?=(?:政府|政务)?信息)"
)
_SEVERAL = re.compile(rf"(?:{DOMAINS}){{2,3}}")
_DOMAIN_WORDS = tuple(word for word in DOMAINS.split("|") if re.fullmatch(r"[一-龥]{2,4}", word))


_LONG_OF = {
    "环保": ("环境保护", "环境"), "市监": ("市场监管", "市场监督管理"), "人社": ("人力资源", "就业", "社会保障"),
    "住建": ("住房", "建设"), "卫健": ("卫生健康", "卫生"), "卫计": ("卫生", "计划生育"), "文旅": ("文化旅游", "文化", "旅游"),
    "文广": ("文化",), "食药监": ("食品药品", "食品", "药品"), "安监": ("安全生产",), "城管": ("城市管理",),
    "国土": ("国土资源",), "教体": ("教育", "体育"), "国资": ("国有资产",), "审批": ("行政审批", "行政许可"),
    "应急管理": ("安全生产",), "生态环境": ("环境保护",), "市场监督管理": ("食品", "药品"),
    "交运": ("交通运输", "交通"), "农水": ("农业", "水利"),
}  # fmt: skip
"""What short names of departments (环保局) stand for, besides what their own characters make."""


@lru_cache(maxsize=64)
def own_domains(name: str) -> tuple[str, ...]:
    """The domains that a publisher's name says are its own: all that a 扶贫办 discloses is of 扶贫."""
    police = ("警务", "公安") if "公安" in name else ()
    found = _STEM.search(name)
    stem = found.group(1) if found else ""
    short = (word for word in _DOMAIN_WORDS if word[0] in stem and word not in stem and shortens(word, stem))
    long = _LONG_OF.get(stem, ())
    return (*((stem,) if stem else ()), *_SEVERAL.findall(name), *DOMAIN.findall(name), *short, *long, *police)


def object_of(text: str, name: str) -> str:
    """What is counted, without a domain of the publisher's own before it: a 环保局's 环保信息 are its 信息."""
    plain = text.removesuffix("信息").removeprefix("各类").removesuffix("类")
    return "信息" if plain != text and plain and plain in own_domains(name) else text


def shortens(word: str, name: str) -> bool:
    """Whether a word is made of a name's characters in their order: 环保 of 环境保护."""
    rest = iter(name)
    return all(char in rest for char in word)


def without_short_names(text: str, name: str) -> tuple[str, bool]:
    """The text without the short names of a department (区安监局), and whether there was one."""
    name = name.removesuffix("公室") if name.endswith("办公室") else name
    if name[-1] not in "局委办厅" and not name.endswith("委员会"):
        return text, False
    for match in _SHORT.finditer(text):
        rest = iter(name)
        if all(char in rest for char in match.group(1)) and match.group(2) in (name[-1], "委" if name.endswith("委员会") else ""):
            return _without_region(text[: match.start()], match.group()[0], name) + text[match.end() :], True
    bare, stem = _BARE_SHORT.match(text), _OWN_STEM.match(name)
    if bare and stem and bare["last"] == name[-1] and bare["short"][0] == stem[1][0] and shortens(bare["short"], stem[1]):
        return text[: bare.start("short")] + text[bare.end("last") :], True
    return _without_later_name(text, name)


def _without_region(before: str, level: str, name: str) -> str:
    """The words before a short name without the region that the whole name has, too: 丙山 of 丙山市人社局."""
    region = next((before[-size:] for size in (4, 3, 2) if len(before) >= size and before[-size:] + level in name), "")
    return before.removesuffix(region)


_BARE_SHORT = re.compile(
    r"(?:由|在|目前)?(?P<short>[一-龥]{2,3}?)(?P<last>[局办委])"
    r"(?=通过|主动|公开|发布|共|累计|全年|配|设|收到|受理|未|明确|安排|指定|确定|落实|微|网|门|官|在|的)"
)
"""政务办配备1名 of a 政务服务办公室, 人社局公开 of a 人力资源和社会保障局: its short name, with no region before it."""
_OWN_STEM = re.compile(r"(?:.*[省市县区州旗盟])?([一-龥]{3,12})[局办委]$")


def _without_later_name(text: str, name: str) -> tuple[str, bool]:
    """The text without a longer name of the same department (区文化和旅游体育局 of a 文化旅游局), and whether there was one."""
    stem = _STEM.search(name)
    for match in _LONGER.finditer(text) if stem and len(stem.group(1)) >= _LEAST else ():
        printed = iter(match.group(1))
        if stem and match.group(2) == name[-1] and all(char in printed for char in stem.group(1)):
            return text[: match.start()] + text[match.end() :], True
    return text, False


_LEAST = 4
"""Shorter stems (文化) are a part of too many names."""
_LONGER = re.compile(r"[省市县区州旗]([一-龥]{5,12}?)([局委厅])")


_BOTH_SEATS = re.compile(
    r"[向对]?(?:[县区市州旗盟]|人民)*政府[、及和与]其?(?:[县区市州旗盟]|人民|政府)*办公[室厅](?:(?:提出|申请|递交|提交)?的)?"
    r"(?=(?:各类|有关|相关)*(?:政府)?(?:信息公开|依申请公开|公开)(?:申请|政府信息|信息)?)"
)


def without_both_seats(text: str, name: str) -> str:
    """The phrase of an office that answers for its government too without both: 办理县政府及县政府办公室信息公开申请."""
    return _BOTH_SEATS.sub("", text) if name.endswith(("办公室", "办公厅")) else text


_SEATS = ("府", "府办公室", "县", "市", "区", "旗", "州", "镇", "乡", "街道办事处")
_ONE_BODY = r"[省市县区州旗盟镇乡]?(?:本级)?(?:党委|党工委)?(?:人民)?政府(?:办公室|办)?|[县市区州]本级"
_OWN_BODIES = re.compile(
    rf"(?<=公开|发布|公布|更新)了?(?:(?:{_ONE_BODY})(?:(?:[、及和与]|以及)(?:{_ONE_BODY}))+|[镇乡]党委、?政府)的?"
    r"(?=(?:主动公开的?)?(?:政府|政务|工作|各类)*信息)"
)
"""公开市政府及市政府办公室信息: of the government and its office, which are one."""


def without_own_domains(text: str, name: str) -> str:
    """The phrase without the publisher's own domains: 公开水利信息 of a 水利局 is 公开信息."""
    if "街道信息" in text and "街道" in name:
        text = text.replace("公开街道信息", "公开信息").replace("发布街道信息", "发布信息")
    if name.endswith(_SEATS) and ("政府" in text or "本级" in text):
        text = _OWN_BODIES.sub("", text)
    elif "部门信息" in text and name[-1] in "局委厅" and "各" not in text:
        text = text.replace("公开部门信息", "公开信息")
    if "微" in text and len(name) > _LEAST:
        region = f"{re.escape(name[:2])}|{re.escape(name[1:3])}"
        text = re.sub(rf"(?<=微博|微信)(?:{region})[一-龥]{{0,4}}(?=(?:共|累计|全年)?(?:发布|推送))", "", text)
    for domain in own_domains(name):
        if f"{domain}" in text and "网" in text:
            text = re.sub(f"{domain}(?:公众|信息|政务)?网站?(?![络格页民友])", "网站", text)
        text = text.replace(f"{domain}微", "微").replace(f"{domain}公众号", "公众号")
        if "领域" in text:
            text = re.sub(f"(?:围绕|聚焦|突出){domain}等?(?:重点)?领域[，,]?(?=公开|发布)", "", text)
        if f"{domain}类" in text or f"{domain}方面" in text:
            text = re.sub(f"{domain}(?:类|方面的?)(?=(?:政府|政务)?信息)", "", text)
        if "信息" in text:
            text = re.sub(f"(公开|更新|推送|各类){domain}(?:行政)?(?:工作)?信息", "\\1信息", text)
        text = text if f"发布{domain}动态" in text else text.replace(f"发布{domain}", "发布")  # 林业动态: a kind
        text = text.replace(f"{domain}类信息", "信息").replace(f"{domain}政府信息", "政府信息")
    narrowed = _NARROWED.search(text) if "信息" in text else None
    stem = _STEM.search(name) if narrowed else None
    if narrowed and stem and shortens(narrowed.group(1), stem.group(1)):
        text = text[: narrowed.start(1)] + text[narrowed.end() :]  # 公开城管信息 of a 城市管理局
    return text
