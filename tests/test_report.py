"""Reports for people: the class, each student, and nothing that must not be read."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from base64 import b64encode
from collections.abc import Callable, Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest

from threadlings import journal, kit, lesson, marks, texts
from threadlings.child import Child
from threadlings.cli import main
from threadlings.marks import Found, Judged, Result

html5lib = pytest.importorskip("html5lib")
pytest.importorskip("jinja2")
pytest.importorskip("nh3")

from threadlings.report import overview, pages, replay, summary  # noqa: E402
from threadlings.report.answer import Answer  # noqa: E402
from threadlings.report.folders import folders  # noqa: E402

pytestmark = pytest.mark.timeout(300)  # the first one waits for the whole class

ROOT = kit.root(Path(__file__))
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
HIDDEN = "test_three_people_count_twice_each"
SAID = ("Three people who count twice each make 6.", "세 사람이 두 번씩 세면 6이 돼요.")
LEAVES = "import importlib\nimportlib.import_module('os')._exit(0)\n"
PRINTS = "import threading\n\nprint('<b>bold</b>')\n"
NASTY = ("<script>alert(1)", "a&b'c\"", "bell\x07\x1b[31m", "=1+1", "n" * 120, "Ann")
CLASS = {  # whose, exercise: the known answer, and what may be changed in it
    ("ann", "02"): ("wrong/no_lock", ""),
    ("ann", "08"): ("wrong/locks_in_argument_order", ""),
    ("ann", "05"): ("wrong/event_and_sleep", ""),
    ("김하늘", "02"): ("wrong/two_locks", PRINTS),
    ("김하늘", "08"): ("right/ids_in_order", ""),
    ("minjun", "02"): ("right/with_lock", LEAVES),
    ("seoyeon", "02"): ("wrong/retry_never_breaks", ""),
    ("jihoon", "02"): ("wrong/syntax_error", ""),
    **{(name, "02"): ("wrong/no_lock", "") for name in NASTY},
}
KOREAN = ("김하늘", "minjun")


class Room(NamedTuple):
    """A kit in which a promise is hidden, a class, its marks, and its pages."""

    kit: Path
    folder: Path
    marks: Path
    out: Path
    roster: Path

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What was graded."""
        return [json.loads(line) for line in self.marks.read_text("utf-8").splitlines()]

    @property
    def homes(self) -> dict[str, str]:
        """The folder of each student."""
        return folders({row["student"] for row in self.rows})

    def page(self, student: str, number: str) -> Path:
        """The page of one answer."""
        return self.page_in(self.out, student, number)

    def page_in(self, out: Path, student: str, number: str) -> Path:
        """The same where the pages of the whole class are in *out*."""
        return out / self.homes[student] / f"{number}.html"

    def report(self, *words: object) -> int:
        """The exit status of the command `report`."""
        return self.run("report", *words)

    def run(self, *words: object) -> int:
        """The exit status of a command."""
        return main(["--kit", str(self.kit), *map(str, words)])

    def write(self, path: Path, *lines: dict[str, Any]) -> Path:
        """A file of marks."""
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        return path


def right(number: str) -> str:
    """The name of a right answer."""
    return min((ROOT / "tests/answers" / number / "right").glob("*.py")).stem


def hand_in(folder: Path) -> None:
    """The class."""
    for (student, number), (answer, before) in CLASS.items():
        one = kit.exercise(ROOT, number)
        name = (
            answer
            if (one.answers / f"{answer}.py").exists()
            else f"right/{right(number)}"
        )
        file = folder / student / number / f"{one.module}.py"
        file.parent.mkdir(parents=True)
        text = (one.answers / f"{name}.py").read_text("utf-8")
        future = "from __future__ import annotations\n"
        file.write_text(f"{before}{text.replace(future, '')}", "utf-8")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """The class, graded and reported once for all tests."""
    at = tmp_path_factory.mktemp("report")
    made = Room(
        *(at / name for name in ("kit", "class", "marks.jsonl", "out", "r.csv"))
    )
    for number in ("02", "05", "08"):
        for part in ("exercises", "graders"):
            shutil.copytree(ROOT / part / number, made.kit / part / number)
    grader = made.kit / "graders/02/test_counter.py"
    text = grader.read_text("utf-8")
    text = text.replace(f"\ndef {HIDDEN}", f"(points=4, hidden=True)\ndef {HIDDEN}")
    grader.write_text(text, "utf-8")
    for readme in (made.kit / "exercises/02").glob("README*"):
        lines = readme.read_text("utf-8").splitlines()
        kept = [line for line in lines if line.removeprefix("- ") not in SAID]
        assert len(kept) == len(lines) - 1
        readme.write_text("\n".join(kept), "utf-8")
    hand_in(made.folder)
    names = (unicodedata.normalize("NFD", name) for name in KOREAN)
    roster = "".join(f"{name},ko\n" for name in names)
    made.roster.write_text(f"student,language\n{roster}ann,\n", "utf-8")
    words = ["grade", made.folder, "--jsonl", made.marks, "--patience", "15"]
    assert made.run(*words) == 1
    assert made.report(made.marks, "--out", made.out, "--roster", made.roster) == 0
    return made


