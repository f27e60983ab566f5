"""CPython's own tests of multiprocessing, on our virtual processes.

The file of the tests is the submission: each process executes a copy of its own when
it is asked for a name of it, as a child that was spawned imports its main module.
What the file imports and no run has (sockets, signals, shared memory) is empty here,
so whoever uses it fails.
"""

from __future__ import annotations

import importlib
import multiprocessing.managers
import random
import signal
import unittest
from types import ModuleType
from typing import Any
from unittest.mock import MagicMock

import cpython

from threadlings import sync
from threadlings.core import Run
from threadlings.sync import batch, process

NAME = "_test_multiprocessing"
DOTTED = f"test.{NAME}"
KINDS = {
    "WithProcesses": (
        *("Process", "SubclassingProcess", "Queue", "Lock", "Semaphore", "Condition"),
        *("Event", "Barrier", "Value", "Array", "Pool", "PoolWorkerErrors"),
        *("PoolWorkerLifetime", "Connection", "Poll", "PicklingConnections"),
    ),
    "WithManager": (
        *("Queue", "Lock", "Semaphore", "Condition", "Event", "Barrier"),
        *("Containers",),
    ),
    "": ("Initializers", "SimpleQueue", "SyncManagerTypes", "Wait"),
}
"""Of its classes, by what comes before `Test`."""
EMPTY = ("resource_sharer", "resource_tracker", "shared_memory")
HELPERS = ("hashlib_helper", "script_helper", "warnings_helper")


class _Memory:
    """`heap.BufferWrapper`: memory that is handed over as it is."""

    _outside = True

    def __init__(self, size: int) -> None:
        self._bytes = bytearray(size)

    def create_memoryview(self) -> memoryview:
        """What is in it."""
        return memoryview(self._bytes)


class _Unused:
    """`managers.BaseManager`, for classes that are made and never used."""

    @staticmethod
    def register(*_: Any, **__: Any) -> None:
        """Its only method that is called where a class is made."""


class _Pool(batch.Pool):
    """With what the tests look at inside of CPython's."""

    @property
    def _pool(self) -> list[process.Process]:
        return self._crew.staff

    def _repopulate_pool(self) -> None:
        """Who ends is followed at once."""


def _nobody_waits(case: unittest.TestCase, condition: Any) -> None:
    """`_TestCondition.check_invariant`, which looks at CPython's semaphores."""
    assert condition._waiters == []


def _multiprocessing(virtual: dict[str, ModuleType]) -> dict[str, ModuleType]:
    """What of `multiprocessing` only its tests ask for, put beside the stand-ins."""
    whole: Any = virtual["multiprocessing"]
    parts: dict[str, Any] = {
        "dummy": MagicMock(),  # threads under other names: they have judges
        "heap": cpython._module("heap", BufferWrapper=_Memory),
        "process": cpython._module(
            "process", _dangling=set(), parent_process=process.parent_process
        ),
        "reduction": cpython._module("reduction", HAVE_SEND_HANDLE=True),
        "util": importlib.import_module("multiprocessing.util"),
        **{name: cpython._module(name) for name in EMPTY},
    }
    for name, part in parts.items():
        setattr(whole, name, part)
    vars(whole).update(Pool=_Pool, set_executable=lambda _: None)
    real = multiprocessing.managers
    vars(whole.managers).update(
        BaseManager=_Unused, BaseProxy=object, RemoteError=real.RemoteError
    )
    whole.resource_sharer.stop = lambda **_: None
    whole.sharedctypes.copy = None
    whole.connection.AuthenticationError = whole.AuthenticationError
    return {f"multiprocessing.{name}": part for name, part in parts.items()}


def _support(virtual: dict[str, ModuleType]) -> dict[str, ModuleType]:
    """What of `test.support` only these tests ask for."""
    support: Any = virtual["test.support"]
    support.HAVE_ASAN_FORK_BUG = False
    support.PIPE_MAX_SIZE = support.SOCK_MAX_SIZE = 0  # of tests that are left out
    support.skip_if_broken_multiprocessing_synchronize = lambda: None
    support.os_helper = importlib.import_module("test.support.os_helper")
    support.hashlib_helper.requires_hashdigest = lambda *_, **__: lambda kind: kind
    for name in HELPERS:
        if not hasattr(support, name):
            setattr(support, name, cpython._module(name))
    return {f"test.support.{name}": getattr(support, name) for name in HELPERS}


def _virtual() -> dict[str, ModuleType]:
    """What the imports of the file are answered with."""
    virtual = cpython._virtual(sync.modules())
    virtual |= _multiprocessing(virtual) | _support(virtual)
    threads: Any = virtual["threading"]
    threads._dangling, threads._HAVE_THREAD_NATIVE_ID = set(), True
    signals = {name: getattr(signal, name) for name in ("SIGINT", "SIGKILL", "SIGTERM")}
    virtual["signal"] = cpython._module("signal", **signals)
    return virtual | {name: cpython._module(name) for name in ("socket", "subprocess")}


def _copy(run: Run, virtual: dict[str, ModuleType], rewritten: bool) -> ModuleType:
    """Execute the file once more, for the process that has the turn."""
    names = cpython._execute(run, NAME, virtual, rewritten)
    names["_TestCondition"].check_invariant = _nobody_waits
    for mixin in ("BaseMixin", "ManagerMixin"):  # it only warns of what is left over
        names[mixin].tearDownClass = classmethod(lambda _: None)
    made: dict[str, Any] = {"__name__": DOTTED}
    names["install_tests_in_module_dict"](made, "spawn")
    return cpython._module(DOTTED, **names | made)


def load(run: Run, rewritten: bool) -> dict[str, type[unittest.TestCase]]:
    """Execute the file in *run*; give the test classes of `KINDS`."""
    random.seed(0)
    virtual = run.state["modules"] = _virtual()
    copies: dict[int, ModuleType] = {}  # by process

    def module(name: str) -> ModuleType | None:
        if name != DOTTED:
            return None
        home = run.current.home
        if home not in copies:
            copies[home] = _copy(run, virtual, rewritten)
        return copies[home]

    run.state["module"] = module
    own = vars(module(DOTTED))
    return {
        kind: own[kind]
        for before, topics in KINDS.items()
        for kind in (f"{before}Test{topic}" for topic in topics)
    }


cpython.LOADERS[NAME] = load
