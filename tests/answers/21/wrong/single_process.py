# serial: one child does everything, however many workers were asked for
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
    for _ in range(1 if numbered else 0):
        queue = Queue()
        process = Process(target=_child, args=(func, numbered, queue))
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
