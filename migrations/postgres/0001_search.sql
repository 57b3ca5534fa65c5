-- As 'english', but without stop words, so that "they" and "no" are found here as they are on SQLite.
CREATE TEXT SEARCH DICTIONARY averment_stem (TEMPLATE = snowball, LANGUAGE = english);
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION averment (COPY = english);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION averment ALTER MAPPING REPLACE english_stem WITH averment_stem;
--> statement-breakpoint
-- Full-text search. A tsvector holds 1 MB at most, so an article is searched by its first 200,000 characters.
CREATE INDEX "articles_search" ON "articles" USING gin (to_tsvector('averment', "title" || ' ' || left("text", 200000)));
--> statement-breakpoint
CREATE INDEX "claims_search" ON "claims" USING gin (to_tsvector('averment', left("quote", 200000)));
--> statement-breakpoint
-- The order of publication, undated claims first.
CREATE INDEX "claims_published" ON "claims" (coalesce("published_at", 0), "id");
