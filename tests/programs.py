"""A zoo of tiny programs, with all that can come of them: the search's specification.

Every program is a source text with a `main`; what that returns is the program's
*outcome*, "stuck" when nobody can go on, the name of an exception that leaves a
thread.  *outcomes* are the sets that 0, 1 and 2 forced switches can reach; *traces*
counts the orderings that differ in more than independent steps, and *failing* those
of them that end stuck or with an exception.  The counts are published ones (Abdulla
et al., POPL 2014, and the suites of Concuerror and Nidhugg) or have a closed form.
"""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from threadlings.core import Run
from threadlings.events import Ending, Record
from threadlings.load import Source
from threadlings.search import Exhaustive, Follow, Runs, Search
from threadlings.sharing import Sharing

ALL = 99  # forced switches: more than any of these programs has room for
STUCK = "stuck"

PRELUDE = """\
import threading
from threading import Condition, Event, Lock, Semaphore


class Box:
    pass


def at_once(*works):
    threads = [
        threading.Thread(target=work, name=name) for name, work in zip("abcdef", works)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


"""


@dataclass(frozen=True)
class Program:
    """A program and what is known of it."""

    text: str
    outcomes: tuple[set[Any], set[Any], set[Any]]
    traces: int
    failing: int = 0


class Playground:
    """Runs of a source text, which is loaded from a file in *folder*."""

    def __init__(self, text: str, folder: Path, **how: Any) -> None:
        path = folder / "program.py"
        path.write_text(PRELUDE + text, "utf-8")
        self.source = Source(path)
        self.how = how  # the run reads time, and wakes waiters

    def once(
        self, chooser: Follow | None, sharing: Sharing, tell: bool = False
    ) -> Record:
        """One run under *chooser*."""
        run = Run(chooser, sharing=sharing, **self.how)
        with contextlib.redirect_stderr(io.StringIO()):
            return run.play(lambda: self.source.load(run).main(), tell=tell)

    def play(self, **how: Any) -> Record:
        """One run under the default rule, told with all its events."""
        run = Run(**{**self.how, **how})
        with contextlib.redirect_stderr(io.StringIO()):
            return run.play(lambda: self.source.load(run).main(), tell=True)

    def search(self, preemptions: int = ALL, runs: int = 100_000) -> Search:
        """A search of its orders."""
        return Search(self.once, preemptions=preemptions, runs=runs)


def found(search: Runs) -> list[Record]:
    """The runs of *search*, without those from before it knew what is shared."""
    records: list[Record] = []
    restarts = 0
    for record in search:
        if search.restarts != restarts:
            restarts = search.restarts
            records.clear()
        records.append(record)
    return records


def agree(playground: Playground, runs: int) -> bool:
    """Whether what merges equal states and what plans reversals find the same.

    Where one of them has not come to its end within *runs*, only that nothing was
    begun in vain, and nothing twice.
    """
    merging = playground.search(runs=runs)
    one = {record.trace for record in found(merging)}
    exhaustive = Exhaustive(playground.once, merging.sharing, runs)
    two = [record.trace for record in found(exhaustive)]
    both = merging.coverage.kind == exhaustive.coverage.kind == "complete"
    same = sorted(two) == sorted(one) if both else len(two) == len(set(two))
    return same and exhaustive.cut == 0


def outcome(record: Record) -> Any:
    """What came of a run."""
    if record.ending in (Ending.STUCK, Ending.ENDLESS):
        return record.ending.value
    for error in record.errors.values():
        return type(error).__name__
    return record.result


def counter(threads: int, times: int) -> str:
    """Threads that increment a shared variable without a lock."""
    works = ", ".join(["add"] * threads)
    return f"""
x = 0
def add():
    global x
    for _ in range({times}):
        x = x + 1
def main():
    at_once({works})
    return x
"""


def _locked(threads: int, times: int) -> str:
    works = ", ".join(["add"] * threads)
    return f"""
x = 0
lock = Lock()
def add():
    global x
    for _ in range({times}):
        with lock:
            x = x + 1
def main():
    at_once({works})
    return x
"""


def _writers(threads: int) -> str:
    works = ", ".join(f"writer({n})" for n in range(threads))
    return f"""
box = Box()
def writer(n):
    def write():
        box.last = n
    return write
def main():
    at_once({works})
    return box.last
"""


def _philosophers(count: int, reverse: bool) -> str:
    return f"""
forks = [Lock() for _ in range({count})]
def philosopher(first, second):
    def eat():
        with forks[first]:
            with forks[second]:
                pass
    return eat
def main():
    pairs = [(n, (n + 1) % {count}) for n in range({count})]
    if {reverse}:
        pairs[-1] = pairs[-1][::-1]
    at_once(*(philosopher(*pair) for pair in pairs))
    return "fed"
"""


