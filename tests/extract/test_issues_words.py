"""Issues are found by word, lemma and phrase; the case file's come first."""

import spacy

from verbale.extract.issues import issues_of
from verbale.world import Case, World
from verbale.world.case import CaseIssue

NLP = spacy.blank("en")


def _of(text: str, case: Case | None = None) -> tuple[str, ...]:
    doc = NLP(text)
    return issues_of(doc[:], World({}, {}, {}, case))


def test_a_phrase_needs_all_its_words() -> None:
    assert "security guarantees" in _of("They asked for a security guarantee in writing.")
    assert "security guarantees" not in _of("They asked for security at the gate.")


def test_hyphenated_words_match_as_the_tokeniser_parts_them() -> None:
    assert "government and elections" in _of("a power-sharing formula")


def test_nothing_is_found_where_nothing_is_said() -> None:
    assert _of("She closed the window and sat down.") == ()


def test_issues_of_the_case_file_come_first() -> None:
    case = Case(issues=(CaseIssue("licence plates", ("car plates", "plates")),))
    assert _of("Sanctions over car plates were lifted.", case) == ("licence plates", "sanctions")


def test_a_verb_is_not_taken_for_a_listed_noun_nor_a_participle_for_a_listed_verb() -> None:
    words = ["Peru", "remains", "a", "member"]
    member = spacy.tokens.Doc(
        NLP.vocab, words, tags=["NNP", "VBZ", "DT", "NN"], lemmas=["Peru", "remain", "a", "member"]
    )
    assert issues_of(member[:], World({}, {}, {}, None)) == ()
    words = ["internationally", "recognised", "experts", "recognised", "Kosovo"]
    tags, lemmas = ["RB", "VBN", "NNS", "VBD", "NNP"], ["internationally", "recognise", "expert", "recognise", "Kosovo"]
    deps, heads = ["advmod", "amod", "nsubj", "ROOT", "dobj"], [1, 2, 3, 3, 3]
    experts = spacy.tokens.Doc(NLP.vocab, words, tags=tags, lemmas=lemmas, deps=deps, heads=heads)
    assert issues_of(experts[:3], World({}, {}, {}, None)) == ()
    assert issues_of(experts[3:], World({}, {}, {}, None)) == ("recognition and relations",)
