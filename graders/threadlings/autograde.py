"""What nbgrader runs for our notebooks: no kernel, and marks that are the engine's own.

A course's `nbgrader_config.py` calls `configure`; nobody else comes here, as all this
needs nbgrader.  Four steps join nbgrader's own: `Stub` puts the stub where the solution
was, `Restore` brings a student's notebook back into shape, `Judge` grades the answer,
and `Review` leaves to people what nobody could judge.  A notebook that has no cell of
ours goes nbgrader's own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from nbformat import from_dict, v4
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.preprocessors import (
    ClearHiddenTests,
    ClearSolutions,
    Execute,
    NbGraderPreprocessor,
    SaveAutoGrades,
)
from nbgrader.utils import is_grade, is_solution
from traitlets import Float, Unicode

from threadlings import grade, intake, kit, lesson, notebook, texts
from threadlings.cell import local, module, told
from threadlings.fence import AUTO, fence
from threadlings.intake import HandIn
from threadlings.kit import Exercise
from threadlings.marks import UNGRADED, Judged, Result
from threadlings.notebook import PREFIX
from threadlings.screen import page, plain
from threadlings.supervise import PATIENCE

UNJUDGED = "threadlings"  # in the resources of a notebook: grade ids without a mark
IDS = 5  # the minor version of the format since which cells have ids
Steps = tuple[Any, Any]  # what a step gives: the notebook, and its resources


def configure(
    config: Any,
    *,
    kit: str = "",
    language: str = "",
    patience: float = PATIENCE,
    isolation: str = AUTO,
) -> None:
    """Have nbgrader grade notebooks of the kit by the kit.

    *kit* is the kit's folder (else the one around the course, else the installed one),
    *language* that of the messages, *patience* how many seconds a submission may be
    silent, and *isolation* what contains it (see `threadlings grade --help`).
    """
    assign, auto = config.GenerateAssignment, config.Autograde
    assign.preprocessors = _after(ClearSolutions, Stub, _steps(GenerateAssignment))
    before = _steps(Autograde, "sanitize_preprocessors")
    auto.sanitize_preprocessors = [Restore, *before]
    steps = _steps(Autograde, "autograde_preprocessors")
    steps = [Judge if step is Execute else step for step in steps]
    auto.autograde_preprocessors = _after(SaveAutoGrades, Review, steps)
    ours = config.Threadlings
    ours.kit, ours.language, ours.patience = kit, language, float(patience)
    ours.isolation = isolation


def _steps(converter: Any, name: str = "preprocessors") -> list[Any]:
    """What nbgrader does by itself."""
    return list(converter.class_traits()[name].default())


def _after(known: Any, new: Any, steps: list[Any]) -> list[Any]:
    place = steps.index(known) + 1
    return [*steps[:place], new, *steps[place:]]


class Threadlings(NbGraderPreprocessor):  # type: ignore[misc]  # it has no types
    """What our steps know: the kit, and which exercises a notebook is about."""

    kit = Unicode("", help="the kit's folder").tag(config=True)
    language = Unicode("", help="the language of messages").tag(config=True)
    patience = Float(PATIENCE, help="seconds of silence").tag(config=True)
    isolation = Unicode(AUTO, help="what contains submissions").tag(config=True)

    def exercises(self, names: Iterable[str]) -> dict[str, Exercise]:
        """The exercises whose answers have a grade id among *names*, by that id."""
        texts.speak(self.language or None)
        root = kit.root(Path(self.kit) if self.kit else None)
        ours = [name for name in names if name.startswith(PREFIX)]
        return {name: kit.exercise(root, name.removeprefix(PREFIX)) for name in ours}


@contextmanager
def _known(resources: Any) -> Iterator[Any]:
    """What the gradebook knows of a notebook as it was released."""
    facts = resources["nbgrader"]
    with Gradebook(facts["db_url"]) as book:
        yield book.find_notebook(facts["notebook"], facts["assignment"])


class Stub(Threadlings):
    """Releases the stub of an exercise where its solution was."""

    def preprocess(self, nb: Any, resources: Any) -> Steps:
        """Give the notebook as students get it."""
        cells = {_id(cell): cell for cell in nb.cells if is_solution(cell)}
        for name, one in self.exercises(cells).items():
            cells[name].source = notebook.released(one)
        return nb, resources


class Restore(Threadlings):
    """Brings a notebook that was handed in back into the shape of the released one.

    Of a cell of ours the student's part is its source; what nbgrader has to know of it
    stands in the gradebook.  Test cells that are gone come back, of two cells with one
    name the last one counts, and cells that nobody knows are only text.
    """

    def preprocess(self, nb: Any, resources: Any) -> Steps:
        """Give the notebook with a cell for every promise."""
        with _known(resources) as known:
            if self.exercises(cell.name for cell in known.solution_cells):
                _restore(nb, known)
        return nb, resources


def _restore(nb: Any, known: Any) -> None:
    points = {cell.name: cell.max_score for cell in known.grade_cells}
    cells = {cell.name: cell for cell in known.source_cells}
    found = set()
    for cell in reversed(nb.cells):
        name = _id(cell)
        if name not in cells or name in found:
            cell.metadata.pop("nbgrader", None)
        elif name.startswith(PREFIX):
            cell.metadata["nbgrader"] = _metadata(cells[name], points)
        found.add(name)
    for name in cells:
        if name.startswith(PREFIX) and name in points and name not in found:
            metadata = {"nbgrader": _metadata(cells[name], points)}
            lost = v4.new_code_cell(cells[name].source, metadata=metadata)
            if nb.nbformat_minor < IDS:
                del lost["id"]
            nb.cells.append(lost)


def _metadata(cell: Any, points: dict[str, float]) -> Any:
    """What nbgrader knows of a cell of ours."""
    test = cell.name in points
    made = {"grade_id": cell.name, "schema_version": notebook.SCHEMA, "task": False}
    made |= {"grade": test, "locked": test, "solution": not test}
    made |= {"checksum": cell.checksum, "cell_type": cell.cell_type}
    return from_dict(made | ({"points": points[cell.name]} if test else {}))


class Judge(Threadlings, Execute):  # type: ignore[misc]
    """Grades the answer in a process of its own, and writes what came of it.

    A kernel is started only for test cells that are not ours.
    """

    def preprocess(self, nb: Any, resources: Any, km: Any = None) -> Steps:
        """Give the notebook with a text and the points in every test cell of ours."""
        with _known(resources) as known:
            answers = self.exercises(cell.name for cell in known.solution_cells)
        tests = [cell for cell in nb.cells if is_grade(cell)]
        ours = [cell for cell in tests if _id(cell).startswith(PREFIX)]
        if len(ours) < len(tests) or not answers:
            nb, resources = super().preprocess(nb, resources, km)
        if answers:
            cells = {_id(cell): cell for cell in nb.cells}
            resources[UNJUDGED] = [
                name
                for answer, one in answers.items()
                for name in self._judge(answer, one, cells, resources)
            ]
            ClearHiddenTests(parent=self).preprocess(nb, resources)
        return nb, resources

    def _judge(
        self, answer: str, one: Exercise, cells: dict[str, Any], resources: Any
    ) -> Iterator[str]:
        """Fill in the test cells of one exercise; the names of those without a mark."""
        student = resources["nbgrader"]["student"]
        with module(one, cells[answer].source if answer in cells else "") as file:
            handed_in = intake.hand_in(student, one, file)
            if answer not in cells:
                words = f"the notebook has no cell {answer} with an answer"
                handed_in = HandIn(student, one, file, UNGRADED, words)
            with fence(self.isolation, [one.grader]) as own:
                results = grade.grade(
                    [handed_in], together=1, patience=self.patience, start=own.start
                )
                [result] = [_local(result, file) for result in results]
        if result.score is None:
            self.log.warning("A person has to look: %s", plain(_reason(result)))
        pairs = zip(one.terms, result.promises, strict=True)
        promises = {notebook.promise_id(one, term): judged for term, judged in pairs}
        for name, cell in cells.items():
            if name.startswith(f"{answer}-"):
                judged = promises.get(name)
                words = said(one, result, judged)
                if result.score is None or judged is None:
                    yield name
                    judged = None
                kept = judged is not None and judged.kept
                _fill(cell, words, cell.metadata.nbgrader.points if kept else 0)


def _reason(result: Result) -> str:
    """Why there is no mark, for the teacher."""
    why = "; ".join((*(each.brief for each in result.findings[-1:]), *result.flags))
    return f"{result.student} {result.exercise} {result.verdict}: {why}"


def said(one: Exercise, result: Result, judged: Judged | None) -> str:
    """What a student reads of one promise; nothing of a hidden one."""
    lines = []
    if judged is not None and not judged.hidden:
        found = [each for each in result.findings if each.test == judged.test]
        lines = [each.message.strip() for each in found]
        if judged.kept:
            sentence = lesson.promises(one)[judged.test]
            lines = [f"{texts.say('told', 'kept')}  {sentence}"]
    if result.score is None or judged is None:
        lines.append(told("unjudged"))
    return page("\n\n".join(lines))


def _fill(cell: Any, words: str, worth: float) -> None:
    """Have a test cell say *words*, and be *worth* so many points."""
    data = {"text/plain": f"{worth:g}"}
    cell.outputs = [v4.new_output("execute_result", data)]
    if words:
        cell.outputs.insert(
            0, v4.new_output("stream", name="stdout", text=f"{words}\n")
        )


def _local(result: Result, file: Path) -> Result:
    """*result* without the folder in which *file* was for a moment."""
    found = [
        replace(each, message=local(each.message, file)) for each in result.findings
    ]
    return replace(result, findings=tuple(found))


class Review(NbGraderPreprocessor):  # type: ignore[misc]
    """Leaves to people what nobody could judge: no points, and a grade by hand."""

    def preprocess(self, nb: Any, resources: Any) -> Steps:
        """Correct in the gradebook what nbgrader took for a zero."""
        facts = resources["nbgrader"]
        keys = (facts["notebook"], facts["assignment"], facts["student"])
        with Gradebook(facts["db_url"]) as book:
            for name in resources.get(UNJUDGED, ()):
                mark = book.find_grade(name, *keys)
                mark.auto_score, mark.needs_manual_grade = None, True
            book.db.commit()
        return nb, resources


def _id(cell: Any) -> str:
    """The grade id of a cell; empty where it has none, or none that could be one."""
    metadata = cell.metadata.get("nbgrader")
    name = metadata.get("grade_id") if isinstance(metadata, dict) else None
    return name if isinstance(name, str) else ""
