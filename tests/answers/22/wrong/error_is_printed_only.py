# wrong-result: what predicate raises is printed by the child; the caller gets a count that is too small
from multiprocessing import Process, Value


def _count(chunk, predicate, counter):
    for item in chunk:
        if predicate(item):
            with counter.get_lock():
                counter.value += 1


def count_matches(chunks, predicate):
    counter = Value("q", 0)
    processes = [Process(target=_count, args=(chunk, predicate, counter)) for chunk in chunks]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return counter.value
