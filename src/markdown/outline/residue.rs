//! What a chat left behind in a note: the assistant's opening and its closing offer. Kept, but folded at the end.
//!
//! Takes the block tree; marks short paragraphs at the very start and end that say nothing of the subject. Must not fold what
//! may be the author's: a question of the note is no offer.

use super::heading::TopHeading;
use super::{Role, Roles};
use crate::markdown::{Block, BlockKind, Document, text};

/// How an answer of an assistant ends, lower case, joined by `|`. A paragraph that begins so is an offer.
const OFFERS: &str = "\
    would you like me to|would you like a |would you like an |would you like to see|would you like some|would you like more|would you like further|\
    let me know if|let me know which|let me know what you|let me know how|if you'd like, i can|if you'd like me to|if you would like, i can|if you would like me to|\
    if you want, i can|if you want me to|i hope this helps|hope this helps|i hope this|feel free to ask|feel free to reach|do you want me to|want me to|\
    shall i |should i continue|should i add|should i also|i can also |is there anything else|just let me know|happy to help|i'd be happy to|next, i can|ready for the next|\
    möchtest du, dass ich|möchten sie, dass ich|soll ich |wenn du möchtest, kann ich|lass mich wissen, |lassen sie mich wissen|sag bescheid, |ich hoffe, das hilft|\
    ¿te gustaría que|¿quieres que|¿deseas que|¿le gustaría que|avísame si|hazme saber si|espero que esto|si quieres, puedo|\
    souhaitez-vous que|voulez-vous que|veux-tu que|souhaites-tu que|aimeriez-vous que|n'hésitez pas à|n'hésite pas à|j'espère que cela|si vous le souhaitez, je|\
    gostaria que eu|você gostaria que|quer que eu|deseja que eu|espero que isso|se quiser, posso|me avise se|\
    хотите, я |хотите, чтобы я|хочешь, я |хочешь, чтобы я|если хотите, я могу|если хочешь, могу|если нужно, я могу|дайте знать, если|дай знать, если|надеюсь, это помо|\
    хочете, я |хочете, щоб я|бажаєте, щоб я|якщо хочете, я можу|дайте знати, якщо|сподіваюся, це допомо|\
    你想让我|您想让我|需要我|是否需要我|如果你需要，我可以|如果您需要，我可以|如果你愿意，我可以|希望这对你有|希望对你有所帮助|希望这些|\
    必要であれば|必要なら|ご希望であれば|よろしければ|お役に立てれば|원하시면|원하신다면|필요하시면|도움이 되|\
    क्या आप चाहेंगे कि मैं|क्या आप चाहते हैं कि मैं|आशा है कि यह|هل تريد مني|هل ترغب في أن|هل تود أن|آمل أن يكون|أتمنى أن";

/// How one begins.
const OPENINGS: &str = "\
    sure! |sure, here|sure thing|certainly! |certainly, here|of course! |of course, here|absolutely! |great question|here is your|here's your|here are your|\
    here is the revised|here's the revised|here is the updated|here's the updated|here is a revised|here's a revised|here is an updated|here's an updated|\
    gerne! |natürlich! |klar! |hier ist dein|hier ist ihr|hier sind deine|¡claro! |¡por supuesto! |claro, aquí|aquí tienes|bien sûr ! |bien sûr! |voici votre|voici ton|\
    claro! |com certeza! |aqui está |конечно! |конечно, вот|вот ваш|вот твой|звичайно! |звісно! |ось ваш|ось твій|当然！|当然可以|好的，以下是|好的！|もちろんです|はい、こちらが|\
    물론입니다|물론이죠|ज़रूर! |यह रहा आपका|بالتأكيد! |بالطبع! |إليك ";

/// How long such a paragraph may be, in bytes.
const LONGEST: usize = 600;

/// Marks what a chat left at both ends of a note.
pub(super) fn mark(document: &Document, headings: &[TopHeading], roles: &mut Roles) {
    let start = headings.first().map_or(document.blocks.len(), |heading| heading.block);
    for (position, block) in document.blocks.iter().enumerate().take(start) {
        if begins(block, OPENINGS) && document.blocks.len() > 1 {
            roles.mark(position..position + 1, Role::Residue);
        }
    }
    let Some(mut from) = closing(document) else { return };
    while let Some(before) = from.checked_sub(1)
        && let Some(block) = document.blocks.get(before)
    {
        match block.kind {
            BlockKind::Rule => from = before,
            // A heading with nothing else under it.
            BlockKind::Heading(..) if before > start => {
                from = before;
                let rule =
                    from.checked_sub(1).filter(|&at| document.blocks.get(at).is_some_and(|block| matches!(block.kind, BlockKind::Rule)));
                from = rule.unwrap_or(from);
                break;
            }
            _ => break,
        }
    }
    if from > 0 {
        roles.mark(from..document.blocks.len(), Role::Residue);
    }
}

/// Where the closing offer begins: its last paragraphs, or one that announces a list of what is on offer.
fn closing(document: &Document) -> Option<usize> {
    let mut from = None;
    for (position, block) in document.blocks.iter().enumerate().rev() {
        match &block.kind {
            BlockKind::Rule => {}
            _ if begins(block, OFFERS) => from = Some(position),
            BlockKind::List(_) if from.is_none() => {
                let announced = position.checked_sub(1).and_then(|before| document.blocks.get(before));
                if !announced.is_some_and(|block| begins(block, OFFERS) && ends_open(block)) {
                    return None;
                }
            }
            _ => break,
        }
    }
    from
}

fn begins(block: &Block, beginnings: &str) -> bool {
    let BlockKind::Paragraph(inlines) = &block.kind else { return false };
    let text = text::inlines(inlines);
    if text.len() > LONGEST {
        return false;
    }
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '¿' && c != '¡').to_lowercase().replace('’', "'");
    beginnings.split('|').any(|beginning| text.starts_with(beginning))
}

fn ends_open(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Paragraph(inlines) if text::inlines(inlines).trim_end().ends_with([':', '：', '?', '？']))
}

#[cfg(test)]
mod tests {
    use crate::markdown::outline::tests::roles;

    #[test]
    fn offers_and_openings_are_residue() {
        for (note, expected) in [
            ("# Heaps\n\nText.\n\n## Next\n\nWould you like a **harder** set of exercises?", "TBRR"),
            ("# Heaps\n\nText.\n\n---\n\nLet me know if a diagram would help!", "TBRR"),
            ("Sure! Here is what you asked for.\n\n# Heaps\n\nText.", "RTB"),
            ("# Heaps\n\nText.\n\nWould you like me to:\n\n- draw it\n- code it", "TBRR"),
            ("# Halden\n\nText.\n\nSoll ich dazu Übungen schreiben?", "TBR"),
            ("# Кучи\n\nТекст.\n\nХотите, я нарисую схему?", "TBR"),
            ("# 堆\n\n正文。\n\n需要我再举一个例子吗？", "TBR"),
        ] {
            assert_eq!(roles(note), expected, "{note}");
        }
    }

    #[test]
    fn what_the_author_wrote_stays() {
        for note in [
            "# Heaps\n\nText.\n\n## Next\n\nMore text.\n\nGood luck!",
            "# Heaps\n\nWould you like a heap or a list here?\n\n## Heap\n\nText.",
            "# Heaps\n\nText.\n\n- would you like a heap",
            "Would you like a heap?",
            "# Heaps\n\nHere is a list of operations.\n\n- pop",
        ] {
            assert!(!roles(note).contains('R'), "{note}");
        }
    }
}
