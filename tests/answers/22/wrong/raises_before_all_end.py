# leak: raises the first error while the other children still run
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
        sender.close()
        children.append((process, receiver))

    for process, receiver in children:
        try:
            error = receiver.recv()
        except EOFError:
            error = None
        receiver.close()
        process.join()
        if error is not None:
            raise error
    return counter.value
