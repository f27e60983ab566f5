"""Exports: each form is what its system accepts, and no mark is made up or told."""

from __future__ import annotations

import csv
import io
import json
import random
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import forms
import jsonschema
import pytest
import xmlschema

from threadlings import kit, roster, texts
from threadlings.books import FORMATS, classroom, gradescope, moodle
from threadlings.books.book import Book
from threadlings.cli import main
from threadlings.journal import Journal
from threadlings.marks import Found, Judged, Late, Result, cell
from threadlings.roster import Person
from threadlings.screen import WrongUse

ROOT = kit.root(Path(__file__))
AROUND = {
    **{"CLASSROOM": "cs", "ASSIGNMENT": "02", "ASSIGNMENT_TYPE": "individual"},
    **{"OWNER": "ann", "SUBMISSION_TAG": "submit/2026-06-01T14-32-05Z-a1b2c3d"},
    **{"COMMIT_URL": "https://x/commit/1", "RELEASE_URL": "https://x/releases/1"},
}
NASTY = [
    *(
        "=1+1",
        "+1",
        "-1",
        "-",
        "@SUM(A1)",
        '"',
        "'",
        ",",
        ";",
        "a\nb",
        "a\r\nb",
        "\t=1",
    ),
    *(
        "🧵",
        "김하늘",
        "<script>alert(1)</script>",
        "]]>",
        "&amp;",
        "a\x00b",
        "\x1b[31m",
    ),
    *("\udcff", "\ufffe", "\u202e", "\x85", "\u2028", " ", "0", "a/b", "{x}", "%s"),
]
VISIBLE = Judged("test_seen", "What can be seen holds.", 3, kept=True)
SECRET = Judged("test_secret", "What nobody may know holds.", 2, hidden=True, kept=True)


def result(
    student: str = "ann",
    exercise: str = "02",
    verdict: str = "pass",
    seen: bool | None = True,
    secret: bool | None = True,
    **more: Any,
) -> Result:
    """An answer to two promises, of which one is hidden."""
    promises = tuple(
        Judged(one.test, one.sentence, one.points, one.hidden, kept)
        for one, kept in ((VISIBLE, seen), (SECRET, secret))
    )
    findings = tuple(
        Found("race", one.test, f"{one.sentence}\nIt did not: {one.test}.", "7:bob")
        for one in promises
        if one.kept is False
    )
    known = {"findings": findings, "promises": promises, "seconds": 1234.5} | more
    return Result(student, exercise, "f.py", verdict, **known)


def unmarked(student: str, exercise: str, verdict: str) -> Result:
    """An answer that nobody could judge to the end; what was said names everything."""
    words = "Nothing was heard of test_seen, test_secret."
    found = (Found("gave-up", "", words), Found("crash", "test_secret", "sssh"))
    return result(student, exercise, verdict, None, None, findings=found)


CLASS = (
    result("ann", "02"),
    result("ann", "03", "fail", seen=False),
    result("bob", "02", "fail", secret=False),
    unmarked("bob", "03", "ungraded"),
    unmarked("cyd", "02", "review"),
    unmarked("cyd", "03", "error"),
    result("dan", "03", "fail", seen=False, secret=False),
)
SCORES = {
    **{("ann", "02"): 5, ("ann", "03"): 2, ("bob", "02"): 3, ("dan", "03"): 0},
    **dict.fromkeys([("bob", "03"), ("cyd", "02"), ("cyd", "03"), ("dan", "02")]),
}


def title(number: str) -> str:
    """What a column is called where nobody has said so."""
    return f"Exercise {number}"


def written(name: str, *results: Result, **more: Any) -> str:
    """*results* in the format called *name*."""
    return FORMATS[name].write(Book(results, around=AROUND, **more))


@pytest.fixture
def korean() -> Iterator[None]:
    """Korean is spoken for the length of a test."""
    texts.speak("ko")
    yield
    texts.speak()


# ── gradebooks ───────────────────────────────────────────────────────────────
def test_a_table_has_the_scores_the_verdicts_and_the_sums() -> None:
    """What is no mark is blank, not 0, and the last column counts it."""
    table = list(csv.DictReader(io.StringIO(written("csv", *CLASS), newline="")))
    found = {
        (row["student"], number): row[title(number)]
        for row in table
        for number in ("02", "03")
    }

    assert found == {
        key: "" if score is None else str(score) for key, score in SCORES.items()
    }
    assert [row["Exercise 03 verdict"] for row in table] == [
        *("fail", "ungraded", "error", "fail"),
    ]
    assert table[3]["Exercise 02 verdict"] == ""
    assert [row["total"] for row in table] == ["7", "3", "0", "0"]
    assert {row["points"] for row in table} == {"10"}
    assert [row["unmarked"] for row in table] == ["0", "1", "2", "1"]


