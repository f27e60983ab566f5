# race: terminates the children after reading what they sent: one that has sent nothing is killed in the middle of its chunk
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

    errors = []
    for process, receiver in children:
        if receiver.poll(0.2):
            try:
                errors.append(receiver.recv())
            except EOFError:
                pass
        process.terminate()
        process.join()
    if errors:
        raise errors[0]
    return counter.value
