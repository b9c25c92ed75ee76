"""What a user has chosen in the editor's settings, under `synerprise`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

SECTION = "synerprise"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Each is off until it is turned on."""

    code_lens: bool = False
    """`synerprise.codeLens`: show what can be done above each wish."""


def read_preferences(settings: Any, before: Preferences) -> Preferences:
    """What `initializationOptions` and `didChangeConfiguration` say, in the same form.

    Where they say nothing, or nothing that can be understood, what was chosen before stays:
    editors also tell of settings that are not ours, and some send none at all.
    """
    section = settings.get(SECTION) if isinstance(settings, Mapping) else None
    lens = section.get("codeLens") if isinstance(section, Mapping) else None
    return replace(before, code_lens=lens) if isinstance(lens, bool) else before
