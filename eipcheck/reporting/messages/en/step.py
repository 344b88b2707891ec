"""Steps of a computation, in English."""

MESSAGES = {
    "step.answers": "Of those counted: {yes} qualify, {no} do not, {unknown} unknown",
    "step.applies": "The requirement applies: {truth}",
    "step.average": "Mean of {years}: {range}",
    "step.condition": "The condition holds: {truth}",
    "step.contradiction": (
        "The list and the typed total contradict each other; "
        "a verdict is given only if both lead to the same one"
    ),
    "step.count_range": "Count: {range}",
    "step.counted": "{counted} counted, {not_counted} not counted, {unknown} unknown",
    "step.empty": "There is nothing to count",
    "step.grace": "The report on {year} is not overdue yet",
    "step.judged": "{by} decided: {result}",
    "step.harder": (
        "More enterprises counted make this harder: of {counted} counted, {needed} are needed"
    ),
    "step.list_size": (
        "{n} row on the sheet {sheet}, {complete}|{n} rows on the sheet {sheet}, {complete}"
    ),
    "step.mixed_years": "The figures speak of different years ({years}), so they are not combined",
    "step.needed": "A target of {bound} means {range} of those counted",
    "step.over_whole": "The parts add up to {sum}, more than the whole of {whole}",
    "step.part": "{text}: {truth}",
    "step.part_missing": "Missing figure: {field}",
    "step.population_unknown": (
        "The list is not confirmed complete and no total is given, so the number to divide by is "
        "unknown"
    ),
    "step.ratio_range": "Share: {range}",
    "step.review": "There is a matter that the authority has to weigh: {truth}",
    "step.share_range": "Share: {range}",
    "step.sum_range": "Sum: {range}",
    "step.typed_counted": "{field}: {n} (typed total)",
    "step.typed_other_year": (
        "{field} speaks of {year}, the list of {register_year}: they are not mixed"
    ),
    "step.typed_qualifying": "{field}: {n} (typed total)",
    "step.value": "{field}: {range} {unit} ({year})",
    "step.waived": "Waived by {by}; the computed verdict stands",
    "step.whole": "{field}: {value}",
    "step.year": "Year {year}: {truth}",
    "step.year_missing": "{field}, {year}: no answer",
    "step.years_due": "Years due: {years}",
}
