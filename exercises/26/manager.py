"""A poet's favourite words, on a list that a porter keeps.

The idea here: a manager's dict lives in a process of its own.  To ask it for a value
and to tell it a new one are two messages, and others may come in between.
"""

import multiprocessing


def word_count(texts: list[str], workers: int) -> dict[str, int]:
    """How often each word stands in *texts*, counted in at most *workers* processes.

    The processes share one dict of a manager; words are what `text.split()` gives.
    """
    with multiprocessing.Manager() as manager:
        counts = manager.dict()
        helpers = [
            multiprocessing.Process(target=_count, args=(texts[first::workers], counts))
            for first in range(workers)
        ]
        for helper in helpers:
            helper.start()
        for helper in helpers:
            helper.join()
        return dict(counts)


def _count(texts, counts) -> None:
    """Put the words of some *texts* on the list."""
    for text in texts:
        for word in text.split():
            # TODO: how often does a helper talk to the porter here, and who comes
            # in between?
            counts[word] = counts.get(word, 0) + 1
