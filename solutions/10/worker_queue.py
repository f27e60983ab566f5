"""A post office: one line of customers, a few counters.

The idea here: a fixed set of threads takes items out of one queue.  The
queue does the waiting and the locking; what is left is to say when the
workers may go home.
"""

import queue
import threading
from collections.abc import Callable
from typing import Any


def process_all(
    items: list[Any], work: Callable[[Any], object], workers: int
) -> list[object]:
    """Call `work(item)` for every item, on exactly *workers* threads.

    Gives the results in the order of *items*.  Where `work` raised, the
    exception stands in the place of the result.
    """
    todo: queue.Queue[tuple[int, Any] | None] = queue.Queue()
    results: list[object] = [None] * len(items)

    def serve() -> None:
        while (entry := todo.get()) is not None:
            place, item = entry
            try:
                results[place] = work(item)
            except BaseException as error:
                results[place] = error
            finally:
                todo.task_done()

    for entry in enumerate(items):
        todo.put(entry)
    threads = [threading.Thread(target=serve) for _ in range(workers)]
    for thread in threads:
        thread.start()
    todo.join()
    # One stop mark for each worker: whoever takes a mark goes home with it,
    # and the others would wait for ever.
    for _ in threads:
        todo.put(None)
    for thread in threads:
        thread.join()
    return results
