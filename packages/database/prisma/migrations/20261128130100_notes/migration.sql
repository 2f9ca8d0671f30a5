-- What agents say to each other beside a conversation. Never a row of "messages": that table's rows are read to the consumer.
CREATE TABLE "notes" (
  "brand_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "conversation_id" UUID NOT NULL,
  -- Null: the service, as when whoever had the conversation was removed.
  "agent_id" UUID,
  "kind" TEXT NOT NULL,
  "to_agent_id" UUID,
  "text" TEXT NOT NULL,
  -- The last line of the conversation when it was written: where it stands among them.
  "after_number" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "client_id" TEXT,
  CONSTRAINT "notes_pkey" PRIMARY KEY ("brand_id", "id"),
  CONSTRAINT "notes_brand_id_conversation_id_fkey" FOREIGN KEY ("brand_id", "conversation_id")
    REFERENCES "conversations"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "notes_brand_id_agent_id_fkey" FOREIGN KEY ("brand_id", "agent_id")
    REFERENCES "agents"("brand_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "notes_brand_id_to_agent_id_fkey" FOREIGN KEY ("brand_id", "to_agent_id")
    REFERENCES "agents"("brand_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "notes_brand_id_agent_id_client_id_key" ON "notes"("brand_id", "agent_id", "client_id");
CREATE INDEX "notes_brand_id_conversation_id_at_idx" ON "notes"("brand_id", "conversation_id", "at");

-- Who was named in a note, or given the conversation by it, and whether they have looked.
CREATE TABLE "mentions" (
  "brand_id" UUID NOT NULL,
  "note_id" UUID NOT NULL,
  "agent_id" UUID NOT NULL,
  "conversation_id" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "seen_at" TIMESTAMPTZ(3),
  CONSTRAINT "mentions_pkey" PRIMARY KEY ("brand_id", "note_id", "agent_id"),
  CONSTRAINT "mentions_brand_id_note_id_fkey" FOREIGN KEY ("brand_id", "note_id")
    REFERENCES "notes"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "mentions_brand_id_agent_id_fkey" FOREIGN KEY ("brand_id", "agent_id")
    REFERENCES "agents"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "mentions_unseen_idx" ON "mentions"("brand_id", "agent_id", "at") WHERE "seen_at" IS NULL;

-- Whose agent was removed while they talked: handled within their brand. Also by whichever process looks, where the one
-- that removed the agent did not come to it.
CREATE INDEX "conversations_brand_id_agent_id_idx" ON "conversations"("brand_id", "agent_id") WHERE "state" = 'taken';
CREATE FUNCTION "conversations_left_behind"("most" integer) RETURNS TABLE ("brand" uuid, "id" uuid, "agent" uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT c.brand_id, c.id, c.agent_id FROM agents a
    JOIN conversations c ON c.brand_id = a.brand_id AND c.agent_id = a.id
    WHERE a.removed_at IS NOT NULL AND c.state = 'taken' LIMIT most;
END
$$;

SELECT raise_the_wall();
