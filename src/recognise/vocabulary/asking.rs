//! Whether words read as a question.
//!
//! Takes a plain text; gives how it asks. Data and its look-up; must not know where the text stands.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memchr2_iter;

use super::Lexicon;

/// How a text asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Look {
    /// It does not.
    States,
    /// It begins as questions and tasks do (`What is …`, `Explain …`), or holds what only they hold in its language.
    Wonders,
    /// It ends in a question mark.
    Asks,
}

/// How a text asks.
pub(crate) fn look(text: &str) -> Look {
    let asks = holds_mark(text) && {
        let end = text.trim_end_matches(|c: char| !(c.is_alphanumeric() || matches!(c, '?' | '？' | '؟' | '`' | '.' | ':' | '。' | '：')));
        end.ends_with(['?', '？', '؟']) || text.contains("? (") || text.contains("？（")
    };
    if asks {
        Look::Asks
    } else if wonders(text) {
        Look::Wonders
    } else {
        Look::States
    }
}

/// Where a text holds question marks, in order.
pub(crate) fn marks(text: &str) -> impl Iterator<Item = usize> {
    /// What `？` and `؟` end in, and few other characters.
    const LAST: u8 = 0x9f;
    let ends = memchr2_iter(b'?', LAST, text.as_bytes());
    ends.filter_map(|end| Some(text.get(..=end)?.strip_suffix(['?', '？', '؟'])?.len()))
}

/// Whether a text holds a question mark.
pub(crate) fn holds_mark(text: &str) -> bool {
    marks(text).next().is_some()
}

/// Whether a text that ends in a question mark begins with a word of questions too.
pub(crate) fn begins_question(text: &str) -> bool {
    const VERBS: &str =
        "is|are|was|were|am|do|does|did|can|could|should|would|will|has|have|had|may|might|must|isn't|aren't|don't|doesn't|can't";
    let words = text.trim_start_matches(|c: char| !c.is_alphabetic());
    let first = words.split(|c: char| c.is_whitespace() || c == ',').next().unwrap_or_default();
    BEGINNINGS.holds(first) || VERBS.split('|').any(|verb| first.eq_ignore_ascii_case(verb)) || wonders(text)
}

fn wonders(text: &str) -> bool {
    let is_ascii = text.is_ascii();
    if is_ascii && !may_begin_question(text) {
        return false;
    }
    let mut words = text
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty());
    let courteous = |word: &&str| word.eq_ignore_ascii_case("please");
    let Some(first) = words.by_ref().find(|word| !courteous(word)) else { return false };
    let straight = if first.is_ascii() { Cow::Borrowed(first) } else { Cow::Owned(first.replace('’', "'")) };
    if let Some(seconds) = BEGINNINGS.get(&straight) {
        let second = words.next().unwrap_or_default();
        let lower = if second.is_ascii() { Cow::Borrowed(second) } else { Cow::Owned(second.to_lowercase()) };
        if seconds.iter().any(|known| known.is_empty() || known.eq_ignore_ascii_case(&lower)) {
            return true;
        }
    }
    !is_ascii
        && text.contains(of_unspaced)
        && (UNSPACED.split('|').any(|phrase| text.contains(phrase)) || UNSPACED_FIRSTS.split('|').any(|first| begins_with(text, first)))
}

/// Whether more than a word follows at the start of a text: `介绍` alone is an introduction.
fn begins_with(text: &str, first: &str) -> bool {
    text.strip_prefix(first).is_some_and(|rest| rest.chars().nth(2).is_some())
}

/// Whether a text that is all ASCII begins with a word of questions, as far as is cheap to see.
fn may_begin_question(text: &str) -> bool {
    let Some(start) = text.bytes().position(|byte| byte.is_ascii_alphanumeric()) else { return false };
    let words = text.get(start..).unwrap_or_default();
    let end = words.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(words.len());
    let signed = words.as_bytes().get(end).is_some_and(u8::is_ascii_punctuation);
    let first = words.get(..end).unwrap_or_default();
    signed || first.eq_ignore_ascii_case("please") || BEGINNINGS.holds(first)
}

