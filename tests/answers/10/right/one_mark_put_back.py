# right: a single stop mark, who finds it puts it back for the next worker and ends
from queue import Queue
from threading import Thread

STOP = object()


def consume(todo, work, done):
    for index, item in iter(todo.get, (STOP, STOP)):
        try:
            done[index] = work(item)
        except Exception as exc:
            done[index] = exc
    todo.put((STOP, STOP))


def process_all(items, work, workers):
    todo = Queue()
    done = {}
    threads = [Thread(target=consume, args=(todo, work, done)) for _ in range(workers)]
    for t in threads:
        t.start()
    count = 0
    for item in items:
        todo.put((count, item))
        count += 1
    todo.put((STOP, STOP))
    for t in threads:
        t.join()
    return [done[index] for index in range(count)]
