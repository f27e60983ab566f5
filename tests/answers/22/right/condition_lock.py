# right: a Condition's lock guards the Value; the parent waits for messages and ends with connection.wait on pipes only
import multiprocessing
from multiprocessing.connection import wait


def _add(guard, counter, number):
    with guard:
        counter.value += number


def _child(chunk, predicate, guard, counter, pipe):
    try:
        for item in chunk:
            if predicate(item):
                _add(guard, counter, 1)
    except Exception as error:
        pipe.send(error)
    pipe.close()


def count_matches(chunks, predicate):
    guard = multiprocessing.Condition()
    counter = multiprocessing.Value("L", 0, lock=False)
    order = {}
    processes = []
    for position, chunk in enumerate(chunks):
        near, far = multiprocessing.Pipe(duplex=False)
        processes.append(
            multiprocessing.Process(target=_child, args=(chunk, predicate, guard, counter, far))
        )
        processes[-1].start()
        far.close()
        order[near] = position

    errors = []
    listening = list(order)
    while listening:
        for near in wait(listening):
            try:
                errors.append((order[near], near.recv()))
            except EOFError:
                listening.remove(near)
                near.close()
    for process in processes:
        process.join()
    if errors:
        raise min(errors, key=lambda pair: pair[0])[1]
    return counter.value
