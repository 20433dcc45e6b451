from making import MadeRows, account, act, actor, day, span, statement
from verbale.views.positions import positions

TEXT = "“We want fish,” said Norland. Later Norland said it wanted boats. Sudria refused to lend boats."
FISH = span("r1", TEXT, "We want fish")
BOATS = span("r1", TEXT, "it wanted boats")
REFUSED = span("r1", TEXT, "Sudria refused to lend boats")


def rows() -> MadeRows:
    said = (
        statement("s1", "r1", "Norland", (FISH,), issues=("fisheries",), said=day("2021-01-01")),
        statement("s2", "r1", "Norland", (BOATS,), issues=("fisheries",), said=day("2021-02-01")),
        statement("s3", "r1", "a diplomat", (BOATS,), issues=("fisheries",), unnamed=True),
        statement("s4", "r1", "Norland", (BOATS,), issues=("fisheries",), ambiguous=True, said=day("2021-03-01")),
    )
    acts = (
        act(
            "x",
            "REJECT",
            (account("r1", (REFUSED,)),),
            sources=("Sudria",),
            subject="to lend boats",
            issues=("fisheries",),
        ),
        act("y", "REJECT", (account("r1", (REFUSED,), claimed_by="s1"),), sources=("Ostland",), issues=("fisheries",)),
    )
    return MadeRows({"r1": TEXT}, statements=said, acts=acts)


def test_the_latest_word_is_the_stance_and_earlier_ones_are_counted() -> None:
    cell = positions(rows()).at("Norland", "fisheries")
    assert cell is not None
    assert (cell.id, cell.earlier) == ("s2", 1)


def test_an_act_shows_where_a_silent_party_stands() -> None:
    cell = positions(rows()).at("Sudria", "fisheries")
    assert cell is not None
    assert cell.kind == "act"
    assert "to lend boats" in cell.text


def test_an_unnamed_source_without_party_and_a_mere_claim_take_no_stance() -> None:
    assert set(positions(rows()).parties) == {"Norland", "Sudria"}


def test_a_letter_is_no_party() -> None:
    said = (statement("s1", "r1", "d1", (FISH,), issues=("fisheries",)),)
    made = MadeRows({"r1": TEXT}, statements=said, actors=(actor("d1", "document", name="letter"),))
    assert positions(made).cells == ()


def test_what_a_party_wants_stands_before_what_it_only_tells() -> None:
    text = "Norland said boats must stay in port. Later it said six boats had been counted."
    must = span("r1", text, "boats must stay in port")
    counted = span("r1", text, "six boats had been counted")
    said = (
        statement("s1", "r1", "Norland", (must,), issues=("fisheries",), said=day("2021-01-01")),
        statement("s2", "r1", "Norland", (counted,), issues=("fisheries",), said=day("2021-02-01")),
    )
    cell = positions(MadeRows({"r1": text}, statements=said)).at("Norland", "fisheries")
    assert cell is not None
    assert (cell.id, cell.firm) == ("s1", True)