def test_canvas_stores_the_scores_and_nothing_else() -> None:
    """A cell without a mark is no score for Canvas, and never 0."""
    people = {
        "ann": Person("ann", name="Doe, Ann", id="17", login="ad", canvas="4711"),
        "bob": Person("bob", id="4711", section="B"),
        "cyd": Person("cyd", login="cyd@x.org", canvas="12 monkeys"),
    }
    known = [
        {"name": "Ann Doe", "ID": "4711", "SIS User ID": "17"},
        {"name": "Bob", "ID": "5", "SIS User ID": "4711"},
        {"name": "Cyd", "ID": "6", "SIS Login ID": "cyd@x.org"},
        {"name": "dan", "ID": "7"},
        {"name": "Eve", "ID": "12"},
    ]
    names = {"ann": "Ann Doe", "bob": "Bob", "cyd": "Cyd", "dan": "dan"}
    found = forms.canvas(written("canvas", *CLASS, people=people), known)

    assert found == {
        (names[student], title(number)): "" if score is None else str(score)
        for (student, number), score in SCORES.items()
    }


def test_canvas_is_told_what_an_exercise_is_worth() -> None:
    """The second row has the points of every exercise."""
    header, points, *_ = forms.rows(written("canvas", *CLASS))

    assert header == [
        *("Student", "ID", "SIS User ID", "SIS Login ID", "Section"),
        *("Exercise 02", "Exercise 03"),
    ]
    assert points == ["    Points Possible", "", "", "", "", "5", "5"]


def test_moodle_stores_the_grades_and_nothing_else() -> None:
    """A dash is no grade in Moodle, where a blank of a new item would be 0."""
    found = forms.moodle(written("moodle", *CLASS), ["ann", "bob", "cyd", "dan"])

    assert found == {
        (student, title(number)): score for (student, number), score in SCORES.items()
    }


def test_moodle_gets_nobody_whom_it_can_not_know() -> None:
    """Who has no identity is left out: the row would count for somebody else."""
    people = {
        "ann": Person("ann", email="ann@x.org", id="17"),
        "bob": Person("bob", email="bob@x.org"),
        "cyd": Person("cyd", email="0"),
    }
    book = Book(CLASS, people)
    found = forms.moodle(moodle.write(book), ["ann@x.org", "bob@x.org"])

    assert forms.rows(moodle.write(book))[0][0] == "Email address"
    assert {student for student, _ in found} == {"ann@x.org", "bob@x.org"}
    assert found["bob@x.org", title("02")] == 3
    assert moodle.left_out(book) == ["cyd", "dan"]


@pytest.mark.parametrize("name", ["0", " ", "\t"])
def test_moodle_gets_no_folder_that_it_takes_for_nobody(name: str) -> None:
    """The same where there is no roster."""
    book = Book([result("ann"), result(name)])

    assert forms.moodle(moodle.write(book), ["ann"]) == {("ann", title("02")): 5}
    assert moodle.left_out(book) == [name]


def test_feedback_in_moodle_is_html_and_names_nothing_hidden() -> None:
    """What a program printed is text there; a hidden promise only counts."""
    found = (
        Found("race", "test_seen", "<b> & 1 < 2"),
        Found("race", "test_secret", "x"),
    )
    one = result("ann", "02", "fail", seen=False, secret=False, findings=found)
    feedback = forms.rows(written("moodle", one))[1][2]

    assert feedback == "0 of 2 promises kept<br>&lt;b&gt; &amp; 1 &lt; 2"


# ── one promise each ─────────────────────────────────────────────────────────
def junit(*results: Result) -> ElementTree.Element:
    """JUnit XML, checked."""
    text = written("junit", *results)
    xmlschema.XMLSchema(forms.JUNIT).validate(text)
    return ElementTree.fromstring(text)


def test_junit_has_a_suite_for_each_answer_and_its_points() -> None:
    """What is counted is what is there; only a mark has a score."""
    suites = junit(*CLASS).findall("testsuite")
    scores = {}
    for suite in suites:
        facts = {one.get("name"): one.get("value") for one in suite.iter("property")}
        scores[facts["student"], facts["exercise"]] = facts.get("score")
        assert suite.get("tests") == str(len(suite.findall("testcase")))
        for kind in ("failure", "error", "skipped"):
            attribute = {"failure": "failures", "error": "errors"}.get(kind, kind)
            assert suite.get(attribute) == str(len(list(suite.iter(kind))))

    assert scores == {
        key: None if score is None else str(score)
        for key, score in SCORES.items()
        if key != ("dan", "02")
    }


