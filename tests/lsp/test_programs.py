"""Programs, fitted into a document."""

import pytest

from synerprise_lsp.lines import split
from synerprise_lsp.programs import body_for, ends_in_definition, laid_out
from synerprise_lsp.stubs import Stub, stub_at


def stub(text: str = "def area(r):\n    pass\n") -> Stub:
    found = stub_at(split(text), 0)
    assert found
    return found


def test_imports_go_into_the_body_and_shown_calls_do_not() -> None:
    code = "import math\n\ndef area(r):\n    return math.pi * r * r\n\nprint(area(2))\n"
    assert body_for(stub(), code) == "import math\nreturn math.pi * r * r"


def test_names_of_the_hints_are_the_users_own_and_are_not_imported() -> None:
    code = "import math\nfrom typing import List\n\n\ndef area(r):\n    return math.pi * r\n"
    assert body_for(stub(), code) == "import math\nreturn math.pi * r"


@pytest.mark.parametrize(
    "code", ["def other(r):\n    return r\n", "def area(x):\n    return x\n", "print(1)\n", "def ("]
)
def test_another_name_or_other_parameters_do_not_fit(code: str) -> None:
    assert body_for(stub(), code) is None


def test_a_body_in_the_row_of_its_header_fits() -> None:
    assert body_for(stub(), "def area(r): return 3 * r\n") == "return 3 * r"


def test_a_stub_that_has_a_docstring_gets_no_second_one() -> None:
    code = 'def area(r):\n    """Of a circle."""\n    return r\n'
    assert body_for(stub('def area(r):\n    """মোট"""\n'), code) == "return r"
    assert body_for(stub(), code) == '"""Of a circle."""\nreturn r'


def test_a_form_feed_or_a_separator_in_a_string_parts_no_row() -> None:
    code = 'def area(r):\n    x = "a\u2028b"\n    return x\n'
    assert body_for(stub(), code) == 'x = "a\u2028b"\nreturn x'


def test_a_program_gets_the_indentation_and_ends_of_the_document() -> None:
    code = 'def f():\n    if 1:\n        return """a\n    b"""\n\n'
    assert laid_out(code, "\t", "\t", "\r\n") == (
        '\tdef f():\r\n\t\tif 1:\r\n\t\t\treturn """a\r\n    b"""'
    )


def test_what_a_program_ends_in() -> None:
    assert ends_in_definition("def f():\n    pass\n")
    assert not ends_in_definition("def f():\n    pass\nf()\n")
    assert not ends_in_definition("")
