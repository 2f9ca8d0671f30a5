import type { AttachmentType } from '@countersign/contracts';

/** What is kept of a file that came: paths of files that are about to be stored. */
export type Made = {
  readonly type: AttachmentType;
  readonly whole: string;
  readonly preview: string | null;
  readonly width: number | null;
  readonly height: number | null;
};
