"""Remember answers, so that the same prompt is not translated twice."""

from collections import OrderedDict

from synerprise_daemon.answer import Answer
from synerprise_model.prompt import Prompt


class Cache:
    """The answers that were asked for last."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._answers: OrderedDict[tuple[Prompt, int], Answer] = OrderedDict()

    def get(self, prompt: Prompt, count: int) -> Answer | None:
        answer = self._answers.get((prompt, count))
        if answer:
            self._answers.move_to_end((prompt, count))
        return answer

    def put(self, prompt: Prompt, count: int, answer: Answer) -> None:
        self._answers[prompt, count] = answer
        while len(self._answers) > self._size:
            self._answers.popitem(last=False)