def _litmus(left: str, right: str) -> str:
    return f"""
x = y = 0
out = Box()
out.r1 = out.r2 = 0
def left():
    global x, y
    {left}
def right():
    global x, y
    {right}
def main():
    at_once(left, right)
    return out.r1, out.r2
"""


def _waiters(count: int, test: str, wake: str) -> str:
    works = ", ".join([*["waiter"] * count, "setter"])
    return f"""
ready = False
condition = Condition()
def waiter():
{test}
def setter():
    global ready
    with condition:
        ready = True
        condition.{wake}()
def main():
    at_once({works})
    return "woken"
"""


_INSIDE = """
    with condition:
        while not ready:
            condition.wait()
"""
_OUTSIDE = """
    if not ready:
        with condition:
            condition.wait()
"""


def _buffer(capacity: int, producers: int, consumers: int, items: int) -> str:
    works = ", ".join(["produce"] * producers + ["consume"] * consumers)
    taken = items * producers // consumers
    return f"""
items = 0
lock = Lock()
not_full, not_empty = Condition(lock), Condition(lock)
def produce():
    global items
    for _ in range({items}):
        with lock:
            while items == {capacity}:
                not_full.wait()
            items = items + 1
            not_empty.notify()
def consume():
    global items
    for _ in range({taken}):
        with lock:
            while items == 0:
                not_empty.wait()
            items = items - 1
            not_full.notify()
def main():
    at_once({works})
    return items
"""


_ONE_CONDITION = """
items = 0
changed = Condition()
def produce():
    global items
    with changed:
        while items == 1:
            changed.wait()
        items = items + 1
        changed.notify()
def consume():
    global items
    with changed:
        while items == 0:
            changed.wait()
        items = items - 1
        changed.notify()
def main():
    at_once(produce, produce, consume, consume)
    return items
"""


def _semaphore(permits: int, threads: int, work: str = "pass") -> str:
    works = ", ".join(["enter"] * threads)
    return f"""
x = 0
permits = Semaphore({permits})
def enter():
    global x
    with permits:
        {work}
def main():
    at_once({works})
    return x
"""


def _catalan(times: int) -> str:
    return f"""
permits = Semaphore(0)
def produce():
    for _ in range({times}):
        permits.release()
def consume():
    for _ in range({times}):
        permits.acquire()
def main():
    at_once(produce, consume)
    return "drained"
"""


def _alias(setup: str, read: str, write: str) -> str:
    """A reader and a writer of one place, which each of them reaches in its own way."""
    return f"""
from dataclasses import dataclass
{setup}
out = Box()
def reader():
    out.seen = {read}
def writer():
    {write}
def main():
    at_once(reader, writer)
    return out.seen
"""


_ALIASES = {
    "attribute": ("s = Box(); s.v = 0", "s.v", "s.v = 1"),
    "list": ("s = Box(); s.v = 0; c = [s]", "c[0].v", "s.v = 1"),
    "tuple": ("s = Box(); s.v = 0; c = (s,)", "c[0].v", "s.v = 1"),
    "member": ("s = Box(); s.v = 0; t = Box(); t.c = [s]", "t.c[0].v", "s.v = 1"),
    "dict": ("s = Box(); s.v = 0; c = {'s': s}", "c['s'].v", "s.v = 1"),
    "item": ("c = {'k': 0}; d = c", "c['k']", "d['k'] = 1"),
    "new item": ("c = {}", "c.get('k', 0)", "c['k'] = 1"),
    "list item": ("c = [0]; d = (c,)", "c[0]", "d[0][-1] = 1"),
    "length": ("c = []; d = c", "len(c)", "d.append(7)"),
    "truth": ("c = []; d = c", "1 if c else 0", "d.append(7)"),
    "set": ("c = set(); d = c", "int(7 in c)", "d.add(7)"),
    "global": ("g = 0", "g", "global g; g = 1"),
    "slots": (
        "class S:\n    __slots__ = ('v',)\ns = S(); s.v = 0; t = [s]",
        "t[0].v",
        "s.v = 1",
    ),
    "property": (
        "class P:\n"
        "    _v = 0\n"
        "    @property\n"
        "    def v(self): return self._v\n"
        "    @v.setter\n"
        "    def v(self, value): self._v = value\n"
        "s = P(); s.v = 0; t = (s,)",
        "t[0].v",
        "s.v = 1",
    ),
    "dataclass": (
        "@dataclass\nclass D:\n    v: int = 0\ns = D(); t = {0: s}",
        "t[0].v",
        "s.v = 1",
    ),
    "getattr": ("s = Box(); s.v = 0", "getattr(s, 'v')", "s.v = 1"),
    "setattr": ("s = Box(); s.v = 0", "s.v", "setattr(s, 'v', 1)"),
    "class attribute": ("class C:\n    v = 0\ns = C()", "s.v", "C.v = 1"),
    "class default": ("class C:\n    v = 0\ns = C()", "s.v", "s.v = 1"),
    "inherited": (
        "class B:\n    v = 0\nclass C(B): pass",
        "C.v",
        "C.v = 1",
    ),
    "getattr default": ("s = Box()", "getattr(s, 'v', 0)", "s.v = 1"),
    "hasattr": ("s = Box()", "int(hasattr(s, 'v'))", "s.v = 1"),
    "delattr": ("s = Box(); s.v = 0", "int(not hasattr(s, 'v'))", "delattr(s, 'v')"),
    "missing on a class": ("class C: pass", "getattr(C, 'v', 0)", "C.v = 1"),
    "default": ("s = Box(); s.v = 0\ndef f(t=s): return t.v", "f()", "s.v = 1"),
}

