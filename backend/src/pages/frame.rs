//! What every page of ours has around its content, and the files it needs.

use super::reader::{CHOICES, Reader};
use maud::{DOCTYPE, Markup, html};
use std::sync::LazyLock;

/// Addresses of what a page needs beside the one style sheet of all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Files<'a> {
    pub styles: &'a [&'a str],
    pub scripts: &'a [&'a str],
}

impl<'a> Files<'a> {
    pub fn scripts(scripts: &'a [&'a str]) -> Self {
        Files { styles: &[], scripts }
    }
}

/// A whole document. `path` is the page's own address, for the links that change its language.
pub fn page(reader: &Reader, path: &str, title: &str, kind: &str, files: Files<'_>, content: &Markup) -> String {
    let markup = html! {
        (DOCTYPE)
        html lang=(reader.choice.tag) dir=(reader.choice.dir) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                // Where someone came from is nobody else's business; a plan's address names the plan.
                meta name="referrer" content="same-origin";
                title { (title) " · " (reader.say("app-name")) }
                link rel="stylesheet" href=(STYLE.address);
                link rel="icon" href=(ICON.address) type="image/svg+xml";
                @for style in files.styles { link rel="stylesheet" href=(style); }
                @for script in files.scripts {
                    script type="module" src=(script) {}
                }
            }
            body.(kind) {
                (content)
                footer.foot {
                    (languages(reader, path))
                    a.last href=(reader.link("/api")) { (reader.say("page-api")) }
                }
            }
        }
    };
    markup.into_string()
}

/// A page by itself, for whoever is not at a table: who holds a link, or has just left.
pub fn sheet(reader: &Reader, path: &str, title: &str, content: &Markup) -> String {
    let body = html! {
        main.room.narrow id="main" {
            div.sheet {
                h1 { (title) }
                (content)
            }
        }
    };
    page(reader, path, title, "apart", Files::default(), &body)
}

/// Who is signed in, what is theirs at all their tables, and the way out.
pub fn strip(reader: &Reader, name: &str, others: &Markup) -> Markup {
    html! {
        nav.strip aria-label=(reader.say("app-name")) {
            p { (reader.say_with("signed-in-as", &[("name", name)])) }
            a href=(reader.link(super::my_part::ADDRESS)) { (reader.say("my-part")) }
            (others)
            a.last href=(reader.link("/")) { (reader.say("signin-switch")) }
            form method="post" action=(reader.link("/sign-out")) {
                button type="submit" { (reader.say("sign-out")) }
            }
        }
    }
}

/// Links, so that the choice works without a script and lives in the address.
fn languages(reader: &Reader, path: &str) -> Markup {
    html! {
        nav.languages aria-label=(reader.say("language-choose")) {
            @for choice in CHOICES {
                @let here = choice == reader.choice;
                // Each language is named in itself; the two made-up ones are named in the reader's.
                @let lang = if choice.tag.contains('-') { reader.choice.tag } else { choice.tag };
                a href=(Reader::new(Some(choice.tag), reader.lang()).link(path)) hreflang=(choice.tag) lang=(lang)
                    aria-current=[here.then_some("true")] { (reader.say(choice.key)) }
            }
        }
    }
}

/// A file that travels inside the binary. Its address changes with its content, so browsers may keep it for good.
#[derive(Debug)]
pub struct File {
    pub name: &'static str,
    pub media_type: &'static str,
    pub body: &'static str,
    pub address: String,
}

impl File {
    fn new(name: &'static str, media_type: &'static str, body: &'static str) -> File {
        let hash = blake3::hash(body.as_bytes()).to_hex();
        File {
            name,
            media_type,
            body,
            address: format!("/pages/{name}?{}", &hash[..12]),
        }
    }
}

pub static STYLE: LazyLock<File> = LazyLock::new(|| {
    File::new(
        "page.css",
        "text/css; charset=utf-8",
        concat!(
            include_str!("../../pages/page.css"),
            include_str!("../../pages/papers.css"),
            include_str!("../../pages/people.css"),
            include_str!("../../pages/card.css"),
            include_str!("../../pages/voices.css"),
            include_str!("../../pages/take.css"),
            include_str!("../../pages/skills.css")
        ),
    )
});
pub static ICON: LazyLock<File> = LazyLock::new(|| File::new("icon.svg", "image/svg+xml", include_str!("../../pages/icon.svg")));
pub static EMBED_SCRIPT: LazyLock<File> = LazyLock::new(|| {
    File::new(
        "embed.js",
        "text/javascript; charset=utf-8",
        include_str!("../../pages/embed.js"),
    )
});

pub static DESK_STYLE: LazyLock<File> = LazyLock::new(|| {
    let body = concat!(
        include_str!("../../pages/desk.css"),
        include_str!("../../pages/profile.css"),
        include_str!("../../pages/what_if.css"),
        include_str!("../../pages/desk_forms.css"),
        include_str!("../../pages/courses.css"),
        include_str!("../../pages/desk_lists.css")
    );
    File::new("desk.css", "text/css; charset=utf-8", body)
});
/// The candidate's own pages.
pub static MY_WORK_STYLE: LazyLock<File> = LazyLock::new(|| {
    let body = concat!(
        include_str!("../../pages/my_work.css"),
        include_str!("../../pages/profile.css"),
        include_str!("../../pages/what_if.css")
    );
    File::new("my_work.css", "text/css; charset=utf-8", body)
});
/// For parts of a page that tell what is new while it stands open.
pub static NEWS_SCRIPT: LazyLock<File> = LazyLock::new(|| {
    File::new(
        "news.js",
        "text/javascript; charset=utf-8",
        include_str!("../../pages/news.js"),
    )
});
pub static WEEK_SCRIPT: LazyLock<File> = LazyLock::new(|| {
    File::new(
        "week.js",
        "text/javascript; charset=utf-8",
        include_str!("../../pages/week.js"),
    )
});
pub static DESK_SCRIPT: LazyLock<File> = LazyLock::new(|| {
    File::new(
        "desk.js",
        "text/javascript; charset=utf-8",
        include_str!("../../pages/desk.js"),
    )
});

pub static ENTRANCE_STYLE: LazyLock<File> = LazyLock::new(|| {
    File::new(
        "entrance.css",
        "text/css; charset=utf-8",
        include_str!("../../pages/entrance.css"),
    )
});

/// The file of ours by that name.
pub fn file(name: &str) -> Option<&'static File> {
    [
        &*STYLE,
        &*ICON,
        &*EMBED_SCRIPT,
        &*DESK_STYLE,
        &*DESK_SCRIPT,
        &*ENTRANCE_STYLE,
        &*MY_WORK_STYLE,
        &*WEEK_SCRIPT,
        &*NEWS_SCRIPT,
    ]
    .into_iter()
    .find(|file| file.name == name)
}

/// A person's face: round in the family, ringed in its network, squared for those who come from elsewhere.
pub fn face(name: &str, role: shared::plan::Role) -> Markup {
    use shared::plan::Role;
    let shape = match role {
        Role::Family | Role::Child => "family",
        Role::Network => "network",
        Role::Coordinator | Role::Professional | Role::Interpreter | Role::Guest => "professional",
    };
    let initials: String = name
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .take(2)
        .collect();
    // The name stands beside it.
    html! { span.face data-shape=(shape) aria-hidden="true" { (initials) } }
}
