"""The `nianbao` command: `program` puts it together, one module a group of commands."""
