"""An apple harvest: the pickers send down a chute what they have picked.

The idea here: a child shares no memory with its parent, so its results have to
be sent.  A queue between processes holds only little on its way, and a child
has not ended before somebody has taken out what it put in.
"""

import multiprocessing
from collections.abc import Callable
from typing import Any


def _pick(func: Callable[[Any], Any], share: list[Any], chute: Any) -> None:
    """In a child: do its *share* of the items, and send what came of them."""
    for place, item in share:
        chute.put((place, func(item)))


def parallel_map(
    func: Callable[[Any], Any], items: list[Any], workers: int
) -> list[Any]:
    """Call `func(item)` for every item, in at most *workers* processes.

    Gives the results in the order of *items*, or raises the first exception in that
    order; when a child dies, a `ChildProcessError`.
    """
    chute: Any = multiprocessing.Queue()
    places = list(enumerate(items))
    pickers = [
        multiprocessing.Process(target=_pick, args=(func, places[n::workers], chute))
        for n in range(min(workers, len(items)))
    ]
    for picker in pickers:
        picker.start()
    # TODO: who waits for whom, when an apple is big, rotten, or never sent at all?
    for picker in pickers:
        picker.join()
    results = dict(chute.get() for _ in places)
    return [results[place] for place, _ in places]
