-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "brands" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "accent" TEXT NOT NULL,
    "agent_sign_in" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "brands_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issuers" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "aliases" TEXT[],
    "label" TEXT NOT NULL,
    "discovery" BOOLEAN NOT NULL,
    "jwks_uri" TEXT,
    "keys" JSONB,

    CONSTRAINT "issuers_pkey" PRIMARY KEY ("brand_id","id")
);

-- CreateTable
CREATE TABLE "connections" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "flow" TEXT NOT NULL,
    "issuer_id" UUID NOT NULL,
    "client_id" TEXT,
    "client_secret" TEXT,
    "token_auth_method" TEXT,
    "redirect_uris" TEXT[],
    "authorized_parties" TEXT[],
    "scope" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "interactive" BOOLEAN NOT NULL,
    "userinfo" BOOLEAN NOT NULL,
    "encryption" TEXT NOT NULL,
    "algorithms" TEXT[],
    "origins" TEXT[],
    "apps" BOOLEAN NOT NULL,
    "hosted_domain" TEXT,
    "acr_values" TEXT[],
    "max_age_seconds" INTEGER,
    "authoritative" TEXT[],
    "mapping" JSONB NOT NULL,
    "brand_server_label" TEXT,
    "facts_key" TEXT,
    "minimum" TEXT NOT NULL,
    "on_rejected" TEXT NOT NULL,
    "assurance_minutes" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "connections_pkey" PRIMARY KEY ("brand_id","id")
);

-- CreateTable
CREATE TABLE "encryption_keys" (
    "brand_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "private_jwk" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "encryption_keys_pkey" PRIMARY KEY ("brand_id","id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "connections" TEXT[],
    "rights" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("brand_id","id")
);

-- CreateTable
CREATE TABLE "attempts" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "key_thumbprint" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "code_verifier" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "proof_hash" TEXT,
    "outcome" TEXT,
    "outcome_reason" TEXT,
    "session_id" UUID,
    "trace" JSONB,

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("brand_id","id")
);

-- CreateTable
CREATE TABLE "used_proofs" (
    "brand_id" UUID NOT NULL,
    "issuer_id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "key_thumbprint" TEXT NOT NULL,
    "session_id" UUID,
    "used_at" TIMESTAMPTZ(3) NOT NULL,
    "keep_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "used_proofs_pkey" PRIMARY KEY ("brand_id","issuer_id","fingerprint")
);

-- CreateTable
CREATE TABLE "used_possessions" (
    "thumbprint" TEXT NOT NULL,
    "jti" TEXT NOT NULL,
    "keep_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "used_possessions_pkey" PRIMARY KEY ("thumbprint","jti")
);

-- CreateTable
CREATE TABLE "consumers" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "issuer_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "display_name" TEXT,
    "name_sealed" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consumers_pkey" PRIMARY KEY ("brand_id","id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "consumer_id" UUID,
    "key_thumbprint" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "attempt_id" UUID,
    "rejected_reason" TEXT,
    "signing_key_id" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "verified_at" TIMESTAMPTZ(3),
    "holds_until" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("brand_id","id")
);

-- CreateTable
CREATE TABLE "session_tokens" (
    "brand_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_tokens_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "facts" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "consumer_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "sealed" BOOLEAN NOT NULL,
    "signing_key_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "facts_pkey" PRIMARY KEY ("brand_id","id")
);

-- CreateTable
CREATE TABLE "fact_sources" (
    "brand_id" UUID NOT NULL,
    "consumer_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "version" BIGINT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fact_sources_pkey" PRIMARY KEY ("brand_id","consumer_id","connection_id")
);

-- CreateTable
CREATE TABLE "pending_facts" (
    "brand_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "subject_hash" TEXT NOT NULL,
    "version" BIGINT NOT NULL,
    "body" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pending_facts_pkey" PRIMARY KEY ("brand_id","connection_id","subject_hash")
);

-- CreateTable
CREATE TABLE "page_facts" (
    "brand_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "page_facts_pkey" PRIMARY KEY ("brand_id","session_id","name")
);

-- CreateTable
CREATE TABLE "conversations" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "consumer_id" UUID,
    "state" TEXT NOT NULL,
    "agent_id" UUID,
    "last_number" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_at" TIMESTAMPTZ(3),
    "waiting_since" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("brand_id","id")
);

-- CreateTable
CREATE TABLE "messages" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "agent_id" UUID,
    "text" TEXT NOT NULL,
    "event" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "client_id" TEXT,
    "stamp_assurance" TEXT NOT NULL,
    "stamp_issuer" TEXT,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("brand_id","id")
);

-- CreateTable
CREATE TABLE "conversation_reads" (
    "brand_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "conversation_reads_pkey" PRIMARY KEY ("brand_id","conversation_id","agent_id")
);

-- CreateTable
CREATE TABLE "identity_events" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "issuer_label" TEXT,
    "connection_key" TEXT,
    "reason" TEXT,
    "attempt_id" UUID,

    CONSTRAINT "identity_events_pkey" PRIMARY KEY ("brand_id","id")
);

-- CreateTable
CREATE TABLE "agents" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "issuer" TEXT,
    "subject" TEXT,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "agents_pkey" PRIMARY KEY ("brand_id","id")
);

-- CreateTable
CREATE TABLE "agent_sessions" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "agent_sessions_pkey" PRIMARY KEY ("brand_id","id")
);

