//! Words that name topics and that people use in every other sentence without meaning them.
//!
//! Takes a single word; tells whether it is one. One table a language, of words in the singular. A name of several words is
//! never looked up here.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::guide::topics::name::key;

/// The words, by language.
const EVERYDAY: &[(&str, &str)] = &[
    (
        "en",
        "ability; abstract; access; action; address; advanced; agent; algorithm; alias; alternative; annotation; app; application; \
         approach; architecture; argument; array; assertion; assignment; async; attribute; author; await; base; basic; batch; behavior; \
         behaviour; block; body; boolean; branch; break; buffer; bug; build; builder; built-in; built-ins; business; call; case; cell; chain; chaining; \
         channel; character; check; child; choice; class; clause; clean; client; code; coding; collection; column; command; comment; \
         commit; communication; company; comparison; component; composition; condition; configuration; connection; constant; \
         constraint; consumer; container; content; context; contract; control; conversion; copy; core; cost; counter; create; culture; cycle; \
         data; database; date; debug; debugging; decision; declaration; default; definition; delete; dependency; deployment; design; \
         development; device; diagram; dictionary; difference; document; documentation; domain; edge; efficiency; element; engine; \
         engineer; environment; equality; error; estimate; evaluation; event; example; exception; execution; expression; extension; \
         factory; failure; feature; feedback; field; file; filter; flag; flow; for; form; format; formatting; framework; function; \
         future; garbage; generic; global; goal; graph; group; guide; handle; handler; handling; hash; header; heap; hiring; host; identity; \
         if; image; immutable; import; index; input; instance; integer; integration; interface; internal; interpreter; interview; issue; item; iteration; job; join; \
         key; keyword; lambda; language; latency; layer; layout; leadership; learning; level; library; line; link; list; listener; literal; \
         load; local; lock; log; logging; logic; loop; machine; maintenance; management; map; mapping; marker; match; matching; \
         math; matrix; meeting; memory; merge; message; metadata; method; metric; mind; mode; model; module; monitoring; mutable; mutability; name; \
         naming; negotiation; new; network; networking; node; none; null; number; object; operation; operator; optimisation; \
         optimization; option; order; output; ownership; package; packaging; page; parameter; parent; parser; parsing; partition; \
         path; pattern; performance; pipeline; place; plan; planning; platform; plugin; point; pointer; policy; pool; port; print; \
         priority; problem; procedure; process; processing; producer; product; profile; program; programming; project; promise; \
         property; protocol; proxy; python; quality; query; queue; range; rate; read; reading; readability; record; reference; \
         refactoring; region; registry; relation; release; reliability; replica; report; request; resource; response; result; \
         return; review; risk; role; root; round; route; routing; row; rule; run; runtime; safety; sample; scalability; scale; \
         scaling; schedule; schema; scope; script; search; security; selector; sequence; serialization; series; server; service; \
         session; set; setting; shape; share; shell; side; signal; slice; slot; snapshot; sort; sorting; source; space; speed; \
         stack; standard; state; statement; status; step; storage; store; story; strategy; stream; string; structure; style; \
         subject; subscription; super; support; symbol; sync; syntax; system; table; tag; target; task; team; teamwork; template; term; \
         test; testing; text; theme; theory; thread; time; timeout; timing; token; tool; tooling; topic; trace; trait; transaction; \
         transfer; tree; trigger; tuple; type; typing; union; unit; update; user; utility; validation; value; variable; vector; version; \
         view; while; window; with; word; work; worker; workflow; write; writing; yield",
    ),
    (
        "de",
        "abfrage; anfrage; antwort; anwendung; architektur; aufgabe; ausgabe; baum; befehl; beispiel; datei; daten; datenbank; \
         eingabe; element; entwicklung; ereignis; fehler; feld; funktion; klasse; liste; methode; modell; modul; name; objekt; \
         operator; programm; prozess; schleife; schnittstelle; sicherheit; speicher; sprache; struktur; system; tabelle; test; \
         text; typ; variable; version; wert; zeit; zustand",
    ),
    (
        "fr",
        "application; arbre; classe; code; données; erreur; état; exemple; fichier; fonction; langage; liste; mémoire; méthode; \
         modèle; module; objet; opérateur; processus; programme; réponse; requête; sécurité; système; tableau; temps; test; \
         type; valeur; variable; version",
    ),
    (
        "es",
        "aplicación; archivo; árbol; clase; código; datos; ejemplo; error; estado; función; lenguaje; lista; memoria; método; \
         modelo; módulo; objeto; operador; proceso; programa; prueba; respuesta; seguridad; sistema; tabla; tiempo; tipo; valor; \
         variable; versión",
    ),
    (
        "pt",
        "aplicação; arquivo; árvore; classe; código; dados; erro; estado; exemplo; função; linguagem; lista; memória; método; \
         modelo; módulo; objeto; operador; processo; programa; resposta; segurança; sistema; tabela; tempo; teste; tipo; valor; \
         variável; versão",
    ),
    (
        "ru",
        "база; версия; время; данные; дерево; запрос; значение; интерфейс; код; класс; метод; модель; модуль; объект; оператор; \
         ответ; ошибка; память; переменная; пример; программа; процесс; сервер; система; событие; состояние; список; \
         строка; структура; таблица; тест; тип; файл; функция; цикл; число; язык",
    ),
    (
        "zh",
        "代码; 内存; 函数; 列表; 变量; 对象; 对比; 应用; 性能; 数据; 文件; 方法; 时间; 模块; 状态; 程序; 系统; 类型; 结果; 结构; 设计; 语言; 请求; 进程; 错误; 接口; 服务",
    ),
    (
        "ja",
        "エラー; オブジェクト; クラス; コード; システム; データ; テスト; プログラム; メソッド; メモリ; リスト; 型; 変数; 値; 関数; 言語",
    ),
];

/// Proper names that are words too: meant where they are written like names.
const NAMES: &str = "celery; chef; click; elixir; ember; express; fiber; flask; fluent; hive; ignite; jest; julia; \
    meteor; mocha; nest; next; nomad; oracle; packer; passport; phoenix; pig; play; pulsar; puppet; rails; \
    react; realm; remix; requests; ruby; rust; salt; solid; spark; spring; storm; swift; vault";

static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| EVERYDAY.iter().flat_map(|(_, words)| words.split("; ")).map(key).collect());

static PROPER: LazyLock<HashSet<String>> = LazyLock::new(|| NAMES.split("; ").map(key).collect());

/// Whether a single word is one that people use without meaning a topic.
pub(in crate::guide) fn is_everyday(word: &str) -> bool {
    WORDS.contains(&key(word))
}

/// Whether none of a topic's names says more than such a word. A name of code (`__slots__`) does.
pub(super) fn is_everyday_topic<'n>(mut names: impl Iterator<Item = &'n String>) -> bool {
    names.all(|name| !name.contains([' ', '_']) && is_everyday(name))
}

/// Whether a single word is a name where it is capitalised and a plain word elsewhere.
pub(in crate::guide) fn is_name_and_word(word: &str) -> bool {
    PROPER.contains(&key(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_in_either_number() {
        for word in ["state", "States", "Functions", "testing", "Processes", "Klasse", "функция", "函数"] {
            assert!(is_everyday(word), "{word}");
        }
        for word in ["decorators", "closure", "GIL", "mutex", "asyncio", "generators", "垃圾回收"] {
            assert!(!is_everyday(word), "{word}");
        }
        assert!(is_name_and_word("Rust") && !is_name_and_word("Redis"));
    }
}
