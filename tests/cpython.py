"""CPython's own tests of locks, queues, futures and asyncio, on our virtual threads.

Their source is that of the interpreter that is running; nothing of it is copied here.
It is executed with an `__import__` of ours, so that its `threading`, `queue` and
`time` are the stand-ins, its `_thread` is made of them, and the few helpers that it
takes from `test.support` are written again on the virtual clock.
"""

from __future__ import annotations

import builtins
import contextlib
import gc
import importlib
import importlib.util
import io
import logging
import random
import re
import sys
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
from threadlings.sync import clock, future, library, lock, thread

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
    # of processes:
    "test_terminate": {10_000: 50},
    "test_thousand": {1_000: 20},
}
"""Numbers in CPython's methods that ask for more steps than a run has here."""
STEPS = 5_000
STATES = ("PENDING", "RUNNING", "CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED")
FUTURES = "test_concurrent_futures"
PARTS = ("future", "wait", "as_completed", "thread_pool", "shutdown", "init")
"""Of its tests, which are one file up to CPython 3.12."""
ASYNCIO = "test_asyncio"
TOPICS = (
    *("tasks", "futures", "locks", "queues", "timeouts", "taskgroups", "runners"),
    *("waitfor", "eager_task_factory"),
)
"""Of its tests, as far as a version has them."""


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


@contextlib.contextmanager
def _captured() -> Iterator[io.StringIO]:
    """`support.captured_stderr`, where what is logged goes as well."""
    kept, logging.root.handlers = logging.root.handlers, []  # pytest's own
    try:
        with contextlib.redirect_stderr(io.StringIO()) as stream:
            yield stream
    finally:
        logging.root.handlers = kept


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


def _attribute(thing: object, name: str) -> Any:
    """`support.get_attribute`."""
    if not hasattr(thing, name):
        raise unittest.SkipTest(f"{thing} has no {name}")
    return getattr(thing, name)


def _virtual(standins: dict[str, ModuleType]) -> dict[str, ModuleType]:
    """What the tests' imports are answered with."""
    queue = standins["queue"]
    fresh = _module(
        "import_helper",
        import_fresh_module=lambda name, **_: queue,
        import_module=importlib.import_module,
        skip_if_broken_multiprocessing_synchronize=lambda: None,
    )
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
        Py_GIL_DISABLED=False,
        SHORT_TIMEOUT=30.0,
        gc_collect=gc.collect,
        has_fork_support=True,
        import_helper=fresh,
        reap_children=lambda: None,
        requires_resource=lambda _: lambda test: test,
        captured_stderr=_captured,
        check_sanitizer=lambda **_: False,
        cpython_only=lambda test: test,
        setswitchinterval=lambda _: None,
        skip_if_sanitizer=lambda *_, **__: lambda test: test,
        requires_fork=lambda: lambda test: test,
        requires_gil_enabled=lambda _: lambda test: test,
        hashlib_helper=_module(
            "hashlib_helper", requires_hashdigest=lambda _: lambda test: test
        ),
        verbose=False,
        sleeping_retry=_retry,
        threading_helper=helper,
        # of test_asyncio:
        LOOPBACK_TIMEOUT=5.0,
        TEST_HOME_DIR=str(_path("__init__").parent),
        get_attribute=_attribute,
        refcount_test=lambda test: test,
        socket_helper=_module("socket_helper"),
    )
    futures = standins["concurrent.futures"]
    futures.ProcessPoolExecutor = object  # to be named in a class body
    base = _module(
        "_base",
        LOGGER=future.LOGGER,
        **{name: getattr(future, name) for name in (*STATES, "Future")},
        **{
            name: getattr(futures, name)
            for name in ("BrokenExecutor", "CancelledError")
        },
    )
    process = _module(
        "process", BrokenProcessPool=OSError, _check_system_limits=lambda: None
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
        "concurrent.futures._base": base,
        "concurrent.futures.process": process,
        "test": _module("test", support=support),
        "test.support": support,
        "test.support.import_helper": fresh,
        "test.support.socket_helper": support.socket_helper,
        "test.support.threading_helper": helper,
    }


@contextlib.contextmanager
def _our_asyncio() -> Iterator[None]:
    """Have the private copy of asyncio under its name for all who import it."""
    names = [name for name in sys.modules if re.match(r"_?asyncio\b", name)]
    kept = {name: sys.modules.pop(name) for name in names}
    library.reset()
    ours = {**library.fresh(), "_asyncio": None}
    ours["asyncio"].__path__ = []
    sys.modules.update(ours)
    # unittest makes its class of asyncio when it is asked for first.
    _forget_isolated()
    try:
        yield
    finally:
        for name in ours:
            del sys.modules[name]
        sys.modules.update(kept)
        _forget_isolated()


def _forget_isolated() -> None:
    vars(unittest).pop("IsolatedAsyncioTestCase", None)
    sys.modules.pop("unittest.async_case", None)


# ── loading ──────────────────────────────────────────────────────────────────
@cache
def _path(name: str) -> Path:
    """Where the source of `test.name` is.  Raises LookupError where there is none."""
    package = importlib.util.find_spec("test")
    path = Path((package and package.origin) or "test").parent / f"{name}.py"
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


