# fail error: tries to reach a socket that has no file, and to leave one of its own behind
"""Abstract names are in no file system: they are shared by a network namespace.

The child that holds `threadlings-stray` for two minutes can be seen by whoever tries to
bind that name.
"""

import importlib
import posix
import sys

try:
    _sockets = importlib.import_module("_socket")
    _line = _sockets.socket(1, 1, 0)
    _line.connect("\0threadlings-canary")
    _line.send(b"secret threadlings\n")
except (OSError, ImportError):
    pass
try:
    _own = _sockets.socket(1, 1, 0)
    _own.bind("\0threadlings-stray")
    if posix.fork() == 0:
        posix.setsid()
        with open("/proc/self/comm", "w") as _file:
            _file.write("tl-stray")
        sys.modules["time"].sleep(120)
        posix._exit(0)
except (OSError, NameError):
    pass


def fetch_all(urls, fetch, limit):
    return {}
