//! Gzip: one file, squeezed.
//!
//! In: bytes that begin with gzip's mark (RFC 1952). Out: the bytes within, up to a limit, with a note where they break off.

use super::members::Unpacked;
use flate2::read::MultiGzDecoder;
use std::io::Read;

/// The file within, under the name it has without its ending.
pub(super) fn unpack(bytes: &[u8], name: &str, limit: u64) -> Unpacked {
    let (inner, note) = inflate(bytes, limit);
    Unpacked::one(name, inner, note)
}

/// Unpacks all members one after another. What broke off or grew past `limit` is cut and said.
pub(super) fn inflate(bytes: &[u8], limit: u64) -> (Vec<u8>, Option<String>) {
    let mut out = Vec::new();
    let ended = MultiGzDecoder::new(bytes).take(limit).read_to_end(&mut out);
    let note = match ended {
        Err(_) => Some("gzip data breaks off or is damaged; read up to there".to_owned()),
        Ok(_) if out.len() as u64 == limit => Some(format!("unpacks to more than {} MB; cut", limit / 1_000_000)),
        Ok(_) => None,
    };
    (out, note)
}

#[cfg(test)]
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

#[cfg(test)]
mod tests {
    use super::{inflate, pack};

    #[test]
    fn what_was_packed_comes_out() {
        let text = b"the lake rose".repeat(1000);
        assert_eq!(inflate(&pack(&text), 1_000_000), (text.clone(), None));
        let twice = [pack(&text), pack(b"again")].concat();
        assert!(inflate(&twice, 1_000_000).0.ends_with(b"again"));
    }

    #[test]
    fn a_damaged_file_is_read_up_to_the_damage() {
        let text: Vec<u8> =
            (0..50_000u32).flat_map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
        let packed = pack(&text);
        let (out, note) = inflate(packed.get(..packed.len() / 2).expect("half"), 1_000_000);
        assert!(!out.is_empty() && text.starts_with(&out));
        assert!(note.is_some());
    }

    #[test]
    fn a_bomb_is_cut_at_the_limit() {
        let (out, note) = inflate(&pack(&vec![0; 5_000_000]), 1_000_000);
        assert_eq!(out.len(), 1_000_000);
        assert_eq!(note.as_deref(), Some("unpacks to more than 1 MB; cut"));
    }
}
