"""The title of a report: where it is looked for, what is trimmed off, how a title broken over lines is joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote_to_bytes

from pipelines.field.seen import Furniture, Title
from pipelines.field.title_lines import CLOSES, begins_anew, is_furniture, is_label, is_path, is_seat_of
from pipelines.field.years import years_in
from pipelines.folding import fold, squeeze
from pipelines.items import Page, View

TOPIC = re.compile(
    r"政府信息(?:主动|年度|工作)?公开|政[府务]信息和政务公开|政务信息公开|政[府务]公开|信息(?:年度|工作)?公开|政府(?:信息)?资讯公开"
    r"|(?:政府)?信息公(?=(?:工作|年度?)[^。;]{0,6}(?:报|总))|政府(?:信|息|信息信?)公开"
)
"""The last ones are slips of typing: 政府信息公工作年度报告, 政府信公开."""
_KIND = (
    r"(?:年度?工作报告|年度报告[表书]?|情况(?:统计)?表(?=\((?:年度报告|年报)\))|年报告|工作年报|年报表?|工作报告|工作总结|年度总结|情况报告|情况总结|情况的报告"
    r"|情况汇报|工作汇报|汇报|工作小结|小结|报告[书表]|报告|报吿|年度报(?=$|\()|总结|工作情况|情况)"
)
_REPORT = re.compile(
    rf"[^。;!?]{{0,60}}?(?:{TOPIC.pattern})[^。;!?]{{0,24}}?{_KIND}(?:(?:及|和|暨)[^。;]{{2,24}}(?:计划|打算|安排|思路|要点))?(?:汇总)?"
    r"(?:\([^()]{2,30}\))?(?:-?20\d\d年?度?)?(?:的?公[示告])?"
    rf"|[^。;!?]{{0,40}}?(?:报告|年报|总结)\((?:{TOPIC.pattern})(?:工作)?(?:情况)?\)"
)
"""…情况的公告, and 2015年终总结（政务公开工作）."""
_ISSUES = re.compile(r"(?:公布|发布|公开|印发|转发)(?=[^公]{0,40}公开[^公]{0,24}的?公[示告]$)")
"""关于公布…年度报告的公告: a notice, which has its report's name in its own."""
_TRAILER = re.compile(
    r"[\s_|-]*[\[(](?:文字版|图文版|文字稿|文字|全文|正文|公开版|网页版|电子版|PDF版?|pdf版?|[wW]ord版?|WORD版?|终稿|定稿|最终版|最终稿"
    r"|发布稿|附件|附表|图|新)[\])]\s*$"
)
_SUFFIX = re.compile(r"\.(?:docx?|wps|pdf|ofd|xlsx?|rtf|txt|s?html?|jsp|aspx?)\s*$", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?<=[告报结])[\s|]{0,8}[\[(]?(?:20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s{0,2}\d{1,2}:\d\d(?::\d\d)?)?[\])]?"
    r"(?=$|[\s|\[(]|来源|信息|作者|发布|浏览|点击|阅读|字[体号]|打印|分享)"
    r"|(?:(?:发布|公开|发文|更新)?(?:时间|日期)|(?:信息|文章|稿件)?来源|(?:浏览|点击|阅读)(?:次数|量|数)?|作者|字[体号]|编辑"
    r"|发布(?:者|人|单位|机构)) ?:).*$"
)
"""The page's line that runs on behind a title: 2024-01-23 08:15 来源:…, 发布时间:…, 【字体:大 中 小】."""
_LEADER = re.compile(
    r"^(?:(?:标题|名称|题目|信息名称|附件? ?\d?|您?(?:现在|正在|当前)[^:]{2,8})\s*:\s*"
    r"|\[[^\[\]]{1,12}\]\s*|\([文图全网][^()]{1,3}[版文]\)\s*|[·•◆■★●>\s]+|《(?=[^》]*》\s*$))"
)
_SITE = re.compile(r"\s*(?:[_|»>＞]+|\s-{1,3}\s|(?<!\d)-{1,3}|-{1,3}(?!\d)|::)\s*")
_SECTION = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?!\d)|第[一二三四五六七八九十]+[章部节]|附[件表]\d?[:.]?"
    r"|本(?!溪|(?:[号寨斋庄塔]|布图)(?:回族)?[镇乡])|现|其中"
)
"""本年度…, but not 本溪市, 本斋回族乡."""
_LAYOUT_SPACE = re.compile(r"(?<=[^\x00-\x7f]) (?=\S)|(?<=\S) (?=[^\x00-\x7f])")
_TOPIC_WORD = re.compile("公 ?[开開]|[资資][讯訊]|信息公(?:工作|年)")
_KIND_WORD = re.compile("报 ?[告吿]|年度报|報 ?告|年 ?[报報]|总 ?[结結]|總 ?[结結]|小 ?结|汇 ?报|情 ?[况況]")
"""Begun by letters, not sets: found faster."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_CLOSING = frozenset("])")
_SITE_SIGN = re.compile("[_|»>＞:-]")
_HALF = 8
"""Characters of the shortest title that is known for one where a line prints it twice."""
_CUT = re.compile(r"(?:…|\.{3}|。。)\s*$")
NAME_LINE = re.compile(
    r"[^,。;:!?>|\[\]]{2,30}(?:[省市县区旗州盟乡镇]|街道|苏木|政府|局|委|委员会|办公[室厅]|办事处|厅|中心|院|站|管委会|公署|[队所处会馆校社])(?:[关關][于於])?(?:20\d\d年?度?)?"
)


@lru_cache(maxsize=1024)
def is_report_title(text: str) -> bool:
    """True where the whole line reads like the title of a report on openness, whatever it is of."""
    if len(text) > 110 or not may_be_title(text):
        return False
    line = squeeze(fold(text)).strip("《》")
    if _SECTION.match(line) or (line.endswith(("公告", "公示")) and _ISSUES.search(line)):
        return False
    return _REPORT.fullmatch(line) is not None


def may_be_title(text: str) -> bool:
    """A quick look that spares most lines the long pattern."""
    if "公" not in text and "资" not in text and "資" not in text:
        return False
    # A word is found ten times as fast as a pattern, and nearly every title has these two.
    said = "公开" in text or _TOPIC_WORD.search(text) is not None
    return said and ("报告" in text or "年报" in text or _KIND_WORD.search(text) is not None)


@lru_cache(maxsize=1024)
def trim(printed: str) -> str:
    """The title without (文字版), file suffix, list marks, quotation marks, inner line breaks.

    >>> trim("[年报]永宁县2018年政府信息公开工作 年度报告（文字版）.docx")
    '永宁县2018年政府信息公开工作年度报告'
    """
    text = " ".join(_UNSEEN.sub("", printed).split())
    for _ in range(3):
        shorter = _SUFFIX.sub("", text) if "." in text else text
        if fold(shorter).rstrip()[-1:] in _CLOSING and (cut := _TRAILER.search(fold(shorter))):
            shorter = shorter[: cut.start()]
        if lead := _LEADER.match(fold(shorter)):
            shorter = shorter[lead.end() :]
        if shorter == text:
            break
        text = shorter
    if "《" not in text:
        text = text.rstrip("》")
    # Chinese is written without spaces; one between two Chinese characters or beside a number is a break of layout.
    text = _LAYOUT_SPACE.sub("", text).strip() if " " in text else text
    half = len(text) // 2
    return text[:half] if half >= _HALF and text[:half] == text[half:] else text


def _announced_in(lines: tuple[str, ...]) -> Iterator[Title]:
    """The report that the heading of a notice names, where it stands under it without a title of its own."""
    for line in lines[:_NEAR]:
        named = _ANNOUNCES.search(line) if "《" in line else None
        if named and is_report_title(named[1]):
            yield Title(trim(named[1]), named[1], "page")


_NEAR = 6
_ANNOUNCES = re.compile(r"[关關][于於](?:公布|发布|公开|公示)《([^《》]{8,60})》的(?:公告|通告|公示|通知)$")
"""关于公布《大河镇2018年政府信息公开年度报告》的公告."""


@lru_cache(maxsize=256)
def _without_site(text: str) -> tuple[str, ...]:
    """The pieces of a title tag, those that name a report and its year first: 年报_柳河县2019年…年报_柳河县政府网."""
    folded = fold(text)
    if _SITE_SIGN.search(folded) is None:
        return (text,)
    bounds = [0, *(edge for match in _SITE.finditer(folded) for edge in match.span()), len(text)]
    pieces = [text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True) if text[start:end].strip()]
    if len(pieces) < 2:
        return (text,)
    told = [piece for piece in pieces if is_report_title(trim(piece)) and years_in(piece)]
    return (*told, text, *(piece for piece in pieces if piece not in told))


def _without_line(text: str) -> str:
    """A heading without the page's line, where that runs on behind the title in one element."""
    behind = _BEHIND.search(fold(text))
    return text[: behind.start()].rstrip() if behind and is_report_title(trim(text[: behind.start()])) else text


