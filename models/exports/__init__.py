"""What leaves the database as files: exports of views and queries, and releases. See docs/decisions/0008."""
