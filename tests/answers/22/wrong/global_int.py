# wrong-result: the children add to a global int of their own, the parent's stays 0
from multiprocessing import Pipe, Process

matches = 0


def _count(chunk, predicate, pipe):
    global matches
    try:
        for item in chunk:
            if predicate(item):
                matches += 1
    except Exception as error:
        pipe.send(error)
    finally:
        pipe.close()


def count_matches(chunks, predicate):
    global matches
    matches = 0
    children = []
    for chunk in chunks:
        receiver, sender = Pipe(duplex=False)
        process = Process(target=_count, args=(chunk, predicate, sender))
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
    return matches
