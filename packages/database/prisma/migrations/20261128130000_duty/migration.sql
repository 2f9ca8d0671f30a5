-- Who is there to answer: an agent who is connected, to whichever process, and says that they are available.
ALTER TABLE "agents" ADD COLUMN "available" BOOLEAN NOT NULL DEFAULT true;

-- A process says of whom it is connected to, and for how long that is to be believed. It says so anew while it lives: what
-- a process said that is no more runs out by itself.
CREATE TABLE "agent_presence" (
  "brand_id" UUID NOT NULL,
  "agent_id" UUID NOT NULL,
  "process" TEXT NOT NULL,
  "until" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "agent_presence_pkey" PRIMARY KEY ("brand_id", "agent_id", "process"),
  CONSTRAINT "agent_presence_brand_id_agent_id_fkey" FOREIGN KEY ("brand_id", "agent_id")
    REFERENCES "agents"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "agent_presence_until_idx" ON "agent_presence"("until");

-- Of all brands: every process looks now and then whether somebody came or went elsewhere.
CREATE FUNCTION "agents_on_duty"("at_moment" timestamptz) RETURNS TABLE ("brand" uuid, "agent" uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT DISTINCT p.brand_id, p.agent_id FROM agent_presence p
    JOIN agents a ON a.brand_id = p.brand_id AND a.id = p.agent_id
    WHERE p.until > at_moment AND a.available AND a.removed_at IS NULL;
END
$$;

SELECT raise_the_wall();
