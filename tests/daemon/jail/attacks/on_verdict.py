"""Attempts to pass a check that the program does not satisfy, or to upset who reads its answers."""

from tests.daemon.jail.attacks.attack import Attack

WRONG = "def f(x):\n    return 5\n"
EVERY_WORD = """
words = [b"PROVED", b"PASSED\\n", b"\\0" * 64, b'{"ran": true}', b'{"value": ["bool", true]}',
         b'{"ran": true, "value": ["int", "4"], "nonce": ""}', b"g", b"w"]
"""
FIND_LINE = """
import gc, socket
lines = [found for found in gc.get_objects() if isinstance(found, socket.socket)]
import sys
frame, stages = sys._getframe(), []
while frame:
    stages += [value for value in frame.f_locals.values() if type(value).__name__ == "Stage"]
    lines += [value for value in frame.f_locals.values() if isinstance(value, socket.socket)]
    frame = frame.f_back
"""


def forging(name: str, code: str, *more_checks: str) -> Attack:
    return Attack(name, WRONG + code, checks=("assert f(2) == 4", *more_checks))


def equal_to_all(base: str) -> str:
    return f"""
class Equal({base}):
    def __eq__(self, other):
        return True
    __hash__ = None
    def __bool__(self):
        return True
    def __contains__(self, other):
        return True
def f(x):
    return Equal()
"""


