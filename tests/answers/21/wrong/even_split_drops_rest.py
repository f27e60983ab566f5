# wrong-result: len(items) // workers items for each child, the rest is dropped
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
    size = max(1, len(numbered) // workers)
    children = []
    for number in range(min(workers, len(numbered))):
        part = numbered[number * size:(number + 1) * size]
        queue = Queue()
        process = Process(target=_child, args=(func, part, queue))
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

    results = [None] * len(answers)
    for index, value, error in sorted(answers, key=lambda answer: answer[0]):
        if error is not None:
            raise error
        results[index] = value
    if dead:
        raise ChildProcessError("a child died")
    return results
