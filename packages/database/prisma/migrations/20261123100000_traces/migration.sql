-- AlterTable
ALTER TABLE "connections" ADD COLUMN     "login_client_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "traces" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "origin" TEXT NOT NULL,
    "settled" BOOLEAN NOT NULL,
    "trace" JSONB NOT NULL,

    CONSTRAINT "traces_pkey" PRIMARY KEY ("brand_id","id")
);

-- CreateTable
CREATE TABLE "trace_days" (
    "brand_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "refused" INTEGER NOT NULL,
    "dropped" INTEGER NOT NULL,

    CONSTRAINT "trace_days_pkey" PRIMARY KEY ("brand_id","connection_id","day")
);

-- CreateTable
CREATE TABLE "signing_keys_seen" (
    "brand_id" UUID NOT NULL,
    "issuer_id" UUID NOT NULL,
    "thumbprint" TEXT NOT NULL,
    "jwk" JSONB NOT NULL,
    "first_seen" TIMESTAMPTZ(3) NOT NULL,
    "last_seen" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signing_keys_seen_pkey" PRIMARY KEY ("brand_id","issuer_id","thumbprint")
);

-- CreateIndex
CREATE INDEX "traces_brand_id_connection_id_id_idx" ON "traces"("brand_id", "connection_id", "id");

-- CreateIndex
CREATE INDEX "traces_brand_id_attempt_id_idx" ON "traces"("brand_id", "attempt_id");

-- CreateIndex
CREATE INDEX "traces_at_idx" ON "traces"("at");

-- CreateIndex
CREATE INDEX "trace_days_day_idx" ON "trace_days"("day");

-- AddForeignKey
ALTER TABLE "traces" ADD CONSTRAINT "traces_brand_id_connection_id_fkey" FOREIGN KEY ("brand_id", "connection_id") REFERENCES "connections"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trace_days" ADD CONSTRAINT "trace_days_brand_id_connection_id_fkey" FOREIGN KEY ("brand_id", "connection_id") REFERENCES "connections"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signing_keys_seen" ADD CONSTRAINT "signing_keys_seen_brand_id_issuer_id_fkey" FOREIGN KEY ("brand_id", "issuer_id") REFERENCES "issuers"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was told so far moves over: the attempt's own id serves as the trace's.
INSERT INTO "traces" ("brand_id", "id", "attempt_id", "connection_id", "at", "outcome", "reason", "origin", "settled", "trace")
SELECT "brand_id", "id", "id", "connection_id", COALESCE("used_at", "started_at"), "outcome", "outcome_reason", "origin", true, "trace"
FROM "attempts" WHERE "trace" IS NOT NULL AND "outcome" IS NOT NULL;

-- AlterTable
ALTER TABLE "attempts" DROP COLUMN "trace";

-- Append-only: a row is written once. Whoever wants another account of what happened cannot write it over this one.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a row of % is never changed', TG_TABLE_NAME;
END $$;

CREATE TRIGGER "traces_are_append_only" BEFORE UPDATE ON "traces"
FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
