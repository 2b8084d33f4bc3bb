### Choosing who one is, also from the page of another site.

signin-title = Welcome to the table
signin-demo-title = This is a trial
signin-demo = All families and names are invented. Do not write anything about real people.
signin-choose = Who do you want to be?
signin-choose-body = Choose a person. You then see the plan as that person sees it.
signin-nobody = There is nobody to choose yet.
page-embed-title = The board on another web site
page-embed-for = You sign in to use the board on { $origin }.
page-embed-done = You are signed in. You can close this window.
page-embed-alone = This window cannot find the page that it was opened from. Close it and try again from there.
signin-work = Work
signin-work-body = Here people and workplaces find each other.
signin-consultant = job consultant
signin-seeker = looks for work
signin-lost = You were signed out. What you sent is not saved. Sign in here. Then go back with the browser’s back button, and send it again.
signin-erased = Your profile is erased.
