"""The parts of the archive: records, files, reading back, the index."""
