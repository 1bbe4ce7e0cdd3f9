//! print stub
use super::{Input, Reader, Reading};
/// The reader of printed plain text.
pub struct Print;
impl Reader for Print {
    fn name(&self) -> &'static str {
        "print"
    }
    fn fits(&self, input: Input<'_>) -> f32 {
        if crate::source::recognise(input.bytes) == crate::source::Medium::Text { 0.3 } else { 0.0 }
    }
    fn read(&self, _input: Input<'_>) -> Reading {
        Reading::default()
    }
}
