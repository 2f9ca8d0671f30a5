import type { ATTACHMENT_LIMIT, Attachment, Problem } from '@countersign/contracts';
import type { Identity } from '../identity/identity.js';
import type { Platform } from '../platform/platform.js';
import type { ChatFile } from '../platform/upload.js';
import type { Draft, Happening } from './state.js';

export type UploadsOptions = {
  readonly identity: Identity;
  readonly platform: Pick<Platform, 'upload'>;
  /** Outside a browser: the origin to send. */
  readonly origin?: string | undefined;
  readonly token: () => Promise<string | undefined>;
  readonly happen: (happening: Happening) => void;
};
/** Undefined: no answer, or nobody waits for it any more. */
export type Uploaded =
  | { ok: true; value: string }
  | { ok: false; problem: Pick<Problem, 'code' | 'title' | 'retryAfter'> }
  | undefined;

type Kept = {
  readonly file: ChatFile;
  readonly stop: AbortController;
  readonly onProgress?: (sent: number) => void;
};

const LIMIT: typeof ATTACHMENT_LIMIT = 10_485_760;
const refused = (code: Problem['code'], title: string): Uploaded => ({ ok: false, problem: { code, title } });
const TOO_LARGE = refused('attachment_too_large', 'The file is larger than 10 MB.');
const LOST = refused('attachment_not_found', 'Choose the file once more.');
const NOT_TAKEN = refused('internal_error', 'The file was not taken.');

/** The files of what is unsent: what is in them stays in memory, and nowhere else, until they are sent or taken back. */
export class Uploads {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly options: UploadsOptions) {}

  keep(clientId: string, file: ChatFile, onProgress?: (sent: number) => void): void {
    this.kept.set(clientId, { file, stop: new AbortController(), ...(onProgress && { onProgress }) });
  }

  /** Also in the middle of it. */
  drop(clientId: string): void {
    this.kept.get(clientId)?.stop.abort();
    this.kept.delete(clientId);
  }

  forget(): void {
    for (const clientId of [...this.kept.keys()]) this.drop(clientId);
  }

  /** The service's name for the file of a draft: as it is known, or after it was sent there. */
  async of({ clientId, file }: Draft, conversation: string | null): Promise<Uploaded> {
    if (file?.id) return { ok: true, value: file.id };
    const kept = this.kept.get(clientId);
    // What was unsent outlived the app; what is in the file did not.
    if (!kept) return LOST;
    if (kept.file.size > LIMIT) return TOO_LARGE;
    const answer = await this.send(clientId, kept, conversation).catch(() => undefined);
    if (!answer) return undefined;
    const { status, text } = answer;
    const content = read(text);
    if (status === 201 && content) {
      const { id } = content as Attachment;
      this.options.happen({ type: 'file', clientId, file: { id } });
      return { ok: true, value: id };
    }
    const { code, title } = (content ?? {}) as Partial<Problem>;
    return code && title ? refused(code, title) : NOT_TAKEN;
  }

  private async send(clientId: string, { file, stop, onProgress }: Kept, conversation: string | null) {
    const { identity, platform, origin, token, happen } = this.options;
    const accessToken = await token();
    if (!accessToken) return undefined;
    const url = `${identity.options.apiUrl}/v1/attachments`;
    const dpop = await identity.api.sign({ method: 'POST', url, accessToken });
    return platform.upload({
      url: conversation === null ? url : `${url}?conversation=${conversation}`,
      headers: {
        authorization: `DPoP ${accessToken}`,
        dpop,
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encoded(file.name)}`,
        ...(origin === undefined ? {} : { origin }),
      },
      file,
      onProgress: (sent) => {
        happen({ type: 'file', clientId, file: { sent: Math.min(sent, file.size) } });
        onProgress?.(sent);
      },
      signal: stop.signal,
    });
  }
}

const read = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Half a character in a name is no reason not to send the file. */
const encoded = (name: string): string =>
  encodeURIComponent(name.replace(/[\uD800-\uDFFF]/gu, '')).replace(/['()*]/g, '_');