/// A letter of a script whose questions are told by what they hold.
fn of_unspaced(c: char) -> bool {
    ('\u{600}'..'\u{1000}').contains(&c) || ('\u{3040}'..'\u{d7b0}').contains(&c)
}

/// First words of questions, and for each the second words that make it one; `*` where any does.
static BEGINNINGS: LazyLock<Lexicon<Vec<&'static str>>> = LazyLock::new(|| {
    let mut beginnings: Lexicon<Vec<&str>> = Lexicon::default();
    for row in FIRSTS.split('|') {
        let (firsts, seconds) = row.split_once(':').unwrap_or((row, "*"));
        for first in firsts.split_whitespace() {
            beginnings.entry(first.to_owned()).extend(seconds.split_whitespace().map(|second| if second == "*" { "" } else { second }));
        }
    }
    beginnings
});

/// `first words: second words`, parted by `|`. `How it works` is a heading, `How does it work` a question.
const FIRSTS: &str = "\
what: is are was were do does did would will can could should happens happened kind kinds type types makes causes has have if about might may's the's s|\
what's whats what're which whose whom can could should would does do did is are was were has have will|\
how: is are was were do does did would will can could should many much often long far has have come about|\
why: is are was were do does did would will can could should not has have can't don't doesn't isn't|\
when: is are was were do does did would will can could should has have|\
where: is are was were do does did would will can could should has have|\
who: is are was were does would can should|in: what which how|on: what which|at: what which|by: what which|for: what which|to: what which|under: what which|with: what which|\
explain describe define compare contrast differentiate distinguish discuss elaborate enumerate summarise summarize|difference differences: between|\
write: a an the code some sql pseudocode|implement: a an the your|design: a an the your|create: a an the|build: a an the|list: the some all out three five two|\
name: the some all a three two five four|give: a an some me the three two|tell: me us about all|talk: about|check: if whether|determine: if whether|provide: some an a|remove: duplicates all|convert: a an|calculate: the|make: a an the|walk: me us through|state: the|mention: the some|show: how me|true: or|find: the a an all|\
reverse: a the|given: a an the two some|suppose: you we that a|imagine: you we|say: you|have: you|let's: say|you: have are need want get see notice|your: team application app service company|\
was wie warum wann wo wer wieso weshalb wozu welche welcher welches welchen worin wodurch wofür woran erkläre erklären erläutere erläutern beschreibe beschreiben nenne nennen vergleiche vergleichen|unterschied: zwischen|\
implementiere implementieren schreibe schreiben entwirf: eine einen ein|\
qué cuál cuáles cómo cuándo dónde quién quiénes explica explique describe describa defina menciona mencione enumera enumere|por: qué que|para en a de con: qué cuál cuáles quién|diferencia diferencias: entre|implementa escribe: una un|\
qu'est-ce quel quelle quels quelles comment pourquoi quand où qui expliquez expliquer décrivez décrire définissez citez comparez|différence différences: entre|écrivez implémentez: un une|\
o: que|para em a de com: que qual quais|qual quais como quando onde quem explique descreva defina cite compare assinale|das: seguintes|diferença diferenças: entre|implemente escreva: um uma|\
что как какие какой какая какое каких каким какую каков какова каково каковы почему отчего откуда куда чей чья зачем когда где кто чем сколько можно нужно ли объясни объясните опиши опишите назови назовите расскажи расскажите сравни сравните перечисли перечислите \
приведи приведите реализуйте напишите поясните дай дайте сформулируйте|в: чём чем каком каких какой|для: чего|из: чего|разница отличия отличие: между|\
що як які який яка яке яких якого якою якими чому звідки куди навіщо коли де хто чим скільки чи поясни поясніть опиши опишіть назви назвіть розкажи розкажіть порівняй порівняйте перелічи перелічіть реалізуйте напишіть дайте наведіть|\
у: чому чім якому яких|різниця відмінність: між|\
co: to jest są oznacza robi znaczy wiesz się dzieje zwraca|czym czemu dlaczego kiedy gdzie kto który która które ile czy jak jaki jaka jakie jakich jaką wyjaśnij wytłumacz opowiedz opisz omów wymień podaj porównaj|\
w: jaki jakim jakich czym|do: czego|na: czym|po: co jakiej|z: czego|różnica różnice: między pomiędzy|\
perché quale quali qual quando chi dove spiega spiegare descrivi descrivere elenca definisci confronta cos'è|cosa: è sono si fa significa succede sai|che: cos'è cosa|come: si funziona funzionano puoi possiamo gestisci|differenza differenze: tra fra|\
neden niçin nasıl hangi hangisi kaç açıkla açıklayın açıklayınız|ne: zaman demek işe demektir|\
tại vì: sao|khi thế: nào|làm: thế sao|giải: thích|trình: bày|phân: biệt|so: sánh|hãy nêu|sự: khác|\
apakah bagaimana bagaimanakah mengapa kenapa kapan jelaskan sebutkan uraikan bandingkan|apa: itu yang saja perbedaan fungsi kegunaan kelebihan arti|\
wat: is zijn doet betekent gebeurt houdt weet|hoe: werkt werken kun kan kunnen zou maak verschilt|waarom wanneer welke waarvoor waardoor beschrijf|leg: uit|verschil verschillen: tussen|क्या क्यों कैसे कब कहाँ कौन समझाइए समझाएँ बताइए वर्णन|ما ماذا لماذا كيف متى أين هل من اشرح صف عرّف عرف قارن اذكر";

