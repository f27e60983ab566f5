"""A tiny kit of one exercise that is in order, for tests that spoil or copy it."""

from __future__ import annotations

from pathlib import Path

from threadlings import tidy
from threadlings.kit import Exercise

STUB = '''"""Counts."""


class Counter:
    """Counts from 0."""

    def __init__(self):
        self.value = 0

    def add(self):
        """Count one more."""
        # TODO: two at once can lose one.
        self.value += 1
'''
SOLUTION = """import threading


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def add(self):
        with self.lock:
            self.value += 1
"""
GRADER = '''"""counter: nothing is lost."""

from threadlings import every_order, together


@every_order
def test_one(submission):
    """One is one."""
    counter = submission.Counter()
    counter.add()
    assert counter.value == 1


@every_order
def test_two_at_once(submission):
    """Ann's and Bob's both
    count.
    """
    counter = submission.Counter()
    together(ann=counter.add, bob=counter.add)
    assert counter.value == 2
'''
README = """# Counter

**Idea.** Adding one is two steps.

## Do

Repair it.

## Done when

- One is one.
- Ann's and Bob's both
  count.

## If you are stuck

1. What?
2. Where?
3. Which?

Not here: queues.
"""
README_KO = """# 카운터

**아이디어.** 1을 더하는 일은 두 단계예요.

## 할 일

고치세요.

## 이렇게 되면 완성이에요

- 하나는 하나예요.
- Ann과 Bob의 것이 모두 세어져요.

## 막혔다면

1. 무엇일까요?
2. 어디일까요?
3. 어느 것일까요?

여기서 다루지 않는 것: 큐.
"""
THINK = '{"en": {"race": "Who?"}, "ko": {"race": "누가요?"}}'


def tiny(root: Path) -> Exercise:
    """The only exercise of a kit in *root*."""
    made = Exercise(root, "02", "counter")
    texts = {
        made.folder / "README.md": README,
        made.folder / "README.ko.md": README_KO,
        made.grader.with_name("think.json"): THINK,
        made.stub: STUB,
        made.solution: SOLUTION,
        made.grader: GRADER,
    }
    for number in range(tidy.RIGHT):
        texts[made.answers / "right" / f"lock_{number}.py"] = f"# right\n{SOLUTION}"
    for number in range(tidy.WRONG):
        text = f"# race: nobody locks\n{STUB}"
        texts[made.answers / "wrong" / f"none_{number}.py"] = text
    for file, text in texts.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return made
