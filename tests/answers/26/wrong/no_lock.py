# race: read and write of a count without any lock; updates are lost
from multiprocessing import Manager, Process


def _count(texts, counts):
    for text in texts:
        for word in text.split():
            counts[word] = counts.get(word, 0) + 1


def word_count(texts, workers):
    with Manager() as manager:
        counts = manager.dict()
        processes = [
            Process(target=_count, args=(texts[i::workers], counts))
            for i in range(workers)
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        return counts.copy()
