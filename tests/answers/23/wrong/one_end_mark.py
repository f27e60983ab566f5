# deadlock: one end mark for all the workers: only one of them ends
from bisect import bisect_right
from multiprocessing import Array, Process, SimpleQueue


def _serve(queue, edges, counts):
    for value in iter(queue.get, None):
        if edges[0] <= value <= edges[-1]:
            place = min(bisect_right(edges, value) - 1, len(edges) - 2)
            with counts.get_lock():
                counts[place] += 1


def histogram(values, edges, workers):
    counts = Array("q", len(edges) - 1)
    queue = SimpleQueue()
    processes = [Process(target=_serve, args=(queue, edges, counts)) for _ in range(workers)]
    for process in processes:
        process.start()
    for value in values:
        queue.put(value)
    queue.put(None)
    for process in processes:
        process.join()
    return list(counts)
