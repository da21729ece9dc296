"""Regular expressions mean the same on every Python 3.11 that Debian and others ship."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = sorted(path for folder in ("crawler", "pipelines", "models", "explorer") for path in (ROOT / folder).rglob("*.py"))
_POSSESSIVE_GROUP = re.compile(r"\)[*+?]\+(?![\"'])|\)\{\d*,?\d*\}\+(?![\"'])")


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_group_has_a_possessive_quantifier(path: Path) -> None:
    """Before 3.11.5 such a group matches what it should not (python/cpython#106052): `<b` of `<br/>` was taken for a tag."""
    quoted = re.findall(r"r[f]?\"[^\"\n]*\"|r[f]?'[^'\n]*'|[f]?r\"[^\"\n]*\"", path.read_text(encoding="utf-8"))
    assert [literal for literal in quoted if _POSSESSIVE_GROUP.search(literal)] == []


def test_a_break_in_a_cell_is_no_text() -> None:
    import lxml.html

    from pipelines.layout.markup import blocks_of

    table = lxml.html.fromstring("<table><tr><td>申请数<br></td><td><br></td><td><b><br></b></td><td><b>3</b></td></tr></table>")
    (found,), _ = blocks_of(table)
    assert not isinstance(found, str)
    assert [cell.text for cell in found.rows[0].cells] == ["申请数", "", "", "3"]
