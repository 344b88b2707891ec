"""Help texts of the command line."""

MESSAGES: dict[str, str] = {
    "app": "Assess an industrial park against eco-industrial-park criteria, from an Excel workbook "
    "to a gap report. The result is a self-assessment; certification is for the provincial "
    "People's Committee.",
    "version": "Print the version and exit.",
    "assess": "Assess one park. Tells which criteria are met, which are not, what is missing in "
    "which cell, and whom to ask.",
    "batch": "Assess many parks. Writes JSON and HTML for each workbook, and a summary table.",
    "template": "Write a blank workbook to fill in.",
    "demo": "Try it with a sample park. Writes a workbook with synthetic figures into DIR and "
    "assesses it.",
    "explain": "Explain a criterion, a problem code, or all codes. With a workbook: the rule, "
    "the values and their cells, the steps, and what would change the verdict.",
    "inspect": "Show what a workbook is recognised as: sheets, heading rows, columns, units, and "
    "what was left. Assesses nothing.",
    "criteria_group": "Look at criteria sets and check them.",
    "criteria_list": "List the criteria sets that ship.",
    "criteria_show": "Show a criteria set or a criterion.",
    "criteria_check": "Check criteria files. Tells every fault in one pass.",
    "criteria_test": "Run the cases kept beside the criteria.",
    "criteria_mutate": (
        "Change the criteria in one small thing at a time; tells each change that no case "
        "notices, and the case that would."
    ),
    "criteria_coverage": (
        "Show which verdicts of each criterion the cases show, by dated version and by option of "
        "each reading."
    ),
    "criteria_diff": (
        "Show what one criteria set changed of another, or what an amendment changed between two "
        "days: dropped, new, tightened, loosened, changed, re-worded."
    ),
    "diff_before": "The older set: an id or folder; with @2020-01-01, as it stood on that day.",
    "diff_after": "The newer set; the same one with another day shows what was amended.",
    "diff_report": (
        "Also write it as md or json; repeatable. Without a path the file is named after both "
        "sets; '-' is standard output."
    ),
    "fail_under": "Exit with code 1 where less than this part of the verdicts is shown.",
    "park": "The park's Excel workbook, or its address (such as s3://bucket/park.xlsx).",
    "inspected": "An Excel workbook, whether it follows the form or not.",
    "some_park": "A park's workbook, to explain the criterion with that park's figures.",
    "paths": "Excel files, or folders that hold them; addresses of such as well (s3://…).",
    "criteria_schema": (
        "Print the JSON Schema of a kind of criteria file, by which editors complete and check."
    ),
    "schema_kind": "The kind of file; none: list the kinds.",
    "ci_report": (
        "Report as text, json, sarif, junit, github or markdown; repeatable. Without a path, or "
        "with '-', it goes to standard output."
    ),
    "set_paths": "Criteria files, sets, or folders that hold several; none: all that ship.",
    "out_file": "The Excel file to write.",
    "resume": (
        "Keep the results of an earlier run into the folder where nothing has changed since: "
        "workbook, criteria, options, version. The others are replaced."
    ),
    "jobs": "Workbooks at a time, each in a process of its own; 1 is this process alone.",
    "seconds": "Time that one workbook may take before its process is ended.",
    "memory": "Memory (MB) that the process of a workbook may take.",
    "scheduler": (
        "Let a Dask cluster do the work, such as tcp://10.0.0.5:8786; only one that you trust."
    ),
    "diff": (
        "Compare two assessments of a park: what regressed, improved and changed, and what may "
        "have caused it."
    ),
    "options_file": (
        "A YAML file that fixes options of the whole run: criteria, as_of, lang, readings, "
        "mappings, limits, templates, audience, fail_on, convert_legacy, allow_unverified."
    ),
    "store_group": "Keep assessments, follow parks over time, export tables.",
    "store_add": "Keep assessments: JSON reports, or folders of them such as that of a batch.",
    "store_list": "Tell how parks stood, by park and day.",
    "store_export": "Write a table of what is kept, as CSV, xlsx or Parquet.",
    "store_folder": "The folder that keeps assessments; made where it is missing.",
    "store_paths": "JSON reports, or folders that are searched to the bottom.",
    "store_out": "The file to write; its ending is csv, xlsx or parquet.",
    "store_table": "Which table: assessments, outcomes or findings. Repeatable for xlsx.",
    "into_store": "Also keep the assessments in this store (see eipcheck store).",
    "from_store": (
        "A store; OLD and NEW are then days such as 2020-11-20, or the beginnings of ids "
        "(see eipcheck store list)."
    ),
    "of_park": "Only this park, however its name is written.",
    "diff_old": "The earlier assessment: a JSON report, or a workbook to assess.",
    "diff_new": "The later one.",
    "diff_fail": "End with 1 where a requirement regressed.",
    "baseline": (
        "The earlier assessment for --fail-on regression: a JSON report, or a workbook to assess."
    ),
    "out_folder": "The folder for the results.",
    "demo_folder": "The folder for the sample workbook; none: the current folder.",
    "subject": "A criterion (such as recp-applied), a problem code (such as W203), or 'codes': "
    "every problem code, as a page of Markdown.",
    "show_id": "A criteria set (such as vn-82-2018) or a criterion.",
    "criteria": "Criteria set, repeatable; auto: the one in force on the day of registration. "
    "Default: vn-82-2018.",
    "asked_by": "Ask only what this criteria set needs, repeatable. Default: everything that the "
    "shipped questionnaire holds.",
    "as_of": "Assessment date, such as 2020-11-20 or 20/11/2020; none: taken from the workbook.",
    "lang": "Language; vi by default, or what EIPCHECK_LANG says.",
    "langs": "Language; vi by default, or what EIPCHECK_LANG says. 'both' makes one page that "
    "shows Vietnamese and English side by side; other formats get one file for each.",
    "own_templates": "Your own template in place of ours: a file that ends in .docx, .html.j2 or "
    ".md.j2; repeatable. docs/report-view.md says what it may use.",
    "audience": "'public' leaves out names of enterprises, tax codes, breaches, contracts and "
    "money in every report; 'full' by default. The summary of a batch tells what may be "
    "published unless 'full' is given.",
    "report": "Also write a report: html, docx, pdf, xlsx, md, json or annotated (a copy of the "
    "workbook with notes in its cells); repeatable. Without a path it goes to the current folder "
    "under the workbook's name; '-' is standard output.",
    "force": "Allow existing files to be replaced.",
    "reading": "Choose how an ambiguous clause is read, such as Q9=built_whole; repeatable.",
    "fail_on": "Exit with code 1 on: not-met, undetermined, unevidenced (evidence is missing), "
    "problems (faults in the data); repeatable.",
    "mapping": "A YAML file that says which headings of foreign sheets answer which fields; "
    "repeatable. Mappings that ship are always tried after it.",
    "write_mapping": "Draft such a file for whatever was left, and write it there.",
    "limit": "Let a workbook hold more before it is refused, such as cells=5000000; repeatable.",
    "convert_legacy": "Convert text in old encodings (TCVN3, VNI) and say what was converted.",
    "allow_unverified": "Allow a criteria set that was not compared with the signed text; the "
    "result is hypothetical.",
    "criteria_new": "Start a criteria set in FOLDER: a draft with one example that passes check.",
    "criteria_unverified": (
        "List what awaits comparison with the signed text, the least known first."
    ),
    "write_cases": "Draft the cases that are missing: in DIR a new file for each set, or one at "
    "PATH (.yaml). Overwrites nothing.",
    "new_folder": "The folder of the new set; its name is the id.",
    "new_id": "The id, where FOLDER is the folder above, such as vn-99-2027.",
    "new_title": "The title of the set.",
    "checklist": "Give a list to print, with boxes to tick: markdown on standard output, or "
    "markdown:PATH.",
}
