"""Attacks on other processes, and attempts to become one."""

from tests.daemon.jail.attacks.attack import Attack, by_calls, got_in_if

REFUSED = "raised"


def doing(name: str, code: str) -> Attack:
    return Attack(name, f"import os, signal\n{code}\nprint('GOT IN')", REFUSED)


ON_PROCESSES = (
    doing("fork", "os.fork()"),
    Attack(
        "fork bomb",
        """
import os
while True:
    try:
        os.fork()
        print("GOT IN", flush=True)
    except OSError:
        pass
""",
        "timed_out",
    ),
    doing(
        "orphan",
        """
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        import time
        time.sleep(3600)
    os._exit(0)
""",
    ),
    doing("terminal of its own", "import pty\npty.fork()"),
    doing("shell", "if os.system('true') == 0:\n    print('GOT IN')\nraise OSError"),
    doing("subprocess", "import subprocess\nsubprocess.run(['/bin/sh', '-c', 'true'])"),
    doing("exec", "os.execv('/bin/sh', ['sh', '-c', 'echo GOT IN'])"),
    doing("spawn", "os.posix_spawn('/bin/true', ['true'], {})"),
    doing(
        "multiprocessing",
        "import multiprocessing\nmultiprocessing.Process(target=print).start()",
    ),
    doing("kill the parent", "os.kill(os.getppid(), 9) if os.getppid() else os.kill(2, 9)"),
    doing("kill everybody", "os.kill(-1, 9)"),
    doing("kill its group", "os.kill(0, 9)"),
    doing("kill the victim", "os.kill($VICTIM, 9)"),
    doing("kill the daemon", "os.kill($DAEMON, 9)"),
    doing("freeze the victim", "os.kill($VICTIM, signal.SIGSTOP)"),
    doing("freeze its group", "os.killpg(0, signal.SIGSTOP)"),
    doing("handle on the victim", "os.pidfd_open($VICTIM)"),
    doing("its own priority", "os.nice(-20)"),
    doing("the victim's priority", "os.setpriority(os.PRIO_PROCESS, $VICTIM, 19)"),
    doing("other processors", "os.sched_setaffinity($VICTIM, [0])"),
    doing("root", "os.setuid(0)"),
    doing("root of a group", "os.setgroups([0])"),
    doing("session", "os.setsid()"),
    doing(
        "signal by a descriptor's owner",
        """
import fcntl
read, write = os.pipe()
fcntl.fcntl(read, 8, $VICTIM)
fcntl.fcntl(read, 10, 9)
fcntl.fcntl(read, fcntl.F_SETFL, os.O_ASYNC)
os.write(write, b"x")
""",
    ),
    doing("keys typed into a terminal", "import fcntl\nfcntl.ioctl(0, 0x5412, b'x')"),
    got_in_if("kill by thread", "call(234, 131, $VICTIM, $VICTIM, 9)"),
    got_in_if("kill by the oldest call", "call(200, 130, $VICTIM, 9)"),
    got_in_if(
        "kill with a message",
        "info = ctypes.create_string_buffer(128)",
        "call(129, 138, $VICTIM, 9, info)",
    ),
    got_in_if("kill by handle", "call(424, 424, 3, 9, None, 0)"),
    got_in_if("trace the victim", "call(101, 117, 16, $VICTIM, 0, 0)"),
    got_in_if("trace the daemon", "call(101, 117, 0x4206, $DAEMON, 0, 0)"),
    got_in_if("be traced", "call(101, 117, 0, 0, 0, 0)"),
    got_in_if(
        "read the victim's memory",
        "part = (ctypes.c_void_p * 2)(ctypes.addressof(ctypes.create_string_buffer(9)), 9)",
        "call(310, 270, $VICTIM, part, 1, part, 1, 0)",
    ),
    got_in_if("fork by its number", "call(57, 1079, 0)"),
    got_in_if("clone", "call(56, 220, 17, 0, 0, 0, 0)"),
    got_in_if(
        "clone by the newest call",
        "how = (ctypes.c_uint64 * 11)(0, 0, 0, 0, 17)",
        "call(435, 435, how, 88)",
    ),
    got_in_if("clone with a namespace", "call(56, 220, 0x10000000 | 17, 0, 0, 0, 0)"),
    got_in_if(
        "exec by its number",
        "none = (ctypes.c_char_p * 1)()",
        "call(59, 221, b'/bin/true', none, none)",
    ),
    got_in_if(
        "exec from a descriptor",
        "none = (ctypes.c_char_p * 1)()",
        "call(322, 281, -100, b'/bin/true', none, none, 0)",
    ),
    got_in_if(
        "the victim's limits",
        "limits = (ctypes.c_uint64 * 2)(0, 0)",
        "call(302, 261, $VICTIM, 7, limits, None)",
    ),
    got_in_if(
        "reading the victim's limits",
        "limits = (ctypes.c_uint64 * 2)(0, 0)",
        "call(302, 261, $VICTIM, 7, None, limits)",
    ),
    by_calls(
        "wait for others",
        "try:\n    os.waitpid(-1, 0)\n    print('GOT IN')\nexcept OSError:\n    pass",
    ),
)
