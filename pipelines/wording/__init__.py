"""The parts of `pipelines.prose`: sentences, the words around a number, and what they make of it."""
