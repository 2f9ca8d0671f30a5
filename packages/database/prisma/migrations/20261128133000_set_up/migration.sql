-- A brand that sets itself up: what was seen of it, what its people have begun, and which brands a person has.

ALTER TABLE "api_keys" ADD COLUMN "hint" TEXT;
ALTER TABLE "connections" ADD COLUMN "seen_at" TIMESTAMPTZ(3), ADD COLUMN "seen_origin" TEXT;

CREATE TABLE "milestones" (
  "brand_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "detail" TEXT,
  CONSTRAINT "milestones_pkey" PRIMARY KEY ("brand_id", "name"),
  CONSTRAINT "milestones_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "set_up_drafts" (
  "brand_id" UUID NOT NULL,
  "agent_id" UUID NOT NULL,
  "connection_id" UUID NOT NULL,
  "body" JSONB,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "set_up_drafts_pkey" PRIMARY KEY ("brand_id", "agent_id"),
  CONSTRAINT "set_up_drafts_brand_id_agent_id_fkey" FOREIGN KEY ("brand_id", "agent_id")
    REFERENCES "agents"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- One person may answer for several brands, known in each by issuer and subject.
CREATE INDEX "agents_issuer_subject_idx" ON "agents"("issuer", "subject");

CREATE FUNCTION "brands_of_person"("of_issuer" text, "of_subject" text) RETURNS TABLE ("brand" uuid, "agent" uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT a.brand_id, a.id FROM agents a
    WHERE a.issuer = of_issuer AND a.subject = of_subject AND a.removed_at IS NULL
    ORDER BY a.accepted_at LIMIT 200;
END
$$;

SELECT raise_the_wall();
