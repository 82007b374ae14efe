//! The engine in two files: what every visit needs, and what draws figures, which is loaded when a reader first wants one to
//! change.
//!
//! The compiler makes one module. It is taken apart here: functions that draw move to a second module, which shares memory,
//! tables and globals with the first. The first calls them by their places in the function table, which the second fills
//! when it is instantiated. (The libraries for this work on object files before wasm-bindgen, where Trunk lets nobody in.)

use std::collections::{BTreeMap, BTreeSet};

use walrus::ir::{
    Call, CallIndirect, Const, Instr, InstrSeq, RefFunc, Value, Visitor, VisitorMut, dfs_in_order,
    dfs_pre_order_mut,
};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, GlobalKind, ImportedFunction,
    LocalFunction, Module, ModuleConfig, TableId, TypeId,
};

/// The name under which the second module imports what the first exports.
const NAMESPACE: &str = "engine";

/// Rooms whose functions move. Names are those of Rust's v0 mangling, without the crate's hash.
const MOVED: [&str; 20] = [
    "throughline::figure::",
    "throughline::chart::",
    "throughline::export::",
    "throughline::ui::figure_table::",
    "throughline::ui::figure_outline::",
    "throughline::ui::figure_legend::",
    "throughline::ui::evidence_article::",
    "throughline::ui::chosen::",
    "throughline::ui::slide::",
    // They bind a page to what draws, and are first called by `alive::bind`.
    "throughline::browser::address::",
    "throughline::browser::alive::",
    "throughline::browser::carry::",
    "throughline::browser::chosen::",
    "throughline::browser::controls::",
    "throughline::browser::counts::",
    "throughline::browser::embed::",
    "throughline::browser::figure::",
    "throughline::browser::plot::",
    "throughline::browser::slide::",
    "throughline::browser::own_deck::",
];

/// Parts of them that do not move: small, and called before anything is drawn.
const KEPT: [&str; 4] = [
    "FigureKind",
    // Called by downloads, which stay.
    "throughline::figure::about::",
    "throughline::chart::layout::",
    "throughline::chart::letter::",
];

/// Functions of other rooms that move, even where only a table names them: nothing that they work on is there before the second
/// module is. (This cannot be said of all that is made for types of the rooms above: where two functions are the same, the
/// compiler keeps one, under either name. These are too particular for that.)
const HELD: [&str; 3] = [
    "reactive_graph::computed::inner::MemoInner<throughline::figure::Figure",
    "reactive_graph::computed::arc_memo::ArcMemo<throughline::figure::Figure>>::new",
    "core::ptr::drop_in_place::<throughline::figure::Figure>",
];

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

/// What moves, and where it is called from the outside.
struct Plan {
    moved: BTreeSet<Index>,
    /// The table's length before.
    length: u64,
    /// The places in the table of moved functions: those that they had, and those of direct calls.
    places: BTreeMap<u64, Index>,
    /// Where the first module finds a moved function that it calls.
    called: BTreeMap<Index, u64>,
}

/// A function by its place in the module, which is the same each time that the module is read; its id is not.
type Index = usize;

impl Plan {
    fn new(module: &Module) -> Result<Self, String> {
        let table = function_table(module)?;
        let named: BTreeSet<Index> = module
            .funcs
            .iter_local()
            .filter(|(id, _)| module.funcs.get(*id).name.as_deref().is_some_and(moves))
            .map(|(id, _)| id.index())
            .collect();
        let calls = calls(module);
        let stay = reachable(roots(module, &named), &calls, &named);
        let local = module.funcs.iter_local().map(|(id, _)| id.index());
        let moved: BTreeSet<Index> = local.filter(|index| !stay.contains(index)).collect();
        let length = module.tables.get(table).initial;
        let mut places: BTreeMap<u64, Index> = entries(module, table)
            .map(|(place, function)| (place, function.index()))
            .filter(|(_, function)| moved.contains(function))
            .collect();
        let gates: BTreeSet<Index> = calls
            .iter()
            .filter(|(caller, _)| !moved.contains(caller))
            .flat_map(|(_, called)| called)
            .copied()
            .filter(|called| moved.contains(called))
            .collect();
        let called: BTreeMap<Index, u64> = gates.into_iter().zip(length..).collect();
        places.extend(called.iter().map(|(function, place)| (*place, *function)));
        Ok(Self {
            moved,
            length,
            places,
            called,
        })
    }