_CLOSURE = """
def main():
    v, out = 0, Box()
    def reader():
        out.seen = v
    def writer():
        nonlocal v
        v = 1
    at_once(reader, writer)
    return out.seen
"""

_READERS = """
x = 0
out = [0, 0, 0]
def write():
    global x
    x = 1
def read(n):
    def look():
        out[n] = x
    return look
def main():
    at_once(write, read(0), read(1), read(2))
    return out[0]
"""


def _last_zero(count: int) -> str:
    return f"""
zeros = [0] * {count + 1}
out = Box()
def find():
    n = {count}
    while zeros[n] != 0:
        n -= 1
    out.found = n
def change(n):
    def copy():
        zeros[n] = zeros[n - 1] + 1
    return copy
def main():
    at_once(find, *(change(n) for n in range(1, {count + 1})))
    return out.found
"""


_REORDER = """
a = b = 0
def setter():
    global a, b
    a = 1
    b = -1
def checker():
    assert (a == 0 and b == 0) or (a == 1 and b == -1)
def main():
    at_once(setter, setter, checker)
    return "fine"
"""

_ACCOUNT = """
lock = Lock()
account = Box()
account.balance, account.paid_in, account.paid_out = 1, False, False
def check():
    with lock:
        if account.paid_in and account.paid_out:
            assert account.balance == -5
def deposit():
    with lock:
        account.balance += 2
        account.paid_in = True
def withdraw():
    with lock:
        account.balance -= 4
        account.paid_out = True
def main():
    at_once(check, deposit, withdraw)
    return "fine"
"""

_TWO_STAGES = """
first, second = Lock(), Lock()
one = two = 0
def write():
    global one, two
    with first:
        one = 1
    with second:
        two = one + 1
def check():
    with first:
        if one == 0:
            return
        saw = one
    with second:
        assert two == saw + 1
def main():
    at_once(write, check)
    return "fine"
"""

_SB = "x = 1; out.r1 = y", "y = 1; out.r2 = x"
_MP = "x = 1; y = 1", "out.r1 = y; out.r2 = x"
_LB = "out.r1 = x; y = 1", "out.r2 = y; x = 1"


def _more(at_once: set[Any], *forced: Any) -> tuple[set[Any], set[Any], set[Any]]:
    """Outcomes without a forced switch, and what one or more of them add."""
    return at_once, {*at_once, *forced}, {*at_once, *forced}


_SLEEPER = """
import time
x = 0
def work():
    global x
    time.sleep(1)
    x = 1
def main():
    thread = threading.Thread(target=work)
    thread.start()
    seen = x
    thread.join()
    return seen
"""
_TAKERS = """
import queue
def main():
    items = queue.Queue()
    items.put(1)
    taker = threading.Thread(target=items.get)
    taker.start()
    took = 0
    if not items.empty():
        items.get()
        took = 1
        items.put(2)
    taker.join()
    return took
"""

