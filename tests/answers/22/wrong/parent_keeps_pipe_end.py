# deadlock: the parent keeps the senders open, so the end of file of a child without an error never comes
from multiprocessing import Pipe, Process, Value


def _count(chunk, predicate, counter, pipe):
    try:
        for item in chunk:
            if predicate(item):
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
        children.append((process, receiver, sender))

    errors = []
    for process, receiver, _ in children:
        try:
            errors.append(receiver.recv())
        except EOFError:
            pass
        receiver.close()
        process.join()
    if errors:
        raise errors[0]
    return counter.value
