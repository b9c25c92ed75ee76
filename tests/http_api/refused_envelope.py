"""The envelope of a refusal: that it is whole, and what it says."""

import re

from aiohttp import ClientResponse

NO_PROGRAM = {"target_text": None, "execution_result": "Error", "code_quality": None}


async def reason_of(response: ClientResponse) -> str:
    """Check that the envelope is whole, and return the code of its error."""
    envelope = await response.json()
    assert list(envelope) == ["request_id", "status", "input", "output", "metadata"]
    assert re.fullmatch(r"REQ_\d{8}_\d{4}", envelope["request_id"])
    assert envelope["status"] == "error"
    details = envelope["output"].pop("error_details")
    assert envelope["output"] == NO_PROGRAM
    assert re.search("[\u0980-\u09ff]", details["bangla"])
    assert re.search("[a-z]", details["english"])
    return str(details["code"])
