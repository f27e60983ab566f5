# fail error: tries to fill whatever keeps the output, line by line, without an end
"""Endless `print`, to both streams in turn; a run of the test never comes to its end."""

import sys


class Poller:
    def __init__(self, job, interval):
        number = 0
        while True:
            number += 1
            print("all good, keep going", number)
            print("x" * 1000, file=sys.stderr)
