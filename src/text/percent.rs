//! Percent-encoding of text for addresses (RFC 3986, section 2.1).
//!
//! In: a text, and which of its bytes stay as they are. Out: printable ASCII. Which bytes may stay is the caller's to know.

use std::fmt::Write;

/// The text with every byte of its UTF-8 as `%XX`, but for those that `stays` lets stand.
#[must_use]
pub fn percent_encoded(text: &str, stays: impl Fn(u8) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if stays(byte) {
            out.push(char::from(byte));
        } else {
            // a string takes whatever is written
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::percent_encoded;

    #[test]
    fn what_may_not_stay_is_written_byte_by_byte() {
        assert_eq!(percent_encoded("a é/b", |byte| byte.is_ascii_alphanumeric()), "a%20%C3%A9%2Fb");
        assert_eq!(percent_encoded("a/b", |byte| byte.is_ascii_graphic()), "a/b");
    }
}
