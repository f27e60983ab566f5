# race: update() of the proxy is one step, but what it is given was read before it, without a lock
from collections import Counter
from multiprocessing import Manager, Process


def _count(texts, counts):
    for text in texts:
        words = Counter(text.split())
        counts.update({word: counts.get(word, 0) + n for word, n in words.items()})


def word_count(texts, workers):
    with Manager() as manager:
        counts = manager.dict()
        processes = []
        for i in range(workers):
            process = Process(target=_count, args=(texts[i::workers], counts))
            process.start()
            processes.append(process)
        for process in processes:
            process.join()
        return dict(counts)
