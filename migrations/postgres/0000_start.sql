CREATE TABLE "affiliations" (
	"speaker_id" text COLLATE "C" NOT NULL,
	"organization_id" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C",
	CONSTRAINT "affiliations_speaker_id_organization_id_pk" PRIMARY KEY("speaker_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "annotators" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"version" text COLLATE "C",
	"created_at" bigint NOT NULL,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"number" bigserial PRIMARY KEY NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"publisher" text COLLATE "C",
	"byline" text COLLATE "C",
	"url" text COLLATE "C",
	"published_at" bigint,
	"language" text COLLATE "C" NOT NULL,
	"metadata" json NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"engine_version" text COLLATE "C" NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"revision" bigint NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	CONSTRAINT "articles_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"annotator_id" text COLLATE "C" NOT NULL,
	"entity" text COLLATE "C" NOT NULL,
	"entity_id" text COLLATE "C" NOT NULL,
	"action" text COLLATE "C" NOT NULL,
	"before" json,
	"after" json
);
--> statement-breakpoint
CREATE TABLE "claim_positions" (
	"claim_id" text COLLATE "C" NOT NULL,
	"question" text COLLATE "C" NOT NULL,
	"position" text COLLATE "C" NOT NULL,
	"basis" text COLLATE "C" NOT NULL,
	"confidence" double precision NOT NULL,
	"words_alone" json,
	CONSTRAINT "claim_positions_claim_id_question_pk" PRIMARY KEY("claim_id","question")
);
--> statement-breakpoint
CREATE TABLE "claim_speakers" (
	"claim_id" text COLLATE "C" NOT NULL,
	"speaker_id" text COLLATE "C" NOT NULL,
	"ordinal" bigint NOT NULL,
	CONSTRAINT "claim_speakers_claim_id_speaker_id_pk" PRIMARY KEY("claim_id","speaker_id")
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"number" bigserial PRIMARY KEY NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"article_id" text COLLATE "C" NOT NULL,
	"ordinal" bigint NOT NULL,
	"start" bigint NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"polarity" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"quote" text COLLATE "C" NOT NULL,
	"content" json NOT NULL,
	"cue" json NOT NULL,
	"source" json NOT NULL,
	"prefix" text COLLATE "C" NOT NULL,
	"suffix" text COLLATE "C" NOT NULL,
	"method" text COLLATE "C" NOT NULL,
	"method_confidence" double precision NOT NULL,
	"parent_id" text COLLATE "C",
	"confidence" double precision NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_version" text COLLATE "C",
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"revision" bigint NOT NULL,
	"publisher" text COLLATE "C",
	"published_at" bigint,
	"published_month" text COLLATE "C",
	CONSTRAINT "claims_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"question" text COLLATE "C" NOT NULL,
	"group_by" text COLLATE "C" NOT NULL,
	"group_key" text COLLATE "C" NOT NULL,
	"position" text COLLATE "C" NOT NULL,
	"strength" double precision NOT NULL,
	"at" bigint NOT NULL,
	"claim_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "evidence_claim_id_question_group_by_group_key_pk" PRIMARY KEY("claim_id","question","group_by","group_key")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"annotator_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"fingerprint" text COLLATE "C" NOT NULL,
	"status" bigint NOT NULL,
	"headers" json NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "idempotency_keys_annotator_id_key_pk" PRIMARY KEY("annotator_id","key")
);
--> statement-breakpoint
CREATE TABLE "keys" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"annotator_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C",
	"hash" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint,
	"revoked_at" bigint,
	"last_used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "question_versions" (
	"slug" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"guidelines" text COLLATE "C" NOT NULL,
	"positions" json NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "question_versions_slug_version_pk" PRIMARY KEY("slug","version")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"slug" text COLLATE "C" PRIMARY KEY NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"guidelines" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"positions" json NOT NULL,
	"placed" text COLLATE "C",
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rulings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"claim_id" text COLLATE "C" NOT NULL,
	"question" text COLLATE "C" NOT NULL,
	"question_version" bigint NOT NULL,
	"position" text COLLATE "C" NOT NULL,
	"annotator_id" text COLLATE "C" NOT NULL,
	"rationale" text COLLATE "C",
	"created_at" bigint NOT NULL,
	"current" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "speaker_aliases" (
	"speaker_id" text COLLATE "C" NOT NULL,
	"alias" text COLLATE "C" NOT NULL,
	"folded" text COLLATE "C" NOT NULL,
	CONSTRAINT "speaker_aliases_speaker_id_folded_pk" PRIMARY KEY("speaker_id","folded")
);
--> statement-breakpoint
CREATE TABLE "speakers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"merged_into" text COLLATE "C",
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standing_groups" (
	"question" text COLLATE "C" NOT NULL,
	"group_by" text COLLATE "C" NOT NULL,
	"group_key" text COLLATE "C" NOT NULL,
	"claims" bigint NOT NULL,
	CONSTRAINT "standing_groups_question_group_by_group_key_pk" PRIMARY KEY("question","group_by","group_key")
);
--> statement-breakpoint
CREATE TABLE "standings" (
	"question" text COLLATE "C" NOT NULL,
	"group_by" text COLLATE "C" NOT NULL,
	"group_key" text COLLATE "C" NOT NULL,
	"position" text COLLATE "C" NOT NULL,
	"basis" text COLLATE "C" NOT NULL,
	"claims" bigint NOT NULL,
	CONSTRAINT "standings_question_group_by_group_key_position_basis_pk" PRIMARY KEY("question","group_by","group_key","position","basis")
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"claim_id" text COLLATE "C" NOT NULL,
	"question" text COLLATE "C" NOT NULL,
	"question_version" bigint NOT NULL,
	"position" text COLLATE "C" NOT NULL,
	"annotator_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"annotator_version" text COLLATE "C",
	"confidence" double precision,
	"rationale" text COLLATE "C",
	"words_alone" json,
	"created_at" bigint NOT NULL,
	"current" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "public"."speakers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_organization_id_speakers_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."speakers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_created_by_annotators_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."annotators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_positions" ADD CONSTRAINT "claim_positions_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_speakers" ADD CONSTRAINT "claim_speakers_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_speakers" ADD CONSTRAINT "claim_speakers_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "public"."speakers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_created_by_annotators_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."annotators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keys" ADD CONSTRAINT "keys_annotator_id_annotators_id_fk" FOREIGN KEY ("annotator_id") REFERENCES "public"."annotators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_versions" ADD CONSTRAINT "question_versions_slug_questions_slug_fk" FOREIGN KEY ("slug") REFERENCES "public"."questions"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rulings" ADD CONSTRAINT "rulings_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rulings" ADD CONSTRAINT "rulings_question_questions_slug_fk" FOREIGN KEY ("question") REFERENCES "public"."questions"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rulings" ADD CONSTRAINT "rulings_annotator_id_annotators_id_fk" FOREIGN KEY ("annotator_id") REFERENCES "public"."annotators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaker_aliases" ADD CONSTRAINT "speaker_aliases_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "public"."speakers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_question_questions_slug_fk" FOREIGN KEY ("question") REFERENCES "public"."questions"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_annotator_id_annotators_id_fk" FOREIGN KEY ("annotator_id") REFERENCES "public"."annotators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "affiliations_organization" ON "affiliations" USING btree ("organization_id","speaker_id");--> statement-breakpoint
CREATE UNIQUE INDEX "articles_sha256" ON "articles" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "articles_publisher" ON "articles" USING btree ("publisher","id");--> statement-breakpoint
CREATE INDEX "articles_published" ON "articles" USING btree ("published_at","id");--> statement-breakpoint
CREATE INDEX "changes_entity" ON "changes" USING btree ("entity_id","seq");--> statement-breakpoint
CREATE INDEX "claim_positions_position" ON "claim_positions" USING btree ("question","position","claim_id");--> statement-breakpoint
CREATE INDEX "claim_positions_basis" ON "claim_positions" USING btree ("question","basis","claim_id");--> statement-breakpoint
CREATE INDEX "claim_speakers_speaker" ON "claim_speakers" USING btree ("speaker_id","claim_id");--> statement-breakpoint
CREATE INDEX "claims_article" ON "claims" USING btree ("article_id","ordinal");--> statement-breakpoint
CREATE INDEX "claims_publisher" ON "claims" USING btree ("publisher","id");--> statement-breakpoint
CREATE INDEX "claims_type" ON "claims" USING btree ("type","id");--> statement-breakpoint
CREATE INDEX "claims_polarity" ON "claims" USING btree ("polarity","id");--> statement-breakpoint
CREATE INDEX "claims_status" ON "claims" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "claims_confidence" ON "claims" USING btree ("confidence","id");--> statement-breakpoint
CREATE INDEX "claims_parent" ON "claims" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "evidence_strongest" ON "evidence" USING btree ("question","group_by","group_key","position","strength","claim_id");--> statement-breakpoint
CREATE INDEX "evidence_dates" ON "evidence" USING btree ("question","group_by","group_key","at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "keys_hash" ON "keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "keys_annotator" ON "keys" USING btree ("annotator_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "rulings_current" ON "rulings" USING btree ("claim_id","question") WHERE current = 1;--> statement-breakpoint
CREATE INDEX "rulings_claim" ON "rulings" USING btree ("claim_id","id");--> statement-breakpoint
CREATE INDEX "speaker_aliases_folded" ON "speaker_aliases" USING btree ("folded","speaker_id");--> statement-breakpoint
CREATE INDEX "speakers_kind" ON "speakers" USING btree ("kind","id");--> statement-breakpoint
CREATE INDEX "speakers_merged" ON "speakers" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "standing_groups_claims" ON "standing_groups" USING btree ("question","group_by","claims","group_key");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_current" ON "tags" USING btree ("claim_id","question","annotator_id") WHERE current = 1;--> statement-breakpoint
CREATE INDEX "tags_claim" ON "tags" USING btree ("claim_id","id");--> statement-breakpoint
CREATE INDEX "tags_question" ON "tags" USING btree ("question","id");--> statement-breakpoint
CREATE INDEX "tags_annotator" ON "tags" USING btree ("annotator_id","id");