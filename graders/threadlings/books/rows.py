"""JSON Lines: the rows of a grading, one for each answer."""

from __future__ import annotations

import json

from threadlings.books.book import Book


def write(book: Book) -> str:
    """All that is known, as `threadlings grade --jsonl` writes it."""
    return "".join(f"{json.dumps(one.row)}\n" for one in book.results)
