"""The import ladder of the house: models <- pipelines <- crawler; demo, explorer and bench on top; nothing imports migrations."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LADDER = {"models": 0, "pipelines": 1, "crawler": 2, "demo": 3, "explorer": 3, "bench": 3, "faults": 3}


def _modules() -> list[Path]:
    return [path for folder in (*LADDER, "migrations") for path in sorted((ROOT / folder).rglob("*.py"))]


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module


def _folder(module: str) -> str:
    return module.split(".")[0]


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_stands_left_of_it(path: Path) -> None:
    own = path.relative_to(ROOT).parts[0]
    if own == "migrations":
        upward = [name for name in _imported(path) if _folder(name) in LADDER and _folder(name) != "models"]
    else:
        upward = [name for name in _imported(path) if LADDER.get(_folder(name), -1) > LADDER[own]]
        upward += [name for name in _imported(path) if _folder(name) == "migrations"]
    assert not upward


def test_no_two_modules_import_each_other() -> None:
    graph = {_dotted(path): {name for name in _imported(path) if _folder(name) in LADDER} for path in _modules()}
    assert not _cycle(graph)


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _cycle(graph: dict[str, set[str]]) -> list[str]:
    done: set[str] = set()

    def walk(module: str, trail: list[str]) -> list[str]:
        if module in trail:
            return [*trail[trail.index(module) :], module]
        if module in done or module not in graph:
            return []
        for target in sorted(graph[module]):
            found = walk(target, [*trail, module])
            if found:
                return found
        done.add(module)
        return []

    return next((cycle for module in sorted(graph) if (cycle := walk(module, []))), [])


def test_the_cycle_finder_finds_a_cycle() -> None:
    assert _cycle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert _cycle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []
