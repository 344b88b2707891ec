"""Messages of the Word document: the frame of an official document, annexes, blanks to fill in."""

MESSAGES = {
    # Evaluation and explanation
    "dossier.title.explanation": "Evaluation and explanation",
    "dossier.about.explanation": "how far {park} meets the criteria of {law}",
    "dossier.purpose.explanation": (
        "This document evaluates and explains how far {park} meets each criterion of {law}, to go "
        "with the registration dossier.{part} It is a self-assessment, and a draft to be completed "
        "and signed; what still has to be filled in is listed at the end."
    ),
    "dossier.part.vn-35-2022": " It is part (c) of the dossier under Article 41 of this Decree.",
    "dossier.illustration": "ILLUSTRATION WITH SYNTHETIC FIGURES – NOT FOR FILING",
    # Gap analysis
    "dossier.title.gap": "Gap analysis report",
    "dossier.about.gap": "{park} against {law}",
    "dossier.purpose.gap": (
        "This report holds {park} against each criterion of {law}, to tell how far it goes and "
        "what is missing. It is a self-assessment for analysis; it replaces no dossier and is not "
        "for filing."
    ),
    "dossier.analysis": "FOR ANALYSIS – NOT FOR FILING",
    "dossier.source": (
        "The figures come from the file {file}. Each stands with the cell it was read from, as in "
        "“Sheet!B7”; the table of figures is {annex}."
    ),
    # Frame of the document
    "dossier.nation": "Socialist Republic of Viet Nam",
    "dossier.motto": "Independence - Freedom - Happiness",
    "dossier.draft": "DRAFT",
    "dossier.number": "No.: {number}",
    "dossier.addressee": "To: {addressee}",
    "dossier.basis": "Pursuant to {what};",
    "dossier.recipients": "Recipients:",
    "dossier.recipients.same": "- As above;",
    "dossier.recipients.other": "- {other};",
    "dossier.recipients.archive": "- Archive: {archive}.",
    "dossier.blank": "[TO BE COMPLETED: {what}]",
    "dossier.blank.issuer": "name of the infrastructure developer",
    "dossier.blank.number": "number and symbol of the document",
    "dossier.blank.day": "place and date of signing",
    "dossier.blank.addressee": "name of the management board that receives the dossier",
    "dossier.blank.law": "issuing body and full name of the document",
    "dossier.blank.bases": "other legal bases",
    "dossier.blank.pledge": "proposals and commitments of the developer",
    "dossier.blank.position": "authority and position of the signatory",
    "dossier.blank.signer": "full name of the signatory",
    "dossier.blank.recipients": "other recipients",
    "dossier.blank.archive": "place of filing, symbol of the drafting unit",
    # Parts
    "dossier.part": "Part {number}",
    "dossier.general": "General information",
    "dossier.conclusion": "Conclusion of the assessment",
    "dossier.by_criterion": (
        "Requirement, present state, gap and evidence of every criterion stand in {annex}."
    ),
    "dossier.park": "About the park",
    "dossier.actions": "Gaps and what to do",
    "dossier.pledge": "Proposals and commitments",
    "dossier.limits": "To be kept in mind",
    "dossier.blanks": "What still has to be filled in",
    "dossier.blanks.says": "Delete this section when all is filled in.",
    # Annexes
    "dossier.annex": "Annex {number}",
    "dossier.annex.findings.explanation": "Evaluation and explanation by criterion",
    "dossier.annex.findings.gap": "Results by criterion",
    "dossier.annex.appraisal": "Assessment report: table for the management board",
    "dossier.annex.appraisal.says": (
        "The same content as {annex}, for the board to compare in its appraisal; the last column "
        "is left empty."
    ),
    "dossier.annex.numbers": "Computation, figures and sources by criterion",
    "dossier.annex.register": "Enterprises behind the shares",
    "dossier.annex.rows": "Other rows that are counted",
    "dossier.annex.problems": "Figures to mend",
    "dossier.annex.readings": "Readings of the text",
    "dossier.annex.goals": "Contribution to the Sustainable Development Goals",
    "dossier.annex.method": "Method, versions and file hash",
    # Heads of tables
    "dossier.head.no": "No.",
    "dossier.head.criterion": "Criterion",
    "dossier.head.basis": "Legal basis",
    "dossier.head.state": "Present state",
    "dossier.head.gap": "Gap",
    "dossier.head.both": "As declared; with evidence where it differs",
    "dossier.head.party": "Whom to ask",
    "dossier.head.remarks": "Remarks of the board",
    "dossier.head.source": "Source, documents, notes",
    "dossier.head.state_and_result": "Present state and result",
    "dossier.head.count": "Requirements",
    "dossier.head.index": "Floor, ceiling, coverage",
    "dossier.head.code": "Code",
    "dossier.head.place": "Place",
    "dossier.head.what": "What to mend",
    "dossier.head.how": "Why, and how to mend it",
    "dossier.head.question": "Question",
    "dossier.head.chosen": "Reading chosen",
    "dossier.head.effects": "With another reading",
    "dossier.head.contributes": "Of these, met",
}
