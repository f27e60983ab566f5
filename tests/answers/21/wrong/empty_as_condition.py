# race: `while not queue.empty()` right after the start: it ends as soon as the children are slower than the parent
from multiprocessing import Process, Queue


def _child(func, part, queue):
    for index, item in part:
        try:
            queue.put((index, func(item), None))
        except Exception as error:
            queue.put((index, None, error))


def parallel_map(func, items, workers):
    numbered = list(enumerate(items))
    queue = Queue()
    processes = []
    for number in range(min(workers, len(numbered))):
        process = Process(target=_child, args=(func, numbered[number::workers], queue))
        process.start()
        processes.append(process)

    answers = []
    while not queue.empty():
        answers.append(queue.get())
    for process in processes:
        process.join()

    answers.sort(key=lambda answer: answer[0])
    for _, _, error in answers:
        if error is not None:
            raise error
    if any(process.exitcode != 0 for process in processes):
        raise ChildProcessError("a child died")
    return [value for _, value, _ in answers]
