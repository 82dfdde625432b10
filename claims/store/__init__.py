"""The only SQLAlchemy: tables, migrations, originals by hash, the audit chain."""
