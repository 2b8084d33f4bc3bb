### Fields that could not be read, of a profile and of the forms of the desk.

# $title: the name of the page
slip-title = Correct: { $title }
# $field: the field, $number: which of several
slip-row = { $field }, no. { $number }
# $least, $most: the least and the largest number
slip-number = Write a whole number from { $least } to { $most }.
slip-hours = Write hours a week, whole or with quarters, for example 15 or 12.5.
slip-day = Write a day that exists, for example 2026-12-01.
# $most: so many letters
slip-long = It is too long. Write at most { $most } letters.
slip-language = Choose both the language and how well.
# $line: the line as it was written
slip-unknown = { $voice ->
    [own] Choose what you mean by “{ $line }”, or write it anew.
   *[other] Choose what is meant by “{ $line }”, or write it anew.
}
