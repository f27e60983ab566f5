# wrong-tool: two queues are used, not a Pipe
from multiprocessing import Process, Queue


def _compute(op, a, b):
    if op == "+":
        return a + b
    if op == "-":
        return a - b
    if op == "*":
        return a * b
    if op == "/":
        return a / b
    raise ValueError(f"unknown operation: {op!r}")


def _serve(questions, answers):
    while True:
        request = questions.get()
        if request is None:
            break
        try:
            reply = (True, _compute(*request))
        except Exception as error:
            reply = (False, error)
        answers.put(reply)


class Calculator:
    def __init__(self):
        self._questions = Queue()
        self._answers = Queue()
        self._process = Process(target=_serve, args=(self._questions, self._answers), daemon=True)
        self._process.start()
        self._closed = False

    def ask(self, op, a, b):
        if self._closed:
            raise ValueError("the calculator is closed")
        self._questions.put((op, a, b))
        ok, value = self._answers.get()
        if not ok:
            raise value
        return value

    def close(self):
        if self._closed:
            return
        self._closed = True
        self._questions.put(None)
        self._process.join()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()
