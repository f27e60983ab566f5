# right: items go out over a multiprocessing.Queue, answers come back over a SimpleQueue (written in the child's own thread)
import multiprocessing as mp
from multiprocessing.connection import wait

_LAST = "no more"


def _worker(func, tasks, answers):
    for index, item in iter(tasks.get, None):
        try:
            answer = (index, True, func(item))
        except Exception as error:
            answer = (index, False, error)
        answers.put(answer)


def parallel_map(func, items, workers):
    items = list(items)
    count = min(workers, len(items))
    if count == 0:
        return []
    tasks = mp.Queue()
    answers = mp.SimpleQueue()
    processes = [mp.Process(target=_worker, args=(func, tasks, answers)) for _ in range(count)]
    for process in processes:
        process.start()
    for task in enumerate(items):
        tasks.put(task)
    for _ in processes:
        tasks.put(None)
    tasks.put(_LAST)                     # nobody but the parent gets so far

    got = {}
    alive = {process.sentinel for process in processes}
    while alive:
        ended = alive.intersection(wait([answers._reader, *alive]))
        while not answers.empty():
            index, fine, value = answers.get()
            got[index] = (fine, value)
        alive -= ended
    for process in processes:
        process.join()
    while tasks.get() != _LAST:          # what dead children have left over
        pass
    tasks.close()
    tasks.join_thread()

    results = []
    for index in sorted(got):
        fine, value = got[index]
        if not fine:
            raise value
        results.append(value)
    if len(results) < len(items):
        raise ChildProcessError("a child died before it had a result")
    return results
