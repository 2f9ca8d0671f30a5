-- The second wall between brands: whatever a question forgets, the database lets the service see, write and delete
-- the rows of one brand only, and of none while it has not been told of which. docs/decisions/0022 says why and how.
--
-- The owner, who migrates, is not bound: checks of foreign keys run as it, and so do the doors.
--
-- A function, since tables are added later: `migrate()` calls it whenever something was applied, so that a migration
-- cannot forget it. What is raised already stays as it is.
CREATE FUNCTION "raise_the_wall"() RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  one record;
  of_brand CONSTANT text := $policy$ %1$I = nullif(current_setting('countersign.brand', true), '')::uuid $policy$;
BEGIN
  FOR one IN
    SELECT c.oid, c.oid::regclass AS name, c.relispartition, c.relrowsecurity, a.attname AS brand
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND (a.attname = 'brand_id' OR (c.relname = 'brands' AND a.attname = 'id'))
  LOOP
    IF NOT one.relrowsecurity THEN
      EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', one.name);
    END IF;
    IF NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = one.oid AND p.polname = 'of_the_brand') THEN
      EXECUTE format('CREATE POLICY of_the_brand ON %s USING (', one.name) || format(of_brand, one.brand)
        || ') WITH CHECK (' || format(of_brand, one.brand) || ')';
    END IF;
    -- A partition is asked through its table, and whoever asks needs no right on it.
    IF one.relispartition AND EXISTS (SELECT FROM pg_roles WHERE rolname = 'countersign_api') THEN
      EXECUTE format('REVOKE ALL ON %s FROM countersign_api', one.name);
    END IF;
  END LOOP;
  -- Nobody but the service goes through a door: PostgreSQL lets everybody call a new function.
  FOR one IN
    SELECT p.oid::regprocedure AS name FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef AND p.prorettype <> 'trigger'::regtype
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one.name);
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'countersign_api') THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO countersign_api', one.name);
    END IF;
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION "raise_the_wall"() FROM PUBLIC;

SELECT raise_the_wall();

-- The service has no business with what says which migrations were applied.
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL AND EXISTS (SELECT FROM pg_roles WHERE rolname = 'countersign_api') THEN
    REVOKE ALL ON "_prisma_migrations" FROM countersign_api;
  END IF;
END
$$;
