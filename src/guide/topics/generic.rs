//! Headings that say what kind of text follows, never what it is about.
//!
//! Takes a key; says whether it is such a heading's. One table, by language, of headings as people write them. Must not hold
//! concepts of any subject.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::guide::topics::name::key;

/// Headings that are never a topic, in either number, by language.
const GENERIC: &[(&str, &str)] = &[
    (
        "en",
        "about; additional notes; additional resources; advantages; advantages and disadvantages; answers; appendix; \
         applications; approaches; ask; background; bad; basics; beginner; benefits; best practices; better; bonus; case studies; \
         challenges; changelog; cheat sheet; checklist; code; code examples; code samples; common interview problems; \
         common interview questions; common mistakes; common pitfalls; common questions; comparison; cons; concepts; \
         conclusion; contents; core concepts; cost; definitions; demo; description; details; disadvantages; discussion; do; \
         do and don't; dos and don'ts; don't; drawbacks; easy; edge cases; etc; examples; exercises; expert; explanation; faq; \
         features; final thoughts; final tips; follow-up; follow-up questions; for beginners; frequently asked questions; \
         further reading; general; getting started; glossary; goals; good; hard; hints; history; how; \
         how it works; ideas; implementation; important notes; important points; installation; intermediate; internals; language internals; \
         interview; interview preparation; interview prep; interview questions; interview questions and answers; \
         interview tips; intro; introduction; issues; it; key concepts; key differences; key features; key ideas; \
         key points; key takeaways; learning objectives; lessons learned; limitations; links; medium; misc; miscellaneous; \
         mistakes; motivation; next steps; notes; objectives; official documentation; options; other; others; outline; \
         overview; parts; performance considerations; performance tips; phases; pitfalls; practical exercises; practice; \
         practice questions; prerequisites; problems; pros; pros and cons; purpose; questions; questions and answers; \
         quick revision; quick start; quick summary; quiz; quotes; real-world examples; real-world scenarios; \
         real-world use cases; recap; recommendations; references; related; related notes; related topics; requirements; \
         resources; results; review; revision; sample answers; sample questions; scalability concerns; scenarios; sections; \
         security implications; see also; senior; senior level; setup; short answer; solutions; sources; steps; strategies; strong; strong answer; \
         study plan; summary; syllabus; syntax; systems; table of contents; takeaways; terminology; terms; theory; \
         things to remember; tips; tips and tricks; tl;dr; todo; tools; topics; trade-offs; tradeoffs; tricks; tricky; \
         tricky questions; types; usage; use cases; variations; videos; warm-up; warnings; weak; weak answer; what; \
         when; when not to use; when to avoid; when to use; why; why it matters; why use",
    ),
    (
        "de",
        "allgemeines; anhang; antwort; antworten; anwendung; aufgabe; aufgaben; beispiel; beispiele; bewährte methoden; \
         definition; definitionen; einführung; einleitung; ergebnis; fazit; frage; fragen; fragen und antworten; glossar; \
         grundlagen; häufige fehler; häufige fragen; hinweis; hinweise; inhalt; inhaltsverzeichnis; interviewfragen; \
         literatur; lösung; lösungen; nachteile; quellen; überblick; übersicht; übung; übungen; verweise; voraussetzungen; \
         vor- und nachteile; vorteile; weiterführende literatur; wichtige begriffe; ziele; zusammenfassung",
    ),
    (
        "es",
        "antecedentes; apéndice; avanzado; básico; buenas prácticas; conceptos; conceptos básicos; conceptos clave; \
         conclusiones; conclusión; contenido; definición; desventajas; ejemplo; ejemplos; ejercicios; errores comunes; \
         glosario; introducción; mejores prácticas; objetivos; preguntas; preguntas de entrevista; preguntas frecuentes; \
         recursos; referencias; requisitos; respuestas; resumen; tabla de contenido; ventajas; ventajas y desventajas; \
         visión general; índice",
    ),
    (
        "fr",
        "annexe; aperçu; avantages; avantages et inconvénients; bonnes pratiques; concepts clés; conclusion; définition; \
         erreurs courantes; exemple; exemples; exercices; glossaire; inconvénients; introduction; objectifs; \
         pour aller plus loin; prérequis; questions d'entretien; questions fréquentes; ressources; réponses; résumé; \
         références; sommaire; table des matières; vue d'ensemble",
    ),
    (
        "pt",
        "apêndice; avançado; boas práticas; conceitos; conceitos básicos; conceitos-chave; conclusão; conteúdo; definição; \
         desvantagens; erros comuns; exemplo; exemplos; exercícios; glossário; introdução; objetivos; perguntas; \
         perguntas de entrevista; perguntas frequentes; pré-requisitos; recursos; referências; respostas; resumo; sumário; \
         vantagens; vantagens e desvantagens; visão geral",
    ),
    (
        "ru",
        "введение; вопросы; вопросы для собеседования; вопросы и ответы; вопросы на собеседовании; вывод; выводы; глоссарий; \
         дополнительно; задания; задачи; заключение; итог; итоги; источники; ключевые моменты; ключевые понятия; литература; \
         лучшие практики; недостатки; обзор; общие сведения; оглавление; определение; определения; основные понятия; основы; \
         ответы; ошибки; полезные ссылки; преимущества; преимущества и недостатки; применение; пример; примеры; примечания; \
         резюме; решение; содержание; ссылки; типичные ошибки; требования; упражнения; частые ошибки",
    ),
    (
        "zh",
        "介绍; 介紹; 优点; 优缺点; 使用场景; 例子; 关键概念; 前提条件; 前言; 参考; 参考文献; 参考资料; 參考資料; 基本概念; 基础; 定义; 实例; 小结; 常见问题; 常见错误; 应用场景; 延伸阅读; 引言; \
         总结; 总览; 扩展阅读; 术语; 案例; 核心概念; 概览; 概述; 注意事项; 目录; 目錄; 示例; 简介; 簡介; 範例; 練習; 练习; 结论; 總結; 缺点; 背景; 要点; 进阶; 附录; 面试问题; 面试题; \
         面試題; 高级; 最佳实践; 问题; 答案",
    ),
    (
        "ja",
        "おわりに; はじめに; まとめ; よくある質問; よくある間違い; サンプルコード; デメリット; ベストプラクティス; ポイント; メリット; メリットとデメリット; 事例; 付録; 使い方; 例; 前提条件; 参考; \
         参考文献; 参考資料; 回答; 基本; 基本概念; 基礎; 定義; 導入; 序章; 概要; 注意点; 用語集; 目次; 練習問題; 結論; 背景; 要点; 解説; 質問; 重要な概念; 面接の質問; 面接質問",
    ),
    (
        "uk",
        "вступ; питання; питання до співбесіди; питання для співбесіди; питання та відповіді; висновок; висновки; глосарій; додатково; \
         завдання; підсумок; підсумки; джерела; ключові моменти; ключові поняття; література; найкращі практики; недоліки; огляд; \
         загальні відомості; зміст; означення; визначення; основні поняття; основи; відповіді; помилки; корисні посилання; переваги; \
         переваги та недоліки; переваги і недоліки; застосування; приклад; приклади; примітки; резюме; розв'язок; посилання; \
         типові помилки; поширені помилки; вимоги; вправи; часті помилки; часті запитання",
    ),
    (
        "ko",
        "개요; 소개; 서론; 결론; 요약; 정리; 마무리; 목차; 예제; 예시; 사례; 참고; 참고 자료; 참고자료; 참고 문헌; 자주 묻는 질문; 질문; 답변; 질문과 답변; 면접 질문; \
         장점; 단점; 장단점; 특징; 배경; 용어; 용어집; 정의; 개념; 핵심 개념; 기본 개념; 기초; 기본; 심화; 연습 문제; 연습문제; 문제; 해결; 해설; 주의 사항; 주의사항; \
         모범 사례; 흔한 실수; 자주 하는 실수; 사용 사례; 사용법; 부록",
    ),
    (
        "hi",
        "परिचय; सारांश; निष्कर्ष; उदाहरण; प्रश्न; उत्तर; प्रश्न और उत्तर; प्रश्नोत्तर; साक्षात्कार प्रश्न; लाभ; फायदे; नुकसान; हानियाँ; फायदे और नुकसान; विशेषताएँ; विशेषताएं; संदर्भ; \
         विषय सूची; अनुक्रमणिका; परिभाषा; परिभाषाएँ; मूल बातें; मूल अवधारणाएँ; मुख्य अवधारणाएँ; मुख्य बिंदु; अभ्यास; सामान्य गलतियाँ; सर्वोत्तम अभ्यास; अक्सर पूछे जाने वाले प्रश्न; \
         अवलोकन; पृष्ठभूमि; शब्दावली",
    ),
    (
        "ar",
        "مقدمة; المقدمة; خاتمة; الخاتمة; خلاصة; الخلاصة; ملخص; الملخص; أمثلة; مثال; أسئلة; الأسئلة; أجوبة; الأجوبة; أسئلة وأجوبة; أسئلة المقابلة; أسئلة شائعة; \
         الأسئلة الشائعة; المزايا; العيوب; المزايا والعيوب; مراجع; المراجع; مصادر; المصادر; المحتويات; جدول المحتويات; الفهرس; تعريف; التعريف; تعريفات; \
         المفاهيم الأساسية; مفاهيم أساسية; أساسيات; الأساسيات; نظرة عامة; تمارين; التمارين; أخطاء شائعة; أفضل الممارسات; حالات الاستخدام; ملاحظات; المتطلبات; النتائج",
    ),
];

