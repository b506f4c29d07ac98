//! The files that the loader asks for, once their content is final.

use std::path::Path;
use std::process::Command;

use anyhow::Result;
use xtask::names::Hashed;

use super::dist::{Purpose, rename};
use crate::setup::process::read;

/// A file under the name that the loader asks for, and to what it holds it.
pub struct Settled {
    name: String,
    hash: String,
}

impl Settled {
    /// Gives a file in `new` the name that it is published under. Nothing is held to a
    /// hash, or named by it, while it changes.
    ///
    /// # Errors
    ///
    /// When it is not there.
    pub fn settle(site: &Path, new: &Path, file: Hashed, purpose: Purpose) -> Result<Settled> {
        let plain = new.join(file.plain());
        if purpose == Purpose::Developing {
            return Ok(Settled { name: file.plain(), hash: String::new() });
        }
        let mut hash = Command::new(site);
        hash.arg("hash").arg(&plain).args(file.is_short_hashed().then_some("--short"));
        let hash = read(&mut hash)?.trim_end().to_owned();
        let name = file.published(&hash);
        rename(&plain, &new.join(&name))?;
        Ok(Settled { name, hash })
    }

    /// What the loader knows of it, as definitions.
    pub fn defined(&self, file: &str) -> String {
        let Settled { name, hash } = self;
        format!("{file}_NAME=\"./{name}\",{file}_HASH=\"{hash}\"")
    }

    /// What another file says of it: its name and its hash.
    pub fn listed(&self) -> String {
        format!("./{} {}", self.name, self.hash)
    }

    /// The same without a hash, for what a bundler may rewrite.
    pub fn without_hash(&self) -> Settled {
        Settled { name: self.name.clone(), hash: String::new() }
    }
}
