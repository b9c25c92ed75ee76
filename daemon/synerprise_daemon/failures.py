"""Why a program failed, in words that a beginner understands, in Bangla and in English."""

from dataclasses import dataclass
from typing import Any, Self

from synerprise_daemon.jail.outcome import CheckEnd, CheckOutcome, End, Outcome, ProgramError

TIMED_OUT = str(End.TIMED_OUT)
ERRORS = {
    "ZeroDivisionError": ("শূন্য দিয়ে ভাগ করা হয়েছে", "it divides by zero"),
    "IndexError": ("লিস্ট বা লেখায় এত নম্বর ঘর নেই", "a list or text has no such position"),
    "KeyError": ("ডিকশনারিতে এই কী নেই", "a dictionary has no such key"),
    "NameError": ("নামটি আগে কোথাও দেওয়া হয়নি", "a name is used that was never given a value"),
    "UnboundLocalError": (
        "মান দেওয়ার আগেই নামটি ব্যবহার করা হয়েছে",
        "a name is used before it has a value",
    ),
    "TypeError": ("এই ধরনের মানের সাথে কাজটি করা যায় না", "this cannot be done with values of that type"),
    "ValueError": ("মানটি ঠিক ধরনের নয়", "a value is of the right type but cannot be used here"),
    "AttributeError": ("এই মানের এমন কোনো মেথড বা গুণ নেই", "a value has no such method or attribute"),
    "RecursionError": (
        "ফাংশনটি নিজেকে ডাকতেই থাকে, থামে না",
        "the function calls itself without an end",
    ),
    "OverflowError": ("সংখ্যাটি খুব বড়", "a number is too large"),
    "FileNotFoundError": ("ফাইলটি নেই", "there is no such file"),
    "PermissionError": ("এটি করার অনুমতি নেই", "this is not allowed"),
    "ModuleNotFoundError": ("এই মডিউলটি নেই", "there is no such module"),
    "ImportError": ("মডিউল থেকে এটি আনা যায়নি", "this cannot be imported"),
    "EOFError": ("ইনপুট শেষ, আরও চাওয়া হয়েছে", "it reads more input than there is"),
    "AssertionError": ("নিজের একটি assert মেলেনি", "one of its own asserts does not hold"),
    "StopIteration": ("আর কোনো মান বাকি নেই", "there are no values left"),
    "UnicodeDecodeError": ("লেখাটি পড়া যায়নি", "a text cannot be decoded"),
    "MemoryError": ("মেমোরি শেষ", "the memory is used up"),
}
ENDS = {
    End.TIMED_OUT: (
        "প্রোগ্রামটি সময়মতো শেষ হয়নি, তাই থামানো হয়েছে",
        "it did not end in time and was stopped",
    ),
    End.OUT_OF_MEMORY: ("প্রোগ্রামটি বেশি মেমোরি চায়", "it wants too much memory"),
    End.TOO_MUCH_OUTPUT: ("প্রোগ্রামটি বেশি লেখা ছাপে", "it prints too much"),
    End.CRASHED: ("প্রোগ্রামটি মাঝপথে ভেঙে পড়েছে", "it ended its interpreter"),
    End.KILLED: ("প্রোগ্রামটি নিয়ম ভেঙেছে, তাই থামানো হয়েছে", "it broke the rules and was stopped"),
}
OTHER = ("প্রোগ্রামে একটি ভুল হয়েছে", "the program raised an error")


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong, and where."""

    kind: str
    """An exception's class, how the run ended, or ``example`` for one that is not satisfied."""
    bangla: str
    english: str
    detail: str
    """The interpreter's own words, or the example and what came instead."""
    line: int | None = None
    """In the program, from 1; None where it is not known."""

    @classmethod
    def from_json(cls, fields: dict[str, Any] | None) -> Self | None:
        """Read what `dataclasses.asdict` gave."""
        return cls(**fields) if fields else None


def failure_of(outcome: Outcome) -> Failure | None:
    """Why the run of a program that failed did so; None when nothing is known."""
    if outcome.error:
        return _of_error(outcome.error)
    failed = next((c for c in outcome.checks if c.end is not CheckEnd.PASSED), None)
    if failed and outcome.end is End.FINISHED:
        return _of_example(failed)
    if outcome.end in ENDS:
        bangla, english = ENDS[outcome.end]
        return Failure(str(outcome.end), bangla + "।", _sentence(english), str(outcome.end))
    return None


def _of_error(error: ProgramError) -> Failure:
    bangla, english = ERRORS.get(error.kind, OTHER)
    if error.line:
        bangla, english = f"{error.line} নম্বর লাইনে: {bangla}", f"line {error.line}: {english}"
    place = f", line {error.line}" if error.line else ""
    detail = f"{error.kind}: {error.message}{place}"
    return Failure(error.kind, bangla + "।", _sentence(english), detail, error.line)


def _of_example(check: CheckOutcome) -> Failure:
    if check.error:
        bangla, english = ERRORS.get(check.error.kind, OTHER)
        detail = f"{check.check}: {check.error.kind}: {check.error.message}"
    else:
        bangla, english = "উদাহরণের সাথে মেলে না", "it does not give what the example says"
        detail = f"{check.check}: {check.got}" if check.got else check.check
    return Failure("example", f"{bangla}: {check.check}", _sentence(english), detail)


def _sentence(english: str) -> str:
    return english[0].upper() + english[1:] + "."
