import type { Attachment, AttachmentLink } from '@countersign/contracts';
import { icon, make } from '../element.js';
import { count, locale, say } from '../words/index.js';

export type OpenFile = (id: string) => Promise<AttachmentLink | undefined>;

const KINDS = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif', 'application/pdf'];
const LIMIT = 10_485_760;
const MOST = 10;

export function sizeOf(bytes: number): string {
  const isSmall = bytes < 1_048_576;
  const size = new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: isSmall ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: isSmall ? 0 : 1,
  });
  return size.format(isSmall ? Math.max(1, bytes / 1_024) : bytes / 1_048_576);
}

/** Its name and size. */
export const fileName = (name: string, bytes: number): HTMLElement =>
  make(
    'span',
    { class: 'file-name' },
    icon('M14 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8z', 'M14 2v6h6'),
    make('bdi', {}, name),
    ` ${sizeOf(bytes)}`,
  );

/** A file of a message: a picture is shown, a document is named. Its link is good for minutes, and got anew for a click after. */
export function fileView({ id, name, type, bytes, width, height }: Attachment, open: OpenFile): HTMLElement {
  let until = 0;
  const link = make(
    'a',
    { class: 'file', target: '_blank', rel: 'noopener noreferrer', 'data-testid': 'attachment' },
    fileName(name, bytes),
  );
  const renew = async () => {
    const given = await open(id);
    if (!given) return undefined;
    until = Date.parse(given.until);
    link.href = given.url;
    return given;
  };
  link.addEventListener('click', (event) => {
    if (link.href && Date.now() < until - 5_000) return;
    event.preventDefault();
    void renew().then((given) => given && link.click());
  });
  if (type === 'application/pdf') link.href = '#';
  else
    void renew().then(
      (given) => given?.preview && link.prepend(picture(given.preview, name, { width, height })),
    );
  return link;
}

function picture(src: string, alt: string, of: Pick<Attachment, 'width' | 'height'>): HTMLImageElement {
  const image = make('img', { src, alt, width: String(of.width), height: String(of.height) });
  // The page's policy may let no picture of the service in: then its name is what there is.
  image.addEventListener('error', () => image.remove());
  return image;
}

/** The paper clip, and the system's own choice behind it. */
function picker(onChoose: (files: readonly File[]) => void) {
  const input = make('input', {
    type: 'file',
    accept: KINDS.join(),
    multiple: true,
    hidden: true,
    'data-testid': 'file-input',
    change: () => {
      onChoose([...(input.files ?? [])]);
      input.value = '';
    },
  });
  const button = make(
    'button',
    {
      type: 'button',
      class: 'plain clip',
      'aria-label': say('attachFile'),
      'data-testid': 'attach',
      click: () => input.click(),
    },
    icon('m21.4 11-9.2 9.2a6 6 0 0 1-8.5-8.5l8.6-8.5a4 4 0 0 1 5.6 5.6l-8.5 8.6a2 2 0 0 1-2.9-2.9l7.9-7.8'),
  );
  return { button, input };
}

const chip = (file: File, onRemove: () => void): HTMLElement =>
  make(
    'li',
    {},
    file.type === 'application/pdf' ? null : thumbnail(file),
    fileName(file.name, file.size),
    make(
      'button',
      {
        type: 'button',
        class: 'plain',
        'aria-label': say('removeFile', { name: file.name }),
        click: onRemove,
      },
      icon('M18 6 6 18', 'm6 6 12 12'),
    ),
  );

/** What was chosen and not sent yet, below the message. Told to readers by the composer's note. */
export function tray(tell: (words: string) => void, onChange: () => void) {
  const files: File[] = [];
  const element = make('ul', {
    class: 'tray',
    'aria-label': say('filesToSend'),
    'data-testid': 'tray',
    hidden: true,
  });
  const { button, input } = picker((chosen) => add(chosen));
  const changed = () => {
    element.hidden = files.length === 0;
    onChange();
  };
  const remove = (file: File, row: HTMLElement) => {
    files.splice(files.indexOf(file), 1);
    row.remove();
    tell(say('fileRemoved', { name: file.name }));
    changed();
    button.focus();
  };
  function add(chosen: readonly File[]): void {
    let why = '';
    for (const file of chosen) {
      const no = reasonAgainst(file, files.length);
      if (no) why = no;
      else {
        files.push(file);
        const row = chip(file, () => remove(file, row));
        element.append(row);
      }
    }
    tell(why || (files.length ? count('filesReady', files.length) : ''));
    changed();
  }
  return {
    element,
    button,
    input,
    add,
    get size() {
      return files.length;
    },
    /** They go out. */
    take(): readonly File[] {
      const taken = files.splice(0);
      element.replaceChildren();
      changed();
      return taken;
    },
  };
}

const reasonAgainst = ({ name, type, size: bytes }: File, before: number): string | undefined => {
  if (before >= MOST) return say('atMost', { count: MOST });
  if (!KINDS.includes(type)) return say('wrongKind', { name });
  if (bytes > LIMIT) return say('tooLarge', { name });
  return bytes === 0 ? say('isEmpty', { name }) : undefined;
};

function thumbnail(file: File): HTMLImageElement {
  const src = URL.createObjectURL(file);
  const image = make('img', { src, alt: '' });
  image.addEventListener('load', () => URL.revokeObjectURL(src));
  image.addEventListener('error', () => image.remove());
  return image;
}
