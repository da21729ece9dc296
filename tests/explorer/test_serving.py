"""`nianbao serve` as typed: what it says where it cannot serve, and that it does serve."""

from __future__ import annotations

import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from crawler.cli import serving
from tests.night.commands import ROOT, Installation


@pytest.fixture
def here(tmp_path: Path) -> Installation:
    return Installation(tmp_path)


def test_without_a_database_it_says_how_to_make_one(here: Installation) -> None:
    typed = here.type("serve")
    assert typed.returncode == 3
    assert "nianbao db upgrade" in " ".join(typed.stderr.split())


def test_with_a_file_that_is_not_there_it_says_what_it_expected(here: Installation) -> None:
    typed = here.type("serve", "nowhere")
    assert typed.returncode == 2
    assert "expected a SQLite file or a release's folder" in " ".join(typed.stderr.split())


def test_without_the_extra_it_says_what_to_install(here: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "NEEDED", ("datasette", "no_such_library"))
    typed = here.type("serve")
    assert typed.returncode == 2
    assert "install nianbao with its extra `web`" in " ".join(typed.stderr.split())


def test_it_serves_until_it_is_stopped(here: Installation, demo_url: str) -> None:
    command = [sys.executable, "-m", "crawler.cli", "serve", demo_url.removeprefix("sqlite:///"), "--port", "0"]
    server = subprocess.Popen(command, cwd=ROOT, env=here.environment(), stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        said = server.stdout.readline()
        address = next(word for word in said.split() if word.startswith("http://"))
        with urllib.request.urlopen(address, timeout=60) as answer:
            assert "年报 nianbao" in answer.read().decode()
    finally:
        server.terminate()
        server.wait(timeout=30)


def test_an_address_that_cannot_be_had_is_told(here: Installation, demo_url: str) -> None:
    typed = here.type("serve", demo_url.removeprefix("sqlite:///"), "--host", "203.0.113.7")
    assert typed.returncode == 2
    assert "choose another" in " ".join(typed.stderr.split())
