"""The settings: one TOML file and the environment; the only place that reads either.

The file is ``~/.config/synerprise/settings.toml`` (or what ``SYNERPRISE_SETTINGS`` names). Each
field of `Settings` is a key there, and the environment variable ``SYNERPRISE_`` with the field's
name in capitals, which wins. It needs the standard library only, since the editors' shim reads it.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from synerprise_daemon.errors import SettingWrong

NOWHERE = Path(os.devnull)
PREFIX = "SYNERPRISE_"
LOG_LEVELS = ("debug", "info", "warning", "error")
JAIL_LEVELS = ("full", "no_namespaces", "wasi")


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set."""

    sockets: Path
    """The folder of the daemon's sockets and its lock; only the user may read it."""
    log_file: Path
    """Where a daemon that was started on demand writes its log."""
    data: Path = NOWHERE
    """The folder of what is fetched for the daemon; usually ``~/.local/share/synerprise``."""
    log_level: str = "info"
    idle_s: float = 900.0
    """Seconds without a visitor after which the daemon ends."""
    longest_prompt: int = 4000
    """Letters of a prompt."""
    remembered: int = 1000
    """Answers that the cache keeps."""
    candidates: int = 5
    """Programs in an answer, at most, when the asker does not say."""
    weakest_jail: str = "wasi"
    """The weakest level of the jail in which programs are run: full, no_namespaces or wasi."""
    http_host: str = "127.0.0.1"
    http_port: int = 8765


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings; raise `SettingWrong` with the place of the first that is wrong."""
    env = os.environ if environment is None else environment
    given = {name: (value, place) for name, value, place in _given(env)}
    kinds = {field.name: field.type for field in fields(Settings)}
    unknown = sorted(set(given) - set(kinds))
    if unknown:
        raise SettingWrong(given[unknown[0]][1], f"there is no setting '{unknown[0]}'")
    usual: dict[str, Any] = {
        "sockets": _usual_sockets(env),
        "log_file": _usual_log(env),
        "data": _home(env, "DATA", ".local/share"),
    }
    settings = Settings(**usual | {name: _as(kinds[name], *value) for name, value in given.items()})
    _refuse_other(settings.log_level, LOG_LEVELS, "log_level")
    _refuse_other(settings.weakest_jail, JAIL_LEVELS, "weakest_jail")
    return settings


def _refuse_other(value: str, known: tuple[str, ...], name: str) -> None:
    if value not in known:
        raise SettingWrong(name, f"must be one of {', '.join(known)}")


def _given(env: Mapping[str, str]) -> list[tuple[str, Any, str]]:
    """Name, value and place of what is set; the environment comes last, so that it wins."""
    path = Path(env.get(PREFIX + "SETTINGS") or _home(env, "CONFIG", ".config") / "settings.toml")
    found = []
    if path.exists() or PREFIX + "SETTINGS" in env:
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SettingWrong(str(path), str(error)) from error
        found += [(name, value, f"{path}: {name}") for name, value in data.items()]
    names = {PREFIX + field.name.upper(): field.name for field in fields(Settings)}
    return found + [(name, env[key], key) for key, name in names.items() if env.get(key)]


def _as(kind: Any, value: Any, place: str) -> Any:
    """The value in the type of its field; numbers come as text from the environment."""
    wanted = {"Path": Path, "str": str, "int": int, "float": float}.get(str(kind), kind)
    try:
        converted = wanted(value)
    except (TypeError, ValueError) as error:
        raise SettingWrong(place, f"'{value}' is no {wanted.__name__}") from error
    if wanted in (int, float) and converted < 0:
        raise SettingWrong(place, "must not be negative")
    return converted


def _usual_sockets(env: Mapping[str, str]) -> Path:
    """A short path, since that of a Unix socket has 104 bytes at most on some systems."""
    if runtime := env.get("XDG_RUNTIME_DIR"):
        return Path(runtime) / "synerprise"
    return Path(env.get("TMPDIR") or "/tmp") / f"synerprise-{os.getuid()}"  # noqa: S108  made 0700


def _usual_log(env: Mapping[str, str]) -> Path:
    return _home(env, "STATE", ".local/state") / "daemon.log"


def _home(env: Mapping[str, str], kind: str, usual: str) -> Path:
    given = env.get(f"XDG_{kind}_HOME")
    folder = Path(given) if given else Path(env.get("HOME", "~")).expanduser() / usual
    return folder / "synerprise"
