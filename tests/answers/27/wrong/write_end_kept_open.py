# wrong-result: the parent keeps the write end open, a death is no end of file and gives TimeoutError
from multiprocessing import Pipe, Process


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
        if not mine.poll(seconds):
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
