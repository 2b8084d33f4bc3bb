//! Before and after of a text, word by word, so that a proposal shows what it would change.

/// A stretch of words that both have, or one of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Run {
    Same(String),
    Before(String),
    After(String),
}

/// Beyond this many words the texts stand whole beside each other.
const WORDS_MOST: usize = 200;

/// The shortest way from one text to the other, in whole words.
pub fn compare(before: &str, after: &str) -> Vec<Run> {
    let old: Vec<&str> = before.split_whitespace().collect();
    let new: Vec<&str> = after.split_whitespace().collect();
    if old.len() > WORDS_MOST || new.len() > WORDS_MOST {
        return vec![Run::Before(before.to_owned()), Run::After(after.to_owned())];
    }
    let common = longest_common(&old, &new);
    let mut runs = Runs::default();
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            runs.push(Run::Same, old[i]);
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && common[i + 1][j] >= common[i][j + 1]) {
            runs.push(Run::Before, old[i]);
            i += 1;
        } else {
            runs.push(Run::After, new[j]);
            j += 1;
        }
    }
    runs.0
}

/// How many words the ends of both texts have in common, from each pair of positions on.
fn longest_common(old: &[&str], new: &[&str]) -> Vec<Vec<u16>> {
    let mut common = vec![vec![0u16; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i][j] = if old[i] == new[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    common
}

#[derive(Default)]
struct Runs(Vec<Run>);

impl Runs {
    fn push(&mut self, run: fn(String) -> Run, word: &str) {
        let fresh = run(String::new());
        match (self.0.last_mut(), fresh) {
            (Some(Run::Same(text)), Run::Same(_))
            | (Some(Run::Before(text)), Run::Before(_))
            | (Some(Run::After(text)), Run::After(_)) => {
                text.push(' ');
                text.push_str(word);
            }
            _ => self.0.push(run(word.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Run, compare};

    fn same(text: &str) -> Run {
        Run::Same(text.into())
    }

    #[test]
    fn a_changed_word_is_marked_and_its_neighbours_are_not() {
        let runs = compare("Liv læser 20 minutter hver dag.", "Liv læser 10 minutter hver dag.");
        assert_eq!(
            runs,
            [
                same("Liv læser"),
                Run::Before("20".into()),
                Run::After("10".into()),
                same("minutter hver dag."),
            ]
        );
    }

    #[test]
    fn equal_texts_have_nothing_marked() {
        assert_eq!(compare("hver dag", "hver  dag"), [same("hver dag")]);
    }

    #[test]
    fn a_text_from_nothing_is_all_new() {
        assert_eq!(compare("", "hver dag"), [Run::After("hver dag".into())]);
        assert_eq!(compare("hver dag", ""), [Run::Before("hver dag".into())]);
        assert_eq!(compare("", ""), []);
    }

    #[test]
    fn both_texts_can_be_read_back_from_the_runs() {
        let (old, new) = ("a b c d e", "x b d y e z");
        let runs = compare(old, new);
        let read = |wanted: bool| {
            let words = runs.iter().filter_map(|run| match run {
                Run::Same(text) => Some(text.as_str()),
                Run::Before(text) => (!wanted).then_some(text.as_str()),
                Run::After(text) => wanted.then_some(text.as_str()),
            });
            words.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(read(false), old);
        assert_eq!(read(true), new);
    }

    #[test]
    fn very_long_texts_stand_whole() {
        let long = "ord ".repeat(300);
        assert_eq!(compare(&long, "kort").len(), 2);
    }
}
