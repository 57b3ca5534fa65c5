-- What hangs on a claim names the claim's article as well. By hand: WITHOUT ROWID, the column's values, and the order of
-- rows, in which each table is written from end to end.
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_claim_positions` (
	`claim_id` text NOT NULL,
	`article_id` text NOT NULL,
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
INSERT INTO `__new_claim_positions`("claim_id", "article_id", "question", "position", "basis", "confidence", "words_alone", "version", "people") SELECT `old`.`claim_id`, `claims`.`article_id`, `old`.`question`, `old`.`position`, `old`.`basis`, `old`.`confidence`, `old`.`words_alone`, `old`.`version`, `old`.`people` FROM `claim_positions` AS `old` CROSS JOIN `claims` ON `claims`.`id` = `old`.`claim_id` ORDER BY 1, 3;--> statement-breakpoint
DROP TABLE `claim_positions`;--> statement-breakpoint
ALTER TABLE `__new_claim_positions` RENAME TO `claim_positions`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `claim_positions_position` ON `claim_positions` (`question`,`position`,`claim_id`);--> statement-breakpoint
CREATE INDEX `claim_positions_machine` ON `claim_positions` (`question`,`confidence`,`claim_id`) WHERE basis = 'machine';--> statement-breakpoint
CREATE INDEX `claim_positions_people` ON `claim_positions` (`question`,`basis`,`version`,`people`,`confidence`,`claim_id`) WHERE version is not null;--> statement-breakpoint
CREATE TABLE `__new_claim_speakers` (
	`claim_id` text NOT NULL,
	`article_id` text NOT NULL,
	`speaker_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `speaker_id`),
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_claim_speakers`("claim_id", "article_id", "speaker_id", "ordinal") SELECT `old`.`claim_id`, `claims`.`article_id`, `old`.`speaker_id`, `old`.`ordinal` FROM `claim_speakers` AS `old` CROSS JOIN `claims` ON `claims`.`id` = `old`.`claim_id` ORDER BY 1, 3;--> statement-breakpoint
DROP TABLE `claim_speakers`;--> statement-breakpoint
ALTER TABLE `__new_claim_speakers` RENAME TO `claim_speakers`;--> statement-breakpoint
CREATE INDEX `claim_speakers_speaker` ON `claim_speakers` (`speaker_id`,`claim_id`);--> statement-breakpoint
CREATE TABLE `__new_evidence` (
	`question` text NOT NULL,
	`group_by` text NOT NULL,
	`group_key` text NOT NULL,
	`at` integer NOT NULL,
	`claim_id` text NOT NULL,
	PRIMARY KEY(`question`, `group_by`, `group_key`, `at`, `claim_id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_evidence`("question", "group_by", "group_key", "at", "claim_id") SELECT "question", "group_by", "group_key", "at", "claim_id" FROM `evidence` ORDER BY 1, 2, 3, 4, 5;--> statement-breakpoint
DROP TABLE `evidence`;--> statement-breakpoint
ALTER TABLE `__new_evidence` RENAME TO `evidence`;--> statement-breakpoint
CREATE INDEX `evidence_claim` ON `evidence` (`claim_id`,`question`);--> statement-breakpoint
CREATE TABLE `__new_leases` (
	`id` text NOT NULL,
	`claim_id` text NOT NULL,
	`article_id` text NOT NULL,
	`question` text NOT NULL,
	`annotator_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `question`, `annotator_id`),
	FOREIGN KEY (`question`) REFERENCES `questions`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`annotator_id`) REFERENCES `annotators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_leases`("id", "claim_id", "article_id", "question", "annotator_id", "expires_at") SELECT `old`.`id`, `old`.`claim_id`, `claims`.`article_id`, `old`.`question`, `old`.`annotator_id`, `old`.`expires_at` FROM `leases` AS `old` CROSS JOIN `claims` ON `claims`.`id` = `old`.`claim_id` ORDER BY 2, 4, 5;--> statement-breakpoint
