"""The proof that a level stands: what it must stop is tried from inside before it is used."""

from synerprise_daemon.jail.level import Level
from synerprise_daemon.jail.outcome import Run

TRIES = """
import os

def read_a_file():
    open("/etc/passwd").close()

def see_a_process():
    open("/proc/self/environ").close()

def write_a_file():
    open("/tmp/synerprise-jail-was-open", "x").close()

def make_a_socket():
    import socket
    socket.socket().close()

def make_a_process():
    os.fork() or os._exit(0)

def start_a_program():
    os.execv("/bin/true", ["true"])

def signal_others():
    os.kill(os.getppid() or 2, 0)

def make_a_namespace():
    import ctypes
    if ctypes.CDLL(None).unshare(0x10000000):
        raise OSError

def have_an_environment():
    os.environ["HOME"]

def stand_open():
    found = []
    for act in (read_a_file, see_a_process, write_a_file, make_a_socket, make_a_process,
                start_a_program, signal_others, make_a_namespace, have_an_environment):
        try:
            act()
        except (OSError, KeyError, ImportError, AttributeError):  # a small Python has not even that
            continue
        found.append(act.__name__)
    return found

def use_the_folder():
    try:
        with open("own", "w") as file:
            file.write("text")
        return os.path.getsize("own")
    except OSError:
        return None
"""


def proof_of(level: Level) -> Run:
    """A run whose checks pass if the level keeps in what it must, and gives what it promises."""
    written = 4 if level is Level.FULL else None
    return Run(TRIES, ("stand_open() == []", f"use_the_folder() == {written}"))
