-- How far what was said has come to the other side, and how far it was read there.
ALTER TABLE "conversations"
  ADD COLUMN "consumer_delivered" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "agent_delivered" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "agent_read" INTEGER NOT NULL DEFAULT 0;
