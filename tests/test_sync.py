"""What the stand-ins promise beyond CPython's own tests of locks and queues."""

from __future__ import annotations

import copy
import queue as real_queue
import sys
import threading as real_threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from cpython import Shuffled

from threadlings import sync
from threadlings.core import IDEAL, Run
from threadlings.events import Ending, Record
from threadlings.load import Source
from threadlings.sharing import Sharing

Program = Callable[[Any], Any]


def play(program: Program) -> Record:
    """Run *program*, which is given the stand-ins, under the default order."""
    run = Run(time=IDEAL)
    run.sharing = Sharing(everything=True)
    modules = run.state["modules"] = sync.modules()
    return run.play(lambda: program(SimpleNamespace(**modules)), tell=True)


def result(program: Program) -> Any:
    """What *program* returns; it has to come to its end."""
    record = play(program)
    for error in record.errors.values():
        raise error
    assert record.ending is Ending.DONE
    return record.result


def threads(std: Any, *works: Callable[[], object]) -> list[Any]:
    """Threads that do *works*, started in this order."""
    made = [std.threading.Thread(target=work) for work in works]
    for thread in made:
        thread.start()
    return made


def all_end(made: list[Any]) -> None:
    """Wait for all of them."""
    for thread in made:
        thread.join()


# ── names ────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("ann", "ann"),
        ("Thread-1 (work)", "Thread-1"),
        ("a b,c:d", "a_b_c_d"),
        ("\x1b[31mred\n", "_[31mred_"),
        ("\u5c0f\u660e", "\u5c0f\u660e"),
    ],
)
def test_a_thread_has_a_name_that_can_be_printed(name: str, shown: str) -> None:
    """What would break an order or a terminal is replaced; the program keeps it."""

    def program(std: Any) -> str:
        thread = std.threading.Thread(target=int, name=name)
        thread.start()
        thread.join()
        return str(thread.name)

    record = play(program)

    assert record.threads == ("main", shown)
    assert record.result == name


# ── time ─────────────────────────────────────────────────────────────────────
def test_sleep_moves_the_clock_only() -> None:
    """A sleep of a year takes a year of virtual time, and no real time."""

    def program(std: Any) -> float:
        begin = std.time.time()
        std.time.sleep(31_536_000)
        return std.time.time() - begin  # type: ignore[no-any-return]

    assert result(program) == 31_536_000


@pytest.mark.parametrize("time", ["monotonic", "perf_counter", "time"])
def test_clocks_agree(time: str) -> None:
    """Every clock moves with the virtual time, in seconds and in nanoseconds."""

    def program(std: Any) -> tuple[float, int]:
        clock, clock_ns = getattr(std.time, time), getattr(std.time, f"{time}_ns")
        begin, begin_ns = clock(), clock_ns()
        std.time.sleep(2.5)
        return clock() - begin, clock_ns() - begin_ns

    assert result(program) == (2.5, 2_500_000_000)


WAITS: dict[str, Program] = {
    "Lock": lambda std: std.lock.acquire(timeout=7),
    "Condition": lambda std: std.condition.wait(7),
    "wait_for": lambda std: std.condition.wait_for(lambda: False, 7),
    "Event": lambda std: std.threading.Event().wait(7),
    "Semaphore": lambda std: std.threading.Semaphore(0).acquire(timeout=7),
    "join": lambda std: std.threading.main_thread().join(7),
    "get": lambda std: std.queue.Queue().get(timeout=7),
    "SimpleQueue": lambda std: std.queue.SimpleQueue().get(timeout=7),
    "put": lambda std: std.full.put(1, timeout=7),
    "Barrier": lambda std: std.threading.Barrier(2).wait(7),
}


@pytest.mark.parametrize("name", WAITS)
def test_timed_wait_ends_at_its_time(name: str) -> None:
    """A wait with a timeout that nobody ends lasts exactly as long as it says."""

    def program(std: Any) -> list[Any]:
        std.lock, std.condition = std.threading.Lock(), std.threading.Condition()
        std.full = std.queue.Queue(1)
        std.lock.acquire()
        std.full.put(0)
        found = []

        def work() -> None:
            with std.condition:
                try:
                    found.append(WAITS[name](std))
                except Exception as error:
                    found.append(type(error).__name__)
            found.append(std.time.monotonic())

        all_end(threads(std, work))
        return found

    got, clock = result(program)
    assert clock == 7
    assert got in (False, None, "Empty", "Full", "BrokenBarrierError")


