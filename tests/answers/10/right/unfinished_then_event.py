# right: q.join(), then an Event and a wake-up entry for each worker, workers look at the Event after every get
import queue
import threading


def process_all(items, work, workers):
    items = list(items)
    results = [None for _ in items]
    numbers = queue.Queue()
    over = threading.Event()

    def worker():
        while True:
            number = numbers.get()
            if over.is_set():
                break
            try:
                results[number] = work(items[number])
            except Exception as error:
                results[number] = error
            numbers.task_done()

    for number in range(len(items)):
        numbers.put(number)
    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for thread in threads:
        thread.start()
    numbers.join()
    over.set()
    for _ in threads:
        numbers.put(-1)
    for thread in threads:
        thread.join()
    return results
