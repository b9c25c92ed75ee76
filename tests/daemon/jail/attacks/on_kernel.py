"""Attacks on the kernel, by calls that no ordinary program makes."""

from tests.daemon.jail.attacks.attack import by_calls, got_in_if

ON_KERNEL = (
    got_in_if("new user namespace", "call(272, 97, 0x10000000)"),
    got_in_if("new mount namespace", "call(272, 97, 0x20000)"),
    got_in_if("another's namespace", "call(308, 268, 3, 0)"),
    got_in_if("mount", "call(165, 40, b'none', b'/', b'proc', 0, 0)"),
    got_in_if("unmount", "call(166, 39, b'/', 2)"),
    got_in_if("mount by the newer calls", "call(430, 430, b'tmpfs', 0)"),
    got_in_if("new root", "call(155, 41, b'.', b'.')"),
    got_in_if("programs in the kernel", "call(321, 280, 0, ctypes.create_string_buffer(128), 128)"),
    got_in_if("keys of the kernel", "call(250, 219, 0, -3, 0)"),
    got_in_if("faults of its own memory", "call(323, 282, 1)"),
    got_in_if(
        "counters of the processor",
        "call(298, 241, ctypes.create_string_buffer(128), 0, -1, -1, 0)",
    ),
    got_in_if("shared memory", "call(29, 194, 0, 4096, 0o1600)"),
    got_in_if("message queue", "call(240, 180, b'x', 0o102, 0o600, 0)"),
    got_in_if("semaphores", "call(64, 190, 0, 1, 0o1600)"),
    got_in_if("personality", "call(135, 92, 0x0040000)"),
    got_in_if("name of the machine", "call(170, 161, b'mine', 4)"),
    got_in_if("clock of the machine", "call(164, 170, ctypes.create_string_buffer(16), 0)"),
    got_in_if("restart", "call(169, 142, 0xFEE1DEAD, 672274793, 0, 0)"),
    got_in_if("module", "call(313, 273, 3, b'', 0)"),
    got_in_if("another kernel", "call(320, 294, 3, 3, 0, b'', 0)"),
    got_in_if("swap", "call(167, 224, b'x', 0)"),
    got_in_if("the kernel's log", "call(103, 116, 3, ctypes.create_string_buffer(99), 99)"),
    got_in_if(
        "rights back",
        "header = (ctypes.c_uint32 * 2)(0x20080522, 0)",
        "rights = (ctypes.c_uint32 * 6)(*[0xFFFFFFFF] * 6)",
        "call(126, 91, header, rights)",
    ),
    got_in_if("traces of itself allowed", "call(157, 167, 4, 1, 0, 0, 0)"),
    got_in_if("death with the parent undone", "call(157, 167, 1, 0, 0, 0, 0)"),
    got_in_if("filter of its own", "call(317, 277, 1, 0, ctypes.create_string_buffer(16))"),
    got_in_if("landlock of its own", "call(444, 444, 0, 0, 1)"),
    got_in_if("limits by the older call", "call(160, 164, 7, (ctypes.c_uint64 * 2)(9, 9))"),
    got_in_if("file in memory by its number", "call(319, 279, b'x', 0)"),
    got_in_if("ports of the machine", "call(172, 9999, 3)"),
    got_in_if("watch on files", "call(253, 26, 0)"),
    got_in_if("timer with a signal", "call(222, 107, 0, 0, ctypes.create_string_buffer(8))"),
    by_calls(
        "numbers of the x32 machine",
        "if X86 and libc.syscall(ctypes.c_long(0x40000000 | 41), 2, 1, 0) != -1:\n"
        "    print('GOT IN')",
    ),
    by_calls(
        "numbers of the 32-bit machine",
        """
import mmap
if X86:
    # mov eax, 2 (fork); int 0x80; ret
    code = mmap.mmap(-1, 4096, prot=7)
    code.write(bytes.fromhex("b802000000cd80c3"))
    start = ctypes.addressof(ctypes.c_char.from_buffer(code))
    if ctypes.CFUNCTYPE(ctypes.c_int)(start)() >= 0:
        print("GOT IN")
""",
    ),
    by_calls("null pointer", "ctypes.string_at(0)"),
    by_calls("wild pointer", "ctypes.memset(ctypes.addressof(ctypes.c_int(0)), 255, 10 ** 8)"),
)
