"""An answer that stands in a cell of a notebook: where it is, and what comes of it.

What a student runs in Jupyter is what nbgrader's run of the kit does later: the text of
the cell is a module in a file, which is graded in a process of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from threadlings import kit, texts
from threadlings.kit import Exercise, KitError
from threadlings.show import look

NAME = re.compile(r"^(?:async def|def|class) ([^\W_]\w*)", re.MULTILINE)
MISSING = "check() is for the test cells of a notebook; else use threadlings show"


def told(key: str, **words: object) -> str:
    """A sentence that stands in a notebook."""
    return texts.say("notebook", key, **words)


@contextmanager
def module(exercise: Exercise, source: str) -> Iterator[Path]:
    """The text of a cell as the file that *exercise* asks for, for a moment."""
    with TemporaryDirectory(prefix="threadlings-") as room:
        file = Path(room, f"{exercise.module}.py")
        file.write_bytes(f"{source}\n".encode())
        yield file


def local(message: str, file: Path) -> str:
    """*message* without the folder in which *file* was for a moment."""
    return message.replace(str(file), file.name)


def check(number: str, test: str, language: str | None = None) -> int:
    """Grade the answer in this notebook for one promise, and show what came of it.

    The answer is the last cell that was run with all names of the exercise in it.
    Gives the points; nbgrader's own run of a notebook reads them.  Raises KitError
    where there is no notebook, exercise or test with that name.
    """
    texts.speak(language)
    one = kit.exercise(kit.root(), number)
    names = NAME.findall(one.stub.read_text("utf-8"))
    source = answer(_ran(), names)
    if source is None:
        print(told("no_answer", names=", ".join(names)))
        return 0
    with module(one, source) as file:
        shown = look(one, file, test=test)
    promise = next(
        promise for promise in one.terms if promise.test == shown.promises[0]
    )
    if shown.pictures and not promise.hidden:
        _display(local(str(shown), file), local(shown._repr_html_(), file))
    elif not promise.hidden:
        print(local(str(shown) or shown.refused, file))
    return 0 if shown.status else promise.points


def answer(ran: Sequence[str], names: Sequence[str]) -> str | None:
    """The last of the cells that were *ran* which makes everything in *names*.

    They may be made under an `if`, unless there is a cell that has them at the margin.
    """
    for margin in ("", "[ \t]*"):
        made = [
            rf"^{margin}(?:(?:async )?def|class) {name}\b|^{name}\s*[:=](?!=)"
            for name in names
        ]
        for source in reversed(ran):
            if all(re.search(one, source, re.MULTILINE) for one in made):
                return source
    return None


def _ran() -> Sequence[str]:
    """The cells of this notebook as they were typed, in the order in which they ran."""
    try:
        from IPython import get_ipython
    except ImportError:
        raise KitError(MISSING) from None
    shell = get_ipython()
    if shell is None:
        raise KitError(MISSING)
    ran: Sequence[str] = shell.history_manager.input_hist_raw
    return ran


def _display(words: str, page: str) -> None:
    """Show a *page*; *words* are for where there are none."""
    from IPython.display import display

    display({"text/plain": words, "text/html": page}, raw=True)
