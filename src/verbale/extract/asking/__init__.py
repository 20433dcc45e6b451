"""How the asks of one report are settled: sides, repeats, answers by grammar, by a later clause and by a deed."""
