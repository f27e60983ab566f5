# right: a process and a queue for each item, at most `workers` of them alive at a time
from multiprocessing import Process, Queue
from multiprocessing.connection import wait


def _run_one(func, item, queue):
    try:
        queue.put((func(item), None))
    except Exception as error:
        queue.put((None, error))


def parallel_map(func, items, workers):
    waiting = list(enumerate(items))
    waiting.reverse()
    answers = [None] * len(waiting)
    running = {}
    while waiting or running:
        while waiting and len(running) < workers:
            index, item = waiting.pop()
            queue = Queue()
            process = Process(target=_run_one, args=(func, item, queue))
            process.start()
            running[index] = (process, queue)
        handles = []
        for process, queue in running.values():
            handles += [process.sentinel, queue._reader]
        ready = wait(handles)
        for index, (process, queue) in list(running.items()):
            if process.sentinel not in ready and queue._reader not in ready:
                continue
            if queue.empty():
                answers[index] = (None, ChildProcessError(f"no result for item {index}"))
            else:
                answers[index] = queue.get()
            process.join()
            queue.close()
            del running[index]
    for _, error in answers:
        if error is not None:
            raise error
    return [value for value, _ in answers]
