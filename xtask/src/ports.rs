//! Where the servers listen.

use clap::Args;

/// The ports of the two servers, on this computer only.
#[derive(Debug, Clone, Copy, Args)]
pub struct Ports {
    /// Port of the announcement page, or else the next free one above.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Port of the questionnaire, or else the next free one above.
    #[arg(long, value_name = "PORT", default_value_t = 8081)]
    pub questionnaire_port: u16,
}

impl Ports {
    /// The arguments from which another program reads the same ports.
    pub fn arguments(self) -> [String; 4] {
        [
            "--port".to_owned(),
            self.port.to_string(),
            "--questionnaire-port".to_owned(),
            self.questionnaire_port.to_string(),
        ]
    }
}
