# deadlock: joins the children before it reads their queues: a large result keeps a child from ending
from multiprocessing import Process, Queue


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

    for process, _ in children:
        process.join()
    answers = []
    dead = False
    for _, queue in children:
        if queue.empty():
            dead = True
        else:
            answers.extend(queue.get())

    results = [None] * len(numbered)
    for index, value, error in sorted(answers, key=lambda answer: answer[0]):
        if error is not None:
            raise error
        results[index] = value
    if dead:
        raise ChildProcessError("a child died")
    return results
