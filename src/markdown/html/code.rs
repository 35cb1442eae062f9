//! Code blocks as HTML.

use std::fmt::Write;

use crate::markdown::CodeBlock;
use crate::markdown::highlight;

use super::Writer;

impl Writer<'_> {
    pub(super) fn code(&mut self, code: &CodeBlock) {
        let fence = &code.fence;
        let language = fence.language.as_deref();
        self.out.push_str("<figure class=\"code\"");
        if let Some(language) = language {
            self.attribute("data-language", &language.to_lowercase());
        }
        self.out.push('>');
        if fence.title.is_some() || language.is_some() {
            self.out.push_str("<figcaption>");
            if let Some(title) = &fence.title {
                self.out.push_str("<span class=\"code-title\">");
                self.text(title);
                self.out.push_str("</span>");
            }
            if let Some(language) = language {
                self.out.push_str("<span class=\"code-language\">");
                let label = highlight::label(language);
                self.text(&label);
                self.out.push_str("</span>");
            }
            self.out.push_str("</figcaption>");
        }
        let text = code.text.trim_end_matches('\n');
        let coloured = self.context.highlighter.highlight(language, text).unwrap_or_else(|| {
            let mut plain = String::with_capacity(text.len() + text.len() / 16);
            super::escape_into(text, &mut plain);
            plain
        });
        self.out.push_str("<pre tabindex=\"0\">");
        if fence.marked.is_empty() && fence.numbered_from.is_none() {
            self.out.push_str("<code>");
            self.out.push_str(&coloured);
        } else {
            let numbered = fence.numbered_from;
            self.out.push_str(if numbered.is_some() { "<code class=\"numbered\">" } else { "<code>" });
            for (line, html) in (1_u32..).zip(coloured.split('\n')) {
                let marked = fence.marked.iter().any(|range| range.contains(&line));
                self.out.push_str(if marked { "<span class=\"line marked\"" } else { "<span class=\"line\"" });
                if let Some(first) = numbered {
                    let _ = write!(self.out, " data-line=\"{}\"", first.saturating_add(line - 1));
                }
                self.out.push('>');
                self.out.push_str(html);
                self.out.push_str("\n</span>");
            }
        }
        self.out.push_str("</code></pre></figure>\n");
    }
}
