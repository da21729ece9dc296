"""Text folded for matching: width, punctuation and a few traditional characters, one character to one character.

Because the length never changes, a span found in the folded text names the same span of the printed text.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PAIRS = (
    ("（）：，；．／＠＿｜！？％＃＆＝＋", "():,;./@_|!?%#&=+"),
    ("﹙﹚﹕︰﹐﹔", "()::,;"),
    ("－—–―─━﹣−‐‑～〜∼﹏", "----------~~~~"),
    ("〔〕﹝﹞［］【】", "[][][][]"),
    ("０１２３４５６７８９", "0123456789"),
    ("\u3000\xa0\u2002\u2003\u2009\ufeff\u200b", "       "),
)
_SIMPLE = tuple((wide, narrow) for wides, narrows in _PAIRS for wide, narrow in zip(wides, narrows, strict=True))

_TRADITIONAL = str.maketrans(
    "開報務資總結縣鎮鄉區廳辦處門員會時間電話號碼發佈機構關統計數據傳真郵編網聯繫條單復議訴訟舉項個為與從圍標題"
    "圖來領導組織織財農業環護監衛產業設應質術實動態內閱轄於後無條試規劃類團體險稅費證書館國華導寧東廣陽漢蘇請學醫複",
    "开报务资总结县镇乡区厅办处门员会时间电话号码发布机构关统计数据传真邮编网联系条单复议诉讼举项个为与从围标题"
    "图来领导组织织财农业环护监卫产业设应质术实动态内阅辖于后无条试规划类团体险税费证书馆国华导宁东广阳汉苏请学医复",
)
_LETTERS = str.maketrans(
    "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
)
_NARROW = dict(_SIMPLE) | {chr(wide): chr(narrow) for wide, narrow in _LETTERS.items()}
_TELLTALE = "開報縣鎮鄉區廳會辦員"
_WIDE = re.compile(f"[{re.escape(''.join(_NARROW))}]")
_FOLDABLE = re.compile(f"[{re.escape(''.join(_NARROW))}{_TELLTALE}]")
_IS_TRADITIONAL = re.compile(f"[{_TELLTALE}]")
_LINE = 200


def fold(text: str) -> str:
    """The text with full-width signs made narrow and common traditional characters made simple; same length.

    >>> fold("２０１８年１月１日－１２月３１日（县级）")
    '2018年1月1日-12月31日(县级)'
    """
    # A page's lines and its whole text are folded by one reader after the other: each is worked once.
    return _fold_line(text) if len(text) <= _LINE else _fold_text(text)


@lru_cache(maxsize=4096)
def _fold_line(text: str) -> str:
    # A translate asks its table for every sign and raises for each that it does not have; a line has few wide ones.
    return _traditional(_WIDE.sub(_narrow, text)) if _FOLDABLE.search(text) else text


def _narrow(wide: re.Match[str]) -> str:
    return _NARROW[wide[0]]


@lru_cache(maxsize=4)
def _fold_text(text: str) -> str:
    # A long text has some kinds of wide signs, each many times: a replace for each kind is the quickest.
    for wide in set(_WIDE.findall(text)):
        text = text.replace(wide, _NARROW[wide])
    return _traditional(text)


def _traditional(text: str) -> str:
    return text.translate(_TRADITIONAL) if _IS_TRADITIONAL.search(text) else text


def squeeze(text: str) -> str:
    """The text without any white space."""
    return "".join(text.split())
