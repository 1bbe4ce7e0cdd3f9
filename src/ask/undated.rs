//! Undated statements that a day filter leaves out.
//!
//! In: a query tree. Out: the tree of the undated statements that would match if every day clause held for them.

use crate::query::{Match, Node, Presence};

/// The tree of what is left out; none where the query has no day clause.
pub(super) fn left_out(query: &Node) -> Option<Node> {
    let mut days = 0;
    let held = without_days(query, &mut days);
    let undated = Match::Not(Box::new(node(query, Match::Has(Presence::Date))));
    (days > 0).then(|| node(query, Match::And(vec![held, node(query, undated)])))
}

/// The tree in which every day clause about the statement itself holds.
fn without_days(at: &Node, days: &mut usize) -> Node {
    let asks = match &at.asks {
        Match::Day { .. } => {
            *days += 1;
            Match::All
        }
        Match::And(nodes) => Match::And(nodes.iter().map(|inner| without_days(inner, days)).collect()),
        Match::Or(nodes) => Match::Or(nodes.iter().map(|inner| without_days(inner, days)).collect()),
        Match::Not(inner) => Match::Not(Box::new(without_days(inner, days))),
        other => other.clone(),
    };
    node(at, asks)
}

fn node(at: &Node, asks: Match) -> Node {
    Node { span: at.span, asks }
}
