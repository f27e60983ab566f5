# error: tries to compute a number with a hundred million digits, for days
"""One operator, one step, and at the end a `str` of it."""


def run(jobs, workers):
    return str(10 ** (10**8 + len(jobs)))
