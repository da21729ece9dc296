"""What the lists of a report divide, and their items."""
