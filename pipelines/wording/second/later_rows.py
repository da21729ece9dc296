"""Rows that only the forms of 2019 and later have, in whatever words: 剩余2件结转, 也没有废止的, 未制定政府规章.

The table of wordings wants the row's words right before the number or right behind the denial; here they may stand behind the
number (7件转入2025年), or be left to the clause before (未新制发、未废止 of the documents just spoken of).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipelines.wording.claims import Claim, amount_of
from pipelines.wording.published.documents import BY_TWO_NAMES
from pipelines.wording.second.pieces import Piece, pieces_of, pieces_of_year
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import unnumbered

_FIRST = 2019
_IN, _OUT = "applications.carried_in", "applications.carried_out"
_OF_REQUESTS = ("requests.", "applications.", "replies.")
_NEAR = 6
_UNITS = ("件", "宗", "份", "条", "起", "例", "个", "-")


def later_rows(sentence: Sentence, claims: Sequence[Claim], year: int | None, names: tuple[str, ...]) -> list[Claim]:
    """The claims of such rows that a sentence tells.

    In a report of an earlier year only those carried over, which are no facts there, and no answers either (结转下年按期答复2件).
    """
    text = sentence.text
    if year is None or sentence.section.hotline:
        return []
    carried = any(word in text for word in _CARRIED)
    found = list(_carried(sentence, claims, year)) if carried else []
    if year < _FIRST:
        return found
    if "在办" in text or "在处理" in text:
        found += _in_hand(sentence, claims, year)
    if "废" in text or "规章" in text or "规范性文件" in text:
        found += _rules(sentence, year, names)
    return found


# --- requests carried over ---

_CARRIED = ("转", "承接", "接续", "遗留", "跨年", "接办", "续办", "继续", "延续", "顺延", "延至", "办理上")
_NEXT = r"(?:下一?年度?|次年|翌年|明年|来年|20(?P<year>\d\d)年度?)"
_CARRY = r"(?:结转|转结|转入|转至|转到|转接|转办(?=[至到]?(?:下|次|翌|明|来|20))|转|顺延|延续|延至|留转|跨年)"
_ON = r"(?:继续|顺延|按[期时]|依法|依规|[按在](?:法定|规定)(?:期限|时限|时间)内?|办理|处理|答复|回复|办结|办)"
_REQUESTS = r"(?:的|政府|信息|公开|依?申请|事项|信件|办件|件)"
_COUNTS = r"(?:数量?|共|计|为|有|是)"
_LEFT_OVER = re.compile(
    r"(?:其余|剩余|余下|剩下|尚有|尚余|另外|另有?|还有|仅有?|余|有|其中|截至年底|年底|(?:本年度?|当年)?(?:尚?未)(?:办结|答复|办完)的?)*|[^，,。；;\d]{0,12}除"
)
_GOES_OVER = re.compile(
    rf"(?:申请|的|将|拟|于|(?:按照?|依照?|根据)(?:《[^《》]{{2,30}}》|规定?|法定?|程序|要求|的){{0,3}}|需要?|已|[因未尚仍][^，,。；;\d]{{2,12}}?){{0,8}}{_CARRY}(?:至|到|入)?{_NEXT}?(?:[1-3一二三]月份?)?{_ON}{{0,3}}(?:外)?(?P<rest>其余|余下|剩余)?的?"
)
"""2件结转, 7件转入2025年, 除3件结转2023年外, 1件申请依规顺延到下年度办结."""
_LAST_YEAR = r"(?:上一?年度?|去年|前一年|20(?P<year>\d\d)年度?)"
_TAKES_ON = r"(?:承接|接续|接转|接办|续办|延续|承办|完成办理|办理完成)"
_CAME_OVER = re.compile(
    rf"(?:其中|另外|另有?|还有|加上|连同|以及|含|包括|包含|办理|处理|办结|答复|结转|{_TAKES_ON}|了|并|同时|、){{0,4}}(?:从|由|自)?{_LAST_YEAR}"
    r"(?:年?底|全[省市县区镇乡街]|我[市县区局镇乡]|收到|受理)?(?:的)?(?P<not_done>尚?未(?:能)?(?:办结|答复|办理|办完|完成|结(?!转))(?:完毕)?(?:的)?[、，]?(?:而|并)?)?"
    r"(?P<over>(?:结转|转结|转入|转来|转办|遗留|延续|顺延|跨年|接转|继续)(?:下来|过来)?(?:至|到|入)?(?:今年|本年度?|20(?P<now>\d\d)年度?)?)?"
    rf"{_ON}{{0,2}}{_REQUESTS}{{0,8}}{_COUNTS}{{0,3}}"
)
"""另有2021年结转办理4件, 上年度未办结、转入本年办理的4件, 承接上年度申请2件, 上年继续办理的公开申请0件."""
_INTO_NEXT = re.compile(
    rf"(?:其余|剩余|余下|另有?|还有|并|尚有|[、，])*{_CARRY}(?:至|到|入)?{_NEXT}{_ON}{{0,3}}{_REQUESTS}{{0,8}}{_COUNTS}{{0,3}}"
    rf"|(?:下一?年度?|次年)(?:结转|转结|转入){_REQUESTS}{{0,8}}{_COUNTS}{{0,3}}"
)
"""转下年2件, 结转次年按期答复5件, 下年度结转的申请为1件."""
_NOT_DONE = re.compile(
    r"(?:(?:正在|尚[在未]|仍[在未]|未[到届]|还[在没未]|在办|未办|处于)[^，,。；;\d]{0,12}"
    r"|(?:因|由于|于|系)*(?:临近|接近)?(?:年[底末]|岁末|12月(?:\d{1,2}日|[底末]|下旬)?)(?:才|方|前|新)*(?:提交|提出|递交|收到|接到|受理|登记)(?:申请|的)*)[，,](?:已?按(?:规定|程序|要求))?"
    rf"(?:须|需|将|已|依法|拟)*{_CARRY}(?:至|到|入)?{_NEXT}"
)
"""3件未到答复期限，结转下年度继续办理; 1件于年底收到，结转下年度办理."""
_BARE_OVER = re.compile(r"(?:其余|剩余|余下|另有?|还有|并|[、，])*(?:结转|跨年结转|跨年)(?:的)?")
_NONE = r"(?:[均也亦并则都]|目前|同样|且)*(?:没有|未|无|不存在|未有)(?:发生|产生|出现|有)?(?:任何|一件|需要?)*"
_CARRIED_CASES = r"(?:至今年|到今年|至本年度?|到本年度?|过来)?(?:的)?(?:政府信息公开|公开)?(?:申请|件|事项|情况|情形)?(?:办理)?"
_NONE_IN = re.compile(
    rf"上一?年度?(?:结转|转结|转入){_REQUESTS}{{0,8}}{_COUNTS}?无|"
    rf"(?:从|由)?(?:上一?年度?|去年|历年|往年|以往|以前年度|20(?P<year>\d\d)年度?)(?:的)?(?:申请)?{_NONE}(?:申请)?(?:结转|转结|转入){_CARRIED_CASES}"
    rf"|{_NONE}(?:从|由|自)?(?:上一?年度?|去年|历年|往年|以往|以前年度|20(?P<past>\d\d)年度?)(?:结转|转结|转入|遗留){_CARRIED_CASES}"
)
"""上年度亦无结转, 也没有2022年结转的申请."""
_NONE_OUT = re.compile(
    rf"{_NONE}(?:申请)?(?:结转|转结|转入|转至|转到)(?:至|到|入)?{_NEXT}(?:继续)?(?:办理|处理|答复)?(?:的)?(?:政府信息公开|公开)?(?:申请|件|事项|情况|情形)?"
    rf"|{_NONE}下一?年度?结转(?:的)?(?:申请|件|事项|情况)?"
)
_NONE_AFTER = re.compile(rf"{_NONE}(?:结转|转结|跨年|遗留)(?:办理|处理)?(?:的)?(?:政府信息公开|公开)?(?:申请|件|事项|情况|情形)*")
"""已办结19件，未发生结转: what is told behind those that were ended goes over into the next year."""
_NOT_ENDED = re.compile(
    r"(?:上一?年度?|去年)(?:未办结|未完成|未结|遗留)(?:的)?(?:申请)?(?:而|、|并|，)?(?:结转|转结|转入|转至|转到|留转|延续)(?:至|到|入)?(?:今年|本年度?|当年)?"
    r"(?:办理|处理)?(?:的)?(?:政府信息公开|公开)?(?:申请)?(?:为|有|共)?(?P<nil>[零无])?"
)
"""上年度未办结而转入今年的为零."""
_BOTH_NONE = re.compile(
    r"(?:上一?年度?)?结转(?:上年|申请)?(?:数|件数)?(?:[、和与及]|以及)结转(?:至)?下一?年度?(?:继续办理)?(?:申请)?(?:数|件数|数量)?"
    r"(?:[均都皆](?:为|是)(?:0|零|〇)件?|[均都皆](?:没有|无))"
)
"""上年结转和结转下年均为0件."""


def _carried(sentence: Sentence, claims: Sequence[Claim], year: int) -> Iterator[Claim]:
    """The requests carried over from the year before and into the next one."""
    text = sentence.text
    spoken = "申请" in text or "申请" in sentence.section.topics
    if not (spoken or any(one.code.startswith(_OF_REQUESTS) for one in claims[-_NEAR:])):
        return
    carried: Decimal | None = None
    for piece in pieces_of(sentence):
        words = unnumbered(piece.words)
        if piece.hit is not None:
            if code := _by_its_words(piece, words, year) or _by_what_is_left(piece, words, claims):
                yield piece.claim(code)
                continue
            rest = _GOES_OVER.fullmatch(words) if carried and "外" in words else None
            ended = rest and rest["rest"] and _ENDED.fullmatch(piece.behind)
            if ended and (carried or 0) + (piece.value or 0) == _came(claims):
                yield piece.claim("requests.completed")  # 除2件结转下年外其余196件均办理完毕
            carried = piece.value
            over = _GOES_OVER.fullmatch(piece.behind) if piece.hit.unit in _UNITS and piece.behind else None
            if over and _LEFT_OVER.fullmatch(words) and _is_year(over["year"], year + 1):
                yield piece.claim(_OUT)
            elif words.endswith(("结转和结转下年均为", "结转、结转下年均为")) and piece.value == 0:
                yield from (piece.claim(_IN), piece.claim(_OUT))
            continue
        came, goes = _NONE_IN.fullmatch(words), _NONE_OUT.fullmatch(words)
        if came and _is_year(came["year"] or came["past"], year - 1):
            yield piece.nothing(_IN)
        if goes and _is_year(goes["year"], year + 1):
            yield piece.nothing(_OUT)
        if _NONE_AFTER.fullmatch(words) and _left(claims) == 0:
            yield piece.nothing(f"{_OUT}@total")
        if (over := _NOT_ENDED.fullmatch(words)) and over["nil"]:
            yield piece.nothing(f"{_IN}@total")
        if _BOTH_NONE.fullmatch(words):
            yield from (piece.nothing(_IN), piece.nothing(_OUT))


_IN_HAND = r"(?:尚|仍|还)?有?(?:正在|尚在|仍在|在)(?:依法)?(?:办理|处理|办(?=$|的))(?:过程)?(?:之?中)?(?:的|申请)*(?:有|为|共)?"
_HANDLING, _STILL = re.compile(_IN_HAND), re.compile(r"(?:尚|仍|还|目前|其余|另)?有?")
_CAME, _DONE_WITH = ("applications.new", "requests.received"), ("requests.completed", "applications.processed", "replies.total")


_ENDED = re.compile(r"(?:[均都也]|全部)?已?(?:按[期时]|依法)?(?:办理完[毕成结]|办[结毕完]|办理)了?")


def _came(claims: Sequence[Claim]) -> Decimal | None:
    """How many requests came, or came over; None where the report does not count those that came."""
    told = {one.code: amount_of(one.raw) for one in claims if one.label is None}
    came = next((told[code] for code in _CAME if code in told), None)
    return None if came is None else came + told.get(_IN, 0)


def _left(claims: Sequence[Claim]) -> Decimal | None:
    """How many of the requests that came, or came over, were not closed; None where the report does not count both."""
    told = {one.code: amount_of(one.raw) for one in claims if one.label is None}
    came, done = _came(claims), next((told[code] for code in _DONE_WITH if code in told), None)
    return None if came is None or done is None else came - done


def _in_hand(sentence: Sentence, claims: Sequence[Claim], year: int) -> Iterator[Claim]:
    """The requests that are not ended when the year is: 办结39件，正在办理2件, where all that came were 41."""
    left = _left(claims)
    if left is None or any(one.code == _OUT for one in claims):
        return
    for piece in pieces_of_year(sentence, year):
        words = piece.words
        handled = _HANDLING.fullmatch(words) or (_STILL.fullmatch(words) and _HANDLING.fullmatch(piece.behind))
        if piece.hit is not None and piece.value and handled and left == piece.value:
            yield piece.claim(f"{_OUT}@total")  # a fact beside a form only


def _by_its_words(piece: Piece, words: str, year: int) -> str:
    """The row that a number's own words, or those of the clause behind it, say it is of; "" where they do not."""
    if piece.hit is None or piece.hit.unit not in _UNITS or piece.value is None or _OTHERS.search(piece.sentence.text):
        return ""
    if piece.hit.unit == "个" and "申请" not in piece.sentence.text:  # 确定重点课题6个，上年结转2个
        return ""
    came, goes = _CAME_OVER.fullmatch(words), _INTO_NEXT.fullmatch(words)
    over = came is not None and (came["over"] or came["not_done"] or _TAKEN_ON.search(words))
    if came and over and _is_year(came["year"], year - 1) and _is_year(came["now"], year):
        return _IN
    left = _NOT_DONE.match(piece.sentence.text, piece.hit.end) if _LEFT_OVER.fullmatch(words) else None
    over = goes or left
    return _OUT if over and _is_year(over["year"], year + 1) else ""


