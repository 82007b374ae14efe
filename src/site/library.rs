//! What libraries export that no page calls.
//!
//! A crate below Leptos exports classes for streams, whether they are used or not. Exports are what a module is kept for, so
//! their code, and the machinery of promises that only they use, would travel with every program.

use walrus::ModuleConfig;

/// How the names of such exports begin, after `__wbg_` where they free a class.
const UNUSED: &str = "intounderlying";

/// How the passages of the generated script that carry them begin, and how their last lines begin and end.
const PASSAGES: [(&str, &str, &str); 2] = [
    (
        "export class IntoUnderlying",
        "if (Symbol.dispose) IntoUnderlying",
        ";",
    ),
    ("const IntoUnderlying", "", ";"),
];

/// A generated script without them. A passage whose end is not found stays.
pub fn without_unused_classes(script: &str) -> String {
    let lines: Vec<&str> = script.lines().collect();
    let mut out = String::with_capacity(script.len());
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let passage = PASSAGES.iter().find(|(start, ..)| line.starts_with(start));
        let last = passage.and_then(|(_, start, end)| {
            let is_last = |line: &&str| line.starts_with(start) && line.ends_with(end);
            lines[at..].iter().position(is_last)
        });
        match last {
            Some(more) => at += more,
            None => {
                out.push_str(line);
                out.push('\n');
            }
        }
        at += 1;
    }
    out
}

/// A WebAssembly module without them.
///
/// # Errors
/// What is wrong with the module.
pub fn without_unused(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false);
    let mut module = config.parse(wasm).map_err(|error| format!("{error:#}"))?;
    let unused: Vec<_> = module
        .exports
        .iter()
        .filter(|export| export.name.trim_start_matches("__wbg_").starts_with(UNUSED))
        .map(walrus::Export::id)
        .collect();
    for export in unused {
        module.exports.delete(export);
    }
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, Module, ValType};

    use super::*;

    /// A module with three functions, of which two are exported under these names and the third is called by the second.
    fn module(names: [&str; 2]) -> Vec<u8> {
        let mut module = Module::default();
        let add = |module: &mut Module, called| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            match called {
                Some(called) => drop(builder.func_body().call(called)),
                None => drop(builder.func_body().i32_const(7)),
            }
            builder.finish(vec![], &mut module.funcs)
        };
        let first = add(&mut module, None);
        let third = add(&mut module, None);
        let second = add(&mut module, Some(third));
        for (name, function) in names.into_iter().zip([first, second]) {
            module.exports.add(name, function);
        }
        module.emit_wasm()
    }

    #[test]
    fn a_class_that_nobody_uses_goes_and_all_else_stays() {
        let class = |name: &str| {
            let free = "free() {\nwasm.free(1);\n}";
            format!(
                "export class {name} {{\n{free}\n}}\nif (Symbol.dispose) {name}.prototype[Symbol.dispose] = {name}.prototype.free;\n"
            )
        };
        let memory = |name: &str| {
            format!(
                "const {name}Finalization = (typeof F === 'undefined')\n? {{ a: () => {{}} }}\n: new F(p => 1);\n"
            )
        };
        let kept = format!("{}{}let a = 1;\n", class("Kept"), memory("Kept"));
        let unused = class("IntoUnderlyingSink") + &memory("IntoUnderlyingSink");
        assert_eq!(without_unused_classes(&format!("{unused}{kept}{unused}")), kept);
        let cut = "export class IntoUnderlyingSink {\nlet a = 1;\n";
        assert_eq!(without_unused_classes(cut), cut);
    }

    #[test]
    fn what_nobody_calls_goes_with_all_that_only_it_calls() {
        for unused in ["intounderlyingsource_pull", "__wbg_intounderlyingsource_free"] {
            let left = without_unused(&module(["bind", unused])).unwrap();
            let left_module = Module::from_buffer(&left).unwrap();
            let exports: Vec<_> = left_module
                .exports
                .iter()
                .map(|export| export.name.as_str())
                .collect();
            assert_eq!(
                (exports.as_slice(), left_module.funcs.iter().count()),
                (["bind"].as_slice(), 1)
            );
            assert_eq!(without_unused(&left).unwrap(), left, "once is enough");
        }
        assert!(without_unused(b"no module").is_err());
    }
}
