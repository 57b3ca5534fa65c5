CREATE TABLE "leases" (
	"id" text COLLATE "C" NOT NULL,
	"claim_id" text COLLATE "C" NOT NULL,
	"question" text COLLATE "C" NOT NULL,
	"annotator_id" text COLLATE "C" NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "leases_claim_id_question_annotator_id_pk" PRIMARY KEY("claim_id","question","annotator_id")
);
--> statement-breakpoint
ALTER TABLE "claim_positions" ADD COLUMN "version" bigint;--> statement-breakpoint
ALTER TABLE "claim_positions" ADD COLUMN "people" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "settle_people" bigint;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "settle_share" double precision;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "tags_per_claim" bigint DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "blind" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "rulings" ADD COLUMN "ended_because" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "rulings" ADD COLUMN "ended_at" bigint;--> statement-breakpoint
ALTER TABLE "rulings" ADD COLUMN "ended_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "rulings" ADD COLUMN "ended_rationale" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "leases" ADD CONSTRAINT "leases_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leases" ADD CONSTRAINT "leases_question_questions_slug_fk" FOREIGN KEY ("question") REFERENCES "public"."questions"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leases" ADD CONSTRAINT "leases_annotator_id_annotators_id_fk" FOREIGN KEY ("annotator_id") REFERENCES "public"."annotators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "leases_id" ON "leases" USING btree ("id");--> statement-breakpoint
CREATE INDEX "leases_annotator" ON "leases" USING btree ("question","annotator_id");--> statement-breakpoint
CREATE INDEX "leases_expiry" ON "leases" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "claim_positions_people" ON "claim_positions" USING btree ("question","basis","version","people","confidence","claim_id") WHERE version is not null;--> statement-breakpoint
CREATE INDEX "tags_of_people" ON "tags" USING btree ("question","annotator_id","id") WHERE current = 1 and kind = 'person';--> statement-breakpoint
UPDATE claim_positions SET version = (SELECT max(t.question_version) FROM tags t WHERE t.claim_id = claim_positions.claim_id AND t.question = claim_positions.question AND t.current = 1 AND t.kind = 'person') WHERE basis = 'people';--> statement-breakpoint
UPDATE claim_positions SET version = (SELECT r.question_version FROM rulings r WHERE r.claim_id = claim_positions.claim_id AND r.question = claim_positions.question AND r.current = 1) WHERE basis = 'ruling';--> statement-breakpoint
UPDATE claim_positions SET people = (SELECT count(*) FROM tags t WHERE t.claim_id = claim_positions.claim_id AND t.question = claim_positions.question AND t.current = 1 AND t.kind = 'person' AND t.question_version = claim_positions.version) WHERE version IS NOT NULL;
