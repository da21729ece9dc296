"""A publisher's own domains and its short names: 水利动态 of a 水利局 are its news, 区安监局 is itself."""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.wording.cues import DOMAIN

_SHORT = re.compile(r"[省市县区州旗]([一-龥]{1,5}?)([局委办厅])(?![一-龥]?[会属])")
_STEM = re.compile(r"[省市县区州旗盟](?![一-龥]{0,5}[省市县区州旗盟])([一-龥]{2,6})(?:局|委员会|委|厅)$")
"""汕头市环境保护局: its own domain by its name."""


@lru_cache(maxsize=64)
def own_domains(name: str) -> tuple[str, ...]:
    """The domains that a publisher's name says are its own: all that a 扶贫办 discloses is of 扶贫."""
    police = ("警务", "公安") if "公安" in name else ()
    stem = _STEM.search(name)
    return (*((stem.group(1),) if stem else ()), *DOMAIN.findall(name), *police)


def without_short_names(text: str, name: str) -> tuple[str, bool]:
    """The text without the short names of a department (区安监局), and whether there was one."""
    name = name.removesuffix("公室") if name.endswith("办公室") else name
    if name[-1] not in "局委办厅" and not name.endswith("委员会"):
        return text, False
    for match in _SHORT.finditer(text):
        rest = iter(name)
        if all(char in rest for char in match.group(1)) and match.group(2) in (name[-1], "委" if name.endswith("委员会") else ""):
            return text[: match.start()] + text[match.end() :], True
    return text, False


def without_own_domains(text: str, name: str) -> str:
    """The phrase without the publisher's own domains: 公开水利信息 of a 水利局 is 公开信息."""
    for domain in own_domains(name):
        text = text.replace(f"{domain}公众网", "网").replace(f"{domain}信息网", "网").replace(f"{domain}网", "网")
        text = text.replace(f"{domain}微", "微")
        text = text.replace(f"公开{domain}信息", "公开信息")
        text = text if f"发布{domain}动态" in text else text.replace(f"发布{domain}", "发布")  # 林业动态: a kind
        text = text.replace(f"更新{domain}信息", "更新信息")
        text = text.replace(f"各类{domain}信息", "各类信息").replace(f"{domain}类信息", "信息")
        text = text.replace(f"{domain}政府信息", "政府信息").replace(f"公开{domain}行政信息", "公开信息")
    return text
