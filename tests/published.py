"""Programs of the literature, of which the number of distinct orderings is known.

POPL'14 is Abdulla, Aronis, Jonsson, Sagonas, "Optimal Dynamic Partial Order
Reduction"; the others are from the test suites of Concuerror and Nidhugg, recomputed by
plain enumeration.  Every program is a list of threads, which may be started in any
order: the number is the same.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from math import factorial
from textwrap import dedent, indent


@dataclass(frozen=True)
class Published:
    """A program as the text that comes first, and the text of each thread."""

    setup: str
    threads: tuple[str, ...]
    traces: int
    stuck: int = 0

    def text(self, order: tuple[int, ...]) -> str:
        """The program that starts its threads in this *order*."""
        names = sorted(set("abcdghijuvwxyz") & set(self.setup.split()))
        shared = f"global {', '.join(names)}\n" if names else ""
        parts = [dedent(self.setup)]
        for number, body in enumerate(self.threads):
            inside = indent(shared + dedent(body).strip(), "    ")
            parts.append(f"def thread{number}():\n{inside}\n")
        works = ", ".join(f"thread{number}" for number in order)
        start = f"""
        def main():
            threads = [threading.Thread(target=work) for work in ({works},)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        """
        return "\n".join(parts) + dedent(start)

    def orders(self) -> Iterator[tuple[int, ...]]:
        """Some orders to start the threads in: as written, backwards, and mixed."""
        order = list(range(len(self.threads)))
        yield tuple(order)
        if len(order) > 1:
            yield tuple(reversed(order))
        if len(order) > 2:
            random.Random(len(order)).shuffle(order)
            yield tuple(order)


def litmus(*threads: str, traces: int) -> Published:
    """Threads that read and write single letters, all 0 at first."""
    found = {letter for letter in "abcdvwxyz" for text in threads if letter in text}
    return Published(f"{' = '.join(sorted(found))} = 0", threads, traces)


# ── POPL'14 ──────────────────────────────────────────────────────────────────
def readers(count: int) -> Published:
    """One writes x, the others read it."""
    return Published("x = 0", ("x = 42", *["t = x"] * count), 2**count)


def last_zero(count: int) -> Published:
    """One looks for the last zero of an array, the others fill it."""
    find = f"n = {count}\nwhile a[n] != 0:\n    n -= 1"
    change = [f"a[{n}] = a[{n - 1}] + 1" for n in range(1, count + 1)]
    setup = f"a = [0] * {count + 1}"
    return Published(setup, (find, *change), (count + 3) * 2 ** (count - 2))


def filesystem(count: int) -> Published:
    """Threads that look for a free block for an inode of their own."""
    setup = """
    inode, busy = [0] * 32, [False] * 26
    of_inode, of_block = [Lock() for _ in inode], [Lock() for _ in busy]
    def allocate(thread):
        i = thread % 32
        with of_inode[i]:
            if inode[i] == 0:
                b = i * 2 % 26
                while True:
                    with of_block[b]:
                        if not busy[b]:
                            busy[b] = True
                            inode[i] = b + 1
                            break
                    b = (b + 1) % 26
    """
    threads = tuple(f"allocate({n})" for n in range(count))
    return Published(setup, threads, 2 ** max(0, count - 13))


def indexer(count: int) -> Published:
    """Threads that put four messages each into a hash table.

    A slot is taken by one atomic step: a lock that is tried and never given back.
    """
    setup = """
    table = [Lock() for _ in range(128)]
    def insert(thread):
        for m in range(1, 5):
            h = (m * 11 + thread) * 7 % 128
            while not table[h].acquire(blocking=False):
                h = (h + 1) % 128
    """
    threads = tuple(f"insert({n})" for n in range(count))
    return Published(setup, threads, 8 ** max(0, count - 11))


POPL = {
    **{f"readers({n})": readers(n) for n in (2, 6, 8, 10)},
    **{f"last_zero({n})": last_zero(n) for n in (4, 5, 10)},
    **{f"filesystem({n})": filesystem(n) for n in (14, 16, 18, 19)},
    **{f"indexer({n})": indexer(n) for n in (11, 12, 13, 14)},
}

# ── Concuerror ───────────────────────────────────────────────────────────────
IF_Y_THEN_X = "if y == 0:\n    t = x\n    y = 1"
CONCUERROR = {
    "optimal example": litmus(
        *("x = 1", "y = 1", "if y == 0:\n    z = 1"),
        "if z == 1:\n    if y == 0:\n        x = 2",
        traces=5,
    ),
    "combination lock": litmus(
        "z = 1",
        "x = 1\na = 1\nif y == 1:\n    w = 1\n    b = 0",
        "if x == 1:\n    y = 1\n    c = 0\n    if v == 1:\n        t = z",
        "if w == 1:\n    v = 1\n    d = 0",
        traces=6,
    ),
    "sleeping races 1": litmus("y = 1", "x = 1", "if x == 1:\n    t = y", traces=3),
    "sleeping races 2": litmus(
        "y = 1", "x = 1", "y = 2\nif x == 1:\n    t = y", traces=5
    ),
    "sleeping races 3, read": litmus(
        "y = 1", "x = 1", "t = x", "if x == 1:\n    t = y", traces=6
    ),
    "sleeping races 3, write": litmus(
        "y = 1", "x = 1", "x = 2", "if x != 0:\n    t = y", traces=10
    ),
    "sleeping races 4": litmus(
        *("y = 1", "x = 1", "t = x", "if x == 1:\n    t = y", "t = y"), traces=12
    ),
    "sleeping races 5": litmus(
        *("y = 1", "x = 1", "t = x\nt = y", "if x == 1:\n    t = y", "t = y"), traces=24
    ),
    "sleeping races 6": litmus(
        *("w = 1", "x = 1", "y = 1", "t = y\nz = 1"),
        "if y == 1:\n    if z == 1:\n        if x == 1:\n            t = w",
        traces=10,
    ),
    "two writers, readers 1": litmus(
        *("x = 1\nx = 2", "t = y\nt = x", "t = y\nt = x"), traces=9
    ),
    "two writers, readers 2": litmus(
        *("x = 1", "x = 2", "t = y\nt = x", "t = y\nt = x"), traces=18
    ),
    "conditional readers": litmus("x = 1", IF_Y_THEN_X, IF_Y_THEN_X, traces=12),
    "conditional readers 2": litmus(
        "x = 1", *["if y == 0:\n    if x == 1:\n        y = 1"] * 2, traces=7
    ),
}


# ── closed forms ─────────────────────────────────────────────────────────────
def counter(threads: int, times: int, traces: int) -> Published:
    """Unlocked increments."""
    return Published("x = 0", ("x = x + 1\n" * times,) * threads, traces)


def philosophers(count: int) -> Published:
    """Everybody takes the left fork first: 2^n - 1 orderings, and one deadlock."""
    forks = [(n, (n + 1) % count) for n in range(count)]
    eat = tuple(f"with f[{a}]:\n    with f[{b}]:\n        pass" for a, b in forks)
    return Published(f"f = [Lock() for _ in range({count})]", eat, 2**count - 1, 1)


def semaphore(
    permits: int, threads: int, traces: int, inside: str = "pass"
) -> Published:
    """Threads that enter and leave."""
    enter = f"with s:\n    {inside}"
    return Published(f"x = 0\ns = Semaphore({permits})", (enter,) * threads, traces)


FORMS = {
    **{f"counter {n}x1": counter(n, 1, factorial(n) ** 2) for n in (2, 3, 4)},
    "counter 2x2": counter(2, 2, 34),
    "counter 2x3": counter(2, 3, 328),
    "counter 3x2": counter(3, 2, 7134),
    **{
        f"writers({n})": Published(
            "x = 0", tuple(f"x = {i}" for i in range(n)), factorial(n)
        )
        for n in (3, 4, 5, 6)
    },
    **{f"philosophers({n})": philosophers(n) for n in (2, 3, 4, 5)},
    "independent reads of independent writes": litmus(
        "x = 1", "y = 1", "t = x\nt = y", "t = y\nt = x", traces=15
    ),
    "semaphore(2) x 4": semaphore(2, 4, 648),
    "semaphore(3) x 3": semaphore(3, 3, 90),
    "semaphore(2) x 3, counter": semaphore(2, 3, 318, "x = x + 1"),
}
ALL = {**POPL, **CONCUERROR, **FORMS}
