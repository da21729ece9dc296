"""Loaded by Python itself before anything else where its folder is on the path: moves the clock of the whole process.

By how many seconds stands in the file that FAULTS_CLOCK names; it is read again each time, so that the clock can jump.
"""

import datetime
import os
import time
from pathlib import Path
from typing import Any

_file = Path(os.environ["FAULTS_CLOCK"])
_real_time = time.time
_plain: Any = datetime.datetime


def _moved() -> float:
    try:
        return float(_file.read_text())
    except (OSError, ValueError):
        return 0.0


class _OfDatetime(type):
    def __instancecheck__(cls, other: object) -> bool:
        return isinstance(other, _plain)


class Moved(datetime.datetime, metaclass=_OfDatetime):
    """The moment by the moved clock; every other use gives plain moments."""

    def __new__(cls, *args, **kwargs):  # type: ignore[no-untyped-def]
        return _plain(*args, **kwargs)

    @classmethod
    def now(cls, tz=None):  # type: ignore[no-untyped-def]
        return _plain.fromtimestamp(_real_time() + _moved(), tz)


time.time = lambda: _real_time() + _moved()
datetime.datetime = Moved  # type: ignore[misc]
