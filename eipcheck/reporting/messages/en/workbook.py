"""What can be wrong with a workbook, from the whole file down to a cell."""

from eipcheck.reporting.messages.en import workbook_cells

MESSAGES: dict[str, str] = {
    **workbook_cells.MESSAGES,
    "problem.W101.what": "There is no such file.",
    "problem.W101.why": "Without the workbook there is nothing to assess.",
    "problem.W101.fix": "Check the name of the file and its folder.",
    "problem.W101.example": "“kcn_a.xlsx” was typed; the file is called “kcn-a.xlsx”.",
    "problem.W102.what": "This is a folder, not a workbook.",
    "problem.W102.why": "An assessment reads one file.",
    "problem.W102.fix": "Name the .xlsx file, or use the command batch for a whole folder.",
    "problem.W102.example": "“data/2019”, a folder that holds several workbooks",
    "problem.W103.what": "The file may not be read.",
    "problem.W103.why": "Its permissions forbid it, or another program holds it.",
    "problem.W103.fix": "Close it in Excel and try again; failing that, ask for read permission.",
    "problem.W103.example": "a file in the folder of a colleague who has not shared it",
    "problem.W104.what": "The file cannot be read: {reason}.",
    "problem.W104.why": "The operating system refuses.",
    "problem.W104.fix": "Copy the file to a local disk and try again.",
    "problem.W104.example": "a USB drive pulled out while the file is being read",
    "problem.W105.what": "The file is too large: {size} MB, at most {limit} MB.",
    "problem.W105.why": "The data of one park are much smaller; pictures are the usual reason.",
    "problem.W105.fix": "Remove pictures and sheets not part of the form, or add --limit {option}.",
    "problem.W105.example": "a workbook of 150 MB, full of photographs",
    "problem.W106.what": "The file is empty (0 bytes).",
    "problem.W106.why": "It was not downloaded or saved completely.",
    "problem.W106.fix": "Fetch the original again.",
    "problem.W106.example": "a download that broke off before the first byte",
    "problem.W107.what": "The workbook is protected by a password.",
    "problem.W107.why": "Its content is encrypted and cannot be read.",
    "problem.W107.fix": (
        "In Excel: File > Info > Protect Workbook > Encrypt with Password; clear the password "
        "and save."
    ),
    "problem.W107.example": "a file for which Excel asks a password on opening",
    "problem.W108.what": "This is a workbook in the old Excel format (.xls).",
    "problem.W108.why": "Only .xlsx can be read, whatever the file is called.",
    "problem.W108.fix": "Open it in Excel and save it as an Excel Workbook (.xlsx).",
    "problem.W108.example": "KCN-2005.xls, or the same file renamed to KCN-2005.xlsx",
    "problem.W109.what": "This is not an Excel workbook (.xlsx).",
    "problem.W109.why": "A name that ends in .xlsx does not make a file a workbook.",
    "problem.W109.fix": "Open it in Excel and save it as an Excel Workbook (.xlsx).",
    "problem.W109.example": "a file of an unknown program, renamed to KCN.xlsx",
    "problem.W110.what": "The workbook is damaged and cannot be opened: {reason}.",
    "problem.W110.why": "Half of a damaged file could give a wrong result, so none of it is read.",
    "problem.W110.fix": "Let Excel repair the file and save it, or fetch the original again.",
    "problem.W110.example": "a download that broke off half-way",
    "problem.W111.what": "The file grows out of all proportion when unpacked (part {part}).",
    "problem.W111.why": "Such a file can bring a computer down, so it is not opened.",
    "problem.W111.fix": (
        "Copy the data into a new blank form; if you trust the file, add --limit {option}."
    ),
    "problem.W111.example": "a picture of 3 KB that unpacks to 3 MB",
    "problem.W112.what": "There is a cell far away from the data: {cell}.",
    "problem.W112.why": "Millions of blank cells would have to be read on the way.",
    "problem.W112.fix": "Delete the spare rows and columns beyond the data, and save.",
    "problem.W112.example": "The data end in row 40, and there is one more cell at CV200000.",
    "problem.W113.what": "Part {part} holds a declaration or an encoding that is not allowed.",
    "problem.W113.why": "It could read other files or bring the computer down; Excel writes none.",
    "problem.W113.fix": "Copy the data into a new blank form.",
    "problem.W113.example": "<!DOCTYPE …> with an entity, in xl/workbook.xml",
    "problem.W114.what": "The content of sheet “{sheet}” is missing from the file.",
    "problem.W114.why": "The sheet has a name but no content; taking it as empty would be wrong.",
    "problem.W114.fix": "Fetch the original again, or check this sheet in Excel and save.",
    "problem.W114.example": "“Land” is listed, but xl/worksheets/sheet3.xml is not in the file.",
    "problem.W115.what": "This is not a park workbook; its sheets are: {sheets}.",
    "problem.W115.why": "None of them belongs to the form.",
    "problem.W115.fix": "Make a blank form with eipcheck template and fill it in.",
    "problem.W115.example": "a budget with the sheets “Budget” and “Plan”",
    "problem.W116.what": "Sheet “{sheet}” is stored in a dialect that cannot be read.",
    "problem.W116.why": "The usual reason is the format “Strict Open XML”.",
    "problem.W116.fix": "Open it in Excel and save it as an Excel Workbook (.xlsx).",
    "problem.W116.example": "a workbook saved as “Strict Open XML Spreadsheet”",
    "problem.W117.what": "This is a workbook of another program: {program}.",
    "problem.W117.why": "Only .xlsx can be read, whatever the file is called.",
    "problem.W117.fix": (
        "Open it in that program and save or export it as an Excel Workbook (.xlsx)."
    ),
    "problem.W117.example": "a file saved by LibreOffice as .ods and renamed to .xlsx",
    "problem.W118.what": "This is a binary Excel workbook (.xlsb).",
    "problem.W118.why": "Only .xlsx can be read, whatever the file is called.",
    "problem.W118.fix": "Open it in Excel and save it as an Excel Workbook (.xlsx).",
    "problem.W118.example": "a file saved as “Excel Binary Workbook”",
    "problem.W119.what": "The XML of {part} is nested more than {limit} levels deep.",
    "problem.W119.why": "Programs that read such a file may crash; Excel writes none.",
    "problem.W119.fix": (
        "Copy the data into a new blank form; if you trust the file, add --limit {option}."
    ),
    "problem.W119.example": "100,000 elements, each within the last",
    "problem.W120.what": "The file holds {part} twice, or under a name that leads elsewhere.",
    "problem.W120.why": "Programs would read different things from it, so nothing is read.",
    "problem.W120.fix": "Open it in Excel, check what it shows, and save it under a new name.",
    "problem.W120.example": (
        "two parts called xl/worksheets/sheet2.xml, or one called ../../evil.xml"
    ),
    "problem.W121.what": "This is a file of {program}, not an Excel workbook.",
    "problem.W121.why": "A name that ends in .xlsx does not make a file a workbook.",
    "problem.W121.fix": "Ask for the Excel workbook, or copy the tables into a blank form.",
    "problem.W121.example": "a .docx renamed to .xlsx",
    "problem.W122.what": "This is a {format} archive, not a workbook; it holds: {files}.",
    "problem.W122.why": "A workbook is not read while it is packed in another file.",
    "problem.W122.fix": "Extract it, and give the workbook itself.",
    "problem.W122.example": "so-lieu.zip with KCN-2019.xlsx in it",
    "problem.W123.what": "This is a {format} file under the name of a workbook.",
    "problem.W123.why": "Excel opens such a file, and may change figures and dates as it does.",
    "problem.W123.fix": (
        "Open it in Excel, check codes, figures and dates, and save it as an Excel Workbook "
        "(.xlsx)."
    ),
    "problem.W123.example": "a table exported as a web page (HTML) and named .xls or .xlsx",
    "problem.W124.what": "This is a {format} file, not an Excel workbook.",
    "problem.W124.why": "Figures in pictures and print files cannot be read reliably.",
    "problem.W124.fix": (
        "Ask for the workbook that it was made from, or type the figures into a blank form."
    ),
    "problem.W124.example": "a scanned PDF renamed to .xlsx",
    "problem.W125.what": "Part {part} of the file is packed with a password or in an unusual way.",
    "problem.W125.why": "It cannot be read; Excel packs no part so.",
    "problem.W125.fix": (
        "Extract the file with the program that packed it, open it in Excel and save it again."
    ),
    "problem.W125.example": "a workbook put under a password by a zip program",
    "problem.W126.what": "The workbook has {count} cells, more than {allowed}.",
    "problem.W126.why": (
        "Reading them could take all the memory; blank cells with a format count too."
    ),
    "problem.W126.fix": (
        "Delete sheets, rows and columns beyond the data; if all of it is needed, add "
        "--limit {option}."
    ),
    "problem.W126.example": "a border drawn around 1,000,000 blank rows",
    "problem.W127.what": (
        "The workbook has {count} elements beside its cells, more than {allowed}; most in {part}."
    ),
    "problem.W127.why": (
        "Formats, names and merged cells that pile up through copying slow every program down."
    ),
    "problem.W127.fix": (
        "Copy the data into a new blank form (values only), or add --limit {option}."
    ),
    "problem.W127.example": "2,000,000 merged ranges, or 600,000 cell formats",
    "problem.W128.what": "There is a text of more than {limit} KB in {part}.",
    "problem.W128.why": (
        "A cell of Excel holds 32,767 characters at most; such a text can take all the memory."
    ),
    "problem.W128.fix": "Shorten the text; if it is needed, add --limit {option}.",
    "problem.W128.example": "a cell with a text of 8 MB",
    "problem.W129.what": "The list of contents of the file does not match what it holds: {part}.",
    "problem.W129.why": "Programs would read different things from it, so nothing is read.",
    "problem.W129.fix": "Open it in Excel, check what it shows, and save it under a new name.",
    "problem.W129.example": (
        "bytes of another file before the first part, or two parts that both call themselves "
        "the workbook"
    ),
    "problem.W201.what": "Sheets missing from the workbook: {sheets}.",
    "problem.W201.why": "Everything they would say is taken as unknown.",
    "problem.W201.fix": "Copy the sheets from a blank form, or give them their names back.",
    "problem.W201.example": "The sheet “Reports” was deleted.",
    "problem.W202.what": "Sheet “{sheet}” is missing; there is one called “{found}”.",
    "problem.W202.why": "“{found}” is not read, as the form has no sheet of that name.",
    "problem.W202.fix": "If that is the sheet, rename it to “{sheet}”.",
    "problem.W202.example": "“Lnad” instead of “Land”",
    "problem.W203.what": "Sheet “{sheet}” is not read, though it looks like “{read}”.",
    "problem.W203.why": "Only “{read}” counts.",
    "problem.W203.fix": "Move what matters to “{read}”, or delete the sheet.",
    "problem.W203.example": "“Violations (2)”, a copy beside “Violations”",
    "problem.W204.what": "Two sheets are the same list: “{sheet}” and “{first}”.",
    "problem.W204.why": "Neither is read: nothing says which of them holds.",
    "problem.W204.fix": "Put everything on one sheet and delete the other.",
    "problem.W204.example": "“Enterprises”, and its copy under the name “Doanh nghiệp”",
    "problem.W205.what": "Sheet “{sheet}” has no row of headings.",
    "problem.W205.why": "Nothing says which column is what, so the whole sheet is unknown.",
    "problem.W205.fix": "Copy the headings from a blank form to the row above the data.",
    "problem.W205.example": "The row with “Kind of report”, “Year reported” … was deleted.",
    "problem.W206.what": "The heading “{heading}” is not known.",
    "problem.W206.why": "Its column is not read.",
    "problem.W206.fix": "Is it “{suggestion}”? If so, correct the heading.",
    "problem.W206.example": "“Workrs” instead of “Workers”",
    "problem.W207.what": "These columns are not part of the form and are not read: {headings}.",
    "problem.W207.why": "No criterion uses them (sheet “{sheet}”).",
    "problem.W207.fix": "Nothing, if they are your own; otherwise correct their headings.",
    "problem.W207.example": "“Country” and “Investment (million USD)”, added by the park",
    "problem.W208.what": "Sheet “{sheet}” lacks columns: {fields}.",
    "problem.W208.why": "They are unknown in every row.",
    "problem.W208.fix": "Add the columns under these headings.",
    "problem.W208.example": "The column “Description” of the sheet “RECP” was deleted.",
    "problem.W209.what": "Two columns have the heading “{heading}”; the other is at {first}.",
    "problem.W209.why": "Nothing says which is right, so neither is used.",
    "problem.W209.fix": "Keep one and delete the other.",
    "problem.W209.example": "“Applies an RECP solution” stands in O6 and again in Z6.",
    "problem.W210.what": "The heading “{heading}” says “{unit}”; the form asks for “{expected}”.",
    "problem.W210.why": "A wrong unit makes a wrong result, so the column is not used.",
    "problem.W210.fix": "Convert the figures to {expected} and correct the heading.",
    "problem.W210.example": "“Electricity saved (m3/year)” where the form has kWh/year",
    "problem.W211.what": "Sheet “{sheet}” lacks the line “{declaration}”.",
    "problem.W211.why": "Without it the list is always taken as possibly incomplete.",
    "problem.W211.fix": "Copy the line from a blank form to a row above the list.",
    "problem.W211.example": (
        "The line above the services that asks whether the list is complete was deleted."
    ),
    "problem.W212.what": "The field “{id}” is not known (value: “{raw}”).",
    "problem.W212.why": "The value is not read.",
    "problem.W212.fix": "Is it “{suggestion}”? If so, correct the id in the first column.",
    "problem.W212.example": "“park_nam” instead of “park_name”",
    "problem.W213.what": "Column “{field}” is missing, and headings are not known: {headings}.",
    "problem.W213.why": (
        "A blank would have a meaning there; if the column was only renamed, that meaning would "
        "be wrong, so it is unknown."
    ),
    "problem.W213.fix": "Correct the heading, or add a column “{field}” (it may stay blank).",
    "problem.W213.example": (
        "“Stopped on” was renamed to “Contract ended”; a blank there means: still running."
    ),
    "problem.W214.what": "The id “{id}” and the field “{label}” on one row do not belong together.",
    "problem.W214.why": "Nothing says which one the value “{raw}” answers, so it is not used.",
    "problem.W214.fix": "Correct the id or the name of the field as in the form.",
    "problem.W214.example": "“park_name” in column A beside “Province or city” in column B",
    "problem.W215.what": "Row {row} has data but no {heading}.",
    "problem.W215.why": "Nothing says what the row is about.",
    "problem.W215.fix": "Enter {heading}, or delete the row if it is a remark.",
    "problem.W215.example": "Row 7 gives a status but no name and no tax code.",
    "problem.W216.what": "The row “{raw}” is passed over as a line of totals.",
    "problem.W216.why": "A total is not a row of the list.",
    "problem.W216.fix": "Nothing; if it is a real name, write it out in full.",
    "problem.W216.example": "“Total”, below the last solution",
    "problem.W217.what": "The field “{id}” is not known (value: “{raw}”).",
    "problem.W217.why": "The value is not read.",
    "problem.W217.fix": "Enter the id of the field as in the form, or delete the row.",
    "problem.W217.example": "A row “Rent of land” with 95, without the id of a field.",
    "problem.W301.what": "{heading}: the cell shows the error “{raw}”.",
    "problem.W301.why": "Its formula fails, so there is no figure.",
    "problem.W301.fix": "Mend the formula, or enter the value itself.",
    "problem.W301.example": "#REF!",
    "problem.W302.what": "{heading}: the cell holds a formula that was never calculated.",
    "problem.W302.why": "The file has no result for it; the cell looks blank.",
    "problem.W302.fix": "Open the file in Excel and save it, or enter the value itself.",
    "problem.W302.example": "D7 holds =SUM(D3:D6), and the file has no result for it.",
    "problem.W303.what": "{heading}: “{raw}” is not a number.",
    "problem.W303.why": "This field takes a number.",
    "problem.W303.fix": "Enter a number without words; leave the cell blank if there is none yet.",
    "problem.W303.example": "about 26,500",
    "problem.W304.what": "{heading}: “{raw}” may mean {thousands} or {decimal}.",
    "problem.W304.why": "It is not guessed: a wrong guess is wrong by a factor of a thousand.",
    "problem.W304.fix": "Enter it in Excel as a number, not as text.",
    "problem.W304.example": "1.234",
    "problem.W305.what": "{heading}: the cell holds a date or time, {raw}, instead of a number.",
    "problem.W305.why": "Excel likes to turn 1-2 or 12.5 into a date.",
    "problem.W305.fix": "Set the format of the cell to Number and enter the figure again.",
    "problem.W305.example": "1-2 was typed, and Excel made 01/02/2019 of it.",
    "problem.W306.what": "{heading}: “{raw}” is not a whole number.",
    "problem.W306.why": "This field is a count.",
    "problem.W306.fix": "Enter a whole number; check the decimal mark.",
    "problem.W306.example": "1250.5 workers",
    "problem.W307.what": "{heading}: “{raw}” is in “{unit}” where the form asks for “{expected}”.",
    "problem.W307.why": "A wrong unit makes a wrong result, so the value is not used.",
    "problem.W307.fix": (
        "Convert the value to {expected} and correct the unit. A rate of another period (hour, "
        "day, month) is multiplied by the hours or days really worked."
    ),
    "problem.W307.example": "120 m3/h where the form asks for m3/day",
    "problem.W308.what": "{heading}: “{raw}” is not a full date.",
    "problem.W308.why": "This field takes day, month and year.",
    "problem.W308.fix": "Enter it as day/month/year, such as 31/12/2019.",
    "problem.W308.example": "end of 2019",
    "problem.W309.what": "{heading}: there is no such date as “{raw}”.",
    "problem.W309.why": "Day, month or year is not on the calendar.",
    "problem.W309.fix": "Enter it as day/month/year, such as 31/12/2019.",
    "problem.W309.example": "31/11/2019",
    "problem.W310.what": "{heading}: the cell shows {raw} but holds the number {number} as a date.",
    "problem.W310.why": "Usually a year was typed into a cell with a date format.",
    "problem.W310.fix": "Enter a full date, or set the format to General if a year is meant.",
    "problem.W310.example": "2019 typed into a cell with a date format, which shows 11/07/1905",
    "problem.W311.what": "{heading}: “{raw}” is not a year.",
    "problem.W311.why": "This field takes a year.",
    "problem.W311.fix": "Enter a year of four digits, such as 2019.",
    "problem.W311.example": "long ago",
    "problem.W312.what": "{heading}: “{raw}” is not one of the choices.",
    "problem.W312.why": "Only the words of the form are understood.",
    "problem.W312.fix": "Choose one of: {choices}.",
    "problem.W312.example": "“Good” as the state of a service",
    "problem.W313.what": "{heading}: “{raw}” is neither yes nor no.",
    "problem.W313.why": "The question has only these two answers.",
    "problem.W313.fix": "Choose Yes or No; leave the cell blank if it is not known.",
    "problem.W313.example": "in part",
    "problem.W314.what": "{heading}: “{raw}” is unusual; from {low} to {high} is expected.",
    "problem.W314.why": "The value is used, but its unit may be wrong or a key mistyped.",
    "problem.W314.fix": "Check the figure and its unit.",
    "problem.W314.example": "6309 enterprises in one park",
    "problem.W315.what": "{heading}: “{raw}” is taken as {raw} %; is it {percent} %?",
    "problem.W315.why": "This field is in percent: 85 is 85 %, and 0.85 is less than 1 %.",
    "problem.W315.fix": "If it is {percent} %, enter {percent}.",
    "problem.W315.example": "0.85",
    "problem.W316.what": "{heading}: “{raw}” lacks digits and is taken as {code}.",
    "problem.W316.why": "Excel drops the leading zero of a tax code that is entered as a number.",
    "problem.W316.fix": "Set the format of the cell to Text and enter the whole code.",
    "problem.W316.example": "301234567 for 0301234567",
    "problem.W317.what": "{heading}: the year or date “{year}” in cell {cell} cannot be read.",
    "problem.W317.why": "Nothing says which year the value “{raw}” is of, so it is not used.",
    "problem.W317.fix": "In {cell} enter a year (2019) or a full date (31/12/2019).",
    "problem.W317.example": "“20I9”, with a letter I in place of the 1",
    "problem.W318.what": "{heading}: the scope “{scope}” in cell {cell} is not understood.",
    "problem.W318.why": "The value “{raw}” may be of the whole park or a part, so it is not used.",
    "problem.W318.fix": "In {cell} choose from the list; a blank is the whole park.",
    "problem.W318.example": "phases 1 and 2",
    "problem.W219.what": "The line “{declaration}” stands twice and says different things.",
    "problem.W219.why": "Contradicting declarations close no list.",
    "problem.W219.fix": "Keep one line and delete the other.",
    "problem.W219.example": "The line says “Yes” in row 4 and “No” in row 5.",
    "problem.W220.what": "Sheet “{sheet}” lacks the columns: {fields}.",
    "problem.W220.why": "Without them a figure may mean something else, so the sheet is unknown.",
    "problem.W220.fix": "Restore their headings as in the form.",
    "problem.W220.example": "The column of units of the sheet “Land” was deleted.",
    "problem.W319.what": "{heading}: “{raw}” is negative.",
    "problem.W319.why": "An area, a count or a quantity cannot be, so it is not used.",
    "problem.W319.fix": "Enter the figure without the sign, or leave it blank.",
    "problem.W319.example": "-12.5 ha",
    "problem.W401.what": "{heading}: “{raw}” is already in {first}.",
    "problem.W401.why": "Each one has a single row; two rows would be counted twice.",
    "problem.W401.fix": "Make one row of the two, or correct the slip.",
    "problem.W401.example": "The tax code 0301234567 stands in A7 and again in A9.",
    "problem.W402.what": "{heading}: “{raw}” is not on the list of enterprises.",
    "problem.W402.why": "Nothing says which enterprise the row is about.",
    "problem.W402.fix": (
        "Is it “{suggestion}”? Give the tax code or the exact name, or add the enterprise to the "
        "list."
    ),
    "problem.W402.example": "“Công ty An Binnh”; the list has “Công ty An Bình”.",
    "problem.W403.what": "{heading}: “{raw}” is not on the list of enterprises.",
    "problem.W403.why": "Nothing says which enterprise the row is about.",
    "problem.W403.fix": "Add the enterprise to the list, or give its tax code or exact name.",
    "problem.W403.example": "0399999999, a tax code that no row of the list has",
    "problem.W404.what": "{heading}: “{raw}” stands for {n} rows of the list of enterprises.",
    "problem.W404.why": "Nothing says which of them is meant.",
    "problem.W404.fix": "Give the tax code; if that occurs twice, mend the list first.",
    "problem.W404.example": "“Trùng Dương”, the name of two enterprises on the list",
    "problem.W405.what": "{heading}: there is no document “{document}” on the sheet of evidence.",
    "problem.W405.why": "What is not listed there does not count as evidence.",
    "problem.W405.fix": "Add the document to the sheet of evidence, or correct its id.",
    "problem.W405.example": "“TL-9”, which no row of the sheet of evidence has",
    "problem.W406.what": "{heading}: “{raw}” is taken as “{name}”.",
    "problem.W406.why": (
        "It is written in another way, and only this one enterprise on the list fits it."
    ),
    "problem.W406.fix": "Nothing, if that is the one; otherwise enter its tax code.",
    "problem.W406.example": "“CTY TNHH Hoà Phát” is taken as “Công ty TNHH Hòa Phát”.",
    "problem.W407.what": "{heading}: “{raw}” has the same name as {first}.",
    "problem.W407.why": (
        "Without two different tax codes they may be one enterprise; they are counted as two."
    ),
    "problem.W407.fix": "Enter both tax codes, or make one row of the two.",
    "problem.W407.example": "“Công ty An Bình” in B7 and again in B9, without tax codes.",
    "problem.W408.what": "{heading}: “{raw}” does not go with “{name}” in {second}.",
    "problem.W408.why": (
        "The breach may be of the developer or of that enterprise, so whose it is counts as "
        "unknown."
    ),
    "problem.W408.fix": (
        "Say who committed it: for the developer leave {second} blank or enter the developer's own "
        "name; for an enterprise choose “Enterprise”."
    ),
    "problem.W408.example": (
        "By whom “Developer”, beside “Công ty An Bình”, an enterprise on the list"
    ),
    "problem.W409.what": "{heading}: “{name}” is the developer, but stands as “{raw}”.",
    "problem.W409.why": (
        "Counted as an enterprise it would take part in shares and symbiosis, so its kind counts "
        "as unknown."
    ),
    "problem.W409.fix": "Choose “Infrastructure developer” as its kind, or mend the code or name.",
    "problem.W409.example": "The tax code of the developer, on the list as an enterprise",
    "problem.W410.what": (
        "{heading}: “{raw}” for the branch {name}, whose head office is in {first}."
    ),
    "problem.W410.why": (
        "Branch and head office are one legal entity; counted twice they would move every share, "
        "so the kind of the branch counts as unknown."
    ),
    "problem.W410.fix": "Choose “Branch or dependent unit” for it.",
    "problem.W410.example": ("0301234567-001 entered as “Enterprise” beside 0301234567"),
    "problem.W411.what": "{heading}: “{raw}” does not go with the party “{name}” ({second}).",
    "problem.W411.why": (
        "An outside party that is nobody, the developer or an enterprise of this park makes no "
        "symbiosis with another park or the community, so its kind counts as unknown."
    ),
    "problem.W411.fix": (
        "Enter who the party outside the park is and its kind; with none, choose “None” and enter "
        "both enterprises of the park."
    ),
    "problem.W411.example": "“None” as the party, beside “Enterprise of another park”",
    "problem.W412.what": "{heading}: “{raw}”, but no saving is above zero ({values}).",
    "problem.W412.why": (
        "A result is a saving or a cut of emissions above zero, so whether there is one counts as "
        "unknown."
    ),
    "problem.W412.fix": "Enter the savings measured, leave unknown ones blank, or choose “No”.",
    "problem.W412.example": "“Yes” beside savings of 0 kWh and 0 m3",
    "problem.W221.what": (
        "{heading}: the cell lies under a value that is merged over several columns."
    ),
    "problem.W221.why": (
        "Nothing says whether that value answers this column as well, so it is unknown."
    ),
    "problem.W221.fix": (
        "Unmerge the cells (Home > Merge & Center) and enter each answer in its own cell."
    ),
    "problem.W221.example": "F9:H9 are merged and hold “Yes”: F9 is read, G9 and H9 are not.",
    "problem.W222.what": "The heading “{heading}” stands under “{group}”.",
    "problem.W222.why": (
        "What is planned, designed or of another year does not answer the question of the form, "
        "so the column is not used."
    ),
    "problem.W222.fix": (
        "If the column does hold the answer asked for, give it the heading of the form without a "
        "group above it."
    ),
    "problem.W222.example": "“Status” under “Plan 2025”.",
    "problem.W223.what": (
        "The column “{heading}” is in “{unit}” and is converted to {expected} (times {factor})."
    ),
    "problem.W223.why": "The form asks for {expected}; the conversion is exact.",
    "problem.W223.fix": "Nothing, if “{unit}” is right; otherwise correct the heading.",
    "problem.W223.example": "“Area (m2)”: 289 000 is read as 28.9 ha.",
    "problem.W225.what": "The line “{raw}” is taken as the title of a group of rows.",
    "problem.W225.why": "A title is not a row of the list and is not counted.",
    "problem.W225.fix": "Nothing; if it is a real name, give it its tax code or another answer.",
    "problem.W225.example": "“II. Domestic enterprises”, with nothing else on the line.",
    "problem.W226.what": "{heading}: the line “{words}” says {raw}, but its rows add up to {sum}.",
    "problem.W226.why": "A row may be missing, be entered twice, or hold a mistyped figure.",
    "problem.W226.fix": "Compare the rows with the source; then correct the row or the total.",
    "problem.W226.example": "The rows hold 120 and 150 workers, the total says 370.",
    "problem.W227.what": "“{raw}” is taken as the beginning of signatures.",
    "problem.W227.why": "It is not a row of the list, nor are signatures below it.",
    "problem.W227.fix": "Nothing; if rows of the list follow, move them above.",
    "problem.W227.example": "“Prepared by” and a name below the last row.",
    "problem.W230.what": (
        "Sheet “{sheet}” has hidden rows, which are read like all others ({n}): {which}."
    ),
    "problem.W230.why": "A filter or a hidden row does not take an answer away.",
    "problem.W230.fix": "Show the rows and check them; delete those that do not belong there.",
    "problem.W230.example": (
        "A filter shows only the enterprises in operation; the others are read as well."
    ),
    "problem.W231.what": (
        "Sheet “{sheet}” has hidden columns, which are read like all others ({n}): {which}."
    ),
    "problem.W231.why": "A hidden column still answers its question.",
    "problem.W231.fix": "Show the columns and check them.",
    "problem.W231.example": "Column G is hidden and holds last year's answers.",
    "problem.W232.what": "Sheet “{sheet}” is hidden, and is read like all others.",
    "problem.W232.why": "What stands there counts, though nobody sees it on opening the file.",
    "problem.W232.fix": "Show the sheet and check it; delete it if it is an old version.",
    "problem.W232.example": "The sheet of breaches was hidden before the file was sent.",
    "problem.W240.what": "Sheet “{sheet}” is read as “{list}”, by the mapping “{mapping}”.",
    "problem.W240.why": "Its name or its headings are those that the mapping describes.",
    "problem.W240.fix": "Nothing; eipcheck inspect shows which column was read as what.",
    "problem.W240.example": "The sheet “PL1” has the headings of Form 06.",
    "problem.W241.what": "Sheet “{sheet}” is read as “{list}”: it has its headings.",
    "problem.W241.why": "The form's own sheet is missing, and no other sheet looks like it.",
    "problem.W241.fix": "Nothing; if it is another list, rename its headings or delete the sheet.",
    "problem.W241.example": "The register stands on “Sheet1”.",
    "problem.W242.what": "Several sheets look like “{list}”: {sheets}.",
    "problem.W242.why": "None of them is read: nothing says which one holds.",
    "problem.W242.fix": "Keep one of them, under the name of the form.",
    "problem.W242.example": "“2019” and “2020” both have the headings of the register.",
    "problem.W250.what": (
        "The workbook also answers questions of other criteria sets ({sets}): {n} place."
        "|The workbook also answers questions of other criteria sets ({sets}): {n} places."
    ),
    "problem.W250.why": "They are not read: the sets used here do not ask them.",
    "problem.W250.fix": "Nothing; to use them, assess under those sets as well (--criteria).",
    "problem.W250.example": "A form made for the international framework, assessed under a decree",
    "problem.W340.what": (
        "{heading}: results of formulas are used as stored in the file ({n} cells)."
    ),
    "problem.W340.why": "They are as old as the last calculation of the file.",
    "problem.W340.fix": (
        "Nothing, if the file was saved by Excel after the last change; otherwise open it in "
        "Excel and save it."
    ),
    "problem.W340.example": "D7 holds =SUM(D3:D6) with the stored result 74.5.",
    "problem.W341.what": (
        "{n} cell holds text in the old TCVN3 (ABC) encoding: “{raw}” would be “{converted}”."
        "|{n} cells hold text in the old TCVN3 (ABC) encoding: “{raw}” would be "
        "“{converted}”."
    ),
    "problem.W341.why": (
        "Only an old .Vn font shows it as Vietnamese; as it stands, such text is not understood."
    ),
    "problem.W341.fix": (
        "Compare the two; if “{converted}” is right, run again with --convert-legacy, or convert "
        "the file to Unicode in a Vietnamese keyboard program."
    ),
    "problem.W341.example": "“C«ng ty ViÖt” for “Công ty Việt”.",
    "problem.W342.what": (
        "{n} cell holds text in the old VNI encoding: “{raw}” would be “{converted}”."
        "|{n} cells hold text in the old VNI encoding: “{raw}” would be "
        "“{converted}”."
    ),
    "problem.W342.why": (
        "Only an old VNI font shows it as Vietnamese; as it stands, such text is not understood."
    ),
    "problem.W342.fix": (
        "Compare the two; if “{converted}” is right, run again with --convert-legacy, or convert "
        "the file to Unicode in a Vietnamese keyboard program."
    ),
    "problem.W342.example": "“Coâng ty Vieät” for “Công ty Việt”.",
    "problem.W343.what": (
        "{n} cell holds another letter in place of đ: “{raw}” would be “{converted}”."
        "|{n} cells hold another letter in place of đ: “{raw}” would be “{converted}”."
    ),
    "problem.W343.why": "An old program wrote ð or ñ for đ; such words are not found on a list.",
    "problem.W343.fix": (
        "Replace the letter by đ in Excel (Find and Replace), or run again with --convert-legacy."
    ),
    "problem.W343.example": "“ðặc ñiểm” for “đặc điểm”.",
    "problem.W344.what": (
        "{n} cell was converted from an old encoding ({encoding}), as asked: “{raw}” is read as "
        "“{converted}”.|{n} cells were converted from an old encoding ({encoding}), as asked: "
        "“{raw}” is read as “{converted}”."
    ),
    "problem.W344.why": "What is assessed is the converted text, not the text in the file.",
    "problem.W344.fix": "Compare the two; best of all, convert the file itself to Unicode.",
    "problem.W344.example": "“n−íc th¶i” is read as “nước thải”.",
    "problem.W346.what": (
        "{heading}: results drawn from another workbook are used as stored ({n} cells)."
    ),
    "problem.W346.why": "The other workbook is never opened, so the figure may be out of date.",
    "problem.W346.fix": "Check the figure, and enter the value itself instead of the formula.",
    "problem.W346.example": "D7 holds ='[register 2018.xlsx]Total'!B9.",
    "problem.W224.what": "{heading}: the label says “{words}”, so “{raw}” is not used.",
    "problem.W224.why": (
        "What is planned or of another year does not answer the question of the form."
    ),
    "problem.W224.fix": (
        "If the value does answer it, take the words away; give the year in its own column."
    ),
    "problem.W224.example": "“Worker housing (planned 2025)”: In use",
    "problem.W228.what": (
        "Something stands here that belongs to no row under the headings that were read."
    ),
    "problem.W228.why": (
        "It may be another table or a row above the headings; it is not read, and closes no list."
    ),
    "problem.W228.fix": "Put one table on each sheet, with its headings above all of its rows.",
    "problem.W228.example": "Row 10 holds a breach, and the headings stand in row 11.",
    "problem.W229.what": (
        "The remark “{raw}” below the headings is not read; the list counts as possibly incomplete."
    ),
    "problem.W229.why": "A remark may say that something is missing or not settled.",
    "problem.W229.fix": (
        "Move it above the headings if it changes nothing; else add what it speaks of to the list."
    ),
    "problem.W229.example": "“Note: without 30 enterprises that have not answered”",
    "problem.W347.what": "{heading}: the format of the cell shows another figure than it holds.",
    "problem.W347.why": (
        "Its format drops thousands or millions, so that nobody knows which figure is meant."
    ),
    "problem.W347.fix": (
        "Set the format of the cell to Number, check the figure, and give the unit in its column."
    ),
    "problem.W347.example": "A cell holds 1500000 and shows 1,500 (format #,##0,)",
}
