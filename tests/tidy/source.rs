//! A file as the checkers see it: its code without comments, tests and the insides of texts.

use super::Violation;

/// A text literal.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Literal {
    /// Line, from 1.
    pub(crate) line: usize,
    /// What is between the quotes.
    pub(crate) text: String,
    /// Where the opening quote is in `Source::code`, in bytes.
    pub(crate) start: usize,
    /// Just after the closing quote.
    pub(crate) end: usize,
}

/// A file.
#[derive(Debug)]
pub(crate) struct Source {
    /// From the root of the repository, with slashes.
    pub(crate) path: String,
    /// Without comments, tests and the insides of literals; every line and column as in the file.
    pub(crate) code: String,
    /// The text literals of `code`.
    pub(crate) literals: Vec<Literal>,
    /// The line of what comes after the tests, where something does: no rule is held against it.
    pub(crate) after_tests: Option<usize>,
}

const TESTS: &str = "#[cfg(test)]";
const AFTER_TESTS: &str = "tests stand at the end of a file";

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let (mut code, mut literals) = blanked(text);
        let mut after_tests = None;
        if let Some(start) = code.find(TESTS) {
            let mut end = start;
            while code[end..].trim_start().starts_with(TESTS) {
                // A file of their own, or a module up to the first brace that nothing stands before.
                let is_file = code[end..]
                    .find([';', '{'])
                    .is_some_and(|at| code[end + at..].starts_with(';'));
                let ending = if is_file { ";" } else { "\n}" };
                let length = code[end..].find(ending).map(|at| at + ending.len());
                end = length.map_or(code.len(), |length| end + length);
            }
            let rest = code[end..].trim_start();
            let line = 1 + code[..code.len() - rest.len()].matches('\n').count();
            after_tests = (!rest.is_empty()).then_some(line);
            code.truncate(start);
            literals.retain(|literal| literal.start < start);
        }
        Self {
            path: path.to_owned(),
            code,
            literals,
            after_tests,
        }
    }

    /// Code that no rule would be held against.
    pub(crate) fn hidden(&self) -> Option<Violation> {
        let line = self.after_tests?;
        Some(self.violation_on(line, AFTER_TESTS, "code after the tests"))
    }

    /// Whether the whole file is for developers only: a test, a bench, an example.
    pub(crate) fn is_test(&self) -> bool {
        let mut parts = self.path.split('/');
        parts.any(|part| {
            matches!(
                part,
                "tests" | "tests.rs" | "benches" | "examples" | "properties.rs"
            )
        })
    }

    /// The line of a byte of `code`, from 1.
    pub(crate) fn line_of(&self, at: usize) -> usize {
        1 + self.code[..at].matches('\n').count()
    }

    /// A violation at a byte of `code`.
    pub(crate) fn violation(&self, at: usize, rule: &'static str, what: &str) -> Violation {
        self.violation_on(self.line_of(at), rule, what)
    }

    /// A violation on a line.
    pub(crate) fn violation_on(&self, line: usize, rule: &'static str, what: &str) -> Violation {
        Violation {
            path: self.path.clone(),
            line,
            rule,
            what: what.to_owned(),
        }
    }

    /// Where `word` stands in the code as a word of its own.
    pub(crate) fn places_of(&self, word: &str) -> Vec<usize> {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        self.code
            .match_indices(word)
            .map(|(at, _)| at)
            .filter(|at| {
                let before = self.code[..*at].chars().next_back();
                let after = self.code[at + word.len()..].chars().next();
                !before.is_some_and(is_part) && !after.is_some_and(is_part)
            })
            .collect()
    }
}

/// Spaces for every letter but line breaks, so that places stay places.
fn spaces(text: &str) -> String {
    text.bytes()
        .map(|b| if b == b'\n' { '\n' } else { ' ' })
        .collect()
}

/// How many bytes a comment, literal or other piece takes at the start of `rest`.
fn length_until(rest: &str, opening: usize, closing: &str) -> usize {
    rest[opening..]
        .find(closing)
        .map_or(rest.len(), |at| opening + at + closing.len())
}

