//! The labels of questions and answers: data only. Lower case, parted by `|`; a row a language.

use super::Part;
use crate::note::Grade;

const WEAK: Part = Part::Answer(Some(Grade::Weak));
const STRONG: Part = Part::Answer(Some(Grade::Strong));
const ANSWER: Part = Part::Answer(None);

pub(super) const PARTS: &[(Part, &str)] = &[
    (
        Part::Question,
        "question|q|ques|que|interview question|sample question|sample interview question|example question|practice question|\
         coding question|theory question",
    ),
    (Part::Question, "frage|interviewfrage|beispielfrage|übungsfrage"),
    (Part::Question, "pregunta|pregunta de entrevista|pregunta de ejemplo|pregunta típica"),
    (Part::Question, "question d'entretien|question type"),
    (Part::Question, "pergunta|questão|pergunta de entrevista|pergunta típica"),
    (Part::Question, "вопрос|вопрос на собеседовании|вопрос с собеседования|вопрос интервью"),
    (Part::Question, "питання|запитання|питання на співбесіді|питання зі співбесіди"),
    (Part::Question, "问题|問題|问|問|题目|題目|提问|面试题|面试问题|面試題"),
    (Part::Question, "質問|問い|面接質問|面接の質問|設問"),
    (Part::Question, "질문|문제|문|면접 질문|면접질문"),
    (Part::Question, "प्रश्न|सवाल|साक्षात्कार प्रश्न|इंटरव्यू प्रश्न"),
    (Part::Question, "السؤال|سؤال|س|سؤال المقابلة|سؤال مقابلة|سوال|پرسش"),
    (
        Part::Question,
        "pytanie|pytanie rekrutacyjne|domanda|domanda di colloquio|soru|mülakat sorusu|câu hỏi|hỏi|pertanyaan|soal|vraag|\
         întrebare|otázka|fråga|spørgsmål|spørsmål|kysymys|kérdés|ερώτηση|שאלה|въпрос|pitanje|คำถาม",
    ),
    (Part::Scenario, "scenario|interview scenario|real-world scenario|production scenario|situation|system design scenario"),
    (
        Part::Scenario,
        "szenario|escenario|scénario|mise en situation|cenário|сценарий|ситуация|сценарій|ситуація|场景|场景题|情景|シナリオ|シナリオ問題|시나리오|상황|\
         परिदृश्य|السيناريو|سيناريو",
    ),
    (
        Part::FollowUp,
        "follow-up|follow up|followup|follow-up question|follow up question|followup question|follow-up trap|follow up trap|trap|\
         trap question|trick question|gotcha question",
    ),
    (Part::FollowUp, "nachfrage|folgefrage|anschlussfrage|fangfrage|rückfrage"),
    (Part::FollowUp, "seguimiento|pregunta de seguimiento|repregunta|pregunta trampa|trampa"),
    (Part::FollowUp, "question de suivi|relance|question de relance|question piège"),
    (Part::FollowUp, "pergunta de acompanhamento|pergunta de seguimento|pergunta seguinte|pegadinha|pergunta capciosa"),
    (Part::FollowUp, "дополнительный вопрос|уточняющий вопрос|вопрос-ловушка|вопрос с подвохом|подвох|вопрос вдогонку"),
    (Part::FollowUp, "додаткове питання|уточнювальне питання|уточнююче питання|питання-пастка|питання з підступом|підступ"),
    (Part::FollowUp, "追问|追問|后续问题|延伸问题|陷阱题|陷阱问题"),
    (Part::FollowUp, "追加質問|フォローアップ|フォローアップ質問|深掘り質問|深掘り|ひっかけ質問|ひっかけ問題"),
    (Part::FollowUp, "후속 질문|꼬리 질문|꼬리질문|추가 질문|함정 질문"),
    (Part::FollowUp, "अनुवर्ती प्रश्न|फॉलो-अप प्रश्न|पेचीदा प्रश्न|अगला सवाल"),
    (Part::FollowUp, "سؤال متابعة|سؤال المتابعة|سؤال فخ|سؤال خادع"),
    (
        Part::Prompts,
        "questions|interview questions|sample questions|sample interview questions|common questions|common interview questions|\
         typical questions|typical interview questions|example questions|practice questions|review questions|possible questions|\
         likely questions|frequently asked questions|frequently asked|commonly asked|faq|faqs|q&a|q & a|questions and answers|questions & answers|\
         interview questions & answers|interview questions and answers|what interviewers test|what interviewers ask|interviewers ask|\
         what they ask|what you may be asked|asked in interviews|questions to expect|interview prompts|prompts|self-test|test yourself|\
         check yourself|check your understanding|coding questions|theory questions|technical questions|conceptual questions|\
         behavioral questions|behavioural questions|scenario questions|warm-up questions|tricky questions|discussion questions|quiz",
    ),
    (
        Part::Prompts,
        "fragen|interviewfragen|typische fragen|häufige fragen|beispielfragen|übungsfragen|fragen und antworten|was interviewer prüfen|\
         was interviewer fragen|selbsttest",
    ),
    (
        Part::Prompts,
        "preguntas|preguntas de entrevista|preguntas frecuentes|preguntas típicas|preguntas comunes|preguntas y respuestas|\
         preguntas de ejemplo|qué evalúan los entrevistadores|qué preguntan los entrevistadores",
    ),
    (
        Part::Prompts,
        "questions d'entretien|questions fréquentes|questions types|questions typiques|questions et réponses|questions courantes|\
         foire aux questions|ce que testent les recruteurs|ce que demandent les recruteurs",
    ),
    (
        Part::Prompts,
        "perguntas|perguntas de entrevista|perguntas frequentes|perguntas comuns|perguntas típicas|perguntas e respostas|\
         o que os entrevistadores avaliam|o que os entrevistadores perguntam",
    ),
    (
        Part::Prompts,
        "вопросы|вопросы на собеседовании|вопросы с собеседований|вопросы для собеседования|вопросы к собеседованию|частые вопросы|\
         типичные вопросы|вопросы и ответы|примеры вопросов|что проверяют на собеседовании|что спрашивают|контрольные вопросы",
    ),
    (
        Part::Prompts,
        "питання зі співбесід|питання до співбесіди|часті питання|типові питання|питання та відповіді|приклади питань|\
         що перевіряють на співбесіді|що питають|контрольні питання",
    ),
    (Part::Prompts, "常见问题|面试题目|典型问题|示例问题|问答|问题与答案|高频问题|面试官考察|面试官会问|考察点问题|自测题"),
    (Part::Prompts, "面接質問集|よくある質問|質問例|想定質問|面接でよく聞かれる質問|質問と回答|面接官が見る点|面接官が聞くこと|確認問題"),
    (Part::Prompts, "면접 질문들|자주 묻는 질문|예상 질문|예시 질문|질문과 답변|면접관이 묻는 것|면접관이 보는 것|확인 문제"),
    (Part::Prompts, "प्रश्नोत्तर|साक्षात्कार के प्रश्न|अक्सर पूछे जाने वाले प्रश्न|सामान्य प्रश्न|नमूना प्रश्न|इंटरव्यूअर क्या परखते हैं"),
    (Part::Prompts, "أسئلة|أسئلة المقابلة|أسئلة المقابلات|أسئلة شائعة|الأسئلة الشائعة|أسئلة وأجوبة|ما يختبره المحاورون"),
    (
        Part::Prompts,
        "pytania|pytania rekrutacyjne|pytania i odpowiedzi|domande|domande frequenti|domande e risposte|domande di colloquio|sorular|\
         mülakat soruları|sorular ve cevaplar|sık sorulan sorular|câu hỏi phỏng vấn|câu hỏi thường gặp|hỏi đáp|pertanyaan umum|\
         tanya jawab|pertanyaan dan jawaban|vragen|vragen en antwoorden|veelgestelde vragen",
    ),
    (
        Part::FollowUps,
        "follow-ups|follow ups|followups|follow-up questions|follow up questions|followup questions|traps|folgefragen|nachfragen|\
         rückfragen|preguntas de seguimiento|questions de suivi|perguntas de acompanhamento|дополнительные вопросы|уточняющие вопросы|\
         додаткові питання|уточнювальні питання|追问列表|延伸追问|追加の質問|후속 질문들|अनुवर्ती प्रश्नावली|أسئلة المتابعة|أسئلة متابعة",
    ),
    (
        ANSWER,
        "answer|answers|a|ans|short answer|long answer|quick answer|brief answer|detailed answer|full answer|ideal answer|\
         correct answer|model answer|sample answer|expected answer|suggested answer|possible answer|example answer|reference answer|\
         interview answer|one-line answer|one-liner answer|key answer|show answer|view answer|see answer|reveal answer|answer key",
    ),
    (
        ANSWER,
        "antwort|kurze antwort|kurzantwort|ideale antwort|richtige antwort|musterantwort|ausführliche antwort|lange antwort|\
         beispielantwort",
    ),
    (
        ANSWER,
        "respuesta|respuesta corta|respuesta breve|respuesta ideal|respuesta correcta|respuesta modelo|respuesta esperada|\
         respuesta larga",
    ),
    (
        ANSWER,
        "réponse|réponse courte|réponse brève|réponse idéale|bonne réponse|réponse correcte|réponse modèle|réponse attendue|\
         réponse longue",
    ),
    (ANSWER, "resposta|resposta curta|resposta breve|resposta ideal|resposta correta|resposta modelo|resposta esperada|resposta longa"),
    (
        ANSWER,
        "ответ|краткий ответ|короткий ответ|идеальный ответ|правильный ответ|развернутый ответ|развёрнутый ответ|полный ответ|\
         пример ответа|эталонный ответ",
    ),
    (
        ANSWER,
        "відповідь|коротка відповідь|стисла відповідь|ідеальна відповідь|правильна відповідь|розгорнута відповідь|повна відповідь|\
         приклад відповіді",
    ),
    (
        ANSWER,
        "答案|答|回答|面试题剖析|参考答案|參考答案|简答|简短回答|简要回答|理想回答|标准答案|正确答案|解答|答案&解析|答案和解析|查看答案|详细回答|完整回答",
    ),
    (ANSWER, "答え|短い答え|簡潔な答え|簡潔な回答|模範解答|理想的な回答|理想の回答|正解|詳しい回答"),
    (ANSWER, "답|답변|정답|짧은 답변|간단한 답변|모범 답변|모범 답안|이상적인 답변|자세한 답변"),
    (ANSWER, "उत्तर|जवाब|संक्षिप्त उत्तर|आदर्श उत्तर|सही उत्तर|विस्तृत उत्तर|नमूना उत्तर"),
    (ANSWER, "الجواب|الإجابة|جواب|إجابة|ج|إجابة قصيرة|الإجابة القصيرة|الإجابة المثالية|إجابة مثالية|الإجابة الصحيحة|إجابة نموذجية"),
    (
        ANSWER,
        "odpowiedź|odpowiedzi|krótka odpowiedź|risposta|risposte|risposta breve|risposta corretta|cevap|cevaplar|yanıt|kısa cevap|\
         doğru cevap|trả lời|câu trả lời|đáp án|đáp|jawaban|jawab|jawaban singkat|antwoord|antwoorden|kort antwoord|پاسخ|\
         răspuns|odpověď|svar|vastaus|válasz|απάντηση|תשובה|отговор|odgovor|përgjigja|sagot|คำตอบ",
    ),
    (
        WEAK,
        "weak answer|bad answer|poor answer|wrong answer|junior answer|schwache antwort|schlechte antwort|falsche antwort|\
         respuesta débil|mala respuesta|respuesta incorrecta|réponse faible|mauvaise réponse|resposta fraca|resposta ruim|слабый ответ|\
         плохой ответ|неправильный ответ|слабка відповідь|погана відповідь|弱回答|较差回答|错误回答|弱い回答|悪い回答|약한 답변|나쁜 답변|कमज़ोर उत्तर|\
         कमजोर उत्तर|गलत उत्तर|إجابة ضعيفة|إجابة خاطئة",
    ),
    (
        STRONG,
        "strong answer|good answer|great answer|better answer|best answer|excellent answer|senior answer|starke antwort|gute antwort|\
         bessere antwort|respuesta fuerte|buena respuesta|réponse forte|réponse solide|resposta forte|boa resposta|сильный ответ|\
         хороший ответ|отличный ответ|сильна відповідь|хороша відповідь|强回答|优秀回答|强い回答|強い回答|良い回答|강한 답변|좋은 답변|मज़बूत उत्तर|मजबूत उत्तर|\
         अच्छा उत्तर|إجابة قوية|إجابة جيدة",
    ),
    (
        Part::Level,
        "difficulty|level|difficulty level|seniority|expertise|question level|schwierigkeit|schwierigkeitsgrad|niveau|dificultad|nivel|difficulté|\
         dificuldade|nível|сложность|уровень|уровень сложности|складність|рівень|рівень складності|难度|难度等级|難度|難易度|レベル|난이도|수준|कठिनाई|\
         स्तर|المستوى|الصعوبة|مستوى الصعوبة",
    ),
    (
        Part::Solution,
        "solution|solutions|show solution|explanation|reasoning|output|result|expected output|lösung|erklärung|solución|explicación|\
         explication|corrigé|solução|explicação|решение|объяснение|пояснение|розв'язок|розв'язання|рішення|пояснення|解析|解释|解决方案|解説|解法|题解|答案解析|答案与解析|rozwiązanie|wyjaśnienie|soluzione|\
         spiegazione|çözüm|açıklama|lời giải|giải thích|penjelasan|oplossing|uitleg|\
         풀이|해설|해결|समाधान|हल|व्याख्या|الحل|الشرح",
    ),
];
