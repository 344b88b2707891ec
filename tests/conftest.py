"""Every test writes and reads workbooks the way the program does, whatever it imports first."""

import eipcheck  # noqa: F401 - chooses the XML library of openpyxl, which must not be loaded before
