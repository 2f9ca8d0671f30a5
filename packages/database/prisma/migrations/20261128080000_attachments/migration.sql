-- Files that go with messages. What is in them lies in the store; here stands what they are and whose.
CREATE TABLE "attachments" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    -- Null: for the consumer's first message, which begins the conversation.
    "conversation_id" UUID,
    -- Null until it is sent. No reference: who removes a message need not know of files, the sweeper finds them.
    "message_id" UUID,
    "by" TEXT NOT NULL,
    -- Of a consumer: the sessions that follow each other in one browser.
    "family_id" UUID,
    "agent_id" UUID,
    -- Of what is kept: a picture is another file than the one that came.
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "preview" BOOLEAN NOT NULL,
    -- storing, until all of it is in the store; ready; gone, as soon as it is about to be removed.
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("brand_id", "id"),
    CONSTRAINT "attachments_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands" ("id") ON DELETE CASCADE
);
CREATE INDEX "attachments_brand_id_conversation_id_idx" ON "attachments" ("brand_id", "conversation_id");
CREATE INDEX "attachments_brand_id_family_id_idx" ON "attachments" ("brand_id", "family_id");
CREATE INDEX "attachments_at_idx" ON "attachments" ("at");

-- What is said of it, with the message: a page of a conversation is read from one table.
ALTER TABLE "messages" ADD COLUMN "attachment" JSONB;

-- What the sweeper looks for, in whatever brand: files that nobody sent, and those whose message is no more.
CREATE FUNCTION "forsaken_attachments"("before" TIMESTAMPTZ, "at_most" INTEGER) RETURNS TABLE ("brand_id" UUID, "id" UUID)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.brand_id, a.id FROM attachments a
  WHERE a.at < before AND (a.state = 'gone' OR a.message_id IS NULL
    OR NOT EXISTS (SELECT 1 FROM messages m WHERE m.brand_id = a.brand_id AND m.id = a.message_id))
  ORDER BY a.at LIMIT at_most
$$;
