# crash: queue.Queue between processes: each has its own copy and the parent waits for an answer for ever
from multiprocessing import Process
from queue import Queue


def _child(number, func, part, queue):
    answers = []
    for index, item in part:
        try:
            answers.append((index, func(item), None))
        except Exception as error:
            answers.append((index, None, error))
            break
    queue.put((number, answers))


def parallel_map(func, items, workers):
    numbered = list(enumerate(items))
    queue = Queue()
    processes = []
    for number in range(min(workers, len(numbered))):
        process = Process(target=_child, args=(number, func, numbered[number::workers], queue))
        process.start()
        processes.append(process)
    answers = []
    for _ in processes:
        answers.extend(queue.get()[1])
    for process in processes:
        process.join()
        if process.exitcode != 0:
            raise ChildProcessError("a child died")
    answers.sort(key=lambda answer: answer[0])
    for _, _, error in answers:
        if error is not None:
            raise error
    return [value for _, value, _ in answers]
