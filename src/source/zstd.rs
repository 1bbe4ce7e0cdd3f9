//! Zstandard: one file, squeezed.
//!
//! In: bytes that begin with its mark (RFC 8878). Out: the bytes within, up to a limit, with a note where they break off.

use super::members::Unpacked;
use ruzstd::decoding::StreamingDecoder;
use std::io::Read;

/// The file within, under the name it has without its ending.
pub(super) fn unpack(bytes: &[u8], name: &str, limit: u64) -> Unpacked {
    let mut out = Vec::new();
    let mut rest = bytes;
    let mut note = None;
    // frames may follow one another
    while !rest.is_empty() && (out.len() as u64) < limit && note.is_none() {
        let Ok(mut decoder) = StreamingDecoder::new(&mut rest) else {
            note = Some("zstd data is damaged; read up to there".to_owned());
            break;
        };
        let left = limit - out.len() as u64;
        if decoder.by_ref().take(left).read_to_end(&mut out).is_err() {
            note = Some("zstd data breaks off or is damaged; read up to there".to_owned());
        }
    }
    if out.len() as u64 >= limit {
        note = Some(format!("unpacks to more than {} MB; cut", limit / 1_000_000));
    }
    Unpacked::one(name, out, note)
}

#[cfg(test)]
mod tests {
    use super::unpack;
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    #[test]
    fn what_was_packed_comes_out() {
        let text = b"the lake rose ".repeat(500);
        let packed = compress_to_vec(text.as_slice(), CompressionLevel::Fastest);
        let unpacked = unpack(&packed, "page.html", 1 << 20);
        assert_eq!(unpacked.members, [("page.html".to_owned(), None, text)]);
        assert!(unpacked.notes.is_empty());
    }

    #[test]
    fn damage_and_bombs_are_said() {
        let packed = compress_to_vec(vec![0u8; 1 << 20].as_slice(), CompressionLevel::Fastest);
        assert!(!unpack(&packed, "x", 1000).notes.is_empty());
        assert!(!unpack(packed.get(..packed.len() / 2).unwrap_or(&[]), "x", 1 << 22).notes.is_empty());
    }
}
