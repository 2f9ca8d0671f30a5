import { type Attachment, attachment } from '@countersign/contracts';
import { type Answer, answerInvalid, troubleIn, unreachable } from './answer';

export type Upload = {
  readonly apiUrl: string;
  readonly conversation: string;
  readonly file: File;
  /** From 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
};

/** Brings a file to the service: by XMLHttpRequest, which alone tells how far it is. */
export function upload({
  apiUrl,
  conversation,
  file,
  onProgress,
  signal,
}: Upload): Promise<Answer<Attachment>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${apiUrl}/v1/agent/conversations/${conversation}/attachments`);
    request.withCredentials = true;
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('content-disposition', `attachment; filename*=UTF-8''${encoded(file.name)}`);
    request.upload.onprogress = ({ loaded }) => onProgress(loaded / file.size);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => resolve(unreachable());
    request.onabort = request.onerror;
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function answerOf({ status, responseText }: XMLHttpRequest): Answer<Attachment> {
  const body = parsed(responseText);
  if (status !== 201) return troubleIn(body);
  const result = attachment.safeParse(body);
  return result.success ? { ok: true, value: result.data } : answerInvalid();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const encoded = (name: string): string => encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, '_');

/** Where a file of a conversation one has is read. */
export const fileAddress = (apiUrl: string, id: string, part: 'whole' | 'preview'): string =>
  `${apiUrl}/files/agent/${id}?part=${part}`;
