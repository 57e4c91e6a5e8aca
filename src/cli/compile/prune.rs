//! Takes out of a linked module what cannot run, and what only that would read.
//!
//! 1. Some functions are silenced: they trap at once. Nobody reads on a page what a panic says, and of Yew there are parts that this
//!    reader never asks for; neither linker nor `wasm-opt` can know either.
//! 2. What leads nowhere but into a trap is cut off: the words of a message, the place it is from.
//! 3. What is then reached by nothing goes: functions of the table trap, data becomes zeros, which `wasm-opt` leaves out.
//!
//! What points where is known from the linker, which writes it down with `--emit-relocs`.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use walrus::{
    ConstExpr, Data, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind,
    LocalFunction, Module,
    ir::{Instr, InstrSeqId, Value},
};

use super::linked::{Linked, Target};

/// Functions that do nothing but word a panic and end in it, by the mangled paths in their names. `panic = "abort"` alone keeps it all.
pub(super) const PANICS: [&str; 9] = [
    "4core9panicking",
    "4core6option13expect_failed",
    "4core6option13unwrap_failed",
    "4core6result13unwrap_failed",
    "4core5slice5index16slice_index_fail",
    "4core3str16slice_error_fail",
    "4core4cell22panic_already_",
    "5alloc7raw_vec12handle_error",
    "3std9panicking13panic_handler",
];

/// Sections with what the linker knows, which are of no use to a browser.
const SECTIONS: [&str; 3] = ["linking", "reloc.CODE", "reloc.DATA"];

/// Silences what words a panic and what never runs, by parts of the functions' mangled names, and takes out what is then of no use;
/// those of the second for which there is no function.
pub(super) fn prune<'a>(module: &mut Module, linked: &Linked, never: &[&'a str]) -> Vec<&'a str> {
    for section in SECTIONS {
        module.customs.remove_raw(section);
    }
    let mut missing = never.to_vec();
    for (function, name) in names(module) {
        missing.retain(|path| !name.contains(path));
        if PANICS.iter().chain(never).any(|path| name.contains(path)) {
            silence(module, function);
        }
    }
    cut_off(module);
    let table = table(module);
    let live = Live::of(module, linked, &table);
    for function in table.values().filter(|function| !live.functions.contains(function)) {
        if matches!(module.funcs.get(*function).kind, FunctionKind::Local(_)) {
            silence(module, *function);
        }
    }
    blank(module, linked, &live.symbols);
    walrus::passes::gc::run(module);
    // Names have served their purpose here.
    module.funcs.iter_mut().for_each(|function| function.name = None);
    missing
}

/// The module's own functions with their names.
fn names(module: &Module) -> Vec<(FunctionId, String)> {
    let named = |(function, _)| Some((function, module.funcs.get(function).name.clone()?));
    module.funcs.iter_local().filter_map(named).collect()
}

/// Lets a function trap at once.
fn silence(module: &mut Module, function: FunctionId) {
    let (params, results) = module.types.params_results(module.funcs.get(function).ty());
    let (params, results) = (params.to_vec(), results.to_vec());
    let mut body = FunctionBuilder::new(&mut module.types, &params, &results);
    body.func_body().unreachable();
    let arguments = params.iter().map(|param| module.locals.add(*param)).collect();
    module.funcs.get_mut(function).kind = FunctionKind::Local(body.local_func(arguments));
}

/// Cuts instructions off that do nothing but lead into a trap; a function of which nothing is left is one itself.
fn cut_off(module: &mut Module) {
    let mut traps = HashSet::new();
    loop {
        let found: HashSet<FunctionId> =
            module.funcs.iter_local().filter(|(_, body)| is_trap(body)).map(|(id, _)| id).collect();
        if found.len() == traps.len() {
            return;
        }
        traps = found;
        for (_, body) in module.funcs.iter_local_mut() {
            for sequence in sequences(body) {
                let instructions = &mut body.block_mut(sequence).instrs;
                let trap = instructions.iter().position(|(instruction, _)| match instruction {
                    Instr::Call(call) => traps.contains(&call.func),
                    Instr::Unreachable(_) => true,
                    _ => false,
                });
                let Some(trap) = trap else { continue };
                // What only computes, or writes to a memory that nobody reads after a trap.
                let start = instructions[..trap].iter().rposition(|(instruction, _)| !only_computes(instruction));
                let (_, place) = instructions[trap];
                instructions.truncate(start.map_or(0, |last| last + 1));
                instructions.push((walrus::ir::Unreachable {}.into(), place));
            }
        }
    }
}

