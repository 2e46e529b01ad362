//! How the parts of a workbook refer to each other (ECMA-376 part 2, relationships).

use abc_core::intake::IntakeError;

use crate::limits::MAX_LISTED;
use crate::workbook::part::{Part, Parts, attributes};
use crate::xml::Node;

/// What a part refers to.
pub(super) struct Links(Vec<Link>);

pub(super) struct Link {
    id: String,
    /// The last word of the type, `worksheet`: transitional and strict files agree on it.
    pub(super) kind: String,
    /// The name of a part.
    pub(super) target: String,
}

impl Links {
    /// The links of a part; none where there is no list of them.
    pub(super) fn of_part(parts: &Parts<'_>, name: &str) -> Result<Self, IntakeError> {
        let folder = folder_of(name);
        let file = name.get(folder.len()..).unwrap_or_default();
        let list = format!("{folder}_rels/{file}.rels");
        if parts.has(&list) {
            Self::read(parts.open(&list)?, folder)
        } else {
            Ok(Self(Vec::new()))
        }
    }

    /// Reads a list of links that are relative to a folder.
    pub(super) fn read(mut part: Part<'_>, folder: &str) -> Result<Self, IntakeError> {
        let mut links = Vec::new();
        loop {
            match part.next()? {
                Node::Start(tag) if tag.name() == "Relationship" => {
                    let (mut id, mut kind, mut target) =
                        (String::new(), String::new(), String::new());
                    for (key, value) in attributes(&tag) {
                        match key {
                            "Id" => id = value.into_owned(),
                            "Type" => {
                                let last = value.rsplit('/').next();
                                last.unwrap_or_default().clone_into(&mut kind);
                            }
                            "Target" => target = resolved(folder, &value),
                            _ => {}
                        }
                    }
                    links.push(Link { id, kind, target });
                    if links.len() > MAX_LISTED {
                        return Err(IntakeError::ZipCorrupt);
                    }
                }
                Node::Eof => return Ok(Self(links)),
                _ => {}
            }
        }
    }

    pub(super) fn by_id(&self, id: &str) -> Option<&Link> {
        self.0.iter().find(|link| link.id == id)
    }

    /// The part of the first link of a kind.
    pub(super) fn first_of(&self, kind: &str) -> Option<&str> {
        let link = self.0.iter().find(|link| link.kind == kind)?;
        Some(&link.target)
    }
}

/// The folder of a part with its `/`; empty at the top.
pub(super) fn folder_of(name: &str) -> &str {
    name.rfind('/')
        .and_then(|at| name.get(..=at))
        .unwrap_or_default()
}

/// The name of a part that is referred to from a folder.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let path = match target.strip_prefix('/') {
        Some(from_top) => from_top.to_owned(),
        None => format!("{folder}{target}"),
    };
    let mut names: Vec<&str> = Vec::new();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop();
            }
            name => names.push(name),
        }
    }
    names.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_found_from_the_folder_of_who_refers() {
        let cases = [
            ("xl/", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            (
                "xl/",
                "/xl/worksheets/sheet1.xml",
                "xl/worksheets/sheet1.xml",
            ),
            ("xl/", "../custom/a.xml", "custom/a.xml"),
            ("xl/", "./a.xml", "xl/a.xml"),
            ("", "xl\\workbook.xml", "xl/workbook.xml"),
            ("xl/", "../../../a.xml", "a.xml"),
        ];
        for (folder, target, expected) in cases {
            assert_eq!(resolved(folder, target), expected);
        }
        assert_eq!(folder_of("xl/workbook.xml"), "xl/");
        assert_eq!(folder_of("workbook.xml"), "");
    }
}
