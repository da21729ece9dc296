"""How to reach the office: phone, fax, e-mail, address, postcode and website, as a report prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.folding import fold
from pipelines.items import Contact, Finding

_PHONE = re.compile(
    r"(?:\(?0\d{2,3}\)?[ -]{0,4})?[1-9]\d{6,7}(?!\d)(?:(?:-| ?(?:转|分机号?) ?:?)\d{1,5}(?!\d))?"
    r"|\+?86[ -]0?\d{2,3}[ -][1-9]\d{6,7}(?!\d)"
    r"|(?:\+?86[- ]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)|0\d{9,11}(?!\d)"
    r"|[48]00-?\d{3}-?\d{4}(?!\d)|(?:\(?0\d{2,3}\)?[ -]{1,4})[1-9]\d{2,3}[ -]\d{4}(?!\d)"
)
_LEAD = r"[^\d\n。;+A-Za-z]{0,14}?"
_NUMBER = re.compile(rf"{_LEAD}(?<!\d)({_PHONE.pattern})")
_BEFORE = re.compile(rf"(?<!\d)({_PHONE.pattern}) ?\($")
"""0977-6651002(电话): the number stands before its label."""
_EMAIL = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._+-]{0,39} ?(?:@|#|\(at\)|\[at\]) ?[A-Za-z0-9-]{1,30}(?: ?\. ?[A-Za-z0-9-]{2,12}){1,3}"
)
_EMAIL_LOST = re.compile(r"[^A-Za-z0-9\n。;]{0,6}([A-Za-z0-9][A-Za-z0-9_+-]{3,39}\.(?:com|cn|net|org)(?:\.cn)?)(?![A-Za-z0-9.])")
_PROTECTED = re.compile(r"\[?email ?protected\]?", re.IGNORECASE)
_POSTCODE = re.compile(r"[^\d\n。;]{0,8}(\d{6})(?!\d)")
_POSTCODE_BEFORE = re.compile(r"(?<!\d)(\d{6}) ?\($")
_WEBSITE = re.compile(
    r"(?<![A-Za-z0-9@./-])(?:https?: ?//)?[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,30}){0,4}\.(?:cn|com|net|org)"
    r"(?![A-Za-z0-9])(?::\d{2,5})?"
    r"(?:/[\w./%?=&~-]{0,100})?",
    re.ASCII,
)
_SITE_LABEL = re.compile(r"(?:网|平台|门户)[^\n。@]{0,16}$")
_ADDRESS = re.compile(r" {0,2}(?::|为:?|是|在) {0,2}([^,;。\n|\t]{4,80})")
_ADDRESS_END = re.compile(
    r"[(\s、]{0,3}(?:邮政编码|邮政编号|邮编|联系|电话|办公电话|咨询|传真|电子|邮箱|E-?mail|网址|网站|办公时间|受理|信函|收件|监督)",
    re.IGNORECASE,
)
_NOT_POSTAL = re.compile(r"(?:网|网站|邮箱|邮件|电子|下载|链接|页|域名|IP|ip|站)$")
_SOCIAL = re.compile(r"weibo|t\.qq\.com|t\.sina|weixin|mp\.qq|toutiao|douyin", re.IGNORECASE)
_OTHERS = re.compile(r"(?:举报|监督|投诉|热线|信访|纪检|报警|12345)\S{0,4}$")


def _hits(text: str, *labels: str) -> Iterator[tuple[int, int]]:
    """Start and end of up to a dozen places of each label; `str.find` is far quicker than one pattern over a whole report."""
    for label in labels:
        at = -1
        for _ in range(12):
            at = text.find(label, at + 1)
            if at < 0:
                break
            yield at, at + len(label)


_NO_PHONE = ("@", "件", "次", "人次", "元", "余")
"""What follows digits that are no telephone number: a mailbox's name, a count."""


def _number(text: str, folded: str, *labels: str) -> str | None:
    """The number behind the first of the labels, as printed; those of hotlines and complaint desks only when no other is."""
    found: list[tuple[bool, int, str]] = []
    for start, end in _hits(folded, *labels):
        match = _number_at(folded, start, end)
        if match and not folded.startswith(_NO_PHONE, match.end(1)):
            other = bool(_OTHERS.search(folded[max(0, start - 8) : start]))
            found.append((other, start, text[match.start(1) : match.end(1)].strip()))
    return _closed(min(found)[2]) if found else None


def _number_at(folded: str, start: int, end: int) -> re.Match[str] | None:
    """The number that a label from `start` to `end` names: before it where the label alone stands in brackets, else behind."""
    if folded.startswith(")", end) and (before := _BEFORE.search(folded, max(0, start - 24), start)):
        return before
    return _NUMBER.match(folded, end, min(len(folded), end + 60))


def _closed(number: str) -> str:
    """The number without a bracket that has lost its partner: 0951)8021996 keeps what it has, (0951 8021996 loses one."""
    folded = fold(number)
    return number.lstrip("(（") if folded.count("(") > folded.count(")") else number


