"""One file and the environment, and clear words for what is wrong in them."""

from pathlib import Path

import pytest

from synerprise_daemon.errors import SettingWrong
from synerprise_daemon.settings import read_settings


def test_without_anything_set_all_lies_where_the_system_wants_it(tmp_path: Path) -> None:
    settings = read_settings({"XDG_RUNTIME_DIR": "/run/user/7", "HOME": str(tmp_path)})
    assert settings.sockets == Path("/run/user/7/synerprise")
    assert settings.log_file == tmp_path / ".local/state/synerprise/daemon.log"
    assert settings.http_host == "127.0.0.1"


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('http_port = 9000\nidle_s = 60\nlog_level = "debug"\n', encoding="utf-8")
    settings = read_settings({"SYNERPRISE_SETTINGS": str(file), "SYNERPRISE_HTTP_PORT": "9001"})
    assert settings.http_port == 9001
    assert settings.idle_s == 60.0
    assert settings.log_level == "debug"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("http_prot = 1\n", "http_prot"),
        ('http_port = "many"\n', "http_port"),
        ("idle_s = -1\n", "idle_s"),
        ('log_level = "loud"\n', "log_level"),
        ("not toml", "settings.toml"),
    ],
)
def test_a_setting_that_is_wrong_is_named(text: str, reason: str, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingWrong) as refusal:
        read_settings({"SYNERPRISE_SETTINGS": str(file)})
    assert reason in refusal.value.english
    assert reason in refusal.value.bangla


def test_a_settings_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingWrong):
        read_settings({"SYNERPRISE_SETTINGS": str(tmp_path / "none.toml")})
