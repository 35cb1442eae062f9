//! How the index is written down: numbers of variable length, and gzip.
//!
//! Takes values; gives bytes that `static/js/core/search-index.js` reads back, and numbers of them here. The only user of flate2. Must not know what
//! the values mean.

use std::io::Write;

use flate2::{Compression, GzBuilder};

/// Appends a number, seven bits a byte, the lowest first.
pub(super) fn push_number(mut number: u32, out: &mut Vec<u8>) {
    while number > 0x7f {
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

/// Takes a number off the front of bytes; nothing is 0.
#[inline]
pub(super) fn take_number(bytes: &mut &[u8]) -> u32 {
    match bytes.split_first() {
        // Most are as short as this.
        Some((&byte, rest)) if byte < 0x80 => {
            *bytes = rest;
            u32::from(byte)
        }
        _ => take_long_number(bytes),
    }
}

fn take_long_number(bytes: &mut &[u8]) -> u32 {
    let (mut number, mut shift) = (0, 0);
    while let Some((&byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u32::from(byte & 0x7f).wrapping_shl(shift);
        shift += 7;
        if byte < 0x80 {
            break;
        }
    }
    number
}

/// Packs bytes. The same bytes give the same file: it carries no name and no time.
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzBuilder::new().write(Vec::with_capacity(bytes.len() / 2), Compression::default());
    // Writing into memory cannot fail; if it did, the reader would meet a broken file and say so.
    let written = packer.write_all(bytes).and_then(|()| packer.finish());
    written.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn numbers_take_as_many_bytes_as_they_need_and_come_back() {
        let numbers = [0, 127, 128, 300, u32::MAX];
        let mut bytes = Vec::new();
        for number in numbers {
            push_number(number, &mut bytes);
        }
        assert_eq!(bytes, [0, 127, 0x80, 1, 0xac, 2, 0xff, 0xff, 0xff, 0xff, 0xf]);
        let mut rest = bytes.as_slice();
        assert_eq!(numbers.map(|_| take_number(&mut rest)), numbers);
        assert!(rest.is_empty());
    }

    #[test]
    fn packed_bytes_come_back() {
        let bytes = b"front-coded front-coded front-coded".to_vec();
        let mut back = Vec::new();
        flate2::read::GzDecoder::new(pack(&bytes).as_slice()).read_to_end(&mut back).unwrap();
        assert_eq!(back, bytes);
    }
}
