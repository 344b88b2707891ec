"""Words of problems in the data that evaluation finds (codes D), in English."""

MESSAGES = {
    "problem.D101.what": (
        "The list and the typed total of “{field}” contradict each other: "
        "{register} by the list, {typed} as typed."
    ),
    "problem.D101.why": "Both speak of the same thing and cannot both be true.",
    "problem.D101.fix": "Check the list and the total; mend the wrong cell or clear an old total.",
    "problem.D101.example": "The complete list has 25 applying of 115; 40 of 115 are typed.",
    "problem.D102.what": (
        "The answer “{field}” of {name} on the register contradicts the detail sheet."
    ),
    "problem.D102.why": "Contradicting answers are taken as unknown.",
    "problem.D102.fix": "Make the answer on the register and the row on the detail sheet agree.",
    "problem.D102.example": (
        "The register says “No” to RECP; the sheet “RECP” has a solution in use."
    ),
    "problem.D103.what": "The parts add up to {sum}, more than the {whole} of “{field}”.",
    "problem.D103.why": "A share of such figures means nothing, so no verdict is given.",
    "problem.D103.fix": "Check each part and the whole, with their units and years.",
    "problem.D103.example": "Green land 60 ha and roads 50 ha, of 100 ha in all",
    "problem.D104.what": "“{criterion}” computes as {computed}, but was judged {judged}.",
    "problem.D104.why": "A judgement does not replace a computed verdict; the two should agree.",
    "problem.D104.fix": "Check the data of this criterion, or remove the row on Judgements.",
    "problem.D104.example": "18 % where 20 % are asked for, and “Met” on the sheet Judgements",
    "problem.D105.what": "Judgements names “{criterion}”, which the criteria set does not have.",
    "problem.D105.why": "The row is not used.",
    "problem.D105.fix": "Give the criterion id as “eipcheck criteria show” prints it.",
    "problem.D105.example": "recp-aplied",
    "problem.D106.what": "“{field}” has several values for {year}: {values}.",
    "problem.D106.why": "Sources differ, so the whole range from lowest to highest counts.",
    "problem.D106.fix": "Choose one source, or keep both while neither is verified.",
    "problem.D106.example": "The land register says 340 ha for 2019, the yearly report 352 ha.",
    "problem.D109.what": "“{field}” gives {date}, after the assessment date.",
    "problem.D109.why": "What happens after the assessment date is not counted yet.",
    "problem.D109.fix": "Mend the date if it is wrong, or assess on a later date.",
    "problem.D109.example": "A figure is as of 31/12/2020, and the assessment date is 20/11/2020.",
    "problem.D110.what": "The judgement on “{criterion}” is not used.",
    "problem.D110.why": "Only a criterion that needs review by the authority takes a judgement.",
    "problem.D110.fix": "Fill in the data of this criterion instead.",
    "problem.D110.example": "“Met” for recp-applied, while the register lacks too many answers",
    "problem.D111.what": (
        "The waiver for “{criterion}” is not used: it runs from {granted} to {expires}."
    ),
    "problem.D111.why": "A waiver acts only on the days for which it was given.",
    "problem.D111.fix": "Check its dates, or ask the authority for a new one.",
    "problem.D111.example": "from 01/01/2018 to 31/12/2019, assessed on 20/11/2020",
    "problem.D112.what": "“{field}” is {date}, before “{other}” ({other_date}).",
    "problem.D112.why": "A date that cannot be is taken as unknown.",
    "problem.D112.fix": "Mend whichever of the two dates is wrong.",
    "problem.D112.example": "A breach of 15/03/2020 is remedied on 09/03/2020.",
    "problem.D113.what": "The judgement on “{criterion}” is not used.",
    "problem.D113.why": (
        "It has no date, names no authority or the developer, cannot be read, contradicts another "
        "that may be the latest, is of a day on which the criteria set was not in force, or is "
        "older than what it would have to weigh."
    ),
    "problem.D113.fix": (
        "Give each judgement its authority, date and result, and keep the one that is in force."
    ),
    "problem.D113.example": "“Met” and “Not met” by the same authority, neither with a date",
    "problem.D114.what": "“{field}” does not say one day: {values}.",
    "problem.D114.why": "Everything is judged on that day, so no other is chosen in silence.",
    "problem.D114.fix": "Write one date as dd/mm/yyyy, or give the assessment date with --as-of.",
    "problem.D114.example": "31/12/2019 in one row and 30/06/2020 in another",
    "problem.D115.what": "“{field}” ({year}) is {figure}, more than “{other}” ({ceiling}).",
    "problem.D115.why": (
        "A part cannot be more than all. Most likely something else was counted (projects, "
        "contracts, branches), or on another day."
    ),
    "problem.D115.fix": (
        "Check both counts and their dates; mend the one that counts something else."
    ),
    "problem.D115.example": "130 enterprises applying, 115 operating",
    "problem.D116.what": (
        "“{field}” ({year}) is {figure}, more than “{other}” ({ceiling}): a share over 100 %."
    ),
    "problem.D116.why": (
        "Most likely the two speak of different phases or days, or stand in each other's cell."
    ),
    "problem.D116.fix": "Compare both with their source; enter both for the same phase and day.",
    "problem.D116.example": "260 ha leased of 252 ha leasable",
    "problem.D117.what": (
        "“{field}” ({year}) is {figure}, more than “{other}” ({ceiling}) can take."
    ),
    "problem.D117.why": (
        "Most likely it is the volume of a month or year, or the design instead of what is "
        "built, or the capacity is that of one phase."
    ),
    "problem.D117.fix": (
        "Enter both for the same time (as per day) and for what is built, all phases together."
    ),
    "problem.D117.example": "12,000 m3/day treated, capacity 8,000 m3/day",
    "problem.D118.what": (
        "The known parts of “{field}” ({year}) add up to {added}, more than its {ceiling}."
    ),
    "problem.D118.why": (
        "Most likely a part is counted twice, is in another unit, or is of another phase or day."
    ),
    "problem.D118.fix": "Check each part and the whole, with their units, years and phases.",
    "problem.D118.example": "110 operating and 15 under construction, 120 licensed",
    "problem.D119.what": "The parts of “{field}” ({year}) add up to {added}, but it is {ceiling}.",
    "problem.D119.why": (
        "All its parts are given, so they should add up. Most likely one is mistyped or "
        "comes from another document."
    ),
    "problem.D119.fix": "Compare each part and the total with one and the same document.",
    "problem.D119.example": "Parts of 342 ha, total 360 ha",
    "problem.D120.what": (
        "The parts of “{other}” ({year}) add up to {added}, not {ceiling}; with {mended} "
        "instead of {figure} in “{field}” they would."
    ),
    "problem.D120.why": (
        "Two neighbouring digits may have been exchanged in typing; of several figures named so, "
        "at most one is wrong. All are used as they stand."
    ),
    "problem.D120.fix": (
        "Compare “{field}” with its source, and mend it if the digits are exchanged."
    ),
    "problem.D120.example": "579 typed for 597",
    "problem.D121.what": (
        "The parts of “{other}” ({year}) add up to {added}, not {ceiling}; with {mended} "
        "instead of {figure} in “{field}” they would."
    ),
    "problem.D121.why": (
        "A decimal mark may have slipped, or the figure is in another unit (m2 for ha); of several "
        "figures named so, at most one is wrong. All are used as they stand."
    ),
    "problem.D121.fix": (
        "Compare “{field}” with its source: its unit, its decimal mark and its thousands marks."
    ),
    "problem.D121.example": "365000 typed in hectares for 36.5 ha",
    "problem.D122.what": (
        "“{field}” ({year}) is {figure}, about {ratio} times “{other}” ({ceiling}), which "
        "it cannot exceed."
    ),
    "problem.D122.why": (
        "So far above, it is most likely in another unit (m2 for ha), or lost its decimal "
        "mark. It is used as it stands."
    ),
    "problem.D122.fix": (
        "Compare “{field}” with its source: its unit, its decimal mark and its thousands marks."
    ),
    "problem.D122.example": "2394000 ha leased of 252 ha leasable",
    "problem.D123.what": (
        "“{field}” goes from {earlier} ({earlier_year}) to {figure} ({year}), a factor of "
        "about {ratio}."
    ),
    "problem.D123.why": (
        "So large a jump is most likely another unit, a slipped decimal mark, or a figure of "
        "another area or phase."
    ),
    "problem.D123.fix": (
        "Compare both figures with their sources; if the jump is real, say why in the note."
    ),
    "problem.D123.example": "361 ha in 2018, 3610 ha in 2019",
    "problem.D124.what": (
        "“{field}” goes from {earlier} ({earlier_year}) to {figure} ({year}), a factor of "
        "about {ratio}."
    ),
    "problem.D124.why": (
        "A factor of about a thousand is most likely a thousands mark taken for a decimal "
        "mark, or another unit (kWh for MWh)."
    ),
    "problem.D124.fix": (
        "Compare both figures with their sources: their thousands marks and their units."
    ),
    "problem.D124.example": "1686 ha in 2018, 1.686 ha in 2019",
    "problem.D125.what": (
        "Sources of “{field}” ({year}) differ by a factor of about {ratio}: {least} and {most}."
    ),
    "problem.D125.why": (
        "So far apart, one of them is most likely in another unit, or has a wrong decimal or "
        "thousands mark."
    ),
    "problem.D125.fix": (
        "Compare each with its source: its unit, its decimal mark and its thousands marks."
    ),
    "problem.D125.example": "541 ha by one source, 541000 ha by another",
    "problem.D126.what": (
        "“{field}” is {date}, before the criteria set was in force ({other_date})."
    ),
    "problem.D126.why": (
        "Nobody can register under a law that is not yet in force, and a look-back window that "
        "ends too early hides later breaches. What depends on the window is undetermined."
    ),
    "problem.D126.fix": (
        "Mend the date, leave it blank if nothing is registered yet, or choose the set that was "
        "in force on that date (--criteria)."
    ),
    "problem.D126.example": "Registered on 30/04/2022, under a decree in force from 15/07/2022.",
    "problem.D127.what": (
        "The list “{sheet}” is as of {date}, after the assessment date ({other_date})."
    ),
    "problem.D127.why": (
        "A list of a later day does not show who left before it, and what it tells in favour of "
        "the park may have begun later; only its dated answers count."
    ),
    "problem.D127.fix": "Mend the date if it is wrong, or assess on that day (--as-of).",
    "problem.D127.example": "Complete as of 30/06/2023, assessed as of 31/12/2022.",
}