def _from_tag(text: str, source: str) -> Iterator[Title]:
    for piece in _without_site(_without_line(text)):
        title = trim(piece)
        if title:
            yield Title(title, " ".join(piece.split()), source)


def _from_opening(lines: tuple[str, ...]) -> Iterator[Title]:
    """A title that opens the first sentence, for a page that prints it nowhere else."""
    for line in lines[:4]:
        opening = _SENTENCE.split(line, maxsplit=1)[0]
        if len(opening) < len(line) and len(opening) <= 70 and is_report_title(opening) and years_in(opening):
            yield Title(trim(opening), opening, "opening")


_SENTENCE = re.compile(
    r"[，。,;；:：]|(?=按照|依据|根据|依照|遵照|向社会|[(（]以下简称|由[^，。]{2,20}编|\(统计|（统计|(?<=[告报结])\s+[一1引本为保【\[]"
    r"|(?<=[告报])(?=汇总.|综合|反映|涵盖|覆盖|收录|包[括含]|总结了|介绍|是|系|共|分为|由|主要|所[列含用涉]|的(?:统计|数据|期限)))"
)


def _from_lines(lines: tuple[str, ...], source: str) -> Iterator[Title]:
    """Titles among the first lines, joined over up to four lines; a unit's name on a line of its own belongs to the title."""
    taken = 0
    for first, opening in enumerate(lines[:40]):
        if first < taken:
            continue
        if _BODY.match(opening):
            yield from _behind_letter(lines[first + 1 : 40], source)
            return
        near = "".join(lines[first : first + 4])
        if len(opening) > 70 or "公" not in near or not may_be_title(near):  # most lines
            continue
        if is_furniture(opening):
            continue
        is_value = first > 0 and is_label(lines[first - 1])
        for last in range(first + 1, first + 2 if is_value else min(first + 4, len(lines)) + 1):
            piece = lines[first:last]
            if len(piece[-1]) > 70 or is_furniture(piece[-1]) or (len(piece) > 1 and begins_anew(*piece[-2:])):
                break
            if CLOSES.fullmatch(fold(piece[-1])):  # whoever signed above it, what comes now is another text
                break
            joined = "".join(piece)
            if not may_be_title(joined) or not is_report_title(trim(joined)):
                continue
            if last - first > 1 and not _may_join(piece):
                break
            yield Title(trim(joined), joined if last - first == 1 else "\n".join(piece), source)
            taken = last
            break


