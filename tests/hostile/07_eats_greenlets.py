# fail error: tries to start a million threads of the scheduler
"""Each stand-in thread is a greenlet, with a stack; none of them is ever joined."""

import threading


class RollCall:
    def start(self, jobs):
        for _ in range(1_000_000):
            threading.Thread(target=int).start()

    def present(self):
        return []

    def count(self):
        return 0

    def wait(self):
        return {}
