-- What became of a logout token: for the brand's developers, as long as traces are kept.
CREATE TABLE "logout_tokens" (
  "brand_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "connection_id" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "outcome" TEXT NOT NULL,
  "reason" TEXT,
  "concerned" TEXT,
  "sessions" INTEGER,
  "duration_ms" DOUBLE PRECISION NOT NULL,
  "steps" JSONB NOT NULL,
  CONSTRAINT "logout_tokens_pkey" PRIMARY KEY ("brand_id", "id"),
  CONSTRAINT "logout_tokens_brand_id_connection_id_fkey" FOREIGN KEY ("brand_id", "connection_id")
    REFERENCES "connections"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "logout_tokens_brand_id_connection_id_at_idx" ON "logout_tokens"("brand_id", "connection_id", "at");
CREATE INDEX "logout_tokens_at_idx" ON "logout_tokens"("at");
