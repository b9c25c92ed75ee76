"""What can go wrong with the jail itself; what goes wrong with a program is in its outcome."""


class JailError(Exception):
    """The base of these errors."""


class NoWorker(JailError):
    """The fork-server could not make a worker, or is gone; the message says why."""


class WorkerGone(JailError):
    """A worker does not answer any more."""


class Forged(JailError):
    """What came from a worker is not what a worker says: the program wrote it."""


class TooLong(JailError):
    """A program with its input, or a check, is longer than a message to a worker."""


class CheckUnclear(JailError):
    """A check is no assert and no expression; the message says what is wrong."""
