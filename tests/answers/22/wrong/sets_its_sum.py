# wrong-result: each child writes its own sum over that of the others
from multiprocessing import Pipe, Process, Value


def _count(chunk, predicate, counter, pipe):
    try:
        found = sum(1 for item in chunk if predicate(item))
        with counter.get_lock():
            counter.value = found
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
