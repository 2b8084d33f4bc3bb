//! The lines of a calendar file.

use super::{Unread, Why};

/// The lines with their numbers, those that were folded made whole again. A fold may lie within a letter, so they are bytes.
pub(super) fn unfolded(file: &[u8]) -> Vec<(u32, Vec<u8>)> {
    let file = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file);
    let mut lines: Vec<(u32, Vec<u8>)> = Vec::new();
    for (number, line) in (1..).zip(file.split(|byte| *byte == b'\n')) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match (line, lines.last_mut()) {
            ([b' ' | b'\t', more @ ..], Some((_, last))) => last.extend_from_slice(more),
            ([], _) => {}
            _ => lines.push((number, line.to_vec())),
        }
    }
    lines
}

/// One line: `DTSTART;TZID=Europe/Copenhagen:20261123T080000`.
pub(super) struct Property {
    pub(super) line: u32,
    /// In capitals.
    pub(super) name: String,
    /// Names in capitals.
    parameters: Vec<(String, String)>,
    pub(super) value: String,
}

impl Property {
    pub(super) fn read(line: u32, text: &str) -> Option<Property> {
        let is_name = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        // A colon or semicolon within quotes ends nothing.
        let mut is_quoted = false;
        let mut next = |text: &str, ends: &[char]| {
            text.find(|letter: char| {
                is_quoted ^= letter == '"';
                !is_quoted && ends.contains(&letter)
            })
        };
        let at = next(text, &[':', ';'])?;
        let (name, mut rest) = text.split_at(at);
        let mut parameters = Vec::new();
        while let Some(parameter) = rest.strip_prefix(';') {
            let at = next(parameter, &[':', ';'])?;
            let (name, value) = parameter[..at].split_once('=')?;
            parameters.push((name.to_ascii_uppercase(), value.trim_matches('"').to_owned()));
            rest = &parameter[at..];
        }
        is_name(name).then(|| Property {
            line,
            name: name.to_ascii_uppercase(),
            parameters,
            value: rest[1..].to_owned(),
        })
    }

    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(of, _)| of == name).map(|(_, value)| &**value)
    }

    pub(super) fn unread(&self, why: Why) -> Unread {
        Unread { line: self.line, why }
    }
}