class Page(HTMLParser):
    """What a test asks of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.source = path.read_text("utf-8")
        self.tags: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.ids: list[str] = []
        self.given: list[tuple[str, str]] = []
        self._texts: list[str] = []
        self.feed(self.source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element."""
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.given += given.items()
        self.links += [given["href"]] if "href" in given else []
        self.ids += [given["id"]] if "id" in given else []
        self.fetched += [
            given[name] for name in ("src", "srcset", "data") if name in given
        ]

    def handle_data(self, data: str) -> None:
        """Keep what is read."""
        if not self.tags or self.tags[-1] not in ("style", "script"):
            self._texts.append(data)

    @property
    def text(self) -> str:
        """All that is read, on one line."""
        return " ".join(" ".join(self._texts).split())


@pytest.fixture
def speaks_english() -> Iterator[None]:
    """Whatever a test speaks, the next one speaks English."""
    yield
    texts.speak("en")


# ── every page ───────────────────────────────────────────────────────────────
def test_every_student_and_exercise_has_one_page(room: Room) -> None:
    """As many pages as answers, in a folder for each student, and one of the class."""
    written = {path.relative_to(room.out).as_posix() for path in room.out.rglob("*.*")}
    wanted = {
        f"{room.homes[row['student']]}/{row['exercise']}.html" for row in room.rows
    }

    assert written == {"index.html", *wanted}
    assert len(wanted) == len(room.rows)
    assert len(set(map(str.casefold, room.homes.values()))) == len(room.homes)


def test_every_page_is_whole_and_needs_nothing_else(room: Room) -> None:
    """A strict parser takes each, no name is there twice, and nothing is fetched."""
    for path in room.out.rglob("*.html"):
        page = Page(path)
        html5lib.HTMLParser(strict=True).parse(page.source)

        assert len(set(page.ids)) == len(page.ids), path
        assert page.fetched == []
        assert {"link", "img", "iframe", "object"}.isdisjoint(page.tags)
        assert page.tags.count("script") == (path.name == "index.html")
        assert all(not name.startswith("on") for name, _ in page.given)
        assert "default-src 'none'" in page.source
        assert page.tags.count("h1") == page.tags.count("main") == 1
        assert page.source.isprintable() or set(
            filter(lambda c: not c.isprintable(), page.source)
        ) == {"\n"}


def test_a_students_page_leads_nowhere_else(room: Room) -> None:
    """It names no other student and no folder of the teacher; links stay in it."""
    for student, home in room.homes.items():
        others = {row["student"] for row in room.rows} - {student, "ann", "Ann"}
        for path in (room.out / home).iterdir():
            page = Page(path)

            assert all(link.startswith("#promise-") for link in page.links)
            assert {link[1:] for link in page.links} <= set(page.ids)
            assert not any(other in page.source for other in others)
            assert str(room.folder) not in unescape(page.source)


def test_what_is_hidden_is_in_no_folder_of_a_student(room: Room) -> None:
    """Neither the name of the promise nor its sentence, in any language or layout."""
    one = kit.exercise(room.kit, "02")
    said = {lesson.promises(one, language)[HIDDEN] for language in texts.LANGUAGES}
    words = {HIDDEN, HIDDEN.removeprefix("test_"), *said}
    index = Page(room.out / "index.html")

    for path in room.out.glob("*/*.html"):
        close = "".join(unescape(path.read_text("utf-8")).split())
        assert not [word for word in words if "".join(word.split()) in close], path
    assert one.promises[HIDDEN] in index.text
    assert "hidden" in index.text


# ── a student's page ─────────────────────────────────────────────────────────
def drawn(page: Page) -> int:
    """How many pictures there are."""
    return sum(value == "lanes" for name, value in page.given if name == "class")


