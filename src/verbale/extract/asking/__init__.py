"""How the asks of one report are settled: told twice, answered by grammar, by a later clause, by a deed; and their sides."""