def _behind_letter(lines: tuple[str, ...], source: str) -> Iterator[Title]:
    """The title of a report that a letter or a notice brings along: a line of its own with its year, behind sentences."""
    for line in lines:
        if len(line) <= 70 and is_report_title(trim(line)) and years_in(line) and not line.startswith("关于"):
            yield Title(trim(line), line, source)
            return


_BODY = re.compile(r"一、|根据|按照|本报告|本年报|为(?:贯彻|深入|了)")


def _may_join(piece: tuple[str, ...]) -> bool:
    """True where the lines are one broken title: the first names a unit or a year, or breaks off before the last word."""
    opening = trim(piece[0])
    rest = trim("".join(piece[1:]))
    names = NAME_LINE.fullmatch(fold(opening)) is not None
    if is_report_title(opening) or is_report_title(rest):
        return names and opening not in rest and is_seat_of(opening, rest) and "网" not in opening and "首页" not in opening
    return names or bool(TOPIC.search(fold(opening)) or years_in(opening))


NAME_ROWS = ("标题", "名称", "信息名称", "公文名称", "文件名称")


def candidates(page: Page, furniture: Furniture, *, whole_page: bool = True) -> Iterator[Title]:
    """Every title that the page offers, the best evidence first.

    The heading is what a reader sees; the index table and ArticleTitle were typed for this very page; the first lines
    of the text come next; the title tag carries the site's name too; a list may have cut the title; a file name is last.
    For a part of a page (`whole_page` False) only its own lines speak.
    """
    view = page.view
    own = own_heading(furniture, view) if whole_page else None
    if whole_page:
        if view.heading and not _heads_a_list(view.heading, furniture, own):
            yield from _from_tag(view.heading, "heading")
        if row := furniture.row(*NAME_ROWS):
            yield from _from_tag(row, "index-table")
        if meta := view.meta.get("articletitle"):
            yield from _from_tag(meta, "meta")
        if not _is_specific(view.heading):
            yield from _own_first(furniture.lines)
            # Lists beside a page name other reports: they speak only where no heading of its own does, the nearest line first.
            above = _below_path(furniture.before) if own is None else furniture.before[own:]
            beside = above if own is not None or not _is_named_else(furniture, view) else ()
            yield from reversed(list(_from_lines(beside, "page")))
    yield from _from_lines(furniture.lines, "text")
    if whole_page:
        yield from _announced_in((view.heading or "", *reversed(furniture.before)))
        bare = [line for line in furniture.before if _BARE_YEAR.fullmatch(trim(line))]
        if own is not None and _BARE_YEAR.fullmatch(furniture.before[own]):
            yield from _from_tag(furniture.before[own], "page")
        elif len(bare) == 1 and bare[0] in furniture.before[-_NEAREST:]:
            yield from _from_tag(bare[0], "page")
        if view.title:
            yield from _from_tag(view.title, "title-tag")
        if page.listed:
            yield from _from_tag(page.listed.title, "list")
    yield from _from_opening(furniture.lines)
    if whole_page:
        for link in view.attachments:
            yield from _from_tag(link.label, "attachment")
        for address in (page.url, *(link.url for link in view.attachments[:10])):
            if name := _file_name(address):
                yield Title(trim(name), name, FILE_NAME)


