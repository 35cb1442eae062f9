//! The words of the interface in Russian.

use super::plural::{Forms, Plural};
use super::search::SearchWords;
use super::writing::Writing;
use super::{Labels, LensWords, Words};

const LOCALE: &str = "ru";

/// How Russian writes.
pub(super) static WRITING: Writing = Writing {
    locale: LOCALE,
    thousands: '\u{a0}',
    grouped_from: 4,
    months: ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
    day: "{day} {month} {year} г.",
};

const fn plural(one: &'static str, few: &'static str, many: &'static str) -> Plural {
    Plural { forms: Forms::Slavic { one, few, many }, writing: &WRITING }
}

/// A phrase that does not bend with its number.
const fn same(phrase: &'static str) -> Plural {
    Plural { forms: Forms::Same(phrase), writing: &WRITING }
}

/// The words.
pub(super) const WORDS: Words = Words {
    skip_to_content: "Перейти к содержанию",
    search: "Поиск",
    search_the_guide: "Поиск по руководству",
    search_needs_javascript: "Для поиска нужен JavaScript, а на страницах, открытых с диска, браузеры его не выполняют: в этом случае «studyguide serve» покажет руководство вместе с поиском. Без поиска начните отсюда:",
    menu: "Меню",
    close: "Закрыть",
    contents: "Содержание",
    on_this_page: "На этой странице",
    breadcrumbs: "Навигационная цепочка",
    home: "Главная",
    topics: "Темы",
    topic: "Тема",
    all_topics: "Все темы",
    also_called: "Другие названия",
    level: "Уровень",
    companies: "Спрашивают в",
    updated: "Обновлено",
    edit_this_page: "Править эту страницу",
    mentioned_in: "Где упоминается",
    read_next: "Читать дальше",
    links_there: "ссылка отсюда",
    links_here: "ссылается сюда",
    previous: "Назад",
    next: "Вперёд",
    previous_and_next: "Предыдущая и следующая заметки",
    back_to_top: "Наверх",
    residue: "Остаток переписки, из которой возникла эта заметка",
    notes: "Заметки",
    folders: "Папки",
    start_reading: "Начать читать",
    recently_changed: "Недавние изменения",
    by_letter: "По алфавиту",
    questions: "Вопросы",
    all_questions: "Все вопросы",
    question_bank_text: "Все вопросы, которые задают заметки, в порядке чтения.",
    filter_questions: "Отбор вопросов",
    question_text: "Слова вопроса",
    kind: "Вид",
    note: "Заметка",
    any: "Все",
    answer: "Ответ",
    answered: "С ответом",
    unanswered: "Без ответа",
    no_level: "Без уровня",
    clear_filters: "Сбросить фильтры",
    show_more: "Показать ещё",
    nothing_matches: "Ни один вопрос не подходит. Уберите один из фильтров.",
    filter_failed: "Не удалось загрузить вопросы. Проверьте соединение и попробуйте ещё раз.",
    n_of_m_questions: "Вопросы: {n} из {m}",
    open_in_note: "Открыть в заметке",
    improve_answer: "Улучшить этот ответ",
    answer_it: "Написать ответ",
    follow_up_to: "Уточнение к вопросу",
    follow_ups: "Уточняющие вопросы",
    previous_and_next_question: "Предыдущий и следующий вопросы",
    worth_knowing: "Полезно знать",
    related_questions: "Похожие вопросы",
    coverage: "Охват",
    coverage_text: "Для тех, кто пишет заметки: о чём спрашивают и что ещё ждёт ответа.",
    unanswered_questions: "Вопросы без ответа",
    asked_more_than_once: "Спрашивают не раз",
    questions_by_topic: "Вопросы по темам",
    no_topic: "Без темы",
    revise: "Повторение",
    lenses: "Подборки",
    lenses_text: "То, что заметки говорят об одном, собранное из всех заметок.",
    read_on: "Читать дальше",
    pages: "Страницы",
    not_found: "Такой страницы нет",
    not_found_text: "Возможно, в адресе опечатка либо заметку перенесли или переименовали.",
    moved: "Страница переехала",
    moved_text: "Теперь она здесь:",
    offline: "Нет соединения",
    offline_text: "Эта страница не сохранена на устройстве. Прочитанные страницы по-прежнему открываются.",
    try_again: "Попробовать ещё раз",
    keep_offline: "Сохранить для чтения без сети",
    keeping_offline: "Руководство сохраняется:",
    kept_offline: "Доступно без сети",
    keeping_failed: "Не удалось сохранить. Попробовать ещё раз",
    new_version: "Вышла новая версия руководства.",
    reload: "Обновить",
    later: "Позже",
    empty_guide: "Здесь пока нет заметок. Добавьте в папку файл Markdown и соберите сайт ещё раз.",
    what_notes_say: "Что говорят заметки",
    more_places: "Другие места",
    compared_with: "В сравнении",
    code_examples: "Примеры кода",
    related_topics: "Связанные темы",
    narrower_topics: "Более узкие темы",
    topic_map: "Карта",
    map_as_list: "Карта в виде списка",
    by_weight: "По весу",
    zoom_in: "Ближе",
    zoom_out: "Дальше",
    zoom_whole: "Вся карта",
    no_topics: "Темы не найдены. Темами становятся заголовки, которые повторяются в разных заметках, а также `topics` в шапке заметки.",
    theme: "Оформление",
    theme_auto: "Автоматически",
    theme_light: "Светлое",
    theme_dark: "Тёмное",
    copy: "Копировать",
    copied: "Скопировано",
    shortcuts: "Сочетания клавиш",
    shortcut_search: "Открыть поиск",
    shortcut_list: "Показать этот список",
    shortcut_close: "Закрыть открытое",
    single_keys: "Использовать одиночные клавиши",
    source_repository: "Репозиторий",
    answers: "Ответы",
    correct_choices: "Верно",
    no_answer_yet: "Ответа пока нет",
    answered_in: "Ответ есть здесь:",
    also_asked_in: "Спрашивают и здесь:",
    link_to_question: "Ссылка на этот вопрос",
    show_all_answers: "Показать все ответы",
    comma: ", ",
    writing: &WRITING,
    in_notes: Labels {
        link_to_section: "Ссылка на этот раздел",
        table: "Таблица",
        footnotes: "Сноски",
        back_to_text: "Вернуться к тексту",
        details: "Подробнее",
        done: "сделано",
        to_do: "не сделано",
        alerts: ["Примечание", "Совет", "Важно", "Внимание", "Осторожно"],
    },
    in_search: SearchWords {
        locale: LOCALE,
        comma: ", ",
        quoted: "«{words}»",
        search: "Поиск по руководству",
        close: "Закрыть",
        results: "Результаты",
        filters: "Фильтры",
        recent: "Недавние запросы",
        clear: "Очистить",
        more: "Ещё результаты",
        all: "Все результаты",
        topics: "Посмотреть все темы",
        failed: "Поиск не смог загрузить указатель. Проверьте соединение и попробуйте ещё раз.",
        found: plural("{n} результат", "{n} результата", "{n} результатов"),
        instead: "{n} по запросу {words}",
        none: "По запросу «{words}» ничего не найдено.",
        near: "Ближайшие темы:",
        question: "Вопрос",
        topic: "Тема",
        levels: ["Базовый", "Средний", "Продвинутый"],
        kind_note: "Заметки",
        kind_question: "Вопросы",
        kind_topic: "Темы",
        kind_callout: "Врезки",
        level_basic: "Базовый",
        level_intermediate: "Средний",
        level_advanced: "Продвинутый",
        answered_yes: "С ответом",
        answered_no: "Без ответа",
    },
    levels: ["Базовый", "Средний", "Продвинутый"],
    kinds: ["Вопрос", "Сценарий", "Уточнение", "Тест", "Код", "Определение"],
    reasons: ["сравниваются", "спрашивают вместе", "объясняются рядом", "части одной темы"],
    grades: ["Слабый", "Сильный"],
    lens_words: [
        LensWords {
            slug: "cheat-sheet",
            title: "Шпаргалка",
            about: "Что запомнить, на возможно меньшем числе страниц. Сделана для печати.",
        },
        LensWords { slug: "glossary", title: "Глоссарий", about: "Что значат термины, по алфавиту." },
        LensWords {
            slug: "pitfalls", title: "Подводные камни", about: "Что идёт не так и на чём спотыкается большинство."
        },
        LensWords {
            slug: "production-failures", title: "Сбои в эксплуатации", about: "Что ломалось на самом деле и почему."
        },
        LensWords {
            slug: "best-practices", title: "Лучшие практики", about: "Что делать и что советует опыт."
        },
        LensWords {
            slug: "comparisons", title: "Сравнения и компромиссы", about: "Одно против другого, и чего каждое стоит."
        },
        LensWords {
            slug: "senior-perspectives", title: "Взгляд опытных", about: "Как на это смотрят опытные инженеры."
        },
        LensWords {
            slug: "interviewers", title: "Чего ждут на собеседовании", about: "Что проверяют и чего не принимают."
        },
        LensWords { slug: "mental-models", title: "Простыми словами", about: "Как об этом думать." },
        LensWords {
            slug: "nuances", title: "Тонкости", about: "О чём большинство ответов умалчивает."
        },
        LensWords { slug: "internals", title: "Как это устроено", about: "Что происходит внутри." },
        LensWords {
            slug: "use-cases", title: "Где применяется", about: "Для каких задач это используют."
        },
        LensWords {
            slug: "performance", title: "Производительность", about: "Насколько это быстро и что для этого нужно."
        },
        LensWords {
            slug: "security", title: "Безопасность", about: "Что могут сделать злоумышленники и что их остановит."
        },
        LensWords { slug: "debugging", title: "Отладка", about: "Как выяснить, что не так." },
    ],
    n_notes: plural("{n} заметка", "{n} заметки", "{n} заметок"),
    n_topics: plural("{n} тема", "{n} темы", "{n} тем"),
    n_questions: plural("{n} вопрос", "{n} вопроса", "{n} вопросов"),
    n_entries: plural("{n} запись", "{n} записи", "{n} записей"),
    n_answered: same("С ответом: {n}"),
    n_sections: plural("{n} раздел", "{n} раздела", "{n} разделов"),
    n_minutes: same("{n} мин чтения"),
    all_n_notes: same("Все заметки: {n}"),
    n_more: same("и ещё {n}"),
};
