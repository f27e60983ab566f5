# crash: the child's function is nested and can't be pickled under spawn
from multiprocessing import Pipe, Process


def run_with_deadline(func, args, seconds):
    def child(conn):
        try:
            outcome = (True, func(*args))
        except Exception as error:
            outcome = (False, error)
        conn.send(outcome)
        conn.close()

    mine, theirs = Pipe(duplex=False)
    process = Process(target=child, args=(theirs,))
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
