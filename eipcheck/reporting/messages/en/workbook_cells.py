"""What can be wrong with the figures, dates and codes in cells, and how they were read."""

MESSAGES: dict[str, str] = {
    "problem.W320.what": "{heading}: “{raw}” was read as {value}, as cell {cell} shows.",
    "problem.W320.why": (
        "On its own it could be a thousand times as much or as little; the other numbers of "
        "the column all show one decimal mark."
    ),
    "problem.W320.fix": (
        "Nothing, if that is right; otherwise enter the cell in Excel as a number, not as text."
    ),
    "problem.W320.example": "1.234",
    "problem.W321.what": (
        "{heading}: “{raw}” may mean {thousands} or {decimal}: {comma} has a decimal comma, "
        "{point} a decimal point."
    ),
    "problem.W321.why": (
        "The column writes numbers in two ways, so nothing tells which one holds here."
    ),
    "problem.W321.fix": "Enter the numbers of this column in Excel as numbers, not as text.",
    "problem.W321.example": "1.234 beside 12,5 and 12.5",
    "problem.W322.what": (
        "{heading}: “{raw}” in “{unit}” was converted: × {factor} = {result} {expected}."
    ),
    "problem.W322.why": "The form asks for {expected}; the two units differ by a fixed factor.",
    "problem.W322.fix": "Nothing, if “{unit}” is right; otherwise correct the unit.",
    "problem.W322.example": "50000 m2",
    "problem.W323.what": "{heading}: “{raw}” has an unknown unit, “{unit}”.",
    "problem.W323.why": "A wrong unit makes a wrong result, so the value is not used.",
    "problem.W323.fix": "Is it “{suggestion}”? If so, correct the unit.",
    "problem.W323.example": "12 hectata",
    "problem.W324.what": (
        "{heading}: “{raw}” is in “{unit}”, which says too little: the form asks for “{expected}”."
    ),
    "problem.W324.why": (
        "Without the period (day, month, year), the currency or the substance it may mean "
        "something else, so the value is not used."
    ),
    "problem.W324.fix": (
        "Write the whole unit; convert the value to {expected} if it is another one."
    ),
    "problem.W324.example": "500 m3",
    "problem.W325.what": "{heading}: “{raw}” does not say how much.",
    "problem.W325.why": (
        "This field takes a number. “{raw}” may mean that there is none, or that nobody knows "
        "how much."
    ),
    "problem.W325.fix": "Enter 0 if there is none; leave the cell blank if it is not known.",
    "problem.W325.example": "không",
    "problem.W326.what": "{heading}: “{raw}” gives the year with two digits.",
    "problem.W326.why": (
        "They could be of another century, or not a year at all, so the date is not used."
    ),
    "problem.W326.fix": "Enter it with four digits, such as 31/12/2019.",
    "problem.W326.example": "05/06/19",
    "problem.W327.what": "{heading}: “{raw}” is only a year; day and month are missing.",
    "problem.W327.why": "This field takes a full date; a day is never guessed.",
    "problem.W327.fix": "Enter it as day/month/year, such as 31/12/2019.",
    "problem.W327.example": "2019",
    "problem.W328.what": "{heading}: “{raw}” is only a month; the day is missing.",
    "problem.W328.why": "This field takes a full date; a day is never guessed.",
    "problem.W328.fix": "Enter it as day/month/year, such as 31/12/2019.",
    "problem.W328.example": "06/2019",
    "problem.W329.what": "{heading}: “{raw}” is only a quarter; day and month are missing.",
    "problem.W329.why": "This field takes a full date; a day is never guessed.",
    "problem.W329.fix": "Enter it as day/month/year, such as 31/12/2019.",
    "problem.W329.example": "Quý IV/2024",
    "problem.W330.what": "{heading}: “{raw}” has the month in front of the day.",
    "problem.W330.why": (
        "Dates are read as day/month/year, and there is no such date in that order."
    ),
    "problem.W330.fix": "If it is {suggestion}, enter it so.",
    "problem.W330.example": "12/31/2019",
    "problem.W331.what": "{heading}: the number {raw} was read as {day}.",
    "problem.W331.why": "Excel stores a date as the number of its day; this cell shows the number.",
    "problem.W331.fix": "Nothing, if that is the date; otherwise enter the date as day/month/year.",
    "problem.W331.example": "43830",
    "problem.W332.what": "{heading}: “{raw}” may be {day} or {other}.",
    "problem.W332.why": (
        "In {cell} of the same column the month stands in front, so the order is not certain here."
    ),
    "problem.W332.fix": "Enter all dates of this column as day/month/year.",
    "problem.W332.example": "05/06/2019",
    "problem.W333.what": "{heading}: the date {raw} may be {other} in truth.",
    "problem.W333.why": (
        "Excel has left {cell} as text, as it does when it expects the month in front; then "
        "it has exchanged day and month in the others."
    ),
    "problem.W333.fix": (
        "Compare with the documents and enter the dates of this column again, as Excel dates."
    ),
    "problem.W333.example": "05/06/2019 beside the text 25/06/2019",
    "problem.W335.what": (
        "{heading}: “{raw}” is not a tax code of 10 digits, or of 13 for a branch."
    ),
    "problem.W335.why": "The code is used as it is, but it may lack digits or be mistyped.",
    "problem.W335.fix": "Check the code; enter it in a cell with the format Text.",
    "problem.W335.example": "03012345",
    "problem.W336.what": "{heading}: “{raw}” is a quarter, not a year.",
    "problem.W336.why": "A figure of a quarter is not one of the year, so it is not used.",
    "problem.W336.fix": "Give the figure of the whole year and enter the year, such as 2019.",
    "problem.W336.example": "Quý IV/2024",
    "problem.W337.what": "{heading}: the cell holds {raw}, a number with more than 15 digits.",
    "problem.W337.why": "Excel keeps only 15 digits of a number, so the code is lost.",
    "problem.W337.fix": "Set the format of the cell to Text and enter the whole code again.",
    "problem.W337.example": "12345678901234567",
}
