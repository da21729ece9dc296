"""The names by which a report's publisher may be called in it."""

from __future__ import annotations

import re
from itertools import islice

_TITLE = re.compile(r"(?:20\d\d|二[〇○零]|政府信息公开|政务公开|信息公开)[^\n《》，,。；;]{0,24}?(?:报告|年报|总结|说明)")
_BEFORE_TITLE = re.compile(r"[一-龥·（）()]{2,40}$")
_COMPILED = re.compile(
    r"由([一-龥]{3,30}?)(?:根据|按照|依据|依照|编制|组织)|(?:^|[。\n，])([一-龥]{3,24}?)(?:根据|按照|依据|依照)[《（(国中]"
)
_AFTER_YEAR = re.compile(r"20\d\d年度?([一-龥]{3,30}?)(?:政府信息公开|政务公开|信息公开)")
_AROUND_NAME = re.compile(
    r"^(?:标题|名称|现将|将|[^（(]{0,20}[）)][和及与、]?(?=.))|(?:"
    r"(?:按照?(?:有关|相关)?(?:规定|要求)|依法|现|予以)*(?:编制|公布|发布|形成|起草)了?|关于)$"
)
_NO_NAME = re.compile(
    r"信息|公开|工作|报告|结合|实际|情况|[我本该][省市县区镇乡局委办厅院街单部]|中国|共和国|国务院|年度|社会(?!保障|事务|福利|保险|组织)|^[我本全]|以来|要求|精神|关于|通知|办法|条例|认真|编制|公布|[没因]|未[收发接受]|收到|受理|发生|接到"
)
_SEAT = re.compile(r"(?:人民政府|政府)?(?:政务公开)?(?:(?<=[府开省县区市州旗盟镇乡道会局委])(?:办公室|办公厅))?$")
_SUBDISTRICT = re.compile(r"(?:人民政府)?([一-龥]{1,10}?)(?:街道|街|地区)?(?:办事处|街道)$")
_IN_BRACKETS = re.compile(r"[（(]([一-龥]{3,12})[）)]")
"""开发区(白洋街道): the second name of the same office."""
_ZONE = re.compile(r"(?:开发区|园区|新区|高新区|度假区|示范区|管委会|管理委员会)$")
_ADMINISTERS, _SHORT = re.compile(r"(?:行政|监督)*管理(?=局$)"), 2
"""公路管理局 calls itself 公路局."""
_BOARD = re.compile(r"([一-龥]{2,4}?)(?:编纂|工作|管理|建设|协调)?委员会$")
"""地方志编纂委员会办公室 is 县地方志办 for short."""
_AND = re.compile(r"(?<=[一-龥]{2})和(?=[一-龥]{2,12}[局委厅]$)")
"""人力资源社会保障局 is the 人力资源和社会保障局."""
_BRANCH = re.compile(r"(?:省|市|州|盟|[县区旗])(?P<of>[一-龥]{2,8})局(?P<at>[一-龥]{2,6})分局$")
"""青山市公安局临江分局 is the 临江公安分局, or the 区公安分局."""
_TAIL = re.compile(r"(?:省|自治区|市|自治州|州|盟|地区|县|区|旗)(?=[一-龥]{2})")


def publisher_names(head: str, publisher: str | None = None) -> tuple[str, ...]:
    """The names by which a report's publisher may be called in it, longest first, read off its title and first lines.

    >>> publisher_names("青山县白水镇人民政府2017年政府信息公开年度报告")[-1]
    '白水'
    """
    before = [_BEFORE_TITLE.search(head, max(0, title.start() - 40), title.start()) for title in islice(_TITLE.finditer(head), 3)]
    found = [_AROUND_NAME.sub("", match.group()) for match in before if match]
    found += [match.group(1) for match in islice(_AFTER_YEAR.finditer(head, 0, 120), 1)]
    compiled = _COMPILED.search(head)
    found += [compiled.group(1) or compiled.group(2)] if compiled else []
    found += [inner for name in found for inner in _IN_BRACKETS.findall(name)]
    names: set[str] = set()
    for name in (*found, *([publisher] if publisher else ())):
        base = _SEAT.sub("", name)
        parts = [part for part in _TAIL.split(base) if part]
        tail = parts[-1] if parts else base
        for call in {one for named in (base, tail) for one in (named, _AND.sub("", named))}:
            if len(call) >= 3 and (name == publisher or not _NO_NAME.search(call)):
                names.add(call)
                if call[-1] in "省县区市镇乡旗州盟":
                    names |= {f"{call}人民政府", f"{call}政府", call[:-1]}
                if _ZONE.search(call):
                    names |= {"开发区管委会", "园区管委会", "新区管委会", "管理委员会", "管委会", "开发区", "园区"}
                if base != name and "办公" in name and base[-1] in "省县区市州旗":
                    names |= {f"{base[-1]}{seat}" for seat in ("人民政府办公室", "政府办公室", "政府办")}
                    names |= {"办公室本级", "政府办公室", "政府办"}
                if subdistrict := _SUBDISTRICT.match(call):
                    name_of = subdistrict.group(1)
                    names |= {f"{name_of}{tail}" for tail in ("街道", "街道办事处", "街道办", "办事处", "街")}
                    names |= {"街道办事处", "街道办", "街办"}
                if call.endswith(("分局", "支队", "大队", "总队")):
                    names.add(call[-2:])
                if branch := _BRANCH.search(base):
                    names |= {f"{side}{branch['of']}分局" for side in ("市", "县", "区", branch["at"], "")}
                if (short := _ADMINISTERS.sub("", call)) != call and len(short) > _SHORT:
                    names.add(short)
                if base != name and (board := _BOARD.match(call)):
                    names |= {f"{side}{board.group(1)}办" for side in ("省", "市", "县", "区", "州", "")}
                if call[-1] in "局委办院厅":
                    names.add(f"{call[1 + max(call.rfind(level) for level in '省市县区州旗'):-1]}系统")
                    names |= {f"{side}{call}" for side in "省市县区州"}
    return tuple(sorted((name for name in names if len(name) > 1), key=lambda name: (-len(name), name)))[:40]
