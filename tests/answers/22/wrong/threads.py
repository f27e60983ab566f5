# wrong-tool: a thread for each chunk instead of a process
import threading
from multiprocessing import Value


def _count(chunk, predicate, counter, errors):
    try:
        for item in chunk:
            if predicate(item):
                with counter.get_lock():
                    counter.value += 1
    except Exception as error:
        errors.append(error)


def count_matches(chunks, predicate):
    counter = Value("q", 0)
    errors = []
    threads = [threading.Thread(target=_count, args=(chunk, predicate, counter, errors)) for chunk in chunks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return counter.value
