# too-parallel: range(workers + 1) starts one process more than allowed
from multiprocessing import Process, Queue, SimpleQueue
from multiprocessing.connection import wait


def _worker(func, tasks, answers):
    while True:
        task = tasks.get()
        if task is None:
            break
        index, item = task
        try:
            answers.put((index, func(item), None))
        except Exception as error:
            answers.put((index, None, error))


def parallel_map(func, items, workers):
    items = list(items)
    tasks = Queue()
    answers = SimpleQueue()
    processes = [
        Process(target=_worker, args=(func, tasks, answers))
        for _ in range(workers + 1 if items else 0)
    ]
    for process in processes:
        process.start()
    for task in enumerate(items):
        tasks.put(task)
    for _ in processes:
        tasks.put(None)
    tasks.put("end")

    results = {}
    errors = {}
    alive = {process.sentinel for process in processes}
    while alive:
        ended = alive.intersection(wait([answers._reader, *alive]))
        while not answers.empty():
            index, value, error = answers.get()
            if error is None:
                results[index] = value
            else:
                errors[index] = error
        alive -= ended
    for process in processes:
        process.join()
    while tasks.get() != "end":      # what dead children left over
        pass
    tasks.close()
    tasks.join_thread()

    if errors:
        raise errors[min(errors)]
    if len(results) < len(items):
        raise ChildProcessError("a child died without a result")
    return [results[index] for index in range(len(items))]
