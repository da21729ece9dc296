"""How the tables came to be. Only Alembic loads what is in here; nothing imports it."""
