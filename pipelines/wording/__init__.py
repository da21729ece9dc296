"""The parts of `pipelines.prose`: sentences, the words around a number, and what they make of it.

`plain` makes a report's lines plain. A sentence goes from `sentences` to `reader`, its numbers to `reckoner`; `wordings` and
`stated` know the usual words, `clauses` and `evidence` the unusual ones, `needs` what must hold besides; `second` looks once more
at what nothing was taken from, and alone at proposals; `claims` are weighed against one another in `weighing`. What is told in
ways of its own stands by its matter:

lists      what a list divides, and its items      zeros      what a denial makes zero
published  what was disclosed, by which medium     requests   requests, answers, cases, complaints
office     staff, rooms, meetings, and what was said to the public
"""
