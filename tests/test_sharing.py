"""Which data is worth a choice: what two threads touch with nothing to order them."""

from __future__ import annotations

from pathlib import Path

import pytest
from programs import Playground

from threadlings.load import PLACES

PARTED = {
    "both hold the same lock": """
box, lock = Box(), Lock()
box.n = 0
def work():
    with lock:
        box.n += 1
def main():
    at_once(work, work)
    return box.n
""",
    "both hold the lock of a condition": """
condition, items = Condition(), []
def put():
    with condition:
        items.append(1)
        condition.notify()
def get():
    with condition:
        while not items:
            condition.wait()
        items.pop()
def main():
    at_once(put, get)
""",
    "one has started the other": """
def main():
    idle = threading.Thread(target=lambda: None)
    idle.start()
    box = Box()
    box.n = 1
    def work():
        box.n += 1
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    idle.join()
    return box.n
""",
    "one has waited for the end of the other": """
box = Box()
def first():
    box.n = 1
def second(before):
    before.join()
    box.n += 1
def main():
    one = threading.Thread(target=first)
    two = threading.Thread(target=second, args=(one,))
    one.start(); two.start(); two.join()
    return box.n
""",
    "both only read": """
box = Box()
box.n = 1
def work():
    return box.n
def main():
    at_once(work, work)
""",
}
CONTESTED = {
    "nobody holds a lock": """
box = Box()
box.n = 0
def work():
    box.n += 1
def main():
    at_once(work, work)
""",
    "each holds a lock of its own": """
box, locks = Box(), [Lock(), Lock()]
box.n = 0
def work(lock):
    with lock:
        box.n += 1
def main():
    at_once(lambda: work(locks[0]), lambda: work(locks[1]))
""",
    "one of them holds the lock only at times": """
box, lock = Box(), Lock()
box.n = 0
def careful():
    with lock:
        box.n += 1
def careless():
    careful()
    box.n += 1
def main():
    at_once(careless, careful)
""",
    "the lock was let go in a wait": """
box, condition = Box(), Condition()
box.n = 0
def work():
    with condition:
        condition.wait(1)
    box.n += 1
def main():
    at_once(work, work)
""",
    "a third one is waited for": """
box = Box()
box.n = 0
def work():
    box.n += 1
def main():
    threads = [threading.Thread(target=work) for _ in "abc"]
    for thread in threads:
        thread.start()
    threads[2].join()
    box.n += 1
""",
}


def contested(text: str, folder: Path) -> bool:
    """Whether a search finds data that needs a choice."""
    search = Playground(text, folder).search()
    assert list(search)
    return any(abs(place) >= PLACES for place in search.sharing.hot)


@pytest.mark.parametrize("text", PARTED.values(), ids=PARTED)
def test_what_is_ordered_anyway_needs_no_choice(text: str, tmp_path: Path) -> None:
    """A lock in common, a start or a join decides who is first."""
    assert not contested(text, tmp_path)


@pytest.mark.parametrize("text", CONTESTED.values(), ids=CONTESTED)
def test_what_nothing_orders_needs_a_choice(text: str, tmp_path: Path) -> None:
    """Two touches in a conflict are tried in both orders."""
    assert contested(text, tmp_path)