@pytest.mark.parametrize(
    ("one", "ends"),
    [
        (result(), ["", ""]),
        (result(verdict="fail", seen=False), ["failure", ""]),
        (result(verdict="fail", secret=False), ["", "failure"]),
        (result(verdict="error", secret=None), ["", "error"]),
        (result(verdict="review", secret=None), ["", "skipped"]),
        (unmarked("ann", "02", "ungraded"), ["skipped", "skipped"]),
    ],
)
def test_junit_says_of_each_promise_how_it_ended(one: Result, ends: list[str]) -> None:
    """Broken is a failure; unknown is an error by the program's fault, else skipped."""
    cases = junit(one).iter("testcase")

    assert ["".join(child.tag for child in case) for case in cases] == ends


def results_json(one: Result) -> dict[str, Any]:
    """What Gradescope reads, checked."""
    found: dict[str, Any] = json.loads(written("gradescope", one))
    jsonschema.validate(found, forms.GRADESCOPE)
    return found


@pytest.mark.parametrize("one", [one for one in CLASS if one.score is not None])
def test_gradescope_shows_a_total_that_is_the_sum(one: Result) -> None:
    """Nothing is hidden, for students would see no total then; the sum is the score."""
    found = results_json(one)

    assert found["score"] == one.score == sum(test["score"] for test in found["tests"])
    assert sum(test["max_score"] for test in found["tests"]) == one.points
    assert {test["visibility"] for test in found["tests"]} == {"visible"}
    assert found["stdout_visibility"] == "hidden"
    for test in found["tests"]:
        assert (test["status"] == "passed") == (test["score"] == test["max_score"])


@pytest.mark.parametrize("one", [one for one in CLASS if one.score is None])
def test_gradescope_shows_no_zero_that_is_no_mark(one: Result) -> None:
    """There is no score; the test that is asked for is worth nothing, and hides it."""
    found = results_json(one)

    assert "score" not in found
    assert found["output"].startswith("There is no mark")
    (test,) = found["tests"]
    assert (test["score"], test["max_score"], test["visibility"]) == (0, 0, "hidden")


def test_what_stands_there_before_the_end_is_no_mark() -> None:
    """An autograder that is killed leaves words behind that blame nobody."""
    found = gradescope.unfinished()

    jsonschema.validate(found, forms.GRADESCOPE)
    assert "score" not in found
    assert "the grader did not come to its end" in found["output"]


@pytest.mark.parametrize("one", [one for one in CLASS if one.score is not None])
def test_classroom50_gets_what_its_runner_accepts(one: Result) -> None:
    """Whole numbers, hyphens, and sums that are right."""
    now = datetime(2026, 6, 1, 14, 32, 1, tzinfo=timezone.utc)
    found = classroom.result(one, AROUND, now)

    jsonschema.validate(found, forms.CLASSROOM)
    assert json.loads(written("classroom50", one)).keys() == found.keys()
    assert found["datetime"] == "2026-06-01T14:32:01Z"
    assert found["review"] == AROUND["COMMIT_URL"]
    for key, total in (("score", one.score), ("max-score", one.points)):
        assert found[key] == total == sum(test[key] for test in found["tests"])
    assert all(test["score"] <= test["max-score"] for test in found["tests"])


@pytest.mark.parametrize("one", [one for one in CLASS if one.score is None])
def test_classroom50_gets_no_file_where_there_is_no_mark(one: Result) -> None:
    """A score has to be in the file, so there is none, and the status says so."""
    with pytest.raises(WrongUse, match="is no mark but"):
        written("classroom50", one)


@pytest.mark.parametrize("name", AROUND)
def test_classroom50_has_to_say_what_was_submitted(name: str) -> None:
    """A variable that is missing is named."""
    around = AROUND | {name: ""}

    with pytest.raises(WrongUse, match=re.escape(f"${name} is not set")):
        classroom.write(Book([result()], around=around))


# ── what may not be seen, and what may be in a name ──────────────────────────
@pytest.mark.parametrize("name", ["canvas", "csv", "moodle", "junit"])
@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_nothing_hidden_is_in_a_table_that_students_may_read(
    name: str, language: str
) -> None:
    """No test, sentence or message of a hidden promise, whatever came of it."""
    texts.speak(language)
    text = written(name, *CLASS)
    texts.speak()

    assert not re.search("secret|nobody may know|sssh", text)


