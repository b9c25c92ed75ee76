"""Lines as editors count them: parted at line feeds and carriage returns, and nowhere else."""

import re
from collections import Counter
from collections.abc import Sequence

LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
INDENT = re.compile(r"[ \t\f]*")
DEFAULT_UNIT = "    "


def split(text: str) -> list[str]:
    """The lines with their ends. `str.splitlines` also parts at form feeds and at U+2028."""
    return LINE.findall(text)


def without_end(line: str) -> str:
    return line.rstrip("\r\n")


def indent_of(line: str) -> str:
    found = INDENT.match(line)
    return found.group() if found else ""


def is_blank(line: str) -> bool:
    return not line.strip()


def end_near(lines: Sequence[str], row: int) -> str:
    """The line end to write at a row: its own, else that of a line before, else a line feed."""
    for line in reversed(lines[: row + 1]):
        if end := line[len(without_end(line)) :]:
            return end
    return "\n"


def indent_unit(lines: Sequence[str], indent: str = "") -> str:
    """One step of indentation as this file has it; tabs where the indent at hand is of tabs."""
    if "\t" in indent:
        return "\t"
    steps: Counter[str] = Counter()
    above = ""
    for line in lines:
        if is_blank(line):
            continue
        here = indent_of(line)
        if len(here) > len(above) and here.startswith(above):
            steps[here[len(above) :]] += 1
        above = here
    likely = [
        (count, step)
        for step, count in steps.items()
        if step in {"\t", "  ", "   ", " " * 4, " " * 8}
    ]
    if indent:  # a unit that cannot make the indent at hand is from another part of the file
        likely = [(count, step) for count, step in likely if not len(indent) % len(step)]
    return max(likely)[1] if likely else DEFAULT_UNIT
