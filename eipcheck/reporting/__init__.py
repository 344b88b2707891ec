"""Assessments made readable: view, words, HTML, Markdown, JSON, tables."""
