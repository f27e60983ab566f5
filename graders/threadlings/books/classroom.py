"""Classroom 50: the file result.json, which its autograders write.

The form is that of "Advanced Autograding" in the wiki of Classroom 50, and of its
schema classroom50/result/v1.  Its runner says in environment variables what was
submitted.  What is no mark can't be written down there: an autograder that ends with
another status than 0 is reported as an error, which is what it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any

from threadlings.books import shown
from threadlings.books.book import Book
from threadlings.marks import Result
from threadlings.screen import WrongUse, plain

SCHEMA = "classroom50/result/v1"
SAID = {
    "classroom": ("CLASSROOM",),
    "assignment": ("ASSIGNMENT",),
    "assignment_type": ("ASSIGNMENT_TYPE",),
    "owner": ("OWNER", "USERNAME"),
    "submission": ("SUBMISSION_TAG",),
    "commit": ("COMMIT_URL",),
    "release": ("RELEASE_URL",),
    "review": ("REVIEW_URL", "COMMIT_URL"),
}


def write(book: Book) -> str:
    """What Classroom 50 shows of the one result.  Raises WrongUse."""
    now = datetime.now(timezone.utc)
    facts = result(book.results[0], book.around, now)
    return json.dumps(facts, indent=1, ensure_ascii=False) + "\n"


def result(one: Result, around: Mapping[str, str], now: datetime) -> dict[str, Any]:
    """The facts, of which *around* has those about the submission.

    Raises WrongUse where there is no mark, and where something is not said.
    """
    if one.score is None:
        who = f"{plain(one.student)} {plain(one.exercise)}"
        raise WrongUse(f"{who} is no mark but {one.verdict}: nothing is written")
    time = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    return {
        **{"schema": SCHEMA, "datetime": time},
        **{key: _said(names, around) for key, names in SAID.items()},
        **{"score": one.score, "max-score": one.points},
        "tests": [
            {
                **{"test-name": line.text, "passed": bool(line.kept)},
                **{"score": line.score, "max-score": line.points},
                "output": line.message,
            }
            for line in shown.lines(one)
        ],
    }


def _said(names: tuple[str, ...], around: Mapping[str, str]) -> str:
    for name in names:
        if around.get(name):
            return around[name]
    raise WrongUse(f"${names[0]} is not set; the runner of Classroom 50 does so")
