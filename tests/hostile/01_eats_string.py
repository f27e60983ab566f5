# fail error: tries to take 6 GiB in one piece, by a string that is multiplied
"""One allocation: either it is refused, or the machine has to find the room."""


def run_all(jobs):
    text = "threadlings" * (6 * 1024**3 // 11)
    return [len(text) for _ in jobs]
