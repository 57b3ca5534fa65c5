-- Full-text search. Contentless: the words are indexed, the texts stay where they are.
CREATE VIRTUAL TABLE `articles_search` USING fts5(title, text, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE VIRTUAL TABLE `claims_search` USING fts5(quote, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2');
--> statement-breakpoint
-- The order of publication, undated claims first; an expression, which drizzle-kit cannot write for SQLite.
CREATE INDEX `claims_published` ON `claims` (coalesce(`published_at`, 0), `id`);
