"""Rules on the clauses by which a treaty comes to bind, changes and ends."""
