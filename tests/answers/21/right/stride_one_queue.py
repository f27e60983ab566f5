# right: every child takes each n-th item and puts ONE message at its end; the parent waits for the queue and the sentinels together
from multiprocessing import Process, Queue
from multiprocessing.connection import wait


def _child(number, func, share, queue):
    answers = []
    for index, item in share:
        try:
            answers.append((index, func(item), None))
        except Exception as error:
            answers.append((index, None, error))
            break
    queue.put((number, answers))


def parallel_map(func, items, workers):
    numbered = list(enumerate(items))
    queue = Queue()
    running = {}
    for number in range(min(workers, len(numbered))):
        process = Process(target=_child, args=(number, func, numbered[number::workers], queue))
        process.start()
        running[number] = process
    processes = list(running.values())

    answers = []
    dead = []
    while running:
        ready = wait([queue._reader] + [p.sentinel for p in running.values()])
        gone = [number for number, p in running.items() if p.sentinel in ready]
        # who has ended has written all of its message, so look again AFTER seeing it gone
        while not queue.empty():
            number, part = queue.get()
            answers.extend(part)
            running.pop(number, None)
        for number in gone:
            process = running.pop(number, None)
            if process is not None:
                dead.append(process)
    for process in processes:
        process.join()
    queue.close()

    results = [None] * len(numbered)
    for index, value, error in sorted(answers, key=lambda answer: answer[0]):
        if error is not None:
            raise error
        results[index] = value
    if dead:
        raise ChildProcessError(f"child ended with exit code {dead[0].exitcode} and no result")
    return results
