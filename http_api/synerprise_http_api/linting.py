"""What ruff finds in programs: faults that a run does not show, such as a variable never used."""

import asyncio
import json
import shutil
import sysconfig
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

RULES = "E7,E9,F,B,PLE"
"""Bad habits of statements, what cannot be run, pyflakes, bugbear, errors of pylint."""
REMEMBERED = 1000
OPTIONS = ("check", "--isolated", "--no-cache", "--exit-zero", "--output-format", "json")


class Linter:
    """Counts what ruff finds; nothing where ruff is not installed."""

    def __init__(self) -> None:
        self._ruff = shutil.which("ruff", path=sysconfig.get_path("scripts")) or shutil.which(
            "ruff"
        )
        self._known: dict[str, int] = {}

    async def faults(self, codes: Sequence[str]) -> Mapping[str, int]:
        """For each program, how many faults it has; a run of ruff serves them all."""
        known = {code: self._known[code] for code in codes if code in self._known}
        unknown = [code for code in dict.fromkeys(codes) if code not in known]
        found = await self._found(unknown) if unknown else {}
        if len(self._known) > REMEMBERED:
            self._known.clear()
        self._known |= found
        return known | found

    async def _found(self, codes: Sequence[str]) -> dict[str, int]:
        if self._ruff is None:
            return dict.fromkeys(codes, 0)
        with TemporaryDirectory(prefix="synerprise-") as folder:
            for at, code in enumerate(codes):
                (Path(folder) / f"{at}.py").write_text(code, encoding="utf-8")
            process = await asyncio.create_subprocess_exec(
                self._ruff,
                *OPTIONS,
                "--select",
                RULES,
                folder,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
            )
            said, _ = await process.communicate()
        findings = json.loads(said or b"[]")
        counted = Counter(Path(finding["filename"]).stem for finding in findings)
        return {code: counted[str(at)] for at, code in enumerate(codes)}
