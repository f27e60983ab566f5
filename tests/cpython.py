"""CPython's own tests of locks and queues, run on our virtual threads.

Their source is that of the interpreter that is running; nothing of it is copied here.
It is executed with an `__import__` of ours, so that its `threading`, `queue` and
`time` are the stand-ins, its `_thread` is made of them, and the few helpers that it
takes from `test.support` are written again on the virtual clock.
"""

from __future__ import annotations

import builtins
import contextlib
import gc
import importlib.util
import random
import unittest
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from threadlings import sync
from threadlings.core import IDEAL, Run
from threadlings.events import Ending, Record
from threadlings.fiber import Choice, Chooser, Fiber
from threadlings.identity import running
from threadlings.load import HOOKS
from threadlings.rewrite import rewrite
from threadlings.sharing import Sharing
from threadlings.sync import clock, lock, thread

KINDS = {
    "LockTests": ("LockTests", "locktype", "Lock"),
    "RLockTests": ("RLockTests", "locktype", "RLock"),
    "ConditionAsRLockTests": ("RLockTests", "locktype", "Condition"),
    "EventTests": ("EventTests", "eventtype", "Event"),
    "ConditionTests": ("ConditionTests", "condtype", "Condition"),
    "SemaphoreTests": ("SemaphoreTests", "semtype", "Semaphore"),
    "BoundedSemaphoreTests": ("BoundedSemaphoreTests", "semtype", "BoundedSemaphore"),
    "BarrierTests": ("BarrierTests", "barriertype", "Barrier"),
}
"""As in `test_threading`: a class, its base in `lock_tests`, and what it tests."""

SMALLER = {
    "test_many_threads": {10_000: 500},
    "test_many_threads_nonblock": {10_000: 50},
    "test_many_threads_timeout": {1_000: 50},
    "_shutdown_all_methods_in_many_threads": {64 * 1024: 256},
}
"""Numbers in CPython's methods that ask for more steps than a run has here."""
STEPS = 5_000


# ── what the tests import ────────────────────────────────────────────────────
def _start(function: Callable[..., object], args: Iterable[Any] = ()) -> int | None:
    """`_thread.start_new_thread`: the program does not wait for such a thread."""
    started = thread.Thread(target=function, args=args, daemon=True)
    started.start()
    return started.ident


def _count() -> int:
    """`_thread._count`: how many threads there are beside the main one."""
    return len(running().alive) - 1


def _retry(
    timeout: float, message: str = "", /, *, error: bool = True
) -> Iterator[None]:
    """`support.sleeping_retry`, in virtual time."""
    end = clock.monotonic() + timeout
    while clock.monotonic() < end:
        yield
        clock.sleep(0.01)
    if error:
        raise AssertionError(message or f"timeout after {timeout} s")


@contextlib.contextmanager
def _all_end(timeout: float = 30.0) -> Iterator[None]:
    """`threading_helper.wait_threads_exit`."""
    before = _count()
    yield
    for _ in _retry(timeout, "threads are left"):
        if _count() <= before:
            break


@contextlib.contextmanager
def _started(threads: Iterable[thread.Thread]) -> Iterator[None]:
    """`threading_helper.start_threads`."""
    threads = list(threads)
    for one in threads:
        one.start()
    yield
    for one in threads:
        one.join()


def _join(one: thread.Thread, timeout: float = 30.0) -> None:
    """`threading_helper.join_thread`."""
    one.join(timeout)
    assert not one.is_alive(), "the thread did not end"


def _no_more_than(before: int) -> None:
    """`threading_helper.threading_cleanup`; strict where CPython's only warns."""
    for _ in _retry(1.0, "threads are left"):
        if _count() <= before:
            break


def _module(name: str, **names: Any) -> ModuleType:
    module = ModuleType(name)
    vars(module).update(names)
    return module


def _virtual(standins: dict[str, ModuleType]) -> dict[str, ModuleType]:
    """What the tests' imports are answered with."""
    queue = standins["queue"]
    fresh = _module("import_helper", import_fresh_module=lambda name, **_: queue)
    helper = _module(
        "threading_helper",
        join_thread=_join,
        requires_working_threading=lambda **_: None,
        start_threads=_started,
        threading_cleanup=_no_more_than,
        threading_setup=lambda: (_count(),),
        wait_threads_exit=_all_end,
    )
    support = _module(
        "support",
        LONG_TIMEOUT=300.0,
        SHORT_TIMEOUT=30.0,
        gc_collect=gc.collect,
        has_fork_support=True,
        import_helper=fresh,
        reap_children=lambda: None,
        sleeping_retry=_retry,
        threading_helper=helper,
    )
    low = _module(
        "_thread",
        TIMEOUT_MAX=lock.TIMEOUT_MAX,
        allocate_lock=lock.Lock,
        get_ident=thread.get_ident,
        start_new_thread=_start,
    )
    return standins | {
        "_thread": low,
        "test": _module("test", support=support),
        "test.support": support,
    }


