//! Words that hint at what surrounds a question: levels, placeholders, headings that announce questions and headings that ask
//! nothing.
//!
//! Takes plain texts; gives what they hint at. Data and its look-up.

use std::sync::LazyLock;

use super::Lexicon;
use crate::note::Level;

const BASIC: &str = "\
basic|basics|beginner|beginners|easy|junior|entry|entry-level|fundamental|fundamentals|warm-up|warmup|novice|simple|introductory|trainee|intern|fresher|freshers|einfach|leicht|grundlagen|anfänger|\
einsteiger|básico|básica|básicas|básicos|fácil|principiante|principiantes|débutant|débutants|facile|fondamentaux|iniciante|iniciantes|базовый|базовые|базовая|начальный|простой|простые|легкий|лёгкий|\
джун|джуниор|базовий|базові|початковий|простий|прості|легкий|简单|基础|初级|入门|容易|基礎|初級|簡単|初心者|기초|초급|쉬움|기본|आसान|बुनियादी|शुरुआती|سهل|أساسي|مبتدئ|أساسيات";

const INTERMEDIATE: &str = "\
intermediate|medium|mid|mid-level|middle|moderate|regular|mittel|fortgeschrittene|mittelstufe|intermedio|intermedia|intermedias|intermedios|medio|media|intermédiaire|intermédiaires|moyen|\
intermediário|intermediária|intermediários|intermediárias|médio|média|средний|средние|средняя|миддл|мидл|середній|середні|中等|中级|進階|进阶|中級|중급|보통|मध्यम|मध्यवर्ती|متوسط|متوسطة";

const ADVANCED: &str = "\
advanced|hard|senior|senior-level|expert|experts|difficult|tricky|complex|staff|principal|lead|deep|schwer|schwierig|anspruchsvoll|experten|profi|avanzado|avanzada|avanzadas|avanzados|difícil|experto|\
avancé|avancée|avancés|avancées|difficile|avançado|avançada|avançados|avançadas|сложный|сложные|сложная|продвинутый|продвинутые|сеньор|синьор|складний|складні|просунутий|просунуті|困难|高级|高級|资深|\
专家|难|上級|難しい|고급|어려움|상급|कठिन|उन्नत|صعب|متقدم|متقدمة";

static LEVELS: LazyLock<Lexicon<Option<Level>>> = LazyLock::new(|| {
    let mut levels: Lexicon<Option<Level>> = Lexicon::default();
    for (words, level) in [(BASIC, Level::Basic), (INTERMEDIATE, Level::Intermediate), (ADVANCED, Level::Advanced)] {
        words.split('|').for_each(|word| *levels.entry(word.to_owned()) = Some(level));
    }
    levels
});

/// The level that a text names: a heading (`B. Intermediate`), a mark in brackets, or emoji.
pub(crate) fn level_of(text: &str) -> Option<Level> {
    if text.is_ascii() {
        let is_gap = |byte: u8| !(byte.is_ascii_alphanumeric() || byte == b'-');
        return ascii_words(text, is_gap).find_map(|word| *LEVELS.get_ascii(word)?);
    }
    let stars = text.matches('⭐').count();
    if stars > 1 {
        // Where stars are counted there are up to five of them.
        return Some(match stars {
            2 => Level::Basic,
            3 => Level::Intermediate,
            _ => Level::Advanced,
        });
    }
    for (marks, level) in [("👶🟢🌱", Level::Basic), ("⭐🟡🟠", Level::Intermediate), ("🚀🔴🔥🧠", Level::Advanced)] {
        if text.contains(|c: char| !c.is_ascii() && marks.contains(c)) {
            return Some(level);
        }
    }
    text.split(|c: char| !(is_letter(c) || c == '-')).find_map(|word| *LEVELS.get(word)?)
}

/// The words of a text that is all ASCII, as most are; some are empty.
fn ascii_words(text: &str, is_gap: impl Fn(u8) -> bool) -> impl Iterator<Item = &[u8]> {
    text.as_bytes().split(move |&byte| is_gap(byte))
}

/// A letter or a vowel sign that belongs to one.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || ('\u{900}'..'\u{97f}').contains(&c)
}

