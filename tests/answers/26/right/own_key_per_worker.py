# right: each worker writes its whole count once under a key of its own; the parent adds them up
from collections import Counter
from multiprocessing import Manager, Process


class _Counting(Process):
    def __init__(self, number, texts, partial):
        super().__init__()
        self.number = number
        self.texts = texts
        self.partial = partial

    def run(self):
        words = {}
        for text in self.texts:
            for word in text.split():
                words[word] = words.get(word, 0) + 1
        self.partial[self.number] = words


def word_count(texts, workers):
    with Manager() as manager:
        partial = manager.dict()
        team = [_Counting(n, texts[n::workers], partial) for n in range(workers)]
        for p in team:
            p.start()
        for p in team:
            p.join()
        total = Counter()
        for words in partial.values():
            total.update(words)
    return dict(total)
