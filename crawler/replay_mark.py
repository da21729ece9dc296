"""How far a replay of everything has come: a small file, so that one that was killed goes on and does not begin anew.

What newer code has not read yet the database itself tells; a replay that reads again what this very code has read has nothing
there to go by. The mark is written after what it stands for, so at worst some captures are read twice, which changes nothing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from models.replays import Place, Wanted


@dataclass(frozen=True, slots=True)
class Reached:
    """Where a replay stood, when, and what it had done by then: captures read, read otherwise, that could not be read."""

    after: Place
    at: datetime
    read: int
    changed: int
    broken: int


class Mark:
    """The mark of one replay: that of the same code, over the same captures, is the same one."""

    def __init__(self, folder: Path, wanted: Wanted, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        asked = json.dumps(asdict(wanted), sort_keys=True, default=str)
        self.folder, self.code, self.clock = folder, wanted.code, clock
        self.file = folder / f"replay-{wanted.code}-{sha256(asked.encode()).hexdigest()[:12]}.json"
        self.before = self._found()

    def _found(self) -> Reached | None:
        """What an earlier replay left; None where there was none, or nothing to be read of it."""
        try:
            said = json.loads(self.file.read_text(encoding="utf-8"))
            site, number = said["after"]
            at = datetime.fromisoformat(said["at"])
            return Reached((str(site), int(number)), at, int(said["read"]), int(said["changed"]), int(said["broken"]))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def forget(self) -> None:
        """Takes the mark away: the replay is done, or is to begin anew."""
        self.file.unlink(missing_ok=True)
        self.before = None

    def reach(self, after: Place, read: int, changed: int, broken: int) -> None:
        """Writes down where the replay stands, with what it has done since it began or went on. Marks of other code go."""
        before = self.before or Reached(after, self.clock(), 0, 0, 0)
        done = {"read": before.read + read, "changed": before.changed + changed, "broken": before.broken + broken}
        fresh = self.file.with_suffix(".new")
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps({"after": after, "at": self.clock().isoformat(), **done}), encoding="utf-8")
        os.replace(fresh, self.file)
        for other in self.folder.glob("replay-*.json"):
            if not other.name.startswith(f"replay-{self.code}-"):
                other.unlink(missing_ok=True)
