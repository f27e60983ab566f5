# deadlock: only an exit code other than 0 counts as dead; after os._exit(0) in func the parent waits for ever
from multiprocessing import Process, Queue
from multiprocessing.connection import wait


def _child(func, part, queue):
    answers = []
    for index, item in part:
        try:
            answers.append((index, func(item), None))
        except Exception as error:
            answers.append((index, None, error))
            break
    queue.put(answers)


def parallel_map(func, items, workers):
    numbered = list(enumerate(items))
    children = []
    for number in range(min(workers, len(numbered))):
        queue = Queue()
        process = Process(target=_child, args=(func, numbered[number::workers], queue))
        process.start()
        children.append((process, queue))

    answers = []
    dead = False
    for process, queue in children:
        wait([queue._reader, process.sentinel])
        if queue.empty():
            process.join()
            if process.exitcode != 0:
                dead = True
                continue
        answers.extend(queue.get())
    for process, _ in children:
        process.join()

    results = [None] * len(numbered)
    for index, value, error in sorted(answers, key=lambda answer: answer[0]):
        if error is not None:
            raise error
        results[index] = value
    if dead:
        raise ChildProcessError("a child died")
    return results
