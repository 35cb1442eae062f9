//! The labels of callouts: data only. Lower case, parted by `|`; English first, then the other languages.

use crate::note::CalloutKind as Kind;

pub(super) const CALLOUTS: &[(Kind, &str)] = &[
    (
        Kind::Definition,
        "definition|concept|what it is|what is it|meaning|in one sentence|definición|concepto|définition|definição|conceito|begriff|\
         konzept|определение|понятие|концепция|что это|визначення|поняття|концепція|що це|定义|概念|定義|정의|개념|परिभाषा|अवधारणा|التعريف|تعريف|\
         المفهوم",
    ),
    (
        Kind::Explanation,
        "simple explanation|plain explanation|non-textbook explanation|in simple words|in simple terms|in plain english|plain english|\
         senior explanation|eli5|analogy|real-world analogy|real-life analogy|einfache erklärung|einfach gesagt|analogie|\
         explicación sencilla|explicación simple|en palabras simples|analogía|explication simple|en termes simples|explicação simples|\
         em termos simples|analogia|простое объяснение|простыми словами|аналогия|просте пояснення|простими словами|аналогія|通俗解释|简单解释|\
         类比|简单来说|簡単な説明|簡単に言うと|たとえ|例え|쉬운 설명|간단한 설명|비유|सरल व्याख्या|सरल शब्दों में|उपमा|شرح مبسط|ببساطة|تشبيه",
    ),
    (
        Kind::Mechanism,
        "how it works|how it works internally|how they work|how does it work|under the hood|internals|mechanism|step-by-step flow|\
         so funktioniert es|wie es funktioniert|funktionsweise|unter der haube|cómo funciona|por dentro|mecanismo|comment ça marche|\
         comment ça fonctionne|fonctionnement|sous le capot|como funciona|por baixo dos panos|как это работает|как работает|\
         под капотом|механизм|як це працює|під капотом|механізм|工作原理|原理|底层原理|仕組み|動作原理|内部動作|동작 원리|작동 원리|내부 동작|यह कैसे काम करता है|\
         कार्यप्रणाली|كيف يعمل|آلية العمل",
    ),
    (
        Kind::Nuance,
        "nuance|nuances|subtlety|fine point|subtle point|feinheit|feinheiten|matiz|matices|subtilité|sutileza|тонкость|нюанс|нюансы|\
         тонкости|тонкощі|нюанси|细微差别|细节|微妙之处|微妙な違い|細かい点|ニュアンス|미묘한 차이|뉘앙스|बारीकी|सूक्ष्मता|دقائق|فارق دقيق",
    ),
    (
        Kind::Pitfall,
        "pitfall|pitfalls|common pitfall|common pitfalls|gotcha|gotchas|common mistake|common mistakes|mistake|mistakes|common error|\
         common errors|anti-pattern|anti-patterns|antipattern|caveat|caveats|fallstrick|fallstricke|stolperfalle|stolperfallen|\
         häufiger fehler|häufige fehler|error común|errores comunes|trampas|escollo|piège|pièges|erreur courante|erreurs courantes|\
         armadilha|armadilhas|erro comum|erros comuns|подводные камни|подводный камень|ловушка|ловушки|частая ошибка|частые ошибки|\
         типичная ошибка|типичные ошибки|підводні камені|пастка|пастки|часта помилка|часті помилки|типові помилки|типова помилка|陷阱|\
         常见错误|常见陷阱|坑|易错点|落とし穴|よくある間違い|よくあるミス|함정|흔한 실수|자주 하는 실수|주의할 점|सामान्य गलती|सामान्य गलतियाँ|खतरे|الأخطاء الشائعة|خطأ شائع|مطب|\
         مطبات",
    ),
    (
        Kind::BestPractice,
        "best practice|best practices|good practice|good practices|recommendation|recommendations|rule of thumb|do|do's|dos|\
         bewährte praxis|bewährte praktiken|empfehlung|empfehlungen|faustregel|buena práctica|buenas prácticas|mejores prácticas|\
         recomendación|recomendaciones|bonne pratique|bonnes pratiques|recommandation|boa prática|boas práticas|melhores práticas|\
         recomendação|лучшая практика|лучшие практики|хорошая практика|рекомендация|рекомендации|найкраща практика|найкращі практики|\
         рекомендація|рекомендації|最佳实践|建议|推荐做法|ベストプラクティス|推奨|推奨事項|모범 사례|권장 사항|सर्वोत्तम अभ्यास|सर्वोत्तम प्रथाएँ|أفضل الممارسات|\
         أفضل ممارسة|توصية",
    ),
    (
        Kind::ProductionFailure,
        "production failure|production failures|production incident|incident|production issue|production story|war story|real incident|\
         real-world failure|failure story|outage|post-mortem|postmortem|produktionsausfall|produktionsfehler|vorfall|ausfall|\
         fallo en producción|falla en producción|incidente|incidente en producción|panne en production|échec en production|\
         incident en production|falha em produção|incidente em produção|сбой в продакшене|авария в продакшене|инцидент|\
         инцидент в продакшене|падение в проде|збій у продакшені|інцидент|інцидент у продакшені|аварія у продакшені|生产事故|线上事故|生产故障|\
         线上故障|本番障害|本番での障害|障害事例|프로덕션 장애|운영 장애|장애 사례|उत्पादन विफलता|प्रोडक्शन विफलता|عطل في الإنتاج|فشل في الإنتاج|حادثة إنتاج",
    ),
    (
        Kind::SeniorPerspective,
        "senior engineer perspective|senior perspective|senior insight|senior take|senior tip|senior note|staff perspective|\
         expert insight|expert take|leadership role|leadership|leadership perspective|architect's view|\
         perspektive erfahrener entwickler|senior-perspektive|sicht der seniors|perspectiva senior|perspectiva de ingeniero senior|\
         perspective senior|point de vue senior|perspective d'ingénieur senior|perspectiva sênior|visão sênior|взгляд сеньора|\
         взгляд старшего инженера|взгляд опытного инженера|мнение сеньора|погляд сеньйора|погляд досвідченого інженера|资深工程师视角|高级工程师视角|\
         资深视角|シニアエンジニアの視点|シニアの視点|시니어 관점|시니어 엔지니어 관점|시니어 엔지니어의 관점|वरिष्ठ इंजीनियर का दृष्टिकोण|वरिष्ठ दृष्टिकोण|منظور مهندس خبير|\
         وجهة نظر الخبير",
    ),
    (
        Kind::Comparison,
        "comparison|comparison note|compared to|compare|contrast|difference|differences|key difference|key differences|versus|vs|\
         vergleich|unterschied|unterschiede|comparación|diferencia|diferencias|comparaison|différence|différences|comparação|diferença|\
         diferenças|сравнение|отличие|отличия|разница|порівняння|відмінність|відмінності|різниця|对比|比较|区别|比較|違い|비교|차이|차이점|तुलना|अंतर|\
         مقارنة|الفرق|الفروق",
    ),
    (
        Kind::UseCase,
        "use case|use cases|real-world use case|real-world use cases|real-world usage|real-life use case|when to use|when to use it|\
         where it is used|where used|applications|application|anwendungsfall|anwendungsfälle|einsatz|wann verwenden|caso de uso|\
         casos de uso|cuándo usarlo|cas d'usage|cas d'utilisation|quand l'utiliser|quando usar|применение|сценарий использования|\
         случаи использования|когда использовать|где применяется|пример использования|застосування|сценарій використання|\
         випадки використання|коли використовувати|使用场景|应用场景|适用场景|何时使用|ユースケース|使用場面|使いどころ|사용 사례|활용 사례|언제 사용|उपयोग|उपयोग के मामले|\
         कब उपयोग करें|حالة استخدام|حالات الاستخدام|متى يستخدم",
    ),
    (
        Kind::TradeOff,
        "trade-off|trade-offs|tradeoff|tradeoffs|cost|costs|pros and cons|pros & cons|pros|cons|advantages|disadvantages|advantage|\
         disadvantage|key advantage|benefit|benefits|drawback|drawbacks|limitation|limitations|abwägung|abwägungen|kompromiss|vorteile|\
         nachteile|vorteil|nachteil|compromiso|ventajas|desventajas|ventaja|desventaja|compromis|avantages|inconvénients|vantagens|\
         desvantagens|limitações|компромисс|компромиссы|преимущества|недостатки|плюсы и минусы|плюсы|минусы|ограничения|компроміс|\
         компроміси|переваги|недоліки|обмеження|权衡|取舍|优点|缺点|优缺点|局限|トレードオフ|長所|短所|利点|欠点|制限|트레이드오프|장점|단점|장단점|한계|समझौता|लाभ|हानि|सीमाएँ|\
         المقايضات|مقايضة|المزايا|العيوب|القيود",
    ),
    (
        Kind::Example,
        "example|examples|real example|real-world example|real-life example|code example|sample code|code|syntax|for example|e.g|\
         beispiel|beispiele|codebeispiel|ejemplo|ejemplos|ejemplo de código|exemple|exemples|exemple de code|exemplo|exemplos|\
         exemplo de código|пример|примеры|пример кода|приклад|приклади|приклад коду|示例|例子|举例|代码示例|例|コード例|예시|예제|코드 예제|코드 예시|उदाहरण|\
         कोड उदाहरण|مثال|أمثلة|مثال برمجي",
    ),
    (
        Kind::InterviewFocus,
        "what interviewers test|what interviewers look for|what interviewers want|what the interviewer wants|interviewer expects|\
         interview focus|interview tip|interview tips|interview note|why interviewers ask|why they ask|why it's asked|what it tests|\
         was interviewer prüfen|worauf interviewer achten|interviewtipp|qué evalúan los entrevistadores|consejo de entrevista|\
         ce que testent les recruteurs|conseil d'entretien|o que os entrevistadores avaliam|dica de entrevista|\
         что проверяют на собеседовании|что хочет услышать интервьюер|совет для собеседования|що перевіряють на співбесіді|\
         порада для співбесіди|面试官考察|考察点|面试考点|面试提示|面接官が見る点|面接のヒント|면접관이 보는 것|면접 팁|면접 포인트|इंटरव्यूअर क्या परखते हैं|साक्षात्कार टिप|\
         ما يختبره المحاورون|نصيحة للمقابلة",
    ),
    (
        Kind::Rejection,
        "why interviewers reject this|why this is rejected|why this gets rejected|red flag|red flags|instant reject|why this is wrong|\
         warum interviewer das ablehnen|warnsignal|warnsignale|por qué lo rechazan|señal de alarma|pourquoi c'est rejeté|\
         signal d'alarme|por que rejeitam|sinal de alerta|почему это отклоняют|почему это плохо|красный флаг|чому це відхиляють|\
         червоний прапорець|为什么会被拒|危险信号|なぜ落とされるか|危険信号|왜 탈락하는가|위험 신호|क्यों अस्वीकार करते हैं|لماذا يرفض المحاورون هذا|علامة خطر",
    ),
    (
        Kind::MentalModel,
        "mental model|correct mental model|intuition|how to think about it|think of it as|gedankenmodell|mentales modell|\
         intuition dahinter|modelo mental|modèle mental|ментальная модель|правильная ментальная модель|интуиция|ментальна модель|\
         інтуїція|心智模型|思维模型|直觉|メンタルモデル|直感|멘탈 모델|직관|मानसिक मॉडल|النموذج الذهني",
    ),
    (
        Kind::Breakage,
        "what would break|what breaks|what could go wrong|what can go wrong|failure mode|failure modes|edge case|edge cases|symptom|\
         was kaputtgehen würde|was schiefgehen kann|randfall|randfälle|qué se rompería|qué puede salir mal|casos límite|\
         ce qui casserait|ce qui peut mal tourner|cas limites|o que quebraria|o que pode dar errado|casos extremos|что сломается|\
         что может пойти не так|граничные случаи|що зламається|що може піти не так|граничні випадки|什么会出错|边界情况|边界条件|壊れるケース|エッジケース|\
         何が壊れるか|무엇이 깨지는가|엣지 케이스|경계 사례|क्या टूटेगा|सीमांत मामले|ما الذي سيتعطل|حالات حدية",
    ),
    (
        Kind::KeyPoint,
        "key point|key points|key takeaway|key takeaways|takeaway|takeaways|key insight|key idea|summary|tl;dr|tldr|remember|in short|\
         bottom line|conclusion|why it matters|kernpunkt|kernpunkte|merke|merksatz|zusammenfassung|kurz gesagt|punto clave|\
         puntos clave|resumen|en resumen|recuerda|point clé|points clés|à retenir|résumé|en bref|ponto-chave|pontos-chave|resumo|\
         em resumo|lembre-se|ключевая мысль|главное|важно запомнить|итог|вывод|кратко|запомните|ключова думка|головне|підсумок|\
         висновок|коротко|запам'ятайте|关键点|要点|总结|小结|记住|重点|ポイント|まとめ|要約|覚えておくこと|핵심|요점|요약|정리|기억할 점|मुख्य बिंदु|सारांश|याद रखें|निष्कर्ष|\
         النقاط الرئيسية|الخلاصة|ملخص|تذكر",
    ),
    (
        Kind::Tip,
        "tip|tips|pro tip|pro tips|hint|hints|tipp|tipps|hinweis|consejo|consejos|pista|astuce|astuces|conseil|dica|dicas|совет|советы|\
         подсказка|порада|поради|підказка|提示|小贴士|技巧|ヒント|コツ|팁|힌트|सुझाव|संकेत|نصيحة|تلميح",
    ),
    (
        Kind::Warning,
        "warning|caution|danger|beware|important|attention|warnung|vorsicht|achtung|wichtig|advertencia|precaución|cuidado|importante|\
         avertissement|aviso|atenção|предупреждение|осторожно|внимание|важно|попередження|обережно|увага|важливо|警告|注意|重要|危险|警告事項|경고|\
         주의|중요|चेतावनी|सावधानी|महत्वपूर्ण|تحذير|انتباه|مهم",
    ),
    (
        Kind::Performance,
        "performance|performance note|performance impact|complexity|time complexity|space complexity|time and space complexity|big o|\
         leistung|komplexität|zeitkomplexität|speicherkomplexität|rendimiento|complejidad|complexité|performances|desempenho|\
         complexidade|производительность|сложность по времени|сложность по памяти|продуктивність|складність за часом|性能|复杂度|时间复杂度|\
         空间复杂度|パフォーマンス|計算量|時間計算量|空間計算量|성능|복잡도|시간 복잡도|공간 복잡도|प्रदर्शन|समय जटिलता|الأداء|التعقيد الزمني",
    ),
    (
        Kind::Security,
        "security|security note|security implication|security implications|security risk|sicherheit|sicherheitshinweis|seguridad|\
         sécurité|segurança|безопасность|безпека|安全|安全性|安全提示|セキュリティ|보안|सुरक्षा|الأمان",
    ),
    (
        Kind::Debugging,
        "debugging|troubleshooting|how to debug|debugging tip|how to diagnose|fehlersuche|depuración|débogage|depuração|отладка|\
         диагностика|налагодження|діагностика|调试|排查|デバッグ|トラブルシューティング|디버깅|문제 해결|डिबगिंग|تصحيح الأخطاء",
    ),
];
