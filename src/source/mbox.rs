//! Mbox: mails one behind the other, each after a line that begins with `From ` (RFC 4155).
//!
//! In: the bytes of the file. Out: each mail by its number. What a mail says is left to `read`.

use super::members::{MOST, Unpacked};

/// The mails of a box.
pub(super) fn unpack(bytes: &[u8]) -> Unpacked {
    let mut starts: Vec<usize> = Vec::new();
    let mut blank = true;
    let mut at = 0;
    for line in bytes.split_inclusive(|&b| b == b'\n') {
        if blank && line.starts_with(b"From ") {
            starts.push(at);
        }
        blank = line.trim_ascii().is_empty();
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    let mails = starts.iter().copied().zip(ends).take(MOST).filter_map(|(from, to)| bytes.get(from..to)).map(mail);
    let members = (1..).zip(mails).map(|(number, mail)| (format!("{number}.eml"), None, mail)).collect();
    Unpacked { members, notes: Vec::new() }
}

/// A mail without its first line, and without the `>` that keeps a line of its text from beginning another mail.
fn mail(bytes: &[u8]) -> Vec<u8> {
    let lines = bytes.split_inclusive(|&b| b == b'\n').skip(1);
    let unquoted = lines.map(|line| {
        let depth = line.iter().take_while(|&&b| b == b'>').count();
        let is_kept = depth > 0 && line.get(depth..).is_some_and(|rest| rest.starts_with(b"From "));
        line.get(usize::from(is_kept)..).unwrap_or(line)
    });
    unquoted.collect::<Vec<_>>().concat()
}

#[cfg(test)]
mod tests {
    use super::unpack;

    #[test]
    fn mails_are_parted_at_their_first_lines_only() {
        let file = "From a@x Mon\nFrom: a\nSubject: One\n\nText.\n>From here on it rains.\nFrom the lake.\n\nFrom b@x Tue\nFrom: b\nSubject: Two\n\nText.\n";
        let mails = unpack(file.as_bytes()).members;
        let texts: Vec<_> =
            mails.iter().map(|(name, _, bytes)| (name.as_str(), String::from_utf8_lossy(bytes))).collect();
        assert_eq!(texts.len(), 2);
        assert!(
            texts.first().is_some_and(
                |(name, text)| *name == "1.eml" && text.contains("\nFrom here on it rains.\nFrom the lake.")
            )
        );
        assert!(texts.last().is_some_and(|(_, text)| text.starts_with("From: b")));
    }
}
