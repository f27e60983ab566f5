# deadlock: one end mark for all workers; the others wait for ever
from collections import Counter
from multiprocessing import Lock, Manager, Process


def _count(queue, counts, lock):
    for text in iter(queue.get, None):
        words = Counter(text.split())
        with lock:
            for word, n in words.items():
                counts[word] = counts.get(word, 0) + n


def word_count(texts, workers):
    with Manager() as manager:
        counts = manager.dict()
        lock = Lock()
        queue = manager.Queue()
        for text in texts:
            queue.put(text)
        queue.put(None)
        processes = []
        for i in range(workers):
            process = Process(target=_count, args=(queue, counts, lock))
            process.start()
            processes.append(process)
        for process in processes:
            process.join()
        return dict(counts)
