//! Places for a person and people for a place, with reasons.
//!
//! Needs meet needs. What is judged is a *pair* of a person and a place, never a person: nothing here
//! predicts anybody's chances, and a person always decides. All of it is pure, so the same functions
//! answer on the server and, for "what if I could start at nine?", in the browser.
//!
//! Three things are said of a pair:
//! 1. **Gates** (`gates`): each says of a pair `Ok` with its slack, `Fail` with what is missing, or `Unknown` with the question to ask.
//! 2. **Fit** (`fit`): seven named parts of the pair; their points add up to the fit, always.
//! 3. **Adaptations** (`adapt`): the fewest, cheapest changes after which no gate fails, and who could say yes to each.
//!
//! Nothing here knows a plan, a family or a benefit. What a law means for one person is entered as a
//! consequence (`Terms`), and a need at work as a task from a closed list (`Needs`), never as its cause.

pub mod adapt;
pub mod bulk;
pub mod calendar;
pub mod candidate;
pub mod course;
pub mod decimals;
pub mod fit;
pub mod gates;
pub mod ical;
pub mod list;
pub mod numbers;
pub mod occupations;
pub mod place;
pub mod placement;
pub mod rules;
pub mod search;
pub mod shift;
pub mod signal;
pub mod sound;
pub mod verdict;
pub mod week;
pub mod what_if;
pub mod words;

#[cfg(any(test, feature = "testing"))]
pub mod generate;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
