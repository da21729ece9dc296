"""The parts of `pipelines.forms`: labels, rows, columns and the editions of the report forms."""
