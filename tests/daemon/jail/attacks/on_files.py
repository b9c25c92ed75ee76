"""Attacks on what others have written."""

from tests.daemon.jail.attacks.attack import Attack, by_calls, got_in_if

REFUSED = "raised"


def reading(name: str, path: str) -> Attack:
    return Attack(name, f"print('GOT IN', open({path!r}, 'rb').read(999))", REFUSED)


def changing(name: str, code: str) -> Attack:
    return Attack(name, f"import os, shutil\n{code}\nprint('GOT IN')", REFUSED)


ON_FILES = (
    reading("passwords", "/etc/passwd"),
    reading("shadow", "/etc/shadow"),
    reading("passwords by a detour", "../../../../../../../etc/passwd"),
    reading("its own environment", "/proc/self/environ"),
    reading("environment of the first process", "/proc/1/environ"),
    reading("environment of a victim", "/proc/$VICTIM/environ"),
    reading("environment of the daemon", "/proc/$DAEMON/environ"),
    reading("memory of the daemon", "/proc/$DAEMON/mem"),
    reading("files of the daemon through proc", "/proc/$DAEMON/root/etc/passwd"),
    reading("a secret of the daemon", "$SECRET"),
    reading("the network's state", "/proc/net/tcp"),
    reading("the machine's name", "/etc/hostname"),
    reading("the system's settings", "/sys/kernel/mm/transparent_hugepage/enabled"),
    reading("the machine's memory", "/dev/mem"),
    reading("the terminal", "/dev/tty"),
    Attack(
        "environment of everybody",
        """
import glob
for path in glob.glob("/proc/[0-9]*/environ"):
    try:
        print("GOT IN", open(path).read())
    except OSError:
        pass
""",
    ),
    Attack("what is in its own environment", "import os\nif os.environ:\n    print('GOT IN')"),
    Attack(
        "environment left in memory",
        """
import ctypes
environ = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
if environ and environ[0] and b"$TOKEN" in environ[0]:
    print("GOT IN")
""",
    ),
    changing("listing of the daemon's folder", "print(os.listdir('$FOLDER'))"),
    changing("listing of homes", "print(os.listdir('/home'))"),
    changing("walk from the root", "assert os.listdir('/')"),
    changing("write beside the secret", "open('$FOLDER/new', 'w').write('x')"),
    changing("write into the secret", "open('$SECRET', 'a').write('x')"),
    changing("write into temporary files", "open('/tmp/synerprise-attack', 'w').write('x')"),
    changing("write into shared memory", "open('/dev/shm/synerprise-attack', 'w').write('x')"),
    changing("write into the standard library", "open(os.__file__, 'a').write('# x')"),
    changing(
        "write a module that others would import",
        "open(os.path.dirname(os.__file__) + '/synerprise_attack.py', 'w').write('x')",
    ),
    changing(
        "write into site-packages",
        "open(os.path.dirname(os.__file__) + '/site-packages/attack.pth', 'w').write('x')",
    ),
    changing("write where it stands, above", "open('../attack', 'w').write('x')"),
    changing("delete the secret", "os.unlink('$SECRET')"),
    changing("move the secret", "os.rename('$SECRET', '$SECRET.moved')"),
    # WASI's `chmod` does nothing, and says so to nobody: who has changed it can see it.
    changing("open the secret to all", "os.chmod('$SECRET', 0o777)\nos.stat('$SECRET')"),
    changing("change the secret's time", "os.utime('$SECRET', (0, 0))"),
    changing("cut the secret", "os.truncate('$SECRET', 0)"),
    changing("own the secret", "os.chown('$SECRET', os.getuid(), os.getgid())"),
    changing("delete the folder", "shutil.rmtree('$FOLDER')"),
    changing("link to the secret", "os.link('$SECRET', 'own')"),
    changing("symbolic link", "os.symlink('$SECRET', 'own')\nopen('own').read()"),
    changing("make a device", "os.mknod('own', 0o20666, os.makedev(1, 1))"),
    changing("make a named pipe", "os.mkfifo('own')"),
    changing("change the root", "os.mkdir('own')\nos.chroot('own')"),
    changing(
        "climb out by descriptors",
        """
for descriptor in range(256):
    try:
        os.fchdir(descriptor)
        break
    except OSError:
        pass
else:
    raise PermissionError
""",
    ),
    got_in_if("attribute of the secret", "call(188, 5, b'$SECRET', b'user.x', b'x', 1, 0)"),
    got_in_if(
        "open by handle",
        "handle = ctypes.create_string_buffer(bytes([8, 0, 0, 0, 1, 0, 0, 0, 2]), 64)",
        "call(304, 265, -100, handle, 0)",
    ),
    by_calls(
        "open with the newer call",
        """
how = (ctypes.c_uint64 * 3)(0, 0, 0)
if call(437, 437, -100, b"/etc/passwd", how, 24) != -1:
    print("GOT IN")
""",
    ),
)