/// The code and its literals.
fn blanked(text: &str) -> (String, Vec<Literal>) {
    let mut code = String::with_capacity(text.len());
    let mut literals = Vec::new();
    while code.len() < text.len() {
        let at = code.len();
        let rest = &text[at..];
        if rest.starts_with("//") {
            code.push_str(&spaces(&rest[..rest.find('\n').unwrap_or(rest.len())]));
        } else if rest.starts_with("/*") {
            code.push_str(&spaces(&rest[..length_until(rest, 2, "*/")]));
        } else if let Some((quote, length)) = literal_at(rest, &code) {
            let line = 1 + text[..at].matches('\n').count();
            let (inside, hashes) = (&rest[quote..length], quote);
            let inside = inside.trim_end_matches('#').trim_end_matches('"');
            literals.push(Literal {
                line,
                text: inside.to_owned(),
                start: at,
                end: at + length,
            });
            code.push_str(&rest[..hashes]);
            code.push_str(&spaces(inside));
            code.push_str(&rest[hashes + inside.len()..length]);
        } else if let Some(length) = char_at(rest) {
            code.push_str(&spaces(&rest[..length]));
        } else {
            code.extend(rest.chars().next());
        }
    }
    (code, literals)
}

/// A text literal: bytes of its opening, and of the whole.
fn literal_at(rest: &str, before: &str) -> Option<(usize, usize)> {
    let is_word = before
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() || c == '_');
    if let Some(raw) = rest.strip_prefix('r').filter(|_| !is_word) {
        let n_hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[n_hashes..].starts_with('"') {
            let closing = format!("\"{}", "#".repeat(n_hashes));
            let opening = 2 + n_hashes;
            return Some((opening, length_until(rest, opening, &closing)));
        }
    }
    let inside = rest.strip_prefix('"')?;
    let mut is_escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return Some((1, at + 2)),
            _ => {}
        }
    }
    Some((1, rest.len()))
}

/// A character literal; a lifetime is none.
fn char_at(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    let mut letters = inside.char_indices();
    let (_, first) = letters.next()?;
    if first == '\\' {
        return Some(1 + inside[2..].find('\'')? + 3);
    }
    let (at, second) = letters.next()?;
    (second == '\'').then_some(1 + at + 1)
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn only_code_is_left_and_stays_in_its_place() {
        let text = "let a = \"web_sys \\\" x\"; // web_sys\n/* web_sys */ let b: &'static str = r#\"q\"#;\nlet c = '\"'; let d = '\\''; web_sys\n#[cfg(test)]\nmod tests { web_sys }";
        let source = Source::new("src/a.rs", text);
        let places = source.places_of("web_sys");
        assert_eq!(places.len(), 1);
        assert_eq!(source.line_of(places[0]), 3);
        assert_eq!(&text[places[0]..places[0] + 7], "web_sys");
        let literals: Vec<(usize, &str)> = source
            .literals
            .iter()
            .map(|literal| (literal.line, literal.text.as_str()))
            .collect();
        assert_eq!(literals, [(1, "web_sys \\\" x"), (2, "q")]);
    }

    #[test]
    fn code_after_the_tests_is_found() {
        let module = "#[cfg(test)]\nmod tests {\n    use a;\n}\n";
        for (after, line) in [("", None), ("\nfn b() {}\n", Some(7)), (module, None)] {
            let text = format!("fn a() {{}}\n{module}{after}");
            assert_eq!(Source::new("src/a.rs", &text).after_tests, line, "{text}");
        }
        let files = "#[cfg(test)]\npub(crate) mod properties;\n#[cfg(test)]\nmod tests;\n";
        assert_eq!(Source::new("src/a.rs", files).after_tests, None);
    }

    #[test]
    fn a_word_is_found_as_a_word() {
        let source = Source::new("src/a.rs", "my_csv(csv::Reader, csvs)");
        assert_eq!(source.places_of("csv"), [7]);
    }

    #[test]
    fn tests_are_told_from_code() {
        for (path, is_test) in [
            ("src/i18n/tests.rs", true),
            ("crates/abc-core/tests/it/main.rs", true),
            ("src/steps/ideal.rs", false),
        ] {
            assert_eq!(Source::new(path, "").is_test(), is_test, "{path}");
        }
    }
}
