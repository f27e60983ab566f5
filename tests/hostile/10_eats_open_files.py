# fail error: tries to open files until there are no numbers left, for the worker either
"""The worker needs a number for the next file that it reads; so does its report."""

HELD = []


def process_all(items, work, workers):
    try:
        while len(HELD) < 100_000:
            HELD.append(open("/dev/null", "rb"))
    except OSError:
        pass
    return [work(item) for item in items]
