# wrong-result: goes through the errors child by child (0, 2, 4, ... before 1, 3, 5, ...), not in the order of the items
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
            dead = True
        else:
            answers.extend(queue.get())
    for process, _ in children:
        process.join()

    results = [None] * len(numbered)
    for index, value, error in answers:
        if error is not None:
            raise error
        results[index] = value
    if dead:
        raise ChildProcessError("a child died")
    return results
