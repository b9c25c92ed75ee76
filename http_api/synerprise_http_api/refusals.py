"""What this door refuses, in Bangla and in English."""

from collections.abc import Sequence

from synerprise_daemon.errors import SynerpriseError


class NotJsonType(SynerpriseError):
    """The content type is another than JSON's."""

    code = "not_json_type"
    bangla = "অনুরোধের Content-Type হতে হবে application/json।"
    english = "The Content-Type of the request must be application/json."


class BodyNotJson(SynerpriseError):
    """The body is no JSON text in UTF-8."""

    code = "body_not_json"
    bangla = "অনুরোধের ভেতরের লেখাটি ঠিক JSON (UTF-8) নয়।"
    english = "The body of the request is not valid JSON in UTF-8."


class BodyNotObject(SynerpriseError):
    """The body, or one of its prompts, is JSON, but a list, a string or a number."""

    code = "body_not_object"

    def __init__(self, first_field: str) -> None:
        example = f'{{"{first_field}": …}}'
        self.bangla = f"একটি JSON object দরকার, যেমন {example}।"
        self.english = f"A JSON object is needed, such as {example}."
        super().__init__(self.english)


class BodyTooLarge(SynerpriseError):
    """The body has more bytes than any prompt needs."""

    code = "body_too_large"

    def __init__(self, limit: int) -> None:
        self.bangla = f"অনুরোধটি খুব বড়; সর্বোচ্চ {limit} বাইট পাঠানো যায়।"
        self.english = f"The request is too large; {limit} bytes are the most."
        super().__init__(self.english)


class BodyDamaged(SynerpriseError):
    """The body broke off, or is not compressed as it says."""

    code = "body_damaged"
    bangla = "অনুরোধটি পুরোপুরি পড়া যায়নি।"
    english = "The body of the request could not be read to its end."


class FieldMissing(SynerpriseError):
    """A field that is needed is not there."""

    code = "field_missing"

    def __init__(self, name: str) -> None:
        self.bangla = f"'{name}' ঘরটি দেওয়া হয়নি।"
        self.english = f"The field '{name}' is missing."
        super().__init__(self.english)


class FieldUnknown(SynerpriseError):
    """A field that nobody here reads: a slip of the pen, most often."""

    code = "field_unknown"
    LONGEST_NAME = 40  # enough to know it again

    def __init__(self, name: str, known: Sequence[str]) -> None:
        shown, listed = name[: self.LONGEST_NAME], ", ".join(known)
        self.bangla = f"'{shown}' নামে কোনো ঘর নেই; আছে: {listed}।"
        self.english = f"There is no field '{shown}'; there are: {listed}."
        super().__init__(self.english)


class FieldWrong(SynerpriseError):
    """A field holds another type than it should."""

    code = "field_wrong"

    def __init__(self, name: str, *, wanted: str, bangla: str) -> None:
        self.bangla = f"'{name}' ঘরে {bangla} থাকতে হবে।"
        self.english = f"The field '{name}' must be {wanted}."
        super().__init__(self.english)


class TextUnreadable(SynerpriseError):
    """A text holds NUL or half a character."""

    code = "text_unreadable"

    def __init__(self, name: str) -> None:
        self.bangla = f"'{name}' ঘরে এমন চিহ্ন আছে যা লেখা হিসেবে পড়া যায় না।"
        self.english = f"The field '{name}' holds a NUL or a lone surrogate, which is no text."
        super().__init__(self.english)


class NothingTrusted(SynerpriseError):
    """The model has no program that it trusts."""

    code = "nothing_trusted"
    bangla = "এই কথা থেকে নির্ভর করার মতো কোনো প্রোগ্রাম তৈরি করা যায়নি; অন্যভাবে লিখে দেখুন।"
    english = "No program could be made from this that is to be trusted; try other words."

    def __init__(self, model: str) -> None:
        self.model = model
        super().__init__(self.english)


class PathUnknown(SynerpriseError):
    """There is nothing at this path."""

    code = "path_unknown"
    bangla = "এই ঠিকানায় কিছু নেই; প্রোগ্রাম পেতে POST /generate-code।"
    english = "There is nothing here; a program comes from POST /generate-code."


class MethodWrong(SynerpriseError):
    """The path is right, the method is not."""

    code = "method_wrong"

    def __init__(self, allowed: Sequence[str]) -> None:
        listed = ", ".join(allowed)
        self.bangla = f"এখানে শুধু {listed} চলে।"
        self.english = f"Only {listed} is possible here."
        super().__init__(self.english)


class Unforeseen(SynerpriseError):
    """A fault of ours."""

    code = "unforeseen"
    bangla = "আমাদের ভুলে অনুরোধটি শেষ করা যায়নি; বিস্তারিত লগে আছে।"
    english = "The request failed by a fault of ours; the log says more."


class PortTaken(SynerpriseError):
    """The door cannot listen where it should."""

    code = "port_taken"

    def __init__(self, host: str, port: int) -> None:
        self.bangla = f"{host}:{port} ঠিকানায় HTTP চালু করা যাচ্ছে না; হয়তো অন্য কিছু তা ব্যবহার করছে।"
        self.english = f"HTTP cannot be opened on {host}:{port}; perhaps something else uses it."
        super().__init__(self.english)
