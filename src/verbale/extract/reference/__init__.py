"""Who is meant: names, titles, nouns and pronouns of one report traced to its actors."""
