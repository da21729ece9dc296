"""How a host is treated: where a crawl may go, at what pace, what its robots.txt says, and how much is asked of it."""
