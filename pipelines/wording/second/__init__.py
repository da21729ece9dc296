"""A second look at a sentence: what its clauses tell whatever their order, where the first reading took nothing."""
