"""Lines of so many columns, also where a letter takes two of them, as Hangul does."""

from __future__ import annotations

import textwrap

from rich.cells import cell_len

FILLER = "\x00"  # stands behind a wide letter, so that every character is one column


def size(text: str) -> int:
    """How many columns *text* takes."""
    return cell_len(text)


def spread(text: str) -> str:
    """*text* with as many characters as it has columns."""
    if text.isascii():
        return text
    return "".join(c + FILLER if size(c) > 1 else c for c in text)


def drawn(text: str) -> str:
    """What was `spread`, as it is printed."""
    return text.replace(FILLER, "")


def wrap(
    text: str, columns: int, indent: str = "", *, break_long_words: bool = True
) -> list[str]:
    """The lines of a paragraph, still spread; all but the first with an *indent*."""
    return textwrap.wrap(
        spread(text),
        columns,
        subsequent_indent=indent,
        break_long_words=break_long_words,
        break_on_hyphens=False,
    )


def fill(
    text: str, columns: int, indent: str = "", *, break_long_words: bool = True
) -> str:
    """A paragraph in lines of so many *columns*."""
    lines = wrap(text, columns, indent, break_long_words=break_long_words)
    return drawn("\n".join(lines))
