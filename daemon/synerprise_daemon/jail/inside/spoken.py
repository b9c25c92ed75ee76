"""How messages are told apart from all else where a line is a mere stream of bytes."""

BEGINS = b"\x1e"  # as RFC 7464 has it; JSON that Python writes holds neither of the two
ENDS = b"\n"
