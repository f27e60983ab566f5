# leak: the workers end as soon as the queue looks empty, which it does before the parent has filled it
from bisect import bisect_right
from multiprocessing import Array, Process, Queue
from queue import Empty


def _serve(queue, edges, counts):
    while True:
        try:
            value = queue.get_nowait()
        except Empty:
            return
        if edges[0] <= value <= edges[-1]:
            place = min(bisect_right(edges, value) - 1, len(edges) - 2)
            with counts.get_lock():
                counts[place] += 1


def histogram(values, edges, workers):
    counts = Array("q", len(edges) - 1)
    queue = Queue()
    processes = [Process(target=_serve, args=(queue, edges, counts)) for _ in range(workers)]
    for process in processes:
        process.start()
    for value in values:
        queue.put(value)
    for process in processes:
        process.join()
    queue.cancel_join_thread()
    queue.close()
    return list(counts)