/// What questions hold in languages that put no spaces between words, or the question at the end.
const UNSPACED: &str = "\
什么|什麼|如何|为什么|為什麼|为何|怎么|怎麼|怎样|哪些|哪个|哪种|哪里|区别|區別|是否|吗|呢|多少|几种|简述|解释一下|说说|谈谈|介绍一下|请解释|请描述|请说明|实现一个|编写一个|设计一个|写出|写一个|写一下|手写|手撕|描述一下|描述下|说一下|说下|讲一下|讲讲|讲下|聊聊|介绍下|解释下|列举|阐述|谈一谈|你对|的理解|了解过|了解吗|有何|能否|\
とは何|なぜ|どのよう|どうやって|どんな|どちら|ですか|ますか|でしょうか|違いは|違いを|説明して|説明せよ|述べよ|教えて|実装して|\
무엇|이란|왜 |어떻게|차이|설명하|설명해|인가요|나요|까요|습니까|입니까|언제|어떤|구현하|작성하|\
क्या |क्यों|कैसे|अंतर|समझाइए|समझाएँ|बताइए|वर्णन कीजिए|परिभाषित|الفرق بين";

/// What tasks begin with there.
const UNSPACED_FIRSTS: &str = "编写|补充|评价|介绍|介紹|描述|解释|解釋|简述|說明|请";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_and_tasks_are_told_from_statements() {
        for text in ["What is a heap?", "Heap or list? 🚀", "“Why a heap?”", "堆是什么？", "ما هي الكومة؟", "Why a heap? (basic)"]
        {
            assert_eq!(look(text), Look::Asks, "{text}");
        }
        for text in [
            "What is a heap",
            "Explain heaps.",
            "How do you sort a heap",
            "Difference between heap and list",
            "Write a function that sorts",
            "Was ist eine Halde",
            "Qué es un montículo",
            "Comment trier un tas",
            "Объясните кучу",
            "Чому купа",
            "简述堆的性质",
            "介绍堆的性质",
            "ヒープとは何か",
            "힙을 설명하시오",
            "हीप क्या है",
            "اشرح الكومة",
        ] {
            assert_eq!(look(text), Look::Wonders, "{text}");
        }
        for text in [
            "Heaps",
            "How it works",
            "Why companies use heaps",
            "When to use heaps",
            "How to install",
            "Whatever works",
            "Overview",
            "List comprehensions",
            "Design patterns",
            "堆的性质",
            "What Would Break",
        ] {
            assert!(look(text) < Look::Asks, "{text}");
        }
        for text in [
            "Heaps",
            "How it works",
            "Why companies use heaps",
            "When to use heaps",
            "How to install",
            "Overview",
            "List comprehensions",
            "Design patterns",
            "堆的性质",
        ] {
            assert_eq!(look(text), Look::States, "{text}");
        }
    }
}
