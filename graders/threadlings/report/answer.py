"""One student's answer as it was graded, and what of it its author must not see."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from threadlings import lesson
from threadlings.kit import Exercise
from threadlings.marks import Found, Judged, Result
from threadlings.texts import LANGUAGES

TAG = re.compile("<[^<>]*>")


@dataclass(frozen=True)
class Answer:
    """A result, the exercise and the file that it is about, its reader's language."""

    result: Result
    exercise: Exercise
    file: Path
    language: str

    @property
    def promises(self) -> tuple[Judged, ...]:
        """Every promise that its author may know of."""
        return tuple(one for one in self._every if one.test not in self._hidden)

    @property
    def findings(self) -> dict[str, Found]:
        """The first finding of each of these promises that has one."""
        known = {one.test for one in self.promises}
        found = (one for one in reversed(self.result.findings) if one.test in known)
        return {one.test: one for one in found}

    @property
    def remarks(self) -> list[str]:
        """What is to be said of the answer as a whole."""
        return [one.message for one in self.result.findings if not one.test]

    @property
    def worth_hidden(self) -> bool:
        """Whether some of its points are for what its author does not see."""
        return any(one.points for one in self._every if one.test in self._hidden)

    def tells(self, text: str) -> bool:
        """Whether *text*, plain or HTML, names a hidden promise or says its words."""
        read = html.unescape(TAG.sub("", text))
        both = _close(text) + "\n" + _close(read)
        return any(name.search(f"{text}\n{read}") for name in self._names) or any(
            sentence in both for sentence in self._sentences
        )

    @cached_property
    def _every(self) -> tuple[Judged, ...]:
        """All promises: those of the row, else those that the grader makes today."""
        return self.result.promises or tuple(
            Judged(one.test, one.sentence, one.points, one.hidden)
            for one in self.exercise.terms
        )

    @cached_property
    def _hidden(self) -> set[str]:
        """What was hidden when it was graded, and what is hidden now."""
        then = {one.test for one in self._every if one.hidden}
        return then | {one.test for one in self.exercise.terms if one.hidden}

    @cached_property
    def _names(self) -> list[re.Pattern[str]]:
        """How tests are named: in full, and in a command after `-k`."""
        return [
            re.compile(rf"(?<!\w)({re.escape(test)}|-k {re.escape(short)})(?!\w)")
            for test in self._hidden
            for short in [test.removeprefix("test_")]
        ]

    @cached_property
    def _sentences(self) -> set[str]:
        """What they promise, in every language."""
        said = [one.sentence for one in self._every if one.test in self._hidden]
        for language in LANGUAGES:
            known = lesson.promises(self.exercise, language)
            said += [known[test] for test in self._hidden if test in known]
        return {_close(sentence) for sentence in said if sentence}


def _close(text: str) -> str:
    """*text* without what a page may do to it: blanks, folds, marks of code."""
    return "".join(text.replace("`", "").split())
