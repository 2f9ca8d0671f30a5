-- A key for each consumer, wrapped by the brand's, which is wrapped by the master key. What is sealed under it is gone
-- with it.

CREATE TABLE "brand_keys" (
  "brand_id" UUID NOT NULL,
  "wrapped" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "brand_keys_pkey" PRIMARY KEY ("brand_id"),
  CONSTRAINT "brand_keys_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
ALTER TABLE "brand_keys" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_brand" ON "brand_keys"
  USING ("brand_id" = nullif(current_setting('countersign.brand', true), '')::uuid);

-- Without a key id a row is as it was written before: plain, until it is written again or sealed by command.
ALTER TABLE "consumers" ADD COLUMN "wrapped_key" TEXT, ADD COLUMN "sealed_name" TEXT;
ALTER TABLE "facts" ADD COLUMN "sealed_value" TEXT, ADD COLUMN "blind" TEXT, ALTER COLUMN "value" DROP NOT NULL;
ALTER TABLE "page_facts" ADD COLUMN "sealed_value" TEXT, ALTER COLUMN "value" DROP NOT NULL;
CREATE INDEX "facts_brand_id_connection_id_blind_idx" ON "facts"("brand_id", "connection_id", "blind");

-- What was erased, by random ids and an HMAC of who it was: a backup that is restored forgets them too.
CREATE TABLE "erasures" (
  "brand_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "consumer_id" UUID NOT NULL,
  "person" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "erasures_pkey" PRIMARY KEY ("brand_id", "id")
);
CREATE UNIQUE INDEX "erasures_brand_id_consumer_id_key" ON "erasures"("brand_id", "consumer_id");
ALTER TABLE "erasures" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_brand" ON "erasures"
  USING ("brand_id" = nullif(current_setting('countersign.brand', true), '')::uuid);

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'countersign_api') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON "erasures" FROM countersign_api;
  END IF;
END
$$;

-- A consumer has one key. A proof that was sealed under another, because two came at once or the consumer was erased in
-- between, is not stored: whoever brought it looks again.
CREATE FUNCTION "one_key"("kept" text, "brought" text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF kept <> brought THEN
    RAISE EXCEPTION 'Sealed under another key than the consumer''s.' USING ERRCODE = 'CS001';
  END IF;
  RETURN brought;
END
$$;

-- After the row is there, and not before: until then it may have waited for the very erasure.
CREATE FUNCTION "stay_erased"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM erasures e WHERE e.brand_id = NEW.brand_id AND e.consumer_id = NEW.id) THEN
    RAISE EXCEPTION 'This consumer was erased.' USING ERRCODE = 'CS001';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "consumers_stay_erased" AFTER INSERT ON "consumers" FOR EACH ROW EXECUTE FUNCTION "stay_erased"();
