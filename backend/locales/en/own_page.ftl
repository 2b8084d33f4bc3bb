### The door to one's own page about work: a link that is good once.

own-page-title = Your page about work
own-page-hello = Hello { $name }. Here you can see places for you, your profile, your week and what you are asked.
own-page-yours = The page is yours. Only you may open it.
own-page-open = Yes, it is me. Open my page
# $me: whoever is signed in, $name: whoever the link is for
own-page-join-about = You are signed in as { $me }. Are you also { $name } here? Then you can add the page. Those you have a plan with do not see it.
own-page-join = It is me. Add the page
own-page-other-about = Are you { $name } and not { $me }? Then { $me } is signed out here.
own-page-other = Open the page as { $name }
own-page-not-you = Is it not you? Close the page. Nothing has happened.
own-page-used-do = If it was you who used the link, sign in as you do. Otherwise ask your job consultant for a new one.
own-page-old-do = Ask your job consultant for a new link.
own-page-unknown-do = Perhaps a newer link was made. Ask your job consultant.
own-page-desk = Own page
own-page-none = No page of their own yet. A link opens it, once and within 14 days.
own-page-by-link = Has a page of their own and came in by a link. A new link closes the old way in.
own-page-has = Has a page of their own and signs in by themselves.
own-page-make = Make a link to their own page
own-page-make-again = Make a new link
own-page-made = The link is made
own-page-until = It works once and until { $day } at the latest. Give it only to the one whose page it is. It can be sent, or written on paper.
own-page-link = Link to their own page
own-page-once = We show it only now. If it is lost, make a new one.
own-page-back = Back to the person
