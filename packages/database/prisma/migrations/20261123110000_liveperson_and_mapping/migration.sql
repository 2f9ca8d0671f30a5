-- What a brand declares of its own facts: name, type and label.
ALTER TABLE "brands" ADD COLUMN "facts" JSONB NOT NULL DEFAULT '[]';

-- `liveperson` relaxes what its closed list names; all there was so far stays strict.
ALTER TABLE "connections"
  ADD COLUMN "mode" TEXT NOT NULL DEFAULT 'strict',
  ADD COLUMN "pkce" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "token_endpoint" TEXT;
