//! What of a module can be reached without what moves.

use std::collections::{BTreeMap, BTreeSet};

use walrus::ir::{Call, RefFunc, Visitor, dfs_in_order};
use walrus::{ElementItems, ExportItem, LocalFunction, Module};

use super::plan::Index;

/// What each function calls or names.
pub(super) fn calls(module: &Module) -> BTreeMap<Index, BTreeSet<Index>> {
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
pub(super) fn roots(module: &Module, named: &BTreeSet<Index>) -> Vec<Index> {
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
pub(super) fn reachable(
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
