"""Print every figure: decoding on one core and two, the same without our search, and the jail."""

import os
import subprocess
import sys

PARTS = ("tests.bench.decoding", "tests.bench.other_ways")


def main() -> int:
    for cores in (1, 2):
        if cores > (os.cpu_count() or 1):
            print(f"{cores} cores: this machine has not as many")
            continue
        threads = {name: str(cores) for name in ("TF_NUM_INTRAOP_THREADS", "OMP_NUM_THREADS")}
        for part in PARTS:
            subprocess.run(
                [sys.executable, "-m", part, str(cores)],
                env=os.environ | threads | {"TF_NUM_INTEROP_THREADS": "1"},
                check=True,
            )
    return subprocess.run(
        [sys.executable, "-m", "tests.daemon.jail.figures"], check=True
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
