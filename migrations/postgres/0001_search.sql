-- Full-text search. A tsvector holds 1 MB at most, so an article is searched by its first 200,000 characters.
CREATE INDEX "articles_search" ON "articles" USING gin (to_tsvector('english', "title" || ' ' || left("text", 200000)));
--> statement-breakpoint
CREATE INDEX "claims_search" ON "claims" USING gin (to_tsvector('english', left("quote", 200000)));
--> statement-breakpoint
-- The order of publication, undated claims first.
CREATE INDEX "claims_published" ON "claims" (coalesce("published_at", 0), "id");
