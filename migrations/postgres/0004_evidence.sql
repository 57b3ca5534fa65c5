CREATE TABLE "evidence_floors" (
	"question" text COLLATE "C" NOT NULL,
	"group_by" text COLLATE "C" NOT NULL,
	"group_key" text COLLATE "C" NOT NULL,
	"position" text COLLATE "C" NOT NULL,
	"strength" double precision NOT NULL,
	"claim_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "evidence_floors_question_group_by_group_key_position_pk" PRIMARY KEY("question","group_by","group_key","position")
);
--> statement-breakpoint
CREATE TABLE "strongest_evidence" (
	"question" text COLLATE "C" NOT NULL,
	"group_by" text COLLATE "C" NOT NULL,
	"group_key" text COLLATE "C" NOT NULL,
	"position" text COLLATE "C" NOT NULL,
	"strength" double precision NOT NULL,
	"claim_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "strongest_evidence_key" PRIMARY KEY("question","group_by","group_key","position","strength","claim_id")
);
--> statement-breakpoint
INSERT INTO strongest_evidence (question, group_by, group_key, position, strength, claim_id) SELECT question, group_by, group_key, position, strength, claim_id FROM (SELECT question, group_by, group_key, position, strength, claim_id, row_number() OVER (PARTITION BY question, group_by, group_key, position ORDER BY strength DESC, claim_id DESC) AS n, count(*) OVER (PARTITION BY question, group_by, group_key, position) AS claims FROM evidence) AS ranked WHERE n <= 8;--> statement-breakpoint
INSERT INTO evidence_floors (question, group_by, group_key, position, strength, claim_id) SELECT question, group_by, group_key, position, strength, claim_id FROM (SELECT question, group_by, group_key, position, strength, claim_id, row_number() OVER (PARTITION BY question, group_by, group_key, position ORDER BY strength DESC, claim_id DESC) AS n, count(*) OVER (PARTITION BY question, group_by, group_key, position) AS claims FROM evidence) AS ranked WHERE n = 8 AND claims > 8;--> statement-breakpoint
DROP INDEX "claim_positions_basis";--> statement-breakpoint
DROP INDEX "evidence_strongest";--> statement-breakpoint
DROP INDEX "evidence_dates";--> statement-breakpoint
DROP INDEX "tags_current";--> statement-breakpoint
DROP INDEX "tags_claim";--> statement-breakpoint
ALTER TABLE "evidence" DROP CONSTRAINT "evidence_claim_id_question_group_by_group_key_pk";--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_question_group_by_group_key_at_claim_id_pk" PRIMARY KEY("question","group_by","group_key","at","claim_id");--> statement-breakpoint
CREATE INDEX "claim_positions_machine" ON "claim_positions" USING btree ("question","confidence","claim_id") WHERE basis = 'machine';--> statement-breakpoint
CREATE INDEX "evidence_claim" ON "evidence" USING btree ("claim_id","question");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_standing" ON "tags" USING btree ("claim_id","question","annotator_id",(case current when 1 then '' else id end));--> statement-breakpoint
ALTER TABLE "evidence" DROP COLUMN "position";--> statement-breakpoint
ALTER TABLE "evidence" DROP COLUMN "strength";