"""The catalogue: every sentence that a student reads, by key.

Other languages will have the same keys and the same {words}.  Names of threads and
things come from the submission and the grader and are never translated.
"""

from __future__ import annotations

FACTS = {
    "did_not": "It did not: {fact}.",
    "raised": "It did not: {error}{text}{where}.",
    "not_loaded": "It can't be loaded: {text}.",
    "stuck": "It never ended: nobody can go on.",
    "endless": "It never ended.",
    "spun": "It ended, but a thread was kept busy with waiting.",
    "no_standin": "No verdict: {text}.",
    "left": "It came back while {threads} had not ended.",
    "unseen": "It came back, and whether {threads} had ended was luck.",
    "overtaken": "In this order `notify()` does not wake who has waited longest; "
    "Python does not promise that it would.",
    "surprise": "In this order a `wait()` comes back once though nobody has notified; "
    "Python's documentation allows that (a spurious wake-up).",
    "died": "{thread} was ended by {error}{text}{where}.",
    "unsteady": "No verdict: the same order did not give the same run twice.",
    "parting": "First difference: {one}; another time {other}.",
    "step": "{thread}: {cell} (line {line})",
    "step_outside": "{thread}: {cell}",
    "over": "it was over",
}

CAUSES = {
    "cycle": "they wait for each other in a circle",
    "self": "{thread} waits for {thing}, which it holds itself",
    "kept": "{thread} waits for {thing}, which {holder} took and never gave back",
    "stuck": "{thread} waits for {thing}, and nobody is left who could change that",
    "stuck_wake_condition": "{thread} waits in {thing}.wait(), and nobody is left to "
    "notify it",
    "stuck_wake_event": "{thread} waits for {thing}, and nobody is left to set it",
    "stuck_acquire": "{thread} waits for {thing}, and nobody is left to give it back",
    "stuck_acquire_semaphore": "{thread} waits for a permit of {thing}, and nobody is "
    "left to give one back",
    "stuck_get": "{thread} waits for an item in {thing}, and nobody is left to put one",
    "stuck_put": "{thread} waits for room in {thing}, and nobody is left to take one "
    "out",
    "stuck_join": "{thread} waits for {thing}, which never ends",
    "stuck_join_queue": "{thread} waits in {thing}.join(): not every item that was put "
    "was marked with task_done()",
    "stuck_pass": "{thread} waits at {thing}, and not enough others are left to come",
    "spin": "{thread} goes round and round in `{text}` (line {line}) and changes "
    "nothing",
    "spin_ever": "{thread} goes round in `{text}` (line {line}) and waits for a change "
    "that nobody is left to make",
    "loop": "the loop `{text}` (line {line}) of {thread} does not end",
    "lockstep": "step by step in turn, the threads undo each other's work for ever",
    "steps": "after {steps} steps it still goes on, last in {thread}",
    "leak_one": "{threads} was started and not waited for",
    "leak_many": "{threads} were started and not all waited for",
    "load": "Python can't read this file",
    "import": "it raises while it is imported",
    "missing": "a name that the exercise asks for is not there",
    "unwritten": "this part is still to be written",
    "crash": "it raises where it must not, in every order",
    "refused": "{module} is not what this exercise is about, and can't be scheduled "
    "here",
    "serial": "things that have to happen at the same time did not",
    "too-parallel": "more was going on at once than may be",
    "wrong-tool": "the work was not done in the way that the exercise asks for",
    "late": "it came back later than it could have",
    "leak": "something was left behind",
    "wrong-result": "it is wrong in every order",
    "endless": "it does not end",
    "deadlock": "nobody can go on",
    "race": "it is right in some orders and wrong in this one",
    "lost_update": "{thread} wrote {thing} from a value that it read before {other} "
    "changed it",
    "stale": "{thread} acted on what it had seen of {thing} before {other} changed it",
    "between": "it is right in some orders, and wrong when {thread} comes in between "
    "two steps of {other}",
    "order": "it is right in some orders and wrong in this one",
    "no_standin": "the file uses a part of the standard library that we don't have",
    "unsteady": "something outside of our control differs from run to run: real time, "
    "the order of `id()` or of a set, a random number that is not seeded, a file",
}

THINK = {
    "cycle": "Is there an order in which every thread could take these locks?",
    "self": "Who has it at that moment, and when would it be given back?",
    "kept": "On which way out of the code is it not given back?",
    "stuck": "Who was to wake it up, and where has that one gone?",
    "stuck_wake_condition": "Who was woken instead, or who should have notified?",
    "stuck_get": "How does a worker learn that no more items will come?",
    "stuck_put": "Who takes items out at that moment?",
    "stuck_join_queue": "Is there a way past the task_done() of an item?",
    "stuck_acquire_semaphore": "On which way out is a permit not given back?",
    "spin": "What could wake this thread up, so that it need not ask again and again?",
    "spin_ever": "Who was to change what this loop looks at?",
    "loop": "What has to change for this loop to end, and who changes it?",
    "lockstep": "What breaks the tie when both try again at the same moment?",
    "steps": "What has to become true for this to end?",
    "leak": "Where is the line that waits for each of these threads?",
    "load": "What does Python say about that line?",
    "missing": "Is the name spelled as in the README?",
    "unwritten": "What is the smallest thing that this part has to do first?",
    "crash": "What is the value at that line, and who made it?",
    "refused": "Which tool does the README ask for?",
    "serial": "When does the second one begin: before or after the first has ended?",
    "too-parallel": "Who counts how many are inside, and when?",
    "wrong-tool": "Which thread does the work here, and what does it use to wait?",
    "late": "What is this thread doing while it could go on?",
    "wrong-result": "What happens with one thread alone?",
    "race": "Which lines must no other thread come between?",
    "no_standin": "Can it be written with the parts that the README speaks of?",
    "unsteady": "What in the code is different each time that it runs?",
}

FOUND = {
    "every": "Found at once: it is so in every order that was tried.",
    "first": "Found in order {order}, without a forced switch.",
    "one": "Found in order {order}, with one forced switch.",
    "many": "Found in order {order}, with {forced} forced switches.",
    "lockstep": "Found when every thread took one step in turn.",
}

COVERED = {
    "complete": "all {traces} distinct orderings",
    "complete_one": "the only ordering there is",
    "bounded": "{runs} orders, every one with at most {preemptions} forced switches",
    "bounded_0": "{runs} orders, every one without a forced switch",
    "bounded_1": "{runs} orders, every one with at most 1 forced switch",
    "sampled": "{runs} orders, those with the fewest forced switches first",
    "delayed": "{runs} orders, those with the fewest delays of a thread first",
    "random": "{runs} random orders (SURW, POS and PCT in turn, seeds from 0)",
    "walks": "{tried}, and {walks} at random",
    "none": "not run",
}

COLUMNS = {
    "line": "line {line}",
    "waits": "(waits)",
    "forced": "{other} could go on, but the turn goes to {thread}",
    "more": "… {count} more steps …",
    "think": "think",
    "again": "again",
}


def say(texts: dict[str, str], *keys: str, **words: object) -> str:
    """The sentence of the first of *keys* that there is, with *words* put in."""
    key = next(key for key in keys if key in texts)
    return texts[key].format(**words)
