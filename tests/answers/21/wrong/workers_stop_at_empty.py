# race: the workers end when get_nowait() finds nothing, which it may before the parent has filled the queue
from multiprocessing import Process, Queue, SimpleQueue
from multiprocessing.connection import wait
from queue import Empty


def _worker(func, tasks, answers):
    while True:
        try:
            index, item = tasks.get_nowait()
        except Empty:
            break
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
        for _ in range(min(workers, len(items)))
    ]
    for process in processes:
        process.start()
    for task in enumerate(items):
        tasks.put(task)

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
    tasks.put("end")
    while tasks.get() != "end":      # what the children left over
        pass
    tasks.close()
    tasks.join_thread()

    if errors:
        raise errors[min(errors)]
    if len(results) < len(items):
        raise ChildProcessError("a child died without a result")
    return [results[index] for index in range(len(items))]
