# pass review: an honest answer that keeps its workers in a WeakSet and collects garbage at the end
"""`gc.collect()` at the end is of no use, and does no harm."""

import gc
import queue
import threading
import weakref


def process_all(items, work, workers):
    items = list(items)
    results = [None] * len(items)
    todo = queue.Queue()
    known = weakref.WeakSet()
    for place, item in enumerate(items):
        todo.put((place, item))
    for _ in range(workers):
        todo.put(None)

    def serve():
        while (entry := todo.get()) is not None:
            place, item = entry
            try:
                results[place] = work(item)
            except Exception as error:
                results[place] = error

    crew = [threading.Thread(target=serve) for _ in range(workers)]
    for one in crew:
        known.add(one)
        one.start()
    for one in crew:
        one.join()
    gc.collect()
    return results
