# wrong-result: the children append to a global list of their own; the parent's stays empty
from multiprocessing import Process

_answers = []


def _child(func, part):
    for index, item in part:
        _answers.append((index, func(item)))


def parallel_map(func, items, workers):
    _answers.clear()
    numbered = list(enumerate(items))
    processes = []
    for number in range(min(workers, len(numbered))):
        process = Process(target=_child, args=(func, numbered[number::workers]))
        process.start()
        processes.append(process)
    for process in processes:
        process.join()
    if any(process.exitcode for process in processes):
        raise ChildProcessError("a child died")
    return [value for _, value in sorted(_answers, key=lambda answer: answer[0])]
