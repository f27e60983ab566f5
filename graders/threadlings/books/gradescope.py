"""Gradescope: the file results.json, which its autograders write.

The form is that of "Autograder Specifications" in Gradescope's documentation:

- A score is asked for, of the whole or of each test.  So what is no mark is a test that
  is worth nothing, and is hidden: where a test is hidden, students see no total, and a
  0 that is no mark is not seen.
- For the same reason the promises that are hidden are no hidden tests here: they are
  one test together, without a name, and students see their total.
- Students never see the standard output.
"""

from __future__ import annotations

import json
from typing import Any

from threadlings.books import shown
from threadlings.books.book import Book
from threadlings.books.shown import Line
from threadlings.marks import Result
from threadlings.texts import say


def write(book: Book) -> str:
    """What Gradescope shows to the student of the one result."""
    return as_text(results(book.results[0]))


def as_text(facts: dict[str, Any]) -> str:
    """*facts* as Gradescope reads them."""
    return json.dumps(facts, indent=1, ensure_ascii=False) + "\n"


def results(result: Result) -> dict[str, Any]:
    """A test for each promise that is not hidden, and one for the others together."""
    if result.score is None:
        words = f"verdict: {result.verdict}; somebody has to look at it"
        return _unmarked(shown.reason(result), words) | _time(result)
    tests = [_test(line) for line in shown.lines(result)]
    late = shown.late(result)
    facts: dict[str, Any] = {"output": late} if late else {}
    facts |= {"score": _number(result), "tests": tests}
    return _whole(facts) | _time(result)


def _number(result: Result) -> float | None:
    """The mark as JSON has numbers; what is exact stands in the journal."""
    return result.score if result.mark == result.score else float(result.mark or 0)


def unfinished() -> dict[str, Any]:
    """What stands there until an autograder has come to its end."""
    words = "the autograder did not end; its standard output may say why"
    return _unmarked(say("books", "unfinished"), words)


def _unmarked(text: str, words: str) -> dict[str, Any]:
    """No mark: *text* says so to the student, *words* to the instructor."""
    test = {"name": "no mark", "score": 0, "max_score": 0, "output": words}
    return _whole({"output": text, "tests": [test | {"visibility": "hidden"}]})


def _whole(facts: dict[str, Any]) -> dict[str, Any]:
    plain = dict.fromkeys(
        ("output_format", "test_output_format", "test_name_format"), "text"
    )
    return facts | plain | {"visibility": "visible", "stdout_visibility": "hidden"}


def _time(result: Result) -> dict[str, Any]:
    return {"execution_time": result.seconds}


def _test(line: Line) -> dict[str, Any]:
    return {
        **{"name": line.text, "score": line.score, "max_score": line.points},
        **{"status": "passed" if line.kept else "failed", "output": line.message},
        "visibility": "visible",
    }