# ── locks ────────────────────────────────────────────────────────────────────
def test_inner_acquires_of_an_rlock_are_no_events() -> None:
    """Of an RLock that is taken again by its owner, only the outermost is a step."""

    def program(std: Any) -> None:
        lock = std.threading.RLock()
        with lock, lock, lock:
            pass

    kinds = [event.kind for event in play(program).events]
    assert (kinds.count("acquire"), kinds.count("release")) == (1, 1)


def test_taking_a_lock_twice_is_stuck_at_once() -> None:
    """A run in which nobody can go on is over, and says who waits for whom."""

    def program(std: Any) -> None:
        lock = std.threading.Lock()
        lock.acquire()
        lock.acquire()

    record = play(program)
    assert record.ending is Ending.STUCK
    [waiting] = record.waiting
    assert (waiting.thread, waiting.kind) == ("main", "acquire")
    assert waiting.held_by == ("main",)


def test_locks_cannot_be_copied() -> None:
    """A deep copy of an object with a lock in it is refused, as in CPython."""

    def program(std: Any) -> None:
        copy.deepcopy({"lock": std.threading.Lock()})

    with pytest.raises(TypeError, match=r"cannot pickle 'threading.Lock' object"):
        result(program)


# ── conditions and events ────────────────────────────────────────────────────
def test_condition_wakes_in_the_order_of_waiting() -> None:
    """`notify(n)` wakes the n threads that have waited longest, and no more."""

    def program(std: Any) -> list[tuple[int, float]]:
        condition, woken = std.threading.Condition(), []

        def wait(name: int) -> None:
            with condition:
                condition.wait()
                woken.append((name, std.time.monotonic()))

        made = threads(std, *(lambda n=n: wait(n) for n in range(5)))
        for count in (2, 1, 0, -1, 2):
            std.time.sleep(1)
            with condition:
                condition.notify(count)
        all_end(made)
        return woken

    assert result(program) == [(0, 1), (1, 1), (2, 2), (3, 5), (4, 5)]


def test_condition_accepts_a_foreign_lock() -> None:
    """A Condition works with any object that has `acquire` and `release`."""

    def program(std: Any) -> list[str]:
        class Gate:
            def __init__(self) -> None:
                self.lock = std.threading.Lock()
                self.acquire, self.release = self.lock.acquire, self.lock.release

            def __enter__(self) -> None:
                self.acquire()

            def __exit__(self, *error: object) -> None:
                self.release()

        condition, heard = std.threading.Condition(Gate()), []

        def wait() -> None:
            with condition:
                heard.append("waits")
                heard.append(condition.wait())

        made = threads(std, wait)
        std.time.sleep(1)
        with condition:
            condition.notify_all()
            heard.append("notified")
        all_end(made)
        with pytest.raises(RuntimeError):
            condition.notify()
        return heard

    assert result(program) == ["waits", "notified", True]


def test_waiting_lets_go_of_every_level_of_an_rlock() -> None:
    """`wait` gives an RLock away however often it is held, and takes it so again."""

    def program(std: Any) -> int:
        lock = std.threading.RLock()
        condition = std.threading.Condition(lock)

        def notify() -> None:
            with condition:
                condition.notify()

        with lock, lock, condition:
            made = threads(std, notify)
            condition.wait()
            count = lock._recursion_count()
        all_end(made)
        return count  # type: ignore[no-any-return]

    assert result(program) == 3


def test_wait_for_gives_up_at_once_when_time_is_below_zero() -> None:
    """A negative timeout of `wait_for` does not mean to wait for ever."""

    def program(std: Any) -> bool:
        condition = std.threading.Condition()
        with condition:
            return condition.wait_for(lambda: False, -1)  # type: ignore[no-any-return]

    assert result(program) is False


def test_event_wakes_who_waited_even_when_cleared() -> None:
    """A thread that waits when an Event is set goes on, also if it is cleared first."""

    def program(std: Any) -> list[Any]:
        event, found = std.threading.Event(), []
        made = threads(std, lambda: found.append(event.wait()))
        std.time.sleep(1)
        event.set()
        event.clear()
        all_end(made)
        return [*found, event.is_set()]

    assert result(program) == [True, False]


