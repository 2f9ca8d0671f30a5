import { type AuditView, auditQuery, brandSlug } from '@countersign/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { BrandsService } from '../brands/index.js';
import { ForOperator } from '../common/callers.js';
import { parsed } from '../common/parsed.pipe.js';
import { AuditService } from './audit.service.js';

@Controller('v1/operator/brands/:brand/audit')
export class AuditController {
  constructor(
    private readonly brands: BrandsService,
    private readonly audit: AuditService,
  ) {}

  @Get()
  @ForOperator()
  async verify(
    @Param('brand', parsed(brandSlug)) slug: string,
    @Query(parsed(auditQuery)) { number, hash }: z.output<typeof auditQuery>,
  ): Promise<AuditView> {
    const kept = number !== undefined && hash !== undefined ? { number, hash } : undefined;
    return this.audit.verify((await this.brands.bySlug(slug)).id, kept);
  }
}
