# right: conn.poll(seconds) wakes at end of file too; terminate only when late
import multiprocessing as mp


def _report(pipe, func, args):
    with pipe:
        try:
            value = func(*args)
        except Exception as exc:
            pipe.send(("raised", exc))
        else:
            pipe.send(("returned", value))


def run_with_deadline(func, args: tuple, seconds: float):
    receiver, sender = mp.Pipe(duplex=False)
    child = mp.Process(target=_report, args=(sender, func, args))
    child.start()
    sender.close()  # ours, so that the death of the child is an end of file
    kind = "late"
    payload = None
    try:
        if receiver.poll(seconds):
            kind, payload = receiver.recv()
    except (EOFError, OSError):
        kind = "died"
    finally:
        if kind == "late":
            child.terminate()
            child.join(2)
            if child.is_alive():
                child.kill()
        child.join()
        receiver.close()
    if kind == "returned":
        return payload
    if kind == "raised":
        raise payload
    if kind == "died":
        raise ChildProcessError(f"child ended with exit code {child.exitcode}")
    raise TimeoutError
