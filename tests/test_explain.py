"""Messages: seven parts, in order, at most 88 columns, the same words every time."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from threadlings import kit, texts, worker
from threadlings.columns import Names
from threadlings.events import Record, Waiting
from threadlings.explain import coverage
from threadlings.identity import steady
from threadlings.search import Coverage

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden" / "messages"
MESSAGES = {
    "race": ("02", "exercises/02/counter.py", "test_two_increments_at_once_both_count"),
    "deadlock": (
        "08",
        "exercises/08/transfer.py",
        "test_opposite_transfers_both_finish",
    ),
    "stop_mark": (
        "10",
        "tests/answers/10/wrong/one_stop_mark.py",
        "test_results_in_order_of_the_items",
    ),
    "serial": (
        "01",
        "tests/answers/01/wrong/join_in_start_loop.py",
        "test_all_start_before_any_is_waited_for",
    ),
    "endless": (
        "03",
        "tests/answers/03/wrong/busy_waiting.py",
        "test_get_waits_for_an_item",
    ),
    "stale": (
        "03",
        "tests/answers/03/wrong/if_for_while.py",
        "test_two_who_wait_for_items",
    ),
    "late": (
        "03",
        "tests/answers/03/wrong/sleep_polling.py",
        "test_get_waits_for_an_item",
    ),
    "leak": ("01", "tests/answers/01/wrong/no_join.py", "test_nothing_is_left_behind"),
    "wrong-tool": (
        "09",
        "tests/answers/09/wrong/lock_instead_of_semaphore.py",
        "test_limit_is_kept_by_a_semaphore",
    ),
    "too-parallel": (
        "09",
        "tests/answers/09/wrong/no_limit.py",
        "test_at_most_limit_at_once",
    ),
    "wrong-result": (
        "02",
        "tests/answers/02/wrong/starts_at_one.py",
        "test_counts_from_zero",
    ),
    "crash": (
        "02",
        "tests/answers/02/wrong/other_class_name.py",
        "test_counts_from_zero",
    ),
    "syntax": (
        "02",
        "tests/answers/02/wrong/syntax_error.py",
        "test_counts_from_zero",
    ),
    "unwritten": ("03", "exercises/03/bounded_buffer.py", "test_first_in_first_out"),
}


def message_of(number: str, file: str, test: str) -> str:
    """The message of a broken promise, as a student sees it."""
    one = kit.exercise(ROOT, number)
    job = {
        "id": "1",
        "grader": str(one.grader),
        "submission": str(ROOT / file),
        "tests": [test],
        "again": f"pytest exercises/{number}",
    }
    lines = [line for line in worker.reports(job) if line.get("finding")]

    assert len(lines) == 1
    return str(lines[0]["finding"]["message"]) + "\n"


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_reads_as_it_always_did(name: str) -> None:
    """A message is word for word the one in tests/golden/messages.

    `GOLDEN=write pytest tests/test_explain.py` writes them anew, to be read in a diff.
    """
    found = message_of(*MESSAGES[name])
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(found, "utf-8")

    # How a parser words a syntax error differs between Pythons.
    if name == "syntax":
        found = re.sub(r"SyntaxError: .*? \(", "SyntaxError: … (", found)
        assert re.sub(
            r"SyntaxError: .*? \(", "SyntaxError: … (", golden.read_text()
        ) == (found)
    else:
        assert golden.read_text("utf-8") == found


# ── the page that shows one of each kind ─────────────────────────────────────
PAGES = {
    "en": ROOT / "exercises" / "messages.md",
    "ko": ROOT / "exercises" / "messages.ko.md",
}
HEADS = {
    "en": """# What messages look like

One real message for each kind of finding. A test makes them anew and compares: they are
what the grader says today. How to read them: [README.md](README.md).
""",
    "ko": """# 메시지는 이렇게 생겼어요

