# fail error: tries to outlive its grader as a daemon that was forked twice
"""Forked twice, with a terminal, a parent and files of nobody, and no environment.

It has `threadlings-stray` in its arguments and ends by itself after two minutes.
"""

import posix
import sys

_CODE = "import time; time.sleep(120)"
try:
    if posix.fork() == 0:
        posix.setsid()
        if posix.fork() == 0:
            for _number in range(256):
                try:
                    posix.close(_number)
                except OSError:
                    pass
            _python = sys.executable
            posix.execve(_python, [_python, "-S", "-c", _CODE, "threadlings-stray"], {})
        posix._exit(0)
except OSError:
    pass


class Ticker:
    def __init__(self, interval, action):
        pass

    def start(self):
        pass

    async def stop(self):
        pass
