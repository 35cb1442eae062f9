/**
 * Search as a reader has it: the dialog on every page, and the page of results.
 */

import './search-dialog.js';
import './search-page.js';
// The engine asks for it when a word is unknown; it is small enough to come along.
import '../core/search-speller.js';
