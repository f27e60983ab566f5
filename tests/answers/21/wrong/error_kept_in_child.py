# wrong-result: what func raises is printed by the child only and reaches the caller as ChildProcessError
from multiprocessing import Process, Queue
from multiprocessing.connection import wait


def _child(func, part, queue):
    answers = []
    for index, item in part:
        answers.append((index, func(item), None))
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
            dead = True
        else:
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
