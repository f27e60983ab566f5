# right: Process subclass, connection.wait takes what comes first, a clean-up for the case that a start fails
from __future__ import annotations

import multiprocessing
from multiprocessing.connection import wait
from typing import Callable


class Runner(multiprocessing.Process):
    def __init__(self, func, gun, track) -> None:
        super().__init__()
        self.func = func
        self.gun = gun
        self.track = track
        self.reader, self.writer = multiprocessing.Pipe(duplex=False)
        self.result = None
        self.error: Exception | None = None

    def run(self) -> None:
        self.reader.close()
        self.gun.wait()
        self.track.acquire()
        result = error = None
        try:
            result = self.func()
        except Exception as exc:
            error = exc
        finally:
            self.track.release()
        self.writer.send((result, error))

    def start(self) -> None:
        super().start()
        self.writer.close()

    def collect(self) -> None:
        try:
            self.result, self.error = self.reader.recv()
        except EOFError:
            self.error = ChildProcessError(f"{self.name} died")
        self.reader.close()


def race(runners: list[Callable[[], object]], lanes: int) -> list:
    gun, track = multiprocessing.Event(), multiprocessing.Semaphore(lanes)
    team = [Runner(func, gun, track) for func in runners]
    running = []
    try:
        for member in team:
            member.start()
            running.append(member)
        gun.set()
        waiting = {member.reader: member for member in team}
        while waiting:
            for reader in wait(list(waiting)):
                waiting.pop(reader).collect()
    except BaseException:
        for member in running:
            member.terminate()
        raise
    finally:
        for member in running:
            member.join()
    for member in team:
        if member.error is not None:
            raise member.error
    return [member.result for member in team]
