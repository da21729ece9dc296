"""The parts of `pipelines.store`: rows, known versions, one transaction."""