def test_a_failing_order_is_drawn_with_its_question_and_its_command(room: Room) -> None:
    """The picture, the message as text, what to think of, and how to see it again."""
    page = Page(room.page("ann", "08"))
    (row,) = (r for r in room.rows if (r["student"], r["exercise"]) == ("ann", "08"))
    broken = [one for one in row["promises"] if one["kept"] is False]
    first = row["findings"][0]

    assert drawn(page) == len(broken) == page.tags.count("article") > 0
    assert "deadlock: they wait for each other in a circle." in page.text
    assert "think Ann's transfer hangs" in page.text
    name = first["test"].removeprefix("test_")
    assert f"pytest exercises/08 -k {name} --order {first['order']}" in page.text
    assert f"{row['score']} of {row['points']} points" in page.text
    table = first["message"].partition("Found in order")[2].partition("think")[0]
    assert " ".join(table.split()) in page.text
    assert "threadlings hint 08" in page.text


def test_every_kind_of_finding_has_its_page(room: Room) -> None:
    """What hung, crashed, came late, can't be loaded, passed or was not handed in."""
    said = {
        ("ann", "02"): "race: ",
        ("ann", "05"): "late: ",
        ("seoyeon", "02"): "endless: ",
        ("jihoon", "02"): "It can't be loaded: SyntaxError",
        ("seoyeon", "05"): "Nothing was handed in: looked for 05/poller.py.",
        ("minjun", "02"): "끝까지 판정하지 못함",
        ("김하늘", "08"): "통과 7점 중 7점",
    }
    for (student, number), words in said.items():
        assert words in Page(room.page(student, number)).text
    lost, passed = (
        Page(room.page(*key)) for key in (("minjun", "02"), ("김하늘", "08"))
    )
    assert drawn(lost) == drawn(passed) == passed.tags.count("article") == 0
    assert "of 4 points" not in lost.text


def test_a_student_reads_their_own_language(room: Room) -> None:
    """All of it is in Korean for those of whom the roster says so."""
    page = Page(room.page("김하늘", "02"))

    assert '<html lang="ko">' in page.source
    assert "누가 먼저 하든, Ann이 더한 것도 Bob이 더한 것도 모두 남아요." in page.text
    assert drawn(page) == 2
    assert re.search("생각 .*요[?] 다시 pytest exercises/02 -k ", page.text)
    assert "점수의 일부는 여기에 보이지 않는 약속에 걸려 있어요." in page.text
    assert "Promises" not in page.text
    assert '<html lang="en">' in Page(room.page("ann", "02")).source


def test_what_a_run_printed_is_text(room: Room) -> None:
    """A student who prints elements sees them, and gets none."""
    page = Page(room.page("김하늘", "02"))

    assert "출력한 내용:" in page.text
    assert "&lt;b&gt;bold&lt;/b&gt;" in page.source
    assert "<b>bold" not in page.source


@pytest.mark.parametrize("name", NASTY)
def test_a_strangers_name_is_only_a_name(room: Room, name: str) -> None:
    """It is shown as it is, but for what can't be shown, here and in the class."""
    shown = name.encode("unicode_escape").decode() if "\x07" in name else name

    assert shown in Page(room.page(name, "02")).text
    assert shown in Page(room.out / "index.html").text


# ── when there is no replay ──────────────────────────────────────────────────
Change = Callable[[Path, dict[str, Any]], object]


def changed(file: Path, row: dict[str, Any]) -> None:
    """The file is another one."""
    row["content"] = hashlib.sha256(file.read_bytes()).hexdigest()
    file.write_text(f"{file.read_text('utf-8')}\n# later\n", "utf-8")


def repaired(file: Path, row: dict[str, Any]) -> None:
    """Nobody knows what the file was, and it is right now."""
    shutil.copy(ROOT / "solutions/02/counter.py", file)
    row["content"] = ""


def left(file: Path, row: dict[str, Any]) -> None:
    """Python itself ends now."""
    file.write_text(f"{LEAVES}{file.read_text('utf-8')}", "utf-8")
    row["content"] = ""


