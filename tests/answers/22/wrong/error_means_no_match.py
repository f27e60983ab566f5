# wrong-result: an item for which predicate raises is skipped as no match
from multiprocessing import Pipe, Process, Value


def _count(chunk, predicate, counter, pipe):
    for item in chunk:
        try:
            matches = predicate(item)
        except Exception:
            continue
        if matches:
            with counter.get_lock():
                counter.value += 1
    pipe.close()


def count_matches(chunks, predicate):
    counter = Value("q", 0)
    children = []
    for chunk in chunks:
        receiver, sender = Pipe(duplex=False)
        process = Process(target=_count, args=(chunk, predicate, counter, sender))
        process.start()
        sender.close()
        children.append((process, receiver))

    errors = []
    for process, receiver in children:
        try:
            errors.append(receiver.recv())
        except EOFError:
            pass
        receiver.close()
        process.join()
    if errors:
        raise errors[0]
    return counter.value
