"""Reports in bare text, with the page's furniture left in: which lines are the report, and what the others are."""
