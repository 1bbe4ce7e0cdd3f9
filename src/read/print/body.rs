//! stub
use super::line::Line;
use super::paragraphs::blocks;
use crate::article::Draft;
pub(super) fn read(draft: &mut Draft, lines: &[Line], wrap: usize) {
    let all: Vec<_> = lines.iter().collect();
    draft.blocks = blocks(&all, wrap);
}
