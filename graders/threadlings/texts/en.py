"""The catalogue in English: every sentence that a student reads."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "facts": {
        "did_not": "It did not: {fact}.",
        "raised": "It did not: {error}{text}{where}.",
        "not_loaded": "It can't be loaded: {text}.",
        "stuck": "It never ended: nobody can go on.",
        "endless": "It never ended.",
        "spun": "It ended, but a thread was kept busy with waiting.",
        "no_standin": "No verdict: {text}.",
        "left": "It came back while {threads} had not ended.",
        "pending": "It came back while {threads} had not ended.",
        "unawaited": "It came back, and {threads} had never run.",
        "unretrieved": "It came back, and nobody has heard what {threads} raised.",
        "blocked": "In line {line} the event loop stood still: `{text}`.",
        "unseen": "It came back, and whether {threads} had ended was luck.",
        "overtaken": "In this order `notify()` does not wake who has waited longest; "
        "Python does not promise that it would.",
        "surprise": "In this order a `wait()` comes back once though nobody has notified; "
        "Python's documentation allows that (a spurious wake-up).",
        "died": "{thread} was ended by {error}{text}{where}.",
        "gil": "Your Python rarely switches threads at that place; a free-threaded one "
        "does, and nothing in the language forbids it.",
        "unsteady": "No verdict: the same order did not give the same run twice.",
        "parting": "First difference: {one}; another time {other}.",
        "step": "{thread}: {cell} (line {line})",
        "step_outside": "{thread}: {cell}",
        "over": "it was over",
        "where": " (line {line})",
        "waits": "{thread} waits for {thing}{where}{held}",
        "waits_end": "{thread} waits for the end of {thing}{where}",
        "held": ", held by {holders}",
        "for": ", for {holders}",
    },
    "tried": {
        "title": "what was tried",
        "kept": "{number} promises kept",
        "kept_1": "{number} promise kept",
        "some": "{kept} of {number} promises kept",
        "some_1": "{kept} of {number} promise kept",
        "lost": "{number} without a verdict",
        "orders": "{number} orders",
        "orders_1": "{number} order",
        "sample": "a sample of them",
        "all": "all there are",
        "switches": "at most {number} forced switches",
        "switches_1": "at most {number} forced switch",
        "switches_0": "no forced switch",
    },
    "causes": {
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
        "stuck_flush": "{thread} can't end: what it has put into {thing} does not fit into "
        "the pipe, and nobody is left to take it out",
        "stuck_send": "{thread} waits for room in {thing}, and nobody is left to receive",
        "stuck_recv": "{thread} waits to receive from {thing}, and whoever still has the "
        "other end sends nothing",
        "stuck_pass": "{thread} waits at {thing}, and not enough others are left to come",
        "spin": "{thread} goes round and round in `{text}` (line {line}) and changes "
        "nothing",
        "spin_ever": "{thread} goes round in `{text}` (line {line}) and waits for a change "
        "that nobody is left to make",
        "loop": "the loop `{text}` (line {line}) of {thread} does not end",
        "lockstep": "step by step in turn, the threads undo each other's work for ever",
        "steps": "after {steps} steps it still goes on, last in {thread}",
        "stuck_await": "{thread} awaits {thing}, and nobody is left to bring it about",
        "stuck_result": "{thread} waits for the result of {thing}, and nobody is left to "
        "bring it about",
        "stuck_exception": "{thread} waits for the end of {thing}, and nobody is left to "
        "bring it about",
        "stuck_as_completed": "{thread} waits for the next of its futures, and nobody is "
        "left to do a job",
        "stuck_take": "{thread} waits for a job, and nobody is left to submit one or to "
        "shut {thing} down",
        "pending": "{threads} was begun and not waited for",
        "unawaited": "{threads}() was called and never awaited",
        "unretrieved": "{threads} ended with an exception, and nobody has asked for it",
        "blocked": "{threads} waits in a plain call, and no other task can go on "
        "meanwhile",
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
        "alone": "{threads} waits for the others who have to be there at the same time, "
        "and they never come",
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
    },
    "think": {
        "cycle": "Is there an order in which every thread could take these locks?",
        "self": "Who has it at that moment, and when would it be given back?",
        "kept": "On which way out of the code is it not given back?",
        "stuck": "Who was to wake it up, and where has that one gone?",
        "stuck_wake_condition": "Who was woken instead, or who should have notified?",
        "stuck_get": "How does a worker learn that no more items will come?",
        "stuck_put": "Who takes items out at that moment?",
        "stuck_flush": "When does a process end, and who was to make room in the pipe?",
        "stuck_recv": "Who has the other end open, and who closes it?",
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
    },
    "found": {
        "every": "Found at once: it is so in every order that was tried.",
        "first": "Found in order {order}, without a forced switch.",
        "one": "Found in order {order}, with one forced switch.",
        "many": "Found in order {order}, with {forced} forced switches.",
        "lockstep": "Found when every thread took one step in turn.",
    },
    "covered": {
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
    },
    "columns": {
        "line": "line {line}",
        "waits": "(waits)",
        "forced": "{other} could go on, but the turn goes to {thread}",
        "more": "… {count} more steps …",
        "think": "think",
        "again": "again",
    },
    "life": {
        "real": "{tried}; real processes keep it as well ({methods})",
        "none": "{tried}; there were no real processes here to confirm it",
        "ours": "The simulation found nothing wrong, so the fault is in threadlings "
        "\N{EM DASH} not in your code.",
        "partly": "By {methods} it was kept. A forked process inherits what its parent "
        "has open, such as the ends of pipes; the simulation does not show that.",
        "hangs": "In real processes (by {method}) nothing came back for {seconds:g} s.",
        "dies": "The program with the real processes (by {method}) ended without a "
        "word.",
        "fails": "In real processes (by {method}) this promise was not kept.",
        "leaves": "In real processes (by {method}) some were still there at the end.",
        "leaks": "In real processes (by {method}) a semaphore or shared memory was "
        "left in the system.",
    },
    "fate": {
        "no_verdict": "No verdict: threadlings gave up.",
        "ours": "threadlings itself failed \N{EM DASH} this is not your fault.",
        "graders": "This grader is broken: {error}.",
        "not_again": "Not tried: the {deaths} promises before it ended like this.",
        "at": ", at {where}",
        "where": "{file}, line {line}, in {function}",
        "untried": "no order was tried to its end",
        "time": "Nothing came back for {seconds:g} s; then the process was killed.",
        "memory": "The memory that a submission may take has run out.",
        "killed": "The process was killed from outside ({how}); the machine may be short "
        "of memory.",
        "debugger": "The code stops in a debugger, and there is nobody to talk to it.",
        "garbage": "It did not: what came back from the process is no report.",
        "breach": "It did not: what the grader sends is not whole ({how}).",
        "untrue": "It did not: {wrong} was taken for true, and is not.",
        "outside": "It did not: code of the submission, asked for its words, raised {how}.",
        "crash": "It did not: the process that ran it ended by itself, with {how}.",
        "signal": "signal {name}",
        "exit": "exit code {code}",
    },
    "fate_causes": {
        "time": "gave-up: the code runs or waits where the scheduler has no say{where}",
        "memory": "gave-up: something in it grows and grows{where}",
        "killed": "gave-up: it was on its way{where}",
        "debugger": "gave-up: it never got any further{where}",
        "garbage": "crash: the code wrote into a file that is the grader's own{where}",
        "outside": "crash: an object of the submission can't even be looked at{where}",
        "crash": "crash: not only a thread but Python as a whole has ended{where}",
    },
    "fate_think": {
        "time": "Which call in there can take for ever, without any thread of yours?",
        "memory": "What is made in there, and when is it let go?",
        "killed": "Does it need much memory, or end processes?  If not, just run it "
        "again.",
        "debugger": "To look around, run it with --pdb, or take the debugger out.",
        "garbage": "What do you write, and into which file?",
        "outside": "Which method of a class of yours raises when somebody prints the object?",
        "crash": "Which line ends the program, and not only a function?",
    },
    "readme": {
        "idea": "**Idea.**",
        "done": "Done when",
        "stuck": "If you are stuck",
        "not": "Not here: ",
    },
    "notebook": {
        "answer": "Your whole answer goes into the next cell: it is handed in as "
        "`{module}.py`. Run that cell, and then those below it.",
        "hidden": "One more promise, which is looked at when your work is graded.",
        "unjudged": "Nobody has judged your answer as a whole yet: this has no points before "
        "your teacher has looked at it.",
        "no_answer": "Run the cell with your answer first, the one with {names}.",
    },
    "told": {
        "kept": "kept",
        "printed": "It printed:",
        "more_one": "… and 1 more line",
        "more_many": "… and {count} more lines",
        "misfit": "This is no verdict: the order belongs to another promise or to another "
        "version of the file, or what it does is not the same in every run.",
        "hint": "Hint {number} of {count} for {exercise}:",
        "hint_next": "The next one: {command}",
        "hint_last": "That was the last one.",
        "too_new": "{number} {module} needs Python {since} or later, and this is "
        "{here}: it was skipped",
    },
    "books": {
        "not_shown": "Promises that are not shown",
        "late": "It came late: {percent} % are taken off {score}, which leaves {mark}.",
        "review": "There is no mark yet: somebody looks at it first.",
        "error": "There is no mark: your program ended, or had to be ended, before every "
        "promise was judged.",
        "ungraded": "There is no mark: nothing was handed in, or the grader itself "
        "failed.",
        "unfinished": "There is no mark: the grader did not come to its end. Your teacher "
        "can have it graded again.",
    },
    "sheet": {
        "promises": "Promises",
        "kept": "kept",
        "broken": "broken",
        "open": "not judged",
        "points": "{points} points",
        "points_1": "{points} point",
        "score": "{score} of {points} points",
        "score_1": "{score} of {points} point",
        "badge_pass": "passed",
        "badge_fail": "not yet",
        "badge_review": "to be looked at",
        "badge_error": "not judged to its end",
        "badge_ungraded": "not graded",
        "pass": "Every promise was kept, in every order that was tried.",
        "fail": "Not every promise was kept.",
        "review": "Somebody will look at this answer before it gets a mark.",
        "error": "It ended, or had to be ended, before every promise was judged; so there "
        "is no mark yet.",
        "ungraded": "There was nothing to judge, or the judging itself went wrong. That is "
        "no mark, and it is not a zero.",
        "partly": "Some of the points are for promises that are not shown here.",
        "words": "The same as text",
        "why_missing": "There is no picture: the file is not where it was when it was "
        "graded. This is what was said then.",
        "why_changed": "There is no picture: the file has changed since it was graded. This "
        "is what was said then.",
        "why_differs": "There is no picture: tried once more, it came out otherwise. This "
        "is what was said when it was graded.",
        "why_lost": "There is no picture: it could not be tried once more. This is what was "
        "said when it was graded.",
        "task": "What it is about:",
        "hint": "If you are stuck, this gives the first of three hints:",
    },
    "init": {
        "new": "{folder}: new files: {count}",
        "none": "{folder}: nothing was missing",
        "other": "Left alone, since they are not as they come: {files}",
        "next": "Go there, read README.md, and begin: pytest exercises/{number}",
    },
}
