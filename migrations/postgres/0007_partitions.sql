-- What hangs on a claim gets the claim's article into its keys. By hand: the column's values, and the names of two keys.
ALTER TABLE "claim_positions" DROP CONSTRAINT "claim_positions_claim_id_claims_id_fk";
--> statement-breakpoint
ALTER TABLE "claim_speakers" DROP CONSTRAINT "claim_speakers_claim_id_claims_id_fk";
--> statement-breakpoint
ALTER TABLE "evidence" DROP CONSTRAINT "evidence_claim_id_claims_id_fk";
--> statement-breakpoint
ALTER TABLE "leases" DROP CONSTRAINT "leases_claim_id_claims_id_fk";
--> statement-breakpoint
ALTER TABLE "rulings" DROP CONSTRAINT "rulings_claim_id_claims_id_fk";
--> statement-breakpoint
ALTER TABLE "tags" DROP CONSTRAINT "tags_claim_id_claims_id_fk";
--> statement-breakpoint
ALTER TABLE "claims" DROP CONSTRAINT "claims_id_unique";--> statement-breakpoint
DROP INDEX "leases_id";--> statement-breakpoint
DROP INDEX "rulings_current";--> statement-breakpoint
DROP INDEX "tags_standing";--> statement-breakpoint
ALTER TABLE "claim_positions" DROP CONSTRAINT "claim_positions_claim_id_question_pk";--> statement-breakpoint
ALTER TABLE "claim_speakers" DROP CONSTRAINT "claim_speakers_claim_id_speaker_id_pk";--> statement-breakpoint
ALTER TABLE "leases" DROP CONSTRAINT "leases_claim_id_question_annotator_id_pk";--> statement-breakpoint
ALTER TABLE "rulings" DROP CONSTRAINT "rulings_pkey";--> statement-breakpoint
ALTER TABLE "tags" DROP CONSTRAINT "tags_pkey";--> statement-breakpoint
ALTER TABLE "claim_positions" ADD COLUMN "article_id" text COLLATE "C";--> statement-breakpoint
UPDATE "claim_positions" SET "article_id" = "claims"."article_id" FROM "claims" WHERE "claims"."id" = "claim_positions"."claim_id";--> statement-breakpoint
ALTER TABLE "claim_positions" ALTER COLUMN "article_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "claim_speakers" ADD COLUMN "article_id" text COLLATE "C";--> statement-breakpoint
UPDATE "claim_speakers" SET "article_id" = "claims"."article_id" FROM "claims" WHERE "claims"."id" = "claim_speakers"."claim_id";--> statement-breakpoint
ALTER TABLE "claim_speakers" ALTER COLUMN "article_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "leases" ADD COLUMN "article_id" text COLLATE "C";--> statement-breakpoint
UPDATE "leases" SET "article_id" = "claims"."article_id" FROM "claims" WHERE "claims"."id" = "leases"."claim_id";--> statement-breakpoint
ALTER TABLE "leases" ALTER COLUMN "article_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "rulings" ADD COLUMN "article_id" text COLLATE "C";--> statement-breakpoint
UPDATE "rulings" SET "article_id" = "claims"."article_id" FROM "claims" WHERE "claims"."id" = "rulings"."claim_id";--> statement-breakpoint
ALTER TABLE "rulings" ALTER COLUMN "article_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "tags" ADD COLUMN "article_id" text COLLATE "C";--> statement-breakpoint
UPDATE "tags" SET "article_id" = "claims"."article_id" FROM "claims" WHERE "claims"."id" = "tags"."claim_id";--> statement-breakpoint
ALTER TABLE "tags" ALTER COLUMN "article_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "claim_positions" ADD CONSTRAINT "claim_positions_claim_id_question_article_id_pk" PRIMARY KEY("claim_id","question","article_id");--> statement-breakpoint
ALTER TABLE "claim_speakers" ADD CONSTRAINT "claim_speakers_claim_id_speaker_id_article_id_pk" PRIMARY KEY("claim_id","speaker_id","article_id");--> statement-breakpoint
ALTER TABLE "leases" ADD CONSTRAINT "leases_claim_id_question_annotator_id_article_id_pk" PRIMARY KEY("claim_id","question","annotator_id","article_id");--> statement-breakpoint
ALTER TABLE "rulings" ADD CONSTRAINT "rulings_id_article_id_pk" PRIMARY KEY("id","article_id");--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_id_article_id_pk" PRIMARY KEY("id","article_id");--> statement-breakpoint
CREATE UNIQUE INDEX "claims_id_unique" ON "claims" USING btree ("id","article_id");--> statement-breakpoint
ALTER TABLE "claim_positions" ADD CONSTRAINT "claim_positions_claim_id_article_id_claims_id_article_id_fk" FOREIGN KEY ("claim_id","article_id") REFERENCES "public"."claims"("id","article_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_speakers" ADD CONSTRAINT "claim_speakers_claim_id_article_id_claims_id_article_id_fk" FOREIGN KEY ("claim_id","article_id") REFERENCES "public"."claims"("id","article_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leases" ADD CONSTRAINT "leases_claim_id_article_id_claims_id_article_id_fk" FOREIGN KEY ("claim_id","article_id") REFERENCES "public"."claims"("id","article_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rulings" ADD CONSTRAINT "rulings_claim_id_article_id_claims_id_article_id_fk" FOREIGN KEY ("claim_id","article_id") REFERENCES "public"."claims"("id","article_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_claim_id_article_id_claims_id_article_id_fk" FOREIGN KEY ("claim_id","article_id") REFERENCES "public"."claims"("id","article_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "leases_id" ON "leases" USING btree ("id","article_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rulings_current" ON "rulings" USING btree ("claim_id","question","article_id") WHERE current = 1;--> statement-breakpoint
CREATE UNIQUE INDEX "tags_standing" ON "tags" USING btree ("claim_id","question","annotator_id",(case current when 1 then '' else id end),"article_id");