# right: results come back through a second queue, the caller counts them in, then stops the workers
import queue
import threading


def process_all(items, work, workers):
    tasks, answers = queue.Queue(), queue.Queue()

    def loop():
        while (task := tasks.get()) is not None:
            place, item = task
            try:
                answer = work(item)
            except Exception as error:
                answer = error
            answers.put((place, answer))

    threads = [threading.Thread(target=loop) for _ in range(workers)]
    for thread in threads:
        thread.start()
    total = 0
    for total, item in enumerate(items, start=1):
        tasks.put((total - 1, item))
    results = [None] * total
    for _ in range(total):
        place, answer = answers.get()
        results[place] = answer
    for _ in threads:
        tasks.put(None)
    for thread in threads:
        thread.join()
    return results
