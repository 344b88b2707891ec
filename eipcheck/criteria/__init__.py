"""Criteria sets, the data dictionary and their cases: YAML in, model types out."""
