"""The walk of a site's lists: what to ask for next, and what is remembered of earlier visits."""
