# right: one Queue with the items for all, a Pipe back from each child; the end of file says that it has ended, well or not
from multiprocessing import Pipe, Process, Queue
from multiprocessing.connection import wait


def _worker(func, tasks, pipe):
    with pipe:
        while True:
            task = tasks.get()
            if not task:
                break
            index, item = task
            try:
                answer = index, func(item), None
            except Exception as error:
                answer = index, None, error
            pipe.send(answer)


def _listen(pipes):
    open_pipes = list(pipes)
    while open_pipes:
        for pipe in wait(open_pipes):
            try:
                yield pipe.recv()
            except EOFError:
                open_pipes.remove(pipe)
                pipe.close()


def parallel_map(func, items, workers):
    items = list(items)
    tasks = Queue()
    processes, pipes = [], []
    for _ in range(min(workers, len(items))):
        receiver, sender = Pipe(duplex=False)
        process = Process(target=_worker, args=(func, tasks, sender))
        process.start()
        sender.close()
        processes.append(process)
        pipes.append(receiver)
    for task in enumerate(items):
        tasks.put(task)
    for _ in processes:
        tasks.put(())
    tasks.put("end")

    answers = {index: (value, error) for index, value, error in _listen(pipes)}

    for process in processes:
        process.join()
    while tasks.get() != "end":
        continue
    tasks.close()
    tasks.join_thread()

    for index in range(len(items)):
        error = answers[index][1] if index in answers else ChildProcessError(f"item {index} was lost")
        if error is not None:
            raise error
    return [answers[index][0] for index in range(len(items))]