/// What stands where an answer is still to be written. Lower case, joined by `|`.
const PLACEHOLDERS: &str = "\
todo|to do|tbd|tba|wip|to be completed|to be done|to be added|to be written|to be answered|to be continued|coming soon|answer here|your answer here|write answer here|add answer here|answer goes here|\
answer coming soon|answers coming soon|solution coming soon|answer pending|answer to be added|to be filled|to be filled in|to be updated|will be added|will be added soon|will be updated|will update soon|no answer|left blank|your answer|add your answer|add your answer here|no answer yet|not answered yet|unanswered|pending|in progress|work in progress|fill me|fill in|fixme|n/a|-|…|...|?|??|???|folgt|kommt noch|noch offen|offen|por hacer|pendiente|por completar|próximamente|\
à faire|à compléter|à venir|a fazer|pendente|a completar|em breve|будет дополнено|в процессе|скоро|нужно дописать|дописать|сделать|буде доповнено|незабаром|дописати|待补充|待完成|待定|待续|未完成|暂无|\
未定|準備中|後で書く|작성 예정|추후 작성|미정|준비 중|जल्द आ रहा है|शेष|قريبا|قيد الإنجاز|لاحقا";

/// How a line begins that leads to an answer instead of giving one.
const ELSEWHERE: [&str; 4] = ["read answer on", "read the answer on", "see the answer on", "full answer on"];

static NOTHING_YET: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(PLACEHOLDERS));

/// Whether an answer's text says only that there is none yet.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let bare = text.trim().trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '*' | '_' | '(' | ')' | '[' | ']' | '<' | '>' | '!' | ':' | '.' | '。' | '（' | '）')
    });
    if bare.len() > 60 {
        return false;
    }
    bare.is_empty()
        || NOTHING_YET.holds(bare)
        || NOTHING_YET.holds(bare.trim_matches(|c: char| !is_letter(c)))
        || ELSEWHERE.iter().any(|start| bare.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
}

/// Words of titles and headings under which questions stand.
const QUESTION_WORDS: &str = "\
question|questions|q&a|faq|faqs|quiz|quizzes|qcm|trivia|fragen|interviewfragen|fragenkatalog|preguntas|cuestionario|perguntas|questões|questionário|вопросы|вопросов|вопросам|питання|запитання|питань|запитань|întrebări|otázky|otázek|frågor|spørgsmål|spørsmål|kysymyksiä|kérdések|ερωτήσεις|שאלות|въпроси|pitanja|pytania|pytań|pytaniami|domande|soruları|sorular|hỏi|pertanyaan|soal|vragen|interviewvragen|سوالات|أسئلة|الأسئلة|प्रश्न|प्रश्नोत्तरी";

const QUESTION_PARTS: &str = "面试题|面试问题|常见问题|問題集|题库|问答|习题|基础题|真题|笔试题|编程题|选择题|简答题|八股|面经|宝典|面试总结|面试汇总|面试整理|常见题目|历史题目|每日一题|试题|面試題|質問|面接問題|クイズ|면접 질문|면접질문|질문|คำถาม|문제|퀴즈";

static QUESTIONS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(QUESTION_WORDS));

/// Whether a title or heading announces questions.
pub(crate) fn says_questions(text: &str) -> bool {
    if text.is_ascii() {
        let is_gap = |byte: u8| !(byte.is_ascii_alphanumeric() || byte == b'&');
        return ascii_words(text, is_gap).any(|word| QUESTIONS.get_ascii(word).is_some());
    }
    text.split(|c: char| !(is_letter(c) || c == '&')).any(|word| QUESTIONS.holds(word))
        || QUESTION_PARTS.split('|').any(|part| text.contains(part))
}

/// How an introduction says that what follows are questions of interviews. Lower case, joined by `|`.
const INTRODUCTIONS: &str = "\
interview question|面试题|面試題|面试问题|笔试题|면접 질문|면접질문|面接質問|面接の質問|вопросы для собесед|вопросов для собесед|вопросы на собесед|вопросы с собесед|вопросов с собесед|\
питання для співбесід|питання на співбесід|питань для співбесід|preguntas de entrevista|perguntas de entrevista|questions d'entretien|domande di colloquio|pytania rekrutacyjne|\
pytań rekrutacyjnych|mülakat soru|câu hỏi phỏng vấn|interviewfragen|interviewvragen|أسئلة المقابل";

/// Whether a paragraph says that what follows are questions of interviews.
pub(crate) fn introduces_questions(text: &str) -> bool {
    let text = text.to_lowercase();
    INTRODUCTIONS.split('|').any(|phrase| text.contains(phrase))
}

