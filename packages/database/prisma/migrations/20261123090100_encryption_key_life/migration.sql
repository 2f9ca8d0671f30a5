-- A key is next, then current, then retired, then gone. What was there so far was in use.
ALTER TABLE "encryption_keys"
  ADD COLUMN "algorithm" TEXT NOT NULL DEFAULT 'RSA-OAEP-256',
  ADD COLUMN "state" TEXT NOT NULL DEFAULT 'current',
  ADD COLUMN "state_since" TIMESTAMPTZ(3);

UPDATE "encryption_keys" SET "state_since" = "created_at";

-- Of several that an older version may have made, the youngest stays in use.
UPDATE "encryption_keys" AS older SET "state" = 'retired'
WHERE EXISTS (
  SELECT 1 FROM "encryption_keys" AS younger
  WHERE younger."brand_id" = older."brand_id" AND (younger."created_at", younger."id") > (older."created_at", older."id")
);

ALTER TABLE "encryption_keys"
  ALTER COLUMN "algorithm" DROP DEFAULT,
  ALTER COLUMN "state" DROP DEFAULT,
  ALTER COLUMN "state_since" SET NOT NULL;

-- One of each kind: two processes that rotate at once cannot both succeed.
CREATE UNIQUE INDEX "encryption_keys_one_next" ON "encryption_keys"("brand_id", "algorithm") WHERE "state" = 'next';
CREATE UNIQUE INDEX "encryption_keys_one_current" ON "encryption_keys"("brand_id", "algorithm") WHERE "state" = 'current';