ON_VERDICT = (
    forging(
        "words on every descriptor",
        EVERY_WORD
        + """
import os
for descriptor in range(64):
    for word in words:
        try:
            os.write(descriptor, word)
        except OSError:
            pass
""",
    ),
    forging("word that it has run", "import os\nos.write(3, b'{\"ran\": true}')\nos._exit(0)"),
    forging(
        "a thread that answers every question",
        """
import json, socket, threading, time
line = socket.socket(fileno=3)
def answer():
    while True:
        asked = json.loads(line.recv(100_000))
        line.send(json.dumps({"nonce": asked["nonce"], "value": ["bool", True]}).encode())
threading.Thread(target=answer, daemon=True).start()
""",
    ),
    forging(
        "a program that never ends but answers",
        """
import json, socket
line = socket.socket(fileno=3)
line.send(b'{"ran": true}')
while True:
    asked = json.loads(line.recv(100_000))
    line.send(json.dumps({"nonce": asked["nonce"], "value": ["bool", True]}).encode())
""",
    ),
    forging(
        "its stage replaced, found by frames",
        FIND_LINE
        + """
def answer(self, question):
    return {"nonce": question["nonce"], "value": ["bool", True]}
for stage in stages:
    type(stage).answer = answer
""",
    ),
    forging(
        "writer of values replaced",
        """
import sys
for module in list(sys.modules.values()):
    for name in ("encode", "_plain", "_written"):
        if hasattr(module, name) and "jail" in module.__name__:
            setattr(module, name, lambda *_: ["bool", True])
""",
    ),
    forging(
        "built-in functions replaced",
        """
import builtins, json
builtins.eval = builtins.exec = lambda *_: True
builtins.compile = builtins.isinstance = builtins.type = lambda *_: True
""",
    ),
    forging(
        "json replaced",
        'import json\njson.dumps = lambda *_, **__: \'{"value": ["bool", true]}\'\n'
        "json.loads = lambda *_: {'way': 'value', 'source': 'True', 'nonce': ''}",
    ),
    forging("object equal to all", equal_to_all("object")),
    forging("number equal to all", equal_to_all("int")),
    forging("text equal to all", equal_to_all("str")),
    forging("list equal to all", equal_to_all("list")),
    forging(
        "class equal to all",
        "class Meta(type):\n    def __eq__(self, other):\n        return"
        " True\n    __hash__ = type.__hash__\nclass f(metaclass=Meta):\n    pass\n"
        "f.__new__ = lambda *_: f",
    ),
    forging(
        "object that says it is a number",
        equal_to_all("object") + "Equal.__class__ = property(lambda self: int)",
    ),
    forging("exit within the check", "import os\ndef f(x):\n    os._exit(0)"),
    forging("polite exit within the check", "def f(x):\n    raise SystemExit(0)"),
    forging("exit before the check", "import sys\nsys.exit(0)"),
    forging("exit of the interpreter", "import os\nprint('PROVED')\nos._exit(0)"),
    forging(
        "assertions that never fail", "class AssertionError(Exception):\n    pass\n__debug__x=0"
    ),
    forging(
        "check swallowed",
        "import sys\nsys.excepthook = sys.unraisablehook = lambda *_: None\n"
        "def f(x):\n    raise AssertionError",
    ),
    forging(
        "lines that are traced",
        """
import sys
def trace(frame, event, argument):
    for name in ("value", "found", "words"):
        if name in frame.f_locals:
            frame.f_locals[name] = True
    return trace
sys.settrace(trace)
""",
    ),
    forging("all descriptors closed", "import os\nos.closerange(0, 64)"),
    forging("line closed, then sleep", "import os, time\nos.close(3)\ntime.sleep(60)"),
    forging("output led into the line", "import os\nos.dup2(3, 1)\nprint('{\"ran\": true}')"),
    forging("line led into the output", "import os\nos.dup2(1, 3)"),
    forging("deep answer", "import os\nos.write(3, b'[' * 100_000)"),
    forging(
        "deep value",
        "def f(x):\n    found = 4\n    for _ in range(10_000):\n"
        "        found = [found]\n    return found",
    ),
    forging(
        "value within itself",
        "def f(x):\n    found = []\n    found.append(found)\n    return found",
    ),
    forging("long answer", "import os\nos.write(3, b'\"' + b'x' * 180_000 + b'\"')"),
    forging("long value", "def f(x):\n    return 'x' * 10_000_000"),
    forging(
        "word that it has run, where WASI's line is",
        "import os\nos.write(2, b'\\x1e{\"ran\": true}\\n')",
    ),
    forging(
        "a program that never ends but answers, where WASI's line is",
        """
import json, os
os.write(2, b'\\x1e{"ran": true}\\n')
for line in open(0, "rb", closefd=False):
    answer = {"nonce": json.loads(line)["nonce"], "value": ["bool", True]}
    os.write(2, b"\\x1e" + json.dumps(answer).encode() + b"\\n")
""",
    ),
    forging(
        "endless noise, where WASI's line is", "import os\nwhile True:\n    os.write(2, b'{}')"
    ),
    forging("many answers", "import os\nwhile True:\n    os.write(3, b'{}')"),
    forging(
        "code in an answer",
        "import os, pickle\nclass Evil:\n    def __reduce__(self):\n"
        "        return os.system, ('true',)\nos.write(3, pickle.dumps(Evil()))",
    ),
    forging("huge number", "def f(x):\n    return 1 << 400_000"),
    forging(
        "huge decimal", "from decimal import Decimal\ndef f(x):\n    return Decimal('1e999999999')"
    ),
    forging("no number", "def f(x):\n    return float('nan')"),
    forging(
        "error that cannot be told",
        """
class Odd(BaseException):
    def __str__(self):
        raise MemoryError
    @property
    def __traceback__(self):
        return 5
raise Odd
""",
    ),
    forging(
        "values of other types in an answer",
        """
import json, socket
line = socket.socket(fileno=3)
line.send(b'{"ran": true}')
nonce = json.loads(line.recv(100_000))["nonce"]
value = ["fraction", ["4", "0"]]
line.send(json.dumps({"nonce": nonce, "value": value}).encode())
""",
    ),
    forging(
        "check that asks the program",
        "class T:\n    def __eq__(self, o):\n        return True\ndef f(x):\n    return T()",
        "f(2) == f(4)",
    ),
)
