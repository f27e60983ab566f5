"""What all commands print with: 88 columns, and nothing that a student smuggled in."""

from __future__ import annotations

from rich.console import Console
from rich.progress import Progress

from threadlings.texts import say as words
from threadlings.width import fill

WIDTH = 88
LINES = 40  # of what a run printed


class WrongUse(Exception):
    """What was asked for can't be done; the text says what can."""


def plain(text: str) -> str:
    """*text* on one line: what is no letter, mark or blank is written as `\\x1b`.

    Names and messages come from strangers; a terminal, a table or a spreadsheet
    shall show them and never obey them.
    """
    return "".join(c if c.isprintable() else _written(c) for c in text)


def _written(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def page(text: str) -> str:
    """The same for a text of several lines."""
    return "\n".join(plain(line) for line in text.split("\n"))


def folded(text: str) -> str:
    """One paragraph in lines of 88 columns; a path stays whole."""
    return fill(text, WIDTH, "  ", break_long_words=False)


def count(number: int, what: str) -> str:
    """`1 run`, `2 runs`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def printed(output: str) -> str:
    """What a run printed, as far as anybody wants to read it."""
    lines = page(output.rstrip()).split("\n")
    shown = [line if len(line) <= WIDTH else f"{line[: WIDTH - 1]}…" for line in lines]
    more = len(shown) - LINES
    key = "more_one" if more == 1 else "more_many"
    rest = [words("told", key, count=more)] if more > 0 else []
    return "\n".join([words("told", "printed"), "", *shown[:LINES], *rest, ""])


def console(*, error: bool = False) -> Console:
    """A console that prints what it is given: no markup, no emoji, no colour guess."""
    made = Console(stderr=error, markup=False, highlight=False, emoji=False)
    made.width = min(made.width, WIDTH) if made.is_terminal else WIDTH
    return made


def say(text: str, *, error: bool = False) -> None:
    """Print *text* as it is, lines unbroken."""
    console(error=error).print(text, soft_wrap=True)


def progress(what: str, total: int) -> Progress:
    """A bar with one task called *what*; shown on a terminal only, and then removed."""
    screen = console(error=True)
    bar = Progress(console=screen, disable=not screen.is_terminal, transient=True)
    bar.add_task(what, total=total)
    return bar
