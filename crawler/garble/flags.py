"""What is lost for good on a page, counted and never replaced by something invented."""

from __future__ import annotations

import re

from crawler.garble.plausibility import is_han
from crawler.garble.report import Notes

_SUBJECT = re.compile(r"乱码|亂碼|mojibake|文字化け|字符编码|字元編碼|编码错误|unicode", re.IGNORECASE)
_PRIVATE = re.compile("[\ue000-\uf8ff]+")
_REPLACED = re.compile("\ufffd+")
_STEPS = (512, 1000, 1024, 1500, 1460, 2000, 2048, 4000, 4096, 8000, 8192, 16384)


def speaks_of_garbling(text: str) -> bool:
    """Whether a page's own words speak of garbled text, so that what it shows of it is quoted."""
    return bool(_SUBJECT.search(text))


def flag_losses(text: str, notes: Notes, *, private: bool = True) -> None:
    """Counts U+FFFD, 锟斤拷 and private-use characters into `notes`. A page that speaks of them is not damaged by them."""
    if "\ufffd" in text:
        _flag_replaced(text, notes)
    if "锟" in text and "锟斤拷" in text and not speaks_of_garbling(text):
        count = text.count("锟斤拷")
        notes.add("kun-jin-kao", "counted", 3 * count, 2 * count)
    if private:
        _flag_private(text, notes)


def _flag_replaced(text: str, notes: Notes) -> None:
    known = sum(lost for (kind, _), (_, lost) in notes.counts.items() if kind in ("broken-bytes", "truncated-tail", "gloss-scar"))
    count = text.count("\ufffd")
    if count <= known or speaks_of_garbling(text):
        return
    step = _block_step(text)
    if step:
        notes.add("block-cut", f"marked, every {step} bytes", count - known, count - known)
    else:
        notes.add("replacement-characters", "counted", count - known, count - known)


def _block_step(text: str) -> int | None:
    """The block size a page was decoded in, when every loss lies on a border of such blocks."""
    for codec in ("utf-8", "gb18030"):
        spans = _lost_spans(text, codec)
        if len(spans) < 2:
            continue
        for step in reversed(_STEPS):
            if all(start // step != (end + 1) // step or start % step == 0 for start, end in spans):
                return step
    return None


def _lost_spans(text: str, codec: str) -> list[tuple[int, int]]:
    """First and last byte of each loss in the bytes as they were, one lost character a run."""
    width, spans, at, offset = (3 if codec == "utf-8" else 2), [], 0, 0
    for run in _REPLACED.finditer(text):
        offset += len(text[at : run.start()].encode(codec, "replace"))
        spans.append((offset, offset + width - 1))
        offset += width
        at = run.end()
        if len(spans) > 200:
            break
    return spans


def _flag_private(text: str, notes: Notes) -> None:
    """Notes private-use characters; many of them between Han characters mean a font's own code, which nobody can read."""
    runs = list(_PRIVATE.finditer(text))
    if not runs:
        return
    count = sum(len(run[0]) for run in runs)
    beside = ((text[run.start() - 1 : run.start()] or " ", text[run.end() : run.end() + 1] or " ", run) for run in runs)
    within = sum(len(run[0]) for before, after, run in beside if is_han(before) or is_han(after))
    coded = within >= 5 and within * 25 > sum(1 for char in text if is_han(char))
    notes.add("private-use", "kept", count, within if coded else 0)
