import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

const reading: Statement = {
  name: 'brand-keys.read',
  text: 'SELECT wrapped FROM brand_keys WHERE brand_id = $1',
};
const keeping: Statement = {
  name: 'brand-keys.keep',
  text: 'INSERT INTO brand_keys (brand_id, wrapped, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
};
const rewrapping: Statement = {
  name: 'brand-keys.rewrap',
  text: 'UPDATE brand_keys SET wrapped = $3 WHERE brand_id = $1 AND wrapped = $2',
};

@Injectable()
export class BrandKeysRepository {
  constructor(private readonly database: Database) {}

  async of(brandId: string): Promise<string | undefined> {
    const [row] = await this.database.within(brandId, () =>
      this.database.rows<{ wrapped: string }>(reading, [brandId]),
    );
    return row?.wrapped;
  }

  /** Of two that make one at once the first is kept. */
  async keep(brandId: string, wrapped: string, at: Date): Promise<void> {
    await this.database.within(brandId, () => this.database.count(keeping, [brandId, wrapped, at]));
  }

  async rewrap(brandId: string, before: string, wrapped: string): Promise<boolean> {
    const values = [brandId, before, wrapped];
    return (await this.database.within(brandId, () => this.database.count(rewrapping, values))) > 0;
  }
}
