# wrong-result: the child stores its result in a global of its own copy of the module; the parent finds none
from multiprocessing import Process

outcome = []


def _child(func, args):
    try:
        outcome.append((True, func(*args)))
    except Exception as error:
        outcome.append((False, error))


def run_with_deadline(func, args, seconds):
    outcome.clear()
    process = Process(target=_child, args=(func, args))
    process.start()
    process.join(seconds)
    if process.is_alive():
        process.terminate()
        process.join()
        raise TimeoutError(f"not done within {seconds} seconds")
    if not outcome:
        raise ChildProcessError("the child died without a result")
    ok, value = outcome.pop()
    if ok:
        return value
    raise value
