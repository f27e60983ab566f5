"""Small mistakes are made one at a time, and it is told which nobody notices."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from threadlings import kit, mutation
from threadlings.cli import main
from threadlings.mutants import mutants

ROOT = kit.root(Path(__file__))
TEXT = """
import threading
class Box:
    def __init__(self, room):
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
        self.free = threading.Semaphore(room)
        self.items = []
    def get(self, work):
        with self.changed:
            while not self.items:
                self.changed.wait()
            item = self.items.pop()
            self.changed.notify_all()
            work(item)
    def last(self):
        with self.lock, self.changed:
            return self.items[-1] if self.items else None
    def put(self, item):
        with self.lock, self.changed:
            if len(self.items) < 3 and item:
                self.items.append(item)
                self.count += 1
        try:
            self.items.sort()
        finally:
            self.free.release()
"""
WANTED = {
    "Lock for RLock": "threading.Lock()",
    "one more": "Semaphore(room + 1)",
    "one less": "Semaphore(room + -1)",
    "lock dropped": "def get(self, work):\n        while not",
    "if for while": "if not self.items:\n                self.changed.wait()",
    "turned round": "if not (len(self.items) < 3 and item)",
    "nothing given back": "with self.lock, self.changed:\n            return\n",
    "left out": "while not self.items:\n                pass",
    "notify for notify_all": "self.changed.notify()",
    "no finally": "self.changed.acquire()",
    "narrowed at the end": "notify_all()\n        work(item)",
    "checked outside": "while not self.items:\n            with self.changed:",
    "swapped": "with self.changed, self.lock:",
    "off by one": "len(self.items) <= 3",
    "or for and": "len(self.items) < 3 or item",
    "another sign": "self.count -= 1",
}


@pytest.mark.parametrize("what", WANTED)
def test_a_mistake_of_each_sort_is_made(what: str) -> None:
    """Each is in a mutant of its own, and everything else is as it was."""
    found = [one.text for one in mutants(TEXT) if one.name.startswith(f"{what}: ")]

    assert any(WANTED[what] in text for text in found)


def test_mutants_differ_in_name_and_text() -> None:
    """No mutant is made twice, none is the program itself, and all can be compiled."""
    made = mutants(TEXT)

    assert len({one.name for one in made}) == len({one.text for one in made})
    assert len(made) == len({one.name for one in made}) > 15
    for one in made:
        compile(one.text, one.name, "exec")


@pytest.mark.parametrize("one", kit.exercises(ROOT), ids=lambda one: one.number)
def test_a_reason_belongs_to_a_mutant(one: kit.Exercise) -> None:
    """Nothing is called harmless that is not tried."""
    names = {each.name for each in mutants(one.solution.read_text("utf-8"))}

    assert set(mutation.harmless(one)) <= names


def test_what_nobody_notices_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A mutant that keeps every promise is named with its line, and why it may."""
    status = main(["--kit", str(ROOT), "check", "--mutants", "15"])
    printed = capsys.readouterr().out

    assert status == 0
    (reason,) = json.loads(
        (ROOT / "tests/answers/15/harmless.json").read_text("utf-8")
    ).values()
    assert "solutions/15, line 31: narrowed at the end: with self._lock:" in printed
    assert reason in " ".join(printed.split())
    assert "1 known to be harmless, 0 open" in printed
