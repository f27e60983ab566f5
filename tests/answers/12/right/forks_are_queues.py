# right: each fork is a token in a queue.Queue of its own, got in sorted order and put back in a finally
import queue


class Table:
    def __init__(self, seats):
        self.places = [queue.Queue(maxsize=1) for _ in range(seats)]
        for number, place in enumerate(self.places):
            place.put(f"fork {number}")

    def dine(self, seat, eat):
        n = len(self.places)
        numbers = [seat] if n == 1 else sorted((seat, (seat + 1) % n))
        hands = []
        try:
            for number in numbers:
                place = self.places[number]
                hands.append((place, place.get()))
            return eat()
        finally:
            while hands:
                place, fork = hands.pop()
                place.put(fork)
