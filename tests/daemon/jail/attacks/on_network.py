"""Attacks over the network, and over sockets of this machine."""

from tests.daemon.jail.attacks.attack import Attack, by_calls

REFUSED = "raised"


def connecting(name: str, code: str) -> Attack:
    return Attack(name, f"import socket\n{code}\nprint('GOT IN')", REFUSED)


ON_NETWORK = (
    connecting("tcp to this machine", "socket.create_connection(('127.0.0.1', $TCP), 1)"),
    connecting(
        "udp to this machine",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', $UDP))",
    ),
    connecting("tcp over the newer protocol", "socket.create_connection(('::1', $TCP), 1)"),
    connecting("unix socket", "socket.socket(socket.AF_UNIX).connect('$UNIX')"),
    connecting(
        "unix datagram",
        "socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b'x', '$DATAGRAM')",
    ),
    connecting("abstract socket", r"socket.socket(socket.AF_UNIX).connect('\0$ABSTRACT')"),
    connecting("listening", "socket.create_server(('127.0.0.1', 0))"),
    connecting("names of other machines", "socket.getaddrinfo('example.com', 80)"),
    connecting("raw packets", "socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)"),
    connecting("netlink", "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)"),
    connecting("the kernel's ciphers", "socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET)"),
    connecting("the host of a virtual machine", "socket.socket(socket.AF_VSOCK)"),
    connecting(
        "datagram pair as a way to others",
        """
one, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
one.sendto(b"x", "$DATAGRAM")
""",
    ),
    Attack(
        "its own line as a way to others",
        "import socket\nsocket.socket(fileno=3).sendto(b'x', '$DATAGRAM')\nprint('GOT IN')",
    ),
    connecting(
        "a web page", "import urllib.request\nurllib.request.urlopen('http://127.0.0.1:$TCP')"
    ),
    by_calls(
        "socket by its number",
        """
import struct
made = call(41, 198, 2, 1, 0)
where = struct.pack("=HHI8x", 2, socket_port := int.from_bytes(($TCP).to_bytes(2, "big"), "little"),
                    int.from_bytes(b"\\x7f\\0\\0\\1", "little"))
if made != -1 or call(42, 203, 3, where, 16) != -1:
    print("GOT IN")
""",
    ),
    Attack(
        "program in the kernel, on its own line",
        """
import ctypes, socket, struct
code = ctypes.create_string_buffer(struct.pack("=HBBI", 6, 0, 0, 0))
program = struct.pack("=HxxxxxxP", 1, ctypes.addressof(code))
try:
    socket.socketpair()[0].setsockopt(socket.SOL_SOCKET, 26, program)
    print("GOT IN")
except OSError:
    pass
""",
    ),
    by_calls(
        "requests to the kernel by a ring",
        "if call(425, 425, 8, ctypes.create_string_buffer(120)) != -1:\n    print('GOT IN')",
    ),
    by_calls(
        "descriptors passed over its line",
        """
import array, socket
try:
    socket.socket(fileno=3).sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS,
                                              array.array("i", [0]))])
    print("GOT IN")
except OSError:
    pass
""",
    ),
)
