//! The table of functions, through which the two modules call each other.

use std::collections::BTreeMap;

use walrus::ir::{CallIndirect, Const, Instr, InstrSeq, Value, VisitorMut};
use walrus::{ConstExpr, ElementItems, ElementKind, FunctionId, Module, TableId, TypeId};

pub(super) fn function_table(module: &Module) -> Result<TableId, String> {
    let table = module
        .tables
        .main_function_table()
        .map_err(|error| error.to_string())?;
    table.ok_or_else(|| String::from("it has no function table"))
}

pub(super) fn is_of(element: &walrus::Element, table: TableId) -> bool {
    matches!(element.kind, ElementKind::Active { table: of, .. } if of == table)
}

/// The function at each place of a table.
pub(super) fn entries(module: &Module, table: TableId) -> impl Iterator<Item = (u64, FunctionId)> {
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
pub(super) fn add_segments(module: &mut Module, table: TableId, places: &BTreeMap<u64, FunctionId>) {
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
pub(super) struct Gate {
    pub(super) place: u64,
    pub(super) ty: TypeId,
    pub(super) table: TableId,
}

/// Turns calls of moved functions into calls by their places in the table.
pub(super) struct Redirect<'a>(pub(super) &'a BTreeMap<FunctionId, Gate>);

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