@pytest.mark.parametrize("name", ["gradescope", "classroom50"])
@pytest.mark.parametrize("one", CLASS)
def test_nothing_hidden_is_in_what_a_student_is_shown(name: str, one: Result) -> None:
    """The same for what is about one answer."""
    if name == "gradescope" or one.score is not None:
        assert not re.search("secret|nobody may know|sssh", written(name, one))


@pytest.mark.usefixtures("korean")
def test_a_student_is_spoken_to_in_korean() -> None:
    """All words of our own are in the language that is spoken."""
    found = results_json(unmarked("cyd", "02", "error"))
    together = results_json(result())["tests"][1]

    assert found["output"].startswith("점수가 없어요.")
    assert together["name"] == "보여 주지 않는 약속"


def test_what_lateness_takes_off_is_off_everywhere() -> None:
    """Systems get the mark that is left, and the student reads why it is less."""
    one = replace(result(), late=Late("12.5", "a day"))
    (row,) = csv.DictReader(io.StringIO(written("csv", one), newline=""))
    found = results_json(one)
    facts = {
        node.attrib["name"]: node.attrib["value"]
        for node in junit(one).iter("property")
    }

    assert (one.score, str(one.mark)) == (5, "4.38")
    assert (row[title("02")], row["total"]) == ("4.38", "4.38")
    assert forms.rows(written("canvas", one))[2][5] == "4.38"
    assert forms.rows(written("moodle", one))[1][1] == "4.38"
    assert (facts["score"], facts["mark"]) == ("5", "4.38")
    assert found["score"] == 4.38
    words = "It came late: 12.5 % are taken off 5, which leaves 4.38."
    assert found["output"] == words
    assert words in forms.rows(written("moodle", one))[1][2]


def nasty(seed: int) -> Result:
    """An answer of which every text is a stranger's."""
    luck = random.Random(seed)

    def text() -> str:
        return "".join(luck.choices(NASTY, k=luck.randint(1, 3)))

    kept = luck.choice([True, False])
    promise = Judged(text(), text(), luck.randint(0, 9), kept=kept)
    found = () if kept else (Found(text(), promise.test, text()),)
    verdict = luck.choice(["pass", "fail", "review", "error", "ungraded"])
    return Result(text(), text(), text(), verdict, found, promises=(promise,))


@pytest.mark.parametrize("seed", range(40))
def test_no_name_breaks_a_form(seed: int) -> None:
    """Formulas, quotes, control characters and half letters are data everywhere."""
    one = nasty(seed)
    score = "" if one.score is None else str(one.score)
    for name in FORMATS:
        if name != "classroom50" or one.score is not None:
            written(name, one).encode("utf-8")

    suite = junit(one).find("testsuite")
    assert suite is not None
    results_json(one)
    (row,) = csv.DictReader(io.StringIO(written("csv", one), newline=""))
    assert row["student"] == cell(one.student)
    assert row[str(cell(title(one.exercise)))] == score
    assert forms.rows(written("canvas", one))[2][5] == score
    if not moodle.left_out(Book([one])):
        assert forms.rows(written("moodle", one))[1][1] == (score or "-")
    assert json.loads(written("jsonl", one)) == json.loads(json.dumps(one.row))


@pytest.mark.parametrize("name", ["csv", "canvas", "moodle"])
def test_no_cell_is_a_formula(name: str) -> None:
    """Nothing that a stranger wrote is computed by a spreadsheet, but for a dash."""
    people = {
        one: Person(one, *(f"{sign}{n}" for n in range(6)))
        for one, sign in zip(("ann", "bob", "cyd", "dan"), "=+-@", strict=True)
    }
    found = forms.rows(written(name, *CLASS, people=people))
    cells = [text for row in found for text in row]

    assert not [text for text in cells if text[:1] in ("=", "+", "@", "\t", "\r")]
    assert {text for text in cells if text[:1] == "-"} <= {"-"}


