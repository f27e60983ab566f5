# fail error review: tries to look like the teacher's own Ctrl-C
"""`KeyboardInterrupt` ends a batch: what is not graded yet stays ungraded."""


class Counter:
    def __init__(self):
        raise KeyboardInterrupt

    value = 0
