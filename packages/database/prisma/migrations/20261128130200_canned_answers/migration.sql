-- What agents of a brand say often, with places for facts of whoever they say it to.
CREATE TABLE "canned_answers" (
  "brand_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "title" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "canned_answers_pkey" PRIMARY KEY ("brand_id", "id"),
  CONSTRAINT "canned_answers_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "canned_answers_brand_id_title_key" ON "canned_answers"("brand_id", "title");

SELECT raise_the_wall();
