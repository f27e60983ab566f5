"""Stand-ins for the parts of the standard library that threads meet at.

A submission's `import threading` is answered with modules made here, anew for every
run; the real modules are never touched.
"""

from __future__ import annotations

import concurrent.futures as real_futures
import concurrent.futures.thread as real_pool
import threading as real_threading
import time as real_time
from types import ModuleType
from typing import Any

from threadlings.sync import (
    barrier,
    clock,
    condition,
    future,
    local,
    lock,
    pool,
    queue,
    signal,
    thread,
)
from threadlings.sync.base import refuse

PURE = ("strftime", "strptime", "struct_time", "mktime", "asctime", "timezone")

SHARED = (  # constants and exceptions
    *("ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION", "BrokenExecutor"),
    *("CancelledError", "InvalidStateError", "TimeoutError"),
)

MODULES: dict[str, dict[str, Any]] = {
    "threading": {
        "Barrier": barrier.Barrier,
        "BoundedSemaphore": signal.BoundedSemaphore,
        "BrokenBarrierError": real_threading.BrokenBarrierError,
        "Condition": condition.Condition,
        "Event": signal.Event,
        "ExceptHookArgs": thread.ExceptHookArgs,
        "Lock": lock.Lock,
        "RLock": lock.RLock,
        "Semaphore": signal.Semaphore,
        "TIMEOUT_MAX": lock.TIMEOUT_MAX,
        "Thread": thread.Thread,
        "ThreadError": RuntimeError,
        "Timer": thread.Timer,
        "activeCount": thread.active_count,
        "active_count": thread.active_count,
        "currentThread": thread.current_thread,
        "current_thread": thread.current_thread,
        "enumerate": thread.enumerate,
        "excepthook": thread.excepthook,
        "__excepthook__": thread.excepthook,
        "get_ident": thread.get_ident,
        "get_native_id": thread.get_ident,
        "local": local.local,
        "main_thread": thread.main_thread,
    },
    "queue": {
        "Empty": queue.Empty,
        "Full": queue.Full,
        "LifoQueue": queue.LifoQueue,
        "PriorityQueue": queue.PriorityQueue,
        "Queue": queue.Queue,
        "SimpleQueue": queue.SimpleQueue,
        **({"ShutDown": queue.ShutDown} if queue.HAS_SHUTDOWN else {}),
    },
    "concurrent": {},
    "concurrent.futures": {
        "Executor": pool.Executor,
        "Future": future.Future,
        "ThreadPoolExecutor": pool.ThreadPoolExecutor,
        "as_completed": future.as_completed,
        "wait": future.wait,
        **{name: getattr(real_futures, name) for name in SHARED},
    },
    "concurrent.futures.thread": {
        "BrokenThreadPool": real_pool.BrokenThreadPool,
        "ThreadPoolExecutor": pool.ThreadPoolExecutor,
    },
    "time": {
        "monotonic": clock.monotonic,
        "monotonic_ns": clock.monotonic_ns,
        "perf_counter": clock.perf_counter,
        "perf_counter_ns": clock.perf_counter_ns,
        "sleep": clock.sleep,
        "time": clock.time,
        "time_ns": clock.time_ns,
        **{name: getattr(real_time, name) for name in PURE},
    },
}

PUBLIC = {
    module: [name for name in names if not name.startswith("_")]
    for module, names in MODULES.items()
}

for _module, _names in MODULES.items():
    for _thing in _names.values():
        if isinstance(_thing, type) and _thing.__module__.startswith(__name__):
            _thing.__module__ = _module  # what a `repr` and a traceback call it


class Module(ModuleType):
    """A stand-in for a module; what it lacks is refused by name."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return refuse(f"{self.__name__}.{name}")


def modules() -> dict[str, ModuleType]:
    """Fresh stand-ins for one run, by module name."""
    made: dict[str, ModuleType] = {}
    for name, names in MODULES.items():
        module = made[name] = Module(name, f"threadlings' stand-in for {name}.")
        module.__dict__.update(names)
        module.__dict__["__all__"] = list(PUBLIC[name])
        whole, _, part = name.rpartition(".")
        if whole:
            setattr(made[whole], part, module)
    return made
