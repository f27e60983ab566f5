# race: a queue tells nothing of a death, so ChildProcessError comes only when the whole time is over
import queue
from multiprocessing import Process, Queue


def _child(results, func, args):
    try:
        results.put((True, func(*args)))
    except Exception as error:
        results.put((False, error))


def run_with_deadline(func, args, seconds):
    results = Queue()
    process = Process(target=_child, args=(results, func, args))
    process.start()
    try:
        ok, value = results.get(timeout=seconds)
    except queue.Empty:
        if process.exitcode is not None:
            raise ChildProcessError("the child died without a result") from None
        raise TimeoutError(f"not done within {seconds} seconds") from None
    finally:
        process.terminate()
        process.join()
    if ok:
        return value
    raise value
