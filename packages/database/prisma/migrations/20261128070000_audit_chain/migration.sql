-- The audit log is a chain: each entry has a number without a gap within its brand, and a hash over itself and the hash
-- before it. What was changed, taken out or put elsewhere afterwards shows at the first link that no longer holds.

ALTER TABLE "audit_entries"
  ADD COLUMN "number" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "previous" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "hash" TEXT NOT NULL DEFAULT '';

-- Where the log of a brand ends: an end that was cut off shows here.
CREATE TABLE "audit_heads" (
  "brand_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "hash" TEXT NOT NULL,
  CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("brand_id")
);

-- The canonical form of an entry: one line each, so that nothing can be said in two ways. A jsonb has one spelling.
CREATE FUNCTION "audit_hash"("entry" "audit_entries") RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = public, pg_temp AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\n', 'v1', entry.previous, entry.brand_id, entry.number, entry.id,
    (extract(epoch FROM entry.at) * 1000)::bigint, entry.actor, entry.action, entry.detail), 'UTF8')), 'hex')
$$;

-- What is there already is chained as it lies.
DO $$
DECLARE
  entry "audit_entries";
  head "audit_heads";
BEGIN
  FOR entry IN SELECT * FROM "audit_entries" ORDER BY "brand_id", "at", "id" LOOP
    IF head.brand_id IS DISTINCT FROM entry.brand_id THEN
      head := ROW(entry.brand_id, 0, '');
    END IF;
    entry.number := head.number + 1;
    entry.previous := head.hash;
    entry.hash := audit_hash(entry);
    UPDATE "audit_entries" a SET "number" = entry.number, "previous" = entry.previous, "hash" = entry.hash
    WHERE a.brand_id = entry.brand_id AND a.id = entry.id;
    head := ROW(entry.brand_id, entry.number, entry.hash);
    INSERT INTO "audit_heads" VALUES (head.*)
    ON CONFLICT ("brand_id") DO UPDATE SET "number" = excluded.number, "hash" = excluded.hash;
  END LOOP;
END
$$;

CREATE UNIQUE INDEX "audit_entries_brand_id_number_key" ON "audit_entries"("brand_id", "number");
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_in_lines"
  CHECK (position(E'\n' IN "actor") = 0 AND position(E'\n' IN "action") = 0);

-- Whatever statement writes an entry: its place in the chain is given here, under the lock of the brand's head, in the
-- transaction that does the thing. Of its owner, since the service's own role cannot move a head.
CREATE FUNCTION "audit_link"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO audit_heads AS head (brand_id, number, hash) VALUES (NEW.brand_id, 1, '')
  ON CONFLICT (brand_id) DO UPDATE SET number = head.number + 1
  RETURNING head.number, head.hash INTO NEW.number, NEW.previous;
  NEW.hash := audit_hash(NEW);
  UPDATE audit_heads SET hash = NEW.hash WHERE brand_id = NEW.brand_id;
  RETURN NEW;
END
$$;
CREATE TRIGGER "audit_entries_link" BEFORE INSERT ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION "audit_link"();

CREATE FUNCTION "audit_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is only ever added to.' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "audit_entries_stay" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"();
CREATE TRIGGER "audit_heads_stay" BEFORE DELETE OR TRUNCATE ON "audit_heads"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"();

ALTER TABLE "audit_heads" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_brand" ON "audit_heads"
  USING ("brand_id" = nullif(current_setting('countersign.brand', true), '')::uuid);

-- Where the house has made its roles: the service adds to the log and reads it, and no more than that.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'countersign_api') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON "audit_entries" FROM countersign_api;
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "audit_heads" FROM countersign_api;
  END IF;
END
$$;