_TAKEN_ON = re.compile(rf"{_TAKES_ON}|结转")
_OTHERS = re.compile(r"(?:复议|诉讼|信访|投诉|热线|工单|资金|经费|建议|提案)[^，,。；;]{0,8}(?:结转|转入|承接|遗留|跨年)")
"""行政复议案件上年结转3件: of cases."""


def _by_what_is_left(piece: Piece, words: str, claims: Sequence[Claim]) -> str:
    """The row of 结转2件 alone, which is what of those received was not closed: 收到20件，已答复18件，结转2件."""
    if not _BARE_OVER.fullmatch(words) or piece.behind.strip("。；;） "):
        return ""
    return _OUT if _left(claims) == piece.value else ""


def _is_year(printed: str | None, year: int) -> bool:
    """Whether a year that is printed, if any, is the one that is meant."""
    return printed is None or int(printed) == year % 100


# --- rules and documents made and repealed ---

_KIND = re.compile(r"(?P<rules>规章(?!制度))|(?P<normative_documents>规范性文件)")
_MAKES = r"(?:制定|制发|制订|出台|印发|发布|公布|新增|制作|印制)"
_ENDS = r"(?:宣布废止|宣布失效|废止|失效)"
_DOES = rf"(?:新?{_MAKES}|{_ENDS}|处理|修改|修订|清理|撤销|更新|调整|变更)"
_WHEN = (
    r"(?:[全本今当该]年度?|[市县区州]?本级|全[市县区州旗镇乡局](?:本级)?|年内|期间|20\d\d年度?|我[县区市州旗镇乡局委办]|本[县区市级局]|(?:[及、和与]?(?:[县区市州]|人民)*政府(?:办公?室?)?)|街道|本(?:机关|单位|部门|[委办镇乡])|我(?:街道|单位)|[均也亦并且还同时既又更都]"
    r"|截[至止](?:目前|20\d\d年|\d{1,2}月|\d{1,2}日|年?[底末])*|年[底末]|目前)*"
)
_OBJECT = (
    r"(?:[省市县区州旗镇乡]级|[^，,。；;、\d公]{2,8}(?:系统|领域|行业|方面)的?)?"
    r"(?:行政|政府|地方性?|任何|一件|新的|[、和及或与]|规章|规范性文件|法规|政策性?|文本|文件)*"
)
_DENIED = re.compile(
    rf"{_WHEN}(?:没有|未|无)(?P<noun>规章|(?:行政)?规范性文件)(?P<doing>{_DOES}(?:[、和及或与并]*{_DOES})*)(?:的)?(?:情况|情形|事项)?"
    rf"|{_WHEN}(?:没有|未曾?|无|不曾|零)(?:新|有)?(?P<verbs>{_DOES}(?:[、和及或与并]*{_DOES})*)[过了的]?(?P<object>{_OBJECT})(?:的)?(?:情况|情形|事项|任务)?"
)
"""未废止, 也没有废止的, 无新制定规章、规范性文件."""
_OF_SEAT = r"(?:[县区市州旗]?(?:人民)?政府(?:办公?室?)?[、和及与]?)*"
_NAME = rf"(?:地方)?(?:性)?{_OF_SEAT}(?:名义)?(?:的)?(?:政府|行政)?(?:规章|规范性文件)"
_NEW_ONES = re.compile(rf"新{_MAKES}的(?:政府|行政)?(?:(?P<rules>规章)|(?P<normative_documents>规范性文件))")
"""公开9件新制定的行政规范性文件."""
_IN_FORCE = r"(?:(?:现行|现存|保留|继续|存续)有效|有效存续|(?:处于)?有效期内)"
_OF_ALL = rf"(?:的)?(?:{_NAME}|文件)?(?:的)?(?:总?数量?|件数)?(?:同样|[均也共为有是])*"
_COUNTED = re.compile(
    rf"(?:{_NAME}(?:方面|情况)?[：:]?)?{_WHEN}(?:(?:(?:通过|在|利用)[^，,。；;]{{2,60}}?)?(?:主动)?公开{_WHEN}(?=[^，,。；;]{{0,20}}新|{_MAKES}的))?(?:以{_OF_SEAT}名义)?[新共]?(?:(?P<issued>{_MAKES})|(?:清理)?(?P<repealed>{_ENDS}(?:[、和及]?{_ENDS})?)|(?P<in_force>{_IN_FORCE})"
    rf"|(?P<public_total>对外公开(?:行政|规范性文件|规章)*总数量?|(?:主动|集中)?公开(?:历年)?现行(?:有效)?)){_OF_ALL}"
    rf"|(?:(?:通过|在|依托|利用)[^，,。；;]{{2,60}}?)?(?:主动|对外|依法|集中|累计|共)*(?P<published>公开)了?(?:{_OF_SEAT}){_NAME}|{_NAME}"
)
"""新增规范性文件2件，废止0件，现行有效11件; 制发规章0件，行政规范性文件2件; 公开新制作的规范性文件3件."""
_CLEARED = re.compile("清理(?!废止|失效)")
"""开展清理，废止3件: of what was looked through, and not of the year."""
_NOR = re.compile("、(?=[未没无])")
_DONE = {"issued": re.compile(_MAKES), "repealed": re.compile(_ENDS)}
_PAPERS, _ALONE = frozenset("件份条篇个"), re.compile("(?:行政|政府)?规范性文件")
_ITEMS_OUT = re.compile(r"(?:公开|发布)了?[^，,。；;、\d]{2,16}\s?\d{1,5}\s?[件条份篇][，,、（(][^。；;]{0,200}$")
"""主动公开规划4件、政策文件9件（县政府文件6件，规范性文件3件）: documents among what was published item by item."""
_IN_FORCE_FIRST = 2021
"""From this year on the form has a row for those in force, and none for all that are public."""
_PUBLISHED = {"rules": "rules.published", "normative_documents": "disclosure.normative_documents"}


