"""Stand-ins for the parts of the standard library that threads meet at.

A submission's `import threading` is answered with modules made here, anew for every
run; the real modules are never touched.
"""

from __future__ import annotations

import concurrent.futures as real_futures
import concurrent.futures.thread as real_pool
import multiprocessing as real_processes
import multiprocessing.pool as real_workers
import os as real_os
import pickle as real_pickle
import sys
import threading as real_threading
import time as real_time
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from types import ModuleType
from typing import Any

from threadlings.sync import (
    barrier,
    batch,
    channel,
    clock,
    condition,
    context,
    executor,
    future,
    local,
    lock,
    manager,
    pipe,
    pool,
    process,
    queue,
    shared,
    signal,
    thread,
    wire,
)
from threadlings.sync.base import refuse

PURE = ("strftime", "strptime", "struct_time", "mktime", "asctime", "timezone")

MACHINE = {  # what `os` says of it, as far as a Python asks
    "cpu_count": process.cpu_count,
    "process_cpu_count": process.cpu_count,
    "sched_getaffinity": process.affinity,
}
ALIEN = (
    "abort",
    "execv",
    "execve",
    "fork",
    "forkpty",
    "kill",
    "system",
    "wait",
    "waitpid",
)
ERRORS = ("AuthenticationError", "BufferTooShort", "ProcessError", "TimeoutError")
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
        "ProcessPoolExecutor": executor.ProcessPoolExecutor,
        "ThreadPoolExecutor": pool.ThreadPoolExecutor,
        "as_completed": future.as_completed,
        "wait": future.wait,
        **{name: getattr(real_futures, name) for name in SHARED},
    },
    "concurrent.futures.thread": {
        "BrokenThreadPool": real_pool.BrokenThreadPool,
        "ThreadPoolExecutor": pool.ThreadPoolExecutor,
    },
    "multiprocessing": {
        "Array": shared.array,
        "Barrier": shared.Barrier,
        "BoundedSemaphore": shared.BoundedSemaphore,
        "Condition": shared.Condition,
        "Event": shared.Event,
        "JoinableQueue": channel.JoinableQueue,
        "Lock": shared.Lock,
        "Manager": manager.manager,
        "Pipe": pipe.make,
        "Pool": batch.Pool,
        "Process": process.Process,
        "Queue": channel.Queue,
        "RLock": shared.RLock,
        "RawArray": shared.RawArray,
        "RawValue": shared.RawValue,
        "Semaphore": shared.Semaphore,
        "SimpleQueue": channel.SimpleQueue,
        "Value": shared.value,
        "active_children": process.active_children,
        "cpu_count": process.cpu_count,
        "current_process": process.current_process,
        "freeze_support": context.freeze_support,
        "get_all_start_methods": context.get_all_start_methods,
        "get_start_method": context.get_start_method,
        "set_start_method": context.set_start_method,
        "parent_process": process.parent_process,
        **{name: getattr(real_processes, name) for name in ERRORS},
    },
    "multiprocessing.connection": {
        "Connection": pipe.Connection,
        "Pipe": pipe.make,
        "wait": process.wait,
    },
    "multiprocessing.managers": {"SyncManager": manager.SyncManager},
    "multiprocessing.context": {"TimeoutError": real_processes.TimeoutError},
    "multiprocessing.pool": {
        "AsyncResult": batch.AsyncResult,
        "Pool": batch.Pool,
        **{
            name: getattr(real_workers, name)
            for name in ("MaybeEncodingError", "RemoteTraceback")
        },
    },
    "multiprocessing.sharedctypes": {
        "Array": shared.array,
        "RawArray": shared.RawArray,
        "RawValue": shared.RawValue,
        "Value": shared.value,
    },
    "multiprocessing.synchronize": {
        name: getattr(shared, name)
        for name in (
            *("Barrier", "BoundedSemaphore", "Condition", "Event", "Lock", "RLock"),
            "Semaphore",
        )
    },
    "multiprocessing.queues": {
        "JoinableQueue": channel.JoinableQueue,
        "Queue": channel.Queue,
        "SimpleQueue": channel.SimpleQueue,
    },
    "os": {
        **vars(real_os),
        "_exit": process.leave,
        "getpid": process.getpid,
        "getppid": process.getppid,
        **{name: own for name, own in MACHINE.items() if hasattr(real_os, name)},
        **{name: partial(refuse, f"os.{name}") for name in ALIEN},
    },
    "os.path": vars(real_os.path),
    "concurrent.futures.process": {
        "BrokenProcessPool": BrokenProcessPool,
        "ProcessPoolExecutor": executor.ProcessPoolExecutor,
    },
    "pickle": {**vars(real_pickle), "dumps": wire.pickled, "loads": wire.unpickled},
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
        module = made[name] = Module(
            name, getattr(sys.modules.get(name), "__doc__", "")
        )
        module.__dict__.update(names)
        module.__dict__["__all__"] = list(PUBLIC[name])
        whole, _, part = name.rpartition(".")
        if whole:
            setattr(made[whole], part, module)
    processes: Any = made["multiprocessing"]
    processes.get_context = partial(context.get_context, processes)
    return made
