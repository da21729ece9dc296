"""The parts of `pipelines.fields`: titles, names, dates, contact, and the furniture of a page that tells them."""
