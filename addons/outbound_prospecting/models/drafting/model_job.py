"""One draft that a model is asked for, with all that is needed to ask and to judge; nothing here touches the database."""

from dataclasses import dataclass, field
from typing import Any

from ...domain.draft_judge import Grounds, Judged, judge
from ...domain.drafting import TooLong, clean_line
from ...domain.errors import Refused, ServiceError
from ...domain.model_draft import FORM, Draft, as_before, material
from ...domain.ports import LlmRequest

TEMPERATURE = 0.4
MAX_TOKENS = 1200


@dataclass
class Job:
    """:ivar touch: the record that the text is for
    :ivar version: of the prompt
    :ivar facts: what the model may use, without what changes between attempts
    :ivar keys: database ids of the statements by the ids that the model knows
    :ivar wish: what the person `user_id` wants to be different; empty where nobody asked
    :ivar before: attempts that did not pass, for the next one
    """

    touch: Any
    version: Any
    provider: Any
    grounds: Grounds
    facts: dict[str, Any]
    keys: dict[str, int]
    template_id: int = 0
    wish: str = ""
    user_id: int = 0
    before: list[dict[str, Any]] = field(default_factory=list)
    draft: Draft | None = None
    judged: Judged | None = None
    error: ServiceError | None = None

    @property
    def passes(self) -> bool:
        return self.judged is not None and self.judged.ok

    @property
    def may_ask_again(self) -> bool:
        """Another attempt may pass; a service that is out will be out."""
        return self.error is None or isinstance(self.error, Refused)

    def request(self) -> LlmRequest[Draft]:
        changing = {name: value for name, value in (("wish", self.wish), ("before", self.before)) if value}
        return LlmRequest(
            f"{self.version.text}\n\n{FORM}",
            material({**self.facts, **changing}),
            Draft,
            temperature=TEMPERATURE,
            max_tokens=min(MAX_TOKENS, self.provider.max_tokens),
            deadline=self.provider.deadline,
        )

    def take(self, answer: Draft | ServiceError):
        """Judge an answer; what is wrong with it is told to the next attempt."""
        self.draft, self.judged, self.error = None, None, None
        if isinstance(answer, ServiceError):
            self.error = answer
            self.before.append(as_before(None, [answer.code]))
            return
        self.draft = answer
        try:
            self.judged = judge(answer, self.grounds)
        except TooLong:
            self.before.append(as_before(answer, ["subject: far too long"]))
            return
        if not self.judged.ok:
            failed = [f"{check.name}: {check.detail}" for check in self.judged.checks if not check.ok]
            self.before.append(as_before(answer, failed))

    def explain(self) -> str:
        """Why there is no text of a model, for people."""
        if self.error:
            return self.provider._describe(self.error)
        return self.touch.env._("What the model wrote did not pass the checks.")

    def proof(self) -> list[dict[str, Any]]:
        """The sentences as they stand in the mail, each with the database ids of its statements."""
        sentences = self.draft.sentences if self.draft else []
        return [
            {
                "text": clean_line(one.text),
                "statements": [self.keys[id_] for id_ in dict.fromkeys(one.statements) if id_ in self.keys],
            }
            for one in sentences
        ]
