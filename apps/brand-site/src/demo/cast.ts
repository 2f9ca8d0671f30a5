/** Who appears in the demo. The stand-in knows them; a hint signs them in without typing. */
export const cast = {
  customer: { name: 'Ada Osei', hint: 'ada.osei@gmail.com' },
  agent: { name: 'Noor Haddad', hint: 'noor@larkspur.example' },
} as const;

/** Somebody else's details, for the page that claims to be somebody else. */
export const victim = {
  name: 'Ben Whitlock ✔ Verified by Larkspur',
  email: 'ben.whitlock@mailbox.example',
  account_number: 'LK-4517-2206',
} as const;
