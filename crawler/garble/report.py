"""What is said about a page's text: votes on its codec, and the damage found while it was read."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Vote:
    """One voice in the choice of a codec: who (`bom`, `header`, `meta`, `bytes`, …), what it said, whether followed."""

    source: str
    said: str
    followed: bool


@dataclass(frozen=True, slots=True)
class Damage:
    """Garbling found on a page: its kind, how it was undone, the share of characters touched (0-1), how many are lost."""

    kind: str
    method: str
    share: float
    lost: int


@dataclass(slots=True)
class Notes:
    """Collects damage while a page is read: characters touched and lost by kind and method."""

    counts: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    disguised: bool = False

    def add(self, kind: str, method: str, touched: int, lost: int = 0) -> None:
        """Notes `touched` characters of a kind of damage, of which `lost` are lost for good."""
        entry = self.counts.setdefault((kind, method), [0, 0])
        entry[0] += touched
        entry[1] += lost

    def damage(self, length: int) -> tuple[Damage, ...]:
        """The entries, for a text of so many characters."""
        return tuple(
            Damage(kind, method, round(min(1.0, touched / max(length, 1)), 4), lost)
            for (kind, method), (touched, lost) in self.counts.items()
        )

    def damaged(self) -> bool:
        """Whether anything is lost for good."""
        return any(lost for _, lost in self.counts.values())
