"""Whether what a grader saw comes to "kept": judged where no submission has been.

The worker says that it has found nothing wrong; that alone is worth nothing, since a
submission lives in the same process.  Here the values that were compared are compared
once more, and what had to be compared in every run is counted.
"""

from __future__ import annotations

import ast
import operator
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from threadlings import fate
from threadlings.fate import Report
from threadlings.texts import say

COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    **{"==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le},
    **{">": operator.gt, ">=": operator.ge},
    "in": lambda one, many: one in many,
    "not in": lambda one, many: one not in many,
}


class Breach(Exception):
    """What came is not what a grader sends; the text says what."""


def judged(
    reports: Iterable[Report], due: Mapping[str, Sequence[int]]
) -> Iterator[Report]:
    """*reports*, each kept promise weighed; `due` says what is to be seen for each."""
    for report in reports:
        if "test" in report and report.get("finding", report) is None:
            weighed = weigh(report, due.get(report["test"], ()))
            yield weighed
            if weighed is report:
                yield from ({"flag": words} for words in odd(report))
        else:
            yield report


def weigh(report: Report, lines: Sequence[int]) -> Report:
    """*report*, which says "kept", unless it does not show it.

    *lines* are those of the asserts that are due in every run.  A value that is wrong
    makes a finding of the submission's; what is missing or has no form, an error.
    """
    names = report["test"], report["promise"]
    try:
        wrong = next(_wrong(report.get("evidence"), lines), None)
    except Breach as error:
        text = say("fate", "breach", how=str(error))
        return fate.made(*names, "crash", f"{report['promise']}\n{text}")
    if wrong is None:
        return report
    text = say("fate", "untrue", wrong=wrong)
    made = fate.made(*names, "wrong-result", f"{report['promise']}\n{text}")
    made["finding"]["order"] = "default"
    return {**made, "coverage": report["coverage"]}


def _wrong(evidence: Any, lines: Sequence[int]) -> Iterator[str]:
    """What was compared and does not hold.  Raises Breach."""
    try:
        ended, sites, more = (evidence[key] for key in ("ended", "sites", "more"))
        counts: Counter[int] = Counter()
        for line, count in more:
            counts[line] += count
        for line, operators, values, count in sites:
            counts[line] += count
            yield from _untrue(operators, values)
    except (TypeError, ValueError, KeyError, SyntaxError, RecursionError) as error:
        raise Breach(f"{type(error).__name__}: {error}") from None
    if not isinstance(ended, int) or ended < 1:
        raise Breach("no run has come to its end")
    for line in lines:
        if counts[line] < ended:
            seen = f"{counts[line]} of {ended} runs"
            raise Breach(f"the assert in line {line} was seen in {seen}")


def odd(report: Report) -> Iterator[str]:
    """What looks odd in the evidence of a kept promise: objects that equal plain data.

    It is for somebody to look at, and no verdict.
    """
    for _, operators, texts, _ in report["evidence"]["sites"]:
        plain = [text for text in texts if _is_plain(text)]
        strange = [text for text in texts if text and not _is_plain(text)]
        if operators != ["truth"] and plain and strange:
            yield f"{strange[0]} says that it is {operators[0]} {plain[0]}"


def _is_plain(text: str | None) -> bool:
    return text is not None and not text.startswith("<")


def _untrue(operators: Sequence[str], texts: Sequence[str | None]) -> Iterator[str]:
    known = [_is_plain(text) for text in texts]
    values = [
        ast.literal_eval(text) if text and good else None
        for text, good in zip(texts, known, strict=True)
    ]
    if operators == ["truth"]:
        if known[0] and not values[0]:
            yield f"{texts[0]}"
        return
    if len(texts) != len(operators) + 1:
        raise ValueError("a comparison of too few")
    for at, name in enumerate(operators):
        here = slice(at, at + 2)
        if all(known[here]) and not COMPARE[name](*values[here]):
            yield f"{texts[at]} {name} {texts[at + 1]}"
