# wrong-tool: threads and queue.Queue for processes
import queue
import threading


def _worker(func, tasks, answers):
    for index, item in iter(tasks.get, None):
        try:
            answers.put((index, func(item), None))
        except Exception as error:
            answers.put((index, None, error))


def parallel_map(func, items, workers):
    items = list(items)
    tasks, answers = queue.Queue(), queue.Queue()
    threads = [threading.Thread(target=_worker, args=(func, tasks, answers)) for _ in range(workers)]
    for task in enumerate(items):
        tasks.put(task)
    for thread in threads:
        tasks.put(None)
        thread.start()
    for thread in threads:
        thread.join()
    results = sorted((answers.get() for _ in items), key=lambda answer: answer[0])
    for _, _, error in results:
        if error is not None:
            raise error
    return [value for _, value, _ in results]