DROP TABLE `leases`;--> statement-breakpoint
ALTER TABLE `__new_leases` RENAME TO `leases`;--> statement-breakpoint
CREATE UNIQUE INDEX `leases_id` ON `leases` (`id`);--> statement-breakpoint
CREATE INDEX `leases_annotator` ON `leases` (`question`,`annotator_id`);--> statement-breakpoint
CREATE INDEX `leases_expiry` ON `leases` (`expires_at`);--> statement-breakpoint
CREATE TABLE `__new_rulings` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`article_id` text NOT NULL,
	`question` text NOT NULL,
	`question_version` integer NOT NULL,
	`position` text NOT NULL,
	`annotator_id` text NOT NULL,
	`rationale` text,
	`created_at` integer NOT NULL,
	`current` integer NOT NULL,
	`ended_because` text,
	`ended_at` integer,
	`ended_by` text,
	`ended_rationale` text,
	FOREIGN KEY (`question`) REFERENCES `questions`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`annotator_id`) REFERENCES `annotators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_rulings`("id", "claim_id", "article_id", "question", "question_version", "position", "annotator_id", "rationale", "created_at", "current", "ended_because", "ended_at", "ended_by", "ended_rationale") SELECT `old`.`id`, `old`.`claim_id`, `claims`.`article_id`, `old`.`question`, `old`.`question_version`, `old`.`position`, `old`.`annotator_id`, `old`.`rationale`, `old`.`created_at`, `old`.`current`, `old`.`ended_because`, `old`.`ended_at`, `old`.`ended_by`, `old`.`ended_rationale` FROM `rulings` AS `old` CROSS JOIN `claims` ON `claims`.`id` = `old`.`claim_id` ORDER BY `old`.rowid;--> statement-breakpoint
DROP TABLE `rulings`;--> statement-breakpoint
ALTER TABLE `__new_rulings` RENAME TO `rulings`;--> statement-breakpoint
CREATE UNIQUE INDEX `rulings_current` ON `rulings` (`claim_id`,`question`) WHERE current = 1;--> statement-breakpoint
CREATE INDEX `rulings_claim` ON `rulings` (`claim_id`,`id`);--> statement-breakpoint
CREATE TABLE `__new_tags` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`article_id` text NOT NULL,
	`question` text NOT NULL,
	`question_version` integer NOT NULL,
	`position` text NOT NULL,
	`annotator_id` text NOT NULL,
	`kind` text NOT NULL,
	`annotator_version` text,
	`confidence` real,
	`rationale` text,
	`words_alone` text,
	`created_at` integer NOT NULL,
	`current` integer NOT NULL,
	FOREIGN KEY (`question`) REFERENCES `questions`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`annotator_id`) REFERENCES `annotators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_tags`("id", "claim_id", "article_id", "question", "question_version", "position", "annotator_id", "kind", "annotator_version", "confidence", "rationale", "words_alone", "created_at", "current") SELECT `old`.`id`, `old`.`claim_id`, `claims`.`article_id`, `old`.`question`, `old`.`question_version`, `old`.`position`, `old`.`annotator_id`, `old`.`kind`, `old`.`annotator_version`, `old`.`confidence`, `old`.`rationale`, `old`.`words_alone`, `old`.`created_at`, `old`.`current` FROM `tags` AS `old` CROSS JOIN `claims` ON `claims`.`id` = `old`.`claim_id` ORDER BY `old`.rowid;--> statement-breakpoint
DROP TABLE `tags`;--> statement-breakpoint
ALTER TABLE `__new_tags` RENAME TO `tags`;--> statement-breakpoint
CREATE UNIQUE INDEX `tags_standing` ON `tags` (`claim_id`,`question`,`annotator_id`,(case current when 1 then '' else id end));--> statement-breakpoint
CREATE INDEX `tags_question` ON `tags` (`question`,`id`);--> statement-breakpoint
CREATE INDEX `tags_annotator` ON `tags` (`annotator_id`,`id`);--> statement-breakpoint
CREATE INDEX `tags_of_people` ON `tags` (`question`,`annotator_id`,`id`) WHERE current = 1 and kind = 'person';