@pytest.mark.parametrize(
    ("change", "why", "told"),
    [
        (changed, "why_changed", "the file has changed since it was graded"),
        (repaired, "why_differs", "did not come out as it was graded"),
        (left, "why_lost", "could not be tried once more"),
        (
            lambda file, row: file.unlink(),
            "why_missing",
            "the file is not where it was",
        ),
    ],
    ids=["changed", "differs", "lost", "missing"],
)
def test_without_a_replay_what_was_said_is_shown_with_the_reason(
    room: Room,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    change: Change,
    why: str,
    told: str,
) -> None:
    """No picture, the stored message with the student's command, and why it is so."""
    (row,) = (r for r in room.rows if (r["student"], r["exercise"]) == ("ann", "02"))
    file = tmp_path / "class" / "ann" / "02" / "counter.py"
    file.parent.mkdir(parents=True)
    shutil.copy(row["file"], file)
    change(file, row)
    table = room.write(tmp_path / "marks.jsonl", row)

    out = tmp_path / "out"
    assert room.report(table, "--out", out, "--class", tmp_path / "class") == 1
    page = Page(out / "ann" / "02.html")

    assert "ann 02 has no picture" in (
        said := " ".join(capsys.readouterr().out.split())
    )
    assert told in said
    assert texts.say("sheet", why) in page.text
    assert drawn(page) == 0
    assert "race: ann wrote counter._value" in page.text
    assert "again pytest exercises/02 -k two_increments_at_once_both_count" in page.text


def test_an_answer_of_several_files_is_tried_once_more_with_all_of_them(
    room: Room, tmp_path: Path
) -> None:
    """While none of them has changed it gets its picture, else it says that one has."""
    class_, table, out = tmp_path / "class", tmp_path / "m.jsonl", tmp_path / "out"
    folder = class_ / "ann" / "02"
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "exercises/02/counter.py", folder / "mine.py")
    (folder / "counter.py").write_text("from mine import *\n", "utf-8")
    assert room.run("grade", class_, "--jsonl", table) == 1

    assert room.report(table, "--out", out) == 0
    assert drawn(Page(out / "ann" / "02.html")) > 0

    (folder / "mine.py").write_text("Counter = None\n", "utf-8")
    assert room.report(table, "--out", out) == 1
    assert texts.say("sheet", "why_changed") in Page(out / "ann" / "02.html").text