    /// Leaves in the module only what moves. Gives the names of what it imports from the first.
    fn make_second(&self, module: &mut Module) -> Result<BTreeSet<String>, String> {
        let table = function_table(module)?;
        module.start = None;
        for id in ids(module.exports.iter(), walrus::Export::id) {
            module.exports.delete(id);
        }
        for id in ids(module.data.iter(), walrus::Data::id) {
            module.data.delete(id);
        }
        for id in ids(module.elements.iter(), walrus::Element::id) {
            module.elements.delete(id);
        }
        for id in ids(module.imports.iter(), walrus::Import::id) {
            module.imports.delete(id);
        }
        for id in ids(module.funcs.iter(), walrus::Function::id) {
            if !self.moved.contains(&id.index()) {
                let import = module.imports.add(NAMESPACE, &name('f', id.index()), id);
                let ty = module.funcs.get(id).ty();
                module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
            }
        }
        for id in ids(module.memories.iter(), walrus::Memory::id) {
            let import = module.imports.add(NAMESPACE, &name('m', id.index()), id);
            let memory = module.memories.get_mut(id);
            memory.import = Some(import);
            memory.data_segments.clear();
        }
        for id in ids(module.tables.iter(), walrus::Table::id) {
            let import = module.imports.add(NAMESPACE, &name('t', id.index()), id);
            let table = module.tables.get_mut(id);
            table.import = Some(import);
            table.elem_segments.clear();
        }
        for id in ids(module.globals.iter(), walrus::Global::id) {
            let import = module.imports.add(NAMESPACE, &name('g', id.index()), id);
            module.globals.get_mut(id).kind = GlobalKind::Import(import);
        }
        self.grow(module, table);
        let functions = by_index(module);
        let places = self
            .places
            .iter()
            .map(|(place, index)| (*place, functions[index]))
            .collect();
        add_segments(module, table, &places);
        walrus::passes::gc::run(module);
        Ok(module.imports.iter().map(|import| import.name.clone()).collect())
    }

    /// Takes what moves out of the module, and exports what the second one wants.
    fn make_first(&self, module: &mut Module, wanted: &BTreeSet<String>) -> Result<(), String> {
        let table = function_table(module)?;
        let kept: BTreeMap<u64, FunctionId> = entries(module, table)
            .filter(|(_, function)| !self.moved.contains(&function.index()))
            .collect();
        let of_table = module.elements.iter().filter(|element| is_of(element, table));
        for id in ids(of_table, walrus::Element::id) {
            module.elements.delete(id);
            module.tables.get_mut(table).elem_segments.remove(&id);
        }
        self.grow(module, table);
        add_segments(module, table, &kept);
        let functions = by_index(module);
        let gates: BTreeMap<FunctionId, Gate> = self
            .called
            .iter()
            .map(|(index, place)| {
                let id = functions[index];
                let ty = module.funcs.get(id).ty();
                (
                    id,
                    Gate {
                        place: *place,
                        ty,
                        table,
                    },
                )
            })
            .collect();
        for (index, id) in &functions {
            if let (false, FunctionKind::Local(function)) =
                (self.moved.contains(index), &mut module.funcs.get_mut(*id).kind)
            {
                let entry = function.entry_block();
                dfs_pre_order_mut(&mut Redirect(&gates), function, entry);
            }
        }
        let mut items: Vec<(String, ExportItem)> = Vec::new();
        items.extend(
            functions
                .iter()
                .map(|(index, id)| (name('f', *index), (*id).into())),
        );
        items.extend(
            module
                .memories
                .iter()
                .map(|item| (name('m', item.id().index()), item.id().into())),
        );
        items.extend(
            module
                .tables
                .iter()
                .map(|item| (name('t', item.id().index()), item.id().into())),
        );
        items.extend(
            module
                .globals
                .iter()
                .map(|item| (name('g', item.id().index()), item.id().into())),
        );
        for (name, item) in items.into_iter().filter(|(name, _)| wanted.contains(name)) {
            module.exports.add(&name, item);
        }
        walrus::passes::gc::run(module);
        Ok(())
    }

    fn grow(&self, module: &mut Module, table: TableId) {
        let length = self.length + self.called.len() as u64;
        let table = module.tables.get_mut(table);
        table.initial = length;
        table.maximum = table.maximum.map(|most| most.max(length));
    }
}

fn function_table(module: &Module) -> Result<TableId, String> {
    let table = module
        .tables
        .main_function_table()
        .map_err(|error| error.to_string())?;
    table.ok_or_else(|| String::from("it has no function table"))
}

fn name(letter: char, index: Index) -> String {
    format!("{letter}{index}")
}

fn ids<'a, T: 'a, I>(items: impl Iterator<Item = &'a T>, id: fn(&T) -> I) -> Vec<I> {
    items.map(id).collect()
}

fn by_index(module: &Module) -> BTreeMap<Index, FunctionId> {
    module
        .funcs
        .iter()
        .map(|function| (function.id().index(), function.id()))
        .collect()
}

/// Whether a function of this name moves.
fn moves(name: &str) -> bool {
    // `throughline[37aeb544156eb243]::figure::draw`, `<throughline[37aeb544156eb243]::chart::scene::Scene>::mark`
    let mut plain = String::with_capacity(name.len());
    let mut depth = 0;
    for c in name.trim_start_matches('<').chars() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    let draws =
        MOVED.iter().any(|room| plain.starts_with(room)) && !KEPT.iter().any(|part| plain.contains(part));
    draws || HELD.iter().any(|function| plain.starts_with(function))
}

