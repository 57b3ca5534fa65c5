CREATE TABLE `lessons` (
	`question` text PRIMARY KEY NOT NULL,
	`mark` text NOT NULL,
	`lessons` text NOT NULL,
	`learnt_from` text NOT NULL,
	`engine_version` text NOT NULL,
	`rest_until` integer NOT NULL,
	FOREIGN KEY (`question`) REFERENCES `questions`(`slug`) ON UPDATE no action ON DELETE no action
);
