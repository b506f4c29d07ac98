//! What was received, in SQLite.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};

use super::submission::Submission;

/// Where the answers are kept.
#[derive(Debug, Clone)]
pub enum Database {
    /// In a file, which is made when it is missing.
    File(PathBuf),
    /// In memory, as long as the questionnaire runs.
    Memory,
}

/// One stored answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The questionnaire's id.
    pub questionnaire: String,
    /// RFC 3339, UTC, milliseconds.
    pub received_at: String,
    /// How it came: `json`, `form` or `by hand`.
    pub via: String,
    /// The campaign's id; none by hand.
    pub campaign: Option<String>,
    /// The link to the post.
    pub link: String,
    /// The id of the post.
    pub post_id: String,
    /// When the post was made, as the sender says.
    pub posted_at: Option<String>,
    /// The sender's key; none by hand.
    pub key: Option<String>,
}

/// What became of a submission.
pub(super) enum Outcome {
    /// It is stored now, since this time.
    New(String),
    /// The same submission was stored at this time.
    Again(String),
    /// Its key belongs to another post.
    KeyOfAnother,
    /// Its post is stored already.
    AlreadyReceived,
}

const SCHEMA: &str = "
    create table if not exists answers (
        id integer primary key,
        questionnaire text not null,
        received_at text not null,
        via text not null,
        campaign text,
        link text not null,
        post_id text not null,
        posted_at text,
        key text,
        unique (questionnaire, key)
    ) strict";

const COLUMNS: &str =
    "questionnaire, received_at, via, campaign, link, post_id, posted_at, key from answers";

/// The table of answers. Clones share it.
#[derive(Clone)]
pub(super) struct Store(Arc<Mutex<Connection>>);

impl Store {
    pub(super) fn open(database: &Database) -> rusqlite::Result<Store> {
        let connection = match database {
            Database::File(path) => Connection::open(path)?,
            Database::Memory => Connection::open_in_memory()?,
        };
        connection.busy_timeout(Duration::from_secs(5))?;
        connection.execute(SCHEMA, [])?;
        Ok(Store(Arc::new(Mutex::new(connection))))
    }

    /// Stores a submission once. A post counts once for a campaign; one that
    /// was handed in by hand counts for every campaign. The same submission is
    /// the same post under the same key, whatever name its link carries.
    pub(super) fn take(
        &self,
        questionnaire: &str,
        submission: &Submission,
        now: String,
    ) -> rusqlite::Result<Outcome> {
        let Submission { via, campaign, link, post_id, posted_at, key } = submission;
        let mut connection = self.connection();
        // Immediate, because what is read here decides what is written.
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let same_key: Option<(String, String)> = transaction
            .query_row(
                "select post_id, received_at from answers where questionnaire = ?1 and key = ?2",
                params![questionnaire, key],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        if let Some((stored, received_at)) = same_key {
            return Ok(if stored == *post_id {
                Outcome::Again(received_at)
            } else {
                Outcome::KeyOfAnother
            });
        }
        let already: bool = transaction.query_row(
            "select exists (select 1 from answers where questionnaire = ?1 and post_id = ?2
                and (campaign = ?3 or campaign is null or ?3 is null))",
            params![questionnaire, post_id, campaign],
            |row| row.get(0),
        )?;
        if already {
            return Ok(Outcome::AlreadyReceived);
        }
        transaction.execute(
            "insert into answers
                (questionnaire, received_at, via, campaign, link, post_id, posted_at, key)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![questionnaire, now, via.name(), campaign, link, post_id, posted_at, key],
        )?;
        transaction.commit()?;
        Ok(Outcome::New(now))
    }

    /// Every answer, the newest first.
    pub(super) fn all(&self) -> rusqlite::Result<Vec<Received>> {
        self.connection()
            .prepare(&format!("select {COLUMNS} order by id desc"))?
            .query_map([], received)?
            .collect()
    }

    /// The answers to one questionnaire, the newest first.
    pub(super) fn of(&self, questionnaire: &str) -> rusqlite::Result<Vec<Received>> {
        self.connection()
            .prepare(&format!("select {COLUMNS} where questionnaire = ?1 order by id desc"))?
            .query_map([questionnaire], received)?
            .collect()
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn received(row: &Row<'_>) -> rusqlite::Result<Received> {
    Ok(Received {
        questionnaire: row.get(0)?,
        received_at: row.get(1)?,
        via: row.get(2)?,
        campaign: row.get(3)?,
        link: row.get(4)?,
        post_id: row.get(5)?,
        posted_at: row.get(6)?,
        key: row.get(7)?,
    })
}
