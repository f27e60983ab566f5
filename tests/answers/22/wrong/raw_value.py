# race: a RawValue, for speed, with nothing to guard it
from multiprocessing import Pipe, Process
from multiprocessing.sharedctypes import RawValue


def _count(chunk, predicate, counter, pipe):
    try:
        for item in chunk:
            if predicate(item):
                counter.value += 1
    except Exception as error:
        pipe.send(error)
    finally:
        pipe.close()


def count_matches(chunks, predicate):
    counter = RawValue("q", 0)
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