-- CreateTable
CREATE TABLE "agent_sign_in_states" (
    "brand_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "code_verifier" TEXT NOT NULL,
    "return_to" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agent_sign_in_states_pkey" PRIMARY KEY ("brand_id","id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "brand_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("brand_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "brands_slug_key" ON "brands"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "issuers_brand_id_url_key" ON "issuers"("brand_id", "url");

-- CreateIndex
CREATE UNIQUE INDEX "connections_brand_id_key_key" ON "connections"("brand_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

-- CreateIndex
CREATE INDEX "attempts_brand_id_connection_id_started_at_idx" ON "attempts"("brand_id", "connection_id", "started_at");

-- CreateIndex
CREATE INDEX "used_proofs_keep_until_idx" ON "used_proofs"("keep_until");

-- CreateIndex
CREATE INDEX "used_possessions_keep_until_idx" ON "used_possessions"("keep_until");

-- CreateIndex
CREATE UNIQUE INDEX "consumers_brand_id_issuer_id_subject_key" ON "consumers"("brand_id", "issuer_id", "subject");

-- CreateIndex
CREATE INDEX "sessions_brand_id_key_thumbprint_idx" ON "sessions"("brand_id", "key_thumbprint");

-- CreateIndex
CREATE INDEX "sessions_brand_id_consumer_id_idx" ON "sessions"("brand_id", "consumer_id");

-- CreateIndex
CREATE INDEX "sessions_holds_until_idx" ON "sessions"("holds_until");

-- CreateIndex
CREATE INDEX "session_tokens_expires_at_idx" ON "session_tokens"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "facts_brand_id_consumer_id_connection_id_source_name_key" ON "facts"("brand_id", "consumer_id", "connection_id", "source", "name");

-- CreateIndex
CREATE INDEX "pending_facts_expires_at_idx" ON "pending_facts"("expires_at");

-- CreateIndex
CREATE INDEX "conversations_brand_id_state_opened_at_idx" ON "conversations"("brand_id", "state", "opened_at");

-- CreateIndex
CREATE INDEX "conversations_brand_id_session_id_idx" ON "conversations"("brand_id", "session_id");

-- CreateIndex
CREATE INDEX "conversations_brand_id_consumer_id_idx" ON "conversations"("brand_id", "consumer_id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_brand_id_conversation_id_number_key" ON "messages"("brand_id", "conversation_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "messages_brand_id_conversation_id_from_client_id_key" ON "messages"("brand_id", "conversation_id", "from", "client_id");

-- CreateIndex
CREATE INDEX "identity_events_brand_id_conversation_id_at_idx" ON "identity_events"("brand_id", "conversation_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "agents_brand_id_email_key" ON "agents"("brand_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "agents_brand_id_issuer_subject_key" ON "agents"("brand_id", "issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "agent_sessions_hash_key" ON "agent_sessions"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "agent_sign_in_states_id_key" ON "agent_sign_in_states"("id");

-- CreateIndex
CREATE INDEX "agent_sign_in_states_expires_at_idx" ON "agent_sign_in_states"("expires_at");

-- CreateIndex
CREATE INDEX "audit_entries_brand_id_at_idx" ON "audit_entries"("brand_id", "at");

-- AddForeignKey
ALTER TABLE "issuers" ADD CONSTRAINT "issuers_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connections" ADD CONSTRAINT "connections_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connections" ADD CONSTRAINT "connections_brand_id_issuer_id_fkey" FOREIGN KEY ("brand_id", "issuer_id") REFERENCES "issuers"("brand_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encryption_keys" ADD CONSTRAINT "encryption_keys_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_brand_id_connection_id_fkey" FOREIGN KEY ("brand_id", "connection_id") REFERENCES "connections"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consumers" ADD CONSTRAINT "consumers_brand_id_issuer_id_fkey" FOREIGN KEY ("brand_id", "issuer_id") REFERENCES "issuers"("brand_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_brand_id_connection_id_fkey" FOREIGN KEY ("brand_id", "connection_id") REFERENCES "connections"("brand_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_brand_id_consumer_id_fkey" FOREIGN KEY ("brand_id", "consumer_id") REFERENCES "consumers"("brand_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_tokens" ADD CONSTRAINT "session_tokens_brand_id_session_id_fkey" FOREIGN KEY ("brand_id", "session_id") REFERENCES "sessions"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facts" ADD CONSTRAINT "facts_brand_id_consumer_id_fkey" FOREIGN KEY ("brand_id", "consumer_id") REFERENCES "consumers"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact_sources" ADD CONSTRAINT "fact_sources_brand_id_consumer_id_fkey" FOREIGN KEY ("brand_id", "consumer_id") REFERENCES "consumers"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "page_facts" ADD CONSTRAINT "page_facts_brand_id_session_id_fkey" FOREIGN KEY ("brand_id", "session_id") REFERENCES "sessions"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_brand_id_consumer_id_fkey" FOREIGN KEY ("brand_id", "consumer_id") REFERENCES "consumers"("brand_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_brand_id_agent_id_fkey" FOREIGN KEY ("brand_id", "agent_id") REFERENCES "agents"("brand_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_brand_id_conversation_id_fkey" FOREIGN KEY ("brand_id", "conversation_id") REFERENCES "conversations"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_brand_id_agent_id_fkey" FOREIGN KEY ("brand_id", "agent_id") REFERENCES "agents"("brand_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_reads" ADD CONSTRAINT "conversation_reads_brand_id_conversation_id_fkey" FOREIGN KEY ("brand_id", "conversation_id") REFERENCES "conversations"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_events" ADD CONSTRAINT "identity_events_brand_id_conversation_id_fkey" FOREIGN KEY ("brand_id", "conversation_id") REFERENCES "conversations"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agents" ADD CONSTRAINT "agents_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_sessions" ADD CONSTRAINT "agent_sessions_brand_id_agent_id_fkey" FOREIGN KEY ("brand_id", "agent_id") REFERENCES "agents"("brand_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


