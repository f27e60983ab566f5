# crash: a row of Events without one to spare, with rounds = 0 turns[0] raises IndexError
import threading


def rally(rounds, say):
    turns = [threading.Event() for _ in range(2 * rounds)]
    errors = []

    def play(word, first):
        for number in range(first, len(turns), 2):
            turns[number].wait()
            if errors:
                return
            try:
                say(word)
            except Exception as error:
                errors.append(error)
            if number + 1 < len(turns):
                turns[number + 1].set()
            if errors:
                return

    turns[0].set()
    players = [threading.Thread(target=play, args=(word, i)) for i, word in enumerate(["ping", "pong"])]
    for player in players:
        player.start()
    for player in players:
        player.join()
    if errors:
        raise errors[0]
