//! One thread in many languages: the words of the theme change, what is told does not.

use super::page;

/// A language: its mark, the heading of two comments, the word behind a name, the answering button, and two days.
struct Tongue {
    mark: &'static str,
    heading: &'static str,
    says: &'static str,
    button: &'static str,
    days: [&'static str; 2],
}

const TONGUES: [Tongue; 14] = [
    Tongue {
        mark: "en-US",
        heading: "2 thoughts on “X”",
        says: "says:",
        button: "Reply",
        days: ["July 12, 2017 at 3:15 pm", "July 13, 2017 at 9:00 am"],
    },
    Tongue {
        mark: "en-GB",
        heading: "2 Comments",
        says: "says:",
        button: "Reply",
        days: ["12 July 2017 at 15:15", "13th July 2017 at 09:00"],
    },
    Tongue {
        mark: "de-DE",
        heading: "2 Gedanken zu „X“",
        says: "sagt:",
        button: "Antworten",
        days: ["12. Juli 2017 um 15:15 Uhr", "13. Juli 2017 um 9:00"],
    },
    Tongue {
        mark: "fr-FR",
        heading: "2 réflexions sur « X »",
        says: "dit :",
        button: "Répondre",
        days: ["12 juillet 2017 à 15 h 15 min", "13 juillet 2017 à 9:00"],
    },
    Tongue {
        mark: "es-ES",
        heading: "2 comentarios en «X»",
        says: "dice:",
        button: "Responder",
        days: ["12 julio, 2017 a las 15:15", "13 de julio de 2017 a las 9:00"],
    },
    Tongue {
        mark: "it-IT",
        heading: "2 pensieri riguardo “X”",
        says: "ha detto:",
        button: "Rispondi",
        days: ["12 luglio 2017 alle 15:15", "13 luglio 2017 alle 9:00"],
    },
    Tongue {
        mark: "pt-BR",
        heading: "2 comentários em “X”",
        says: "disse:",
        button: "Responder",
        days: ["12 de julho de 2017 às 15:15", "13 de julho de 2017 às 9:00"],
    },
    Tongue {
        mark: "nl-NL",
        heading: "2 gedachten over “X”",
        says: "schreef:",
        button: "Beantwoorden",
        days: ["12 juli 2017 om 15:15", "13 juli 2017 om 9:00"],
    },
    Tongue {
        mark: "sv-SE",
        heading: "2 reaktioner på ”X”",
        says: "skriver:",
        button: "Svara",
        days: ["12 juli, 2017 kl. 15:15", "13 juli 2017 kl. 9:00"],
    },
    Tongue {
        mark: "da-DK",
        heading: "2 tanker om “X”",
        says: "siger:",
        button: "Svar",
        days: ["12. juli 2017 kl. 15:15", "13. juli 2017 kl. 9:00"],
    },
    Tongue {
        mark: "pl-PL",
        heading: "2 komentarze do “X”",
        says: "pisze:",
        button: "Odpowiedz",
        days: ["12 lipca 2017 o 15:15", "13 lipca 2017 o 9:00"],
    },
    Tongue {
        mark: "cs-CZ",
        heading: "2 komentáře: „X“",
        says: "napsal:",
        button: "Odpovědět",
        days: ["12. července 2017 v 15:15", "13. července 2017 v 9:00"],
    },
    Tongue {
        mark: "ru-RU",
        heading: "2 комментария на «X»",
        says: "говорит:",
        button: "Ответить",
        days: ["12 июля 2017 в 15:15", "13 июля 2017 г. в 9:00"],
    },
    Tongue {
        mark: "ja",
        heading: "“X” への2件のフィードバック",
        says: "より:",
        button: "返信",
        days: ["2017年7月12日 15:15", "2017年7月13日 09:00"],
    },
];

fn html(tongue: &Tongue) -> String {
    let item = |id: u32, name: &str, day: &str, text: &str, inner: &str| {
        format!(
            r##"<li class="comment even depth-1" id="comment-{id}"><div id="div-comment-{id}" class="comment-body"><div class="comment-author vcard"><img class="avatar" alt=""> <cite class="fn">{name}</cite> <span class="says">{}</span></div><div class="comment-meta commentmetadata"><a href="#comment-{id}">{day}</a></div><p>{text}</p><div class="reply"><a class="comment-reply-link">{}</a></div></div>{inner}</li>"##,
            tongue.says, tongue.button
        )
    };
    let inner = item(72, "Pat Reed", tongue.days[1], "Two and none.", "");
    let list = item(71, "Ilo Kerr", tongue.days[0], "One and one more.", &format!("<ul class=children>{inner}</ul>"));
    format!(
        r##"<!DOCTYPE html><html lang="{}"><head><title>X</title></head><body><article><h1>X</h1><p>The ferry to the island left an hour late, because the captain, as so often, was asleep in the wheelhouse.</p><p>When he woke up the tide was out, and the passengers had begun to play cards for the lifeboats and the bell.</p></article>
<div id="comments"><h2 class="comments-title">{}</h2><ol class="commentlist">{list}</ol><div id="respond" class="comment-respond"><h3>{}</h3><form></form></div></div></body></html>"##,
        tongue.mark, tongue.heading, tongue.button
    )
}

#[test]
fn a_thread_is_the_same_in_every_language_of_its_theme() {
    for tongue in &TONGUES {
        let told = page("https://ferry.example/x/", &html(tongue));
        assert_eq!(told.article.comments.len(), 2, "{}", tongue.mark);
        let days: Vec<String> = told.article.comments.iter().map(|one| super::day(one.date.as_ref())).collect();
        assert_eq!(days, ["2017-07-12", "2017-07-13"], "{}", tongue.mark);
        told.thread(&["Ilo Kerr | 2017-07-12 | - | One and one more.", "Pat Reed | 2017-07-13 | 1 | Two and none."])
            .lacks(&[tongue.says, tongue.button]);
    }
}

#[test]
fn numbers_alone_are_days_once_the_thread_shows_their_order() {
    let american = Tongue {
        mark: "en-US",
        heading: "2 Comments",
        says: "says:",
        button: "Reply",
        days: ["07/12/2017 3:15 pm", "07/13/2017 9:00 am"],
    };
    let european = Tongue {
        mark: "fr-FR",
        heading: "2 commentaires",
        says: "dit :",
        button: "Répondre",
        days: ["12/07/2017 15:15", "13/07/2017 9:00"],
    };
    for tongue in [american, european] {
        page("https://ferry.example/x/", &html(&tongue))
            .thread(&["Ilo Kerr | 2017-07-12 | - | One and one more.", "Pat Reed | 2017-07-13 | 1 | Two and none."]);
    }
}

#[test]
fn numbers_alone_that_nothing_orders_are_no_days() {
    let unclear = Tongue {
        mark: "en",
        heading: "2 Comments",
        says: "says:",
        button: "Reply",
        days: ["07/08/2017 3:15 pm", "09/10/2017 9:00 am"],
    };
    let told = page("https://ferry.example/x/", &html(&unclear));
    let days: Vec<String> = told.article.comments.iter().map(|one| super::day(one.date.as_ref())).collect();
    assert!(
        days.iter().all(|day| day == "-"
            || day.starts_with("2017-07")
            || day.starts_with("2017-08")
            || day.starts_with("2017-09")
            || day.starts_with("2017-10")),
        "{}",
        days.join(" ")
    );
}
