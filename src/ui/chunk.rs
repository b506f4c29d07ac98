//! What the macro `wasm_split` of the crate wasm_split_macros asks for, where the
//! loader has brought a chunk of the module before anything of it is called.
//!
//! The crate's own runtime loads a chunk at the first call. It calls back past the
//! guard against traps, and cannot hold what it loads to a hash.

use std::convert::Infallible;
use std::ffi::c_void;
use std::future::{Ready, ready};
use std::pin::Pin;
#[cfg(feature = "split")]
use std::pin::pin;
#[cfg(feature = "split")]
use std::task::{Context, Poll, Waker};

use super::element::El;

/// What the macro names.
pub mod rt {
    use super::*;

    /// What a loader would call.
    pub type LoadCallbackFn = unsafe extern "C" fn(*const c_void, bool);

    /// Loads nothing: `element.js` does.
    pub struct LazySplitLoader;

    impl LazySplitLoader {
        /// Leaves out the function that would load.
        pub const fn new(_: unsafe extern "C" fn(LoadCallbackFn, *const c_void)) -> Self {
            LazySplitLoader
        }
    }

    /// Is there at once.
    pub fn ensure_loaded(_: Pin<&'static LazySplitLoader>) -> Ready<Result<(), Infallible>> {
        ready(Ok(()))
    }
}

/// The element that a function of a chunk makes.
#[cfg(feature = "split")]
pub fn made(element: impl Future<Output = El>) -> El {
    match pin!(element).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(element) => element,
        Poll::Pending => El::new("section", ""),
    }
}

/// The element: it is all in one module.
#[cfg(not(feature = "split"))]
pub fn made(element: El) -> El {
    element
}
