# race: reads the total at the start of the chunk and writes it back plus the child's own at the end
from multiprocessing import Pipe, Process, Value


def _count(chunk, predicate, counter, pipe):
    with counter.get_lock():
        total = counter.value
    try:
        for item in chunk:
            if predicate(item):
                total += 1
        with counter.get_lock():
            counter.value = total
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
