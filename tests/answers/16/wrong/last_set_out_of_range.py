# crash: a row of Events without one to spare, the last pong's set() raises IndexError and that is what the caller gets
import threading


def rally(rounds, say):
    turns = [threading.Event() for _ in range(max(1, 2 * rounds))]
    errors = []

    def play(word, first):
        try:
            for number in range(first, 2 * rounds, 2):
                turns[number].wait()
                if errors:
                    return
                say(word)
                turns[number + 1].set()
        except Exception as error:
            errors.append(error)
            for turn in turns:
                turn.set()

    turns[0].set()
    players = [threading.Thread(target=play, args=(word, i)) for i, word in enumerate(["ping", "pong"])]
    for player in players:
        player.start()
    for player in players:
        player.join()
    if errors:
        raise errors[0]
