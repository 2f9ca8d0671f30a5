import { type AttachmentType, FILE_NAME_LIMIT } from '@countersign/contracts';

const endings: Record<AttachmentType, readonly [string, ...string[]]> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
};

/** Characters that are not seen, or turn the order of what is: with them a name can look like another. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** What means something in a path, in a shell or in a header. */
const UNSAFE = /[<>:"|?*\\/]/g;

/**
 * What its sender calls the file, as `Content-Disposition` says it: RFC 6266, section 4.3, and for what is not ASCII
 * RFC 8187, section 3.2. Malformed: none.
 */
export function nameIn(header: string | undefined): string {
  const extended = /;\s*filename\*=utf-8''([^;\s]+)/i.exec(header ?? '')?.[1];
  if (extended === undefined) return /;\s*filename="?([^";]*)"?/i.exec(header ?? '')?.[1] ?? '';
  try {
    return decodeURIComponent(extended);
  } catch {
    return '';
  }
}

/** For display only: the last part of a path, visible characters, of a bearable length, with the ending of what it is. */
export function cleanName(said: string, type: AttachmentType): string {
  const last = said.split(/[\\/]/).at(-1) ?? '';
  const plain = last.normalize('NFC').replace(UNSEEN, '').replace(UNSAFE, '_').replace(/\s+/g, ' ');
  const name = plain.replace(/^[\s.]+|[\s.]+$/g, '');
  const ending = endings[type].find((one) => name.toLowerCase().endsWith(`.${one}`));
  const stem = ending === undefined ? name : name.slice(0, -ending.length - 1);
  const kept = ending === undefined ? endings[type][0] : name.slice(-ending.length);
  const short = [...stem]
    .slice(0, FILE_NAME_LIMIT - kept.length - 1)
    .join('')
    .trimEnd();
  return `${short || 'file'}.${kept}`;
}

/** A picture is shown; what may act is saved, and never opened where it came from. */
export function dispositionOf(name: string, type: AttachmentType): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const extended = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const how = type === 'application/pdf' ? 'attachment' : 'inline';
  return `${how}; filename="${ascii}"; filename*=UTF-8''${extended}`;
}
