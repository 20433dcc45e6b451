"""How acts are read: the lexicon of triggers, their arguments, and what the words around them say of each act."""
