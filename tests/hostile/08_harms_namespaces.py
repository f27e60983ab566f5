# fail error: tries to become root in a user namespace of its own, and to mount things there
"""`unshare` with a map to uid 0 gives capabilities over what was not dropped.

Then it tries to see the disk anew: `/proc` once more, the root read-write, `..` out of a
`chroot`.  What it can write then gets the usual file.
"""

import importlib
import os

try:
    libc = importlib.import_module("ctypes").CDLL(None, use_errno=True)
    uid = os.getuid()
    if libc.unshare(0x10000000 | 0x00020000) == 0:  # CLONE_NEWUSER | CLONE_NEWNS
        with open("/proc/self/uid_map", "w") as file:
            file.write(f"0 {uid} 1")
    libc.mount(b"none", b"/", None, 32 | 4096, None)  # remount, bind: read-write
    libc.mount(b"proc", b"/proc", b"proc", 0, None)
    os.chroot(".")
    os.chdir("../" * 40)
except (OSError, ImportError, AttributeError):
    pass
for place in ("/", "/etc", "/usr", os.path.expanduser("~")):
    try:
        with open(f"{place}/threadlings-was-here-root", "w") as file:
            file.write("x")
    except OSError:
        pass


class Account:
    def __init__(self, balance):
        self.balance = balance


def transfer(source, target, amount):
    return True
