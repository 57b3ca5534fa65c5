CREATE TABLE "lessons" (
	"question" text COLLATE "C" PRIMARY KEY NOT NULL,
	"mark" text COLLATE "C" NOT NULL,
	"lessons" json NOT NULL,
	"learnt_from" text COLLATE "C" NOT NULL,
	"engine_version" text COLLATE "C" NOT NULL,
	"rest_until" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_question_questions_slug_fk" FOREIGN KEY ("question") REFERENCES "public"."questions"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- A word between title and text, or a phrase would be found that begins in one and ends in the other.
DROP INDEX "articles_search";--> statement-breakpoint
CREATE INDEX "articles_search" ON "articles" USING gin (to_tsvector('averment', "title" || ' xqendoftitlexq ' || left("text", 200000)));
