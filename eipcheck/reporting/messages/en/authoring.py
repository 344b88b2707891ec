"""Words of criterion cards, of the list of what to compare, and of drafts, in English."""

MESSAGES: dict[str, str] = {
    "authoring.from": "from {start}",
    "authoring.from_to": "from {start} to {end}",
    "authoring.to": "to {end}",
    "authoring.looked_until": "looked up until {date}",
    "authoring.partly": "{target}, partly met: {least}",
    "authoring.parameters": "Numbers that the cards use by name",
    "authoring.parameter": "The number: {value}",
    "authoring.look_up": "Look up: {place}",
    "authoring.requirement": "The text says: {text}",
    "authoring.bound": "The bound: {target}",
    "authoring.days": "In force: {days}",
    "authoring.seen_at": "Seen so far at {url}",
    "authoring.record": "Then write verified_by and verified_on at {place}",
    "authoring.count": "{n} thing to compare|{n} things to compare",
    "authoring.none": "Nothing left to compare.",
    "authoring.heading": "To compare with the signed text",
    "authoring.how": (
        "With the signed text (the official gazette) at hand: tick what agrees; write down what "
        "differs and mend the card and its cases. The least known stands first."
    ),
    "authoring.signed": "Compared by: ____________________  Date: ____________",
    "authoring.drafts": "Cases that are missing; fill in each, then delete its “todo: true”.",
    "authoring.todo": "still to be written: {case}",
    "authoring.new.next": (
        "A draft with one example. Replace what stands in angle brackets, then:\n"
        "  eipcheck criteria check {folder} --lang en\n"
        "  eipcheck criteria test {folder} --lang en"
    ),
    "authoring.card.set": "Criteria set",
    "authoring.card.question": "Decides",
    "authoring.card.actor": "Who must meet it",
    "authoring.card.days": "In force",
    "authoring.card.target": "Target",
    "authoring.card.benchmark": "For comparison",
    "authoring.card.not_law": "{target} (not law, judges nothing)",
    "authoring.card.beside": "Shown beside it",
    "authoring.card.missing": "If answers are missing",
    "authoring.card.unknown": (
        "A blank is unknown, never no and never zero: the verdict stays undetermined while an "
        "answer that is missing could change it."
    ),
    "authoring.card.otherwise": "If it is missed",
    "authoring.card.each": "of each enterprise",
}