문제의 종류마다 진짜 메시지를 하나씩 모았어요. 테스트가 매번 새로 만들어 견주어 보니,
지금 채점기가 하는 말 그대로예요. 읽는 법은 [README.ko.md](README.ko.md)에 있어요.
""",
}
KINDS = (
    *("race", "deadlock", "endless", "serial", "too-parallel", "leak"),
    *("wrong-tool", "late", "wrong-result", "crash"),
)


@pytest.mark.parametrize("language", PAGES)
def test_the_page_of_messages_is_real(language: str) -> None:
    """Each kind has one message there, word for word, in either language.

    `GOLDEN=write pytest tests/test_explain.py` writes the page anew.
    """
    texts.speak(language)
    try:
        parts = [
            f"\n## {kind}\n\n```text\n{message_of(*MESSAGES[kind])}```\n"
            for kind in KINDS
        ]
    finally:
        texts.speak()
    page = HEADS[language] + "".join(parts)
    if os.environ.get("GOLDEN") == "write":
        PAGES[language].write_text(page, "utf-8")

    assert PAGES[language].read_text("utf-8") == page


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.txt")), ids=lambda p: p.stem)
def test_a_message_has_its_parts_in_order(golden: Path) -> None:
    """Promise, fact, kind and cause, think, again: always there, always in order."""
    lines = golden.read_text("utf-8").splitlines()
    fact = next(i for i, text in enumerate(lines) if text.startswith("It "))
    kind = next(i for i, text in enumerate(lines) if re.match(r"[a-z-]+: ", text))
    think = next(i for i, text in enumerate(lines) if text.startswith("think  "))
    again = next(i for i, text in enumerate(lines) if text.startswith("again  "))

    assert 0 < fact < kind < think < again == len(lines) - 1
    assert lines[think].endswith("?") or lines[think + 1].endswith("?")


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.txt")), ids=lambda p: p.stem)
def test_a_message_fits_into_88_columns(golden: Path) -> None:
    """No line but the command to copy is wider than 88 characters."""
    lines = golden.read_text("utf-8").splitlines()

    assert [text for text in lines if len(text) > 88 and "again  " not in text] == []


def test_every_golden_message_has_a_maker() -> None:
    """Nothing lies in the golden folder that no test makes."""
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(MESSAGES)


@pytest.mark.parametrize(
    ("covered", "sentence"),
    [
        (Coverage("complete", 5, 4), "all 4 distinct orderings"),
        (Coverage("complete", 1, 1), "the only ordering there is"),
        (Coverage("bounded", 9, 7, 0), "9 orders, every one without a forced switch"),
        (
            Coverage("bounded", 113, 70, 2),
            "113 orders, every one with at most 2 forced switches",
        ),
        (
            Coverage("sampled", 600, 70),
            "600 orders, those with the fewest forced switches first",
        ),
        (Coverage("complete", 0, 0), "not run"),
        (
            Coverage("bounded", 130, 99, 2, walks=30),
            "100 orders, every one with at most 2 forced switches, and 30 at random",
        ),
        (Coverage("complete", 34, 4, walks=30), "all 4 distinct orderings"),
        (
            Coverage("sampled", 30, 9, walks=30),
            "30 random orders (SURW, POS and PCT in turn, seeds from 0)",
        ),
        (
            Coverage("sampled", 100, 9, delays=True),
            "100 orders, those with the fewest delays of a thread first",
        ),
    ],
)
def test_what_was_covered_is_said_in_one_of_three_ways(
    covered: Coverage, sentence: str
) -> None:
    """Complete, bounded and sampled are three sentences, never mixed."""
    assert coverage(covered)["sentence"] == sentence


def test_a_thing_that_is_alone_needs_no_number() -> None:
    """`counter#1._value` is `counter._value` where there is one counter only."""
    from threadlings.events import Thing

    alone = Names(
        Record(waiting=(Waiting("ann", "get", Thing("Queue", 1), 1, "", ()),))
    )
    two = Names(
        Record(
            waiting=(
                Waiting("ann", "get", Thing("Queue", 1), 1, "", ()),
                Waiting("bob", "get", Thing("Queue", 2), 1, "", ()),
            )
        )
    )

    assert alone.full("queue#1 and queue#1._items") == "queue and queue._items"
    assert alone.short("read queue#1._items") == "read _items"
    assert two.full("queue#1 and queue#2") == "queue#1 and queue#2"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("None is <f at 0x7FA5>", "None is <f>"),
        ("<f at 0x1a> is <f at 0x1a>", "<f> is <f>"),
        ("<f at 0x2> and <g at 0x1>, <f at 0x2>", "<f #1> and <g #2>, <f #1>"),
    ],
)
def test_addresses_are_numbers(text: str, said: str) -> None:
    """An address is another one in every process; two things are still told apart."""
    assert steady(text) == said


def test_an_address_is_in_no_message() -> None:
    """What is graded again says the same, also of a function without a name."""
    file = "tests/answers/11/wrong/undo_one_deep.py"
    found = message_of("11", file, "test_undo_takes_back_the_latest")

    assert "<lambda>>" in found
    assert "0x" not in found
