"""The level for where Linux's walls are missing: CPython for WASI in wasmtime."""

import signal

LACKING = signal.SIGUSR1
"""The signal by which a host ends when the interpreter came to what is not built into it."""