# ── loading ──────────────────────────────────────────────────────────────────
@cache
def _path(name: str) -> Path:
    """Where the source of `test.name` is.  Raises LookupError where there is none."""
    package = importlib.util.find_spec("test")
    path = Path((package and package.origin) or "test").with_name(f"{name}.py")
    if not path.is_file():
        raise LookupError(f"this Python came without test.{name}")
    return path


@cache
def _code(path: Path, rewritten: bool) -> CodeType:
    """The source, compiled."""
    text: Any = path.read_text(encoding="utf-8")
    if rewritten:
        text = rewrite(text, str(path))
    return _smaller(compile(text, str(path), "exec", dont_inherit=True))


def _smaller(code: CodeType) -> CodeType:
    """*code* with the numbers in `SMALLER`."""
    numbers = SMALLER.get(code.co_name, {})
    constants = list(code.co_consts)
    for place, constant in enumerate(constants):
        if isinstance(constant, CodeType):
            constants[place] = _smaller(constant)
        elif type(constant) is int:
            constants[place] = numbers.get(constant, constant)
    return code.replace(co_consts=tuple(constants))


def _load(run: Run, name: str, rewritten: bool) -> dict[str, type[unittest.TestCase]]:
    """Execute `test.name` in *run*; give its test classes."""
    standins = run.state["modules"] = sync.modules()
    virtual = _virtual(standins)
    path = _path(name)
    if rewritten:
        run.modules.add(f"test.{name}")
        run.sources[str(path)] = path.read_text(encoding="utf-8").splitlines()

    def importer(name: str, *rest: Any) -> ModuleType:
        return virtual.get(name) or builtins.__import__(name, *rest)

    names: dict[str, Any] = {"__name__": f"test.{name}"}
    names["__builtins__"] = vars(builtins) | HOOKS | {"__import__": importer}
    exec(_code(path, rewritten), names)
    if name == "lock_tests":
        return {
            made: type(made, (names[base],), {what: getattr(standins["threading"], of)})
            for made, (base, what, of) in KINDS.items()
        }
    # the variants without `_queue` would be the same tests of the same stand-in
    return {n: c for n, c in names.items() if n.startswith("C") and n.endswith("Test")}


@cache
def tests(name: str) -> list[str]:
    """The test methods of `test.name`, as `LockTests.test_repr`.

    Raises LookupError where Python came without its tests.
    """
    run = Run()
    run.sharing = Sharing()
    record = run.play(lambda: _load(run, name, False))
    _must_be_done(record)
    found = []
    for made, kind in record.result.items():
        methods = unittest.TestLoader().getTestCaseNames(kind)
        found += [f"{made}.{method}" for method in methods]
    return found


# ── running ──────────────────────────────────────────────────────────────────
class Shuffled(Chooser):
    """Gives every turn to anybody, but the same in every run."""

    def __init__(self, seed: int = 0) -> None:
        self.random = random.Random(seed)

    def choose(self, choice: Choice) -> Fiber | None:
        """Any of the options."""
        return self.random.choice(choice.options)[0]


def play(name: str, test: str, mode: str) -> None:
    """Run one test method as the main thread of one run; raises what goes wrong.

    *mode* is "plain", "shuffled" (another order) or "rewritten" (as submissions are).
    Time is ideal: these tests sleep until the others have come as far as they can.
    """
    kind, _, method = test.partition(".")
    chooser = Shuffled() if mode == "shuffled" else None
    run = Run(chooser, time=IDEAL, limit=STEPS)
    run.sharing = Sharing(everything=True)
    rewritten = mode == "rewritten"
    record = run.play(lambda: _load(run, name, rewritten)[kind](method).debug())
    _must_be_done(record)


def _must_be_done(record: Record) -> None:
    """Raise what ended a thread, or say how else the run went wrong."""
    for error in record.errors.values():
        raise error
    if record.ending is not Ending.DONE:
        waiting = ", ".join(f"{w.thread} in {w.kind}" for w in record.waiting)
        raise AssertionError(f"{record.ending}: {waiting}")
