"""The parts of `models.views`: each view's SQL with a sentence on the view and on each of its columns."""
