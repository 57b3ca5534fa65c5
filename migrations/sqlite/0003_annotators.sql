CREATE TABLE `leases` (
	`id` text NOT NULL,
	`claim_id` text NOT NULL,
	`question` text NOT NULL,
	`annotator_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `question`, `annotator_id`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`question`) REFERENCES `questions`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`annotator_id`) REFERENCES `annotators`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `leases_id` ON `leases` (`id`);--> statement-breakpoint
CREATE INDEX `leases_annotator` ON `leases` (`question`,`annotator_id`);--> statement-breakpoint
CREATE INDEX `leases_expiry` ON `leases` (`expires_at`);--> statement-breakpoint
ALTER TABLE `claim_positions` ADD `version` integer;--> statement-breakpoint
ALTER TABLE `claim_positions` ADD `people` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `claim_positions_people` ON `claim_positions` (`question`,`basis`,`version`,`people`,`confidence`,`claim_id`) WHERE version is not null;--> statement-breakpoint
ALTER TABLE `questions` ADD `settle_people` integer;--> statement-breakpoint
ALTER TABLE `questions` ADD `settle_share` real;--> statement-breakpoint
ALTER TABLE `questions` ADD `tags_per_claim` integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE `questions` ADD `blind` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `rulings` ADD `ended_because` text;--> statement-breakpoint
ALTER TABLE `rulings` ADD `ended_at` integer;--> statement-breakpoint
ALTER TABLE `rulings` ADD `ended_by` text;--> statement-breakpoint
ALTER TABLE `rulings` ADD `ended_rationale` text;--> statement-breakpoint
CREATE INDEX `tags_of_people` ON `tags` (`question`,`annotator_id`,`id`) WHERE current = 1 and kind = 'person';--> statement-breakpoint
UPDATE claim_positions SET version = (SELECT max(t.question_version) FROM tags t WHERE t.claim_id = claim_positions.claim_id AND t.question = claim_positions.question AND t.current = 1 AND t.kind = 'person') WHERE basis = 'people';--> statement-breakpoint
UPDATE claim_positions SET version = (SELECT r.question_version FROM rulings r WHERE r.claim_id = claim_positions.claim_id AND r.question = claim_positions.question AND r.current = 1) WHERE basis = 'ruling';--> statement-breakpoint
UPDATE claim_positions SET people = (SELECT count(*) FROM tags t WHERE t.claim_id = claim_positions.claim_id AND t.question = claim_positions.question AND t.current = 1 AND t.kind = 'person' AND t.question_version = claim_positions.version) WHERE version IS NOT NULL;