fn is_trap(body: &LocalFunction) -> bool {
    matches!(body.block(body.entry_block()).instrs.first(), Some((Instr::Unreachable(_), _)))
}

fn only_computes(instruction: &Instr) -> bool {
    matches!(
        instruction,
        Instr::Const(_)
            | Instr::LocalGet(_)
            | Instr::LocalSet(_)
            | Instr::LocalTee(_)
            | Instr::GlobalGet(_)
            | Instr::GlobalSet(_)
            | Instr::Unop(_)
            | Instr::Binop(_)
            | Instr::Select(_)
            | Instr::Drop(_)
            | Instr::Load(_)
            | Instr::Store(_)
    )
}

/// Every sequence of instructions of a function.
fn sequences(body: &LocalFunction) -> Vec<InstrSeqId> {
    let mut all = vec![body.entry_block()];
    let mut next = 0;
    while let Some(sequence) = all.get(next) {
        let inner = body.block(*sequence).instrs.iter().flat_map(|(instruction, _)| match instruction {
            Instr::Block(block) => vec![block.seq],
            Instr::Loop(block) => vec![block.seq],
            Instr::IfElse(branch) => vec![branch.consequent, branch.alternative],
            _ => Vec::new(),
        });
        all.extend(inner.collect::<Vec<_>>());
        next += 1;
    }
    all
}

/// The functions of the table by their numbers.
fn table(module: &Module) -> BTreeMap<u32, FunctionId> {
    let mut table = BTreeMap::new();
    for element in module.elements.iter() {
        if let (
            ElementKind::Active { offset: ConstExpr::Value(Value::I32(offset)), .. },
            ElementItems::Functions(functions),
        ) = (&element.kind, &element.items)
        {
            table.extend((*offset as u32..).zip(functions.iter().copied()));
        }
    }
    table
}

/// What can be reached from what the module exports.
#[derive(Default)]
struct Live {
    functions: HashSet<FunctionId>,
    symbols: BTreeSet<usize>,
}

impl Live {
    fn of(module: &Module, linked: &Linked, table: &BTreeMap<u32, FunctionId>) -> Live {
        let mut live = Live::default();
        let mut functions: Vec<_> = module.start.into_iter().collect();
        functions.extend(module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(function) => Some(function),
            _ => None,
        }));
        let mut symbols = Vec::new();
        loop {
            if let Some(function) = functions.pop() {
                let FunctionKind::Local(body) = &module.funcs.get(function).kind else { continue };
                if live.functions.insert(function) {
                    mentioned(body, linked, table, &mut functions, &mut symbols);
                }
            } else if let Some(symbol) = symbols.pop() {
                if !live.symbols.insert(symbol) {
                    continue;
                }
                let (from, to) = linked.symbols[symbol];
                let first = linked.data.partition_point(|(address, _)| *address < from);
                for (address, target) in linked.data[first..].iter().take_while(|(address, _)| *address < to) {
                    match target {
                        Target::Data(other) => symbols.push(*other),
                        Target::Function => {
                            functions.extend(word(module, *address).and_then(|number| table.get(&number)));
                        }
                    }
                }
            } else {
                return live;
            }
        }
    }
}

/// The functions and the symbols that a function mentions.
fn mentioned(
    body: &LocalFunction,
    linked: &Linked,
    table: &BTreeMap<u32, FunctionId>,
    functions: &mut Vec<FunctionId>,
    symbols: &mut Vec<usize>,
) {
    for sequence in sequences(body) {
        for (instruction, place) in &body.block(sequence).instrs {
            // Behind the instruction's own byte, and that of an alignment.
            let (value, at) = match instruction {
                Instr::Call(call) => {
                    functions.push(call.func);
                    continue;
                }
                Instr::RefFunc(reference) => {
                    functions.push(reference.func);
                    continue;
                }
                Instr::Const(constant) => match constant.value {
                    Value::I32(value) => (value as u32, 1),
                    _ => continue,
                },
                Instr::Load(load) => (load.arg.offset as u32, 2),
                Instr::Store(store) => (store.arg.offset as u32, 2),
                _ => continue,
            };
            let target = (!place.is_default()).then(|| linked.code.get(&(place.data() + at))).flatten();
            match target {
                Some(Target::Data(symbol)) => symbols.push(*symbol),
                Some(Target::Function) => functions.extend(table.get(&value)),
                // What was added since may know an address too.
                None => symbols.extend(
                    (0..linked.symbols.len())
                        .filter(|symbol| (linked.symbols[*symbol].0..=linked.symbols[*symbol].1).contains(&value))
                        .filter(|_| value > 0),
                ),
            }
        }
    }
}

