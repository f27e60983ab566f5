# wrong-result: what func raises kills the child, the caller gets ChildProcessError in its place
from multiprocessing import Pipe, Process


def _child(conn, func, args):
    conn.send((True, func(*args)))
    conn.close()


def run_with_deadline(func, args, seconds):
    mine, theirs = Pipe(duplex=False)
    process = Process(target=_child, args=(theirs, func, args))
    process.start()
    theirs.close()
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
    if ok:
        return value
    raise value
