"""Run a program and answer questions about it: all that ever happens in a worker.

Nothing here is a wall; the program can reach every line of it. The walls are `layers`, and what a
worker says is only believed as far as `judge` explains.
"""

import ast
import atexit
import builtins
import gc
import io
import json
import linecache
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import redirect_stdout
from types import CodeType, ModuleType
from typing import Any, Protocol, TextIO

from synerprise_daemon.jail.inside.plain import NotPlain, encode
from synerprise_daemon.jail.limits import Limits

NAME = "program.py"
CHECK = "check"
LONGEST_MESSAGE = 500  # letters of an error

Words = dict[str, Any]


class Line(Protocol):
    """What a worker speaks over, and where the program finds what is typed."""

    def hear(self) -> bytes:
        """The next message; nothing when no more will come."""
        ...

    def tell(self, message: bytes) -> None: ...

    def typed(self, text: str) -> TextIO: ...


class Stage:
    """One program in its own module, as ``python program.py`` would have it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._module = ModuleType("__main__")
        self._last: Any = None

    def run(self, code: str) -> Words:
        """Run the program to its end, with its threads and what it left for the exit."""
        sys.modules["__main__"] = self._module
        linecache.cache[NAME] = (len(code), None, code.splitlines(keepends=True), NAME)
        said = _caught(lambda: self._execute(_compiled(code, NAME)))
        left = _caught(_finish)
        failed = next((words for words in (said, left) if "raised" in words), {})
        return {"ran": True} if failed.get("exit") else {**failed, "ran": True}

    def answer(self, question: Words) -> Words:
        source = question["source"]
        ways: dict[str, Callable[[], Words]] = {
            "do": lambda: self._execute(_compiled(source, CHECK)),
            "value": lambda: self._value(source),
            "about": lambda: _plain(eval(source, {"_": self._last}), self._limits),  # noqa: S307
        }
        # What is printed now is not the program's output; a check may ask what has been printed.
        with redirect_stdout(io.StringIO()):
            return {**_caught(ways[question["way"]]), "nonce": question["nonce"]}

    def _execute(self, code: CodeType) -> Words:
        exec(code, self._module.__dict__)  # noqa: S102  what the jail is for
        return {"value": encode(None)}

    def _value(self, source: str) -> Words:
        tree = ast.parse(source, CHECK, "eval")
        self._last = eval(compile(tree, CHECK, "eval"), self._module.__dict__)  # noqa: S307
        return _plain(self._last, self._limits)


def _caught(act: Callable[[], Words]) -> Words:
    """What the act gives; or how it failed, when the memory that it held is free again."""
    try:
        return act()
    except BaseException as error:  # noqa: BLE001  a program may raise anything
        told = _described(error)
        polite = isinstance(error, SystemExit) and error.code in (None, 0)
    gc.collect()
    return {"raised": told, "exit": polite}


def serve(line: Line, limits: Limits) -> None:
    """Wait for one program, run it, answer questions about it until nobody asks any more."""
    task = json.loads(line.hear())
    _act_like_the_interpreter()
    sys.stdin = line.typed(task["input"])
    stage = Stage(limits)
    line.tell(_written(stage.run(task["code"])))
    while asked := line.hear():
        line.tell(_written(stage.answer(json.loads(asked))))


def _act_like_the_interpreter() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in ("exit", "quit"):  # `site` gives them, which was not loaded
        setattr(builtins, name, sys.exit)


def _compiled(code: str, name: str) -> CodeType:
    return compile(code, name, "exec", dont_inherit=True)


def _finish() -> Words:
    """What the interpreter does after the last line, so that all that is printed is there."""
    threading._shutdown()  # type: ignore[attr-defined]  # noqa: SLF001  waits for threads
    atexit._run_exitfuncs()  # noqa: SLF001
    sys.stdout.flush()
    return {"value": encode(None)}


def _plain(value: Any, limits: Limits) -> Words:
    """A value as plain data; of what is none, or too long, only the type."""
    try:
        words = {"value": encode(value)}
    except NotPlain as error:
        return {"object": str(error)}
    return words if len(_written(words)) < limits.message // 2 else {"object": type(value).__name__}


def _described(error: BaseException) -> Words:
    line = error.lineno if isinstance(error, SyntaxError) else None
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == NAME:
            line = trace.tb_lineno
        trace = trace.tb_next
    return {"kind": type(error).__name__, "message": _message(error), "line": line}


def _message(error: BaseException) -> str:
    try:
        text = error.msg if isinstance(error, SyntaxError) else str(error)
        return str(text)[:LONGEST_MESSAGE]
    except Exception:  # noqa: BLE001  its own __str__ may fail, too
        return ""


def _written(words: Words) -> bytes:
    return json.dumps(words).encode()
