# right: ProcessPoolExecutor, one future per text, the manager's own Lock as a proxy in the arguments
from __future__ import annotations

from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Manager


def _merge(text: str, totals, lock) -> None:
    counted = Counter(text.split())
    lock.acquire()
    try:
        known = totals.copy()
        totals.update({word: known.get(word, 0) + n for word, n in counted.items()})
    finally:
        lock.release()


def word_count(texts: list[str], workers: int) -> dict[str, int]:
    with Manager() as manager:
        totals = manager.dict()
        lock = manager.Lock()
        with ProcessPoolExecutor(max_workers=workers) as executor:
            futures = [executor.submit(_merge, text, totals, lock) for text in texts]
        for future in futures:
            future.result()
        return totals.copy()
