"""What a user has chosen in the editor's settings, under `synerprise`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

SECTION = "synerprise"


@dataclass(frozen=True, slots=True)
class Preferences:
    """As they are until the user says otherwise."""

    code_lens: bool = False
    """`synerprise.codeLens`: show what can be done above each wish."""
    unknown_words: bool = True
    """`synerprise.unknownWords`: mark the words of a wish that the model does not know."""


FIELDS = {"codeLens": "code_lens", "unknownWords": "unknown_words"}
"""From what the editor calls a preference to what it is called here."""


def read_preferences(settings: Any, before: Preferences) -> Preferences:
    """What `initializationOptions` and `didChangeConfiguration` say, in the same form.

    Where they say nothing, or nothing that can be understood, what was chosen before stays:
    editors also tell of settings that are not ours, and some send none at all.
    """
    section = settings.get(SECTION) if isinstance(settings, Mapping) else None
    said = section if isinstance(section, Mapping) else {}
    chosen = {field: said[key] for key, field in FIELDS.items() if isinstance(said.get(key), bool)}
    return replace(before, **chosen)
