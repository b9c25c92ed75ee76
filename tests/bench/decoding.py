"""Time the shipped model's search: ``python -m tests.bench.decoding CORES``."""

import resource
import sys
from functools import partial
from time import perf_counter

from synerprise_model.lexer import lex
from synerprise_model.translator import BEAMS, Translator
from tests.bench.clock import stay_on, timed
from tests.bench.prompts import prompts

BATCHES = (1, 8, 32)


def main(cores: int) -> None:
    stay_on(cores)
    asked = prompts()
    started = perf_counter()
    searching = Translator.load()
    print(f"{cores} core(s): loading takes {perf_counter() - started:.1f} s")
    greedy = Translator.load(beams=1)
    medians = {}
    for name, translator in (("greedy", greedy), (f"{BEAMS} candidates", searching)):
        for prompt in asked[:3]:
            translator.translate([prompt], 1)  # each shape of input is compiled once
        timing = timed([partial(translator.translate, [prompt], BEAMS) for prompt in asked])
        told = [translator.translate([prompt], 1)[0] for prompt in asked]
        tokens = sum(len(lex(found[0].code)) for found in told if found) / len(told)
        medians[name] = timing.median
        print(f"{cores} core(s), {name}: {timing}; {timing.median / tokens:.2f} ms a token")
    ratio = medians[f"{BEAMS} candidates"] / medians["greedy"]
    print(f"{cores} core(s): {BEAMS} candidates take {ratio:.1f} times as long as one")
    for batch in BATCHES:
        groups = [asked[at : at + batch] for at in range(0, len(asked) - batch + 1, batch)]
        searching.translate(groups[0], 1)
        started = perf_counter()
        for group in groups:
            searching.translate(group, 1)
        rate = batch * len(groups) / (perf_counter() - started)
        print(f"{cores} core(s), {BEAMS} candidates, batch {batch}: {rate:.0f} answers a second")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


if __name__ == "__main__":
    main(int(sys.argv[1]))
