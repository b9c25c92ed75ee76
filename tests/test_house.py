"""The house rules that no other tool watches."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
ROOMS = ("daemon", "lsp", "http_api", "model", "vscode-extension", "tests")
PACKAGES = {
    "daemon": "synerprise_daemon",
    "lsp": "synerprise_lsp",
    "http_api": "synerprise_http_api",
    "model": "synerprise_model",
}
NOT_OURS = re.compile(r"node_modules|build|dist|out|__pycache__|\.(?!ci$).*")
"""Folders that tools fill: what `make clean` removes, and what begins with a dot."""

LONGEST_FILE = 300  # lines
LONGER_FOR_A_REASON: dict[str, str] = {}
"""Files over the limit, each with its reason."""

HEAVY = ("keras", "tensorflow", "jax", "torch", "numpy")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|Users)/|[A-Z]:\\Users\\")
LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)[^)]*\)")


def files(*suffixes: str) -> Iterator[Path]:
    for folder, inside, names in os.walk(HOUSE):
        inside[:] = [name for name in inside if not NOT_OURS.fullmatch(name)]
        for name in names:
            if not suffixes or Path(name).suffix in suffixes:
                yield Path(folder, name)


def name_of(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_is_for(room: str) -> None:
    assert (HOUSE / room / "README.md").is_file()


def test_the_first_line_of_a_file_says_its_duty() -> None:
    silent = []
    for path in files(".py"):
        text = path.read_text("utf-8")
        if not (text.startswith('"""') and ast.get_docstring(ast.parse(text))):
            silent.append(name_of(path))
    assert silent == []


def test_no_file_is_too_long_to_be_read_in_one_sitting() -> None:
    long = {
        name_of(path)
        for path in files(".py", ".ts", ".mjs", ".js")
        if len(path.read_text("utf-8").splitlines()) > LONGEST_FILE
    }
    assert long == set(LONGER_FOR_A_REASON)


def test_no_file_is_named_for_nothing_in_particular() -> None:
    nameless = re.compile(r".*(utils?|helpers?|common|manager|misc)")
    found = [name_of(path) for path in files(".py", ".ts") if nameless.fullmatch(path.stem)]
    assert found == []


def test_no_text_names_a_folder_of_one_machine() -> None:
    texts = files(".py", ".ts", ".md", ".toml", ".json", ".lock", ".jsonl", "")
    found = [
        name_of(path) for path in texts if MACHINE_PATH.search(path.read_text("utf-8", "replace"))
    ]
    assert found == []


def test_the_locks_name_versions_and_hashes_but_no_place_to_get_them() -> None:
    python = (HOUSE / "requirements.lock").read_text("utf-8")
    assert "://" not in python
    assert python.count("==") <= python.count("--hash=sha256:")
    extension = json.loads((HOUSE / "vscode-extension/package-lock.json").read_text("utf-8"))
    placed = [name for name, package in extension["packages"].items() if "resolved" in package]
    assert placed == []


def test_every_link_in_the_documents_leads_somewhere() -> None:
    broken = [
        f"{name_of(path)} → {link}"
        for path in files(".md")
        for link in LINK.findall(path.read_text("utf-8"))
        if not (path.parent / link).exists()
    ]
    assert broken == []


def test_the_distribution_and_the_extension_have_one_version() -> None:
    distribution = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]
    extension = json.loads((HOUSE / "vscode-extension/package.json").read_text("utf-8"))
    assert extension["version"] == distribution["version"]


def test_every_entry_point_leads_to_a_module() -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]
    groups = [project["scripts"], *project["entry-points"].values()]
    modules = {target.partition(":")[0] for group in groups for target in group.values()}
    assert {module for module in modules if find_spec(module) is None} == set()


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run this interpreter with the four packages in sight, installed or not."""
    sight = os.pathsep.join(str(HOUSE / room) for room in PACKAGES)
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": sight},
        capture_output=True,
        text=True,
        check=True,
    )


def imported_by(module: str) -> set[str]:
    """Import the module in a fresh interpreter; return all that came with it, by first name."""
    report = run_python("-X", "importtime", "-c", f"import {module}").stderr
    lines = re.findall(r"^import time: .*\| *(\S+)$", report, re.MULTILINE)
    return {name.partition(".")[0] for name in lines}


@pytest.mark.parametrize(
    "module",
    [
        "synerprise_daemon.main",
        "synerprise_lsp.shim",
        "synerprise_lsp.door",
        "synerprise_http_api.door",
    ],
)
def test_a_door_opens_without_the_model(module: str) -> None:
    assert imported_by(module).isdisjoint(HEAVY)


@pytest.mark.parametrize("module", ["synerprise_lsp.shim", "synerprise_daemon.life"])
def test_what_an_editor_starts_needs_the_standard_library_only(module: str) -> None:
    bare = imported_by("sys")
    ours = set(PACKAGES.values())
    jython = {"org"}  # the standard library's `copy` looks for it
    assert imported_by(module) - bare - ours - sys.stdlib_module_names - jython == set()
