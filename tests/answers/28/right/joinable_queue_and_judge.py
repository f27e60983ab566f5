# right: JoinableQueue read by a judge thread that is started after the children; task_done for each, spawn or fork alike
import threading
from collections import namedtuple
from contextlib import contextmanager
from multiprocessing import Event, JoinableQueue, Process, Semaphore

Entry = namedtuple("Entry", "place ok value")


@contextmanager
def _lane(gun, semaphore):
    gun.wait()
    semaphore.acquire()
    try:
        yield
    finally:
        semaphore.release()


def _job(place, runner, gun, semaphore, sheet):
    try:
        with _lane(gun, semaphore):
            entry = Entry(place, True, runner())
    except Exception as error:
        entry = Entry(place, False, error)
    sheet.put(entry)


def _judge(sheet, entries, expected):
    while len(entries) < expected:
        entries.append(sheet.get())
        sheet.task_done()


def race(runners, lanes):
    gun, semaphore, sheet = Event(), Semaphore(lanes), JoinableQueue()
    children = []
    for place, runner in enumerate(runners):
        child = Process(target=_job, args=(place, runner, gun, semaphore, sheet))
        child.start()
        children.append(child)
    entries = []
    judge = threading.Thread(target=_judge, args=(sheet, entries, len(children)))
    judge.start()
    gun.set()
    judge.join()
    sheet.join()
    for child in children:
        child.join()
    sheet.close()
    entries.sort(key=lambda entry: entry.place)
    for entry in entries:
        if not entry.ok:
            raise entry.value
    return [entry.value for entry in entries]
