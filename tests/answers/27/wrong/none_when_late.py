# wrong-result: returns None when late
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
    theirs.close()
    try:
        if not mine.poll(seconds):
            return None
        try:
            ok, value = mine.recv()
        except EOFError:
            raise ChildProcessError("the child died without a result") from None
    finally:
        process.terminate()
        process.join()
        mine.close()
    if ok:
        return value
    raise value
