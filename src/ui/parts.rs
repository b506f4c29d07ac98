//! Parts of the module that come later: what the macro `wasm_split` asks for, where
//! the loader has brought a part before anything of it is called.

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

    /// What a loader would call; see [`LazySplitLoader`].
    pub type LoadCallbackFn = unsafe extern "C" fn(*const c_void, bool);

    /// Loads nothing: `element.js` does, and says so.
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

/// The element that a function of a part makes, which is there.
#[cfg(feature = "split")]
pub fn call(made: impl Future<Output = El>) -> El {
    match pin!(made).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(made) => made,
        Poll::Pending => El::new("section", ""),
    }
}

/// The element: it is all in one module.
#[cfg(not(feature = "split"))]
pub fn call(made: El) -> El {
    made
}
