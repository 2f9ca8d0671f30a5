-- What consumers thought of conversations that have ended. It goes with the conversation, whatever that goes by.
CREATE TABLE "conversation_ratings" (
    "brand_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "score" SMALLINT NOT NULL CHECK ("score" BETWEEN 1 AND 5),
    "comment" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "conversation_ratings_pkey" PRIMARY KEY ("brand_id", "conversation_id"),
    CONSTRAINT "conversation_ratings_brand_id_conversation_id_fkey" FOREIGN KEY ("brand_id", "conversation_id")
      REFERENCES "conversations" ("brand_id", "id") ON DELETE CASCADE
);

SELECT raise_the_wall();
