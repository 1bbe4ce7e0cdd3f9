//! What `site:` says, and the host of an address: one definition for the index and for other engines.
//!
//! In: an address, or what was typed behind `site:`. Out: a host; the forms one of which a statement's site must bear.

use crate::article::key_of;

/// The host of an address, without user and port; none where it has no scheme.
#[must_use]
pub fn host_of(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?;
    Some(host.split(':').next().unwrap_or(host))
}

/// The host that `site:value` names, or a domain above it; and the folded name of a site.
#[must_use]
pub fn site_forms(value: &str) -> [String; 2] {
    let lower = value.to_lowercase();
    let host = host_of(&lower).unwrap_or(&lower);
    [host.trim_start_matches("*.").trim_matches('.').to_owned(), key_of(value)]
}

#[cfg(test)]
mod tests {
    use super::{host_of, site_forms};

    #[test]
    fn a_host_has_no_user_port_or_path() {
        assert_eq!(host_of("https://me@a.example.org:80/b?c#d"), Some("a.example.org"));
        assert_eq!(host_of("a.example.org"), None);
    }

    #[test]
    fn a_site_is_a_host_or_a_name() {
        assert_eq!(site_forms("https://Lake.Example.org/"), ["lake.example.org", "https lake example org"]);
        assert_eq!(site_forms("*.example.org"), ["example.org", "example org"]);
        assert_eq!(site_forms("The Lake Post"), ["the lake post", "the lake post"]);
    }
}
