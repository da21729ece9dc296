"""Whether somebody else's words stand on a page: one module for each place or way they are put in; `pipelines.genuine` decides."""
