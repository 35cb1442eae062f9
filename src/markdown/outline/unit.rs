//! The words that count sections (`Part`, `Глава`, `第…章`), in the languages that notes are written in.
//!
//! Data and its look-up only: `number.rs` reads the number that stands with the word.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What is counted. Languages share it: `Teil 1` and `Part 1` are one series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Unit {
    Volume,
    Part,
    Module,
    Chapter,
    Section,
    Appendix,
    Lesson,
    Week,
    Day,
    Phase,
    Step,
    Level,
    Question,
    Task,
    Example,
    Case,
    Tip,
}

/// The words of each unit, lower case, parted by spaces. A word is matched whole, whatever its case.
const WORDS: &[(Unit, &str)] = &[
    (Unit::Volume, "volume book band buch volumen libro tome livre livro том книга"),
    (Unit::Part, "part teil parte partie часть частина część भाग الجزء جزء 파트 パート 部分"),
    (
        Unit::Module,
        "module unit block modul einheit módulo modulo unidad bloque unité unidade bloco модуль блок इकाई \
         मॉड्यूल الوحدة وحدة 모듈 单元 模块 モジュール",
    ),
    (Unit::Chapter, "chapter kapitel capítulo capitulo chapitre capitolo глава розділ rozdział अध्याय الفصل فصل 챕터"),
    (
        Unit::Section,
        "section topic abschnitt thema sección seccion tema thème seção secao тема раздел підрозділ खंड विषय \
         القسم قسم 섹션 セクション 主题",
    ),
    (Unit::Appendix, "appendix anhang apéndice annexe apêndice приложение додаток 附录 付録 부록"),
    (
        Unit::Lesson,
        "lesson lecture session lektion vorlesung lección clase leçon cours lição aula урок лекция лекція पाठ \
         الدرس درس 강의 レッスン",
    ),
    (Unit::Week, "week woche semana semaine неделя тиждень सप्ताह الأسبوع 주차"),
    (Unit::Day, "day tag día dia jour день दिन اليوم"),
    (Unit::Phase, "phase stage round etapa fase étape этап фаза етап раунд चरण المرحلة 阶段 フェーズ 단계"),
    (Unit::Step, "step schritt paso passo шаг крок कदम الخطوة خطوة 步骤 步驟 ステップ 스텝"),
    (Unit::Level, "level stufe nivel niveau nível уровень рівень स्तर المستوى 级别 レベル 레벨"),
    (
        Unit::Question,
        "question q ques que frage pregunta pergunta questão вопрос питання запитання प्रश्न सवाल السؤال سؤال \
         س سوال pytanie domanda soru câu pertanyaan soal vraag întrebare otázka fråga spørgsmål kérdés въпрос pitanje 问题 問題 問 问 题目 質問 질문 문제",
    ),
    (
        Unit::Task,
        "task exercise problem challenge puzzle lab assignment project aufgabe übung ejercicio problema reto \
         exercice problème exercício desafio задача задание упражнение завдання вправа अभ्यास تمرين 练习 演習 연습",
    ),
    (Unit::Example, "example ex listing beispiel ejemplo exemple exemplo пример приклад उदाहरण مثال 示例 例 예제"),
    (
        Unit::Case,
        "case scenario approach method solution option pattern mistake pitfall szenario fall fehler escenario \
         caso scénario cas cenário сценарий случай способ вариант ошибка сценарій випадок спосіб помилка 方法 \
         场景 シナリオ 시나리오",
    ),
    (Unit::Tip, "tip rule principle law tipp regel consejo regla conseil règle dica regra совет правило порада"),
];

/// The units that Chinese and Japanese write behind the number: `第1章`.
pub(super) const HAN_UNITS: &[(&str, Unit)] = &[
    ("部分", Unit::Part),
    ("単元", Unit::Module),
    ("单元", Unit::Module),
    ("阶段", Unit::Phase),
    ("部", Unit::Part),
    ("篇", Unit::Part),
    ("编", Unit::Part),
    ("編", Unit::Part),
    ("卷", Unit::Volume),
    ("章", Unit::Chapter),
    ("节", Unit::Section),
    ("節", Unit::Section),
    ("讲", Unit::Lesson),
    ("講", Unit::Lesson),
    ("课", Unit::Lesson),
    ("課", Unit::Lesson),
    ("回", Unit::Lesson),
    ("周", Unit::Week),
    ("週", Unit::Week),
    ("天", Unit::Day),
    ("日", Unit::Day),
    ("步", Unit::Step),
    ("题", Unit::Question),
    ("題", Unit::Question),
    ("問", Unit::Question),
];

/// The units that Korean writes behind the number: `제1장`, `1부`.
pub(super) const HANGUL_UNITS: &[(&str, Unit)] = &[
    ("단계", Unit::Phase),
    ("주차", Unit::Week),
    ("일차", Unit::Day),
    ("장", Unit::Chapter),
    ("부", Unit::Part),
    ("편", Unit::Part),
    ("절", Unit::Section),
    ("강", Unit::Lesson),
    ("과", Unit::Lesson),
];

static UNITS: LazyLock<HashMap<&str, Unit>> =
    LazyLock::new(|| WORDS.iter().flat_map(|&(unit, words)| words.split(' ').map(move |word| (word, unit))).collect());

/// The unit of a word, given in lower case.
pub(super) fn of_word(word: &str) -> Option<Unit> {
    UNITS.get(word).copied()
}

/// The unit that `text` begins with, and what follows it.
pub(super) fn suffix(text: &str, units: &[(&str, Unit)]) -> Option<(Unit, usize)> {
    units.iter().find(|(word, _)| text.starts_with(word)).map(|&(word, unit)| (unit, word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_counts_two_things() {
        let mut words: Vec<&str> = WORDS.iter().flat_map(|(_, words)| words.split(' ')).collect();
        let all = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), all);
        assert!(words.iter().all(|word| word.to_lowercase() == **word), "words are matched in lower case");
    }

    #[test]
    fn languages_share_a_unit() {
        for word in ["part", "teil", "partie", "часть", "частина", "भाग"] {
            assert_eq!(of_word(word), Some(Unit::Part), "{word}");
        }
        assert_eq!(suffix("部分:", HAN_UNITS), Some((Unit::Part, "部分".len())));
    }
}