def test_when_the_supervisor_fails_no_page_is_left_out(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it is, every page is there with what is known."""

    def fails(*jobs: object, **how: object) -> Iterator[object]:
        yield from ()
        raise MemoryError

    monkeypatch.setattr(replay, "supervise", fails)
    assert room.report(room.marks, "--out", tmp_path) == 1

    assert len(list(tmp_path.rglob("*.html"))) == len(room.rows) + 1
    assert (
        texts.say("sheet", "why_lost") in Page(room.page_in(tmp_path, "ann", "08")).text
    )


def test_replays_are_at_work_together(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many as are asked for, each with its file's broken promises only."""
    asked = []

    def listens(jobs: list[dict[str, Any]], **how: Any) -> Iterator[object]:
        asked.append((jobs, how))
        yield from ()

    monkeypatch.setattr(replay, "supervise", listens)
    one = kit.exercise(room.kit, "02")
    found = journal.read(room.marks)
    answers = [
        Answer(result, one, Path(result.file), "en")
        for result in found
        if result.student in ("ann", "김하늘") and result.exercise == "02"
    ]
    made = list(replay.replays(answers, together=7, patience=3))

    assert [one.why for one in made] == ["lost", "lost"]
    ((jobs, how),) = asked
    assert how == {"together": 7, "patience": 3, "alone": True, "start": Child}
    assert len(jobs) == 2
    assert all(HIDDEN not in job["tests"] and job["tests"] for job in jobs)


# ── the class ────────────────────────────────────────────────────────────────
def cells(page: Page) -> list[str]:
    """The links of the table, in their order."""
    table = page.source.partition('<table class="students">')[2].partition("</table>")[
        0
    ]
    return re.findall(r'<a href="([^#"]+)"', table)


def test_the_class_has_every_answer_once(room: Room) -> None:
    """The links of the table are all pages, each of them once."""
    page = Page(room.out / "index.html")
    links = cells(page)

    assert len(links) == len(room.rows) == len(set(links))
    assert set(links) == {link for link in page.links if not link.startswith("#")}
    assert all((room.out / unquote(link)).is_file() for link in links)


def test_the_class_says_what_to_talk_about(room: Room) -> None:
    """How many broke a promise, and the shortest example with its command."""
    text = Page(room.out / "index.html").text
    table = text.partition("What to talk about")[2]

    broke = sum(
        one["test"] == "test_two_increments_at_once_both_count" and one["kept"] is False
        for row in room.rows
        for one in row["promises"]
    )
    judged = sum(
        row["exercise"] == "02" and row["verdict"] == "fail" for row in room.rows
    )
    assert f"{broke} of {judged} Ann's and Bob's increments both count" in table
    assert "--exercise 02 -k two_increments_at_once_both_count --order 5:bob" in table
    assert f"The other {len(kit.exercise(room.kit, '05').terms) - 2} were not" in table
    assert room.rows[0]["isolation"] in text


def row_of(student: str, verdict: str, kept: list[bool | None], **more: Any) -> Result:
    """A result for exercise 02 with three promises."""
    names = ("test_a", "test_b", "test_c")
    promises = zip(names, kept, strict=True)
    judged = tuple(Judged(name, f"{name}.", 2, kept=one) for name, one in promises)
    found = tuple(
        Found("race", one.test, "m", more.pop("order", "7:bob"))
        for one in judged
        if one.kept is False
    )
    return Result(student, "02", "f.py", verdict, found, promises=judged, **more)


def test_mistakes_are_counted_with_the_shortest_example() -> None:
    """The most frequent first; what nobody could judge is not counted as kept."""
    results = [
        row_of("ann", "fail", [False, True, False], order="7:bob,9:ann"),
        row_of("bob", "fail", [False, True, True], order="8:ann"),
        row_of("cid", "error", [True, None, None]),
        row_of("dan", "pass", [True, True, True]),
    ]
    found = summary.summary(kit.exercise(ROOT, "02"), results)

    assert [one.promise.test for one in found.mistakes] == ["test_a", "test_c"]
    first, second = found.mistakes
    assert (first.broken, first.judged, first.kinds) == (2, 4, [("race", 2)])
    assert (second.broken, second.judged) == (1, 3)
    assert first.example == summary.Example(
        *("bob", "8:ann", "threadlings show f.py --exercise 02 -k a --order 8:ann")
    )
    assert (found.kept, found.verdicts["error"], found.points) == (1, 1, 6)
    assert found.spread == summary.Spread(2, 3.0, 4.0, 5.0, 6)
    assert summary.totals(results)["ann"] == summary.Total(2, 6)
    assert "cid" not in summary.totals(results)


@pytest.mark.parametrize(
    ("scores", "spread"),
    [
        ([], None),
        ([5], (5, 5, 5, 5, 5)),
        ([0, 10], (0, 2.5, 5, 7.5, 10)),
        ([1, 2, 3, 4, 5], (1, 2, 3, 4, 5)),
    ],
)
def test_points_are_spread_as_in_a_textbook(
    scores: list[int], spread: tuple[float, ...] | None
) -> None:
    """Quartiles that include the ends; of one mark, all are that mark."""
    assert summary.spread(scores) == spread


def test_what_looks_odd_is_for_the_teacher_only(room: Room, tmp_path: Path) -> None:
    """Flags and the isolation are in the class; a student reads that somebody looks."""
    row = next(row for row in room.rows if row["verdict"] == "pass")
    row |= {"verdict": "review", "flags": ["imports <ctypes>"], "isolation": "none"}
    assert room.report(room.write(tmp_path / "m", row), "--out", tmp_path / "out") == 0
    index, page = (
        Page(tmp_path / "out" / name)
        for name in (
            "index.html",
            f"{room.homes[row['student']]}/{row['exercise']}.html",
        )
    )

    assert "review imports <ctypes>" in index.text
    assert "none (1)" in index.text
    assert "Somebody will look at this answer" in page.text
    assert "ctypes" not in page.source
    assert "7 of 7" not in page.text


# ── reading and writing ──────────────────────────────────────────────────────
def test_a_second_run_changes_nothing_and_removes_nothing(
    room: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page that says the same is not written; what is not ours stays."""
    some = [row for row in room.rows if row["exercise"] == "08"]
    table, out = room.write(tmp_path / "m.jsonl", *some), tmp_path / "out"
    room.report(table, "--out", out)
    page, spoiled = (room.page_in(out, name, "08") for name in ("ann", "jihoon"))
    notes = page.with_name("notes.txt")
    notes.write_text("mine")
    spoiled.write_text("spoiled")
    before = page.stat().st_mtime_ns
    capsys.readouterr()
    room.report(table, "--out", out)

    assert "; 1 new or changed" in capsys.readouterr().out
    assert notes.read_text() == "mine"
    assert page.stat().st_mtime_ns == before
    assert "spoiled" not in spoiled.read_text("utf-8")
    assert not [path for path in out.rglob("*") if path.name.endswith("~")]


def test_a_broken_write_leaves_the_old_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who opens a page sees the old one or the new one, and no half."""
    file = tmp_path / "a" / "02.html"
    assert pages.write(file, "old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(pages.WrongUse, match=r"can't write .*02\.html: No space"):
        pages.write(file, "new")

    assert file.read_text() == "old"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2 is no result"),
        ("[1]", "line 2 is no result"),
        ('{"student": "a", "exercise": "02", "file": ""}', "(no 'verdict')"),
        (
            '{"student": 1, "exercise": "02", "file": "", "verdict": "pass"}',
            "a name is no text",
        ),
        (
            '{"student": "a", "exercise": "02", "file": "", "verdict": "fine"}',
            "'fine' is no verdict",
        ),
        (
            '{"student": "a", "exercise": "99", "file": "", "verdict": "pass"}',
            "no exercise '99'",
        ),
    ],
)
def test_marks_that_can_not_be_read_are_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, said: str
) -> None:
    """What is wrong, in which line of which file, and nothing is written."""
    good = json.dumps(Result("a", "02", "", marks.UNGRADED).row)
    file = tmp_path / "marks.jsonl"
    file.write_text(f"{good}\n{line}\n{good}\n", "utf-8")
    words = ["--kit", ROOT, "report", file, "--out", tmp_path / "out"]

    assert main([*map(str, words)]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_row_of_old_is_read(tmp_path: Path) -> None:
    """What a row does not say yet is taken for the least; the last row counts."""
    lines = [
        {"student": "a", "exercise": "02", "file": "", "verdict": verdict, "more": 1}
        for verdict in ("error", "ungraded")
    ]
    file = tmp_path / "marks.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)) + "\n\n", "utf-8")

    assert main(["--kit", str(ROOT), "report", str(file), "--out", str(tmp_path)]) == 0
    assert "not graded" in Page(tmp_path / "a" / "02.html").text
    assert overview.UNKNOWN in Page(tmp_path / "index.html").text


def test_no_result_at_all_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty file, and one that is not there, say what was looked for."""
    file = tmp_path / "marks.jsonl"
    words = ["--kit", str(ROOT), "report", str(file), "--out", str(tmp_path / "out")]

    assert main(words) == 2
    assert "can't read" in capsys.readouterr().err
    file.touch()
    assert main(words) == 2
    assert "holds no results" in capsys.readouterr().err


def test_a_row_may_hold_anything(tmp_path: Path) -> None:
    """What can't be written in UTF-8, and what is no kind, ends up as text."""
    odd = "\udcff<b>\x00"
    row = row_of(odd, "fail", [True, False, True], flags=(odd,)).row
    row |= {
        "file": "f\udcff.py",
        "isolation": odd,
        "findings": [{"kind": odd, "test": "test_b", "message": odd, "order": odd}],
    }
    file = tmp_path / "marks.jsonl"
    file.write_text(json.dumps(row), "utf-8")

    assert main(["--kit", str(ROOT), "report", str(file), "--out", str(tmp_path)]) == 1
    (page,) = map(Page, tmp_path.glob("*/02.html"))
    index = Page(tmp_path / "index.html")
    assert r"\udcff<b>\x00" in page.text
    assert index.text.count(r"\udcff<b>\x00") > 5
    assert "b" not in page.tags


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,language\nann,ko\n", "has no column student, "),
        ("student,language\nann,ko\nbob,tlh\n", "bob reads 'tlh', and there are only"),
        ("", "has no column student, "),
    ],
)
def test_a_roster_that_can_not_be_read_is_wrong_use(
    room: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    """What is missing, or the line, and which languages there are."""
    file = tmp_path / "roster.csv"
    file.write_text(text, "utf-8-sig")

    assert room.report(room.marks, "--out", tmp_path / "out", "--roster", file) == 2
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("speaks_english")
def test_without_a_roster_the_language_is_that_of_the_command(
    room: Room, tmp_path: Path
) -> None:
    """`--lang ko` is for all whose language nobody knows; the teacher's is English."""
    row = next(row for row in room.rows if row["verdict"] == "ungraded")
    table = room.write(tmp_path / "marks.jsonl", row)
    words = ["--kit", room.kit, "--lang", "ko", "report", table, "--out", tmp_path]
    main([*map(str, words)])
    page = tmp_path / room.homes[row["student"]] / f"{row['exercise']}.html"

    assert '<html lang="ko">' in page.read_text("utf-8")
    assert '<html lang="en">' in (tmp_path / "index.html").read_text("utf-8")


def test_without_its_extra_it_says_what_to_install(room: Room) -> None:
    """Who has not installed what draws the pages gets one line."""
    words = ["--kit", str(room.kit), "report", str(room.marks), "--out", "x"]
    lines = (
        "import sys; sys.modules['jinja2'] = None",
        "from threadlings.cli import main",
        f"sys.exit(main({words!r}))",
    )
    package = str(Path(kit.__file__).parents[1])
    ended = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": package},
    )

    assert ended.returncode == 2
    assert "a report needs jinja2: pip install 'threadlings[report]'" in ended.stderr


