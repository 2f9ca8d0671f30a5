import { defineConfig } from 'prisma/config';

// `prisma generate` never runs the schema engine, yet wants to download it first: any file that exists satisfies it.
// `prisma migrate` does run it, and must get the real one.
if (process.argv.includes('generate')) process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://localhost:5432/countersign' },
});
