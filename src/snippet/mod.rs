//! stub
use crate::query::Node;
use crate::text::Span;
/// o
#[derive(Debug, Clone)]
pub struct Options {
    /// c
    pub chars: usize,
    /// p
    pub passages: usize,
}
/// p
#[derive(Debug, Clone)]
pub struct Passage {
    /// t
    pub text: String,
    /// t
    pub highlights: Vec<Span>,
    /// t
    pub source: Span,
    /// t
    pub opening: bool,
}
/// p
pub fn passages(_t: &str, _q: &Node, _l: Option<&str>, _o: &Options) -> Vec<Passage> {
    Vec::new()
}

/// m
pub fn marks(_t: &str, _q: &Node, _l: Option<&str>) -> Vec<Span> {
    Vec::new()
}
