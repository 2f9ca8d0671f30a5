-- What a fact said before it said something else. It goes with its consumer, and opens with their key as long as that is.
CREATE TABLE "former_facts" (
    "brand_id" UUID NOT NULL,
    -- The fact's own, under which its value was sealed.
    "id" UUID NOT NULL,
    "consumer_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sealed_value" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "sealed" BOOLEAN NOT NULL,
    "signing_key_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "former_facts_pkey" PRIMARY KEY ("brand_id", "id"),
    CONSTRAINT "former_facts_consumer_fkey" FOREIGN KEY ("brand_id", "consumer_id")
      REFERENCES "consumers" ("brand_id", "id") ON DELETE CASCADE
);
CREATE INDEX "former_facts_brand_id_consumer_id_replaced_at_idx" ON "former_facts" ("brand_id", "consumer_id", "replaced_at");

-- HMAC of name and value under the consumer's key: whether it says the same can be told, what it says cannot.
ALTER TABLE "facts" ADD COLUMN "digest" TEXT;

-- A renewal says the same again: only another value makes the one before it a former one. So many are kept of each fact.
CREATE FUNCTION "keep_former_fact"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO former_facts (brand_id, id, consumer_id, connection_id, name, sealed_value, source, sealed, signing_key_id,
    at, until, replaced_at)
  VALUES (old.brand_id, old.id, old.consumer_id, old.connection_id, old.name, old.sealed_value, old.source, old.sealed,
    old.signing_key_id, old.at, old.until, new.at);
  DELETE FROM former_facts f WHERE f.brand_id = old.brand_id AND f.id IN (
    SELECT g.id FROM former_facts g WHERE g.brand_id = old.brand_id AND g.consumer_id = old.consumer_id
      AND g.connection_id = old.connection_id AND g.source = old.source AND g.name = old.name
    ORDER BY g.replaced_at DESC, g.id DESC OFFSET 50);
  RETURN NULL;
END
$$;
CREATE TRIGGER "facts_former" AFTER UPDATE ON "facts" FOR EACH ROW
WHEN (old.sealed_value IS NOT NULL AND old.id IS DISTINCT FROM new.id AND old.digest IS DISTINCT FROM new.digest)
EXECUTE FUNCTION "keep_former_fact"();

SELECT raise_the_wall();
