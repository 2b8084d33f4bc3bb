### Filters, saved searches and the week as a table at the job consultant's desk.

filter-label = Filters and saved searches
filter-open = Filters
filter-any = All
filter-show = Show
filter-clear = Clear all
filter-take-away = take away
filter-count = { $found } of { $all }
filter-km = And around
filter-around = { $km } km around
filter-hours-from-to = { $from }–{ $to } hours
filter-kind = Kind of place
filter-hours = Hours a week

filter-lives = Lives in
filter-wants = Would like to be
filter-hopes = Hopes for
filter-free = Free
filter-free-like = like Mon-Thu 9-12
filter-speaks = Speaks
filter-waited = Has waited
# $n: weeks
filter-weeks = { $n ->
    [one] 1 week or more
   *[other] { $n } weeks or more
}
filter-status = Right now
status-looking = looking
filter-days = Would hear of jobs for a day or a few

filter-lies = Is in
filter-work = Work
filter-within = Shifts within
filter-within-like = like Mon-Fri 8-16
filter-danish = Danish, at most
filter-danish-none = none
filter-spoken-there = Language spoken there
filter-tomorrow = Job tomorrow
filter-expiring = Runs out this week
filter-paid = Pay afterwards
filter-mentor = A steady buddy

searches-label = Saved searches
searches-name = Name of the search
searches-save = Save the search
searches-change = Change the search
searches-rename = Rename
searches-remove = Remove
# $n: written or changed since the search was last open
searches-fresh = { $n ->
    [one] 1 new
   *[other] { $n } new
}
searches-done-saved = The search is saved.
searches-done-renamed = The search has a new name.
searches-done-removed = The search is removed.
searches-done-name = Give the search a name that you do not use already.
desk-fresh = new or changed
desk-fetch-file = Fetch from a file

week-table = The week as a table
week-table-day = Day
week-table-free = Free
week-table-shift = Shift
week-table-way = From home and home again
week-table-moved = If it is moved
week-table-none = none

key-filters = filters
key-save = save the search
key-table = the week as a table
