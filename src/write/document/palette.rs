//! The colours of tones on a white page: letters with a contrast of at least
//! 4.5 to 1 both on white and on their own ground. Words and signs say the same.

use crate::document::Tone;

/// The colour of letters, as red, green and blue.
pub const fn ink(tone: Tone) -> u32 {
    match tone {
        Tone::Plain | Tone::Strong => 0x1A_1A_1A,
        Tone::Muted => 0x59_59_59,
        Tone::Good => 0x1B_5E_20,
        Tone::Active => 0x0B_4F_8A,
        Tone::Caution => 0x7A_4B_00,
        Tone::Bad => 0x9B_1C_1C,
    }
}

/// The colour of a cell's ground, where it has one.
pub const fn ground(tone: Tone) -> Option<u32> {
    match tone {
        Tone::Plain | Tone::Strong => None,
        Tone::Muted => Some(0xF2_F2_F2),
        Tone::Good => Some(0xE3_F1_E3),
        Tone::Active => Some(0xE1_EE_F9),
        Tone::Caution => Some(0xFF_F1_D6),
        Tone::Bad => Some(0xFC_E4_E4),
    }
}