def test_templates_are_installed() -> None:
    """Whatever a template asks for lies beside it, and goes into the wheel."""
    folder = Path(pages.__file__).with_name("templates")
    asked = {
        name
        for path in folder.iterdir()
        for name in re.findall(
            r'{% (?:extends|include) "(.*?)" %}', path.read_text("utf-8")
        )
    }
    data = (ROOT / "pyproject.toml").read_text("utf-8")

    assert asked | {"index.html", "sheet.html"} == {
        path.name for path in folder.iterdir()
    }
    assert '"threadlings.report" = ["templates/*"]' in data


# ── names, secrets, pictures ─────────────────────────────────────────────────
@pytest.mark.parametrize(
    "name", ["ann", "김하늘", "Müller, Ann", "O'Brien", "kim.h-2", "Ann Kim"]
)
def test_a_plain_name_is_its_own_folder(name: str) -> None:
    """Names of any script stay as they are."""
    assert folders([name, "somebody"])[name] == name


def test_no_name_leads_out_or_into_anothers_folder() -> None:
    """Every folder is one part of a path on every system, and each has its own."""
    names = [
        *("../../x", "..", ".", "", "/", "a/b", "a\\b", "a-b", "a:b", "nul", "CON.txt"),
        *("index.html", "INDEX.HTML", "-rf", ".git", "~root", "\udcff", "\x00", "a\nb"),
        *("ann", "Ann", "ANN", "é", "e\u0301", "\u1100\u1161", "가", "ﬁ", "fi"),
        *("x" * 300, "x" * 301, "가" * 300, "trailing.", "trailing ", "*?|<>"),
    ]
    found = folders(names)

    assert len({folder.casefold() for folder in found.values()}) == len(names)
    assert found["a-b"] == "a-b"
    for folder in found.values():
        assert re.fullmatch(r"[\w .,'+@=~-]+", folder), folder
        assert folder[0] not in ".- "
        assert folder[-1] not in ". "
        assert len(folder.encode()) < 255
        assert not re.fullmatch(r"(?i)(con|nul)(\..*)?|index.html", folder)
    taken = found["a/b"]  # by somebody who knows what a folder will be called
    again = folders([*names, taken])
    assert len(set(again.values())) == len(names) + 1
    assert again["a/b"] == taken


