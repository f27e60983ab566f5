# fail error: tries to tell somebody at a TCP port what it has found
"""A connection to port 47474 of this machine, by IPv4 and IPv6.

`socket` is refused by name; `_socket` has the same class.
"""

import importlib
import os


def _call(family, address):
    sockets = importlib.import_module("_socket")
    line = sockets.socket(family, 1, 0)
    line.settimeout(2)
    line.connect(address)
    line.send(f"secret {os.environ.get('THREADLINGS_SECRET')}\n".encode())
    line.close()


for _family, _address in ((2, ("127.0.0.1", 47474)), (10, ("::1", 47474))):
    try:
        _call(_family, _address)
    except (OSError, ImportError):
        pass


def count_matches(chunks, predicate):
    return -1
