//! The card in each of three engines: its verdicts are those of the rules
//! compiled for this machine, and so alike wherever a reader is; and so are its times.
//!
//! `cargo xtask test` runs these by themselves, and leaves out the engines that
//! the machine does not have.

mod drafts;
mod languages;
mod links;
mod texts;

use anyhow::Result;

use crate::engine::Engine;

macro_rules! in_every_engine {
    ($($name:ident: $test:path;)*) => {
        in_every_engine! { @ chromium Chromium $($name $test)* }
        in_every_engine! { @ firefox Firefox $($name $test)* }
        in_every_engine! { @ webkit WebKit $($name $test)* }
    };
    (@ $module:ident $engine:ident $($name:ident $test:path)*) => {
        mod $module {
            use super::*;

            $(#[tokio::test]
            async fn $name() -> Result<()> {
                $test(Engine::$engine).await
            })*
        }
    };
}

in_every_engine! {
    characters_of_a_draft: drafts::characters;
    words_of_a_draft: drafts::words;
    links_to_posts: links::verdicts;
    times_and_plural_forms: languages::times_and_plural_forms;
}
