//! What every view is made of, whether it is drawn at once or fetched when it is asked for.
//!
//! 1. [`words`]: all words of the interface, in one table;
//! 2. [`route`]: the addresses of views and passages;
//! 3. [`pen`]: what elements are written with; [`parts`]: the small pieces that several views are made of;
//! 4. [`sheet`]: elements as bytes, from the module that writes a view to the one that shows it;
//! 5. [`facts`]: what a page says about a story beyond its model;
//! 6. `fallback` (feature `fallback`): the plain article as HTML, for builds and for copies of a page;
//! 7. `styles` (feature `styles`): for build scripts.
//!
//! Pure: no browser.

pub mod facts;
#[cfg(any(test, feature = "fallback"))]
pub mod fallback;
pub mod parts;
pub mod pen;
pub mod route;
pub mod sheet;
pub mod words;

#[cfg(feature = "styles")]
pub mod styles;

#[cfg(any(test, feature = "fixture"))]
pub mod fixture;
