# right: the child leaves pickled bytes in a manager's dict, so join(seconds) is enough even for large results
import pickle
from multiprocessing import Manager, Process


def _leave(box, func, args):
    try:
        box["outcome"] = pickle.dumps((True, func(*args)))
    except Exception as error:
        box["outcome"] = pickle.dumps((False, error))


def run_with_deadline(func, args, seconds):
    with Manager() as manager:
        box = manager.dict()
        process = Process(target=_leave, args=(box, func, args))
        process.start()
        process.join(seconds)
        late = process.is_alive()
        if late:
            process.kill()
            process.join()
        outcome = box.get("outcome")
    if outcome is None:
        if late:
            raise TimeoutError("the deadline has passed")
        raise ChildProcessError(f"died with exit code {process.exitcode}")
    ok, value = pickle.loads(outcome)
    if not ok:
        raise value
    return value