_TOLD_LAST = re.compile(
    r"[^规]{0,80}?(?:制发|制定|废止|失效)[共了]?\s?\d[^规]{0,80}有效的?(?:行政|政府)?(?:(?P<rules>规章)|(?P<normative_documents>规范性文件))"
)
"""制发6件，废止2件，现行有效的规范性文件31件: the last number names what all are."""
_RULES_TOO = re.compile(rf"(?:{_NAME})\s?\d{{1,3}}部[、和及]")
_COPIES = re.compile(r"(?:的)?(?:电子|可下载|可检索|文字|PDF|Word)[^，,。；;\d]{0,14}文本?", re.IGNORECASE)
"""公开现行有效规范性文件31件电子文本."""


def _rules(sentence: Sentence, year: int, names: tuple[str, ...]) -> Iterator[Claim]:
    """What was not made or repealed, of the kind that the clause or the one before names; how many rules were."""
    last = _TOLD_LAST.match(sentence.text) if "有效" in sentence.text else None
    kinds: list[str] = [str(last.lastgroup)] if last else []
    done = ""
    for piece in pieces_of_year(sentence, year):
        words = unnumbered(piece.words).replace(" ", "")
        words = next((words.removeprefix(name) for name in names if words.startswith(name)), words)
        if "部" in words and (beside := _RULES_TOO.sub("", words)) != words:
            words = beside.removeprefix("其中")
        named = [str(match.lastgroup) for match in _KIND.finditer(words)]
        kinds = named or kinds
        if new := _NEW_ONES.fullmatch(piece.behind):
            yield piece.claim(f"{new.lastgroup}.issued")
        elif piece.hit is not None:
            told = piece.hit.unit in "件部个项份条" and not _CLEARED.search(sentence.text, 0, piece.hit.start)
            told = told and not _COPIES.sub("", piece.behind) and not ("名义" in words and BY_TWO_NAMES.search(sentence.text))
            done = _counted(words, kinds, done) if told else ""
            among = not done and piece.hit.unit in _PAPERS and _ALONE.fullmatch(words) and piece.behind[:1] in ("", "等")
            if among and _ITEMS_OUT.search(sentence.text, 0, piece.hit.start):
                yield piece.claim("disclosure.normative_documents")
            if done == "public_total" and "现行" in words and year >= _IN_FORCE_FIRST:
                done = "in_force"
            if done:
                yield piece.claim(_PUBLISHED[kinds[0]] if done == "published" else f"{kinds[0]}.{done}")
            continue
        for denied in filter(None, map(_DENIED.fullmatch, _NOR.split(words))):
            rows = [row for row, verbs in _DONE.items() if verbs.search(denied["verbs"] or denied["doing"])]
            yield from (piece.nothing(f"{kind}.{row}") for kind in kinds for row in rows)


def _counted(words: str, kinds: list[str], done: str) -> str:
    """What was done to the kind named last, of which words count; a kind alone goes on with the deed before: 规章0件，文件2件."""
    told = _COUNTED.fullmatch(words) if len(kinds) == 1 else None
    return (told.lastgroup or done) if told else ""
