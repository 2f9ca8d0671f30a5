-- How a brand's chat looks: words and measures, as the contracts say.
ALTER TABLE "brands" ADD COLUMN "look" JSONB NOT NULL DEFAULT '{}';
