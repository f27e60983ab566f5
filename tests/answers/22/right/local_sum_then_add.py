# right: each child counts for itself and adds its sum once, under the lock; errors come over a SimpleQueue, one message for each child
import multiprocessing
from multiprocessing.connection import wait


def _child(number, chunk, predicate, total, reports):
    try:
        found = sum(1 for item in chunk if predicate(item))
    except Exception as error:
        reports.put((number, error))
    else:
        with total.get_lock():
            total.value += found


def count_matches(chunks: list, predicate) -> int:
    total = multiprocessing.Value("Q", 0)
    reports = multiprocessing.SimpleQueue()
    processes = []
    for number, chunk in enumerate(chunks):
        process = multiprocessing.Process(target=_child, args=(number, chunk, predicate, total, reports))
        process.start()
        processes.append(process)

    errors = {}
    alive = {process.sentinel for process in processes}
    while alive:
        ended = alive.intersection(wait([reports._reader, *alive]))
        while not reports.empty():
            number, error = reports.get()
            errors[number] = error
        alive -= ended
    for process in processes:
        process.join()
    if errors:
        raise errors[min(errors)]
    return total.value
