# fail error: tries to fill the channel with one line that never ends, 200 MB of it
"""Who reads up to a newline keeps all that came before it."""

import posix


class Account:
    def __init__(self, balance):
        for _ in range(200):
            for number in range(3, 32):
                try:
                    posix.write(number, b"[" * 1_000_000)
                except OSError:
                    pass
        self.balance = balance


def transfer(source, target, amount):
    return True
