//! Reading links to posts.
