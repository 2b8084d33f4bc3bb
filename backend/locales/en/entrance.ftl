### The companies' entrance: five questions, and we call.

entrance-title = The companies' entrance
entrance-one = The municipality · one entrance, one person
entrance-head = Do you have room for one more?
entrance-lead = A few hours a week are enough. Five questions, and we call.
entrance-who = { $name } calls you
entrance-when = by the next working day.
entrance-or-call = Or call yourself:
entrance-form = Tell us what you have
entrance-about = What is it about?
entrance-room = We have room
entrance-room-what = for somebody who would like to try or to learn
entrance-hands = We need hands
entrance-hands-what = soon, or already tomorrow
entrance-what = What is to be done?
entrance-what-hint = Tasks, not positions. Small tasks count too.
entrance-times = When?
entrance-times-hint = Tick where you could use somebody.
entrance-week = When in the week
entrance-moves = Can the times be moved?
entrance-can-move = They can be moved a little
entrance-cannot-move = The times are fixed
entrance-part = { $case ->
    [Early] before 8
    [Morning] 8–12
    [Afternoon] 12–16
   *[other] after 16
}
entrance-know = Must one know anything already?
entrance-know-hint = Write only what one cannot learn at your place.
entrance-kinds = What can it become?
entrance-kinds-hint = Choose as many as you like. We explain the rules when we call.
entrance-kind = { $case ->
    [PaidHours] hours with pay
    [WorkPlacement] try it first (work placement)
    [WageSubsidy] a job with a wage subsidy
    [DayJob] single days
   *[other] a spare-time job for a young person
}
entrance-call = Whom do we call?
entrance-field = { $case ->
    [other-task] Something else
    [must] Must know
    [nice] Good if
    [place] Workplace and town
    [name] Name
    [phone] Telephone
   *[other] Please do not call
}
entrance-trap = Leave this field empty
entrance-send = Send – and we call
entrance-fine = It binds you to nothing. We write your place down only when we have talked.
entrance-thanks = Thank you. It has come.
entrance-thanks-next = We call by the next working day.
entrance-another = Tell us about one more place
entrance-next = How it goes on
entrance-next-call = We call and hear what you need.
entrance-next-ask = We ask those it fits. They decide themselves.
entrance-next-meet = You meet. If it does not fit, you just say no.
entrance-offline = There is no connection right now. What you have written is still here. Try again in a moment.
entrance-refused = It has not come yet. All that you have written is here.
entrance-refused-not-whole = Write workplace, name and telephone so that we can call. The rest we can talk about.
entrance-refused-phone = The telephone number must have at least eight digits. Put it right and send again.
entrance-refused-long = Something is too long. Write it shorter, and we hear the rest when we call.
entrance-refused-trap = A field that must be empty was filled in. We have emptied it. Send again.
entrance-refused-quick = That went very fast. Look it through and send again.
entrance-refused-old = The page has been open for a long time. All that you have written is still here. Look it through and send again.
entrance-refused-before = The first one is sent. Send again if you want to tell us about this one too.
entrance-refused-many = Much has been sent from here today. Try again in an hour, or call us.
entrance-refused-phone-many = Several have been sent with that number today already. We will call. Call us if it is urgent.
entrance-skip = Skip to the content