FILE_NAME = "file-name"
"""Source of a title that the page prints nowhere: its file, or one it links to, is called so."""


def _file_name(url: str) -> str | None:
    """The Chinese name of the file that an address or a path ends with; None where it has none."""
    name = url.split("?")[0].split("#")[0].rpartition("/")[2][:600]
    raw = unquote_to_bytes(name)
    for codec in ("utf-8", "gb18030"):
        try:
            said = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        return said if may_be_title(said) else None
    return None


def _own_first(lines: tuple[str, ...]) -> Iterator[Title]:
    """The title that the article's own first lines are, from first word to last: no list beside a page says better.

    The path to the page (首页 > 年度报告) may stand above it.
    """
    at = next((at for at, line in enumerate(lines[:3]) if not is_furniture(line)), 0)
    for title in _from_lines(lines[at : at + 3], "text"):
        if _weight(title) == _PERFECT and squeeze(title.text) == squeeze("".join(lines[at : at + 1 + title.printed.count("\n")])):
            yield title


def page_names(furniture: Furniture, view: View) -> tuple[str | None, ...]:
    """What the page was named by hand: in the index table, ArticleTitle, the title tag with the site's name and without."""
    return (furniture.row(*NAME_ROWS), view.meta.get("articletitle"), *_without_site(view.title or ""))


_BARE_YEAR = re.compile(r"20\d\d ?年度?(?:年报|工作报告|报告)")
"""2012年年报: all that some pages are called."""
_NEAREST = 3
"""Lines right above the article, of which one may be such a heading; a menu of years has several."""


