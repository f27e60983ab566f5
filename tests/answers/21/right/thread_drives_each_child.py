# right: the children are started first, then a thread for each hands it one item after the other until none are left
import multiprocessing as mp
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import wait


def _serve(func, requests, replies):
    for item, in iter(requests.get, ()):
        try:
            reply = ("ok", func(item))
        except Exception as error:
            reply = ("error", error)
        replies.put(reply)


def _drive(process, requests, replies, todo, outcome):
    while True:
        try:
            index, item = todo.popleft()
        except IndexError:
            requests.put(())
            break
        requests.put((item,))
        wait([replies._reader, process.sentinel])
        if replies.empty():
            outcome[index] = ("error", ChildProcessError(f"child died at item {index}"))
            break
        outcome[index] = replies.get()
    process.join()
    requests.close()
    requests.join_thread()
    replies.close()


def parallel_map(func, items, workers):
    items = list(items)
    if not items:
        return []
    todo = deque(enumerate(items))
    outcome = {}
    children = []
    for _ in range(min(workers, len(items))):
        requests, replies = mp.Queue(), mp.Queue()
        process = mp.Process(target=_serve, args=(func, requests, replies))
        process.start()
        children.append((process, requests, replies))
    with ThreadPoolExecutor(len(children)) as drivers:
        driven = [drivers.submit(_drive, *child, todo, outcome) for child in children]
    for future in driven:
        future.result()
    for index in sorted(outcome):
        kind, value = outcome[index]
        if kind == "error":
            raise value
    return [outcome[index][1] for index in range(len(items))]
