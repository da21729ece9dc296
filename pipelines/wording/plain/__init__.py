"""A report's lines made plain before they are read: script, digits, units, dashes and brackets, each in its place."""
