//! What a note says of itself: `> **Target Audience**: …` at its top, `**Last Updated**: …` at its foot.
//!
//! Takes the block tree; gives the facts, and marks the blocks that consist of nothing else. Must not take content: a block
//! counts only at the very top or foot, and only with a label that states facts.

use std::collections::BTreeSet;

use super::{Fact, Role, Roles};
use crate::ids::HeadingId;
use crate::markdown::label::{self, Spelling};
use crate::markdown::{Block, BlockKind, Document, Inline, InlineKind, text};

/// Labels that state facts about a note, lower case, joined by `|`.
const LABELS: &str = "\
    author|authors|written by|created by|maintainer|maintained by|contributors|date|created|created on|created at|published|updated|updated on|last updated|\
    last update|last modified|last edited|last reviewed|last revised|revised|reviewed|version|status|level|interview level|difficulty|difficulty level|\
    experience|experience level|seniority|target|target audience|audience|intended audience|who is this for|for whom|target companies|companies|company|\
    asked at|asked in|asked by|target role|target roles|role|roles|tags|tag|topics|topic|keywords|category|categories|course|\
    language|framework|tech stack|technology|technologies|reading time|read time|estimated time|estimated reading time|time to read|duration|study time|\
    prerequisites|prerequisite|source|sources|original|license|licence|repository|total questions|number of questions|questions count|frequency|\
    autor|autorin|verfasser|datum|stand|erstellt|erstellt am|aktualisiert|zuletzt aktualisiert|letzte aktualisierung|zielgruppe|niveau|schwierigkeit|\
    schwierigkeitsgrad|zielunternehmen|unternehmen|lesezeit|dauer|voraussetzungen|voraussetzung|quelle|kategorie|schlagwörter|themen|\
    autora|fecha|última actualización|ultima actualización|actualizado|público|público objetivo|audiencia|nivel|nivel de entrevista|dificultad|empresas|\
    empresas objetivo|tiempo de lectura|duración|requisitos|requisitos previos|fuente|categoría|etiquetas|temas|\
    auteur|auteure|mise à jour|dernière mise à jour|mis à jour|public|public cible|public visé|difficulté|entreprises|entreprises visées|temps de lecture|durée|\
    prérequis|catégorie|mots-clés|étiquettes|\
    data|última atualização|atualizado|atualizado em|público-alvo|nível|nível da entrevista|dificuldade|empresas-alvo|tempo de leitura|duração|pré-requisitos|\
    fonte|categoria|\
    автор|авторы|дата|обновлено|последнее обновление|дата обновления|аудитория|целевая аудитория|для кого|уровень|уровень собеседования|сложность|компании|\
    целевые компании|время чтения|длительность|требования|предварительные требования|источник|категория|теги|темы|версия|статус|язык|\
    автори|оновлено|останнє оновлення|аудиторія|цільова аудиторія|для кого це|рівень|рівень співбесіди|складність|компанії|цільові компанії|час читання|тривалість|\
    передумови|джерело|категорія|теми|версія|\
    作者|日期|更新|更新时间|更新日期|最后更新|最近更新|受众|目标读者|读者对象|适合人群|目标公司|公司|难度|级别|等级|标签|分类|来源|阅读时间|前置知识|版本|\
    更新日|最終更新|最終更新日|対象|対象者|対象読者|レベル|難易度|企業|対象企業|タグ|カテゴリ|出典|所要時間|前提知識|バージョン|\
    작성자|저자|날짜|작성일|수정일|최종 수정|최종 업데이트|마지막 업데이트|대상|대상 독자|난이도|수준|회사|대상 기업|태그|카테고리|출처|소요 시간|사전 지식|버전|\
    लेखक|दिनांक|तारीख|अंतिम अद्यतन|अद्यतन|लक्षित पाठक|लक्षित श्रोता|स्तर|कठिनाई|कंपनियां|लक्षित कंपनियां|स्रोत|श्रेणी|\
    المؤلف|الكاتب|التاريخ|آخر تحديث|تاريخ التحديث|الجمهور المستهدف|الفئة المستهدفة|المستوى|الصعوبة|الشركات|الشركات المستهدفة|المصدر|التصنيف|الوسوم|المدة";

/// How long a fact may be, in bytes: what is longer is content.
const LONGEST: usize = 240;

/// How long one with a label of the author's own may be.
const LONGEST_UNKNOWN: usize = 80;

/// Takes the facts from the top and the foot of a note; the title's heading may stand above them.
pub(super) fn take(document: &Document, title: Option<HeadingId>, roles: &mut Roles) -> Vec<Fact> {
    let is_body = |&(position, block): &(usize, &Block)| match &block.kind {
        BlockKind::Rule => false,
        BlockKind::Heading(id, _) => Some(*id) != title,
        _ => roles.is(position, Role::Body),
    };
    let body: Vec<(usize, &Block)> = document.blocks.iter().enumerate().filter(is_body).collect();
    let found = |&(position, block): &(usize, &Block)| read(block).map(|facts| (position, facts));
    let top: Vec<_> = body.iter().map_while(found).collect();
    if top.len() == body.len() {
        return Vec::new();
    }
    let foot: Vec<_> = body.iter().rev().map_while(found).collect();
    let is_rule = |position: &usize| document.blocks.get(*position).is_some_and(|block| matches!(block.kind, BlockKind::Rule));
    for &(position, _) in &top {
        roles.mark(position..position + 1 + usize::from(is_rule(&(position + 1))), Role::Facts);
    }
    for &(position, _) in &foot {
        let rule = position.checked_sub(1).filter(is_rule);
        roles.mark(rule.unwrap_or(position)..position + 1, Role::Facts);
    }
    told_once(top.into_iter().chain(foot.into_iter().rev()).flat_map(|(_, facts)| facts))
}

