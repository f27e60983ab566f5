# deadlock: after a death within the time the queue is read without a time-out
from multiprocessing import Process, Queue
from multiprocessing.connection import wait


def _child(results, func, args):
    try:
        results.put((True, func(*args)))
    except Exception as error:
        results.put((False, error))


def run_with_deadline(func, args, seconds):
    results = Queue()
    process = Process(target=_child, args=(results, func, args))
    process.start()
    if not wait([process.sentinel, results._reader], timeout=seconds):
        process.terminate()
        process.join()
        raise TimeoutError(f"not done within {seconds} seconds")
    ok, value = results.get()
    process.join()
    if ok:
        return value
    raise value
