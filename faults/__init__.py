"""Faults made on purpose: the network, servers, pages, the disk, the database, processes and the clock; what must hold after."""
