"""The program of a skeleton: one comprehension, loop or expression for all of its steps."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from synerprise_model.layout import layout
from synerprise_model.lexer import lex
from synerprise_model.operations import Element, Source
from synerprise_model.skeletons import Skeleton

Outlet = Literal["a_list", "a_line_each", "one_line"]
"""How a script shows a list."""
ATOM = re.compile(r"[\w.]+(\([^()]*\))?")


def function_of(skeleton: Skeleton, elements: Mapping[str, Element]) -> str:
    """The function that does the steps to its parameter."""
    source = skeleton.source
    *lines, result = _body(skeleton, elements)
    slots = [slot for step in skeleton.steps for slot in step.values]
    header = f"def {_own_name(skeleton)}({', '.join([source.parameter, *slots])}):"
    body = [*lines, f"return {result}"]
    return _laid_out([*_imports(skeleton), header, *(f"    {line}" for line in body)])


def class_of(skeleton: Skeleton, elements: Mapping[str, Element]) -> str:
    """A class that holds the parameter, with a method that does the steps to it."""
    held = skeleton.source.parameter
    code = re.sub(rf"\b{held}\b", f"self.{held}", skeleton.source.code)
    own = replace(skeleton, source=replace(skeleton.source, code=code))
    *lines, result = _body(own, elements)
    header = [f"class {class_name(skeleton)}:", f"    def __init__(self, {held}):"]
    setting = [f"        self.{held} = {held}", f"    def {method_name(skeleton)}(self):"]
    body = [f"        {line}" for line in (*lines, f"return {result}")]
    return _laid_out([*_imports(skeleton), *header, *setting, *body])


def class_name(skeleton: Skeleton) -> str:
    """What a class that holds the source's parameter is called."""
    return {"n": "Number", "d": "Table"}.get(
        skeleton.source.parameter, skeleton.source.parameter.capitalize()
    )


def method_name(skeleton: Skeleton) -> str:
    """What the method that does the steps is called: for its last step."""
    last = (*skeleton.of("maps"), *skeleton.of("orders"), *skeleton.of("endings"))
    return last[-1].name if last else "chosen"


def snippet_of(skeleton: Skeleton, elements: Mapping[str, Element]) -> str:
    """Lines that do the steps to a variable in sight: what comes of a list takes its place."""
    *lines, result = _body(skeleton, elements)
    endings = skeleton.of("endings")
    replaced = not endings and skeleton.source.is_indexed and not skeleton.of("maps")
    name = endings[0].name if endings else skeleton.source.parameter if replaced else "result"
    return _laid_out([*_imports(skeleton), *lines, f"{name} = {result}"])


def script_of(skeleton: Skeleton, elements: Mapping[str, Element], outlet: Outlet) -> str:
    """The script that does the steps to what it reads, and prints."""
    source, lines = skeleton.source, [*_imports(skeleton), *skeleton.source.reads]
    if skeleton.of("endings"):
        *before, result = _body(skeleton, elements)
        return _laid_out([*lines, *before, f"print({result})"])
    if outlet != "a_line_each":
        *before, result = _body(skeleton, elements)
        shown = f"print(*{result})" if outlet == "one_line" else f"print({result})"
        return _laid_out([*lines, *before, shown])
    variable, item, conditions = _chosen(skeleton, elements)
    if skeleton.of("orders"):
        *before, result = _body(skeleton, elements)
        return _laid_out(
            [*lines, *before, f"for {variable} in {result}:", f"    print({variable})"]
        )
    lines.append(f"for {variable} in {source.code}:")
    indent = "    "
    if conditions:
        lines.append(f"{indent}if {' and '.join(conditions)}:")
        indent += "    "
    return _laid_out([*lines, f"{indent}print({item})"])


def _chosen(skeleton: Skeleton, elements: Mapping[str, Element]) -> tuple[str, str, list[str]]:
    """The loop's variable, what each round gives, and the conditions for it."""
    source = skeleton.source
    variable = elements[source.element].variable
    item = source.item.replace("@", variable)
    conditions = [_put(item, step.code) for step in skeleton.of("filters")]
    for step in skeleton.of("maps"):
        item = _put(item, step.code)
    return variable, item, conditions


def _body(skeleton: Skeleton, elements: Mapping[str, Element]) -> list[str]:
    """The lines that compute, and at last the expression for the result."""
    source = skeleton.source
    variable, item, conditions = _chosen(skeleton, elements)
    plain = item == variable and not conditions
    sequence = source.code if plain else f"{item} for {variable} in {source.code}"
    if conditions:
        sequence += " if " + " and ".join(conditions)
    last = (*skeleton.of("orders"), *skeleton.of("endings"))
    return _ended(sequence, last[0].code if last else "[@]", source, plain=plain)


def _own_name(skeleton: Skeleton) -> str:
    element = skeleton.source.element
    last = skeleton.of("endings") or skeleton.of("orders") or skeleton.of("maps")
    step = last[0].name.replace(f"{element}_", "") if last else ""
    return f"{step}_of_{element}s" if last else f"chosen_{element}s"


def _imports(skeleton: Skeleton) -> list[str]:
    lines = {line for step in skeleton.steps for line in step.before}
    return sorted(lines, key=lambda line: (line.startswith("from"), line))


def _laid_out(lines: Sequence[str]) -> str:
    return layout(lex("\n".join(lines)))


def _put(item: str, code: str) -> str:
    """The code with an item in its place, in parentheses where it needs them."""
    alone = ATOM.fullmatch(item) is not None

    def placed(found: re.Match[str]) -> str:
        before, after = code[found.start() - 1 : found.start()], code[found.end() : found.end() + 1]
        enclosed = before in ("(", "[") and after in (")", "]", ",")
        return item if alone or enclosed or code == "@" else f"({item})"

    return re.sub("@", placed, code)


def _ended(sequence: str, code: str, source: Source, *, plain: bool) -> list[str]:
    """Lines and an expression; `code` may be an assignment and an expression parted by ``;``."""
    if plain:
        whole = sequence if source.is_indexed else f"list({sequence})"
        text = code.replace("[@]", whole if code != "[@]" else f"list({sequence})")
        text = text.replace("@", sequence)
    else:
        text = re.sub(r"(?<=[(\[])@(?=[)\]])", lambda _: sequence, code)
        text = text.replace("@", f"({sequence})")
    return [part.strip() for part in text.split(";")]
