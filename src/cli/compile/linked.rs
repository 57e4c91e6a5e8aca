//! What the linker knows of a module and writes down with `--emit-relocs`: where the data of each symbol lies, and what points where.

use std::collections::HashMap;

use wasmparser::{KnownCustom, Linking, Parser, Payload, RelocationType, SymbolInfo};

use crate::files::Failure;

/// What a place in the code or the data points at.
#[derive(Clone, Copy)]
pub(super) enum Target {
    /// The symbol with this index.
    Data(usize),
    /// The function whose number in the table stands there.
    Function,
}

/// What the linker knows of a module.
#[derive(Default)]
pub(super) struct Linked {
    /// Where the data of each symbol begins and ends in memory, by the symbol's index; what is no data is empty.
    pub(super) symbols: Vec<(u32, u32)>,
    /// What the immediates of instructions point at, by their place in the file.
    pub(super) code: HashMap<u32, Target>,
    /// What places in memory point at, in order.
    pub(super) data: Vec<(u32, Target)>,
}

impl Linked {
    /// Reads it from a module that was linked with `--emit-relocs`.
    pub(super) fn read(bytes: &[u8]) -> Result<Linked, Failure> {
        Linked::parse(bytes).map_err(|error| format!("failed to read what was linked ({error})"))
    }

    fn parse(bytes: &[u8]) -> wasmparser::Result<Linked> {
        let mut linked = Linked::default();
        // By the number of a section: where it begins. By the number of a segment: where it begins in memory, and in its section.
        let mut starts = Vec::new();
        let mut segments: Vec<(u32, usize, usize)> = Vec::new();
        let mut moved = Vec::new();
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload?;
            if let Some((_, range)) = payload.as_section() {
                starts.push(range.start);
            }
            match payload {
                Payload::DataSection(reader) => {
                    for data in reader {
                        let data = data?;
                        let start = match data.kind {
                            wasmparser::DataKind::Active { offset_expr, .. } => {
                                match offset_expr.get_operators_reader().read()? {
                                    wasmparser::Operator::I32Const { value } => value as u32,
                                    _ => 0,
                                }
                            }
                            wasmparser::DataKind::Passive => 0,
                        };
                        segments.push((start, data.range.end - data.data.len(), data.data.len()));
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Linking(reader) => {
                        for part in reader.subsections() {
                            let Linking::SymbolTable(symbols) = part? else { continue };
                            for symbol in symbols {
                                let place = match symbol? {
                                    SymbolInfo::Data { symbol: Some(data), .. } => segments
                                        .get(data.index as usize)
                                        .map(|(start, ..)| (start + data.offset, start + data.offset + data.size)),
                                    _ => None,
                                };
                                linked.symbols.push(place.unwrap_or_default());
                            }
                        }
                    }
                    KnownCustom::Reloc(reader) => {
                        let start = starts.get(reader.section_index() as usize).copied().unwrap_or_default();
                        for entry in reader.entries() {
                            let entry = entry?;
                            let target = match entry.ty {
                                RelocationType::MemoryAddrLeb
                                | RelocationType::MemoryAddrSleb
                                | RelocationType::MemoryAddrI32 => Target::Data(entry.index as usize),
                                RelocationType::TableIndexSleb | RelocationType::TableIndexI32 => Target::Function,
                                _ => continue,
                            };
                            moved.push((start + entry.offset as usize, target));
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        for (place, target) in moved {
            match segments.iter().find(|(_, from, length)| (*from..from + length).contains(&place)) {
                Some((start, from, _)) => linked.data.push((start + (place - from) as u32, target)),
                None => drop(linked.code.insert(place as u32, target)),
            }
        }
        linked.data.sort_by_key(|(address, _)| *address);
        Ok(linked)
    }
}
