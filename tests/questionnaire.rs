//! Contract tests of the local questionnaire.
