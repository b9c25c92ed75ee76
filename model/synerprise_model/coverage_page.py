"""The catalogue's report: what `coverage` counted, as a page."""

from collections import Counter

from synerprise_model.coverage import SAMPLES, SKELETONS, Coverage
from synerprise_model.report import Section, bars, page, table

MOST_ASKED, FEWEST_OF_MOST_ASKED = 400, 6
SHOWN_WORDS = 200


def coverage_page(counted: Coverage) -> str:
    """The page; needs the extra `report`."""
    return page(
        "The catalogue",
        [
            Section("In numbers", table(("", "count"), totals(counted))),
            Section("Families by topic", bars(_by_size(counted.families), "families")),
            Section(
                "Phrasings of a family, in the script with fewer", _by_value(counted.phrasings)
            ),
            Section("Depth of compositions", _by_value(counted.depths)),
            Section("Words of a prompt", _by_value(counted.words_a_prompt)),
            Section("Tokens of a program", _by_value(_in_tens(counted.tokens_a_program))),
            Section(
                "Words of natural prompts that the catalogue lacks, folded",
                table(("word", "times"), counted.lacking.most_common(SHOWN_WORDS)),
            ),
        ],
    )


def totals(counted: Coverage) -> list[tuple[str, str]]:
    """What the page and the terminal say in one line each."""
    many = sum(n for size, n in counted.phrasings.items() if size >= FEWEST_OF_MOST_ASKED)
    steps = sum(counted.operations.values())
    return [
        ("families", f"{counted.families.total():,} in {len(counted.families)} topics"),
        ("forms", ", ".join(f"{n} {form}" for form, n in counted.forms.most_common())),
        ("families with 6 + 6 phrasings or more", f"{many:,} (wanted: {MOST_ASKED})"),
        ("checks and runs", f"{counted.checks:,}"),
        ("frames of sentences", ", ".join(f"{n} {s}" for s, n in counted.frames.most_common())),
        ("lemmas of the lexicon", f"{counted.lemmas:,} in {counted.meanings:,} meanings"),
        ("operations", f"{steps} ({', '.join(f'{n} {s}' for s, n in counted.operations.items())})"),
        ("different skeletons", f"{counted.skeletons:,} among {SKELETONS:,} drawn"),
        ("different words, folded", f"{counted.vocabulary:,} in {SAMPLES:,} prompts"),
        ("words of natural prompts that are not known", f"{counted.lacking_share:.1%}"),
    ]


def _by_size(counts: Counter[str]) -> dict[str, float]:
    return dict(counts.most_common())


def _by_value(counts: Counter[int]) -> str:
    return bars({value: counts[value] for value in sorted(counts)}, "how many")


def _in_tens(counts: Counter[int]) -> Counter[int]:
    tens: Counter[int] = Counter()
    for value, count in counts.items():
        tens[value // 10 * 10] += count
    return tens
