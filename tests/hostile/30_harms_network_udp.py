# fail error: tries to send datagrams, which need no answer and no connection
"""Also a name that would be looked up: the question itself carries the message."""

import importlib
import os


def run(jobs, workers):
    try:
        sockets = importlib.import_module("_socket")
        line = sockets.socket(2, 2, 0)
        text = f"secret {os.environ.get('THREADLINGS_SECRET')}".encode()
        for port in (47474, 53):
            line.sendto(text, ("127.0.0.1", port))
    except (OSError, ImportError):
        pass
    return []
