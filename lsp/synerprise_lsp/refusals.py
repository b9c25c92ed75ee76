"""Why a wish is not granted, in Bangla and in English."""

from synerprise_daemon.errors import SynerpriseError


class NothingTrusted(SynerpriseError):
    """The model has no program that it is sure of."""

    code = "nothing_trusted"
    bangla = "নিশ্চিত হওয়ার মতো কোনো প্রোগ্রাম পাওয়া যায়নি; অন্যভাবে লিখে দেখুন।"
    english = "There is no program that can be trusted; try other words."


class NothingFits(SynerpriseError):
    """Each program would break the document, or is not the function that waits there."""

    code = "nothing_fits"
    bangla = "পাওয়া প্রোগ্রামগুলোর কোনোটি এই জায়গায় বসানো যায় না।"
    english = "None of the programs fits into this place."


class CommentGone(SynerpriseError):
    """The document was changed, and the comment is not there any more, or there twice."""

    code = "comment_gone"
    bangla = "এর মধ্যে লেখা বদলে গেছে; মন্তব্যটি থেকে আবার চেষ্টা করুন।"
    english = "The document has changed meanwhile; try again from the comment."


class DaemonGone(SynerpriseError):
    """The daemon ended while the editor still needed it."""

    code = "daemon_gone"
    bangla = "daemon থেমে গেছে; ভাষা-সার্ভারটি আবার চালু করুন।"
    english = "The daemon has ended; start the language server again."
