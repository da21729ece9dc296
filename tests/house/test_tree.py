"""What every file of the house keeps to: no drawers, no unfinished work, no machine paths, no index addresses in the lock."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
DRAWERS = re.compile(r"(^|/)(utils?|helpers?|common|misc|manager)(\.py|/)")
UNFINISHED = re.compile(r"\b(TODO|FIXME|" + "X" + r"XX|NotImplementedError)\b")


def _tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_file_is_a_drawer() -> None:
    assert [name for name in _tracked() if DRAWERS.search(name)] == []


def test_no_code_is_left_unfinished() -> None:
    code = [name for name in _tracked() if name.endswith(".py") and not name.startswith("tests/house/")]
    assert [name for name in code if UNFINISHED.search((ROOT / name).read_text(encoding="utf-8"))] == []


def test_the_lock_has_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index-url" not in lock
    assert "--find-links" not in lock
    pins = re.findall(r"^[a-z0-9][^\s=]*==", lock, flags=re.MULTILINE)
    assert len(pins) > 40
    assert lock.count("--hash=sha256:") >= len(pins)


def test_tests_have_no_package_files_that_would_shadow_the_source() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []
