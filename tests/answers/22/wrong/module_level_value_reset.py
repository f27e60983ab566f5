# wrong-result: a module-level Value that the children find by name: under spawn each child imports a Value of its own
from multiprocessing import Pipe, Process, Value

counter = Value("q", 0)


def _count(chunk, predicate, pipe):
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
    counter.value = 0
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
    return counter.value