def _email(text: str, folded: str) -> tuple[str | None, Finding | None]:
    for at, _ in _hits(folded, "@", "#", "(at)", "[at]"):
        begin = max(0, at - 42)
        for match in _EMAIL.finditer(folded, begin, min(len(folded), at + 60)):
            if match.start() <= at < match.end() and not match.group()[0].isspace():
                return text[match.start() : match.end()].strip(), None
    for _, end in _hits(folded, "邮箱", "邮件", "mail", "MAIL"):
        if lost := _EMAIL_LOST.match(folded, end, min(len(folded), end + 60)):
            printed = text[lost.start(1) : lost.end(1)]
            if not printed.lower().startswith(("www.", "http")):
                return printed, Finding("email-lost-at", "fail", "the e-mail address has lost its @ sign", printed)
        if hidden := _PROTECTED.search(folded, end, min(len(folded), end + 30)):
            return None, Finding("email-obfuscated", "fail", "the site's script hides the e-mail address", hidden.group())
    return None, None


def _address(text: str, folded: str) -> str | None:
    for start, end in _hits(folded, "地址", "地 址"):
        if _NOT_POSTAL.search(folded[max(0, start - 4) : start]):
            continue
        match = _ADDRESS.match(folded, end, min(len(folded), end + 90))
        if match is None:
            continue
        value = match[1]
        if stop := _ADDRESS_END.search(value):
            value = value[: stop.start()]
        if value.count(")") > value.count("("):
            value = value[: value.rindex(")")]
        printed = text[match.start(1) : match.start(1) + len(value)].strip(" (（、,，")
        if (
            len(printed) >= 4
            and any("\u4e00" <= sign <= "\u9fff" for sign in printed)
            and "http" not in printed
            and "地址" not in printed
        ):
            return printed
    return _street(text, folded)


_STREET = re.compile(
    r"[:,;(] {0,2}((?:[\u4e00-\u9fff“”\"]{2,24} ?(?:路|街|道|巷|弄|村|镇|中心|大厦|大楼|大院|广场|园区)"
    r"[\u4e00-\u9fff]{0,8} ?\d{1,5} ?号(?:院|楼)?"
    r"|[\u4e00-\u9fff]{2,24}(?:中心|大厦|大楼|大院|广场) ?[A-Z]?\d{0,3} ?(?:号楼|[座栋幢楼])? ?"
    r"[A-Z]?\d{1,4} ?(?:室|房间?|办公室))"
    r"[^,;:。()\n\d]{0,16}(?:\d{1,4} ?(?:号楼|室|层|楼|房间?|办公室|号)){0,3})(?=[,;。)\n]|$)"
)
"""联系方式：青山县文化路3号，邮编…: a street and a number say what they are without a label."""


def _street(text: str, folded: str) -> str | None:
    """The address that stands without a label in what tells how to reach the office."""
    for start, _ in _hits(folded, "联系"):
        match = _STREET.search(folded, start, min(len(folded), start + 90))
        if match and "。" not in folded[start : match.start()] and "\n" not in folded[start : match.start()]:
            return text[match.start(1) : match.end(1)].strip()
    return None


def _postcode(text: str, folded: str) -> str | None:
    for start, end in _hits(folded, "邮编", "邮政编码", "邮政编号", "邮 编"):
        before = _POSTCODE_BEFORE.search(folded, max(0, start - 10), start) if folded.startswith(")", end) else None
        if match := before or _POSTCODE.match(folded, end, min(len(folded), end + 20)):
            return text[match.start(1) : match.end(1)]
    return None


def _website(text: str, folded: str) -> str | None:
    """The address of the site that carries the report: behind 网址, 网站 and the like; no microblogs, no mail hosts."""
    for at, _ in sorted(_hits(folded, ".cn", ".com", ".net", ".org")):
        for match in _WEBSITE.finditer(folded, max(0, at - 80), min(len(folded), at + 120)):
            labelled = _SITE_LABEL.search(folded[max(0, match.start() - 20) : match.start()])
            if match.start() < at < match.end() and labelled and not _SOCIAL.search(match.group()):
                return text[match.start() : match.end()].rstrip("./-")
    return None


def read_contact(text: str) -> tuple[Contact, tuple[Finding, ...]]:
    """The contact lines of a report, None for what it does not print, and a finding for an e-mail that lost its @."""
    folded = fold(text)
    email, finding = _email(text, folded)
    contact = Contact(
        phone=_number(text, folded, "电话", "联系方式", "电 话", "热线", "联系人")
        or _number(text, folded, "来电", "致电", "咨询")
        or _number(text, folded, "拨打", "垂询", "联系", "TEL", "Tel"),
        fax=_number(text, folded, "传真", "传 真", "FAX", "Fax"),
        email=email,
        address=_address(text, folded),
        postcode=_postcode(text, folded),
        website=_website(text, folded),
    )
    return contact, (finding,) if finding else ()
