# right: __init__ builds start, cancel and snooze as closures over nonlocal variables; functools.partial carries the turn
import functools
import itertools
import threading


class Reminder:
    def __init__(self, delay, action):
        lock = threading.Lock()
        turns = itertools.count(1)
        turn = 0
        timer = None
        outcome = None

        def arm(seconds):
            nonlocal timer, turn
            turn = next(turns)
            timer = threading.Timer(seconds, functools.partial(ring, turn))
            timer.start()

        def ring(my_turn):
            nonlocal outcome
            with lock:
                if outcome is not None or my_turn != turn:
                    return
                outcome = "fired"
            action()

        def start():
            with lock:
                if outcome is None and timer is None:
                    arm(delay)

        def cancel():
            nonlocal outcome
            with lock:
                if outcome == "fired":
                    return False
                outcome = "cancelled"
                if timer is not None:
                    timer.cancel()
                return True

        def snooze(seconds):
            with lock:
                if outcome is None and timer is not None:
                    timer.cancel()
                    arm(seconds)

        self.start, self.cancel, self.snooze = start, cancel, snooze
