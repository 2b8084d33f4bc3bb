### What only a page says when something does not work.

problem-no-sign-in = Nobody can sign in here yet.
problem-no-sign-in-do = The municipality must first choose how people sign in.
problem-code = Code: { $code }