# ── barriers ─────────────────────────────────────────────────────────────────
def test_barrier_is_closed_during_its_action() -> None:
    """While the action runs nobody comes in, nobody leaves and nobody times out."""

    def program(std: Any) -> list[Any]:
        done = []

        def action() -> None:
            std.time.sleep(10)
            done.append("action")

        barrier = std.threading.Barrier(2, action)

        def wait() -> None:
            barrier.wait(5)
            done.append("through")

        def late() -> None:
            std.time.sleep(3)
            barrier.abort()
            done.append("abort")

        made = threads(std, wait, late)
        std.time.sleep(1)
        barrier.wait()
        all_end(made)
        return done

    assert result(program) == ["action", "through", "abort"]


def test_barrier_with_no_time_left_breaks() -> None:
    """A negative timeout breaks a Barrier at once, with the library's own error."""

    def program(std: Any) -> tuple[bool, float]:
        barrier = std.threading.Barrier(2)
        with pytest.raises(real_threading.BrokenBarrierError):
            barrier.wait(-1)
        return barrier.broken, std.time.monotonic()

    assert result(program) == (True, 0)


def test_reset_spares_who_is_through() -> None:
    """Resetting a Barrier after the last one came disturbs none of those it let go."""

    def program(std: Any) -> int:
        barrier = std.threading.Barrier(3)
        made = threads(std, barrier.wait, barrier.wait)
        std.time.sleep(1)
        barrier.wait()
        barrier.reset()
        all_end(made)
        return len(made)

    assert result(program) == 2


# ── threads ──────────────────────────────────────────────────────────────────
def test_threads_are_named_as_in_cpython() -> None:
    """A thread without a name is called after its number and its target."""

    def program(std: Any) -> list[str]:
        def work() -> None:
            pass

        thread = std.threading.Thread
        made = [thread(target=work), thread(), thread(name="ann")]
        made += [std.threading.Timer(1, work), thread(target=work)]
        return [std.threading.current_thread().name, *(thread.name for thread in made)]

    names = ["Thread-1 (work)", "Thread-2", "ann", "Thread-3", "Thread-4 (work)"]
    assert result(program) == ["MainThread", *names]


def test_enumerate_lists_who_is_alive() -> None:
    """A thread is listed from its start to its end, and has a number of its own."""

    def program(std: Any) -> list[Any]:
        threading = std.threading
        thread = threading.Thread(target=lambda: std.time.sleep(1), name="bob")
        seen = [(thread.ident, thread.is_alive(), threading.active_count())]
        thread.start()
        assert [each.name for each in threading.enumerate()] == ["MainThread", "bob"]
        seen.append((thread.ident, thread.is_alive(), threading.active_count()))
        thread.join()
        seen.append((thread.ident, thread.is_alive(), threading.active_count()))
        assert thread.ident != threading.get_ident() == threading.main_thread().ident
        return seen

    before, during, after = result(program)
    assert before == (None, False, 1)
    assert during[1:] == (True, 2)
    assert after == (during[0], False, 1)


def test_program_does_not_wait_for_a_daemon() -> None:
    """A run is over when only daemon threads are left; their children are daemons."""

    def program(std: Any) -> list[bool]:
        children = []

        def parent() -> None:
            children.append(std.threading.Thread())
            std.time.sleep(1_000)

        std.threading.Thread(target=parent, daemon=True).start()
        std.time.sleep(1)
        return [child.daemon for child in children]

    record = play(program)
    assert (record.ending, record.result, record.clock) == (Ending.DONE, [True], 1)


def test_join_with_a_timeout_tells_nothing() -> None:
    """A `join` that runs out of time returns None; the thread lives on."""

    def program(std: Any) -> list[Any]:
        [thread] = threads(std, lambda: std.time.sleep(5))
        found = [thread.join(timeout=2), thread.is_alive(), std.time.monotonic()]
        found += [thread.join(), thread.is_alive(), std.time.monotonic()]
        return found

    assert result(program) == [None, True, 2, None, False, 5]


def test_thread_is_started_once_and_joined_later() -> None:
    """Starting twice, joining too early and joining oneself raise RuntimeError."""

    def program(std: Any) -> None:
        thread = std.threading.Thread()
        with pytest.raises(RuntimeError, match="before it is started"):
            thread.join()
        thread.start()
        with pytest.raises(RuntimeError, match="only be started once"):
            thread.start()
        with pytest.raises(RuntimeError, match="current thread"):
            std.threading.current_thread().join()

    result(program)


