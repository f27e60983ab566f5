# fail error: tries to have the judge itself run its code, by the `str` of an error
"""What an error says is asked when the run is over, outside of all guards for a run.

It never answers; and the file of the secret would have been read by then.
"""

import itertools


class Late(Exception):
    def __str__(self):
        for _ in itertools.count():
            pass

    __repr__ = __str__


class Lazy:
    def __init__(self, factory):
        pass

    def get(self):
        raise Late
