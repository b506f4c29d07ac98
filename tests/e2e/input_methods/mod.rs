//! Posts that are typed by an input method: fcitx5, by real keys, in a window of each
//! engine.
//!
//! `cargo xtask test ime` runs these by themselves, and leaves out the engines that
//! the machine does not have.

mod method;
mod posts;
mod repairs;
mod writer;

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
    a_chinese_post: posts::pinyin;
    a_japanese_post: posts::mozc;
    a_korean_post: posts::hangul;
    a_tag_inserted_amid_pinyin: repairs::insertion_amid_pinyin;
    a_tag_repaired_amid_pinyin: repairs::repair_amid_pinyin;
    a_tag_inserted_amid_kana: repairs::insertion_amid_kana;
    a_tag_inserted_amid_hangul: repairs::insertion_amid_hangul;
}
