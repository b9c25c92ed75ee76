"""The daemon's life: one a user, started when needed, ended when told, its folder its own."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.end_to_end.conftest import FACTORIAL, Synerprise


@pytest.fixture
def fresh(synerprise: Synerprise) -> Synerprise:
    """No daemon runs."""
    synerprise.run("stop")
    return synerprise


def status_of(synerprise: Synerprise) -> dict[str, object]:
    told: dict[str, object] = json.loads(synerprise.run("status").stdout)
    return told


def test_without_a_daemon_status_says_so(fresh: Synerprise) -> None:
    done = fresh.run("status")
    assert done.returncode == 3
    assert "does not run" in done.stdout
    assert fresh.run("stop").returncode == 0


def test_two_who_start_it_at_once_find_one_daemon(fresh: Synerprise) -> None:
    asking = [
        subprocess.Popen(
            fresh.command("generate", FACTORIAL), env=fresh.environment, stdout=subprocess.PIPE
        )
        for _ in range(2)
    ]
    said = [process.communicate(timeout=200)[0] for process in asking]
    assert said[0] == said[1]
    assert said[0].startswith(b"def factorial")
    opened = [line for line in fresh.log.read_text("utf-8").splitlines() if "daemon_open" in line]
    assert json.loads(opened[-1])["message"] == "daemon_open"
    assert status_of(fresh)["model"] == "ready"


def test_a_second_daemon_is_refused(fresh: Synerprise) -> None:
    fresh.run("generate", FACTORIAL)
    second = fresh.run("serve")
    assert second.returncode == 1
    assert "runs already" in second.stderr


def test_a_daemon_that_was_killed_leaves_nothing_in_the_way(fresh: Synerprise) -> None:
    fresh.run("generate", FACTORIAL)
    pid = int(str(status_of(fresh)["pid"]))
    os.kill(pid, signal.SIGKILL)
    while fresh.run("status").returncode != 3:
        time.sleep(0.05)
    assert (fresh.folder / "run/control.sock").exists()
    assert fresh.run("generate", FACTORIAL).returncode == 0


def test_the_folder_and_its_sockets_are_the_users_alone(fresh: Synerprise) -> None:
    fresh.run("generate", FACTORIAL)
    folder = fresh.folder / "run"
    assert folder.stat().st_mode & 0o777 == 0o700
    for name in ("control.sock", "lsp.sock"):
        assert (folder / name).stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_open_to_others_is_refused(fresh: Synerprise) -> None:
    folder = fresh.folder / "open"
    folder.mkdir(mode=0o755, exist_ok=True)
    done = subprocess.run(
        fresh.command("generate", FACTORIAL),
        env=fresh.environment | {"SYNERPRISE_SOCKETS": str(folder)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "open to others" in done.stderr


def test_a_daemon_that_nobody_visits_ends(fresh: Synerprise) -> None:
    idle = fresh.environment | {"SYNERPRISE_IDLE_S": "1"}
    with subprocess.Popen(fresh.command("serve"), env=idle, stderr=subprocess.DEVNULL) as daemon:
        assert daemon.wait(timeout=100) == 0
    assert fresh.run("status").returncode == 3


def test_the_log_is_json_lines_without_prompts(fresh: Synerprise) -> None:
    fresh.run("generate", FACTORIAL)
    fresh.run("generate", "ekta golpo likho jar nam nai")
    lines = fresh.log.read_text("utf-8").splitlines()
    for line in lines:
        assert {"level", "time", "module", "message"} <= set(json.loads(line))
    assert "factorial" not in "\n".join(lines)
    assert "golpo" not in "\n".join(lines)


def test_the_wheel_holds_the_trained_model(tmp_path: Path) -> None:
    house = Path(__file__).parents[2]
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=house, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    listed = subprocess.run(
        [sys.executable, "-m", "zipfile", "-l", str(wheel)],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    for name in ("model.keras", "source_tokenizer.json", "target_tokenizer.json", "CARD.md"):
        assert f"synerprise_model/trained/{name}" in listed
    assert "wish_words.toml" in listed
    assert wheel.stat().st_size < 40_000_000
