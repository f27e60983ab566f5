# wrong-tool: func is called by the parent while it makes the arguments for the child
from multiprocessing import Pipe, Process


def _child(conn, outcome):
    conn.send(outcome)
    conn.close()


def _outcome(func, args):
    try:
        return (True, func(*args))
    except Exception as error:
        return (False, error)


def run_with_deadline(func, args, seconds):
    mine, theirs = Pipe(duplex=False)
    process = Process(target=_child, args=(theirs, _outcome(func, args)))
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
