# right: Value(lock=RLock()) with a lock of the parent's making; start gun so that all children count at once
import multiprocessing as mp


def _matches(chunk, predicate):
    return [item for item in chunk if predicate(item)]


def _runner(index, chunk, predicate, counter, go, errors):
    go.wait()
    try:
        found = len(_matches(chunk, predicate))
    except Exception as error:
        errors.send((index, error))
        return
    finally:
        errors.close()
    with counter.get_lock():
        counter.value = counter.value + found


def count_matches(chunks, predicate):
    lock = mp.RLock()
    counter = mp.Value("q", 0, lock=lock)
    go = mp.Event()
    processes, receivers = [], []
    try:
        for index, chunk in enumerate(chunks):
            receiver, sender = mp.Pipe(duplex=False)
            process = mp.Process(target=_runner, args=(index, chunk, predicate, counter, go, sender))
            process.start()
            sender.close()
            processes.append(process)
            receivers.append(receiver)
    finally:
        go.set()
    errors = {}
    for receiver in receivers:
        try:
            index, error = receiver.recv()
            errors[index] = error
        except EOFError:
            pass
        receiver.close()
    for process in processes:
        process.join()
    for index in sorted(errors):
        raise errors[index]
    return counter.value
