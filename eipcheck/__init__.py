"""The library: load criteria, read a workbook, assess, render."""
