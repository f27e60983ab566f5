# fail error: tries to make reports as large as the disk by names and messages
"""A class with a name of a million letters; an error whose text is 50 MB; 3,000 threads
with names of their own, each of which stands in a column."""

import threading

Long = type("L" * 1_000_000, (ValueError,), {})


class Table:
    def __init__(self, seats):
        for number in range(3_000):
            threading.Thread(target=int, name=f"{number}" + "w" * 10_000).start()

    def dine(self, seat, eat):
        raise Long("\n" * 1_000_000 + "가" * 50_000_000)
