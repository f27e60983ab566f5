"""A failing order as a picture: lanes, bars, the proof, and nothing from outside."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from threadlings import kit, texts
from threadlings.cli import main
from threadlings.events import Event, Thing
from threadlings.kit import KitError
from threadlings.picture import Bar, bars
from threadlings.show import show

ROOT = kit.root(Path(__file__))
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
LOCK = Thing("lock", 1)


class Page(HTMLParser):
    """The classes of a page's elements, with their texts; its tags have to match."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.outside: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element, and whatever it would fetch."""
        given = dict(attrs)
        self.found.append((given.get("class") or f"<{tag}>", ""))
        self.outside += [str(given[key]) for key in ("src", "href") if key in given]
        if tag != "meta":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the text of the last element."""
        if self.found:
            kind, text = self.found[-1]
            self.found[-1] = (kind, text + data)

    def texts(self, kind: str) -> list[str]:
        """The texts of the elements of a class."""
        return [text.strip() for name, text in self.found if kind in name.split()]


def drawn(number: str, answer: str, test: str, folder: Path, *options: str) -> str:
    """The page that `show --html` writes for a known answer."""
    one = kit.exercise(ROOT, number)
    file, page = one.answers / "wrong" / f"{answer}.py", folder / "page.html"
    words = ["show", str(file), "--exercise", number, "-k", test, "--html", str(page)]
    assert main([*options, *words]) == 1
    texts.speak()
    return page.read_text("utf-8")


def test_a_deadlock_in_lanes(tmp_path: Path) -> None:
    """Each thread has a lane, each lock a colour; who holds and who waits is marked."""
    text = drawn("08", "locks_in_argument_order", "opposite", tmp_path)
    page = Page(text)

    assert page.texts("head") == ["to_bob", "to_ann"]
    assert len(page.texts("lane")) == 2
    assert page.texts("key") == ["account#1.lock", "account#2.lock"]
    assert len(page.texts("bar")) == 2
    proof = page.texts("proof")
    assert proof[0].startswith("acquire account#1.lock")
    assert sum("(waits)" in text for text in proof) == 2
    assert "<b>think</b> " in text
    assert page.outside == []


def test_a_race_marks_its_proof(tmp_path: Path) -> None:
    """The steps that show the lost update are marked, and where the turn was taken."""
    page = Page(drawn("02", "no_lock", "two_increments", tmp_path))

    assert len(page.texts("proof")) == 3
    (forced,) = page.texts("forced")
    assert "the turn goes to" in forced


def test_what_a_student_writes_stays_text(tmp_path: Path) -> None:
    """Names and values can't become elements of the page."""
    file, page = tmp_path / "counter.py", tmp_path / "page.html"
    file.write_text(
        "class Counter:\n"
        "    def __init__(self):\n        self.value = 0\n"
        "    def increment(self):\n"
        "        old = self.value; '<script>alert(1)</script>'\n"
        "        self.value = old + 1\n",
        "utf-8",
    )
    words = ["show", str(file), "--exercise", "02", "-k", "two_increments"]
    assert main([*words, "--html", str(page)]) == 1

    text = page.read_text("utf-8")
    assert "&lt;script&gt;" in text
    assert "<script>" not in [name for name, _ in Page(text).found]


def test_in_korean_the_page_says_so(tmp_path: Path) -> None:
    """The page is in the language that is spoken, and tells the browser."""
    test = "two_increments"
    text = drawn("02", "no_lock", test, tmp_path, "--lang", "ko")

    assert '<html lang="ko">' in text
    assert re.search("<b>생각</b> .*요[?]", text)


def step(thread: str, kind: str, value: str = "") -> tuple[int, Event]:
    """One step at the lock."""
    return 0, Event(1, thread, kind, LOCK, "", value, 1, "", (), False)


def test_bars_tell_who_held_and_who_waited() -> None:
    """From taking to giving back, from waiting to waking, else to the end."""
    kept = [
        step("ann", "acquire"),
        step("bob", "try", "is not free"),
        step("ann", "wait"),
        step("bob", "acquire"),
        step("bob", "release"),
        step("ann", "wake"),
    ]
    name = str(LOCK)

    assert sorted(bars(kept, 6), key=lambda bar: (bar.first, bar.thread)) == [
        Bar("ann", name, 0, 2),
        Bar("ann", name, 2, 5, waits=True),
        Bar("bob", name, 3, 4),
        Bar("ann", name, 5, 6),
    ]


def test_no_two_hold_a_lock_at_once(tmp_path: Path) -> None:
    """Who tries in vain to take a lock has no bar for it, in a real run."""
    text = drawn("08", "try_lock_loop", "opposite", tmp_path)
    area = r'class="bar c\d" style="grid-area: (\d+) / \d+ / (\d+);.*?title="(.*?)"'
    held: dict[str, list[tuple[int, int]]] = {}
    for first, last, lock in re.findall(area, text):
        held.setdefault(lock, []).append((int(first), int(last)))

    assert "(is not free)" in text
    assert len(held) == 2
    for times in held.values():
        ends = [number for one in sorted(times) for number in one]
        assert ends == sorted(ends)


def test_a_notebook_shows_it(tmp_path: Path) -> None:
    """In a notebook the page is in a frame; who prints it gets the words."""
    shown = show("02", kit.exercise(ROOT, "02").stub)
    text = shown._repr_html_()

    frame = Page(text)
    assert [name for name, _ in frame.found] == ["<iframe>"]
    assert frame.outside == []
    assert unescape(text.partition('srcdoc="')[2]).startswith(shown.page)
    assert len(Page(shown.page).texts("proof")) == 3 * shown.pictures > 0
    assert "race: " in str(shown)
    assert "think  " in str(shown)


def test_what_is_kept_is_on_the_page(tmp_path: Path) -> None:
    """Promises that were kept, and failures without an order, stand there as text."""
    right = show("02", ROOT / "solutions/02")
    broken = tmp_path / "counter.py"
    broken.write_text("class Counter(:\n")
    wrong = show("02", broken, test="zero")

    assert len(Page(right.page).texts("<pre>")) == len(right.promises)
    assert right.pictures == wrong.pictures == 0
    assert "crash" in wrong.page


def test_a_notebook_is_told_what_is_missing(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(KitError, match=r"there is no file .*counter\.py"):
        show("02", tmp_path)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to look at the page")
def test_a_browser_draws_it(tmp_path: Path) -> None:
    """Headless Chromium makes a screenshot of the page, and it is not empty."""
    drawn("08", "locks_in_argument_order", "opposite", tmp_path)
    image = tmp_path / "page.png"
    flags = ("headless", "no-sandbox", "disable-gpu", "hide-scrollbars")
    command = [str(CHROMIUM), *(f"--{flag}" for flag in flags)]
    command += [f"--user-data-dir={tmp_path / 'profile'}", f"--screenshot={image}"]
    page = (tmp_path / "page.html").as_uri()
    subprocess.run([*command, "--window-size=1000,900", page], check=True, timeout=120)

    assert image.read_bytes().startswith(b"\x89PNG")
    assert image.stat().st_size > 10_000
