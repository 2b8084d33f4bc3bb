### Rules of law that the matching reckons with.

rules-municipality = The municipality decides.
rules-check = This is what the matching reckons with when it looks ahead. Where a rule is not verified, look it up.
rules-topics = What the rules are about
# $day: day with its year
rules-checked = Rules checked { $day }
rules-source = Read in
law-rule = The rule:
law-says = A rule says so:
law-not-sure = It is not verified.
rules-school-free = School holidays
rules-school-free-about = In these, young people who go to school may work more hours. Each municipality writes its own days in the file.
rules-school-free-none = The file names no school holidays. Where there are more hours than in a week with school, the municipality is asked.
rules-days = { $from } to { $to }
rules-may-change = May change:
# $case: Verified, Unverified, NotYet, Expired
rules-standing = { $case ->
    [Verified] verified
    [Unverified] not verified
    [NotYet] not in force yet
    [Expired] expired
   *[other] not verified
}
rules-from = In force from { $from }
rules-from-to = In force from { $from } to { $to }
rules-figure = { $case ->
    [Years] { $number } years
    [Months] { $number } months
    [Weeks] { $number } weeks
    [Days] { $number } days
    [Hours] { $number } hours
    [Minutes] { $number } minutes
    [OClock] { $number } o’clock
    [Kilograms] { $number } kg
    [People] { $number } people
    [Times] { $number } times
    [Percent] { $number } per cent
   *[Kroner] DKK { $number }
}
rules-not-found = No rule matches what you look for. Try another word.
rules-files = Files of rules
rules-files-about = A new file is a draft until a colleague has compared it and chosen the day from which it counts.
rules-load = Give a new file of rules (JSON)
rules-load-button = Read as a draft
rules-shipped = Came with the program.
rules-loaded = Given { $day } by { $name }
rules-draft = draft
rules-counts-now = counts now
rules-counts-from = counts from { $day }
rules-replaced = replaced
rules-bad = The file cannot be used. Nothing has changed.
rules-fault = { $case ->
    [NotJson] It is not JSON. Save the file as JSON in UTF-8.
    [Missing] The field is missing. Write it.
    [WrongKind] There is something of another kind. See how it stands in the file that came with the program.
    [NotKnown] We do not know the field. Mend its name, or take it away.
    [EndsBeforeItBegins] The last day lies before the first. Mend one of them.
   *[Overlaps] The rule stands twice for the same days. Mend the days.
}
rules-back = Back to the rules
rules-differences = What would be otherwise
rules-no-differences = The file says the same as the one that counts now.
rules-count-about = The matching reckons with the file only when a day is chosen. Every list remembers by which file it was made.
rules-count-day = Counts from
rules-count = Let it count
rules-make-draft = Make it a draft again
rules-added = new
rules-removed = removed
rules-changed = changed
rules-file-itself = The file itself
rules-field = Field
rules-before = Now
rules-after = In the file
rules-field-name = { $case ->
    [checked] Checked
    [about] About the file
    [school_free] School holidays
    [topic] Topic
    [text] Text
    [value] Figure
    [legal_ref] Legal basis
    [valid_to] Last day
    [source] Read in
    [confidence] How certain
    [remark] Remark
   *[may_change] May change
}
rules-confidence = { $case ->
    [Low] from memory, or inferred
    [Medium] an older page, or not the whole text
   *[High] the text of the law or the authority’s own page
}