/// The facts, each once: many notes say at the foot again what they said at the top.
fn told_once(facts: impl Iterator<Item = Fact>) -> Vec<Fact> {
    let mut told = BTreeSet::new();
    facts.filter(|fact| told.insert((fact.label.to_lowercase(), text::inlines(&fact.value)))).collect()
}

/// The facts of a block that holds nothing else.
pub(super) fn read(block: &Block) -> Option<Vec<Fact>> {
    let mut facts = Vec::new();
    collect(std::slice::from_ref(block), &mut facts)?;
    let known = facts.iter().filter(|fact| is_known(&fact.label)).count();
    let unknown_fit = facts.iter().all(|fact| is_known(&fact.label) || is_brief(&fact.value));
    (known > 0 && known * 2 >= facts.len() && unknown_fit).then_some(facts)
}

fn is_known(label: &str) -> bool {
    let label = label.to_lowercase();
    LABELS.split('|').any(|known| known == label)
}

fn is_brief(value: &[Inline]) -> bool {
    let text = text::inlines(value);
    text.len() <= LONGEST_UNKNOWN && !text.ends_with(['?', '？', '؟'])
}

fn collect(blocks: &[Block], facts: &mut Vec<Fact>) -> Option<()> {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => {
                label::lines(inlines).try_for_each(|line| collect_line(line, facts))?;
            }
            BlockKind::Quote(None, blocks) => collect(blocks, facts)?,
            BlockKind::List(list) => list.items.iter().try_for_each(|item| collect(&item.blocks, facts))?,
            _ => return None,
        }
    }
    Some(())
}

/// The facts of one line: all of it may be emphasised, and several may stand side by side.
fn collect_line(line: &[Inline], facts: &mut Vec<Fact>) -> Option<()> {
    if let [Inline { kind: InlineKind::Emphasis(inner), .. }] = line
        && label::strong(line).is_none_or(|label| label.rest.is_empty())
    {
        return collect_line(inner, facts);
    }
    for part in parts(line) {
        let label = label::strong(&part).filter(|label| matches!(label.spelling, Spelling::ColonInside | Spelling::ColonBehind));
        let label = label.or_else(|| label::plain(&part))?;
        let text = label.rest.text();
        if text.is_empty() || text.len() > LONGEST {
            return None;
        }
        facts.push(Fact { label: label.words.into_owned(), value: label.rest.to_inlines() });
    }
    Some(())
}

/// `**Author:** A | **Date:** B` is two facts.
fn parts(line: &[Inline]) -> Vec<Vec<Inline>> {
    let mut parts = vec![Vec::new()];
    for (position, inline) in line.iter().enumerate() {
        let mut inline = inline.clone();
        let labelled = line.get(position + 1).is_some_and(|next| label::weighty(next).is_some());
        let cut = match &mut inline.kind {
            InlineKind::Text(text) if labelled => {
                let kept = text.trim_end().trim_end_matches(['|', '·', '•', '—']).trim_end();
                let cut = kept.len() < text.trim_end().len();
                if cut {
                    *text = text.share(kept);
                }
                cut
            }
            _ => false,
        };
        if let Some(part) = parts.last_mut() {
            part.push(inline);
        }
        if cut {
            parts.push(Vec::new());
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use crate::markdown::outline::tests::{facts, roles};

    #[test]
    fn facts_leave_the_body() {
        for (note, expected_roles, expected) in [
            (
                "# Heaps\n\n> **Target Audience**: Juniors  \n> **Interview Level**: Any\n\n---\n\nText.",
                "TFFB",
                "Target Audience=Juniors; Interview Level=Any",
            ),
            ("# Heaps\n\nText.\n\n---\n\n**Last Updated**: May 2025\n**Goal**: pass", "TBFF", "Last Updated=May 2025; Goal=pass"),
            ("# Heaps\n\n*Last updated: May 2025*\n\nText.", "TFB", "Last updated=May 2025"),
            ("# Heaps\n\n**Author:** Ada | **Date:** May\n\nText.", "TFB", "Author=Ada; Date=May"),
            ("# Heaps\n\n- **Difficulty:** easy\n- **Companies:** two\n\nText.", "TFB", "Difficulty=easy; Companies=two"),
            ("# Кучи\n\nТекст.\n\n**Последнее обновление:** май", "TBF", "Последнее обновление=май"),
            ("# 堆\n\n> 难度：中等\n\n正文。", "TFB", "难度=中等"),
        ] {
            assert_eq!((roles(note).as_str(), facts(note).as_str()), (expected_roles, expected), "{note}");
        }
    }

    #[test]
    fn content_with_labels_stays() {
        for note in [
            "# Heaps\n\n**Definition**: A tree in an array.\n\nText.",
            "# Heaps\n\nText.\n\n**Answer**: Both.",
            "# Heaps\n\n**Level**: easy\n**Question**: Why is a heap no sorted list, though its first element is the least?\n\nText.",
            "# Heaps\n\n**Level**: easy",
            "# Heaps\n\nText.\n\n**Level**: easy\n\nMore text.",
            "## 1. Heaps\n\n**Level**: easy\n\nText.\n\n## 2. Trees\n\n**Level**: hard\n\nText.",
        ] {
            assert!(!roles(note).contains('F'), "{note}");
        }
    }
}
