"""Tiếng Việt."""