def secret() -> Answer:
    """An answer of which one promise is hidden."""
    kept = Judged("test_stop", "It stops.", kept=True)
    hidden = Judged("test_stop_twice", "Nobody `may` know.", 3, hidden=True, kept=False)
    found = (Found("race", "test_stop_twice", "m", "7:bob"),)
    row = Result("ann", "02", "f.py", "fail", found, promises=(kept, hidden))
    return Answer(row, kit.exercise(ROOT, "02"), Path("f.py"), "en")


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Nothing was heard of test_stop, test_stop_twice.", True),
        ("again  pytest exercises/02 -k stop_twice --order 7:bob", True),
        ("Not tried.\n\nNobody\n  may   know.", True),
        ("<p>Nobody <code>may</code>&#32;know.</p>", True),
        ("again  pytest exercises/02 -k stop --order 7:bob", False),
        ("again  pytest exercises/02 -k stop_twice_more", False),
        ("stop_twice = 1", False),
        ("", False),
    ],
)
def test_what_speaks_of_a_hidden_promise_is_known(text: str, tells: bool) -> None:
    """By its name, in a command, or by its sentence, however that is folded."""
    assert secret().tells(text) is tells


def test_a_hidden_promise_is_not_among_those_of_its_author() -> None:
    """Only that there are points for something else can be known."""
    answer = secret()

    assert [one.test for one in answer.promises] == ["test_stop"]
    assert answer.findings == {}
    assert answer.worth_hidden


