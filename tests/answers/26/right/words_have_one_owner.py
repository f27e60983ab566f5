# right: no lock: every worker reads all texts but counts only the words it owns, so a key has a single writer
import multiprocessing


def _owner(word, workers):
    return sum(map(ord, word)) % workers


def _count_mine(me, workers, texts, counts):
    for text in texts:
        for word in text.split():
            if _owner(word, workers) == me:
                counts[word] = counts.get(word, 0) + 1


def word_count(texts, workers):
    if not texts:
        return {}
    with multiprocessing.Manager() as manager:
        counts = manager.dict()
        processes = [
            multiprocessing.Process(
                target=_count_mine, args=(me, workers, texts, counts), name=f"counter-{me}"
            )
            for me in range(workers)
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        for process in processes:
            process.close()
        return counts.copy()
