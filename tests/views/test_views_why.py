import pytest

from verbale.model import VerbaleError
from verbale.views.why import find


class Ids:
    """A record of which only the ids are asked."""

    def __init__(self, *ids: str) -> None:
        self._ids = ids

    def matching(self, start: str, limit: int = 20) -> dict[str, str]:
        return {key: key.partition("-")[0] for key in self._ids if key.startswith(start)} if start else {}


RECORD = Ids("act-11aa22bb", "act-11aa22bb-419", "act-99ff00", "report-77")


def test_the_beginning_of_an_id_is_enough() -> None:
    assert find(RECORD, "act-99") == ("act", "act-99ff00")  # type: ignore[arg-type]
    assert find(RECORD, "report", ("report",)) == ("report", "report-77")  # type: ignore[arg-type]


def test_a_row_comes_before_the_parts_that_were_cut_from_it() -> None:
    assert find(RECORD, "act-11aa22") == ("act", "act-11aa22bb")  # type: ignore[arg-type]
    assert find(RECORD, "act-11aa22bb-4") == ("act", "act-11aa22bb-419")  # type: ignore[arg-type]


@pytest.mark.parametrize("key", ["act-", "", "nothing"])
def test_what_is_unclear_or_unknown_is_said_in_one_line(key: str) -> None:
    with pytest.raises(VerbaleError) as caught:
        find(RECORD, key)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)


def test_the_kind_must_fit() -> None:
    with pytest.raises(VerbaleError, match="no report has this id"):
        find(RECORD, "act-99", ("report",))  # type: ignore[arg-type]
