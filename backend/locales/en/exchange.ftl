### Fetch and give: files in and out.

# $case: the column's name in the code
exchange-column = { $case ->
    [id] Number
    [first-name] First name
    [strengths] What I can do
    [wish] What I would like
    [wanted] Wanted work
    [can] Can do tasks
    [learn] Would learn
    [speaks] Languages
    [community] Community
    [point] Point on the map
    [island] Island
    [travel-by] Comes by
    [travel-longest] Longest way
    [travel-told] Own travel times
    [free] Can work
    [hours-paid] Paid hours now
    [hours-placement] Placement hours now
    [hours-bound] Hours bound elsewhere
    [hours-hoped] Hours hoped for
    [can-demands] Can manage
    [cannot-demands] Cannot manage
    [lifts-most] Lifts at most
    [certificates] Certificates
    [age] Age
    [kinds] Kinds
    [placement-weeks] Most weeks of work placement
    [subsidy-weeks] Most weeks of wage subsidy
    [excluded] Not these workplaces
    [outside-ratio] Does not count in the ratio
    [knows] Knows workplaces
    [status] State
    [waiting-since] Waiting since
    [from] Can from
    [day-jobs] Would hear of day jobs
    [company-id] Company's number
    [company] Company
    [cvr] CVR number
    [public] Public
    [workplace-id] Workplace's number
    [workplace] Workplace
    [p-number] P-number
    [staff] Full-time employees
    [supported] Supported now
    [kind] Kind of place
    [subsidy-confirmed] Wage subsidy confirmed
    [occupation] Work
    [title] Title
    [tasks] Tasks
    [other-tasks] Other tasks
    [shifts] Shifts
    [least-hours] Fewest hours
    [must-speak] Must speak
    [nice-to-speak] Good to speak
    [colleagues-speak] Colleagues speak
    [demands] Demands
    [lifts] Lifts
    [mentor] Mentor
    [seats] Number of places
    [start] First day
    [end] Last day
    [afterwards] Pay afterwards
    [could-spare] Could do without
    [could-lift] Could do with lifting
    [could-buddy] Buddy for the language
    [could-drive-from] Could be driven from
    [could-start-until] Could wait until
    [confirmed] Confirmed
    [expires] Expires
    [revision] Edition
    [reasons] To be mended
   *[other] Column
}
# $case: what stands in a column
exchange-form = { $case ->
    [text] Own words. Several: one on each line of the cell.
    [number] A whole number.
    [yes-or-no] yes or no. Empty is no.
    [hours] Hours, halves and quarters too: 12.5.
    [four-months] Full-time employees of the last four months, the latest last: 12; 12; 12.5; 13.
    [day] A day: 2026-12-01 or 1.12.2026.
    [id] Our own number. Empty is a new one.
    [cvr] Eight digits.
    [p-number] Ten digits.
    [language] The code of the language: da; ar.
    [spoken] The code of the language and a level from A1 to C2: da B1; ar C2.
    [occupation] The number from the list of work (ISCO), or its name there. Several: a semicolon between, dearest first.
    [task] The number from the list of tasks, or its name there. Several: a semicolon between.
    [point] Latitude and longitude: 55.851320, 9.836970. Empty is the community's own point.
    [told] Community, how, and minutes: Horsens: bus 45. A plus behind if it is so early and late too. A minus if it is not.
    [supported] Hours a week and the last day: 20 2026-12-31. Several: a semicolon between.
    [afterwards] Empty is not said, perhaps, or the number of the week in which pay begins.
    [week] As one says it: weekdays 8-14; Thu 16-18 in odd weeks.
    [shifts] As one says it: Mon-Fri 8-12. Or with all that can be changed: mon 8-12, break 30, from week 3, 60 earlier, 30 later, or tue/wed, at least 180, optional.
    [revision] Our own number for how old the file is. Leave it, and what others have changed meanwhile is not written over.
   *[other] One of these words. Several: a semicolon between, where there may be several.
}
# $case: what is wrong, $said: what stood there
exchange-why = { $case ->
    [missing] is missing. Write it in the cell.
    [too-long] is too long. At most { $said } letters.
    [too-many] has too many. At most { $said }.
    [range] must be within { $said }.
    [over] has gone by. Write a day to come.
    [few-days] a day job is for 1 to 5 days, and the shifts must fall on them.
    [told] has a journey that we cannot use: the town must be on the map, and it must be 1-600 minutes.
    [number] “{ $said }” is no number that we can read here. See how the column is written.
    [yes-or-no] “{ $said }” is neither yes nor no.
    [day] “{ $said }” is no day. Write it as 2026-12-01.
    [choice] “{ $said }” is none of the words of the list.
    [language] “{ $said }” is no language with a level, or it stands twice. Write it as da B1.
    [community] We do not know “{ $said }”. Mend the name, or write the point on the map.
    [point] “{ $said }” is no point. Write it as 55.851320, 9.836970.
    [hours] cannot be read at “{ $said }”. Write it as mon-fri 8-14.
    [id] “{ $said }” is none of our numbers. Leave the cell empty if it is a new one.
    [cvr] “{ $said }” is no CVR number. See whether a digit is wrong.
    [p-number] “{ $said }” is no P-number. It has ten digits.
    [occupation] “{ $said }” is not in the list of work.
    [task] “{ $said }” is not in the list of tasks. Write own words under “Other tasks”.
    [workplace] We do not find “{ $said }”, or there are several. Bring the workplaces first, or write the P-number.
    [twice] stands in line { $said } too. Take one away.
    [otherwise] is another than in line { $said }, or than the one that is stored. Mend one of them.
    [both] has something that also stands under “Can manage”. It can stand in one place only.
    [newer] somebody has changed it after the file was fetched. Fetch it again, and write your change there.
   *[ends-first] lies before the first day. Mend one of the days.
}
exchange-age = { $case ->
    [From13] 13-14 years
    [From15AtSchool] 15-17 years, at school
    [From15] 15-17 years, done with 9th grade
   *[Adult] 18 years or more
}
exchange-status = { $case ->
    [Looking] looking
    [Underway] underway
   *[Pause] pause
}
exchange-yes = yes
exchange-no = no
exchange-perhaps = perhaps
exchange-about = Everything in and out as files that Excel can open. What somebody has said no to, and what they call their hours, is never in a file.
# $case: people, workplaces, places
exchange-book = { $case ->
    [people] People
    [workplaces] Companies and workplaces
   *[places] Places
}
exchange-file-name = { $case ->
    [people] people
    [workplaces] workplaces
   *[places] places
}
exchange-take-home = Fetch
exchange-csv = CSV
exchange-xlsx = Excel
exchange-jsonld = JobPosting
exchange-with-needs = with what work may ask of them (health)
exchange-needs-about = Without it there is nothing of health in the file. Each time a file with people is fetched, it is written down, and they can see it themselves.
exchange-bring = Give a file
exchange-bring-about = Excel or CSV, at most 5,000 lines and 4 MB. We show it first. Nothing is stored before you say yes.
exchange-bring-postings = Or places as JobPosting of schema.org (JSON-LD).
exchange-look = Look the file through
exchange-columns = The columns
exchange-columns-about = Their order is free, and their names may be Danish or English. A column that is not there leaves what is stored.
exchange-column-name = Column
exchange-column-form = What stands in it
exchange-needed = needed
exchange-back = Back to files
# $case: people, workplaces, places
exchange-seen = { $case ->
    [people] People in the file
    [workplaces] Workplaces in the file
   *[places] Places in the file
}
exchange-new = { $n } new
exchange-changed = { $n } changed
exchange-same = { $n ->
    [one] 1 is as it is stored
   *[other] { $n } are as they are stored
}
exchange-bad = { $n } to be mended
exchange-take = { $n ->
    [one] Store the one line
   *[other] Store the { $n } lines
}
exchange-nothing = There is nothing to store in the file.
exchange-bad-file = Fetch those to be mended
exchange-bad-about = Each line comes back with what is to be mended in the last column. Mend it, and give the file again.
# $names: headings of the file
exchange-unknown = We do not know these headings, and what stands under them is not stored: { $names }.
# $names: columns that are missing
exchange-absent = The file does not have { $names }. Without it there can be no new ones.
exchange-line = Line
exchange-who = Who or what
exchange-what = What happens
exchange-row-new = new
exchange-row-changed = changed
exchange-row-same = as it is stored
exchange-row-bad = to be mended
exchange-rows-more-bad = { $n ->
    [one] 1 more line is to be mended and is not shown here. It is among those you can fetch to mend.
   *[other] { $n } more lines are to be mended and are not shown here. They are among those you can fetch to mend.
}
exchange-rows-more = { $n ->
    [one] 1 more line is good and is not shown here.
   *[other] { $n } more lines are good and are not shown here.
}
# $column: the name of the column, $before, $after: what was there, and what will be
exchange-change = { $case ->
    [added] { $column }: “{ $after }” is added.
    [removed] { $column }: “{ $before }” is taken away.
   *[other] { $column }: “{ $before }” becomes “{ $after }”.
}
exchange-unreadable = { $case ->
    [empty] The file is empty, or its first line has no headings.
    [too-large] The file is too large. At most 5,000 lines, 60 columns and 4 MB. Split it.
    [letters] The letters cannot be read. Save the file as “CSV UTF-8” or as Excel (.xlsx).
   *[other] The file cannot be read. Save it as CSV UTF-8 or as Excel (.xlsx).
}
exchange-no-file = Choose a file first.
# $added, $changed, $left: how many
exchange-done = Stored: { $added } new and { $changed } changed.
exchange-left = { $n ->
    [one] 1 is not stored, because somebody has changed it meanwhile. Fetch it and give it again.
   *[other] { $n } are not stored, because others have changed them meanwhile. Fetch them and give them again.
}