# ── the roster ───────────────────────────────────────────────────────────────
TABLE = 'student,Name,ID,e-mail\nann,"Doe, Ann",17,x\nbob,김하늘,\'18,\n'
ANN, BOB = Person("ann", "Doe, Ann", "17"), Person("bob", "김하늘", "'18")


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        TABLE.replace("\n", "\r\n").encode(),
        TABLE.replace("Doe, Ann", "Doe; Ann").replace(",", ";").encode("utf-8-sig"),
        TABLE.replace('"Doe, Ann"', "Doe_ Ann").replace(",", "\t").encode("utf-16"),
        b"\n,,,\n" + TABLE.encode() + b"\n,,,\n,nobody,,\n",
    ],
)
def test_a_roster_is_read_as_spreadsheet_programs_write_it(
    tmp_path: Path, data: bytes
) -> None:
    """Marks of the encoding, semicolons, tabs and empty lines are no trouble."""
    file = tmp_path / "roster.csv"
    file.write_bytes(data)
    found = roster.read(file)

    assert list(found) == ["ann", "bob"]
    assert found["bob"] == BOB
    assert found["ann"].id == ANN.id
    assert found["ann"].name[:3] + found["ann"].name[4:] == "Doe Ann"


def test_a_folder_may_be_named_after_another_column(tmp_path: Path) -> None:
    """Where no column is called student, the login is the folder's name."""
    file = tmp_path / "roster.csv"
    file.write_text("name,email,Login \nAnn,ann@x.org,ad\n")

    assert roster.read(file) == {"ad": Person("ad", "Ann", "", "ad", "ann@x.org")}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "has no column student, login, id or email"),
        (b"name,section\nann,B\n", "has no column student, login, id or email"),
        (b"student,id\nann,1\n\nann,2\n", "line 4: the student ann is in line 2, too"),
        (b"student,id\nann,1\nbob,1\n", "line 3: the id 1 is in line 2, too"),
        (
            "student\n김하늘\n".encode("cp949"),
            'is not in UTF-8: save it as "CSV UTF-8"',
        ),
        (b"student\n" + b"x" * 200_000, "line 2: field larger than field limit"),
    ],
)
def test_a_roster_that_can_not_be_used_is_wrong_use(
    tmp_path: Path, data: bytes, words: str
) -> None:
    """What is wrong is said in one line, with its place."""
    file = tmp_path / "roster.csv"
    file.write_bytes(data)

    with pytest.raises(WrongUse, match=re.escape(words)):
        roster.read(file)


# ── the command ──────────────────────────────────────────────────────────────
@pytest.fixture
def marks(tmp_path: Path) -> Path:
    """The marks of a class, as they are graded: one answer twice."""
    file = tmp_path / "marks.jsonl"
    with Journal(file) as lines:
        for one in (unmarked("ann", "02", "error"), *CLASS):
            lines.write(one)
    return file


def export(*words: object) -> int:
    """Run the command on the real kit."""
    return main(["--kit", str(ROOT), "export", *map(str, words)])


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "classroom50"])
def test_a_format_is_written_into_a_file(
    marks: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The last row of an answer counts; columns have the names of the exercises."""
    out = marks.with_name("out")
    some = ["--student", "ann", "--exercise", "2"] if FORMATS[name].single else []
    status = export(marks, out, "--as", name, *some)
    text = out.read_bytes().decode()
    said = capsys.readouterr()

    assert status == (0 if some else 1)
    assert ("no mark: bob 03 ungraded: Nothing was heard" in said.err) == (not some)
    assert said.out.endswith(f"out: {'1 answer' if some else '7 answers'}\n")
    assert "ann 02 error" not in said.err
    if not some and name != "jsonl":
        assert "02 counter" in text
        assert "03 bounded_buffer" in text


def test_what_the_roster_does_not_know_is_told(
    marks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Strangers, who did nothing and who is left out are named on the error output."""
    file = marks.with_name("roster.csv")
    file.write_text("student,id\nann,17\nbob,18\neve,19\n")
    out = marks.with_name("out")
    status = export(marks, out, "--as", "moodle", "--roster", file)
    said = " ".join(capsys.readouterr().err.split())

    assert status == 1
    assert "roster.csv: cyd, dan" in said
    assert "roster.csv, and nothing was graded: eve" in said
    assert "left out, for nobody knows what to call them: cyd, dan" in said
    assert [row[0] for row in forms.rows(out.read_text("utf-8"))] == [
        *("ID number", "17", "18"),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--as", "canvass"], "there is no FORMAT 'canvass'; did you mean canvas?"),
        ([], "required: --as"),
        (["--as", "csv", "--student", "eve"], "has no such marks"),
        (["--as", "gradescope"], "is about one answer, and "),
        (["--as", "csv", "--roster", "nowhere"], "can't read nowhere: "),
        (["--as", "csv", "--exercise", "99"], "there is no exercise '99'"),
    ],
)
def test_wrong_use_is_told_in_words(
    marks: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong, on one line, exit status 2, and nothing is written."""
    out = marks.with_name("out")

    assert export(marks, out, *words) == 2
    assert said in capsys.readouterr().err
    assert not out.exists()
