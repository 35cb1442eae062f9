//! What stands among questions and is none of them: links back to the top, empty lines, toggles without words.

use std::sync::LazyLock;

use super::vocabulary::Lexicon;
use crate::markdown::{Block, BlockKind, Document, Inline, InlineKind, text};
use crate::span::Span;

/// What leads back to the top, lower case, joined by `|`.
const BACK: &str = "\
back to top|back to the top|go to top|to top|top|back to contents|back to table of contents|back to toc|return to top|scroll to top|nach oben|zurück nach oben|volver arriba|ir arriba|volver al índice|volver a índice|volver al inicio|subir|\
retour en haut|haut de page|retour au sommaire|voltar ao topo|voltar ao índice|voltar ao início|torna su|torna all'indice|na górę|wróć na górę|powrót do spisu treści|başa dön|yukarı çık|içindekilere dön|về đầu trang|kembali ke atas|terug naar boven|înapoi sus|наверх|вернуться наверх|к началу|к оглавлению|догори|нагору|返回顶部|回到顶部|回到目录|返回目录|トップへ戻る|先頭に戻る|맨 위로|위로|ऊपर जाएँ|العودة إلى الأعلى|back|home";

/// How many pieces of running text noise has at most.
const LONGEST: usize = 6;

/// How many bytes a bullet without words takes up at most; markup that is not shown takes more.
const BULLET: usize = 6;

static LEADS_BACK: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(BACK));

/// Whether a block says nothing: a link back to the top, or nothing at all.
pub(super) fn is_noise(document: &Document, block: &Block) -> bool {
    match &block.kind {
        BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => is_noisy_text(document, inlines),
        BlockKind::Html(_, blocks) => blocks.iter().all(|block| is_noise(document, block)),
        // A bullet that waits for words.
        BlockKind::List(list) => {
            list.items.iter().all(|item| item.blocks.is_empty() && item.task.is_none())
                && block.span.range().len() <= BULLET * list.items.len()
        }
        _ => false,
    }
}

/// The blocks of a note that only lead back to the top, in document order: among cards nobody needs them.
#[must_use]
pub fn leads_back(document: &Document) -> Vec<Span> {
    let mut found = Vec::new();
    collect(document, &document.blocks, &mut found);
    found
}

fn collect(document: &Document, blocks: &[Block], found: &mut Vec<Span>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) if is_link_back(document, inlines) => found.push(block.span),
            BlockKind::Quote(_, inner) | BlockKind::Html(_, inner) => collect(document, inner, found),
            BlockKind::List(list) => list.items.iter().for_each(|item| collect(document, &item.blocks, found)),
            BlockKind::Details(details) => collect(document, &details.blocks, found),
            _ => {}
        }
    }
}

fn is_noisy_text(document: &Document, inlines: &[Inline]) -> bool {
    inlines.len() <= LONGEST && (inlines.iter().all(is_wordless) || is_link_back(document, inlines))
}

/// Whether running text is a link to an anchor of the note with the words of one that leads back.
fn is_link_back(document: &Document, inlines: &[Inline]) -> bool {
    let is_link = |inline: &Inline| matches!(&inline.kind, InlineKind::Link(id, _) if document.links[*id].target.starts_with('#'));
    let is_anchor = |inline: &Inline| match &inline.kind {
        InlineKind::Strong(inner) | InlineKind::Emphasis(inner) => inner.iter().any(is_link),
        InlineKind::Html(html) => html.inlines.iter().any(is_link),
        _ => is_link(inline),
    };
    inlines.len() <= LONGEST && inlines.iter().any(is_anchor) && is_back(&text::inlines(inlines))
}

/// Breaks, blanks and elements that hold nothing else.
fn is_wordless(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::SoftBreak | InlineKind::HardBreak => true,
        InlineKind::Text(text) => text.trim().is_empty(),
        InlineKind::Strong(inner) | InlineKind::Emphasis(inner) => inner.iter().all(is_wordless),
        InlineKind::Html(html) => html.inlines.iter().all(is_wordless),
        _ => false,
    }
}

fn is_back(text: &str) -> bool {
    LEADS_BACK.holds(text.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// What a `<details>` that hides an answer may be called beside "Answer", lower case, joined by `|`.
const TOGGLES: &str = "\
click to expand|click to reveal|click here|click to see the answer|click for answer|click to view answer|show|reveal|expand|details|show more|see more|spoiler|view solution|show solution|see solution|click me|\
show the answer|view the answer|see the answer|reveal the answer|toggle answer|answer & explanation|answer and explanation|answer with explanation|lösung anzeigen|antwort anzeigen|aufklappen|ver respuesta|\
mostrar respuesta|voir la réponse|afficher la réponse|ver resposta|mostrar resposta|показать ответ|посмотреть ответ|раскрыть|показати відповідь|переглянути відповідь|розгорнути|点击展开|查看答案|显示答案|\
点击查看答案|展开|答えを見る|解答を見る|回答を見る|정답 보기|답변 보기|답 보기|펼치기|उत्तर देखें|जवाब देखें|عرض الإجابة|إظهار الإجابة";

static OPENS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(TOGGLES));

/// Whether a summary says only that there is something to open.
pub(super) fn is_toggle(summary: &str) -> bool {
    let bare = summary.trim_matches(|c: char| !(c.is_alphanumeric() || ('\u{900}'..'\u{97f}').contains(&c)));
    bare.is_empty() || OPENS.holds(bare)
}
