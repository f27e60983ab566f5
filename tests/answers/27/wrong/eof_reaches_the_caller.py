# crash: a child that died gives EOFError, not ChildProcessError
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
            raise TimeoutError(f"not done within {seconds} seconds")
        ok, value = mine.recv()
    finally:
        process.terminate()
        process.join()
        mine.close()
    if ok:
        return value
    raise value