/// Where a segment that is there from the start begins in memory.
fn start(segment: &Data) -> Option<u32> {
    match &segment.kind {
        DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } => Some(*start as u32),
        _ => None,
    }
}

/// The four bytes at an address, as a number.
fn word(module: &Module, address: u32) -> Option<u32> {
    module.data.iter().find_map(|data| {
        let at = address.checked_sub(start(data)?)? as usize;
        Some(u32::from_le_bytes(data.value.get(at..at + 4)?.try_into().ok()?))
    })
}

/// Makes zeros of all symbols but some.
fn blank(module: &mut Module, linked: &Linked, live: &BTreeSet<usize>) {
    for segment in module.data.iter().map(Data::id).collect::<Vec<_>>() {
        let segment = module.data.get_mut(segment);
        let Some(start) = start(segment) else { continue };
        let bytes = &mut segment.value;
        let within = |symbol: usize| {
            let (from, to) = linked.symbols[symbol];
            let [from, to] = [from, to].map(|at| (at.saturating_sub(start) as usize).min(bytes.len()));
            from..to
        };
        let mut kept = bytes.clone();
        for symbol in 0..linked.symbols.len() {
            kept[within(symbol)].fill(0);
        }
        for symbol in live {
            kept[within(*symbol)].copy_from_slice(&bytes[within(*symbol)]);
        }
        *bytes = kept;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two words of memory: what the exported function reads, and what only the message of its panic is made of.
    fn module() -> (Module, Linked) {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let start = ConstExpr::Value(Value::I32(1024));
        module.data.add(DataKind::Active { memory, offset: start }, b"readsaid".to_vec());
        let types = [walrus::ValType::I32];
        let mut panics = FunctionBuilder::new(&mut module.types, &types, &[]);
        panics.name("_RNvNtCsgXGp5Oqx2Ny_4core9panicking5panic".into()).func_body().return_();
        let words = module.locals.add(types[0]);
        let panics = panics.finish(vec![words], &mut module.funcs);
        let mut runs = FunctionBuilder::new(&mut module.types, &[], &types);
        let load = (walrus::ir::LoadKind::I32 { atomic: false }, walrus::ir::MemArg { align: 4, offset: 0 });
        runs.func_body().i32_const(1024).load(memory, load.0, load.1).if_else(
            None,
            |_| {},
            |other| {
                other.i32_const(1028).call(panics);
            },
        );
        runs.func_body().i32_const(7);
        let runs = runs.finish(vec![], &mut module.funcs);
        module.exports.add("runs", runs);
        module.exports.add("memory", memory);
        (module, Linked { symbols: vec![(1024, 1028), (1028, 1032)], ..Linked::default() })
    }

    #[test]
    fn what_only_a_panic_would_say_is_taken_out() {
        let (mut module, linked) = module();
        let missing = prune(&mut module, &linked, &["what nobody is called"]);
        assert_eq!(missing, ["what nobody is called"]);
        let data: Vec<_> = module.data.iter().map(|data| data.value.clone()).collect();
        assert_eq!(data, [b"read\0\0\0\0"]);
        assert_eq!(module.funcs.iter_local().count(), 1, "what words the panic is called by nobody");
    }

    #[test]
    fn what_runs_stays() {
        let (mut module, linked) = module();
        let panics = names(&module).into_iter().find(|(_, name)| name.contains("panicking")).unwrap().0;
        module.funcs.get_mut(panics).name = Some("harmless".into());
        assert!(prune(&mut module, &linked, &[]).is_empty());
        let data: Vec<_> = module.data.iter().map(|data| data.value.clone()).collect();
        assert_eq!(data, [b"readsaid"]);
        assert_eq!(module.funcs.iter_local().count(), 2);
    }
}
