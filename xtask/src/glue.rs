//! The script that wasm-bindgen writes, the glue, as it is published: behind the
//! guard, without what the loader never asks for, and with the short names that
//! wasm-opt gave to what the module takes and gives.

use std::collections::HashMap;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// What the loader imports from the glue, which is the only one to import it. The
/// guard exports `onTrap` and `add` by itself.
const EXPORTS: &str = "export { __wbg_init as default, mount, styleSheet };";

/// The names that wasm-opt's pass `minify-imports-and-exports-and-modules` has
/// changed, as it prints them.
#[derive(Debug, Deserialize)]
pub struct Names {
    /// The module of a name, the name before and after.
    imports: Vec<(String, String, String)>,
    /// The name before and after.
    exports: Vec<(String, String)>,
}

/// What the pass calls every module that imports come from.
const MODULE: &str = "a";

impl Names {
    /// Reads what wasm-opt printed: once for each time that it ran the pass, which is
    /// more often where it runs all passes until they gain nothing more.
    ///
    /// # Errors
    ///
    /// When it is something else.
    pub fn from_json(printed: &str) -> Result<Self> {
        let mut runs = serde_json::Deserializer::from_str(printed).into_iter::<Names>();
        let first = runs.next().context("wasm-opt did not print which names it changed")?;
        runs.try_fold(first?, |names, next| Ok(names.then(&next?)))
    }

    /// The names after another run.
    fn then(mut self, next: &Names) -> Names {
        let imports: HashMap<_, _> = next.imports.iter().map(|(_, from, to)| (from, to)).collect();
        for (_, _, to) in &mut self.imports {
            imports.get(to).inspect(|new| (**new).clone_into(to));
        }
        let exports: HashMap<_, _> = next.exports.iter().map(|(from, to)| (from, to)).collect();
        for (_, to) in &mut self.exports {
            exports.get(to).inspect(|new| (**new).clone_into(to));
        }
        self
    }
}

/// The glue as it is published, before it is minified. Without `names`, the module
/// has the names that wasm-bindgen gave it.
///
/// # Errors
///
/// When the glue is not as wasm-bindgen writes it today.
pub fn published(glue: &str, guard: &str, names: Option<&Names>) -> Result<String> {
    let glue = [&guarded(&without_unused_exports(glue)?)?, "\n", guard].concat();
    match names {
        Some(names) => with_short_names(&glue, names),
        None => Ok(glue),
    }
}

/// Has the glue reach the module through the guard.
fn guarded(glue: &str) -> Result<String> {
    replace_once(glue, "wasm = instance.exports;", "wasm = guarded(instance.exports);")
}

/// Exports only what is imported, so that the minifier drops the rest.
fn without_unused_exports(glue: &str) -> Result<String> {
    let glue = replace_once(glue, "export { initSync, __wbg_init as default };", EXPORTS)?;
    let lines = glue.lines().filter(|line| !line.starts_with("if (Symbol.dispose)"));
    let kept: Vec<&str> = lines
        .map(|line| match line.strip_prefix("export ") {
            Some(declaration) if line != EXPORTS => declaration,
            _ => line,
        })
        .collect();
    // The minifier cannot know that this has no effect.
    Ok(kept
        .join("\n")
        .replace("new FinalizationRegistry", "/* @__PURE__ */ new FinalizationRegistry"))
}

fn replace_once(glue: &str, from: &str, to: &str) -> Result<String> {
    ensure!(
        glue.matches(from).count() == 1,
        "the glue of wasm-bindgen does not have one place that says `{from}`"
    );
    Ok(glue.replace(from, to))
}

