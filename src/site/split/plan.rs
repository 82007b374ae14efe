//! What moves, and the two modules that this makes of one.

use std::collections::{BTreeMap, BTreeSet};

use walrus::ir::dfs_pre_order_mut;
use walrus::{ExportItem, FunctionId, FunctionKind, GlobalKind, ImportedFunction, Module, TableId};

use super::moved::moves;
use super::reach::{calls, reachable, roots};
use super::table::{Gate, Redirect, add_segments, entries, function_table, is_of};

/// The name under which the second module imports what the first exports.
const NAMESPACE: &str = "engine";

/// What moves, and where it is called from the outside.
pub(super) struct Plan {
    moved: BTreeSet<Index>,
    /// The table's length before.
    length: u64,
    /// The places in the table of moved functions: those that they had, and those of direct calls.
    places: BTreeMap<u64, Index>,
    /// Where the first module finds a moved function that it calls.
    called: BTreeMap<Index, u64>,
}

/// A function by its place in the module, which is the same each time that the module is read; its id is not.
pub(super) type Index = usize;

impl Plan {
    pub(super) fn new(module: &Module) -> Result<Self, String> {
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
    pub(super) fn make_second(&self, module: &mut Module) -> Result<BTreeSet<String>, String> {
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
    pub(super) fn make_first(&self, module: &mut Module, wanted: &BTreeSet<String>) -> Result<(), String> {
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
