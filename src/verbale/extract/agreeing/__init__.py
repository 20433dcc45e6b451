"""How an agreement is read: the noun phrase that names it, its making, and the phrases that mean one and the same."""
