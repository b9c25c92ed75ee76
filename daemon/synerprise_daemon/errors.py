"""What can go wrong in the daemon, in Bangla and in English."""

from pathlib import Path
from typing import Any


class SynerpriseError(Exception):
    """The base of all errors that a user may see."""

    code = "unforeseen"
    bangla = "অপ্রত্যাশিত সমস্যা হয়েছে।"
    english = "Something unforeseen went wrong."

    def as_json(self) -> dict[str, str]:
        return {"code": self.code, "bangla": self.bangla, "english": self.english}

    def __str__(self) -> str:
        return f"{self.bangla} | {self.english}"


class EmptyPrompt(SynerpriseError):
    """There is nothing in the prompt."""

    code = "empty_prompt"
    bangla = "কী চান তা লেখা হয়নি।"
    english = "The prompt is empty."


class PromptTooLong(SynerpriseError):
    """The prompt has more letters than anybody writes into a comment."""

    code = "prompt_too_long"

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.bangla = f"লেখাটি খুব বড়; সর্বোচ্চ {limit} অক্ষর লেখা যায়।"
        self.english = f"The prompt is too long; {limit} letters are the most."
        super().__init__(self.english)


class SignatureInvalid(SynerpriseError):
    """The signature is no header of a Python function."""

    code = "signature_invalid"
    bangla = "signature-টি পাইথন ফাংশনের শিরোনাম নয়, যেমন: def f(a, b):"
    english = "The signature is not the header of a Python function, such as: def f(a, b):"


class ModelUnavailable(SynerpriseError):
    """There is no trained model, or it cannot be loaded."""

    code = "model_unavailable"
    bangla = "মডেলটি লোড করা যায়নি; `synerprise train` দিয়ে তৈরি করা যায়, বিস্তারিত লগে আছে।"
    english = "The model cannot be loaded; `synerprise train` makes one, and the log says more."


class SettingWrong(SynerpriseError):
    """A setting in the file or in the environment cannot be used."""

    code = "setting_wrong"

    def __init__(self, place: str, reason: str) -> None:
        self.bangla = f"সেটিং ঠিক নেই: {place}: {reason}"
        self.english = f"A setting is wrong: {place}: {reason}"
        super().__init__(self.english)


class FolderUnsafe(SynerpriseError):
    """The folder of the sockets belongs to somebody else, or is open to others."""

    code = "folder_unsafe"

    def __init__(self, folder: Path) -> None:
        self.bangla = f"{folder} ফোল্ডারটি অন্য কারও, বা অন্যদের জন্য খোলা; তাই ব্যবহার করা হয়নি।"
        self.english = f"{folder} belongs to somebody else or is open to others; it is not used."
        super().__init__(self.english)


class FolderUnusable(SynerpriseError):
    """A folder of the daemon's cannot be made or written to."""

    code = "folder_unusable"

    def __init__(self, folder: Path, reason: str) -> None:
        self.bangla = f"{folder} ফোল্ডারটি ব্যবহার করা যাচ্ছে না: {reason}"
        self.english = f"{folder} cannot be used: {reason}"
        super().__init__(self.english)


class SandboxNotFetched(SynerpriseError):
    """The portable sandbox could not be fetched, or is not what it should be."""

    code = "sandbox_not_fetched"

    def __init__(self, reason: str) -> None:
        self.bangla = f"sandbox আনা যায়নি: {reason}"
        self.english = f"The sandbox could not be fetched: {reason}"
        super().__init__(self.english)


class DaemonRunning(SynerpriseError):
    """There is a daemon already; one for each user is enough."""

    code = "daemon_running"
    bangla = "daemon আগে থেকেই চলছে; `synerprise stop` দিয়ে থামানো যায়।"
    english = "The daemon runs already; `synerprise stop` ends it."


class DaemonUnreachable(SynerpriseError):
    """The daemon did not start, or does not answer."""

    code = "daemon_unreachable"

    def __init__(self, log_file: Path) -> None:
        self.bangla = f"daemon চালু করা যায়নি; কারণ এখানে আছে: {log_file}"
        self.english = f"The daemon could not be started; {log_file} tells why."
        super().__init__(self.english)


class RequestWrong(SynerpriseError):
    """A line of input that cannot be read as a request."""

    code = "request_wrong"

    def __init__(self, reason: str) -> None:
        self.bangla = f"লাইনটি পড়া যায়নি: {reason}"
        self.english = f"The line cannot be read: {reason}"
        super().__init__(self.english)


class Told(SynerpriseError):
    """An error that the daemon told to a client, as the client sees it."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self.code, self.bangla, self.english = (
            str(fields[name]) for name in ("code", "bangla", "english")
        )
        super().__init__(self.english)
