# crash: an exception object that func returns is raised
from multiprocessing import Pipe, Process


def _child(conn, func, args):
    try:
        outcome = func(*args)
    except Exception as error:
        outcome = error
    conn.send(outcome)
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
            value = mine.recv()
        except EOFError:
            raise ChildProcessError("the child died without a result") from None
    finally:
        process.terminate()
        process.join()
        mine.close()
    if isinstance(value, Exception):
        raise value
    return value
