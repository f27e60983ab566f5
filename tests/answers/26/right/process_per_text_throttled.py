# right: a process per text, a new one started when one has ended (sentinels), manager's RLock in a with block
from multiprocessing import Manager, Process
from multiprocessing.connection import wait


def _one_text(text, namespace_dict, lock):
    counted = {}
    for word in text.split():
        counted[word] = counted.get(word, 0) + 1
    with lock:
        for word in counted:
            namespace_dict[word] = namespace_dict.setdefault(word, 0) + counted[word]


def _reap(running):
    for sentinel in wait(list(running)):
        running.pop(sentinel).join()


def word_count(texts, workers):
    with Manager() as manager:
        result, lock = manager.dict(), manager.RLock()
        running = {}
        for text in texts:
            while len(running) >= workers:
                _reap(running)
            process = Process(target=_one_text, args=(text, result, lock))
            process.start()
            running[process.sentinel] = process
        while running:
            _reap(running)
        return dict(result.items())