class Stop(BaseException):
    """Not an Exception."""


@pytest.mark.parametrize("error", [ValueError("no"), Stop()], ids=["Exception", "base"])
def test_excepthook_is_told_what_ends_a_thread(error: BaseException) -> None:
    """What leaves a thread goes to `threading.excepthook`; other threads go on."""

    def program(std: Any) -> list[Any]:
        told: list[Any] = []

        def work() -> None:
            raise error

        std.threading.excepthook = told.append
        all_end(threads(std, work, lambda: told.append("goes on")))
        return told

    record = play(program)
    told, other = record.result
    assert (told.exc_type, told.exc_value) == (type(error), error)
    assert (told.thread.name, other) == ("Thread-1 (work)", "goes on")
    assert record.ending is Ending.RAISED
    assert record.errors == {"Thread-1": error}


def test_default_excepthook_prints(capsys: pytest.CaptureFixture[str]) -> None:
    """A thread's exception is printed with the thread's name; SystemExit is silent."""

    def program(std: Any) -> None:
        def work() -> None:
            raise ValueError("no such job")

        all_end(threads(std, work, sys.exit))

    record = play(program)
    printed = capsys.readouterr().err
    assert printed.startswith("Exception in thread Thread-1 (work):\nTraceback")
    assert printed.endswith("ValueError: no such job\n")
    assert [*record.errors] == ["Thread-1"]


def test_timer_fires_at_its_time_unless_cancelled() -> None:
    """A Timer calls its function once, when its time has come and nobody cancelled."""

    def program(std: Any) -> list[Any]:
        fired = []

        def fire(name: str, *, loud: bool) -> None:
            fired.append((name, loud, std.time.monotonic()))

        timers = [
            std.threading.Timer(seconds, fire, (name,), {"loud": True})
            for seconds, name in ((3, "tea"), (2, "egg"), (1, "toast"))
        ]
        for timer in timers:
            timer.start()
        timers[1].cancel()
        all_end(timers)
        return fired

    assert result(program) == [("toast", True, 1), ("tea", True, 3)]


def test_local_is_other_in_every_thread() -> None:
    """A thread sees only its own attributes of a `local`, made by `__init__` anew."""

    def program(std: Any) -> list[Any]:
        class Desk(std.threading.local):  # type: ignore[misc]
            lamp = "on"

            def __init__(self, owner: str) -> None:
                self.owner = owner

        desk, seen = Desk("me"), []
        desk.pen = "red"

        def work() -> None:
            seen.append((vars(desk), desk.lamp))
            desk.owner = "bob"

        all_end(threads(std, work))
        return [*seen, (vars(desk), desk.lamp)]

    mine = {"owner": "me", "pen": "red"}
    assert result(program) == [({"owner": "bob"}, "on"), (mine, "on")]


# ── queues ───────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("kind", "order"),
    [
        ("Queue", [2, 3, 1]),
        ("LifoQueue", [1, 3, 2]),
        ("PriorityQueue", [1, 2, 3]),
        ("SimpleQueue", [2, 3, 1]),
    ],
)
def test_queues_have_their_orders(kind: str, order: list[int]) -> None:
    """Items leave a queue in its order; the errors are those of the real module."""

    def program(std: Any) -> list[int]:
        queue = getattr(std.queue, kind)()
        for item in (2, 3, 1):
            queue.put(item)
        found = [queue.get() for _ in range(queue.qsize())]
        assert queue.empty()
        with pytest.raises(real_queue.Empty):
            queue.get_nowait()
        return found

    assert result(program) == order


def test_queue_join_waits_for_task_done() -> None:
    """`join` waits for a `task_done` for every item, not for an empty queue."""

    def program(std: Any) -> float:
        queue = std.queue.Queue()
        for item in range(3):
            queue.put(item)

        def work() -> None:
            for _ in range(3):
                queue.get()
                std.time.sleep(1)
                queue.task_done()

        threads(std, work)
        queue.join()
        return std.time.monotonic()  # type: ignore[no-any-return]

    assert result(program) == 3


def test_put_and_get_are_one_event_each() -> None:
    """A `put` and a `get` are one step each and show the item."""

    def program(std: Any) -> None:
        queue = std.queue.Queue()
        queue.put("parcel")
        queue.get()

    events = [(event.kind, event.value) for event in play(program).events]
    own = [event for event in events if event[0] not in ("begin", "end")]
    assert own == [("put", "'parcel'"), ("get", "'parcel'")]