fn with_short_names(glue: &str, names: &Names) -> Result<String> {
    let imports: HashMap<&str, &str> =
        names.imports.iter().map(|(_, from, to)| (&**from, &**to)).collect();
    let exports: HashMap<&str, &str> =
        names.exports.iter().map(|(from, to)| (&**from, &**to)).collect();
    let mut short = String::with_capacity(glue.len());
    let mut renamed = 0;
    let mut rest = glue;
    while let Some(start) = rest.find(is_of_name) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c| !is_of_name(c)).unwrap_or(from.len());
        let (name, after) = from.split_at(end);
        short.push_str(before);
        // Imports are the keys of an object; exports are reached through another.
        let import = imports.get(name).filter(|_| after.starts_with(": "));
        let export =
            exports.get(name).filter(|_| short.ends_with("wasm.") || short.ends_with("exports."));
        renamed += usize::from(import.is_some());
        short.push_str(import.or(export).copied().unwrap_or(name));
        rest = after;
    }
    short.push_str(rest);
    ensure!(
        renamed == names.imports.len(),
        "the module takes {} things of the glue, which has {renamed} of them",
        names.imports.len()
    );
    let module = names.imports.first().map_or(MODULE, |(module, ..)| module);
    ensure!(
        names.imports.iter().all(|(other, ..)| other == module),
        "the module takes things of two modules, which have the same name now"
    );
    replace_once(&short, &format!("\"{module}\""), &format!("\"{MODULE}\""))
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::{Names, guarded, published};

    const GLUE: &str = r#"export class Card {
    free() {
        wasm.__wbg_card_free(this.ptr, 0);
    }
}
if (Symbol.dispose) Card.prototype[Symbol.dispose] = Card.prototype.free;
export function mount(element) {
    return wasm.mount(element);
}
export function styleSheet() {
    return wasm.styleSheet();
}
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_body_0123456789abcdef: function(arg0) {
            return arg0.body;
        },
    };
    return {
        __proto__: null,
        "./core_bg.js": import0,
    };
}
const CardFinalization = new FinalizationRegistry(ptr => wasm.__wbg_card_free(ptr, 1));
let wasm;
function initialise(instance) {
    wasm = instance.exports;
}
export { initSync, __wbg_init as default };"#;

    const NAMES: &str = r#"{
        "imports": [["./core_bg.js", "__wbg_body_0123456789abcdef", "a"]],
        "exports": [["mount", "b"], ["active_card", "c"], ["__wbg_card_free", "d"]]
    }"#;

    fn names() -> Names {
        Names::from_json(NAMES).unwrap()
    }

    #[test]
    fn the_glue_uses_the_names_that_the_module_has() {
        let glue = published(GLUE, "guarded(exports.active_card());", Some(&names())).unwrap();
        for expected in [
            "        a: function(arg0)",
            "return arg0.body;",
            "\"a\": import0,",
            "function mount(element) {\n    return wasm.b(element);",
            // Not renamed, so called as before.
            "return wasm.styleSheet();",
            "wasm.d(this.ptr, 0);",
            "guarded(exports.c());",
        ] {
            assert!(glue.contains(expected), "no {expected} in {glue}");
        }
    }

    #[test]
    fn a_module_that_is_not_optimised_keeps_its_names() {
        let glue = published(GLUE, "guarded(exports.active_card());", None).unwrap();
        for expected in ["__wbg_body_0123456789abcdef: function", "guarded(exports.active_card())"]
        {
            assert!(glue.contains(expected), "no {expected} in {glue}");
        }
    }

    #[test]
    fn names_that_are_changed_again_are_followed() {
        let again = r#"{
            "imports": [["a", "a", "z"]],
            "exports": [["b", "c"], ["c", "b"], ["d", "d"]]
        }"#;
        let names = Names::from_json(&[NAMES, again].concat()).unwrap();
        let glue = published(GLUE, "guarded(exports.active_card());", Some(&names)).unwrap();
        for expected in ["        z: function(arg0)", "return wasm.c(element);", "exports.b()"] {
            assert!(glue.contains(expected), "no {expected} in {glue}");
        }
    }

    #[test]
    fn the_glue_exports_what_the_loader_imports_and_nothing_else() {
        let glue = published(GLUE, "export const onTrap = 1;", Some(&names())).unwrap();
        let exports: Vec<_> = glue.lines().filter(|line| line.starts_with("export")).collect();
        assert_eq!(
            exports,
            ["export { __wbg_init as default, mount, styleSheet };", "export const onTrap = 1;"]
        );
        assert!(!glue.contains("Symbol.dispose"));
        assert!(glue.contains("/* @__PURE__ */ new FinalizationRegistry"));
    }

    #[test]
    fn a_glue_that_lacks_what_the_module_takes_is_not_published() {
        let other = GLUE.replace("__wbg_body_0123456789abcdef", "__wbg_body_fedcba9876543210");
        assert!(published(&other, "", Some(&names())).is_err());
        assert!(Names::from_json("{}").is_err());
    }

    #[test]
    fn a_glue_without_the_one_place_for_the_guard_is_not_published() {
        assert!(guarded(GLUE).unwrap().contains("wasm = guarded(instance.exports);"));
        assert!(guarded("let wasm;").is_err());
        assert!(guarded(&[GLUE, GLUE].concat()).is_err());
    }
}
