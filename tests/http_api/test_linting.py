"""What ruff tells of a program."""

from pathlib import Path

import pytest

from synerprise_http_api.linting import Linter

CLEAN = "def square(n):\n    return n**2\n"
UNUSED = "import os\n\n\ndef square(n):\n    spare = 1\n    return n**2\n"
SHARED = "def add(x, items=[]):\n    items.append(x)\n    return items\n"


async def test_faults_are_counted_a_program_each() -> None:
    faults = await Linter().faults([CLEAN, UNUSED, SHARED, CLEAN])
    assert faults == {CLEAN: 0, UNUSED: 2, SHARED: 1}


async def test_what_was_asked_once_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    linter = Linter()
    await linter.faults([UNUSED])
    monkeypatch.setattr(linter, "_ruff", "/nowhere/ruff")
    assert await linter.faults([UNUSED]) == {UNUSED: 2}


async def test_without_ruff_nothing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name, path=None: None)
    assert await Linter().faults([UNUSED]) == {UNUSED: 0}


async def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    await Linter().faults([CLEAN])
    assert not any(tmp_path.glob("*"))  # noqa: ASYNC240  a folder of the test alone
