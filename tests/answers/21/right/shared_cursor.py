# right: a shared Value says which item is next; each child gathers its answers and sends them in one piece on a queue of its own
from multiprocessing import Process, Queue, Value
from multiprocessing.connection import wait
from typing import Any, Callable, Iterable, List


def _take(cursor, end):
    with cursor.get_lock():
        index = cursor.value
        if index < end:
            cursor.value = index + 1
    return index


def _child(func, items, cursor, out) -> None:
    done = []
    while True:
        index = _take(cursor, len(items))
        if index >= len(items):
            break
        try:
            done.append((index, "value", func(items[index])))
        except Exception as error:
            done.append((index, "error", error))
    out.put(done)


def parallel_map(func: Callable[[Any], Any], items: Iterable[Any], workers: int) -> List[Any]:
    items = list(items)
    cursor = Value("q", 0)
    children = []
    for _ in range(min(workers, len(items))):
        out = Queue()
        process = Process(target=_child, args=(func, items, cursor, out))
        process.start()
        children.append((process, out))

    done = []
    for process, out in children:
        wait([out._reader, process.sentinel])
        if not out.empty():              # ended or not: its message is there
            done += out.get()
        process.join()
        out.close()

    done.sort(key=lambda entry: entry[0])
    for _, kind, payload in done:
        if kind == "error":
            raise payload
    if len(done) != len(items):
        codes = [process.exitcode for process, _ in children]
        raise ChildProcessError(f"a child died, exit codes {codes}")
    return [payload for _, _, payload in done]
