"""What the shape of an office's name says: its full form, its level, whether it can be the name of an office at all."""

from __future__ import annotations

import re
from functools import lru_cache

from models.divisions import gazetteer
from pipelines.folding import fold, squeeze
from pipelines.genuineness.offices import is_foreign_name
from pipelines.items import Level

_MUNICIPALITIES = {"北京市", "天津市", "上海市", "重庆市"}
DIVISION_TAIL = "省|自治区|自治州|自治县|自治旗|地区|新区|特区|林区|市|县|区|旗|州|盟|民族乡|乡|镇|苏木|街道"
_DEPARTMENT = re.compile(
    r"(?:局|委|委员会|厅|办|办公[室厅]|中心|院|站|所|队|处|校|学|园|馆|社|协会|部|海关|联合会|公司|集团|银行|支行|基金会"
    r"|总工会|工会|妇联|残联|联社|社区|村|组|署|台|厂|场|事务所|服务所|支队|大队|管委会|工委|小组)$"
)
_ZONE = re.compile(
    r"(?:新区|高新(?:技术产业(?:开发)?)?区|经济(?:技术)?开发区|开发区|示范区|保税区|风景(?:名胜)?区|度假区|.{2}园区|管理区)"
)
_OFFICE = re.compile(
    r"(?P<seat>.{1,24}?[省市县区旗州盟乡镇])(?:人民)?(?:政府(?:信息公开)?|党政(?:综合)?|党委|政务(?:信息)?公开|政务信息|信息公开)"
    r"(?:工作)?(?:领导小组)?(?:综合)?(?:办公[室厅]|办)(?:政务公开.{0,6}|信息公开.{0,6})?"
)
_SELF = re.compile(
    r"^(?:我|本|全|该|各|贵|其|由|县级|市级|区级|镇级|乡级)(?:[省市县区旗州乡镇局委办院厅站所队处校室中心部级]|街道|机关|单位|行政机关|部门|辖区|年度?)*$"
)
_NOT_A_NAME = re.compile(r"^(?:年度|工作|关于|基层|部门|乡镇|各.*|有关.*|及其.*|政府|人民政府|信息公开|本级|县直|\W+)$")


def is_foreign(name: str) -> bool:
    """True where what stands in the office's place cannot be one: a domain, a Latin brand, gambling, adult, loan words."""
    return is_foreign_name(name)


def is_name(name: str) -> bool:
    """True for text that may be an office's name: Chinese, 2 to 40 signs, not 我局 or 全县, not a word of a title."""
    bare = squeeze(fold(name))
    if not 2 <= len(bare) <= 40 or _SELF.match(bare) or _NOT_A_NAME.match(bare):
        return False
    return bool(re.fullmatch(r"[\u3400-\u9fff·、()0-9]+", bare)) and not is_foreign(bare)


_OFFICE_TAIL = re.compile(
    r"(?:[省市县区旗州盟乡镇]|街道|[^大一二三四五六七八九东南西北]街|苏木|政府|局|委|委员会|办|办公[室厅]|办事处|厅|中心|院|站|公署"
    r"|公司|联合会|[残妇文侨]联|工商联|社科联|科协|[队所处会馆校学社部]|[〇零一二三四五六七八九十百\d]团)(?:\([^()]*\))?$"
)


def is_office(name: str) -> bool:
    """True where the name ends like that of a division or an office; a stray word of a title does not."""
    return _OFFICE_TAIL.search(squeeze(fold(name))) is not None


def full_name(name: str) -> str:
    """The office's name in full: a division becomes its government, 县政府 becomes 县人民政府, anything else stays.

    >>> full_name("永宁县"), full_name("樟木乡政府"), full_name("经纬街道"), full_name("县教育局")
    ('永宁县人民政府', '樟木乡人民政府', '经纬街道办事处', '县教育局')
    """
    bare = squeeze(name)
    if bare.endswith("街道办"):
        return bare + "事处"
    if bare.endswith("街道"):
        return bare + "办事处"
    if _SHORT_STREET.search(bare):
        return bare + "道办事处"
    if bare.endswith("地区"):
        return bare + "行政公署"
    if bare.endswith("盟") and not bare.endswith(("联盟", "同盟")):
        return bare + "行政公署"
    bare = re.sub(r"(?<!人民)政府(?=$|办公[室厅]$)", "人民政府", bare)
    bare = re.sub(r"(?<!人民)政府办$|(?<=[省市县区旗州盟乡镇])府办(?:公室)?$", "人民政府办公室", bare)
    folded = fold(bare)
    if re.search(r"(?:[省市县旗州乡镇]|自治区|苏木)$", folded) or (folded.endswith("区") and not _is_zone(folded)):
        return bare + "人民政府"
    return bare


