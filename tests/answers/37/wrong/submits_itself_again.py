# endless: a task whose children are not done puts itself back into the queue, over and over, until they are (busy waiting)
from concurrent.futures import Future, ThreadPoolExecutor


def tree_sum(tree, pool_size):
    with ThreadPoolExecutor(max_workers=pool_size) as pool:

        def begin(node, answer):
            if not isinstance(node, list):
                answer.set_result(node)
                return
            parts = []
            for child in node:
                part = Future()
                parts.append(part)
                pool.submit(begin, child, part)
            pool.submit(finish, parts, answer)

        def finish(parts, answer):
            if all(part.done() for part in parts):
                answer.set_result(sum(part.result() for part in parts))
            else:
                pool.submit(finish, parts, answer)

        answer = Future()
        pool.submit(begin, tree, answer)
        return answer.result()
