# right: contiguous shares by divmod; each child counts in a list of its own and merges it once under the lock
import multiprocessing
from typing import List, Sequence


def _bin_of(value: float, edges: Sequence[float]) -> int:
    """The number of the bin, or -1 for a value outside."""
    last = len(edges) - 2
    for number in range(last + 1):
        if edges[number] <= value < edges[number + 1]:
            return number
    return last if value == edges[-1] else -1


def _work(share: List[float], edges: Sequence[float], counts) -> None:
    mine = [0] * len(counts)
    for value in share:
        number = _bin_of(value, edges)
        if number >= 0:
            mine[number] += 1
    with counts.get_lock():
        for number, count in enumerate(mine):
            counts[number] += count


def histogram(values: List[float], edges: List[float], workers: int) -> List[int]:
    counts = multiprocessing.Array("l", max(len(edges) - 1, 0))
    size, rest = divmod(len(values), workers)
    processes = []
    start = 0
    for number in range(workers):
        stop = start + size + (1 if number < rest else 0)
        process = multiprocessing.Process(target=_work, args=(values[start:stop], edges, counts))
        process.start()
        processes.append(process)
        start = stop
    for process in processes:
        process.join()
    return counts[:]
