"""The park workbook: the blank form out, typed answers with their cells in."""