static KEYS: LazyLock<HashSet<String>> = LazyLock::new(|| GENERIC.iter().flat_map(|(_, headings)| headings.split("; ")).map(key).collect());

/// Whether a key says nothing of its subject: it is in the table, or ends with an entry of several words ("Redis best practice").
pub(super) fn is_generic(key: &str) -> bool {
    let ends = || key.match_indices(' ').filter_map(|(at, _)| key.get(at + 1..)).filter(|end| end.contains(' '));
    KEYS.contains(key) || ends().any(|end| KEYS.contains(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_every_language_are_known() {
        for heading in [
            "Overview",
            "Key Concepts",
            "Interview Questions",
            "Best practice",
            "Table of Contents",
            "Pros and Cons",
            "Redis Best Practices",
            "Zusammenfassung",
            "Häufige Fehler",
            "Buenas prácticas",
            "Vue d’ensemble",
            "Perguntas frequentes",
            "Вопросы и ответы",
            "最佳实践",
            "まとめ",
            "Поширені помилки",
            "면접 질문",
            "निष्कर्ष",
            "أسئلة وأجوبة",
        ] {
            assert!(is_generic(&key(heading)), "{heading}");
        }
    }

    #[test]
    fn concepts_are_not() {
        for heading in
            ["Garbage Collection", "Functional Programming", "Pattern Matching", "Сборка мусора", "垃圾回收", "Type Hints", "Class Methods"]
        {
            assert!(!is_generic(&key(heading)), "{heading}");
        }
    }
}
