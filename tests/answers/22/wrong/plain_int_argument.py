# wrong-result: the counter is a plain int: each child adds to a copy
from multiprocessing import Pipe, Process


def _count(chunk, predicate, counter, pipe):
    try:
        for item in chunk:
            if predicate(item):
                counter += 1
    except Exception as error:
        pipe.send(error)
    finally:
        pipe.close()


def count_matches(chunks, predicate):
    counter = 0
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
    return counter
