"""The great stork count: a watcher for every meadow, and one board for all.

The idea here: what a child changes in its memory nobody else gets to see, but
for a `Value`, which all of them share.  And there, too, adding one means to look
at the number first and to put a new one in its place afterwards.
"""

import multiprocessing
from collections.abc import Callable
from typing import Any


def _count(
    chunk: list[Any], predicate: Callable[[Any], bool], board: Any, reports: Any
) -> None:
    """In a child: add the matches of *chunk* to the *board*, and report an error."""
    try:
        for item in chunk:
            if predicate(item):
                # TODO: two watchers may stand at the board at once.  What do they see?
                board.value += 1
    except Exception as error:
        reports.put(error)
    else:
        reports.put(None)


def count_matches(chunks: list[list[Any]], predicate: Callable[[Any], bool]) -> int:
    """How many items of all *chunks* match; each chunk has a process of its own.

    An exception of *predicate* reaches the caller.
    """
    board = multiprocessing.Value("q", 0)
    reports: Any = multiprocessing.Queue()
    watchers = [
        multiprocessing.Process(target=_count, args=(chunk, predicate, board, reports))
        for chunk in chunks
    ]
    for watcher in watchers:
        watcher.start()
    errors = [reports.get() for _ in watchers]
    for watcher in watchers:
        watcher.join()
    for error in errors:
        if error is not None:
            raise error
    return board.value
