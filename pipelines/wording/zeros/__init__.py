"""What a denial makes zero."""
