//! What the tests need beside Rust, and how a bare Debian machine gets it.

use crate::{Outcome, shell};
use std::path::Path;

struct Need {
    package: &'static str,
    is_here: fn() -> bool,
}

const NEEDS: [Need; 4] = [
    Need {
        package: "chromium",
        is_here: || shell::on_path("chromium"),
    },
    Need {
        package: "chromium-driver",
        is_here: || shell::on_path("chromedriver"),
    },
    Need {
        package: "postgresql",
        is_here: || shell::on_path("pg_virtualenv") && Path::new("/usr/lib/postgresql").is_dir(),
    },
    // Chromium alone brings no letters; pages would be measured in boxes.
    Need {
        package: "fonts-dejavu-core",
        is_here: || Path::new("/usr/share/fonts/truetype/dejavu").is_dir(),
    },
];

/// What a search of other platforms runs in, to be measured beside ours.
const POSTGIS: [Need; 1] = [Need {
    package: "postgresql-postgis",
    is_here: || {
        let versions = std::fs::read_dir("/usr/share/postgresql").into_iter().flatten().flatten();
        versions
            .into_iter()
            .any(|version| version.path().join("extension/postgis.control").is_file())
    },
}];

/// What the tests and the bench need.
pub fn browser_and_database() -> Outcome {
    install(&NEEDS)
}

/// For the bench alone.
pub fn postgis() -> Outcome {
    install(&POSTGIS)
}

/// Installs what is missing, or says which line a person has to type.
fn install(needs: &[Need]) -> Outcome {
    let missing: Vec<&str> = needs
        .iter()
        .filter(|need| !(need.is_here)())
        .map(|need| need.package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !may_install()? {
        return Err(format!(
            "Some programs are missing. Type this, then try again:\n\n    {}\n",
            line(&missing)
        )
        .into());
    }
    shell::say(&format!("Installing {}", missing.join(", ")));
    shell::succeed(shell::command("apt-get").arg("update").arg("--quiet"))?;
    let mut install = shell::command("apt-get");
    install
        .args(["install", "--yes", "--quiet", "--no-install-recommends"])
        .args(&missing);
    shell::succeed(install.env("DEBIAN_FRONTEND", "noninteractive"))?;
    match needs.iter().find(|need| !(need.is_here)()) {
        Some(need) => Err(format!("{} is installed, yet its programs are not where they should be", need.package).into()),
        None => Ok(()),
    }
}

/// The target that browsers run. `rust-toolchain.toml` names it, but automatic installs can be switched off.
pub fn wasm_target() -> Outcome {
    let mut rustc = shell::command("rustc");
    let folder = shell::output(rustc.args(["--print", "target-libdir", "--target", "wasm32-unknown-unknown"]))?;
    if Path::new(&folder).is_dir() {
        return Ok(());
    }
    shell::say("Adding the wasm target");
    let added = shell::succeed(shell::command("rustup").args(["target", "add", "wasm32-unknown-unknown"]));
    added.map_err(|error| {
        format!("{error}\nThe widget needs Rust's wasm target. Type this, then try again:\n\n    rustup target add wasm32-unknown-unknown\n").into()
    })
}

fn may_install() -> Outcome<bool> {
    Ok(shell::on_path("apt-get") && shell::output(shell::command("id").arg("-u"))? == "0")
}

fn line(packages: &[&str]) -> String {
    format!(
        "sudo apt-get update && sudo apt-get install --yes --no-install-recommends {}",
        packages.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_to_type_names_every_missing_package() {
        assert_eq!(
            line(&["chromium", "postgresql"]),
            "sudo apt-get update && sudo apt-get install --yes --no-install-recommends chromium postgresql"
        );
    }
}
