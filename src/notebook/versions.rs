//! Which writes a stored draft knows of.

/// The longest list of writers that is stored. Each page that a person opens and
/// writes on is one.
const MOST_WRITERS: usize = 16;

/// Who has written on a draft, and the number of the last write of each: a version
/// vector.
///
/// Two tabs may write on one draft before either sees what the other has
/// stored. The store then holds what came last, and this tells whether that goes
/// on from what a tab has written, or knows nothing of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Versions(pub(super) Vec<(String, u32)>);

impl Versions {
    /// Knows of another write, the number `write` of its writer: who left this list
    /// and comes back must not start again.
    pub fn add(&mut self, writer: &str, write: u32) {
        self.0.retain(|(name, _)| name != writer);
        self.0.push((writer.to_owned(), write));
        // Those who wrote longest ago come first, and are likely gone.
        let surplus = self.0.len().saturating_sub(MOST_WRITERS);
        self.0.drain(..surplus);
    }

    /// Whether this knows of every write that `other` knows of.
    pub fn include(&self, other: &Versions) -> bool {
        other.0.iter().all(|(writer, writes)| self.writes_of(writer) >= *writes)
    }

    /// Knows from now on of what `other` knows, too.
    pub fn merge(&mut self, other: &Versions) {
        for (writer, writes) in &other.0 {
            match self.0.iter_mut().find(|(name, _)| name == writer) {
                Some((_, known)) => *known = (*known).max(*writes),
                None => self.0.insert(0, (writer.clone(), *writes)),
            }
        }
    }

    /// The write that made a draft what it is: who wrote last, and which of their
    /// writes that was.
    pub fn last(&self) -> Option<(&str, u32)> {
        self.0.last().map(|(writer, writes)| (writer.as_str(), *writes))
    }

    fn writes_of(&self, writer: &str) -> u32 {
        self.0.iter().find(|(name, _)| name == writer).map_or(0, |(_, writes)| *writes)
    }
}
