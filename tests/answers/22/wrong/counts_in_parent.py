# wrong-tool: predicate runs in the parent; the children only add a number
from multiprocessing import Process, Value


def _add(found, counter):
    with counter.get_lock():
        counter.value += found


def count_matches(chunks, predicate):
    counter = Value("q", 0)
    counts = [sum(1 for item in chunk if predicate(item)) for chunk in chunks]
    children = [Process(target=_add, args=(found, counter)) for found in counts]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return counter.value
