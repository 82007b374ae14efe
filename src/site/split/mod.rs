//! The engine in two files: what every visit needs, and what draws figures, which is loaded when a reader first wants one to
//! change.
//!
//! The compiler makes one module. It is taken apart here: functions that draw move to a second module, which shares memory,
//! tables and globals with the first. The first calls them by their places in the function table, which the second fills
//! when it is instantiated. (The libraries for this work on object files before wasm-bindgen, where Trunk lets nobody in.)

mod moved;
mod plan;
mod reach;
mod table;

use walrus::ModuleConfig;

use plan::Plan;

/// A module in two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// What every visit needs.
    pub first: Vec<u8>,
    /// The rest.
    pub second: Vec<u8>,
}

/// Takes a module apart. A module without names of functions stays whole, with an empty second one.
///
/// # Errors
/// What is wrong with the module.
pub fn split(wasm: &[u8]) -> Result<Split, String> {
    let read = || config().parse(wasm).map_err(|error| format!("{error:#}"));
    let (mut first, mut second) = (read()?, read()?);
    let plan = Plan::new(&first)?;
    let wanted = plan.make_second(&mut second)?;
    plan.make_first(&mut first, &wanted)?;
    Ok(Split {
        first: first.emit_wasm(),
        second: second.emit_wasm(),
    })
}

fn config() -> ModuleConfig {
    let mut config = ModuleConfig::new();
    config
        .generate_name_section(false)
        .generate_producers_section(false);
    config
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, FunctionId, Module, RefType, ValType};

    use super::table::{entries, function_table};
    use super::*;

    /// A module in which `start` calls what draws, which calls something of the first module and a part of its own.
    fn whole() -> Vec<u8> {
        let mut module = Module::with_config(ModuleConfig::new());
        module.tables.add_local(false, 1, None, RefType::FUNCREF);
        let function = |module: &mut Module, name: &str, calls: &[FunctionId]| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            let mut body = builder.func_body();
            for called in calls {
                body.call(*called).drop();
            }
            body.i32_const(7);
            let id = builder.finish(vec![], &mut module.funcs);
            module.funcs.get_mut(id).name = Some(name.to_owned());
            id
        };
        let shared = function(&mut module, "alloc[2]::string::push", &[]);
        let part = function(&mut module, "core[3]::slice::sort", &[]);
        let draw = function(
            &mut module,
            "<throughline[1]::figure::Figure>::scene",
            &[shared, part],
        );
        let word = function(
            &mut module,
            "<throughline[1]::figure::FigureKind as Term>::word",
            &[],
        );
        let start = function(
            &mut module,
            "throughline[1]::browser::start",
            &[draw, shared, word],
        );
        module.exports.add("start", start);
        module.emit_wasm()
    }

    fn read(wasm: &[u8]) -> Module {
        config().parse(wasm).expect("a module")
    }

    #[test]
    fn what_draws_moves_with_its_parts_and_is_called_through_the_table() {
        let Split { first, second } = split(&whole()).expect("two modules");
        let (first, second) = (read(&first), read(&second));
        // `start`, what both use and the name of a kind stay.
        assert_eq!(first.funcs.iter_local().count(), 3);
        assert_eq!(second.funcs.iter_local().count(), 2);
        let wanted: Vec<String> = second
            .imports
            .iter()
            .map(|import| format!("{}.{}", import.module, import.name))
            .collect();
        assert!(
            wanted.iter().all(|name| name.starts_with("engine.")) && wanted.len() == 2,
            "{wanted:?}"
        );
        for import in second.imports.iter() {
            assert!(
                first.exports.iter().any(|export| export.name == import.name),
                "{} is not given",
                import.name
            );
        }
        assert!(first.exports.iter().any(|export| export.name == "start"));
        let table = function_table(&first).expect("a table");
        assert_eq!(first.tables.get(table).initial, 2, "one place more, for the gate");
        let places: Vec<u64> = {
            let table = second.tables.iter().next().expect("the shared table").id();
            entries(&second, table).map(|(place, _)| place).collect()
        };
        assert_eq!(places, [1]);
    }

    #[test]
    fn what_is_no_module_is_told() {
        assert!(split(b"<!doctype html>").is_err());
    }
}
