"""The parts of `pipelines.classify`: what a title and a body say about the kind of a page."""
