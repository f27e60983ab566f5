# leak: the value is read and given back while the children still count; they are not joined
from multiprocessing import Pipe, Process, Value


def _count(chunk, predicate, counter, pipe):
    try:
        for item in chunk:
            if predicate(item):
                with counter.get_lock():
                    counter.value += 1
    except Exception as error:
        pipe.send(error)


def count_matches(chunks, predicate):
    counter = Value("q", 0)
    pipes = []
    for chunk in chunks:
        receiver, sender = Pipe(duplex=False)
        Process(target=_count, args=(chunk, predicate, counter, sender)).start()
        sender.close()
        pipes.append(receiver)
    for receiver in pipes:
        if receiver.poll():
            try:
                raise receiver.recv()
            except EOFError:
                pass
    return counter.value
