"""Modules that programs often import, loaded once in the fork-server, shared by all workers."""

import importlib

MODULES = """
abc array ast base64 bisect calendar cmath codecs collections collections.abc contextlib copy csv
ctypes dataclasses datetime decimal enum fractions functools graphlib hashlib heapq html io
itertools json keyword linecache locale math numbers operator os.path pathlib pprint queue random
re secrets shutil stat statistics string struct tempfile textwrap threading time timeit traceback
types typing unicodedata uuid zoneinfo
""".split()
ENCODINGS = ("utf-8", "utf-16", "ascii", "latin-1", "idna", "rot13", "unicode_escape", "hex")


def warm_up() -> None:
    """Import them; a Python built without some does without them."""
    for name in MODULES:
        try:
            importlib.import_module(name)
        except ImportError:
            continue
    for name in ENCODINGS:
        b"" if name in ("rot13", "hex") else "a".encode(name)
