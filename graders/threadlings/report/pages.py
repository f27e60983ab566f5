"""Pages of HTML, written whole or not at all; they need no network and run no script.

What is written here comes from strangers.  Jinja escapes all texts; pictures are drawn
in the process of a submission, so they are cleaned of all that a picture has no use
for; and a page's own policy forbids it everything but its inline style, and the index
its one script.
"""

from __future__ import annotations

import base64
import hashlib
import os
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import nh3
from markupsafe import Markup

from threadlings import picture
from threadlings.screen import WrongUse, page, plain
from threadlings.texts import say, spoken

CLASSES = {
    *("lanes", "head", "number", "place", "lane", "step", "proof", "forced", "bar"),
    *("waits", "key", "think", "again", *(f"c{n}" for n in range(picture.COLOURS))),
}
CLEANER = nh3.Cleaner(
    tags={"section", "h2", "p", "b", "code", "span", "i", "div"},
    attributes={"div": {"style", "title"}, "i": {"style", "title"}},
    allowed_classes=dict.fromkeys(("p", "span", "i", "div"), CLASSES),
    filter_style_properties={
        *("grid-area", "grid-row", "grid-column", "grid-template-columns"),
        "margin-left",
    },
    link_rel=None,
)


def drawing(html: str) -> Markup:
    """A picture that came from a submission's process, as far as it is one."""
    return Markup(page(CLEANER.clean(page(html))))


def marked(text: str) -> Markup:
    """A sentence of the kit; what stands between backticks is code."""
    return Markup(picture.marked(plain(text)))


@cache
def _templates() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("threadlings.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    made.filters |= {"plain": plain, "marked": marked, "drawing": drawing}
    made.globals |= {"say": say, "style": picture.STYLE, "spoken": spoken}
    made.globals["hashed"] = _hashed
    return made


def _hashed(script: str) -> str:
    """How a policy names the script that it allows."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def render(template: str, **facts: Any) -> str:
    """The page that *template* makes of *facts*, in the language that is spoken."""
    return _templates().get_template(template).render(facts)


def write(path: Path, text: str) -> bool:
    """Have *text* in the file at *path*; whether it was not there yet.

    Who opens the file meanwhile sees the old text or the new one.  Raises WrongUse.
    """
    new = text.encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.read_bytes() == new:
            return False
        half = path.with_name(f".{path.name}.{os.getpid()}~")
        try:
            half.write_bytes(new)
            os.replace(half, path)
        finally:
            half.unlink(missing_ok=True)
    except OSError as error:
        raise WrongUse(f"can't write {plain(str(path))}: {error.strerror}") from None
    return True