_SHORT_STREET = re.compile(r"[^大一二三四五六七八九东南西北]街$")
"""武湖街 for 武湖街道: how Wuhan, Guangzhou and Shaoguan call theirs; 大街 and 东街 are roads."""


def _is_zone(name: str) -> bool:
    return bool(_ZONE.search(name[-8:])) and not name.endswith("新区")


def seat_of(office: str) -> str | None:
    """The division whose general office this is: 永宁县人民政府办公室 -> 永宁县; None for any other office."""
    match = _OFFICE.fullmatch(squeeze(office))
    return match["seat"] if match else None


def _city(name: str, text: str, code: str | None) -> Level | None:
    """Level of a 市: by its position under another, by the division code of its site, by what it calls its parts."""
    if name in _MUNICIPALITIES:
        return "province"
    if re.search(r"..(?:[市盟]|地区|州)..+$", name):  # 玉树州玉树市; the 州 of 泉州市 is no division
        return "county"
    if code and re.fullmatch(r"\d{6}.*", code):
        return "prefecture" if code[4:6] == "00" else "county"
    if known := _known_city(name):
        return known
    if re.search(rf"县级市|市\(县级\)|{re.escape(name[:-1])}撤县设市", text):
        return "county"
    if re.search(r"各县|各区(?!域)|县\(市|县区|区县|市\(县|各市(?![直级政属局场有])", text):
        return "prefecture"
    if re.search(r"各乡|各镇|乡镇|镇\(|镇街|镇、街道", text):
        return "county"
    return None


@lru_cache(maxsize=512)
def _known_city(name: str) -> Level | None:
    """Level of a city that the gazetteer knows, None for an unknown one and for those that were both (毕节市, 儋州市)."""
    depths = {one.depth for one in gazetteer().by_name.get(re.sub(r"^.+?(?:省|自治区)", "", name), ())}
    return "prefecture" if depths == {2} else "county" if depths == {3} else None


def level_of(name: str, text: str = "", code: str | None = None) -> Level | None:
    """The level that a publisher's name shows; `text` is the report and `code` the site's division code, for a 市 only.

    >>> level_of("海盐县沈荡镇人民政府"), level_of("兴国县农业农村局"), level_of("内蒙古自治区人民政府")
    ('township', 'department', 'province')
    """
    bare = re.sub(r"\([^()]*\)$", "", squeeze(fold(name)))
    head = re.sub(r"(?:人民政府|行政公署|人民政府?)$", "", bare)
    if head == bare and not re.search(rf"(?:{DIVISION_TAIL})$", bare):
        if re.search(r"(?:(?:街道|镇|乡|地区|[市县区旗][^驻省市县区旗]{2,5}|^[^驻]{2,4})办事处|街道|街)$", bare):
            return "township"
        if re.search(r"(?:管理委员会|管委会)$", bare):
            zone = _ZONE.search(bare)
            return "county" if zone and not re.search(r"[县区旗]", bare[: zone.start()]) else "department"
        if _seat_level(bare) == "township":
            return "township"
        return "department" if _DEPARTMENT.search(bare) else None
    return _division_level(head, fold(text)[:20000], code)


def _seat_level(name: str) -> Level | None:
    """Level of a town's own general office: 安华镇党政办公室 writes the town's report."""
    seat = seat_of(name)
    return "township" if seat and seat.endswith(("乡", "镇")) else None


def _division_level(head: str, text: str, code: str | None) -> Level | None:
    if head.endswith(("街道", "乡", "镇", "苏木")):
        return "township"
    if head.endswith(("省", "自治区")):
        return "province"
    if head.endswith(("地区", "盟", "州")):
        return "prefecture"
    if head.endswith("管理区"):
        # 屈原管理区 has towns under it, 熊口管理区 villages: only the report tells.
        if re.search(r"乡镇|各镇|镇\(|镇街", text):
            return "county"
        return "township" if re.search(r"各村|社区|\(村\)", text) else None
    if head.endswith(("县", "旗", "区")):
        return "county"
    return _city(head, text, code) if head.endswith("市") else None
