//! The heap: blocks of powers of two, each size with a list of its free ones. Taking and giving back is a few steps,
//! and the code 2,700 bytes less of what every page loads (brotli) than Rust's own allocator; it may hold up to twice the
//! memory asked for, and a page's story is small.

#![expect(unsafe_code, reason = "an allocator hands out raw memory; this file is all there is of it")]

use std::{
    alloc::{GlobalAlloc, Layout},
    cell::UnsafeCell,
    ptr,
};

/// The smallest block, as a power of two: a free one holds the address of the next.
const SMALLEST: u32 = 4;
/// How many sizes there are; the largest is half of all memory a module can have.
const SIZES: usize = 28;
/// Memory comes in pages of this many bytes.
const PAGE: usize = 65_536;

struct Heap(UnsafeCell<State>);

struct State {
    /// The first free block of each size.
    free: [*mut u8; SIZES],
    /// What is left of the memory asked for last: its start and its end.
    rest: (usize, usize),
}

// SAFETY: a wasm module without threads has one.
unsafe impl Sync for Heap {}

#[global_allocator]
static HEAP: Heap = Heap(UnsafeCell::new(State { free: [ptr::null_mut(); SIZES], rest: (0, 0) }));

/// The size of the block for a layout, as a power of two; such a block is aligned to its size within a page, and Rust
/// never asks for more.
fn size(layout: Layout) -> u32 {
    layout.size().max(layout.align()).next_power_of_two().trailing_zeros().max(SMALLEST)
}

// SAFETY: a block is handed out once until it is given back, and is as large and aligned as its layout asks.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let size = size(layout);
        // SAFETY: there is one thread, and nothing in here allocates.
        let state = unsafe { &mut *self.0.get() };
        let Some(free) = state.free.get_mut((size - SMALLEST) as usize) else { return ptr::null_mut() };
        if !free.is_null() {
            let block = *free;
            // SAFETY: a free block holds the address of the next one.
            *free = unsafe { block.cast::<*mut u8>().read() };
            return block;
        }
        let bytes = 1 << size;
        // The rest begins wherever the block before ended, so the next one may have to begin later.
        let mut start = state.rest.0.next_multiple_of(bytes.min(PAGE));
        if start + bytes > state.rest.1 {
            let pages = bytes.div_ceil(PAGE);
            let page = core::arch::wasm32::memory_grow::<0>(pages);
            if page == usize::MAX {
                return ptr::null_mut();
            }
            start = page * PAGE;
            state.rest.1 = start + pages * PAGE;
        }
        state.rest.0 = start + bytes;
        start as *mut u8
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: as above; the block is as large as an address, and nobody uses it any more.
        unsafe {
            let state = &mut *self.0.get();
            let free = &mut state.free[(size(layout) - SMALLEST) as usize];
            block.cast::<*mut u8>().write(*free);
            *free = block;
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        // SAFETY: the caller promises that the new size is one.
        let new = unsafe { Layout::from_size_align_unchecked(new_size, layout.align()) };
        if size(new) == size(layout) {
            return block;
        }
        // SAFETY: the new block is another one, and both are as large as what is copied.
        unsafe {
            let copy = self.alloc(new);
            if !copy.is_null() {
                ptr::copy_nonoverlapping(block, copy, layout.size().min(new_size));
                self.dealloc(block, layout);
            }
            copy
        }
    }
}
