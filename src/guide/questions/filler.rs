//! Words that any question may hold, and so tell none from another.
//!
//! Data and its look-up. Must not know what a question is.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::normal;

/// Whether a word of a normal form tells nothing.
pub(in crate::guide) fn is_filler(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| FILLER.split_whitespace().collect());
    WORDS.contains(word)
}

/// Whether a word of a normal form tells little: it speaks of what stands around the question.
pub(in crate::guide) fn is_vague(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| VAGUE.split_whitespace().collect());
    WORDS.contains(word)
}

/// Whether a question's words alone tell what it is about: "Why?" and "What's the output?" need what stands around them.
pub(in crate::guide) fn is_telling(normal: &str) -> bool {
    normal::split(normal).any(|word| !is_filler(word) && !is_vague(word))
}

/// Words of grammar and of asking.
const FILLER: &str = "\
a an the and or but not no nor if then than that this these those there here it its they them their he she his her we us our you your i me my \
of in on at by for from to into onto with without within about as between over under after before during through across against per via vs versus \
is are was were be been being am do does did done can could should would will shall may might must have has had having \
what whats which who whom whose when where why how whys hows isnt arent dont doesnt didnt cant wont shouldnt wouldnt \
explain describe define discuss compare contrast list name give tell show state mention write implement briefly please also just only very so \
der die das den dem des ein eine einen einem einer und oder nicht kein keine ist sind war waren wird werden kann können soll sollen man es sie wir \
was wie warum wann wo wer welche welcher welches wozu von im in auf an zu zum zur mit ohne für bei aus über unter zwischen nach vor erkläre beschreibe \
el la los las un una unos unas y o no es son está están ser que qué cuál cuáles cómo cuándo dónde quién por para con sin de del en entre sobre se su sus explica describe \
le la les un une des et ou ne pas est sont être que quoi quel quelle quels quelles comment pourquoi quand où qui pour avec sans de du en dans entre sur se son sa ses expliquez décrivez cest quest-ce \
o a os as um uma uns umas e ou não é são está estão ser que qual quais como quando onde quem por para com sem de do da dos das em no na entre sobre se seu sua explique descreva \
и или не но что как почему зачем когда где кто какой какая какие какое чем в на из к с со по для от до о об это такое такой ли же бы объясните опишите \
і й або не але що як чому навіщо коли де хто який яка які яке чим у в на з із до для від про це таке чи поясніть опишіть \
क्या है हैं का की के को में से पर और या कैसे क्यों कब कहाँ कौन यह वह समझाइए \
ما هو هي هل كيف لماذا متى أين من في على إلى عن مع أو و بين اشرح صف";

/// Words of questions that speak of what stands around them.
const VAGUE: &str = "\
output result value code snippet following below above given example examples case cases practical real use uses used using work works happen happens happened \
print prints printed log logs logged return returns returned difference differences advantage advantages disadvantage disadvantages benefit benefits drawback drawbacks \
pros cons trade-off trade-offs tradeoff tradeoffs limitation limitations complexity time space alternative alternatives approach solution answer question mean means meaning \
need needed important matter matters different same else more other another better best worst good bad right wrong true false yes one two first second next last \
would avoid choose prefer change changes fix improve handle solve test again further details detail purpose point problem issue function method class program \
ausgabe ergebnis beispiel unterschied vorteile nachteile folgende folgenden code bedeutet passiert \
salida resultado ejemplo diferencia ventajas desventajas siguiente código pasa significa \
sortie résultat exemple différence avantages inconvénients suivant code signifie passe \
saída resultado exemplo diferença vantagens desvantagens seguinte código acontece significa \
вывод результат пример разница преимущества недостатки следующий код выведет произойдет произойдёт \
вивід результат приклад різниця переваги недоліки наступний код виведе станеться \
为什么 怎么做 输出什么 输出是什么 以下代码输出什么 结果是什么 举个例子 なぜ なぜですか 出力は何ですか 왜 출력은";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_that_needs_its_surroundings_is_not_telling() {
        for vague in ["why", "whats the output", "when would you use it", "what are the trade-offs", "can you give a practical example", ""]
        {
            assert!(!is_telling(vague), "{vague}");
        }
        for telling in ["how do you work around the gil", "what does `del` do", "什么是闭包", "was ist ein deadlock"] {
            assert!(is_telling(telling), "{telling}");
        }
    }
}
