"""Whether somebody else's words stand on a page: a module for each way they are put in; `pipelines.genuine` decides."""
