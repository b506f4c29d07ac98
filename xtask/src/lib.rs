//! What the commands and the end-to-end tests share.

#[cfg(feature = "site")]
pub mod budget;
#[cfg(feature = "doctor")]
pub mod doctor;
#[cfg(feature = "site")]
pub mod glue;
#[cfg(feature = "site")]
pub mod integrity;
pub mod names;
#[cfg(feature = "site")]
pub mod notices;
pub mod ports;
#[cfg(feature = "site")]
pub mod sentences;
#[cfg(feature = "site")]
pub mod site;
#[cfg(feature = "site")]
pub mod surface;
