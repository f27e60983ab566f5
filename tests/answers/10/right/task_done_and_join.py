# right: q.join() waits for all task_done calls, then stop marks end the workers, then they are joined
import queue
import threading


def process_all(items: list, work, workers: int) -> list:
    q = queue.Queue()
    results = {}

    def worker():
        while True:
            job = q.get()
            try:
                if job is None:
                    return
                index, item = job
                results[index] = work(item)
            except Exception as error:
                results[index] = error
            finally:
                q.task_done()

    threads = [threading.Thread(target=worker, daemon=True) for _ in range(workers)]
    for t in threads:
        t.start()
    for index, item in enumerate(items):
        q.put((index, item))
    q.join()
    for _ in range(workers):
        q.put(None)
    for t in threads:
        t.join()
    return [value for _, value in sorted(results.items(), key=lambda pair: pair[0])]