def test_what_a_hidden_promise_met_is_told_of_no_other(room: Room) -> None:
    """Where the process was lost three times, the rest is told without the reason."""
    page = Page(room.page("minjun", "02"))
    (row,) = (r for r in room.rows if (r["student"], r["exercise"]) == ("minjun", "02"))
    told = [one for one in row["findings"] if HIDDEN in one["message"]]

    assert len(told) > 1  # of promises that are not hidden
    assert page.tags.count("article") == len(row["findings"]) - len(told)


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<p>a<script>alert(1)</script></p>", "<p>a</p>"),
        ('<p onclick="x()" style="position: fixed">a</p>', "<p>a</p>"),
        ('<a href="https://example.org">a</a>', "a"),
        ('<img src="https://example.org/x.png">', ""),
        ('<div class="lanes badge pass">a</div>', '<div class="lanes">a</div>'),
        (
            '<i style="grid-area: 2 / 3 / 4; background: url(//x)">a</i>',
            '<i style="grid-area:2 / 3 / 4">a</i>',
        ),
        ("<p>a\x1b[31m&#x1b;</p>", r"<p>a\x1b[31m\x1b</p>"),
        ("</article><h1>a</h1>", "a"),
    ],
)
def test_a_forged_picture_does_nothing(html: str, cleaned: str) -> None:
    """What comes from a submission's process keeps only what a picture is made of."""
    assert pages.drawing(html) == cleaned


# ── to the eye ───────────────────────────────────────────────────────────────
def luminance(colour: str) -> float:
    """How bright a colour is, as WCAG 2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
    ]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("place", [0, 1], ids=["light", "dark"])
def test_texts_stand_out(room: Room, place: int) -> None:
    """Every colour of a text has a contrast of 4.5 to what is behind it."""
    style = Page(room.out / "index.html").source.partition("<style>")[2]
    found: dict[str, list[str]] = {}
    for name, colour in re.findall(r"--([\w-]+): (#[0-9a-f]{6})", style):
        found.setdefault(name, []).append(colour)
    pairs = [(verdict, f"{verdict}-soft") for verdict in marks.VERDICTS]
    pairs += [(name, "paper") for name in ("ink", "faint", "link", *marks.VERDICTS)]
    pairs += [(name, "soft") for name in ("ink", "link", "faint")] + [("ink", "mark")]

    for text, behind in pairs:
        one, other = sorted(luminance(found[name][place]) for name in (text, behind))
        assert (other + 0.05) / (one + 0.05) >= 4.5, f"{text} on {behind}"


def browser(folder: Path, *words: str) -> list[str]:
    """How to start a Chromium that keeps to itself."""
    flags = (
        *("headless", "no-sandbox", "disable-gpu", "hide-scrollbars", "no-first-run"),
        *("disable-background-networking", "disable-component-update", "disable-sync"),
        f"user-data-dir={folder / 'profile'}",
    )
    return [str(CHROMIUM), *(f"--{flag}" for flag in flags), *words]


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to look at the page")
def test_a_click_sorts_the_class(room: Room, tmp_path: Path) -> None:
    """The one script that the page allows itself runs, and puts the rows in order."""
    click = "for (const n of [0, 0]) document.querySelectorAll('th button')[n].click();"
    digest = b64encode(hashlib.sha256(click.encode()).digest()).decode()
    text = (room.out / "index.html").read_text("utf-8")
    text = text.replace("script-src ", f"script-src &#39;sha256-{digest}&#39; ")
    text = text.replace(
        "</body>", f"<script>{click}</script><script>alert()</script></body>"
    )
    copy = tmp_path / "index.html"
    copy.write_text(text, "utf-8")
    command = browser(tmp_path, "--dump-dom", copy.as_uri())
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    sorted_page = tmp_path / "sorted.html"
    sorted_page.write_bytes(done.stdout)

    rising = cells(Page(copy))
    falling = cells(Page(sorted_page))
    assert [link.split("/")[0] for link in falling] != [
        link.split("/")[0] for link in rising
    ]
    assert sorted(falling) == sorted(rising)
    assert 'aria-sort="descending"' in done.stdout.decode()


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to look at the page")
def test_a_browser_shows_a_students_page(room: Room, tmp_path: Path) -> None:
    """Headless Chromium makes a screenshot of the page, and it is not empty."""
    image = tmp_path / "page.png"
    page = room.page("ann", "08").as_uri()
    command = browser(
        tmp_path, f"--screenshot={image}", "--window-size=1000,1300", page
    )
    subprocess.run(command, check=True, timeout=120, capture_output=True)

    assert image.read_bytes().startswith(b"\x89PNG")
    assert image.stat().st_size > 10_000
