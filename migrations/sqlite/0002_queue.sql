DROP INDEX `claim_positions_basis`;--> statement-breakpoint
CREATE INDEX `claim_positions_basis` ON `claim_positions` (`question`,`basis`,`confidence`,`claim_id`);