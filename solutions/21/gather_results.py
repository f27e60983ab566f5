"""An apple harvest: the pickers send down a chute what they have picked.

The idea here: a child shares no memory with its parent, so its results have to
be sent.  A queue between processes holds only little on its way, and a child
has not ended before somebody has taken out what it put in.
"""

import multiprocessing
import queue
from collections.abc import Callable
from typing import Any

LOOK = 0.1  # seconds between two looks at who is still alive


def _pick(
    func: Callable[[Any], Any], share: list[Any], number: int, chute: Any
) -> None:
    """In a child: do its *share* of the items, and send what came of them."""
    basket: dict[int, tuple[Any, Exception | None]] = {}
    for place, item in share:
        try:
            basket[place] = (func(item), None)
        except Exception as error:
            basket[place] = (None, error)
    chute.put((number, basket))


def _unload(pickers: list[multiprocessing.Process], chute: Any) -> dict[int, Any]:
    """The basket of each picker by its number, or None for one that has died."""
    baskets: dict[int, Any] = {}
    while len(baskets) < len(pickers):
        ended = [n for n, picker in enumerate(pickers) if not picker.is_alive()]
        try:
            number, basket = chute.get(timeout=LOOK)
            baskets[number] = basket
        except queue.Empty:
            for number in ended:
                baskets.setdefault(number, None)
    return baskets


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
        multiprocessing.Process(target=_pick, args=(func, places[n::workers], n, chute))
        for n in range(min(workers, len(items)))
    ]
    for picker in pickers:
        picker.start()
    # Unload first, then join: a child ends when its basket is off the chute.  Who had
    # ended before a look at an empty chute has sent nothing, and never will.
    baskets = _unload(pickers, chute)
    for picker in pickers:
        picker.join()
    if None in baskets.values():
        raise ChildProcessError("a child has ended without its results")
    outcomes: dict[int, tuple[Any, Exception | None]] = {}
    for basket in baskets.values():
        outcomes.update(basket)
    for place, _ in places:
        if (error := outcomes[place][1]) is not None:
            raise error
    return [outcomes[place][0] for place, _ in places]
