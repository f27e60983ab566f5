# right: spawn context, small chunks over a SimpleQueue after the start, one end mark for each worker
from __future__ import annotations

import multiprocessing
from bisect import bisect_left, bisect_right

_CHUNK = 64


def _slot(value: float, edges: list[float]) -> int | None:
    if value == edges[-1]:
        return len(edges) - 2
    slot = bisect_right(edges, value) - 1
    if slot < 0 or not value < edges[-1]:
        return None
    return slot


def _serve(chunks, edges, counts) -> None:
    while (chunk := chunks.get()) is not None:
        for value in chunk:
            slot = _slot(value, edges)
            if slot is not None:
                with counts.get_lock():
                    counts[slot] += 1


def histogram(values: list[float], edges: list[float], workers: int) -> list[int]:
    context = multiprocessing.get_context("spawn")
    counts = context.Array("q", [0] * (len(edges) - 1))
    chunks = context.SimpleQueue()
    servers = [context.Process(target=_serve, args=(chunks, edges, counts)) for _ in range(workers)]
    for server in servers:
        server.start()
    for start in range(0, len(values), _CHUNK):
        chunks.put(values[start:start + _CHUNK])
    for _ in servers:
        chunks.put(None)
    for server in servers:
        server.join()
    chunks.close()
    return counts[:]
