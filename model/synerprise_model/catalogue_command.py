"""`synerprise corpus`: the writers' commands for the catalogue."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

from synerprise_model.claims import claimants
from synerprise_model.corpus import Corpus, build_corpus
from synerprise_model.coverage import measure
from synerprise_model.coverage_page import coverage_page, totals
from synerprise_model.errors import CatalogueError
from synerprise_model.evaluation import natural_cases
from synerprise_model.folders import BENCHMARK, CATALOGUE, NATURAL
from synerprise_model.lexicon import read_lexicon
from synerprise_model.overmatch import claimed_twice
from synerprise_model.realise import realise
from synerprise_model.rules import broken_rules
from synerprise_model.sampling import Sampler
from synerprise_model.solution_checks import check_solutions
from synerprise_model.tasks import Task, read_task, read_tasks, task_paths
from synerprise_model.wording import Wording, read_wording


def main(arguments: list[str]) -> int:
    """Run one of the writers' commands; 0 when all is well, 1 when the catalogue is at fault."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except CatalogueError as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="synerprise corpus", description=__doc__)
    parser.add_argument("--catalogue", type=Path, default=CATALOGUE)
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="hold tasks against the rules and run their checks")
    check.add_argument("within", nargs="*", default=[""], help="a topic, or a topic/task")
    check.set_defaults(run=_check)
    show = commands.add_parser("show", help="print samples of a task")
    show.add_argument("task")
    show.add_argument("--count", type=int, default=20)
    show.add_argument("--seed", type=int, default=0)
    show.set_defaults(run=_show)
    draw = commands.add_parser("draw", help="print random pairs as they are taught, for reading")
    draw.add_argument("--count", type=int, default=100)
    draw.add_argument("--seed", type=int, default=0)
    draw.set_defaults(run=_draw)
    vary = commands.add_parser("vary", help="print sentences with words exchanged by the lexicon")
    vary.add_argument("--within", default="", help="a topic, or a topic/task")
    vary.add_argument("--count", type=int, default=20)
    vary.add_argument("--seed", type=int, default=0)
    vary.set_defaults(run=_vary)
    ask = commands.add_parser("ask", help="which tasks could have said a sentence")
    ask.add_argument("sentence")
    ask.set_defaults(run=_ask)
    report = commands.add_parser(
        "report", help="count what is covered, and write a page with plots"
    )
    report.add_argument("--page", type=Path, default=Path("build/catalogue.html"))
    report.set_defaults(run=_report)
    build = commands.add_parser("build", help="write a corpus as arrays")
    build.add_argument("folder", type=Path)
    build.add_argument("--pairs", type=int, default=100_000)
    build.add_argument("--seed", type=int, default=0)
    build.add_argument("--workers", type=int, default=2)
    build.set_defaults(run=_build)
    return parser


def _check(options: argparse.Namespace) -> int:
    wording = read_wording(options.catalogue)
    read_lexicon(options.catalogue)
    paths = [path for within in options.within for path in task_paths(options.catalogue, within)]
    if not paths:
        print(f"no task in {', '.join(options.within)}", file=sys.stderr)
        return 1
    sound, broken = _sound_tasks(paths, options.catalogue, wording)
    broken += [*claimed_twice(sound, wording), *check_solutions(sound)]
    for error in broken:
        print(error, file=sys.stderr)
    print(f"{len(paths)} tasks checked, {len(broken)} complaints")
    return 1 if broken else 0


def _sound_tasks(
    paths: Sequence[Path], catalogue: Path, wording: Wording
) -> tuple[list[Task], list[CatalogueError]]:
    """The tasks that keep every rule, and what is wrong with the others."""
    sound, broken = [], []
    for path in paths:
        try:
            task = read_task(path, catalogue)
            found = list(broken_rules(task, wording))
        except CatalogueError as error:
            found = [error]
        else:
            sound += [] if found else [task]
        broken += found
    return sound, broken


def _show(options: argparse.Namespace) -> int:
    sampler, random = Sampler(read_wording(options.catalogue)), Random(options.seed)
    tasks = read_tasks(options.catalogue, options.task)
    for task in tasks:
        print(f"# {task.name}: {task.about}\n{task.solution}")
        for _ in range(options.count):
            prompt = sampler.draw(task, random).prompt
            around = " # ".join(filter(None, (prompt.signature, *prompt.examples)))
            print(f"- {prompt.text}" + (f"    | {around}" if around else ""))
    return 0 if tasks else 1


def _draw(options: argparse.Namespace) -> int:
    pairs = Corpus(options.catalogue).pairs(options.count, Random(options.seed))
    for number, pair in enumerate(pairs, 1):
        prompt = pair.sample.prompt
        sight = f"(in sight: {', '.join(prompt.names)})" if prompt.names else ""
        asked = "\n".join(filter(None, (prompt.text, prompt.signature, *prompt.examples, sight)))
        program = realise(pair.target, pair.source).strip()
        print(f"## {number}. {pair.sample.task}\n\n{asked}\n\n{program}\n")
    return 0


def _vary(options: argparse.Namespace) -> int:
    sampler, random = Sampler(read_wording(options.catalogue)), Random(options.seed)
    lexicon = read_lexicon(options.catalogue)
    tasks = read_tasks(options.catalogue, options.within)
    shown = 0
    while shown < options.count:
        sample = sampler.draw(random.choice(tasks), random)
        varied = lexicon.vary(sample.prompt.text, sample.script, random)
        if varied != sample.prompt.text:
            shown += 1
            print(f"- {sample.prompt.text}\n  {varied}")
    return 0


def _ask(options: argparse.Namespace) -> int:
    tasks = read_tasks(options.catalogue)
    for claim in claimants(options.sentence, tasks, read_wording(options.catalogue)):
        print(
            f"{claim.likeness:4.0%}  {claim.task.name}: {claim.task.about}\n      {claim.nearest}"
        )
    return 0


def _report(options: argparse.Namespace) -> int:
    paths = (path for folder in (NATURAL, BENCHMARK) for path in sorted(folder.glob("*.toml")))
    counted = measure(options.catalogue, [case for path in paths for case in natural_cases(path)])
    for name, value in totals(counted):
        print(f"{name}: {value}")
    options.page.parent.mkdir(parents=True, exist_ok=True)
    options.page.write_text(coverage_page(counted), encoding="utf-8")
    print(options.page)
    return 0


def _build(options: argparse.Namespace) -> int:
    manifest = build_corpus(
        options.catalogue, options.folder, options.pairs, options.seed, options.workers
    )
    print(f"{manifest['pairs']} pairs of {manifest['tasks']} tasks in {options.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
