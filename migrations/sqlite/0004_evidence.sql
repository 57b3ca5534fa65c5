-- WITHOUT ROWID is written by hand: rows of one group lie beside each other, and are found in one step.
CREATE TABLE `evidence_floors` (
	`question` text NOT NULL,
	`group_by` text NOT NULL,
	`group_key` text NOT NULL,
	`position` text NOT NULL,
	`strength` real NOT NULL,
	`claim_id` text NOT NULL,
	PRIMARY KEY(`question`, `group_by`, `group_key`, `position`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `strongest_evidence` (
	`question` text NOT NULL,
	`group_by` text NOT NULL,
	`group_key` text NOT NULL,
	`position` text NOT NULL,
	`strength` real NOT NULL,
	`claim_id` text NOT NULL,
	PRIMARY KEY(`question`, `group_by`, `group_key`, `position`, `strength`, `claim_id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO strongest_evidence (question, group_by, group_key, position, strength, claim_id) SELECT question, group_by, group_key, position, strength, claim_id FROM (SELECT question, group_by, group_key, position, strength, claim_id, row_number() OVER (PARTITION BY question, group_by, group_key, position ORDER BY strength DESC, claim_id DESC) AS n, count(*) OVER (PARTITION BY question, group_by, group_key, position) AS claims FROM evidence) AS ranked WHERE n <= 8;--> statement-breakpoint
INSERT INTO evidence_floors (question, group_by, group_key, position, strength, claim_id) SELECT question, group_by, group_key, position, strength, claim_id FROM (SELECT question, group_by, group_key, position, strength, claim_id, row_number() OVER (PARTITION BY question, group_by, group_key, position ORDER BY strength DESC, claim_id DESC) AS n, count(*) OVER (PARTITION BY question, group_by, group_key, position) AS claims FROM evidence) AS ranked WHERE n = 8 AND claims > 8;--> statement-breakpoint
DROP INDEX `claim_positions_basis`;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_evidence` (
	`question` text NOT NULL,
	`group_by` text NOT NULL,
	`group_key` text NOT NULL,
	`at` integer NOT NULL,
	`claim_id` text NOT NULL,
	PRIMARY KEY(`question`, `group_by`, `group_key`, `at`, `claim_id`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_evidence`("question", "group_by", "group_key", "at", "claim_id") SELECT "question", "group_by", "group_key", "at", "claim_id" FROM `evidence` WHERE "position" <> 'off-question' ORDER BY 1, 2, 3, 4, 5;--> statement-breakpoint
DROP TABLE `evidence`;--> statement-breakpoint
ALTER TABLE `__new_evidence` RENAME TO `evidence`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `evidence_claim` ON `evidence` (`claim_id`,`question`);--> statement-breakpoint
DROP INDEX `tags_current`;--> statement-breakpoint
DROP INDEX `tags_claim`;--> statement-breakpoint
CREATE UNIQUE INDEX `tags_standing` ON `tags` (`claim_id`,`question`,`annotator_id`,(case current when 1 then '' else id end));--> statement-breakpoint
CREATE TABLE `__new_claim_positions` (
	`claim_id` text NOT NULL,
	`question` text NOT NULL,
	`position` text NOT NULL,
	`basis` text NOT NULL,
	`confidence` real NOT NULL,
	`words_alone` text,
	`version` integer,
	`people` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`claim_id`, `question`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_claim_positions`("claim_id", "question", "position", "basis", "confidence", "words_alone", "version", "people") SELECT "claim_id", "question", "position", "basis", "confidence", "words_alone", "version", "people" FROM `claim_positions` ORDER BY 1, 2;--> statement-breakpoint
DROP TABLE `claim_positions`;--> statement-breakpoint
ALTER TABLE `__new_claim_positions` RENAME TO `claim_positions`;--> statement-breakpoint
CREATE INDEX `claim_positions_position` ON `claim_positions` (`question`,`position`,`claim_id`);--> statement-breakpoint
CREATE INDEX `claim_positions_people` ON `claim_positions` (`question`,`basis`,`version`,`people`,`confidence`,`claim_id`) WHERE version is not null;--> statement-breakpoint
CREATE INDEX `claim_positions_machine` ON `claim_positions` (`question`,`confidence`,`claim_id`) WHERE basis = 'machine';--> statement-breakpoint
CREATE TABLE `__new_claim_speakers` (
	`claim_id` text NOT NULL,
	`speaker_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `speaker_id`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_claim_speakers`("claim_id", "speaker_id", "ordinal") SELECT "claim_id", "speaker_id", "ordinal" FROM `claim_speakers` ORDER BY 1, 2;--> statement-breakpoint
DROP TABLE `claim_speakers`;--> statement-breakpoint
ALTER TABLE `__new_claim_speakers` RENAME TO `claim_speakers`;--> statement-breakpoint
CREATE INDEX `claim_speakers_speaker` ON `claim_speakers` (`speaker_id`,`claim_id`);--> statement-breakpoint
CREATE TABLE `__new_standings` (
	`question` text NOT NULL,
	`group_by` text NOT NULL,
	`group_key` text NOT NULL,
	`position` text NOT NULL,
	`basis` text NOT NULL,
	`claims` integer NOT NULL,
	PRIMARY KEY(`question`, `group_by`, `group_key`, `position`, `basis`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_standings`("question", "group_by", "group_key", "position", "basis", "claims") SELECT "question", "group_by", "group_key", "position", "basis", "claims" FROM `standings` ORDER BY 1, 2, 3, 4, 5;--> statement-breakpoint
DROP TABLE `standings`;--> statement-breakpoint
ALTER TABLE `__new_standings` RENAME TO `standings`;
