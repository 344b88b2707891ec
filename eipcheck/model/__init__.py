"""Frozen types that every layer shares; no file formats, no console, no clock."""
