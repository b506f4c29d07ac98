//! Chance that is the same in every run.

/// `SplitMix64`: small, and even enough for a simulation.
pub struct Random(pub u64);

impl Random {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Uniform over all of `u32`.
    pub fn word(&mut self) -> u32 {
        (self.bits() >> 32) as u32
    }

    /// Uniform from 0 to below 1.
    pub fn share(&mut self) -> f64 {
        f64::from(self.word()) / (f64::from(u32::MAX) + 1.0)
    }
}
