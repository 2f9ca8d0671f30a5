import { expect, test } from 'vitest';
import { cleanName, dispositionOf, nameIn } from './file-name.js';

const said = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

test('a name is read from the header in either spelling', () => {
  expect(nameIn(said('Rechnung März.pdf'))).toBe('Rechnung März.pdf');
  expect(nameIn('attachment; filename="bill.pdf"')).toBe('bill.pdf');
  expect(nameIn("attachment; filename*=UTF-8''%E0%A4%A")).toBe('');
  expect(nameIn(undefined)).toBe('');
});

const pretenders = [
  ['../../etc/passwd', 'passwd.png'],
  ['C:\\Users\\ada\\bill.png', 'bill.png'],
  ['bill.png', 'bill.png'],
  ['bill.PNG', 'bill.PNG'],
  ['bill.png.exe', 'bill.png.exe.png'],
  ['..', 'file.png'],
  ['', 'file.png'],
  ['.png', 'png.png'],
  ['a\u202Egnp.exe', 'agnp.exe.png'],
  ['zero\u200Bwidth\u0000.png', 'zerowidth.png'],
  ['a<b>"c|d?.png', 'a_b__c_d_.png'],
  ['half \uD83D.png', 'half.png'],
] as const;

test('a name is for display only, and cannot pretend', () => {
  for (const [name, cleaned] of pretenders) expect(cleanName(name, 'image/png'), name).toBe(cleaned);
});

test('a name of 500 characters is cut before its ending', () => {
  const name = cleanName(`${'é'.repeat(500)}.pdf`, 'application/pdf');
  expect([...name].length).toBe(120);
  expect(name.endsWith('é.pdf')).toBe(true);
});

test('a picture is shown and a document is saved, under a name no header breaks at', () => {
  expect(dispositionOf('Rechnung "März".pdf', 'application/pdf')).toBe(
    `attachment; filename="Rechnung _M_rz_.pdf"; filename*=UTF-8''Rechnung%20%22M%C3%A4rz%22.pdf`,
  );
  expect(dispositionOf("it's (1).png", 'image/png')).toBe(
    `inline; filename="it's (1).png"; filename*=UTF-8''it%27s%20%281%29.png`,
  );
});
