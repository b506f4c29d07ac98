//! The announcement page and the local questionnaire, as two HTTP services on two origins.
