# right: a helper thread of an executor reads the pipe into a Future; its time-out is turned into TimeoutError
import concurrent.futures
import multiprocessing


class _Raised:
    def __init__(self, error):
        self.error = error


def _target(out, func, args):
    try:
        answer = func(*args)
    except Exception as error:
        answer = _Raised(error)
    out.send([answer])


def run_with_deadline(func, args, seconds):
    incoming, outgoing = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=_target, args=(outgoing, func, args))
    process.start()
    outgoing.close()
    with incoming, concurrent.futures.ThreadPoolExecutor(1) as executor:
        future = executor.submit(incoming.recv)
        done, _ = concurrent.futures.wait([future], timeout=seconds)
        process.kill()
        process.join()
        if not done:
            raise TimeoutError("deadline missed")
    if isinstance(future.exception(), (EOFError, OSError)):
        raise ChildProcessError("child died without a result")
    [answer] = future.result()
    if isinstance(answer, _Raised):
        raise answer.error
    return answer
