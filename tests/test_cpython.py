"""CPython's own tests of locks, queues, futures and asyncio pass on the stand-ins."""

from __future__ import annotations

import fnmatch
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

import cpython
import cpython_processes
import pytest

MODULES = (
    *("lock_tests", "test_queue", "test_concurrent_futures", "test_asyncio"),
    cpython_processes.NAME,
)
MODES = ("plain", "shuffled", "rewritten")

TESTS: list[tuple[str, str]] = []
MISSING: list[str] = []  # in some builds of CPython
for _module in MODULES:
    try:
        TESTS += [(_module, test) for test in cpython.tests(_module)]
    except LookupError as missing:
        MISSING.append(str(missing))


class Exempt(NamedTuple):
    """Why a test can't pass, in which modes, and on which Pythons."""

    reason: str
    modes: tuple[str, ...] = MODES
    since: tuple[int, int] = (3, 10)
    before: tuple[int, int] = (4, 0)
    tried: bool = True  # then to pass is an error

    @property
    def now(self) -> bool:
        """Whether it is about the Python that is running."""
        return self.since <= sys.version_info[:2] < self.before

    @property
    def mark(self) -> pytest.MarkDecorator:
        """What pytest has to know."""
        mark = pytest.mark.xfail if self.tried else pytest.mark.skip
        return mark(reason=self.reason)


KEEPS = "a run keeps what rewritten code makes, so that its address stays its own"
LOGS = "a run keeps what its steps were about until it is over"
SIGNALS = "a run has no signals"
FILES = "a run has no files or sockets that go from one process to another"
REAL = "starts a real process, outside of the run"
STREAMS = "the processes of a run have one `sys`, and so the same streams"

