# error: tries to stay for ever in one call of C code that no signal handler interrupts
"""`sum(repeat(0))` never comes back to the interpreter's loop."""

import itertools


def fetch_all(urls, fetch, limit):
    return sum(itertools.repeat(0))
