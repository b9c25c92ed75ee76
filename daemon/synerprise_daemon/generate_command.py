"""`synerprise generate`: print the program for a prompt, or for each line of a file.

Others measure through this interface; its lines and exit codes stay as they are.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, TextIO

from synerprise_daemon.answer import Answer
from synerprise_daemon.client import ask_all
from synerprise_daemon.errors import RequestWrong, SynerpriseError
from synerprise_daemon.settings import Settings
from synerprise_model.prompt import Prompt

FOUND, WRONG, NOTHING_TRUSTED = 0, 1, 3
"""The exit codes."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "generate",
        help="print the program for a prompt",
        description="Print the program for a prompt in Bangla or Banglish. "
        "Ends with 0 when there is one, 3 when the model has none that it trusts, 1 on an error.",
    )
    parser.add_argument("prompt", nargs="?", help="what you want, in your words")
    parser.add_argument("--signature", help='the function\'s header, such as "def f(a, b):"')
    parser.add_argument("--candidates", type=_positive, metavar="N", help="programs at most")
    parser.add_argument("--json", action="store_true", help="print the whole answer as JSON")
    parser.add_argument("--jsonl", metavar="FILE", help="answer each line of a file; - reads stdin")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, settings: Settings) -> int:
    if (options.prompt is None) == (options.jsonl is None):
        print("give either a prompt or --jsonl FILE", file=sys.stderr)
        return 2
    if options.jsonl is not None:
        return _answer_file(options, settings)
    prompt = Prompt(options.prompt, options.signature)
    count = options.candidates or (None if options.json else 1)
    (answer,) = ask_all(settings, [prompt], count)
    if isinstance(answer, SynerpriseError):
        raise answer
    return print_answer(answer, options)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def print_answer(answer: Answer, options: argparse.Namespace) -> int:
    for example in answer.unclear:
        print(
            f"উদাহরণটি বোঝা যায়নি, তাই যাচাই হয়নি: {example} | "
            f"This example is not understood and was not tried: {example}",
            file=sys.stderr,
        )
    if options.json:
        print(json.dumps(_told(None, answer), ensure_ascii=False))
    elif answer.trusted:
        print("\n\n".join(p.code for p in answer.programs if not p.failed), end="")
    else:
        print(
            "নির্ভর করার মতো কোনো প্রোগ্রাম পাওয়া যায়নি; অন্যভাবে লিখে দেখুন। | "
            "There is no program to be trusted; try other words.",
            file=sys.stderr,
        )
    return FOUND if answer.trusted else NOTHING_TRUSTED


def _told(name: object, answer: Answer) -> dict[str, Any]:
    """An answer as others read it; `code` is null when the model trusts none of its programs."""
    return {
        "id": name,
        "code": answer.programs[0].code if answer.trusted else None,
        "confidence": answer.confidence,
        "candidates": [
            {"code": p.code, "probability": p.probability, "verdict": p.verdict}
            for p in answer.programs
        ],
        "unclear": answer.unclear,
        "elapsed_ms": answer.elapsed_ms,
    }


def _answer_file(options: argparse.Namespace, settings: Settings) -> int:
    try:
        opened: Any = (
            nullcontext(sys.stdin)
            if options.jsonl == "-"
            else Path(options.jsonl).open(encoding="utf-8-sig")  # noqa: SIM115  it is closed below
        )
    except OSError as error:
        raise RequestWrong(str(error)) from error
    with opened as lines:
        for line in _answers(lines, options.candidates, settings):
            print(json.dumps(line, ensure_ascii=False), flush=True)
    return FOUND


def _answers(lines: TextIO, count: int | None, settings: Settings) -> Iterator[dict[str, Any]]:
    """One object a line, in order; a bad line gets its error and the rest go on."""
    asked: list[tuple[object, SynerpriseError | None]] = []

    def prompts() -> Iterator[Prompt]:
        for line in lines:
            if not line.strip():
                continue
            name, prompt = _read_line(line)
            asked.append((name, prompt if isinstance(prompt, SynerpriseError) else None))
            if isinstance(prompt, Prompt):
                yield prompt

    for answer in ask_all(settings, prompts(), count):
        yield from _refused(asked)
        name, _ = asked.pop(0)
        if isinstance(answer, SynerpriseError):
            yield {"id": name, "error": answer.as_json()}
        else:
            yield _told(name, answer)
    yield from _refused(asked)


def _refused(asked: list[tuple[object, SynerpriseError | None]]) -> Iterable[dict[str, Any]]:
    """The lines at the head of those asked that could not be read; they are taken from it."""
    while asked and (error := asked[0][1]):
        name, _ = asked.pop(0)
        yield {"id": name, "error": error.as_json()}


def _read_line(line: str) -> tuple[object, Prompt | SynerpriseError]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        return None, RequestWrong(f"no JSON: {error}")
    if not isinstance(fields, dict):
        return None, RequestWrong("no JSON object")
    name, text = fields.get("id"), fields.get("prompt")
    signature, examples = fields.get("signature"), fields.get("examples") or []
    if not isinstance(text, str):
        return name, RequestWrong("'prompt' must be a string")
    if not isinstance(signature, str | None):
        return name, RequestWrong("'signature' must be a string")
    if not isinstance(examples, list) or not all(isinstance(e, str) for e in examples):
        return name, RequestWrong("'examples' must be a list of strings")
    return name, Prompt(text, signature or None, tuple(examples))
