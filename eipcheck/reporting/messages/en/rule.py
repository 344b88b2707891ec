"""Rules of criteria in words, in English."""

MESSAGES = {
    "rule.applies": "Applies only if:",
    "rule.target": "Target: {target}",
    "rule.or_typed": "Or by typed totals (the two must agree):",
    "rule.answer": "The condition:",
    "rule.average": (
        "the mean of {field} over the last full year|the mean of {field} over the last {n} full "
        "years; a year without an answer is unknown"
    ),
    "rule.review": "Met only subject to review by the authority if:",
    "rule.grace": (
        "In the first month after a year's end a missing report of that year decides nothing; the "
        "year before must be there.|In the first {n} months after a year's end a missing report of "
        "that year decides nothing; the year before must be there."
    ),
    "rule.sum": "the sum of {fields}",
    "rule.ratio": "{numerator}, over {denominator}",
    "rule.among": "Of the rows on the sheet {sheet} with:",
    "rule.share": "the share with:",
    "rule.every": "every one must have:",
    "rule.none": "none may have:",
    "rule.count": "The number of rows on the sheet {sheet} with:",
    "rule.row_sum": "The sum of “{field}” over the rows on the sheet {sheet} with:",
    "rule.each_year.last": "The last full year needs a row on the sheet {sheet} with:",
    "rule.each_year.three": "Each of the last three years needs a row on the sheet {sheet} with:",
    "rule.each_year.all": "Each year of operation needs a row on the sheet {sheet} with:",
    "rule.all": "all of:",
    "rule.any": "at least one of:",
    "rule.either": "one of these answers (they must not contradict):",
    "rule.not": "not:",
    "rule.not_leaf": "not — {leaf}",
    "rule.has_row": "a row on the sheet {sheet} with:",
    "rule.always": "no condition",
    "rule.never": "never",
    "rule.is": "{field}: {value}",
    "rule.in": "{field} is one of: {values}",
    "rule.at_least": "{field} is at least {value}",
    "rule.at_most": "{field} is at most {value}",
    "rule.within": (
        "{field}: within {n} month before {before}|{field}: within {n} months before {before}"
    ),
    "rule.before.assessment": "the assessment date",
    "rule.before.registration": "the registration date",
    "rule.before.enterprise": (
        "“{field}” of that enterprise (the assessment date where it is blank)"
    ),
    "rule.differ": "{one} and {other}: two different enterprises of the register",
    "rule.valid.start": "{field}: not after the assessment date",
    "rule.valid.until": "{field}: not before the assessment date",
}
