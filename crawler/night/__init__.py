"""The night: what is due and why, who runs it and on how many machines, what is expected of it, and who is told how it went."""
