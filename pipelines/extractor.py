"""Which code reads: a mark that changes with every change of the code or of its tables, stored beside what it read."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_READING = (
    "pipelines", "crawler/garble", "crawler/pages", "crawler/decode.py", "crawler/repair.py", "crawler/evidence.py",
    "crawler/stand_ins.py",
)  # fmt: skip
_NOT_READING = ("keeping", "warc", "archive.py", "store.py", "record.py")
"""What writes and keeps: it takes no part in what a page says."""


def _sources() -> list[Path]:
    found: list[Path] = []
    for name in _READING:
        path = _ROOT / name
        found += [path] if path.is_file() else path.rglob("*.py")
    return sorted(path for path in found if not set(path.relative_to(_ROOT).parts) & set(_NOT_READING))


def _mark() -> str:
    digest = sha256()
    for path in [*_sources(), *sorted((_ROOT / "models" / "data").glob("*.csv"))]:
        digest.update(path.name.encode())
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


EXTRACTOR = _mark()
"""The mark of this code: the same sources give the same one on every machine. Two versions with one mark were read alike."""
