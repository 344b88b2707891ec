"""Results that cannot be written, or for which there is nothing to read (O codes)."""

MESSAGES: dict[str, str] = {
    "problem.O101.what": "This file exists already.",
    "problem.O101.why": "Earlier results are not replaced unasked.",
    "problem.O101.fix": "Choose another name, or add --force to replace it.",
    "problem.O101.example": "report.html of last week",
    "problem.O102.what": "The result would replace the workbook that is being read.",
    "problem.O102.why": "Your workbook is never written to, not even with --force.",
    "problem.O102.fix": "Choose another name for the result.",
    "problem.O102.example": "eipcheck assess kcn.xlsx --report annotated:kcn.xlsx",
    "problem.O103.what": "Two results go to this file.",
    "problem.O103.why": "The second would wipe out the first.",
    "problem.O103.fix": "Give each result a name of its own.",
    "problem.O103.example": "--report html:kq.html --report md:kq.html",
    "problem.O104.what": "This is a folder.",
    "problem.O104.why": "A result goes into a file.",
    "problem.O104.fix": "Add a file name after the folder.",
    "problem.O104.example": "--report html:reports, where “reports” is a folder",
    "problem.O105.what": "The folder of this file does not exist.",
    "problem.O105.why": "The path may be mistyped.",
    "problem.O105.fix": "Correct the path, or make the folder first.",
    "problem.O105.example": "--report html:reports/park.html, and there is no folder “reports”",
    "problem.O106.what": "This file is locked or may not be written ({reason}).",
    "problem.O106.why": "Most often it is open in Excel, Word or a browser.",
    "problem.O106.fix": "Close it and run again, or choose another name.",
    "problem.O106.example": "park.html is open in Word.",
    "problem.O107.what": "Nothing can be written here ({reason}).",
    "problem.O107.why": "No part of the file was written.",
    "problem.O107.fix": "Check permissions and disk space, or choose another folder.",
    "problem.O107.example": "a USB drive without free space",
    "problem.O110.what": "The annotated copy lacks what the Excel library cannot write: {kinds}.",
    "problem.O110.why": "Your own file was not touched and still has all of it.",
    "problem.O110.fix": (
        "Answers, formulas, formats and plain drop-downs are in the copy. For the rest, carry"
        " the notes over into your own file by hand."
    ),
    "problem.O110.example": "charts; macros and buttons on the ribbon",
    "problem.O111.what": "The workbook changed while it was being assessed ({reason}).",
    "problem.O111.why": "Notes put into another state of the file would stand at the wrong cells.",
    "problem.O111.fix": "Save and close the workbook, then run again.",
    "problem.O111.example": "park.xlsx was saved in Excel during the run",
    "problem.O112.what": "No annotated copy can be made of this workbook ({reason}).",
    "problem.O112.why": (
        "It was read and assessed, but a part that holds no answers cannot be written again."
    ),
    "problem.O112.fix": (
        "Save it once in Excel as .xlsx and run again, or use --report html, which names the "
        "same cells."
    ),
    "problem.O112.example": "a drawing that names a part which is not in the file",
    "problem.O113.what": (
        "No annotated copy can be made: merged cells or links in it span {n} cells; the limit"
        " is {limit}."
    ),
    "problem.O113.why": "Copying would take more memory than is safe.",
    "problem.O113.fix": (
        "Undo the merging of whole columns or sheets and run again, or use --report html."
    ),
    "problem.O113.example": "the cells A1:XFD1048576 are merged",
    "problem.O114.what": (
        "{n} more cells carry their colour without a note: at most {limit} cells get notes."
    ),
    "problem.O114.why": "A spreadsheet with more notes opens very slowly.",
    "problem.O114.fix": (
        "See the findings sheet, which lists them; mend the first ones and run again."
    ),
    "problem.O114.example": "a register in which 12,000 cells are to be filled",
    "problem.O115.what": "The annotated copy is an Excel workbook; its name must end in .xlsx.",
    "problem.O115.why": "Under another ending Excel refuses to open it.",
    "problem.O115.fix": "Write, for example, --report annotated:park-annotated.xlsx.",
    "problem.O115.example": "annotated:park.xlsm",
    "problem.O116.what": (
        "No annotated copy can be made: a cell in the file does not stand in the row or order "
        "that its address says ({cell})."
    ),
    "problem.O116.why": "Programs differ in where they put it; a copy could hold other answers.",
    "problem.O116.fix": "Open the workbook in Excel, check it, save it and run again.",
    "problem.O116.example": "a cell that calls itself B6 within row 9",
    "problem.O120.what": "The Word template cannot be read: {reason}",
    "problem.O120.why": "A template is an intact .docx file.",
    "problem.O120.fix": "Save it as .docx in Word, or start again from the shipped template.",
    "problem.O120.example": "an old .doc file that was renamed to .docx",
    "problem.O121.what": "The Word template is not written as it must be at “{where}”: {reason}",
    "problem.O121.why": "No report can be made from it.",
    "problem.O121.fix": "Mend that place in Word; its tags are Jinja2, as docxtpl reads it.",
    "problem.O121.example": "{{%p for c in view.requirements %}} without {{%p endfor %}}",
    "problem.O122.what": "The Word template uses a name that is not there at “{where}”: {reason}",
    "problem.O122.why": "A blank in its place could hide a result.",
    "problem.O122.fix": "Take the name from docs/report-view.md, which lists all that there are.",
    "problem.O122.example": "{{{{ view.verdict }}}}; a verdict belongs to a criterion",
    "problem.O123.what": "The Word template does what templates may not do at “{where}”: {reason}",
    "problem.O123.why": "A template may come from somebody else; it may only lay out the report.",
    "problem.O123.fix": "Remove it; a template can print, loop, choose and call macros.",
    "problem.O123.example": "{{{{ view.__class__ }}}}",
    "problem.O124.what": "The Word template fails at “{where}”: {reason}",
    "problem.O124.why": "Nothing is written, since half a report would be no report.",
    "problem.O124.fix": "Mend that place; docs/report-view.md says what each name holds.",
    "problem.O124.example": "{{{{ view.clauses + 1 }}}}",
    "problem.O125.what": "The Word template makes a document that Word cannot open: {reason}",
    "problem.O125.why": "Mostly a loop is opened in one kind of place and closed in another.",
    "problem.O125.fix": (
        "Open and close alike, on one level: %p between paragraphs, %tr between rows of one "
        "table, %tc between cells of one row."
    ),
    "problem.O125.example": "{{%tr for … %}} in a table, {{%p endfor %}} below it",
    "problem.O140.what": "This is no assessment: {reason}",
    "problem.O140.why": "Only what eipcheck wrote with --report json can be compared.",
    "problem.O140.fix": "Give such a file, or the workbook itself.",
    "problem.O140.example": "the JSON of criteria diff",
    "problem.O141.what": "The assessment is written by schema {found}; this program reads {known}.",
    "problem.O141.why": "What it says may mean something else here.",
    "problem.O141.fix": "Assess the workbook anew with this version, or give the workbook itself.",
    "problem.O141.example": "a report of a later version of eipcheck",
    "problem.O150.what": "The process that read this workbook ended.",
    "problem.O150.why": (
        "It crashed, or took more than {seconds} s or {memory} MB, also when it was tried again "
        "by itself. The other workbooks are assessed."
    ),
    "problem.O150.fix": (
        "Save it anew in a spreadsheet program, or raise --seconds or --memory; then run again "
        "with --resume."
    ),
    "problem.O150.example": "a file that makes the library that reads it abort",
    "problem.O151.what": "Another run is writing into this folder.",
    "problem.O151.why": "Two runs at once would mix their results.",
    "problem.O151.fix": "Wait until it ends, or give another folder (--out).",
    "problem.O151.example": "eipcheck batch parks --out out, in two windows",
    "problem.O155.what": "What lies at this address cannot be fetched ({reason}).",
    "problem.O155.why": "The server cannot be reached, or it refuses.",
    "problem.O155.fix": "Check the address, the network and your access to it; or copy the file to "
    "this computer.",
    "problem.O155.example": "https://example.org/park.xlsx, without a network",
    "problem.O156.what": "Nothing was found at this address ({reason}).",
    "problem.O156.why": "There is no such file, or the server does not answer.",
    "problem.O156.fix": "Check every letter of the address, and whether the server can be reached.",
    "problem.O156.example": "https://example.org/prak.xlsx; the file is called park.xlsx",
    "problem.O160.what": "A line of the store is no assessment: {reason}",
    "problem.O160.why": "A history with a gap could be taken for the whole one.",
    "problem.O160.fix": "Restore the file from a copy, or take this line out.",
    "problem.O160.example": "a record that was edited by hand",
    "problem.O161.what": "The store cannot be read ({reason}).",
    "problem.O161.why": "Without its record nothing can be told of it.",
    "problem.O161.fix": "Check the folder and the rights to it.",
    "problem.O161.example": "a folder that belongs to somebody else",
    "problem.O201.what": "There is no Excel workbook here.",
    "problem.O201.why": "batch takes .xlsx files, or folders that hold them.",
    "problem.O201.fix": "Check the path; lock files (~$…) and earlier summaries are skipped.",
    "problem.O201.example": "a folder that holds only PDF files",
    "problem.O130.what": "PDF files cannot be made here.",
    "problem.O130.why": "The part that makes them is an extra, since it is large.",
    "problem.O130.fix": "Run: pip install 'eipcheck[pdf]'. Or print the HTML report to a PDF.",
    "problem.O130.example": "--report pdf, after pip install eipcheck",
    "problem.O135.what": "The template is not written as it must be: {reason}",
    "problem.O135.why": "No report can be made from it.",
    "problem.O135.fix": "Mend the line; the language of templates is Jinja2.",
    "problem.O135.example": "{{% for c in view.clauses without its closing %}}",
    "problem.O136.what": "The template uses a name that is not there: {reason}",
    "problem.O136.why": "A blank in its place could hide a result.",
    "problem.O136.fix": "Take the name from docs/report-view.md, which lists all that there are.",
    "problem.O136.example": "{{{{ view.verdict }}}}; a verdict belongs to a criterion",
    "problem.O137.what": "The template does something that templates may not do: {reason}",
    "problem.O137.why": "A template may come from somebody else; it may only lay out the report.",
    "problem.O137.fix": "Remove it; a template can print, loop, choose and call macros.",
    "problem.O137.example": "{{{{ view.__class__ }}}}",
    "problem.O138.what": "The template cannot be read: {reason}",
    "problem.O138.why": "A template loads files of its own folder only.",
    "problem.O138.fix": "Check the name, and put all files of the template into one folder.",
    "problem.O138.example": '{{% include "../letterhead.html.j2" %}}',
    "problem.O139.what": "The template fails: {reason}",
    "problem.O139.why": "Nothing is written, since half a report would be no report.",
    "problem.O139.fix": "Mend the line; docs/report-view.md says what each name holds.",
    "problem.O139.example": "{{{{ view.clauses + 1 }}}}",
}
