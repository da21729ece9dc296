"""What was disclosed, by which medium, and which documents were made."""
