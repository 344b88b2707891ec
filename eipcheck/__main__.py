"""Runs the command line as ``python -m eipcheck``."""

from __future__ import annotations

import sys

from eipcheck.cli.app import main

sys.exit(main())
