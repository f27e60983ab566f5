# wrong-result: stops at the first match of each chunk (any() for a count)
from multiprocessing import Pipe, Process, Value


def _count(chunk, predicate, counter, pipe):
    try:
        if any(predicate(item) for item in chunk):
            with counter.get_lock():
                counter.value += 1
    except Exception as error:
        pipe.send(error)
    finally:
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
