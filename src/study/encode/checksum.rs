//! CRC-32 as gzip and PNG have it, half a byte at a time: the usual crates bring 16 kB of tables, which do not compress
//! and which every reader would download to check one file.

const TABLE: [u32; 16] = {
    let mut table = [0; 16];
    let mut entry = 0;
    while entry < table.len() {
        let mut value = entry as u32;
        let mut bit = 0;
        while bit < 4 {
            value = (value >> 1) ^ if value & 1 == 1 { 0xEDB8_8320 } else { 0 };
            bit += 1;
        }
        table[entry] = value;
        entry += 1;
    }
    table
};

/// The check sum of these bytes.
pub fn crc32(bytes: &[u8]) -> u32 {
    let half = |sum: u32| (sum >> 4) ^ TABLE[(sum & 15) as usize];
    !bytes
        .iter()
        .fold(!0, |sum, byte| half(half(sum ^ u32::from(*byte))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_usual_crate() {
        let all: Vec<u8> = (0..=255).collect();
        for bytes in [b"".as_slice(), b"123456789", &all] {
            assert_eq!(crc32(bytes), crc32fast::hash(bytes));
        }
    }
}
