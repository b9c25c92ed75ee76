"""The host: a process that holds one WebAssembly machine, with one CPython in it, for one program.

It is started fresh, without `site` and with an empty environment. Only here wasmtime is imported;
the guest is given three streams, no folder and no more memory than the limits allow. All it can do
is compute, which the kernel's clock ends, and wait for the daemon, whose end of the line closes
when the daemon is gone; so no host outlives it.

The first argument says what to do: `compile` the wasm file, or `serve` as a worker.
"""

import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import NoReturn

import wasmtime

from synerprise_daemon.jail.limits import Limits
from synerprise_daemon.jail.wasi import LACKING

NOBODY = 65534
STARTING_S = 1  # of processor time, for the interpreter to start in
ROOM = "synerprise_daemon.jail."
MODULES = ("limits", "inside.spoken", "inside.plain", "inside.program", "wasi.guest")
"""What the guest imports of ours, in an order in which each finds what it needs."""
BEGIN = """
import json, sys, types
sources, limits = map(json.loads, sys.argv[1:])
for name, source in sources.items():
    module = sys.modules[name] = types.ModuleType(name)
    exec(compile(source, name, "exec"), module.__dict__)
module.main(limits)
"""


def compile_for_this_machine(wasm: Path, compiled: Path) -> None:
    """Write machine code, if what is there is not for this wasmtime and this processor."""
    engine = wasmtime.Engine()
    try:
        wasmtime.Module.deserialize_file(engine, str(compiled))
    except wasmtime.WasmtimeError:
        half_done = compiled.with_suffix(f".{os.getpid()}")
        half_done.write_bytes(wasmtime.Module.from_file(engine, str(wasm)).serialize())
        half_done.replace(compiled)


def serve(compiled: Path, seed: str, limits: Limits) -> NoReturn:
    """Start CPython, let it talk to the daemon, and end as it ends."""
    engine = wasmtime.Engine()
    module = wasmtime.Module.deserialize_file(engine, str(compiled))
    _limit(limits)
    store = wasmtime.Store(engine)
    store.set_limits(memory_size=limits.memory, instances=1, memories=1)
    store.set_wasi(_streams_only(seed, limits))
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    start = linker.instantiate(store, module).exports(store)["_start"]
    assert isinstance(start, wasmtime.Func)  # noqa: S101  WASI says so
    try:
        start(store)
    except wasmtime.ExitTrap as ended:
        os._exit(ended.code)
    except wasmtime.Trap:  # a call that is not built, or the interpreter's own stack is full
        _say_that_it_lacks()
    os._exit(0)


def _streams_only(seed: str, limits: Limits) -> wasmtime.WasiConfig:
    """What the guest may use: the three streams of this process, and nothing of any folder."""
    folder = Path(__file__).resolve().parents[1]
    files = {ROOM + name: folder / f"{name.replace('.', '/')}.py" for name in MODULES}
    sources = json.dumps({name: path.read_text("utf-8") for name, path in files.items()})
    given = json.dumps({name: getattr(limits, name) for name in Limits.__slots__})
    wasi = wasmtime.WasiConfig()
    wasi.argv = ["python", "-S", "-P", "-X", "utf8", "-c", BEGIN, sources, given]
    wasi.env = [("PYTHONHASHSEED", seed)]
    wasi.inherit_stdin()
    wasi.inherit_stdout()
    wasi.inherit_stderr()
    return wasi


def _limit(limits: Limits) -> None:
    """A second line for time, and the least rights that this process can do with."""
    seconds = int(limits.cpu_s) + 1 + STARTING_S
    for name, most in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(name, (most, most))
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def _say_that_it_lacks() -> NoReturn:
    """End by a signal, which no program within can send, so that the daemon knows what it was."""
    os.kill(os.getpid(), LACKING)
    os._exit(1)


def main() -> None:
    """Do what the first argument says, with the files and limits in those that follow."""
    duty, *given = sys.argv[1:]
    if duty == "compile":
        wasm, compiled = given
        compile_for_this_machine(Path(wasm), Path(compiled))
    else:
        compiled, seed, limits = given
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl+C is for the daemon
        serve(Path(compiled), seed, Limits(**json.loads(limits)))
