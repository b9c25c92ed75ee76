"""The lock, the folder and who holds them, without a daemon."""

import multiprocessing
import os
from pathlib import Path

import pytest

from synerprise_daemon.errors import DaemonRunning, FolderUnsafe, FolderUnusable
from synerprise_daemon.life import connect, end, held_lock, holder, identity, private_folder
from tests.daemon.echo_translator import settings_in


def hold_and_die(folder: Path) -> None:
    with held_lock(settings_in(folder)):
        os._exit(1)


def test_the_lock_tells_who_holds_it_and_is_free_afterwards(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    with held_lock(settings):
        assert holder(settings) == {"pid": os.getpid(), "identity": identity()}
        with pytest.raises(DaemonRunning), held_lock(settings):
            pass
    assert holder(settings) is None


def test_a_dead_holder_holds_nothing(tmp_path: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=hold_and_die, args=(tmp_path,))
    process.start()
    process.join()
    assert holder(settings_in(tmp_path)) is None
    assert not end(settings_in(tmp_path))


def test_without_a_daemon_there_is_nobody_to_connect_to(tmp_path: Path) -> None:
    assert connect(settings_in(tmp_path), "control") is None


def test_the_folder_is_made_for_its_user_alone(tmp_path: Path) -> None:
    assert private_folder(tmp_path / "run").stat().st_mode & 0o777 == 0o700


def test_a_folder_that_others_can_enter_is_refused(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run").chmod(0o711)
    with pytest.raises(FolderUnsafe):
        private_folder(tmp_path / "run")


def test_a_link_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "run").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FolderUnsafe):
        private_folder(tmp_path / "run")


def test_a_folder_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderUnusable, match="file"):
        private_folder(tmp_path / "file" / "run")
