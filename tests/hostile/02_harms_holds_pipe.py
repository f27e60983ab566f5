# fail error: tries to keep the output and the channel open after its own end
"""Who waits for the end of a file waits for the last process that has it open."""

import posix
import sys

_CODE = "import time; time.sleep(100)"


class Counter:
    value = 0

    def increment(self):
        for number in range(256):
            try:
                posix.set_inheritable(number, True)
            except OSError:
                pass
        try:
            if posix.fork() == 0:
                posix.setsid()
                python = sys.executable
                posix.execv(python, [python, "-c", _CODE, "threadlings-stray"])
        except OSError:
            pass
        posix._exit(0)