EXEMPT = {
    "ThreadPoolShutdownTest.test_cancel_futures": Exempt(
        "takes for granted that a worker begins before the main thread goes on; "
        "shuffled, one does",
        modes=("plain", "rewritten"),
    ),
    "ThreadPoolShutdownTest.test_del_shutdown": Exempt(KEEPS, modes=("rewritten",)),
    "ThreadPoolShutdownTest.test_thread_names_*": Exempt(KEEPS, modes=("rewritten",)),
    "ThreadPool*Test.test_free_reference*": Exempt(LOGS),
    "ThreadPoolExecutorTest.test_no_stale_references": Exempt(
        KEEPS, modes=("rewritten",)
    ),
    "ThreadPoolExecutorTest.test_idle_thread_reuse": Exempt(
        "whether a worker is idle by then is never sure, so ours starts another one"
    ),
    "ThreadPoolExecutorTest.test_hang_global_shutdown_lock": Exempt(
        "starts a pool of processes, and part 5 has the stand-ins for these"
    ),
    "FutureTests.test_exception_with_success": Exempt(
        "looks at the condition inside of CPython's Future, which ours does not have"
    ),
    "*Task*Tests.test_log_destroyed_pending_task": Exempt(
        "a run keeps its tasks until it is over, to say which of them are pending"
    ),
    "PyTask_PyFuture_SubclassTests.test_error_in_call_soon": Exempt(
        KEEPS, modes=("rewritten",)
    ),
    "GenericTaskTests.test_asyncio_module_compiled": Exempt(
        "asyncio's C half knows real threads only"
    ),
    "PyFutureTests.test_wrap_future": Exempt(
        "the loop is the test's own and never gives its turn to the thread of the job",
        tried=False,
    ),
    "TimeoutTests.test_nested_timeouts": Exempt(
        "two timers of one moment come in two rounds by the default rule, as the clock "
        "may be read between them; shuffled, they come in one",
        modes=("plain", "rewritten"),
        since=(3, 11),
    ),
    "RunTests.test_asyncio_run_without_uncancel": Exempt(SIGNALS, since=(3, 11)),
    "RunnerTests.test_interrupt_*": Exempt(SIGNALS, since=(3, 11), tried=False),
    "EventTests.test_at_fork_reinit": Exempt(
        "looks at the condition inside of CPython's Event, which ours does not have"
    ),
    "ConditionAsRLockTests.test_recursion_count": Exempt(
        "no Condition has it; CPython's test_threading leaves this one out as well",
        since=(3, 11),
    ),
    "*LockTests.test_weakref_deleted": Exempt(
        KEEPS,
        modes=("rewritten",),
    ),
    "WithProcessesTestProcess.test_lose_target_ref": Exempt(
        KEEPS, modes=("rewritten",)
    ),
    "WithProcessesTestCondition.test_wait_result": Exempt(SIGNALS),
    "WithProcessesTestConnection.test_*fd_transfer": Exempt(FILES, tried=False),
    "WithProcessesTestPicklingConnections.test_pickling": Exempt(FILES),
    "TestWait.test_wait_socket*": Exempt(FILES),
    "WithProcessesTestPoolWorkerLifetime.test_worker_finalization_*": Exempt(REAL),
    "With*TestQueue.test_no_import_lock_contention": Exempt(
        "imports a file that it writes, with the real multiprocessing"
    ),
    "WithProcessesTestSubclassingProcess.test_stderr_flush": Exempt(
        STREAMS, tried=False
    ),
    "WithProcessesTestSubclassingProcess.test_sys_exit": Exempt(STREAMS, tried=False),
    "WithProcessesTestPool.test_release_task_refs": Exempt(LOGS),
    "WithProcessesTestPool.test_resource_warning": Exempt(
        "a run says itself who was left behind, not by a warning"
    ),
    "TestSimpleQueue.test_closed": Exempt(
        "looks at the ends inside of CPython's queue, which ours does not have"
    ),
    "TestSyncManagerTypes.test_pool": Exempt("our managers have no pools"),
    "CSimpleQueueTest.test_references": Exempt(
        "a run keeps what goes through a queue, so that its address stays its own",
        modes=("rewritten",),
    ),
    "CSimpleQueueTest.test_reentrancy": Exempt(
        "the garbage collector must not run within put(), so it can't be Python code",
        tried=False,
    ),
    "C*QueueTest.test_shutdown*_all_methods_in_many_threads": Exempt(
        "readers poll with get(False); who polls keeps the turn by the default rule, "
        "so the run is ENDLESS; it passes shuffled, where everybody has turns",
        modes=("plain",),
        since=(3, 13),
    ),
}


def every() -> Iterator[Any]:
    """All tests in all modes, marked where they are exempt."""
    for module, test in TESTS:
        for mode in MODES:
            marks = [
                exempt.mark
                for pattern, exempt in EXEMPT.items()
                if fnmatch.fnmatchcase(test, pattern) and mode in exempt.modes
                if exempt.now
            ]
            yield pytest.param(module, test, mode, id=f"{test}-{mode}", marks=marks)


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # loops that a test leaves open
@pytest.mark.parametrize(("module", "test", "mode"), list(every()))
def test_cpythons_own_test_passes(module: str, test: str, mode: str) -> None:
    """The stand-ins behave as CPython's tests demand of its own locks and queues."""
    cpython.play(module, test, mode)


@pytest.mark.parametrize("missing", MISSING)
def test_what_python_came_without_is_told(missing: str) -> None:
    """Tests that this Python came without are skipped visibly."""
    pytest.skip(missing)


def named() -> list[str]:
    """The exemptions that this Python should have tests for."""
    gone = ("ThreadPool", "FutureTests") if MISSING else ()
    return [
        pattern
        for pattern, exempt in EXEMPT.items()
        if exempt.now and not pattern.startswith(gone)
    ]


@pytest.mark.parametrize("pattern", named())
def test_exempt_is_only_what_there_is(pattern: str) -> None:
    """Every exemption is of a test that this Python has."""
    assert fnmatch.filter([test for _, test in TESTS], pattern)
