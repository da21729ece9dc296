"""Reading of pages against one lxml parse of the same page, against faust-cchardet, and on large garble.

The mixed corpus holds pages of some 20 to 60 KB from the project's own texts: UTF-8, GBK, Big5 and UTF-16, rightly,
wrongly and not declared. The damaged corpus holds the same pages saved as mojibake, with stray bytes, or disguised;
turning them back costs more than deciding, and is shown beside it. All times are CPU time, the best of some rounds.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from typing import Any

import cchardet
import lxml.html
from opencc import OpenCC

from crawler.decode import read_text
from tests.crawler.garbles.kinds import base_texts, kit_a

ROUNDS = 7
LARGE = 1_000_000
Page = tuple[bytes, str | None, str]
"""Bytes as sent, Content-Type, and the page as it should read."""


def _text(declared: str | None, repeat: int, seed: int, script: bool = False) -> str:
    blocks = base_texts() * repeat
    random.Random(seed).shuffle(blocks)
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    head = "<script>" + "var menu=[];function show(n){menu.push(n);}\n" * 120 * script + "</script>"
    body = "".join(
        f'<div class="item"><h2 style="font-weight:bold">{title}</h2>\n'
        + "".join(f'<p style="text-indent:2em;line-height:28px">{line}</p>\n' for line in lines)
        + f'<a href="/zwgk/2019/{number}.html" target="_blank" title="{title}">{title}</a></div>\n'
        for number, (title, lines) in enumerate(blocks)
    )
    return f"<html><head>{meta}<title>{blocks[0][0]}</title>{head}</head>\n<body>{body}</body></html>"


def utf8_pages() -> list[Page]:
    """Valid UTF-8 pages: declared, undeclared, declared as something else."""
    texts = [_text("utf-8", 2, 1), _text(None, 3, 2), _text("gb2312", 4, 3), _text("utf-8", 2, 4, script=True)]
    headers = ["text/html; charset=utf-8", None, "text/html", "text/html; charset=ISO-8859-1"]
    return [(text.encode(), header, text) for text, header in zip(texts, headers, strict=True)]


def mixed_pages() -> list[Page]:
    """UTF-8 pages and as many in other codecs, with declarations right, wrong and missing."""
    gbk = [_text("gb2312", 2, 5), _text(None, 3, 6), _text("utf-8", 4, 7), _text("gbk", 2, 8, script=True)]
    pages = [
        (text.encode("gb18030"), header, text)
        for text, header in zip(gbk, (None, None, "text/html; charset=utf-8", "text/html"), strict=True)
    ]
    traditional = OpenCC("s2tw").convert(_text("big5", 2, 9)).encode("big5", "ignore").decode("big5")
    wide = _text(None, 2, 10)
    return [*utf8_pages(), *pages, (traditional.encode("big5"), None, traditional), (wide.encode("utf-16"), None, wide)]


def damaged_pages() -> list[Page]:
    """Pages that were saved wrongly, damaged or disguised."""
    text = _text("utf-8", 1, 11)
    stray = bytearray(text.encode("gb18030"))
    stray.insert(len(stray) // 2, 0xFF)
    saved = [
        text.encode("gb18030").decode("latin-1"), text.encode().decode("latin-1"), text.encode().decode("gb18030", "replace"),
        text.encode("gb18030").decode("big5hkscs", "replace"), kit_a(text, 0.6, random.Random(1)),
    ]  # fmt: skip
    return [(bytes(stray), None, text), *((seen.encode(), "text/html; charset=utf-8", text) for seen in saved)]


def _cpu(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def _ratios(pages: list[Page]) -> list[float]:
    found = []
    for body, header, text in pages:
        read_text(body, header)  # tables are loaded once a process
        parse = _cpu(lambda text=text: lxml.html.document_fromstring(text))  # type: ignore[misc]  # bound at once
        found.append(_cpu(lambda body=body, header=header: read_text(body, header)) / parse)  # type: ignore[misc]
    return found


def _detect_and_decode(body: bytes) -> str:
    codec = cchardet.detect(body)["encoding"] or "utf-8"
    return body.decode("gb18030" if codec.lower().startswith("gb") else codec, "replace")


def _against_cchardet(pages: list[Page]) -> float:
    ours = theirs = 0.0
    for body, header, _ in pages:
        ours += _cpu(lambda body=body, header=header: read_text(body, header))  # type: ignore[misc]
        theirs += _cpu(lambda body=body: _detect_and_decode(body))  # type: ignore[misc]
    return ours / theirs


def _growth() -> float:
    """Time for ten times as much garble, in multiples of the time for it once."""
    once = _text(None, 2, 12).encode().decode("gbk", "replace").encode()
    small = once * (LARGE // len(once))
    read_text(once)
    return _cpu(lambda: read_text(small * 10), 1) / _cpu(lambda: read_text(small), 2)


def _row(name: str, value: float, bar: float | None, reference: str) -> dict[str, Any]:
    return {"name": name, "value": round(value, 3), "bar": bar, "ok": bar is None or value <= bar, "reference": reference}


def measures() -> list[dict[str, Any]]:
    """The measured ratios with their bars; lower is better in all of them."""
    utf8, mixed, damaged = _ratios(utf8_pages()), _ratios(mixed_pages()), _ratios(damaged_pages())
    return [
        _row("decode.utf8", statistics.mean(utf8), 0.15, "mean of CPU time / one lxml parse, valid UTF-8 pages"),
        _row("decode.mixed", statistics.mean(mixed), 0.5, "mean of CPU time / one lxml parse, mixed corpus"),
        _row("decode.cchardet", _against_cchardet(mixed_pages()), 1.0, "CPU time / faust-cchardet and decode, mixed corpus"),
        _row("decode.growth", _growth(), 10.0, "CPU time for 10 MB of garble / that for 1 MB"),
        _row(
            "decode.repair", statistics.median(damaged), None, "median of CPU time / one lxml parse, pages that are turned back"
        ),
    ]