def test_own_put_is_alone_in_the_queue() -> None:
    """A subclass's `_put` may give its turn away; nobody else comes in meanwhile."""

    def program(std: Any) -> list[Any]:
        class Slow(std.queue.Queue):  # type: ignore[misc]
            def _put(self, item: object) -> None:
                std.time.sleep(1)
                super()._put(item)

        queue, found = Slow(), []
        made = threads(std, lambda: queue.put("a"), lambda: queue.put("b"))
        found.append((queue.get(), std.time.monotonic()))
        found.append((queue.get(), std.time.monotonic()))
        all_end(made)
        return found

    assert result(program) == [("a", 1), ("b", 2)]


OWN_QUEUE = """
import queue, threading

class Own(queue.Queue):
    def __init__(self):
        self.items = []
        super().__init__(1)
    def _qsize(self):
        return len(self.items)
    def _put(self, item):
        self.items.append(item)
    def _get(self):
        return self.items.pop(0)

def main():
    shelf, found = Own(), []
    def take():
        for _ in range(3):
            found.append(shelf.get())
    taker = threading.Thread(target=take)
    taker.start()
    for item in "abc":
        shelf.put(item)
    taker.join()
    return found
"""


def rewritten(source: Source, run: Run) -> Any:
    """What a submission's `main` returns."""
    return source.load(run).main()


def test_submission_may_make_a_queue_of_its_own(tmp_path: Path) -> None:
    """A rewritten subclass of Queue may keep and count its items in its own way."""
    path = tmp_path / "own.py"
    path.write_text(OWN_QUEUE)
    source = Source(path)
    for seed in range(20):
        run = Run(Shuffled(seed))
        run.sharing = Sharing(everything=True)
        record = run.play(partial(rewritten, source, run))
        assert (record.ending, record.errors) == (Ending.DONE, {})
        assert record.result == ["a", "b", "c"]


def test_mutex_of_a_queue_keeps_others_out() -> None:
    """Who holds a queue's `mutex` is alone with it, as in CPython."""

    def program(std: Any) -> list[Any]:
        queue = std.queue.Queue()
        for item in "abc":
            queue.put(item)

        def take() -> None:
            found.append(queue.get(timeout=2))

        found: list[Any] = []
        with queue.mutex:
            made = threads(std, take)
            std.time.sleep(5)
            queue.queue.remove("a")
            found.append(queue._qsize())
        all_end(made)
        return found

    assert result(program) == [2, "b"]


@pytest.mark.skipif(sys.version_info < (3, 13), reason="new in Python 3.13")
def test_shutdown_wakes_who_waits_in_vain() -> None:
    """After `shutdown`, a `get` that waits raises ShutDown, and so does every `put`."""

    def program(std: Any) -> list[str]:
        queue, found = std.queue.Queue(), []

        def take() -> None:
            try:
                queue.get()
            except std.queue.ShutDown:
                found.append("get")

        made = threads(std, take, take)
        std.time.sleep(1)
        queue.shutdown()
        with pytest.raises(std.queue.ShutDown):
            queue.put(1)
        all_end(made)
        return found

    assert result(program) == ["get", "get"]


# ── limits ───────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    "name", ["threading.settrace", "queue.Queue.not_empty", "time.process_time"]
)
def test_what_is_lacking_is_named(name: str) -> None:
    """What has no stand-in raises an AttributeError that says its name."""

    def program(std: Any) -> None:
        module, *path = name.split(".")
        here = getattr(std, module)
        for part in path:
            here = here() if isinstance(here, type) else here
            here = getattr(here, part)

    with pytest.raises(AttributeError, match=f"no stand-in for {name}: "):
        result(program)


def test_real_modules_stay_as_they_are() -> None:
    """During a run the test process keeps its own `threading` and `queue`."""
    before = {**vars(real_threading)}, {**vars(real_queue)}

    def program(std: Any) -> bool:
        std.threading.excepthook = print
        all_end(threads(std, std.queue.Queue, std.threading.Lock))
        same = ({**vars(real_threading)}, {**vars(real_queue)}) == before
        return same and real_threading.active_count() >= 1

    assert result(program)


def test_standins_live_in_a_run_only() -> None:
    """Outside of a run a stand-in says that it can't be used there."""
    with pytest.raises(RuntimeError, match="inside of a run"):
        sync.modules()["threading"].Lock()
