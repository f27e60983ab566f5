# right: one Event for each stroke of the rally, nothing is ever cleared; after an error the rest runs through in silence
from threading import Event, Thread


def rally(rounds, say):
    strokes = [Event() for _ in range(2 * rounds + 1)]
    errors = []

    def player(word, first):
        for turn in range(first, 2 * rounds, 2):
            strokes[turn].wait()
            try:
                if not errors:
                    say(word)
            except Exception as error:
                errors.append(error)
            finally:
                strokes[turn + 1].set()

    players = [Thread(target=player, args=("ping", 0)), Thread(target=player, args=("pong", 1))]
    for p in players:
        p.start()
    strokes[0].set()
    for p in players:
        p.join()
    if errors:
        raise errors[0]
