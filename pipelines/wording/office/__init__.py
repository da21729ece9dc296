"""Who does the work of disclosure, rooms, meetings, lessons, and what was said to the public."""
