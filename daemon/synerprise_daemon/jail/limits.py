"""How much of the machine a program may have."""

from dataclasses import dataclass

KB = 1024
MB = 1024 * KB


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one run; all are held from outside the program."""

    wall_s: float = 1.0
    """From the program's first line to the answer of its last check."""
    cpu_s: float = 0.5
    """Of all its threads together."""
    memory: int = 256 * MB
    """Address space; the bare interpreter takes about 40 MB of it."""
    printed: int = 64 * KB
    """Bytes on standard output; standard error is not kept."""
    file_size: int = 1 * MB
    folder_size: int = 16 * MB
    """The private working folder, which is memory too."""
    folder_files: int = 256
    open_files: int = 64
    threads: int = 64
    message: int = 128 * KB
    """A program with its input on the way in, or a value on the way out."""
