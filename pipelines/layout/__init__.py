"""The parts of `pipelines.outline`: from markup to blocks."""
