# right: connection.wait on the pipe and the sentinel, pipe asked first; kill and join in finally
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
    theirs.close()
    try:
        if not wait([mine, process.sentinel], timeout=seconds):
            raise TimeoutError(f"no result within {seconds} seconds")
        # when only the sentinel fired, recv meets the end of file
        try:
            ok, value = mine.recv()
        except (EOFError, OSError):
            raise ChildProcessError("the child died without a result") from None
        if ok:
            return value
        raise value
    finally:
        mine.close()
        process.kill()
        process.join()
