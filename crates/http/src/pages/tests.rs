//! Every page in every language.

mod hostile;
mod samples;

use anteroom_model::Language;

use super::render::TEMPLATES;
use super::words::Words;
use super::{LanguageLink, Pages, Shell};
use hostile::hostile;
use samples::{Sample, samples};

fn everything() -> Vec<(Language, Sample, String)> {
    let pages = Pages::new().expect("templates without mistakes");
    let mut rendered = Vec::new();
    for language in Language::ALL {
        for (shell, sample) in samples() {
            let html =
                (sample.render)(&pages, language, &shell).unwrap_or_else(|error| panic!("{}: {error:#}", sample.name));
            rendered.push((language, sample, html));
        }
    }
    rendered
}

#[test]
fn every_page_renders_in_every_language() {
    for (language, sample, html) in everything() {
        let name = format!("{} in {}", sample.name, language.code());
        assert!(html.starts_with("<!doctype html>\n"), "{name}");
        assert!(html.contains(&format!("<html lang=\"{}\">", language.code())), "{name}");
        assert_eq!(html.matches("<h1>").count(), 1, "{name}");
        assert_eq!(html.matches("<main").count(), 1, "{name}");
        for unrendered in ["{{", "{%", "{#", "{client}", "{count}", ">none<", "\"none\" value", "undefined"] {
            assert!(!html.contains(unrendered), "{name}: {unrendered}");
        }
    }
}

#[test]
fn nothing_stands_inline_that_the_policy_forbids() {
    for (_, sample, html) in everything() {
        assert!(!html.contains("style="), "{}", sample.name);
        assert!(!html.contains("<style"), "{}", sample.name);
        assert!(!html.contains("javascript:"), "{}", sample.name);
        assert_eq!(html.matches("<script").count(), 1, "{}", sample.name);
        assert!(!html.contains(" onclick") && !html.contains(" onload"), "{}", sample.name);
    }
}

#[test]
fn every_form_posts_with_its_hidden_field() {
    let mut forms = 0;
    for (_, sample, html) in everything() {
        for form in html.split("<form ").skip(1) {
            forms += 1;
            let action = form.strip_prefix("method=\"post\" action=\"").expect("a form that posts");
            let action = action.replace("&#x2f;", "/");
            assert!(action.starts_with("/u/") || action.starts_with("https://prints.example/"), "{}", sample.name);
            let hidden =
                ["name=\"state\" value=\"st-1\"", "name=\"ticket\" value=\"ti-1\"", "name=\"code\" value=\"co-1\""];
            assert!(hidden.iter().any(|field| form.contains(&format!("type=\"hidden\" {field}"))), "{}", sample.name);
        }
    }
    assert!(forms >= 24, "{forms}");
}

#[test]
fn at_most_one_field_has_the_focus_and_what_describes_it_is_there() {
    for (_, sample, html) in everything() {
        assert!(html.matches(" autofocus").count() <= 1, "{}", sample.name);
        for described in html.split("aria-describedby=\"").skip(1) {
            for id in described.split('"').next().unwrap_or_default().split(' ') {
                assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{}: {id}", sample.name);
            }
        }
        let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{}: an id stands twice", sample.name);
    }
}

// ASVS v5.0.0-1.2.1
#[test]
fn what_people_wrote_is_escaped() {
    let pages = Pages::new().expect("templates without mistakes");
    let shell = Shell { tenant_name: "<script>1", client_name: Some("\"><script>2"), ..Shell::default() };
    for sample in hostile() {
        let html = (sample.render)(&pages, Language::English, &shell).expect("a page");
        assert_eq!(html.matches("<script").count(), 1, "{}", sample.name);
        assert!(html.contains("&lt;script&gt;"), "{}", sample.name);
        assert!(!html.contains("javascript:"), "{}", sample.name);
    }
}

// S4.L35.3
#[test]
fn a_wrong_password_says_the_same_whatever_was_wrong() {
    for language in Language::ALL {
        let words = Words::of(language);
        let text = words.get("error.login.wrong_credentials").expect("words").to_lowercase();
        for telling in ["locked", "blocked", "unknown", "does not exist", "锁定", "不存在", "停用"] {
            assert!(!text.contains(telling), "{text}");
        }
    }
}

#[test]
fn languages_are_offered_by_their_own_names() {
    let pages = Pages::new().expect("templates without mistakes");
    let link = |language, url| LanguageLink { language, url };
    let languages = vec![link(Language::English, "?a=1&b=2"), link(Language::SimplifiedChinese, "?ui_locales=zh-CN")];
    let shell = Shell { tenant_name: "T", languages, ..Shell::default() };
    let html = pages.render(Language::English, &shell, &super::views::NotFound::default());
    assert!(
        html.contains(r#"<a href="?a=1&amp;b=2" lang="en" hreflang="en" aria-current="true">English</a>"#),
        "{html}"
    );
    assert!(html.contains(r#"<a href="?ui_locales=zh-CN" lang="zh-CN" hreflang="zh-CN">简体中文</a>"#), "{html}");
}

#[test]
fn every_language_has_the_same_words_with_the_same_places() {
    let [english, chinese] = Language::ALL.map(Words::of);
    assert!(english.keys().len() > 150);
    assert_eq!(english.keys(), chinese.keys());
    for key in english.keys() {
        let [a, b] = [&english, &chinese].map(|words| places(words.get(key).expect("words")));
        assert_eq!(a, b, "{key}");
    }
}

fn places(text: &str) -> Vec<&str> {
    let mut places: Vec<&str> = text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
    places.sort_unstable();
    places
}

#[test]
fn every_key_of_a_template_has_words_and_every_word_a_template() {
    let words = Words::of(Language::English);
    let (mut whole, mut beginnings) = (Vec::new(), vec!["duration."]);
    for (_, template) in TEMPLATES {
        for call in template.split("t(\"").skip(1) {
            let (key, after) = call.split_once('"').expect("the end of a key");
            if after.starts_with(" ~") { beginnings.push(key) } else { whole.push(key) }
        }
    }
    for key in &whole {
        assert!(words.get(key).is_some(), "no words for {key}");
    }
    for key in words.keys() {
        let is_used = whole.contains(&key) || beginnings.iter().any(|beginning| key.starts_with(beginning));
        assert!(is_used, "no template uses {key}");
    }
}

/// Writes every page to the folder that `PAGES_FOLDER` names, to be looked at in a browser.
#[test]
#[ignore = "for looking at the pages"]
fn write_every_page() {
    let Some(folder) = std::env::var_os("PAGES_FOLDER").map(std::path::PathBuf::from) else { return };
    for (language, sample, html) in everything() {
        std::fs::write(folder.join(format!("{}.{}.html", sample.name, language.code())), html).expect("a file");
    }
    for asset in [&*super::assets::STYLE, &*super::assets::SCRIPT, &*super::assets::ICON] {
        let path = folder.join(&asset.path[1..]);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, asset.body).expect("a file");
    }
}