/// What each function calls or names.
fn calls(module: &Module) -> BTreeMap<Index, BTreeSet<Index>> {
    struct Called(BTreeSet<Index>);
    impl<'a> Visitor<'a> for Called {
        fn visit_call(&mut self, call: &Call) {
            self.0.insert(call.func.index());
        }

        fn visit_ref_func(&mut self, named: &RefFunc) {
            self.0.insert(named.func.index());
        }
    }
    let called = |function: &LocalFunction| {
        let mut called = Called(BTreeSet::new());
        dfs_in_order(&mut called, function, function.entry_block());
        called.0
    };
    module
        .funcs
        .iter_local()
        .map(|(id, function)| (id.index(), called(function)))
        .collect()
}

/// What runs without being called from within: exports, and functions of tables that are not to move.
fn roots(module: &Module, named: &BTreeSet<Index>) -> Vec<Index> {
    let mut roots: Vec<Index> = module.start.iter().map(|id| id.index()).collect();
    roots.extend(module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(function) => Some(function.index()),
        _ => None,
    }));
    for element in module.elements.iter() {
        if let ElementItems::Functions(functions) = &element.items {
            roots.extend(
                functions
                    .iter()
                    .map(|id| id.index())
                    .filter(|index| !named.contains(index)),
            );
        }
    }
    roots
}

/// What can be reached from the roots without going through a function that is to move.
fn reachable(
    roots: Vec<Index>,
    calls: &BTreeMap<Index, BTreeSet<Index>>,
    named: &BTreeSet<Index>,
) -> BTreeSet<Index> {
    let mut found = BTreeSet::new();
    let mut ahead = roots;
    while let Some(function) = ahead.pop() {
        if !named.contains(&function) && found.insert(function) {
            ahead.extend(calls.get(&function).into_iter().flatten());
        }
    }
    found
}

fn is_of(element: &walrus::Element, table: TableId) -> bool {
    matches!(element.kind, ElementKind::Active { table: of, .. } if of == table)
}

/// The function at each place of a table.
fn entries(module: &Module, table: TableId) -> impl Iterator<Item = (u64, FunctionId)> {
    module
        .elements
        .iter()
        .filter(move |element| is_of(element, table))
        .flat_map(|element| {
            let start = match element.kind {
                ElementKind::Active {
                    offset: ConstExpr::Value(Value::I32(start)),
                    ..
                } => start.unsigned_abs().into(),
                _ => 0,
            };
            let functions = match &element.items {
                ElementItems::Functions(functions) => functions.as_slice(),
                ElementItems::Expressions(..) => &[],
            };
            (start..).zip(functions.iter().copied())
        })
}

/// Adds segments that put functions at these places, one for each run of places.
fn add_segments(module: &mut Module, table: TableId, places: &BTreeMap<u64, FunctionId>) {
    let mut runs: Vec<(u64, Vec<FunctionId>)> = Vec::new();
    for (place, function) in places {
        match runs.last_mut() {
            Some((start, run)) if *start + run.len() as u64 == *place => run.push(*function),
            _ => runs.push((*place, vec![*function])),
        }
    }
    for (start, run) in runs {
        let offset = ConstExpr::Value(Value::I32(start as i32));
        let id = module.elements.add(
            ElementKind::Active { table, offset },
            ElementItems::Functions(run),
        );
        module.tables.get_mut(table).elem_segments.insert(id);
    }
}

/// Where the first module finds a function that moved.
struct Gate {
    place: u64,
    ty: TypeId,
    table: TableId,
}

/// Turns calls of moved functions into calls by their places in the table.
struct Redirect<'a>(&'a BTreeMap<FunctionId, Gate>);

impl VisitorMut for Redirect<'_> {
    fn start_instr_seq_mut(&mut self, seq: &mut InstrSeq) {
        for (instruction, place) in std::mem::take(&mut seq.instrs) {
            let gate = match &instruction {
                Instr::Call(call) => self.0.get(&call.func),
                _ => None,
            };
            match gate {
                Some(Gate {
                    place: slot,
                    ty,
                    table,
                }) => {
                    let value = Value::I32(*slot as i32);
                    seq.instrs.push((Instr::Const(Const { value }), place));
                    let (ty, table) = (*ty, *table);
                    seq.instrs
                        .push((Instr::CallIndirect(CallIndirect { ty, table }), place));
                }
                None => seq.instrs.push((instruction, place)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, RefType, ValType};

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
    fn names_tell_what_moves() {
        assert!(moves("throughline[37aeb544156eb243]::figure::draw"));
        assert!(moves(
            "<throughline[37aeb544156eb243]::chart::scene::Scene>::mark"
        ));
        assert!(moves("throughline[1]::ui::figure_table::figure_table"));
        assert!(moves("throughline[1]::browser::plot::bind"));
        assert!(moves(
            "core[2]::ptr::drop_in_place::<throughline[1]::figure::Figure>"
        ));
        assert!(!moves(
            "core[2]::ptr::drop_in_place::<throughline[1]::browser::plot::bind::{closure#0}>"
        ));
        assert!(!moves("throughline[1]::browser::takeover::start"));
        assert!(!moves(
            "core[2]::ptr::drop_in_place::<throughline[1]::study::model::Study>"
        ));
        assert!(!moves(
            "<throughline[1]::figure::FigureKind as throughline[1]::study::term::Term>::word"
        ));
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
