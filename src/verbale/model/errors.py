"""The errors that a user sees: one line each, never a traceback."""


class VerbaleError(Exception):
    """Something the user can act on. `str(error)` is one line that says what is wrong and what to do."""


class UnreadableReport(VerbaleError):
    """One input could not be read; the rest of the batch goes on. `path` names it, `problem` and `advice` say why."""

    def __init__(self, path: str, problem: str, advice: str) -> None:
        self.path, self.problem, self.advice = path, problem, advice
        super().__init__(f"{path}: {problem}; {advice}".replace("\n", " "))
