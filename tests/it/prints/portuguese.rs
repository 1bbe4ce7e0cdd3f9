//! Printed pages in Portuguese.
//!
//! In: pages beside this file. Out: nothing.

use super::{print, said};

#[test]
fn portuguese_comments_nest_and_a_pingback_is_none() {
    print(include_str!("portuguese/comentarios_em.txt"))
        .title("A barca das sete")
        .authors(&["Teresa Valadares"])
        .day("2018-06-14")
        .comments(&[
            said("Zé do Cais", "2018-06-14", "Vinte minutos"),
            said("Teresa Valadares", "2018-06-15", "E chegou").to(0),
        ]);
}

#[test]
fn one_portuguese_comment_stands_under_a_head_of_name_and_day() {
    print(include_str!("portuguese/um_comentario.txt"))
        .title("O moinho outra vez à venda")
        .authors(&["Rui Pestana"])
        .day("2015-02-20")
        .comments(&[said("moleiro", "2015-02-21", "Comprei")]);
}