def _is_package(name: str) -> bool:
    """Whether `test.name` is a folder.  Raises LookupError where there is none."""
    try:
        return _path(f"{name}/__init__").is_file()
    except LookupError:
        return not _path(name)


def _is_of_threads(name: str, kind: Any) -> bool:
    """Whether these are tests, and not those of pools of processes."""
    case = isinstance(kind, type) and issubclass(kind, unittest.TestCase)
    return case and ("ThreadPool" in name or name == "FutureTests")


def _execute(
    run: Run, name: str, virtual: dict[str, ModuleType], rewritten: bool
) -> dict[str, Any]:
    """Execute a file of `test` with what is *virtual*; give what it defines."""
    path = _path(name)
    dotted = f"test.{name.replace('/', '.')}"
    if rewritten:
        run.modules.add(dotted)
        run.sources[str(path)] = path.read_text(encoding="utf-8").splitlines()

    def importer(
        asked: str, own: Any = None, local: Any = None, parts: Any = (), level: int = 0
    ) -> ModuleType:
        if level:
            beside = f"{name.rpartition('/')[0]}/{asked}"
            if beside not in virtual:
                found = _execute(run, beside, virtual, rewritten)
                virtual[beside] = _module(asked, **found)
            return virtual[beside]
        if asked in virtual:
            return virtual[asked if parts else asked.partition(".")[0]]
        return builtins.__import__(asked, own, local, parts, level)

    names: dict[str, Any] = {"__name__": dotted, "__file__": str(path)}
    names["__builtins__"] = vars(builtins) | HOOKS | {"__import__": importer}
    exec(_code(path, rewritten), names)
    return names


LOADERS: dict[str, Callable[[Run, bool], dict[str, Any]]] = {}
"""What loads the tests that are loaded in a way of their own."""


def _load(run: Run, name: str, rewritten: bool) -> dict[str, type[unittest.TestCase]]:
    """Execute `test.name` in *run*; give its test classes."""
    if name in LOADERS:
        return LOADERS[name](run, rewritten)
    standins = run.state["modules"] = sync.modules()
    virtual = _virtual(standins)
    if name == FUTURES:
        parts = (
            [f"{name}/test_{part}" for part in PARTS] if _is_package(name) else [name]
        )
        every: dict[str, Any] = {}
        for part in parts:
            every |= _execute(run, part, virtual, rewritten)
        return {n: c for n, c in every.items() if _is_of_threads(n, c)}
    if name == ASYNCIO:
        return _load_asyncio(run, virtual, rewritten)
    names = _execute(run, name, virtual, rewritten)
    if name == "lock_tests":
        return {
            made: type(made, (names[base],), {what: getattr(standins["threading"], of)})
            for made, (base, what, of) in KINDS.items()
        }
    # the variants without `_queue` would be the same tests of the same stand-in
    return {n: c for n, c in names.items() if n.startswith("C") and n.endswith("Test")}


def _load_asyncio(
    run: Run, virtual: dict[str, ModuleType], rewritten: bool
) -> dict[str, type[unittest.TestCase]]:
    """The test classes of asyncio, but for those of its C half."""
    utils = _module("utils", **_execute(run, f"{ASYNCIO}/utils", virtual, False))
    package = virtual["test"].test_asyncio = _module(ASYNCIO, utils=utils)
    virtual |= {f"test.{ASYNCIO}": package, f"test.{ASYNCIO}.utils": utils}
    found = {}
    for topic in TOPICS:
        with contextlib.suppress(LookupError):
            every = _execute(run, f"{ASYNCIO}/test_{topic}", virtual, rewritten)
            found |= {n: c for n, c in every.items() if _is_of_tasks(c, topic)}
    return found


def _is_of_tasks(kind: Any, topic: str) -> bool:
    """Whether these are tests of a *topic*, and can be passed without the C half."""
    case = isinstance(kind, type) and issubclass(kind, unittest.TestCase)
    own = case and kind.__module__ == f"test.{ASYNCIO}.test_{topic}"
    return own and not getattr(kind, "__unittest_skip__", False)


@cache
def tests(name: str) -> list[str]:
    """The test methods of `test.name`, as `LockTests.test_repr`.

    Raises LookupError where Python came without its tests.
    """
    run = Run()
    run.sharing = Sharing()
    with _our_asyncio():
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
    cases: list[Any] = []

    def debug() -> None:
        case = _load(run, name, rewritten)[kind](method)
        cases.append(case)
        case.setUpClass()
        case.debug()
        case.tearDownClass()

    with _our_asyncio():
        record = run.play(debug)
    for case in cases:
        # A test that went wrong still has its loop, and would close it when it is
        # collected: in the middle of another test.
        case._asyncioRunner = None
    _must_be_done(record)


def _must_be_done(record: Record) -> None:
    """Raise what ended a thread, or say how else the run went wrong."""
    for error in record.errors.values():
        raise error
    if record.ending is not Ending.DONE:
        waiting = ", ".join(f"{w.thread} in {w.kind}" for w in record.waiting)
        raise AssertionError(f"{record.ending}: {waiting}")
