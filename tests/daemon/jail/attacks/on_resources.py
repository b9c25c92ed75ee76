"""Attacks on time, memory, space and patience."""

from tests.daemon.jail.attacks.attack import Attack

SLOW = "timed_out"
BIG = "out_of_memory raised timed_out crashed killed"
LOUD = "too_much_output"

ON_RESOURCES = (
    Attack("endless loop", "while True:\n    pass", SLOW),
    Attack(
        "endless loop that catches everything",
        """
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
""",
        SLOW,
    ),
    Attack("sleep", "import time\ntime.sleep(3600)", SLOW),
    Attack(
        "all signals ignored",
        """
import signal
for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
while True:
    pass
""",
        SLOW,
    ),
    Attack("catastrophic regex", "import re\nre.match(r'(a+)+$', 'a' * 40 + 'b')", SLOW),
    Attack("power tower", "print(9 ** 9 ** 9)", BIG),
    Attack("big factorial", "import math\nmath.factorial(10 ** 7)", BIG),
    Attack("endless sum in C", "import itertools\nsum(itertools.count())", SLOW),
    Attack(
        "recursion without a limit",
        """
import sys
sys.setrecursionlimit(10 ** 9)
def down(n):
    return down(n + 1) + 1
down(0)
""",
        BIG,
    ),
    Attack(
        "recursion in C",
        """
import sys
sys.setrecursionlimit(10 ** 9)
nested = []
for _ in range(10 ** 6):
    nested = [nested]
repr(nested)
""",
        BIG,
    ),
    Attack("brackets for the parser", "compile('(' * 10 ** 6, 'x', 'eval')", BIG),
    Attack("memory bomb", "kept = []\nwhile True:\n    kept.append(bytearray(10 ** 7))", BIG),
    Attack("one big list", "numbers = [0] * 10 ** 10", BIG),
    Attack("doubling text", "text = 'a'\nwhile True:\n    text += text", BIG),
    Attack("mapped memory", "import mmap\nmmap.mmap(-1, 1 << 31)\nprint('GOT IN')", BIG),
    Attack(
        "packed bomb",
        "import zlib\nkept = [zlib.decompress(zlib.compress(bytes(10 ** 8))) for _ in range(9)]",
        BIG,
    ),
    Attack(
        "thread bomb",
        """
import threading, time
while True:
    threading.Thread(target=time.sleep, args=(60,)).start()
""",
        BIG,
    ),
    Attack(
        "threads that all compute in C",
        """
import hashlib, threading
def work():
    hashlib.pbkdf2_hmac("sha512", b"a", b"b", 10 ** 8)
for _ in range(8):
    threading.Thread(target=work).start()
""",
        SLOW,
    ),
    Attack(
        "thread that never ends",
        "import threading\nthreading.Thread(target=input).start()\nthreading.Event().wait()",
        SLOW,
    ),
    Attack(
        "locked twice",
        "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()",
        SLOW,
    ),
    Attack(
        "endless exit",
        "import atexit\n@atexit.register\ndef last():\n    while True:\n        pass",
        SLOW,
    ),
    Attack(
        "endless destructor",
        "class Long:\n    def __del__(self):\n        while True:\n            pass\nLong()",
        SLOW,
    ),
    Attack("output flood", "while True:\n    print('x' * 1000)", LOUD),
    Attack("one long line", "print('x' * 10 ** 7)", LOUD),
    Attack("raw output flood", "import os\nwhile True:\n    os.write(1, bytes(65536))", LOUD),
    Attack("error flood", "import sys\nwhile True:\n    sys.stderr.write('x' * 1000)", SLOW),
    Attack(
        "limits raised",
        """
import resource
for name in ("AS", "CPU", "FSIZE", "NOFILE", "NPROC", "CORE"):
    number = getattr(resource, "RLIMIT_" + name)
    try:
        resource.setrlimit(number, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    except (OSError, ValueError):
        continue
    print("GOT IN", name)
""",
    ),
    Attack(
        "disk filled with one file",
        """
with open("big", "wb") as file:
    for _ in range(2000):
        file.write(bytes(10 ** 6))
print("GOT IN")
""",
        "raised",
    ),
    Attack(
        "disk filled with many files",
        """
for number in range(2000):
    with open(f"file{number}", "wb") as file:
        file.write(bytes(50_000))
print("GOT IN")
""",
        "raised",
    ),
    Attack(
        "disk filled with folders",
        """
import os
for number in range(100_000):
    os.makedirs(f"folder{number}/" + "deep/" * 20)
print("GOT IN")
""",
        "raised",
    ),
    Attack(
        "many open pipes",
        """
import os
kept = []
while len(kept) < 10_000:
    kept.append(os.pipe())
    os.set_blocking(kept[-1][1], False)
    os.write(kept[-1][1], bytes(65536))
print("GOT IN")
""",
        "raised",
    ),
    Attack("file in memory", "import os\nos.memfd_create('x')\nprint('GOT IN')", "raised"),
    Attack(
        "input filled",
        "import os\nos.write(0, bytes(10 ** 6))\nos.ftruncate(0, 1 << 40)\nprint('GOT IN')",
        "raised crashed killed",
    ),
)
