# error: tries to flood the channel with signs of life, so that patience never ends
"""A line that says that a promise begins may come again and again.

Each one sets the clock of the parent back: this goes on for two minutes and more.
"""

import json
import sys


class BoundedBuffer:
    def __init__(self, capacity):
        clock = sys.modules["time"]
        end = clock.monotonic() + 120
        line = json.dumps({"job": "0", "begin": "test_first_in_first_out"}) + "\n"
        while clock.monotonic() < end:
            for number in range(3, 32):
                try:
                    sys.modules["posix"].write(number, line.encode())
                except OSError:
                    pass
            clock.sleep(0.2)
