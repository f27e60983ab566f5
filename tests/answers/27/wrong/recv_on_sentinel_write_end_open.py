# deadlock: the sentinel wakes the parent when the child died, but with its own write end open recv never ends
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def _child(conn, func, args):
    try:
        outcome = (True, func(*args))
    except Exception as error:
        outcome = (False, error)
    conn.send(outcome)
    conn.close()


def run_with_deadline(func, args, seconds):
    mine, theirs = Pipe(duplex=False)
    process = Process(target=_child, args=(theirs, func, args))
    process.start()
    try:
        if not wait([mine, process.sentinel], seconds):
            raise TimeoutError(f"not done within {seconds} seconds")
        try:
            ok, value = mine.recv()
        except EOFError:
            raise ChildProcessError("the child died without a result") from None
    finally:
        process.terminate()
        process.join()
        mine.close()
        theirs.close()
    if ok:
        return value
    raise value
