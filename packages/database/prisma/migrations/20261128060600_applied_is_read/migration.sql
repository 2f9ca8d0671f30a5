-- Whether the schema is as new as the process: the service reads what was applied, and changes none of it.
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL AND EXISTS (SELECT FROM pg_roles WHERE rolname = 'countersign_api') THEN
    GRANT SELECT ON "_prisma_migrations" TO countersign_api;
  END IF;
END
$$;
