# fail error review: tries to make the judge itself stumble, so that the kit takes the blame
"""The judge asks every error for attributes like `together`, which runs our code.

That code raises.  A fault of the kit is no mark at all, which is better than none of
the points.
"""


class Sour(Exception):
    def __getattr__(self, name):
        raise ZeroDivisionError(name)

    def __str__(self):
        raise ZeroDivisionError

    __repr__ = __str__


class Outcome:
    pass


def run(jobs, workers):
    raise Sour("grapes")
