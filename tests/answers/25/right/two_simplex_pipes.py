# right: two one-way pipes, one for questions and one for answers; iter(recv, end mark) in the child
import multiprocessing as mp

_STOP = "stop"


def _child(questions, answers, unused):
    for conn in unused:
        conn.close()
    try:
        for op, a, b in iter(questions.recv, _STOP):
            result = error = None
            try:
                if op == "+":
                    result = a + b
                elif op == "-":
                    result = a - b
                elif op == "*":
                    result = a * b
                elif op == "/":
                    result = a / b
                else:
                    raise ValueError("op must be one of + - * /, not %r" % (op,))
            except Exception as e:
                error = e
            answers.send((result, error))
    except EOFError:
        pass


class Calculator:
    def __init__(self):
        question_in, self._question_out = mp.Pipe(duplex=False)
        self._answer_in, answer_out = mp.Pipe(duplex=False)
        self._process = mp.Process(
            target=_child,
            args=(question_in, answer_out, (self._question_out, self._answer_in)),
        )
        self._process.start()
        question_in.close()
        answer_out.close()

    def ask(self, op, a, b):
        if self._process is None:
            raise ValueError("closed")
        self._question_out.send((op, a, b))
        result, error = self._answer_in.recv()
        if error is not None:
            raise error
        return result

    def close(self):
        process, self._process = self._process, None
        if process is not None:
            try:
                self._question_out.send(_STOP)
            except OSError:
                pass
            self._question_out.close()
            self._answer_in.close()
            process.join()
            process.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
        return False
