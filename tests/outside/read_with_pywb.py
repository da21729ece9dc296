"""Run by hand, never by CI: lets pywb, which is no part of this project, serve our archive, and compares what it serves.

    python tests/outside/read_with_pywb.py data/warc [--python ENVIRONMENT/bin/python] [--most 200]

Makes a throw-away environment with pywb from PyPI (or takes the one given), gives it the WARC files and the indexes as they
are, and asks it over loopback for captures by address and moment. The bytes of each must have the digest that the index
names. Exit code 1 if one differs or is not found. See docs/archive.md.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import venv
from pathlib import Path


def main() -> int:
    """Runs the comparison and prints its result."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("warc", type=Path)
    arguments.add_argument("--python", type=Path, help="an environment that has pywb")
    arguments.add_argument("--most", type=int, default=200, help="captures to ask for, spread over the index")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="pywb-") as folder:
        python = given.python or _environment(Path(folder) / "environment")
        lines = _collection(given.warc.resolve(), Path(folder))
        port = _free_port()
        server = subprocess.Popen(
            [str(python.with_name("wayback")), "-b", "127.0.0.1", "-p", str(port)],
            cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            _wait(port)
            return _compare(lines[:: max(1, len(lines) // given.most)], port)
        finally:
            server.terminate()
            server.wait()


def _environment(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    # setuptools: pywb 2.10 imports pkg_resources, which its newest releases no longer have.
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", "pywb", "setuptools<81"], check=True)
    return python


def _collection(warc: Path, folder: Path) -> list[str]:
    """The lines of all indexes, put where pywb looks for them, beside links to the WARC files."""
    home = folder / "collections" / "ours"
    (home / "archive").mkdir(parents=True)
    (home / "indexes").mkdir()
    lines: list[str] = []
    for index in sorted(warc.glob("*.cdxj")):
        lines += index.read_text(encoding="utf-8").splitlines()
        file = index.name.removesuffix(".cdxj") + ".warc.gz"
        (home / "archive" / file).symlink_to(warc / file)
    if not lines:
        raise SystemExit(f"expected WARC files with their indexes (.cdxj) in {warc}, found none")
    (home / "indexes" / "index.cdxj").write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8")
    return sorted(lines)


def _compare(lines: list[str], port: int) -> int:
    wrong = same = revisits = 0
    for line in lines:
        _, moment, text = line.split(" ", 2)
        said = json.loads(text)
        if said["status"] not in ("200", "304"):
            continue
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/ours/{moment}id_/{said['url']}", timeout=20) as answer:
                body = answer.read()
        except (urllib.error.URLError, OSError) as problem:
            body = str(problem).encode()
        if base64.b32encode(hashlib.sha1(body).digest()).decode() == said["digest"]:
            same += 1
            revisits += said["mime"] == "warc/revisit"
        else:
            wrong += 1
            print(f"differs: {moment} {said['url']}: {body[:80]!r}")
    print(f"{same} capture(s) served byte for byte as archived ({revisits} of them revisits), {wrong} otherwise")
    return 1 if wrong or not same else 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(120):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.5)
    raise SystemExit("expected pywb to answer within a minute, it did not: try its `wayback` command by hand")


if __name__ == "__main__":
    sys.exit(main())
