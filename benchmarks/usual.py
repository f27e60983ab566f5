"""The usual stress test: real threads, many times, and luck.

`python benchmarks/usual.py FILE --as 02 --threads 8 --times 100000 --tries 10` prints a
line for each try: "seen" when the fault showed itself, "not" when it did not.

It gets every help that such tests are given: a switch interval of one microsecond,
a start barrier, exceptions of all threads caught.  A hang is seen when nobody has used
the processor for half a second, so a slow machine is not mistaken for one.
"""

from __future__ import annotations

import argparse
import faulthandler
import importlib.util
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

INTERVAL = 1e-6  # seconds; the shortest that is of use
PATIENCE = 0.5  # seconds without work after which a try hangs
IDLE = 0.005  # seconds of the processor that are no work
ORPHANED = 10  # seconds after its time at which this process ends itself

Jobs = list[Callable[[], Any]]
Attack = tuple[Jobs, Callable[[], bool]]  # what to do at once; whether it came right


# ── one attack for each exercise ─────────────────────────────────────────────
def counter(module: ModuleType, threads: int, times: int) -> Attack:
    """Everybody counts; no increment is lost."""
    one = module.Counter()

    def count() -> None:
        for _ in range(times):
            one.increment()

    return [count] * threads, lambda: one.value == threads * times


def bounded_buffer(module: ModuleType, threads: int, times: int) -> Attack:
    """Half of them put and half of them get, with room for one; all items arrive."""
    buffer = module.BoundedBuffer(1)
    got: list[int] = []

    def put(first: int) -> None:
        for item in range(first, first + times):
            buffer.put(item)

    def get() -> None:
        for _ in range(times):
            got.append(buffer.get())

    half = threads // 2
    puts: Jobs = [lambda n=n: put(n * times) for n in range(half)]  # type: ignore[misc]
    return [*puts, *[get] * half], lambda: sorted(got) == list(range(half * times))


def transfer(module: ModuleType, threads: int, times: int) -> Attack:
    """Half of them pay from a to b and half back; all is as before."""
    a, b = module.Account(10**9), module.Account(10**9)

    def pay(source: Any, target: Any) -> None:
        for _ in range(times):
            module.transfer(source, target, 1)

    half = threads // 2
    jobs: Jobs = [*[lambda: pay(a, b)] * half, *[lambda: pay(b, a)] * half]
    return jobs, lambda: (a.balance, b.balance) == (10**9, 10**9)


def worker_queue(module: ModuleType, threads: int, times: int) -> Attack:
    """So many workers; all results are there.  They start when it likes."""
    items = list(range(threads * times))
    got: list[int] = []

    def process() -> None:
        got.extend(module.process_all(items, lambda item: item + 1, threads))

    return [process], lambda: got == [item + 1 for item in items]


ATTACKS = {"02": counter, "03": bounded_buffer, "08": transfer, "10": worker_queue}


# ── a try ────────────────────────────────────────────────────────────────────
def sees(attack: Attack) -> bool:
    """Whether one try sees a fault: a hang, an exception, or a wrong result."""
    jobs, right = attack
    start = threading.Barrier(len(jobs))
    errors: list[Exception] = []

    def work(job: Callable[[], Any]) -> None:
        start.wait()
        try:
            job()
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(j,), daemon=True) for j in jobs]
    for thread in threads:
        thread.start()
    return not all(map(ends, threads)) or bool(errors) or not right()


def ends(thread: threading.Thread) -> bool:
    """Wait for the end of *thread*; False when all the process has come to rest."""
    while thread.is_alive():
        before = time.process_time()
        thread.join(PATIENCE)
        if thread.is_alive() and time.process_time() - before < IDLE:
            return False
    return True


def load(path: Path) -> ModuleType:
    """Import *path* as it is."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Try, say what was seen, and end with whatever threads are left."""
    assert __doc__
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--as", dest="exercise", choices=ATTACKS, required=True)
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--times", type=int, default=100_000)
    parser.add_argument("--tries", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=5.0, help="then no new try")
    asked = parser.parse_args()
    faulthandler.dump_traceback_later(asked.seconds + ORPHANED, exit=True)
    sys.setswitchinterval(INTERVAL)
    module, attack = load(asked.file), ATTACKS[asked.exercise]
    end = time.monotonic() + asked.seconds
    for _ in range(asked.tries):
        seen = sees(attack(module, asked.threads, asked.times))
        print("seen" if seen else "not", flush=True)
        if time.monotonic() > end:
            break
    os._exit(0)


if __name__ == "__main__":
    main()
