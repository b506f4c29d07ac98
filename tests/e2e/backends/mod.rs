//! The built card hands in links at real servers, which are set up as `backends.md` says,
//! by the lines of the campaign file that stand there.

mod content_systems;
mod lossy;
mod server;
mod small;
mod story;
