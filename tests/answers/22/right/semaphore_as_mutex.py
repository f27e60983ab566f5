# right: a RawValue guarded by a BoundedSemaphore(1) that all the children share
from contextlib import ExitStack
from multiprocessing import BoundedSemaphore, Pipe, Process
from multiprocessing.sharedctypes import RawValue


def _examine(predicate, chunk, cell, mutex, link):
    with link:
        for item in chunk:
            try:
                matched = predicate(item)
            except Exception as problem:
                link.send(problem)
                return
            if matched:
                with mutex:
                    cell.value += 1


def count_matches(chunks, predicate):
    cell = RawValue("q", 0)
    mutex = BoundedSemaphore(1)
    problems = []
    with ExitStack() as ending:
        links = []
        for chunk in chunks:
            link, far_link = Pipe(duplex=False)
            ending.enter_context(link)
            with far_link:
                process = Process(target=_examine, args=(predicate, chunk, cell, mutex, far_link))
                process.start()
            ending.callback(process.join)
            links.append(link)
        for link in links:
            try:
                problems.append(link.recv())
            except EOFError:
                continue
    if problems:
        raise problems[0]
    return cell.value
