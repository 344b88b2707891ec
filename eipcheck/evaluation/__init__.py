"""The judgement: pure functions from a park record and a criteria set to an assessment."""