/// Headings and labels that ask nothing, whatever stands around them.
const NO_QUESTIONS: &str = "\
table of contents|contents|toc|overview|introduction|intro|about|summary|conclusion|references|reference|resources|further reading|further resources|additional resources|links|additional links|\
related|related links|related questions|related topics|see also|contributing|contributors|contribution|contribute|license|licence|credits|authors|author|acknowledgements|acknowledgments|disclaimer|\
support|sponsors|donate|donation|installation|install|usage|getting started|prerequisites|requirements|setup|changelog|roadmap|feedback|contact|contact me|connect with me|social|stargazers|bonus|\
back to top|example|examples|notes|note|tips|good to hear|good to know|explanation|solution|answer|answers|question|questions|translations|languages|downloads|download|how to contribute|how to use|\
how to use this repository|inhalt|inhaltsverzeichnis|überblick|einführung|einleitung|zusammenfassung|fazit|quellen|literatur|weiterführende links|mitwirken|lizenz|índice|contenido|introducción|resumen|\
conclusión|conclusiones|referencias|recursos|enlaces|licencia|contribuir|sommaire|résumé|références|ressources|liens|licence libre|sumário|conteúdo|introdução|resumo|conclusão|referências|links úteis|\
licença|contribuindo|содержание|оглавление|введение|обзор|итоги|итог|заключение|выводы|ссылки|литература|источники|материалы|полезные ссылки|лицензия|зміст|вступ|огляд|підсумок|висновки|посилання|\
джерела|література|ліцензія|目录|目錄|概述|简介|前言|总结|小结|参考|参考资料|参考链接|相关链接|贡献|许可证|目次|概要|はじめに|まとめ|参考文献|参考リンク|目차|목차|개요|소개|서론|요약|결론|참고|참고 자료|링크|\
विषय सूची|परिचय|सारांश|निष्कर्ष|संदर्भ|المحتويات|الفهرس|مقدمة|نظرة عامة|الخلاصة|خاتمة|المراجع|روابط|spis treści|wstęp|podsumowanie|źródła|linki|indice|introduzione|riepilogo|conclusioni|riferimenti|içindekiler|giriş|özet|sonuç|kaynaklar|kaynakça|mục lục|\
giới thiệu|tổng kết|kết luận|tài liệu tham khảo|daftar isi|pendahuluan|kesimpulan|referensi|inhoudsopgave|inhoud|inleiding|samenvatting|conclusie|bronnen";

static NONE: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(NO_QUESTIONS));

/// Whether a heading is one that no note asks with.
pub(crate) fn is_no_question(text: &str) -> bool {
    const LONGEST: usize = 100;
    text.len() <= LONGEST && NONE.holds(text.trim_matches(|c: char| !is_letter(c)))
}

/// What headings speak of that ask about the notes themselves, or ask readers for something.
const OWN_AFFAIRS: &str = "\
this repo|this repository|this project|this guide|this book|this list|this course|this document|this collection|this handbook|this tutorial|this page|this site|this website|this for?|this?|this about|what is it?|why use it|how to use it|who is it for|generic |\
want to |like it?|found a |have a question|have any question|have questions|have question|any questions|got questions|interested in |need help|looking for |ready to |what's inside|what's included|what's new|what's next|contribut";

/// Whether a heading asks about the notes themselves, as READMEs do: `Why this repository?`, `Want to help?`.
pub(crate) fn is_own_affair(text: &str) -> bool {
    let lower = text.to_lowercase().replace('’', "'");
    OWN_AFFAIRS.split('|').any(|affair| lower.contains(affair))
}

/// Headings below which lists say what to do.
const INSTRUCTIONS: &str = "instructions|steps|procedure|checklist|your task|the task|anleitung|schritte|instrucciones|pasos|étapes|passos|инструкция|шаги|інструкція|кроки|步骤|手順|단계";

static INSTRUCTS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(INSTRUCTIONS));

/// Whether a heading says that what stands below is to be done.
pub(crate) fn is_instruction(text: &str) -> bool {
    INSTRUCTS.holds(text.trim_matches(|c: char| !is_letter(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_are_read_in_many_languages() {
        for (text, level) in [
            ("A. Basic (Warm-up)", Some(Level::Basic)),
            ("Mid-level", Some(Level::Intermediate)),
            ("C. Advanced / Tricky", Some(Level::Advanced)),
            ("Why? 🚀", Some(Level::Advanced)),
            ("Сложные вопросы", Some(Level::Advanced)),
            ("初级", Some(Level::Basic)),
            ("Heaps", None),
        ] {
            assert_eq!(level_of(text), level, "{text}");
        }
        for text in ["*ToDo*", "To be completed.", "", "待补充", "TBD"] {
            assert!(is_placeholder(text), "{text}");
        }
        assert!(!is_placeholder("Both."));
        for text in ["Java Interview Questions", "FAQ", "Вопросы на собеседовании", "Java 面试题", "Fragen"] {
            assert!(says_questions(text), "{text}");
        }
        assert!(!says_questions("Heaps, explained"));
        assert!(is_no_question("📚 References"));
        assert!(!is_no_question("What is a heap?"));
    }
}