def own_heading(furniture: Furniture, view: View) -> int | None:
    """Which of the lines above the article is its heading, whatever it names: the last that says what the page was named.

    Its title tag says so, with the site's name or without; ArticleTitle and the index table do. None where no line repeats it.
    """
    return _heading_among(furniture.before, page_names(furniture, view), view.title)


@lru_cache(maxsize=4)  # several readers ask for that of one page
def _heading_among(before: tuple[str, ...], typed: tuple[str | None, ...], title: str | None) -> int | None:
    named = {
        squeeze(trim(name)) for name in typed if name and (name == title or _is_specific(name) or _BARE_YEAR.fullmatch(name))
    }
    return next((at for at in range(len(before) - 1, -1, -1) if squeeze(trim(before[at])) in named), None)


def _heads_a_list(heading: str, furniture: Furniture, own: int | None) -> bool:
    """Whether a heading is that of a list beside the article (政府信息公开年报), for the page's own stands below it."""
    named = squeeze(trim(heading))
    if own is None or _is_specific(heading) or named == squeeze(trim(furniture.before[own])):
        return False
    return any(squeeze(trim(line)) == named for line in furniture.before[:own])


def _below_path(before: tuple[str, ...]) -> tuple[str, ...]:
    """The lines between the path to the page (您现在的位置：…) and its article, where one may be a heading; else all."""
    at = next((at for at in range(len(before) - 1, -1, -1) if is_path(before[at])), -1)
    below = before[at + 1 :]
    return below if any(len(line) >= _HEADING and not is_furniture(line) for line in below) else before


_HEADING = 12
"""Characters that a page's own heading has at least."""


def _is_named_else(furniture: Furniture, view: View) -> bool:
    """Whether index table and title tag give a page the same name, which is no report's: then lists above it name nothing."""
    row = furniture.row(*NAME_ROWS)
    if not row or not _is_specific(row) or is_report_title(trim(row)):
        return False
    return squeeze(trim(row)) in {squeeze(trim(piece)) for piece in _without_site(view.title or "")}


@lru_cache(maxsize=256)
def _is_specific(heading: str | None) -> bool:
    """True for a heading that names one document; a column's, site's or office's name does not."""
    bare = squeeze(fold(heading or ""))
    return len(bare) >= 8 and not NAME_LINE.fullmatch(bare) and not re.search(r"(?:网站?|专栏|平台|频道|公开年报)$", bare)


def _weight(title: Title) -> tuple[bool, bool, bool]:
    return (not is_report_title(title.text), bool(_CUT.search(title.text)), not years_in(title.text))


_PERFECT = (False, False, False)
_YEAR_SIGN = re.compile(r"20\d\d年|[〇零○一二三四五六七八九]年")


def read_title(page: Page, furniture: Furniture, *, whole_page: bool = True) -> Title | None:
    """The page's title: the first that names a report and its year and is not cut off; None where nothing is printed."""
    found: list[Title] = []
    for title in candidates(page, furniture, whole_page=whole_page):
        if _weight(title) == _PERFECT and _YEAR_SIGN.search(title.text):
            return title if not found or _weight(found[0]) != _PERFECT else _with_year_sign(found[0], [*found, title])
        found.append(title)
    if not found:
        return None
    best = min(found, key=_weight)
    if not years_in(best.text) and not _is_specific(best.text):  # a column's name, 政府信息公开年报
        best = next((title for title in found if _BARE_YEAR.fullmatch(title.text) and title.source == "page"), best)
    if not is_report_title(best.text) and best.source in {"title-tag", "attachment", FILE_NAME}:
        return None
    return _with_year_sign(best, found)


def _with_year_sign(best: Title, found: list[Title]) -> Title:
    """The same title from another place where it has kept its 年, if the best one lost it."""
    for other in found:
        if (
            is_report_title(other.text)
            and other.text != best.text
            and other.text.replace("年", "") == best.text.replace("年", "")
        ):
            return max(best, other, key=lambda title: len(title.text))
    return best
