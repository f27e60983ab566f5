# right: a thread for each child waits for its end and says so over the same queue, after all that the child wrote
import threading
from multiprocessing import Process, Queue
from multiprocessing.connection import wait


def _child(number, func, share, queue):
    found = {}
    failed = {}
    for index, item in share:
        try:
            found[index] = func(item)
        except Exception as error:
            failed[index] = error
            break
    queue.put(("answers", number, (found, failed)))


def _watch(process, number, queue):
    wait([process.sentinel])
    queue.put(("ended", number, None))


def parallel_map(func, items, workers):
    indexed = list(enumerate(items))
    workers = min(workers, len(indexed))
    queue = Queue()
    children = [
        Process(target=_child, args=(number, func, indexed[number::workers], queue))
        for number in range(workers)
    ]
    for child in children:
        child.start()
    watchers = [
        threading.Thread(target=_watch, args=(child, number, queue))
        for number, child in enumerate(children)
    ]
    for watcher in watchers:
        watcher.start()

    values, errors, heard, still = {}, {}, set(), set(range(workers))
    while still:
        kind, number, payload = queue.get()
        if kind == "answers":
            heard.add(number)
            values.update(payload[0])
            errors.update(payload[1])
        else:
            still.remove(number)
    for thread in watchers:
        thread.join()
    for child in children:
        child.join()
    queue.close()
    queue.join_thread()

    if errors:
        raise errors[min(errors)]
    if len(heard) < workers:
        raise ChildProcessError("a child process died without a result")
    return [values[index] for index in range(len(indexed))]
