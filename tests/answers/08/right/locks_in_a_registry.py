# right: the locks live in a table outside of the accounts, taken in table order with acquire() and finally
import threading

_table_lock = threading.Lock()
_last_number = 0


class Account:
    def __init__(self, balance):
        global _last_number
        self.balance = balance
        with _table_lock:
            _last_number += 1
            self._key = (_last_number, threading.Lock())


def transfer(source, target, amount):
    keys = {source._key[0]: source._key[1], target._key[0]: target._key[1]}
    taken = []
    try:
        for number in sorted(keys):
            keys[number].acquire()
            taken.append(keys[number])
        enough = source.balance >= amount
        if enough:
            source.balance -= amount
            target.balance += amount
        return enough
    finally:
        for lock in reversed(taken):
            lock.release()
