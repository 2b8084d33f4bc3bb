### Word to the telephone of something new: what is sent, and where one asks for it.

# The texts leave the house. They do not say who one is, where it is or what it is.
# $address: the page
message-job-today = There is a job today that could suit you. See it here: { $address }
message-job-tomorrow = There is a job tomorrow that could suit you. See it here: { $address }
message-job-soon = There is a job soon that could suit you. See it here: { $address }
message-jobs = There are { $n } jobs for a day or a few that could suit you. See them here: { $address }
# $name: the job consultant who asks
message-ask = { $name } would like to ask you something. See it here: { $address }
message-asks = Somebody would like to ask you something. See it here: { $address }
message-signal = { $n ->
    [one] A company has written. See it here: { $address }
   *[other] { $n } companies have written. See it here: { $address }
}

my-messages = Word to my phone
my-messages-lead = We can write to your phone when there is something new for you. You choose what we may write about.
my-messages-like = This is what a message can look like:
my-messages-little = It does not say who you are, where it is or what it is about.
my-messages-when = Of each thing we write at most once an hour. Never between 21 and 7 o’clock.
my-messages-who = Only you see your number. It is used for what you tick, and for nothing else.
my-messages-none = From here we cannot write to phones. New jobs are on your page at once.
my-messages-to = We write to
my-messages-in = in { $case ->
    [en] English
   *[da] Danish
}
my-messages-stop = Stop, and delete my number
my-messages-stop-one = Stop this
my-messages-stopped = Your number is deleted. We write no more.
my-messages-change = Change number, language, or what we write about
my-messages-of = What may we write about?
my-messages-tick = { $case ->
    [ask] Write to me when somebody asks me something here.
   *[other] Write to me when there is a job for a day or a few that could suit me.
}
my-messages-nothing-chosen = Tick at least one.
my-messages-phone = Your phone number
my-messages-phone-hint = Eight digits. A number of another country begins with + and its code.
my-messages-language = Language of the message
my-messages-yes = Yes, write to me
my-messages-yes-too = With this you also say yes to hearing about jobs for a day or a few.
my-messages-save = Save
my-messages-wrong = The number cannot be read. Write eight digits, such as 12 34 56 78, or begin with + and the country’s code.
my-messages-told = What we have written to you about
my-messages-told-none = We have not written to you.
my-messages-told-kept = It is deleted after { $days } days. Of a job it stands until the job is over.
my-messages-told-sent = { $day } at { $time }
my-messages-told-waits = { $day } at { $time }: Waits to be sent.
my-messages-told-refused = { $day } at { $time }: It could not be sent. Is your number right?
my-messages-told-asked = Somebody wanted to ask you something.
my-messages-told-gone = A job that is not here any more.

news-day-jobs = New job for a day or a few:
news-day-jobs-more = See the whole page

signal-phone = Word to the phone when a company writes
signal-phone-about = It only says that somebody has written. At most every ten minutes, and never between 21 and 7 o’clock.
signal-phone-none = From here we cannot write to phones. What companies write is at the top of every page at once.
signal-phone-number = Number
signal-phone-stop = Stop, and delete the number