ZOO: dict[str, Program] = {
    "counter 2x1": Program(counter(2, 1), ({2}, {1, 2}, {1, 2}), 4),
    "counter 3x1": Program(counter(3, 1), ({3}, {1, 2, 3}, {1, 2, 3}), 36),
    "counter 2x2": Program(counter(2, 2), ({4}, {2, 4}, {2, 3, 4}), 34),
    "locked 2x2": Program(_locked(2, 2), ({4}, {4}, {4}), 6),
    "locked 2x3": Program(_locked(2, 3), ({6}, {6}, {6}), 20),
    "locked 3x2": Program(_locked(3, 2), ({6}, {6}, {6}), 90),
    "writers 3": Program(_writers(3), ({0, 1, 2}, {0, 1, 2}, {0, 1, 2}), 6),
    "writers 4": Program(_writers(4), ({0, 1, 2, 3},) * 3, 24),
    "philosophers 2": Program(
        _philosophers(2, False), ({"fed"}, {"fed", STUCK}, {"fed", STUCK}), 3, 1
    ),
    "philosophers 3": Program(
        _philosophers(3, False), ({"fed"}, {"fed", STUCK}, {"fed", STUCK}), 7, 1
    ),
    "philosophers 2, one reversed": Program(_philosophers(2, True), ({"fed"},) * 3, 2),
    "philosophers 3, one reversed": Program(_philosophers(3, True), ({"fed"},) * 3, 6),
    "store buffering": Program(_litmus(*_SB), _more({(0, 1), (1, 0)}, (1, 1)), 3),
    "message passing": Program(_litmus(*_MP), _more({(0, 0), (1, 1)}, (0, 1)), 3),
    "load buffering": Program(_litmus(*_LB), _more({(0, 1), (1, 0)}, (0, 0)), 3),
    "readers 3": Program(_READERS, ({0, 1},) * 3, 8),
    "last zero 3": Program(_last_zero(3), ({3, 2, 1, 0},) * 3, 12),
    "last zero 4": Program(_last_zero(4), ({4, 3, 2, 1, 0},) * 3, 28),
    "reorder 3": Program(_REORDER, _more({"fine"}, "AssertionError"), 56, 12),
    "account": Program(_ACCOUNT, ({"fine", "AssertionError"},) * 3, 6, 2),
    "two stages": Program(_TWO_STAGES, _more({"fine"}, "AssertionError"), 3, 1),
    "wait in a loop": Program(_waiters(1, _INSIDE, "notify"), ({"woken"},) * 3, 2),
    "wait outside": Program(
        _waiters(1, _OUTSIDE, "notify"),
        ({"woken"}, {"woken", STUCK}, {"woken", STUCK}),
        3,
        1,
    ),
    "two wait, notify": Program(
        _waiters(2, _INSIDE, "notify"), ({"woken", STUCK},) * 3, 8, 2
    ),
    "two wait, notify_all": Program(
        _waiters(2, _INSIDE, "notify_all"), ({"woken"},) * 3, 10
    ),
    "buffer 1, 1 item": Program(_buffer(1, 1, 1, 1), ({0},) * 3, 2),
    "buffer 1, 2 items": Program(_buffer(1, 1, 1, 2), ({0},) * 3, 8),
    "buffer 1, 3 items": Program(_buffer(1, 1, 1, 3), ({0},) * 3, 32),
    "buffer 2, 3 items": Program(_buffer(2, 1, 1, 3), ({0},) * 3, 24),
    "buffer 1, 2+1 threads": Program(_buffer(1, 2, 1, 1), ({0},) * 3, 16),
    "buffer 1, 2+2 threads": Program(_buffer(1, 2, 2, 1), ({0},) * 3, 56),
    "one condition": Program(_ONE_CONDITION, ({0, STUCK},) * 3, 60, 4),
    "semaphore 1, 2 threads": Program(_semaphore(1, 2), ({0},) * 3, 2),
    "semaphore 1, 3 threads": Program(_semaphore(1, 3), ({0},) * 3, 6),
    "semaphore 2, 2 threads": Program(_semaphore(2, 2), ({0},) * 3, 6),
    "semaphore 2, 3 threads": Program(_semaphore(2, 3), ({0},) * 3, 54),
    "semaphore 2, counter": Program(
        _semaphore(2, 2, "x = x + 1"), ({2}, {1, 2}, {1, 2}), 18
    ),
    "semaphore 0, 1": Program(_catalan(1), ({"drained"},) * 3, 1),
    "semaphore 0, 2": Program(_catalan(2), ({"drained"},) * 3, 2),
    "semaphore 0, 3": Program(_catalan(3), ({"drained"},) * 3, 5),
    "who sleeps at once": Program(_SLEEPER, ({0}, {0}, {0, 1}), 2),
    "two takers": Program(_TAKERS, ({1}, {0, 1, STUCK}, {0, 1, STUCK}), 3, 1),
    "closure": Program(_CLOSURE, ({0, 1},) * 3, 2),
    **{name: Program(_alias(*how), ({0, 1},) * 3, 2) for name, how in _ALIASES.items()},
}


def seeds(few: int, every: int) -> list[Any]:
    """Numbers for random programs: a *few* are always tried, *every* one in CI."""
    slow = pytest.mark.slow
    return [*range(few), *(pytest.param(n, marks=slow) for n in range(few, every))]
