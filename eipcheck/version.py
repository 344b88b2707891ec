"""The version of the program; no other module states it."""

__version__ = "0.1.0"
