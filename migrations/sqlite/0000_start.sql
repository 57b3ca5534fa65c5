CREATE TABLE `affiliations` (
	`speaker_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`role` text,
	PRIMARY KEY(`speaker_id`, `organization_id`),
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `affiliations_organization` ON `affiliations` (`organization_id`,`speaker_id`);--> statement-breakpoint
CREATE TABLE `annotators` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`role` text NOT NULL,
	`status` text NOT NULL,
	`version` text,
	`created_at` integer NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `articles` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`publisher` text,
	`byline` text,
	`url` text,
	`published_at` integer,
	`language` text NOT NULL,
	`metadata` text NOT NULL,
	`sha256` text NOT NULL,
	`engine_version` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`revision` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `annotators`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_id_unique` ON `articles` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `articles_sha256` ON `articles` (`sha256`);--> statement-breakpoint
CREATE INDEX `articles_publisher` ON `articles` (`publisher`,`id`);--> statement-breakpoint
CREATE INDEX `articles_published` ON `articles` (`published_at`,`id`);--> statement-breakpoint
CREATE TABLE `changes` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`annotator_id` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`action` text NOT NULL,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE INDEX `changes_entity` ON `changes` (`entity_id`,`seq`);--> statement-breakpoint
CREATE TABLE `claim_positions` (
	`claim_id` text NOT NULL,
	`question` text NOT NULL,
	`position` text NOT NULL,
	`basis` text NOT NULL,
	`confidence` real NOT NULL,
	`words_alone` text,
	PRIMARY KEY(`claim_id`, `question`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `claim_positions_position` ON `claim_positions` (`question`,`position`,`claim_id`);--> statement-breakpoint
CREATE INDEX `claim_positions_basis` ON `claim_positions` (`question`,`basis`,`claim_id`);--> statement-breakpoint
CREATE TABLE `claim_speakers` (
	`claim_id` text NOT NULL,
	`speaker_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `speaker_id`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claim_speakers_speaker` ON `claim_speakers` (`speaker_id`,`claim_id`);--> statement-breakpoint
CREATE TABLE `claims` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`article_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`start` integer NOT NULL,
	`type` text NOT NULL,
	`polarity` text NOT NULL,
	`status` text NOT NULL,
	`quote` text NOT NULL,
	`content` text NOT NULL,
	`cue` text NOT NULL,
	`source` text NOT NULL,
	`prefix` text NOT NULL,
	`suffix` text NOT NULL,
	`method` text NOT NULL,
	`method_confidence` real NOT NULL,
	`parent_id` text,
	`confidence` real NOT NULL,
	`created_by` text NOT NULL,
	`created_version` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`revision` integer NOT NULL,
	`publisher` text,
	`published_at` integer,
	`published_month` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `annotators`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_id_unique` ON `claims` (`id`);--> statement-breakpoint
CREATE INDEX `claims_article` ON `claims` (`article_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `claims_publisher` ON `claims` (`publisher`,`id`);--> statement-breakpoint
CREATE INDEX `claims_type` ON `claims` (`type`,`id`);--> statement-breakpoint
CREATE INDEX `claims_polarity` ON `claims` (`polarity`,`id`);--> statement-breakpoint
CREATE INDEX `claims_status` ON `claims` (`status`,`id`);--> statement-breakpoint
CREATE INDEX `claims_confidence` ON `claims` (`confidence`,`id`);--> statement-breakpoint
CREATE INDEX `claims_parent` ON `claims` (`parent_id`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`question` text NOT NULL,
	`group_by` text NOT NULL,
	`group_key` text NOT NULL,
	`position` text NOT NULL,
	`strength` real NOT NULL,
	`at` integer NOT NULL,
	`claim_id` text NOT NULL,
	PRIMARY KEY(`claim_id`, `question`, `group_by`, `group_key`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `evidence_strongest` ON `evidence` (`question`,`group_by`,`group_key`,`position`,`strength`,`claim_id`);--> statement-breakpoint
CREATE INDEX `evidence_dates` ON `evidence` (`question`,`group_by`,`group_key`,`at`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`annotator_id` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`status` integer NOT NULL,
	`headers` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`annotator_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_created` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `keys` (
	`id` text PRIMARY KEY NOT NULL,
	`annotator_id` text NOT NULL,
	`name` text,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	`last_used_at` integer,
	FOREIGN KEY (`annotator_id`) REFERENCES `annotators`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `keys_hash` ON `keys` (`hash`);--> statement-breakpoint
CREATE INDEX `keys_annotator` ON `keys` (`annotator_id`,`id`);--> statement-breakpoint
CREATE TABLE `question_versions` (
	`slug` text NOT NULL,
	`version` integer NOT NULL,
	`text` text NOT NULL,
	`guidelines` text NOT NULL,
	`positions` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`slug`, `version`),
	FOREIGN KEY (`slug`) REFERENCES `questions`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `questions` (
	`slug` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`guidelines` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`positions` text NOT NULL,
	`placed` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rulings` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`question` text NOT NULL,
	`question_version` integer NOT NULL,
	`position` text NOT NULL,
	`annotator_id` text NOT NULL,
	`rationale` text,
	`created_at` integer NOT NULL,
	`current` integer NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`question`) REFERENCES `questions`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`annotator_id`) REFERENCES `annotators`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rulings_current` ON `rulings` (`claim_id`,`question`) WHERE current = 1;--> statement-breakpoint
CREATE INDEX `rulings_claim` ON `rulings` (`claim_id`,`id`);--> statement-breakpoint
CREATE TABLE `speaker_aliases` (
	`speaker_id` text NOT NULL,
	`alias` text NOT NULL,
	`folded` text NOT NULL,
	PRIMARY KEY(`speaker_id`, `folded`),
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `speaker_aliases_folded` ON `speaker_aliases` (`folded`,`speaker_id`);--> statement-breakpoint
CREATE TABLE `speakers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`merged_into` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `speakers_kind` ON `speakers` (`kind`,`id`);--> statement-breakpoint
CREATE INDEX `speakers_merged` ON `speakers` (`merged_into`);--> statement-breakpoint
CREATE TABLE `standing_groups` (
	`question` text NOT NULL,
	`group_by` text NOT NULL,
	`group_key` text NOT NULL,
	`claims` integer NOT NULL,
	PRIMARY KEY(`question`, `group_by`, `group_key`)
);
--> statement-breakpoint
CREATE INDEX `standing_groups_claims` ON `standing_groups` (`question`,`group_by`,`claims`,`group_key`);--> statement-breakpoint
CREATE TABLE `standings` (
	`question` text NOT NULL,
	`group_by` text NOT NULL,
	`group_key` text NOT NULL,
	`position` text NOT NULL,
	`basis` text NOT NULL,
	`claims` integer NOT NULL,
	PRIMARY KEY(`question`, `group_by`, `group_key`, `position`, `basis`)
);
--> statement-breakpoint
CREATE TABLE `tags` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
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
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`question`) REFERENCES `questions`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`annotator_id`) REFERENCES `annotators`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tags_current` ON `tags` (`claim_id`,`question`,`annotator_id`) WHERE current = 1;--> statement-breakpoint
CREATE INDEX `tags_claim` ON `tags` (`claim_id`,`id`);--> statement-breakpoint
CREATE INDEX `tags_question` ON `tags` (`question`,`id`);--> statement-breakpoint
CREATE INDEX `tags_annotator` ON `tags` (`annotator_id`,`id`);