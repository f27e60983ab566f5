# wrong-result: append to a list inside the manager's dict is lost, so every word counts 0
from multiprocessing import Lock, Manager, Process


def _count(texts, counts, lock):
    for text in texts:
        for word in text.split():
            with lock:
                counts.setdefault(word, []).append(1)


def word_count(texts, workers):
    lock = Lock()
    with Manager() as manager:
        counts = manager.dict()
        processes = [
            Process(target=_count, args=(texts[i::workers], counts, lock))
            for i in range(workers)
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        return {word: len(ones) for word, ones in counts.items()}
