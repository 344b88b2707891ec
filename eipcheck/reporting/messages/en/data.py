"""Words of problems in the data that evaluation finds (codes D), in English."""

MESSAGES = {
    "problem.D101.what": (
        "The list and the typed total of “{field}” contradict each other: "
        "{register} by the list, {typed} as typed."
    ),
    "problem.D101.why": "Both speak of the same thing and cannot both be true.",
    "problem.D101.fix": "Check the list and the total; mend the wrong cell or clear an old total.",
    "problem.D102.what": (
        "The answer “{field}” of {name} on the register contradicts the detail sheet."
    ),
    "problem.D102.why": "Contradicting answers are taken as unknown.",
    "problem.D102.fix": "Make the answer on the register and the row on the detail sheet agree.",
    "problem.D103.what": "The parts add up to {sum}, more than the {whole} of “{field}”.",
    "problem.D103.why": "A share of such figures means nothing, so no verdict is given.",
    "problem.D103.fix": "Check each part and the whole, with their units and years.",
    "problem.D104.what": "“{criterion}” computes as {computed}, but was judged {judged}.",
    "problem.D104.why": "A judgement does not replace a computed verdict; the two should agree.",
    "problem.D104.fix": "Check the data of this criterion, or remove the row on Judgements.",
    "problem.D105.what": "Judgements names “{criterion}”, which the criteria set does not have.",
    "problem.D105.why": "The row is not used.",
    "problem.D105.fix": "Give the criterion id as “eipcheck criteria show” prints it.",
    "problem.D106.what": "“{field}” has several values for {year}: {values}.",
    "problem.D106.why": "Sources differ, so the whole range from lowest to highest counts.",
    "problem.D106.fix": "Choose one source, or keep both while neither is verified.",
    "problem.D109.what": "“{field}” gives {date}, after the assessment date.",
    "problem.D109.why": "What happens after the assessment date is not counted yet.",
    "problem.D109.fix": "Mend the date if it is wrong, or assess on a later date.",
    "problem.D110.what": "The judgement on “{criterion}” is not used.",
    "problem.D110.why": "Only a criterion that needs review by the authority takes a judgement.",
    "problem.D110.fix": "Fill in the data of this criterion instead.",
    "problem.D111.what": (
        "The waiver for “{criterion}” is not used: it runs from {granted} to {expires}."
    ),
    "problem.D111.why": "A waiver acts only on the days for which it was given.",
    "problem.D111.fix": "Check its dates, or ask the authority for a new one.",
    "problem.D112.what": "“{field}” is {date}, before “{other}” ({other_date}).",
    "problem.D112.why": "A date that cannot be is taken as unknown.",
    "problem.D112.fix": "Mend whichever of the two dates is wrong.",
    "problem.D113.what": "The judgement on “{criterion}” is not used.",
    "problem.D113.why": (
        "It has no date, cannot be read, or contradicts another that may be the latest."
    ),
    "problem.D113.fix": (
        "Give each judgement a date and a result, and keep the one that is in force."
    ),
    "problem.D114.what": "“{field}” does not say one day: {values}.",
    "problem.D114.why": "Everything is judged on that day, so no other is chosen in silence.",
    "problem.D114.fix": "Write one date as dd/mm/yyyy, or give the assessment date with --as-of.",
}
