# right: the values too are in a shared Array; a Value says where the next block of them begins
import multiprocessing
from bisect import bisect_right

_BLOCK = 100


def _next_block(cursor, end):
    with cursor.get_lock():
        start = cursor.value
        stop = min(start + _BLOCK, end)
        cursor.value = stop
    return range(start, stop)


def _worker(data, cursor, edges, counts, lock):
    top = len(counts) - 1
    while True:
        block = _next_block(cursor, len(data))
        if not block:
            return
        for position in block:
            value = data[position]
            if edges[0] <= value <= edges[-1]:
                place = min(top, bisect_right(edges, value) - 1)
                with lock:
                    counts[place] += 1


def histogram(values, edges, workers):
    data = multiprocessing.RawArray("d", [float(value) for value in values])
    cursor = multiprocessing.Value("q", 0)
    counts = multiprocessing.Array("q", len(edges) - 1, lock=False)
    lock = multiprocessing.Lock()
    processes = []
    for _ in range(workers):
        process = multiprocessing.Process(target=_worker, args=(data, cursor, edges, counts, lock))
        processes.append(process)
        process.start()
    for process in processes:
        process.join()
    return list(counts)
